// Cells of a sheet that are merged: what stands in the first of them holds for all.

import { widest } from './csv';

/** A row of a sheet, with its number there. */
export interface SheetRow {
	readonly number: number;
	readonly cells: string[];
}

/** Cells that merged ranges may fill. */
const filled = 100_000;

/**
 * Merged cells: what stands in the first one holds for all, as people mean it. Answers how many characters that adds.
 */
export function mergeDown(rows: readonly SheetRow[], ranges: readonly string[]): number {
	const byNumber = new Map(rows.map(row => [row.number, row.cells]));
	let left = filled;
	let added = 0;
	for (const range of ranges) {
		const merged = mergedCells(range);
		// Side by side cells are a caption, not a value.
		if (!merged || merged.columns[0] !== merged.columns[1]) continue;
		const [column] = merged.columns;
		const value = byNumber.get(merged.rows[0])?.[column];
		if (value === undefined) continue;
		for (let number = merged.rows[0] + 1; number <= merged.rows[1] && left > 0; number++, left--) {
			const cells = byNumber.get(number);
			if (cells) added += fill(cells, column, value);
		}
	}
	return added;
}

/** Puts a text where nothing stands, and answers how many characters that adds. */
function fill(cells: string[], column: number, value: string): number {
	while (cells.length <= column) cells.push('');
	if (cells[column] !== '') return 0;
	cells[column] = value;
	return value.length;
}

/** Cells that are joined: the first and the last column and row, rows as the sheet counts them. */
interface MergedCells {
	readonly columns: readonly [number, number];
	readonly rows: readonly [number, number];
}

function mergedCells(range: string): MergedCells | undefined {
	const [, first, last] = /^([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})$/.exec(range) ?? [];
	const [left, right] = [columnOf(first), columnOf(last)];
	if (first === undefined || last === undefined || left === undefined || right === undefined) return undefined;
	const rowOf = (cell: string) => Number(cell.replace(/\D+/g, ''));
	return { columns: [left, right], rows: [rowOf(first), rowOf(last)] };
}

/** Whether a row has a cell that takes several columns, and one that a row above begins. */
export interface Spread {
	readonly spans: boolean;
	readonly continues: boolean;
}

/** Puts what is merged into every cell it takes, and answers for each row what reaches into it. */
export function spreadCells(rows: readonly SheetRow[], ranges: readonly string[]): readonly Spread[] {
	const byNumber = new Map(rows.map((row, at) => [row.number, at]));
	const spread: Spread[] = rows.map(() => ({ spans: false, continues: false }));
	let left = filled;
	for (const merged of ranges.flatMap(range => mergedCells(range) ?? [])) {
		const [first, last] = merged.rows;
		const value = rows[byNumber.get(first) ?? -1]?.cells[merged.columns[0]] ?? '';
		for (let number = first; value !== '' && number <= last && left > 0; number++, left--) {
			const at = byNumber.get(number) ?? -1;
			left -= fillRow(rows[at]?.cells ?? [], merged, value);
			const before = spread[at];
			if (before) spread[at] = reaching(before, merged, number);
		}
	}
	return spread;
}

function reaching({ spans, continues }: Spread, { columns, rows }: MergedCells, number: number): Spread {
	return { spans: spans || columns[1] > columns[0], continues: continues || number > rows[0] };
}

/** Fills the cells of a row, and answers how many that are. */
function fillRow(cells: string[], { columns: [first, last] }: MergedCells, value: string): number {
	const end = Math.min(last, widest - 1);
	for (let column = first; column <= end; column++) fill(cells, column, value);
	return Math.max(0, end - first);
}

/** `AB12` → 27; nothing for what is no name of a cell. */
export function columnOf(reference: string | undefined): number | undefined {
	const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
	return letters === undefined ? undefined : [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
}
