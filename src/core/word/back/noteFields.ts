// Fields that show the number of a note again, NOTEREF (ECMA-376, 17.16.5.38): which note they name.

import { attribute, readXml } from '../../documents/office/xml';

/** The notes that bookmarks stand at, by their names. */
export function noteBookmarks(xml: string): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	let names: string[] = [];
	readXml(xml, {
		open(name, attributes) {
			if (name === 'bookmarkStart') names.push(attribute(attributes, 'name') ?? '');
			else if (name === 'footnoteReference' || name === 'endnoteReference') {
				const id = attribute(attributes, 'id') ?? '';
				for (const one of names) found.set(one, name === 'endnoteReference' ? `end${id}` : id);
				names = [];
			}
		},
		close(name) {
			// What begins before a paragraph is of something else.
			if (name === 'p') names = [];
		},
		text: () => undefined,
	});
	return found;
}

/** The fields around the place that is read. */
export class NoteFields {
	private readonly open: { instruction: string; isNote: boolean }[] = [];

	constructor(private readonly bookmarks: ReadonlyMap<string, string>) {}

	/** Whether what is shown is the number of a note. */
	get isNumber(): boolean {
		return this.open.some(({ isNote }) => isNote);
	}

	instruct(words: string): void {
		const field = this.open.at(-1);
		if (field) field.instruction += words;
	}

	/** A part of a field begins; answers the note whose number it shows from here on. */
	part(type: string): string | undefined {
		if (type === 'begin') this.open.push({ instruction: '', isNote: false });
		else if (type === 'end') this.open.pop();
		else return this.shown();
		return undefined;
	}

	private shown(): string | undefined {
		const field = this.open.at(-1);
		const [, name = ''] = /^\s*NOTEREF\s+"?([^\s"\\]+)/.exec(field?.instruction ?? '') ?? [];
		// One of ours whose note is there no more was a note, whichever.
		const note = this.bookmarks.get(name) ?? (/^_Note_\d+$/.test(name) ? `gone ${name}` : undefined);
		if (field && note !== undefined) field.isNote = true;
		return note;
	}
}
