// Lines of a printed page that are rows of a table, where that can be told: pieces side by side that stand in the same
// columns line after line.

import { rowText } from '../../text/layout/layout';
import type { Cell, Line } from './lines';

/** A row of a table, one and the same for all rows of one. */
export interface PrintedRow {
	readonly table: object;
	readonly text: string;
}

/** Fewer rows may stand so by chance. */
const leastRows = 3;
/** A longer cell is a line of prose in a column. */
const longestCell = 40;
/** Dots that lead to the number of a page: a table of contents. */
const leader = /(?:[.．·…]\s*){4,}|\.{3}/;

/** The rows among lines, by line. */
export function printedRows(lines: readonly Line[]): ReadonlyMap<Line, PrintedRow> {
	const rows = new Map<Line, PrintedRow>();
	let open: Line[] = [];
	const close = () => {
		for (const [line, row] of rowsOf(open)) rows.set(line, row);
		open = [];
	};
	for (const line of lines) {
		const before = open.at(-1);
		if (!mayBeRow(line)) close();
		else {
			if (before && (before.page !== line.page || line.y - before.y > 4 * line.size)) close();
			open.push(line);
		}
	}
	close();
	return rows;
}

function mayBeRow({ cells = [], text }: Line): boolean {
	return cells.length >= 2 && !leader.test(text) && cells.every(cell => cell.text.length <= longestCell);
}

/** The rows of lines that follow each other, if they stand in columns. */
function rowsOf(lines: readonly Line[]): readonly (readonly [Line, PrintedRow])[] {
	if (lines.length < leastRows) return [];
	const columns = columnsOf(lines);
	const placed = lines.map(line => placedIn(columns, line.cells ?? []));
	if (columns.length < 2 || placed.some(row => row === undefined) || !hasFigures(placed)) return [];
	const table = {};
	return lines.map((line, i) => [line, { table, text: rowText(placed[i] ?? []) }]);
}

/** A stretch across the page that cells share. */
interface Column {
	from: number;
	to: number;
}

/** The columns: stretches that cells of several lines cover, parted where none does. */
function columnsOf(lines: readonly Line[]): readonly Column[] {
	const columns: Column[] = [];
	const cells = lines.flatMap(line => line.cells ?? []).sort((a, b) => a.x - b.x);
	for (const { x, end } of cells) {
		const last = columns.at(-1);
		if (last && x < last.to) last.to = Math.max(last.to, end);
		else columns.push({ from: x, to: end });
	}
	return columns;
}

/** The cells by column; nothing where two stand in one. */
function placedIn(columns: readonly Column[], cells: readonly Cell[]): readonly string[] | undefined {
	const row = columns.map(() => '');
	for (const { text, x, end } of cells) {
		const at = columns.findIndex(({ from, to }) => x >= from - 1 && end <= to + 1);
		if (at < 0 || row[at] !== '') return undefined;
		row[at] = text;
	}
	return row;
}

/** A number, perhaps with a unit, or a dash in its place. */
const figure = /^(?:[-+±<>≥≤]?[\d,.，．]+(?:\s*[%％‰\p{Script=Han}]{1,3})?|[-—–－]+)$/u;

/** Whether below the first line a cell in three is a figure: names side by side are no table by that alone. */
function hasFigures(rows: readonly (readonly string[] | undefined)[]): boolean {
	const cells = rows.slice(1).flatMap(row => (row ?? []).filter(cell => cell !== ''));
	const figures = cells.filter(cell => figure.test(cell));
	return figures.length * 3 >= cells.length;
}
