// The main part of a Word document (or its notes) → blocks in reading order with what Word says of each, and what is
// not to be read.

import type { Block, Body, NoteReference } from './blocks';
import { WordTable, type WordCell } from './tableRows';
import { spanOf } from '../grid';
import { noteSign } from '../noteSigns';
import { attribute, readXml, type XmlFault, type XmlHandler } from './xml';

/** Why a part is not read: as any XML, or its tables in tables repeat more text than the limit. */
export type BodyFault = XmlFault | 'large';

/**
 * What holds no text of the document: deleted or moved text, the second form of a drawing, readings above characters,
 * old values of properties.
 */
const skipped = new Set([
	'del',
	'moveFrom',
	'Fallback',
	'rt',
	'instrText',
	'pPrChange',
	'rPrChange',
	'delText',
	'numberingChange',
	'tblPrChange',
	'sectPrChange',
]);

const deletions: ReadonlySet<string> = new Set(['del', 'moveFrom']);
/** Signs of tracked changes. */
const changes: ReadonlySet<string> = new Set(['ins', 'del', 'moveFrom', 'moveTo']);

/** A paragraph whose end has not come yet. */
interface OpenParagraph {
	text: string;
	style: string;
	centred: boolean;
	outline?: number;
	listId?: string;
	listLevel: number;
	/** Its end is deleted in tracked changes: it goes on in the next one. */
	goesOn?: boolean;
}

/** Is told where a note (of a part with notes) begins: its id, none for a separator, and the first of its blocks. */
type NoteListener = (id: string | undefined, from: number) => void;

/**
 * Blocks of an XML text. `tableLimit`: characters that may be put together for rows of tables, each again for every
 * table around it.
 */
export function readBody(xml: string, tableLimit: number, onNote?: NoteListener): Body | BodyFault {
	const visitor = new BodyVisitor(tableLimit, onNote);
	return readXml(xml, visitor) ?? visitor.body();
}

/** Gathers the blocks of a part while its elements open and close (names as in ECMA-376 part 1, 17). */
class BodyVisitor implements XmlHandler {
	private readonly blocks: Block[] = [];
	private readonly hidden: string[] = [];
	private readonly notes: NoteReference[] = [];
	private readonly paragraphs: OpenParagraph[] = [];
	/** Tables within each other. */
	private readonly tables: WordTable[] = [];
	/** Elements open inside one whose text is not read, that one included. */
	private skippedDepth = 0;
	private pictures = 0;
	private changed = false;
	/** Whether the properties of a paragraph are open. */
	private inProperties = false;
	/** What stands before the next paragraph of the same place: the text of one whose end is deleted. */
	private carried: { readonly text: string; readonly depth: number } | undefined;
	private inText = false;
	/** Whether the current run is hidden. */
	private vanish = false;
	private hiddenText = '';
	/** Characters put together for rows so far. */
	private rowCharacters = 0;

	constructor(
		private readonly tableLimit: number,
		private readonly onNote: NoteListener | undefined,
	) {}

	/** What was read, once every element has been gone through. */
	body(): Body | BodyFault {
		if (this.carried) this.push({ text: this.carried.text, kind: 'paragraph', style: '', centred: false });
		if (this.rowCharacters > this.tableLimit) return 'large';
		return {
			blocks: this.blocks,
			hidden: this.hidden,
			pictures: this.pictures,
			notes: this.notes,
			changed: this.changed,
		};
	}

	open(name: string, attributes: string): void {
		if (changes.has(name)) this.changed = true;
		if (this.inProperties && deletions.has(name)) this.set({ goesOn: true });
		if (this.skippedDepth > 0 || skipped.has(name)) this.skippedDepth++;
		else this.onOpen.get(name)?.(attributes);
	}

	close(name: string): void {
		if (this.skippedDepth > 0) this.skippedDepth--;
		else this.onClose.get(name)?.();
	}

	text(value: string): void {
		if (this.skippedDepth === 0 && this.inText) this.add(value.replaceAll('\n', ' '));
	}

	/** What each element does where it opens, given its raw attributes. */
	private readonly onOpen: ReadonlyMap<string, (attributes: string) => void> = new Map(
		Object.entries({
			p: () => this.beginParagraph(),
			pPr: () => (this.inProperties = true),
			altChunk: (attributes: string) =>
				this.push({
					text: '',
					kind: 'paragraph',
					style: '',
					centred: false,
					embedded: attribute(attributes, 'id') ?? '',
				}),
			pStyle: (attributes: string) => this.set({ style: val(attributes) ?? '' }),
			jc: (attributes: string) => this.set({ centred: val(attributes) === 'center' }),
			outlineLvl: (attributes: string) => this.set({ outline: Number(val(attributes)) }),
			numId: (attributes: string) => this.set({ listId: val(attributes) ?? '' }),
			ilvl: (attributes: string) => this.set({ listLevel: Number(val(attributes)) || 0 }),
			r: () => (this.vanish = false),
			vanish: (attributes: string) => (this.vanish = isOn(attributes)),
			t: () => (this.inText = true),
			tab: (attributes: string) => this.tab(attributes),
			ptab: (attributes: string) => this.tab(attributes),
			br: (attributes: string) => this.lineBreak(attributes),
			cr: (attributes: string) => this.lineBreak(attributes),
			noBreakHyphen: () => this.add('-'),
			blip: () => this.pictures++,
			imagedata: () => this.pictures++,
			footnoteReference: (attributes: string) => this.noteReference('footnote', attributes),
			endnoteReference: (attributes: string) => this.noteReference('endnote', attributes),
			footnote: (attributes: string) => this.note(attributes),
			endnote: (attributes: string) => this.note(attributes),
			tbl: () => this.tables.push(new WordTable()),
			tr: () => this.beginRow(),
			tblHeader: (attributes: string) => this.headRow(isOn(attributes)),
			tc: () => this.tables.at(-1)?.cells.push({ paragraphs: [], columns: 1, goesOn: false }),
			gridSpan: (attributes: string) => this.setCell({ columns: spanOf(val(attributes)) }),
			vMerge: (attributes: string) => this.setCell({ goesOn: val(attributes) !== 'restart' }),
		}),
	);

	/** What each element does where it closes. */
	private readonly onClose: ReadonlyMap<string, () => void> = new Map(
		Object.entries({
			t: () => (this.inText = false),
			r: () => this.endOfRun(),
			p: () => this.endOfParagraph(),
			pPr: () => (this.inProperties = false),
			tr: () => this.endOfRow(),
			tbl: () => this.endOfTable(),
		}),
	);

	private set(properties: Partial<OpenParagraph>): void {
		const paragraph = this.paragraphs.at(-1);
		if (paragraph) Object.assign(paragraph, properties);
	}

	private add(text: string): void {
		const paragraph = this.paragraphs.at(-1);
		if (!paragraph) return;
		if (this.vanish) this.hiddenText += text;
		else paragraph.text += text;
	}

	/** A tab stop among the properties of a paragraph has a position, a tab in its text has none. */
	private tab(attributes: string): void {
		if (!attributes.includes('pos=')) this.add(' ');
	}

	/** The end of a line; the end of a page or column is none. */
	private lineBreak(attributes: string): void {
		if (!/type\s*=\s*["'](?:page|column)/.test(attributes)) this.add('\n');
	}

	private noteReference(kind: NoteReference['kind'], attributes: string): void {
		this.add(noteSign(this.notes.length));
		this.notes.push({ kind, id: attribute(attributes, 'id') ?? '' });
	}

	private note(attributes: string): void {
		const isSeparator = attribute(attributes, 'type') !== undefined;
		this.onNote?.(isSeparator ? undefined : attribute(attributes, 'id'), this.blocks.length);
	}

	private endOfRun(): void {
		if (this.hiddenText !== '') this.hidden.push(this.hiddenText);
		this.hiddenText = '';
		this.vanish = false;
	}

	private beginParagraph(): void {
		const carried = this.carried?.depth === this.tables.length ? this.carried.text : '';
		if (carried !== '') this.carried = undefined;
		this.paragraphs.push({ text: carried, style: '', centred: false, listLevel: 0 });
	}

	private endOfParagraph(): void {
		const paragraph = this.paragraphs.pop();
		if (!paragraph) return;
		if (paragraph.goesOn === true) {
			this.carried = { text: paragraph.text, depth: this.tables.length };
			return;
		}
		const { text, style, centred, outline, listId, listLevel } = paragraph;
		const list = listId === undefined || text === '' ? undefined : { id: listId, level: listLevel };
		for (const line of text.split('\n')) this.push({ text: line, kind: 'paragraph', style, centred, outline, list });
	}

	/** A block goes into the cell that is open, else into the body; a part of another format stands before the table. */
	private push(block: Block): void {
		const cell = this.tables.at(-1)?.cells.at(-1);
		if (cell && block.embedded === undefined) cell.paragraphs.push(block.text);
		else this.blocks.push(block);
	}

	/** Changes the cell that is open. */
	private setCell(properties: Partial<Pick<WordCell, 'columns' | 'goesOn'>>): void {
		const cell = this.tables.at(-1)?.cells.at(-1);
		if (cell) Object.assign(cell, properties);
	}

	private beginRow(): void {
		const table = this.tables.at(-1);
		if (table) table.cells = [];
	}

	private headRow(isHead: boolean): void {
		const table = this.tables.at(-1);
		if (table) table.isHead = isHead;
	}

	private endOfRow(): void {
		const table = this.tables.at(-1);
		if (!table) return;
		// Rows of tables in tables are rows of those around them again: what is made counts, not what is read.
		for (const { paragraphs } of table.cells) for (const text of paragraphs) this.rowCharacters += text.length + 1;
		if (this.rowCharacters > this.tableLimit) table.cells = [];
		else table.endRow();
	}

	private endOfTable(): void {
		const table = this.tables.pop();
		for (const { text, isRow } of table?.texts() ?? []) {
			const kind = isRow ? 'row' : 'paragraph';
			this.push({ text, kind, style: '', centred: false, ...(isRow && { table }) });
		}
	}
}

/** Whether a property is on: unless it says otherwise, where it stands. */
function isOn(attributes: string): boolean {
	return !/^(?:0|false|off)$/.test(val(attributes) ?? '');
}

/** The attribute most elements have their value in. */
function val(attributes: string): string | undefined {
	return attribute(attributes, 'val');
}
