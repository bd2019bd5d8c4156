// The rows of a table as a page or a file has them → lines: its head as one row, rows of figures, and what stands above
// and below in its frame.

import { rowText } from '../text/layout/layout';

/** A row laid out in its columns (grid.ts). */
export interface TableRow {
	/** One alone where one cell takes the whole row. */
	readonly cells: readonly string[];
	/** Whether the file says that it is of the head. */
	readonly isHead: boolean;
	/** Whether a cell of a row above reaches into it. */
	readonly continues: boolean;
	/** Whether a cell takes several columns. */
	readonly spans: boolean;
}

/** A line of a table: a row of it, or a paragraph that only stands in its frame. */
export interface TableLine {
	readonly text: string;
	readonly isRow: boolean;
}

/** More rows no head has. */
const mostHeads = 4;
/** A cell with more text is one of a page's or a form's frame. */
const longestCell = 2_000;

/**
 * The lines of a table. A name above and notes below that take its whole width are paragraphs; what has fewer than two
 * rows of two cells is no table.
 */
export function tableLines(rows: readonly TableRow[]): readonly TableLine[] {
	const filled = rows.filter(({ cells }) => cells.some(cell => cell !== ''));
	const isWide = ({ cells }: TableRow) => cells.length > 1;
	const first = filled.findIndex(isWide);
	const end = filled.findLastIndex(isWide) + 1;
	const inside = filled.slice(Math.max(0, first), end);
	const isTable =
		inside.filter(isWide).length >= 2 && inside.every(({ cells }) => cells.every(cell => cell.length <= longestCell));
	if (!isTable) return filled.map(row => line(row.cells, false));
	const heads = headsOf(inside);
	return [
		...filled.slice(0, first).map(row => line(row.cells, false)),
		line(mergedHead(inside.slice(0, heads)), true),
		...inside.slice(heads).map(row => line(row.cells, true)),
		...filled.slice(end).map(row => line(row.cells, false)),
	];
}

function line(cells: readonly string[], isRow: boolean): TableLine {
	return isRow ? { text: rowText(cells), isRow } : { text: plainLine(cells), isRow };
}

function plainLine(cells: readonly string[]): string {
	return cells.join(' | ').trim();
}

/** How many rows the head has: as many as say so, else those its cells reach into where some take several columns. */
function headsOf(rows: readonly TableRow[]): number {
	const most = Math.min(mostHeads, rows.length - 1);
	const said = rows.findIndex(row => !row.isHead);
	if (said > 0 && said <= most) return said;
	if (rows[0]?.spans !== true) return 1;
	let heads = 1;
	while (heads < most && rows[heads]?.continues === true) heads++;
	return heads;
}

/** One row of several: what stands above each other in a column, each text once. */
function mergedHead(rows: readonly TableRow[]): readonly string[] {
	const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	return Array.from({ length: columns }, (_, at) => [...new Set(rows.map(({ cells }) => cells[at] ?? ''))].join(' '));
}
