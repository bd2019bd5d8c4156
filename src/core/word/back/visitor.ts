// What is told of the XML of a document or of its notes → paragraphs with their changes and remarks.

import { attribute, type XmlHandler } from '../../documents/office/xml';
import type { Style } from '../../documents/office/docxParts';
import { authorOf, type Comment } from './comments';
import { instructions, kinds, looks, signs, skipped, tableParts } from './elements';
import { NoteFields } from './noteFields';
import {
	newParagraph,
	put as putPiece,
	type Change,
	type OpenCell,
	type OpenParagraph,
	type OpenRow,
} from './openParagraph';
import { noteSign, originalOf, type Piece, type ReturnedParagraph } from './returned';

export class ReturnedVisitor implements XmlHandler {
	looks = 0;
	private readonly done: ReturnedParagraph[] = [];
	/** Elements around the place that is read. */
	private readonly path: string[] = [];
	/** Paragraphs within each other: text boxes. */
	private readonly open_: OpenParagraph[] = [];
	/** One whose end was inserted goes on in the next, as it did before. */
	private parted: OpenParagraph | undefined;
	private readonly changes: Change[] = [];
	private readonly begun = new Map<string, { readonly pieces: Piece[]; readonly at: number }>();
	private readonly rows: OpenRow[] = [];
	private readonly tables: number[] = [];
	private readonly cells: OpenCell[] = [];
	private tableCount = 0;
	private rowCount = 0;
	private opensCell = false;
	private note: string | undefined;
	private inProperties = false;
	private inText = false;
	private isRaised = false;
	private skippedDepth = 0;
	private inInstruction = false;
	private readonly fields: NoteFields;
	/** The note whose number a field is about to show. */
	private number: string | undefined;

	/**
	 * `notePrefix`: what stands before the ids of the notes that the text itself is of; `noteMarks`: the notes that
	 * bookmarks stand at.
	 */
	constructor(
		private readonly comments: ReadonlyMap<string, Comment>,
		private readonly styles: ReadonlyMap<string, Style>,
		private readonly notePrefix: string,
		noteMarks: ReadonlyMap<string, string>,
	) {
		this.fields = new NoteFields(noteMarks);
	}

	finish(): readonly ReturnedParagraph[] {
		this.endParted();
		return this.done;
	}

	open(name: string, attributes: string): void {
		if (looks.has(name)) this.looks++;
		const parent = this.path.at(-1) ?? '';
		this.path.push(name);
		if (this.skippedDepth > 0 || skipped.has(name)) {
			this.inInstruction = instructions.has(name);
			this.skippedDepth++;
			return;
		}
		const kind = kinds.get(name);
		if (kind) this.openChange({ kind, by: authorOf(attributes) }, parent);
		else this.openElement(name, attributes);
	}

	close(name: string): void {
		this.path.pop();
		if (this.skippedDepth > 0) {
			this.skippedDepth--;
			this.inInstruction = false;
			return;
		}
		if (kinds.has(name)) this.changes.pop();
		else this.closeElement(name);
	}

	text(value: string): void {
		if (this.inInstruction) this.fields.instruct(value);
		if (this.inText && this.skippedDepth === 0) this.add(value);
	}

	private openChange(change: Change, parent: string): void {
		this.changes.push(change);
		const [paragraph, row] = [this.open_.at(-1), this.rows.at(-1)];
		// Of the properties of a paragraph only its end; a number that was put in is none.
		if (parent === 'rPr' && this.inProperties && paragraph) paragraph.end = change;
		else if (parent === 'trPr' && row) row.change = change;
	}

	private openElement(name: string, attributes: string): void {
		const id = () => attribute(attributes, 'id') ?? '';
		const sign = signs.get(name);
		if (sign !== undefined) return this.add(sign);
		if (tableParts.has(name)) return this.table(name, attributes);
		switch (name) {
			case 'p':
				return this.openParagraph();
			case 'pPr':
				this.inProperties = true;
				return;
			case 'pStyle':
				return this.style(attribute(attributes, 'val') ?? '');
			case 'numPr':
				return this.markItem();
			case 't':
			case 'delText':
				this.inText = true;
				return;
			case 'footnote':
			case 'endnote':
				this.note = attribute(attributes, 'type') === undefined ? this.notePrefix + id() : undefined;
				return;
			default:
				this.mark(name, id(), attributes);
		}
	}

	/** A field begins, shows something, ends; the number of a note is that note again. */
	private field(part: string): void {
		const isInNumber = this.fields.isNumber;
		const note = this.fields.part(part);
		if (note !== undefined && !isInNumber) this.number = note;
		if (!this.fields.isNumber) this.putNumber();
	}

	/** LibreOffice tracks the number that a field shows, not the field. */
	private putNumber(): void {
		const { number } = this;
		this.number = undefined;
		if (number !== undefined) this.put(noteSign, [number]);
	}

	private simpleField(instruction: string): void {
		this.field('begin');
		this.fields.instruct(instruction);
		this.field('separate');
	}

	/** A table, a row, a cell, and how a cell is joined with others. */
	private table(name: string, attributes: string): void {
		if (name === 'tbl') this.tables.push(this.tableCount++);
		else if (name === 'tr') {
			this.endParted();
			this.rows.push({ id: this.rowCount++, table: this.tables.at(-1) ?? 0 });
		} else if (name === 'tc') {
			this.opensCell = true;
			this.cells.push({ columns: 1, goesOn: false });
		} else this.spans(name, attribute(attributes, 'val') ?? '');
	}

	/** What stands at a place of the text and names something elsewhere: a note, a comment. */
	private mark(name: string, id: string, attributes: string): void {
		if (name === 'r') this.isRaised = false;
		else if (name === 'vertAlign') this.isRaised = attribute(attributes, 'val') === 'superscript';
		else if (name === 'fldChar') this.field(attribute(attributes, 'fldCharType') ?? '');
		else if (name === 'fldSimple') this.simpleField(attribute(attributes, 'instr') ?? '');
		else if (name === 'footnoteReference') this.add(noteSign, [id]);
		else if (name === 'endnoteReference') this.add(noteSign, [`end${id}`]);
		else this.remark(name, id);
	}

	private closeElement(name: string): void {
		switch (name) {
			case 'pPr':
				this.inProperties = false;
				return;
			case 't':
			case 'delText':
				this.inText = false;
				return;
			case 'p':
				return this.closeParagraph();
			case 'tr':
				this.rows.pop();
				return;
			case 'fldSimple':
				return this.field('end');
			case 'tbl':
				this.tables.pop();
				return;
			case 'tc':
				this.cells.pop();
				this.opensCell = false;
				this.endParted();
				return;
			case 'footnote':
			case 'endnote':
				this.opensCell = false;
				this.endParted();
		}
	}

	/** A cell that is several columns wide, or goes on with the one above. */
	private spans(name: string, value: string): void {
		const cell = this.cells.at(-1);
		if (!cell) return;
		if (name === 'gridSpan') cell.columns = Math.min(63, Math.max(1, Number(value) || 1));
		else cell.goesOn = value !== 'restart';
	}

	private style(id: string): void {
		const paragraph = this.open_.at(-1);
		const style = this.styles.get(id);
		if (paragraph) {
			paragraph.isReference = /^Bibliography/i.test(id);
			if (style?.level !== undefined) paragraph.heading = style.level;
			paragraph.isTitle = style?.role === 'title';
		}
		if (style?.list && style.role === 'text') this.markItem();
		if (paragraph && (style?.role === 'contents' || /^(?:TOC|Contents)/i.test(id))) paragraph.isContents = true;
	}

	private markItem(): void {
		const paragraph = this.open_.at(-1);
		if (paragraph) paragraph.isItem = true;
	}

	private remark(name: string, id: string): void {
		const paragraph = this.open_.at(-1);
		const comment = this.comments.get(id);
		if (!paragraph || !comment) return;
		const { pieces } = paragraph;
		const end = originalOf(pieces).length;
		if (name === 'commentRangeStart') this.begun.set(id, { pieces, at: end });
		if (name !== 'commentReference') return;
		const begun = this.begun.get(id);
		const earlier = begun !== undefined && begun.pieces !== pieces;
		paragraph.remarks.push({
			...comment,
			start: begun?.at ?? end,
			end,
			...(earlier && { begun: begun.pieces }),
		});
	}

	private add(text: string, notes: readonly string[] = []): void {
		if (this.fields.isNumber) this.putNumber();
		else this.put(text, notes);
	}

	private put(text: string, notes: readonly string[]): void {
		const paragraph = this.open_.at(-1);
		if (!paragraph || this.inProperties) return;
		const change = this.changes.at(-1);
		// What was inserted and deleted again never was.
		if (this.changes.some(one => one.kind === 'inserted') && change?.kind === 'deleted') return;
		// What an export puts between the numbers of notes that touch.
		if (this.isRaised && /^[，,、]$/.test(text) && paragraph.pieces.at(-1)?.text.endsWith(noteSign)) return;
		putPiece(paragraph.pieces, { kind: change?.kind ?? 'same', text, notes, ...change?.by });
	}

	private openParagraph(): void {
		this.open_.push(this.parted ?? newParagraph(this.cells.at(-1), this.rows.at(-1), this.opensCell));
		this.parted = undefined;
		this.opensCell = false;
	}

	private closeParagraph(): void {
		const paragraph = this.open_.pop();
		if (!paragraph) return;
		const isOld = paragraph.pieces.some(({ kind }) => kind !== 'inserted');
		// One that is new altogether is its own; nothing of it goes on in the next.
		if (paragraph.end?.kind !== 'inserted' || !isOld) return this.push(paragraph);
		putPiece(paragraph.pieces, { kind: 'inserted', text: '\n\n', notes: [], ...paragraph.end.by });
		// The same list of pieces: remarks know it as theirs.
		this.parted = { ...paragraph };
		delete this.parted.end;
	}

	/** What was parted ends with a table, a cell or the text. */
	private endParted(): void {
		if (this.parted) this.push(this.parted);
		this.parted = undefined;
	}

	private push({ end, isContents, row, cell, heading, ...paragraph }: OpenParagraph): void {
		if (isContents) return;
		const { note } = this;
		this.done.push({
			...paragraph,
			...(end?.kind === 'deleted' && { joined: end.by }),
			...(row && { row }),
			...(cell && { cell }),
			...(heading !== undefined && { heading }),
			...(note !== undefined && { note }),
		});
	}
}
