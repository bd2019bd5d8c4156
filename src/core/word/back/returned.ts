// A Word file that came back → its paragraphs with what was inserted, deleted and remarked in them, by whom and when.

import { openZip, type Zip } from '../../documents/office/zip';
import { attribute, readXml, xmlText, type XmlHandler } from '../../documents/office/xml';

/** Stands for a note in a text. */
export const noteSign = '\uFFFC';

export interface Author {
	readonly author: string;
	/** As the file has it, 2024-03-18T09:00:00Z; empty where it has none. */
	readonly date: string;
}

/** Text that is one thing: as it was, put in, or taken out. */
export interface Piece extends Partial<Author> {
	readonly kind: 'same' | 'inserted' | 'deleted';
	readonly text: string;
	/** Ids of the notes, in the order of their signs in the text. */
	readonly notes: readonly string[];
}

/** A remark, and where it begins and ends: offsets of the paragraph as it was before the changes. */
export interface Remark extends Author {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

export interface ReturnedParagraph {
	readonly pieces: readonly Piece[];
	readonly remarks: readonly Remark[];
	/** Its end was deleted: it goes on in the next one. */
	readonly joined?: Author;
}

export interface Returned {
	readonly paragraphs: readonly ReturnedParagraph[];
	/** The text of each note, by id. */
	readonly notes: ReadonlyMap<string, string>;
	/** How many changes are of nothing but looks. */
	readonly looks: number;
}

/** The file; nothing where it is no Word file. */
export function readReturned(bytes: Uint8Array): Returned | undefined {
	const zip = openZip(bytes);
	if (typeof zip === 'string') return undefined;
	const body = partOf(zip, 'document');
	if (body === undefined) return undefined;
	const visitor = new ReturnedVisitor(entriesOf(partOf(zip, 'comments'), 'comment'));
	if (readXml(body, visitor) !== undefined) return undefined;
	const notes = [...entriesOf(partOf(zip, 'footnotes'), 'footnote')].map(([id, { text }]) => [id, text] as const);
	return { paragraphs: visitor.finish(), notes: new Map(notes), looks: visitor.looks };
}

function partOf(zip: Zip, name: string): string | undefined {
	const bytes = zip.read(`word/${name}.xml`);
	if (typeof bytes === 'string') return undefined;
	return xmlText(bytes);
}

interface Entry extends Author {
	readonly text: string;
}

/** Comments or notes by their ids; a line for each of their paragraphs. */
function entriesOf(xml: string | undefined, element: 'comment' | 'footnote'): ReadonlyMap<string, Entry> {
	const found = new Map<string, Entry>();
	let open: { id: string; author: Author; lines: string[] } | undefined;
	let isText = false;
	let skipped = 0;
	if (xml === undefined) return found;
	readXml(xml, {
		open(name, attributes) {
			if (name === element) open = { id: attribute(attributes, 'id') ?? '', author: authorOf(attributes), lines: [] };
			if (name === 'del') skipped++;
			if (name === 'p') open?.lines.push('');
			isText = name === 't';
		},
		close(name) {
			isText = false;
			if (name === 'del') skipped--;
			if (name !== element || !open) return;
			found.set(open.id, { ...open.author, text: open.lines.join('\n').trim() });
			open = undefined;
		},
		text(value) {
			if (isText && skipped === 0 && open) open.lines.push((open.lines.pop() ?? '') + value);
		},
	});
	return found;
}

function authorOf(attributes: string): Author {
	return { author: attribute(attributes, 'author') ?? '', date: attribute(attributes, 'date') ?? '' };
}

/** A paragraph, or several that were one before somebody parted them. */
interface OpenParagraph {
	pieces: Piece[];
	remarks: Remark[];
	/** How its end was changed. */
	end?: { readonly kind: 'inserted' | 'deleted'; readonly by: Author };
	isContents: boolean;
}

const kinds: ReadonlyMap<string, 'inserted' | 'deleted'> = new Map([
	['ins', 'inserted'],
	['moveTo', 'inserted'],
	['del', 'deleted'],
	['moveFrom', 'deleted'],
]);
/** What holds no text of its own: old looks, instructions of fields, the second form of a drawing. */
const skipped: ReadonlySet<string> = new Set(['pPrChange', 'rPrChange', 'instrText', 'Fallback', 'sectPrChange']);
const looks: ReadonlySet<string> = new Set(['pPrChange', 'rPrChange']);

class ReturnedVisitor implements XmlHandler {
	looks = 0;
	private readonly done: ReturnedParagraph[] = [];
	/** Paragraphs within each other: text boxes. */
	private readonly open_: OpenParagraph[] = [];
	/** One whose end was inserted goes on in the next, as it did before. */
	private parted: OpenParagraph | undefined;
	private readonly changes: { readonly kind: 'inserted' | 'deleted'; readonly by: Author }[] = [];
	private readonly begun = new Map<string, { readonly paragraph: OpenParagraph; readonly at: number }>();
	private inProperties = false;
	private inText = false;
	private skippedDepth = 0;

	constructor(private readonly comments: ReadonlyMap<string, Entry>) {}

	finish(): readonly ReturnedParagraph[] {
		if (this.parted) this.push(this.parted);
		return this.done;
	}

	open(name: string, attributes: string): void {
		if (looks.has(name)) this.looks++;
		if (this.skippedDepth > 0 || skipped.has(name)) {
			this.skippedDepth++;
			return;
		}
		const kind = kinds.get(name);
		if (kind) this.openChange(kind, attributes);
		else this.openElement(name, attributes);
	}

	close(name: string): void {
		if (this.skippedDepth > 0) {
			this.skippedDepth--;
			return;
		}
		if (kinds.has(name) && !this.inProperties) this.changes.pop();
		else if (name === 'pPr') this.inProperties = false;
		else if (name === 't' || name === 'delText') this.inText = false;
		else if (name === 'p') this.closeParagraph();
	}

	text(value: string): void {
		if (this.inText && this.skippedDepth === 0) this.add(value);
	}

	private openChange(kind: 'inserted' | 'deleted', attributes: string): void {
		const change = { kind, by: authorOf(attributes) };
		const paragraph = this.open_.at(-1);
		if (!this.inProperties) this.changes.push(change);
		else if (paragraph) paragraph.end = change;
	}

	private openElement(name: string, attributes: string): void {
		switch (name) {
			case 'p':
				this.open_.push(this.parted ?? { pieces: [], remarks: [], isContents: false });
				this.parted = undefined;
				break;
			case 'pPr':
				this.inProperties = true;
				break;
			case 'pStyle':
				if (/^(?:TOC|Contents)/i.test(attribute(attributes, 'val') ?? '')) this.markContents();
				break;
			case 't':
			case 'delText':
				this.inText = true;
				break;
			case 'footnoteReference':
				this.add(noteSign, [attribute(attributes, 'id') ?? '']);
				break;
			case 'br':
			case 'cr':
				this.add('\n');
				break;
			default:
				this.remark(name, attribute(attributes, 'id') ?? '');
		}
	}

	private markContents(): void {
		const paragraph = this.open_.at(-1);
		if (paragraph) paragraph.isContents = true;
	}

	private remark(name: string, id: string): void {
		const paragraph = this.open_.at(-1);
		const comment = this.comments.get(id);
		if (!paragraph || !comment) return;
		const end = originalOf(paragraph.pieces).length;
		if (name === 'commentRangeStart') this.begun.set(id, { paragraph, at: end });
		if (name !== 'commentReference') return;
		const begun = this.begun.get(id);
		// One that spans paragraphs stands where it ends.
		const start = begun?.paragraph === paragraph ? begun.at : 0;
		paragraph.remarks.push({ ...comment, start, end });
	}

	private add(text: string, notes: readonly string[] = []): void {
		const paragraph = this.open_.at(-1);
		if (!paragraph || this.inProperties) return;
		const change = this.changes.at(-1);
		// What was inserted and deleted again never was.
		if (this.changes.some(one => one.kind === 'inserted') && change?.kind === 'deleted') return;
		const piece: Piece = { kind: change?.kind ?? 'same', text, notes, ...change?.by };
		const last = paragraph.pieces.at(-1);
		if (last?.kind === piece.kind && last.author === piece.author)
			paragraph.pieces.push({
				...last,
				...paragraph.pieces.pop(),
				text: last.text + text,
				notes: [...last.notes, ...notes],
			});
		else paragraph.pieces.push(piece);
	}

	private closeParagraph(): void {
		const paragraph = this.open_.pop();
		if (!paragraph) return;
		if (paragraph.end?.kind !== 'inserted') return this.push(paragraph);
		paragraph.pieces.push({ kind: 'inserted', text: '\n\n', notes: [], ...paragraph.end.by });
		this.parted = { ...paragraph };
		delete this.parted.end;
	}

	private push({ pieces, remarks, end, isContents }: OpenParagraph): void {
		if (isContents) return;
		this.done.push({ pieces, remarks, ...(end && { joined: end.by }) });
	}
}

/** The text before the changes. */
export function originalOf(pieces: readonly Piece[]): string {
	return pieces
		.filter(({ kind }) => kind !== 'inserted')
		.map(({ text }) => text)
		.join('');
}
