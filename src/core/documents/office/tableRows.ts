// The rows of a Word table as lines of text.

import { Grid } from '../grid';

/** What a row becomes: paragraphs, where it only frames them, or one line of its cells. */
export interface RowBlock {
	readonly text: string;
	readonly kind: 'paragraph' | 'row';
}

/** A cell whose row is open: its paragraphs, the columns it takes, and whether it goes on with the one above. */
export interface WordCell {
	readonly paragraphs: string[];
	columns: number;
	goesOn: boolean;
}

/** A table that is open: the cells of its current row, and its rows so far. */
export interface WordTable {
	cells: WordCell[];
	readonly grid: Grid;
}

/** A table without rows. */
export function openTable(): WordTable {
	return { cells: [], grid: new Grid() };
}

/** A row with one cell only frames its text; of others the texts of their places stand side by side. */
export function rowBlocks({ cells, grid }: WordTable): readonly RowBlock[] {
	const [only, ...others] = cells;
	const texts = grid.row(
		cells.map(cell => ({ text: joined(cell.paragraphs), columns: cell.columns, rows: 1, goesOn: cell.goesOn })),
	);
	if (only && others.length === 0) return only.paragraphs.map(text => ({ text, kind: 'paragraph' }));
	return texts.some(text => text !== '') ? [{ text: texts.join(' | '), kind: 'row' }] : [];
}

/** Paragraphs on one line. */
export function joined(paragraphs: readonly string[]): string {
	return paragraphs
		.map(text => text.trim())
		.filter(text => text !== '')
		.join(' ');
}
