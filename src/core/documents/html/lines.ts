// A tree of elements → the lines a person sees, each with how much of it is links; tables as rows.

import { elementsOf, type Element } from './element';
import { isBare, isInline, spaced, textOf } from './elementText';
import { listItems, withNumber, type ListItem } from './listItems';
import { isData, linesOfTable } from './tables';
import { isNoteLabel, notesOf, type NoteReference, type PageNote } from './pageNotes';
import { noteSign, withoutNoteSigns } from '../noteSigns';
import { isOrgan } from '../official/organ';
import { GrowingText } from '../plain/growingText';
import { isMarkedHeading } from '../plain/lineKinds';
import { gap, oneLine } from '../plain/paragraphs';

export interface Line {
	readonly text: string;
	/** Characters that are links. */
	readonly linked: number;
	/** h1 to h6. */
	readonly heading?: number;
	/** The element it stands in directly; of a row the table. */
	readonly within: Element;
	/** Where it refers to notes. */
	readonly references?: readonly NoteReference[];
	/** Where it has raised numbers that lead nowhere (UTF-16 offsets). */
	readonly raised?: readonly { readonly from: number; readonly to: number }[];
	/** A row of the table it stands in. */
	readonly isRow?: true;
	/** An item of a list without numbers. */
	readonly item?: true;
	/** Part of the page by its element: menu, footer, form, something not shown. */
	readonly aside?: 'frame' | 'form' | 'hidden';
}

const asides: ReadonlyMap<string, Line['aside']> = new Map([
	['nav', 'frame'],
	['footer', 'frame'],
	['aside', 'frame'],
	['select', 'form'],
	['button', 'form'],
	['datalist', 'form'],
	['fieldset', 'form'],
]);

/** What holds for the text at a place. */
interface Place {
	readonly link: boolean;
	readonly heading: number | undefined;
	readonly aside: Line['aside'];
}

/** Text of a line that may go on. */
interface Open {
	text: string;
	linked: number;
	readonly within: Element;
	item?: ListItem;
}

/**
 * The lines of a tree. Depth is bounded by the tree. What is not shown counts as hidden unless nearly all of the page
 * is: such a page waits for its script.
 */
export function linesOf(root: Element): readonly Line[] {
	const lines = read(root, false);
	const lengthOf = (some: readonly Line[]) => some.reduce((sum, line) => sum + line.text.length - line.linked, 0);
	const hidden = lengthOf(lines.filter(line => line.aside === 'hidden'));
	const shown = lengthOf(lines.filter(line => line.aside === undefined));
	return hidden >= leastHidden && hidden > shown * 4 ? read(root, true) : lines;
}

/** Least characters for which a page is taken for one that waits. */
const leastHidden = 80;

function read(root: Element, showsHidden: boolean): readonly Line[] {
	const reader = new LineReader(showsHidden, notesOf(root));
	reader.read(root, { link: false, heading: undefined, aside: undefined });
	return reader.end();
}

/** Goes through the elements and breaks their text into lines. */
class LineReader {
	private readonly lines: Line[] = [];
	private open: Open | undefined;
	/** The item of a list whose text has not come yet. */
	private item: ListItem | undefined;

	/** The notes that are referred to, by the numbers of their signs; none where a raised number leads nowhere. */
	private readonly notes: { readonly note: PageNote | undefined; readonly length: number }[] = [];

	constructor(
		private readonly showsHidden: boolean,
		private readonly references: ReadonlyMap<Element, PageNote>,
	) {}

	read(element: Element, place: Place): void {
		const nextItem = listItems(element);
		for (const child of element.children) {
			if (typeof child !== 'string' && child.tag === 'li') this.item = nextItem(child);
			if (typeof child === 'string') this.addText(spaced(child), element, place.link);
			else if (child.tag === 'br') this.addBreak();
			else if (!isBare(child)) this.readElement(child, place);
		}
	}

	end(): readonly Line[] {
		this.flush(undefined, undefined);
		return this.lines;
	}

	private readElement(element: Element, place: Place): void {
		const aside = place.aside ?? this.asideOf(element);
		const link = place.link || element.tag === 'a';
		if (isInline(element) && aside === place.aside) {
			this.read(element, { ...place, link });
			this.addReference(element);
			return;
		}
		this.flush(place.heading, place.aside);
		const heading = headingLevel(element) ?? place.heading;
		if (element.tag === 'table' && isData(element)) this.addTable(element, aside);
		else this.read(element, { link, heading, aside });
		this.flush(heading, aside);
	}

	private addTable(table: Element, aside: Line['aside']): void {
		for (const { text, isRow } of linesOfTable(table))
			this.addLine(text, { linked: 0, within: table, ...(isRow && { isRow }) }, undefined, aside);
	}

	private asideOf(element: Element): Line['aside'] {
		const aside = asideOf(element);
		return aside === 'hidden' && this.showsHidden ? undefined : aside;
	}

	private addText(text: string, within: Element, link: boolean): void {
		if (text === '') return;
		this.open ??= { text: '', linked: 0, within };
		if (this.item && text.trim() !== '') {
			if (this.open.text.trim() === '') this.open.item = this.item;
			this.item = undefined;
		}
		this.open.text += text;
		if (link) this.open.linked += text.trim().length;
	}

	private addReference(element: Element): void {
		const note = this.references.get(element);
		if (!this.open || (!note && !this.isRaisedNumber(element))) return;
		this.open.text += noteSign(this.notes.push({ note, length: textOf(element).trim().length }) - 1);
	}

	private isRaisedNumber(element: Element): boolean {
		if (element.tag !== 'sup' || !isNoteLabel(textOf(element))) return false;
		return !elementsOf(element).some(inner => this.references.has(inner));
	}

	private referencesOf(sentence: string): Pick<Line, 'text' | 'references' | 'raised'> {
		const { text, notes } = withoutNoteSigns(sentence);
		const places = notes.map(({ at: to, number }) => {
			const { note, length = 0 } = this.notes[number] ?? {};
			return { from: Math.max(0, to - length), to, note };
		});
		const references = places.flatMap(({ from, to, note }): NoteReference[] => (note ? [{ from, to, note }] : []));
		const raised = places.filter(({ note }) => !note).map(({ from, to }) => ({ from, to }));
		return { text, ...(references.length > 0 && { references }), ...(raised.length > 0 && { raised }) };
	}

	private addBreak(): void {
		if (this.open) this.open.text += '\n';
	}

	private flush(heading: number | undefined, aside: Line['aside']): void {
		if (!this.open) return;
		const open = this.open;
		this.open = undefined;
		for (const [i, sentence] of sentences(open.text).entries()) {
			const item = i === 0 ? open.item : undefined;
			const { text, ...noted } = this.referencesOf(withNumber(sentence, item));
			const isBullet = item !== undefined && item.number === undefined;
			const more = { ...noted, ...(isBullet && { item: true as const }) };
			this.addLine(text, { linked: open.linked, within: open.within, ...more }, heading, aside);
		}
	}

	private addLine(
		text: string,
		{ linked, within, ...more }: Pick<Line, 'linked' | 'within' | 'isRow' | 'item' | 'references' | 'raised'>,
		heading: number | undefined,
		aside: Line['aside'],
	): void {
		this.lines.push({
			text,
			linked: Math.min(linked, text.length),
			within,
			...more,
			...(heading === undefined ? {} : { heading }),
			...(aside === undefined ? {} : { aside }),
		});
	}
}

/** More than half of it is links, and it is no sentence. */
export function isLinked(line: Line): boolean {
	return line.linked * 2 > line.text.length && !(line.text.length >= 40 && /[。！？；]/.test(line.text));
}

/** A link to an annex is its name. */
export function isAnnex(text: string): boolean {
	return /^(?:附件|附表|附图|附录)|\.(?:docx?|xlsx?|wps|et|pdf|ofd|zip|rar)(?:[（(].{1,12}[）)])?$/i.test(text);
}

function headingLevel(element: Element): number | undefined {
	const level = /^h([1-6])$/.exec(element.tag)?.[1];
	return level === undefined ? undefined : Number(level);
}

function asideOf(element: Element): Line['aside'] {
	if (isHidden(element)) return 'hidden';
	const { role } = element.attributes;
	return asides.get(element.tag) ?? (role === 'navigation' || role === 'contentinfo' ? 'frame' : undefined);
}

function isHidden(element: Element): boolean {
	const { hidden, style, id } = element.attributes;
	if (id === 'js_content') return false; // shown by a script once it is loaded
	return hidden !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style ?? '');
}

/** Organs that issue an order together stand on a line each, and what they issue below them. */
const isBelowOrgan = (line: string) => isOrgan(line) || /^(?:令|公告|通告)$/.test(line.replace(/\s/g, ''));

/**
 * The lines breaks make; a line that breaks off in a sentence goes on in the next, unless that is indented or a
 * heading.
 */
function sentences(text: string): readonly string[] {
	if (!text.includes('\n')) {
		const line = oneLine(text);
		return line === '' ? [] : [line];
	}
	const found: GrowingText[] = [];
	let apart = true;
	for (const row of text.split('\n')) {
		const line = oneLine(row);
		if (line === '') {
			apart = true;
			continue;
		}
		const last = found.at(-1);
		const goesOn =
			!apart &&
			last !== undefined &&
			!/[。！？!?；;：:…][”’"』」》）)]*$/.test(last.tail) &&
			!/^[\s\u3000\u00a0]{2,}|^\u3000/.test(row) &&
			last.length >= 15 &&
			!(isOrgan(last.sample) && isBelowOrgan(line)) &&
			!isMarkedHeading(last.sample) &&
			!isMarkedHeading(line);
		if (goesOn) last.add(line, gap(last.tail, line));
		else found.push(new GrowingText(line));
		apart = false;
	}
	return found.map(one => one.text);
}
