// The rows of a Word table as lines of text.

import { tableLines, type TableRow } from '../dataTable';
import { Grid } from '../grid';

/** A cell whose row is open: its paragraphs, the columns it takes, and whether it goes on with the one above. */
export interface WordCell {
	readonly paragraphs: string[];
	columns: number;
	goesOn: boolean;
}

/** Text that stands in the frame of a table. */
export interface FramedText {
	readonly text: string;
	readonly isRow: boolean;
}

/** A table that is open. */
export class WordTable {
	/** The cells of its current row. */
	cells: WordCell[] = [];
	/** Whether its current row is repeated on every page. */
	isHead = false;
	private readonly grid = new Grid();
	private rows: TableRow[] = [];
	private readonly framed: FramedText[] = [];

	/** The end of a row: one with one cell only frames its text. */
	endRow(): void {
		const { cells, isHead } = this;
		this.cells = [];
		this.isHead = false;
		const row = this.grid.row(
			cells.map(cell => ({ text: joined(cell.paragraphs), columns: cell.columns, rows: 1, goesOn: cell.goesOn })),
		);
		const [only, ...others] = cells;
		if (!only || others.length > 0 || only.paragraphs.length < 2) this.rows.push({ ...row, isHead });
		else {
			this.flush();
			this.framed.push(...only.paragraphs.map(text => ({ text, isRow: false })));
		}
	}

	/** What it has of text, once it ends. */
	texts(): readonly FramedText[] {
		this.flush();
		return this.framed;
	}

	private flush(): void {
		this.framed.push(...tableLines(this.rows));
		this.rows = [];
	}
}

/** Paragraphs on one line. */
export function joined(paragraphs: readonly string[]): string {
	return paragraphs
		.map(text => text.trim())
		.filter(text => text !== '')
		.join(' ');
}
