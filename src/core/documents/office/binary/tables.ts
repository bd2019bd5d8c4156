// The tables of a binary Word file: cells have edges and no spans, so the columns a cell takes are told by the edges of
// all rows ([MS-DOC] 2.9.326 TDefTableOperand).

import type { Block } from '../blocks';
import { WordTable, type WordCell } from '../tableRows';
import { viewOf } from './compound';

/** A cell as the end of its row describes it. */
export interface CellShape {
	/** Where it ends, in twentieths of a point. */
	readonly end: number;
	/** It goes on with the cell before it, or above it. */
	readonly besideOn: boolean;
	readonly aboveOn: boolean;
}

/** The left edge of a row and its cells. */
export interface RowShape {
	readonly start: number;
	readonly cells: readonly CellShape[];
}

const bytesOfCell = 20;

/** What the definition of a table says of the cells of a row. */
export function rowShape(bytes: Uint8Array): RowShape | undefined {
	const count = bytes[2] ?? 0;
	const edges = 3;
	const flags = edges + (count + 1) * 2;
	if (count === 0 || bytes.length < flags) return undefined;
	const view = viewOf(bytes);
	const cells = Array.from({ length: count }, (_, i): CellShape => {
		const at = flags + i * bytesOfCell;
		const said = at + 2 <= bytes.length ? view.getUint16(at, true) : 0;
		return {
			end: view.getInt16(edges + (i + 1) * 2, true),
			besideOn: (said & 3) >= 2,
			aboveOn: ((said >> 5) & 3) === 1,
		};
	});
	return { start: view.getInt16(edges, true), cells };
}

interface BinaryRow {
	readonly cells: readonly (readonly Block[])[];
	readonly shape: RowShape | undefined;
	readonly isHead: boolean;
}

/** Edges that lie so near each other are one. */
const tolerance = 20;

/** A table that is open. */
export class BinaryTable {
	private readonly rows: BinaryRow[] = [];

	add(row: BinaryRow): void {
		if (row.cells.some(cell => cell.some(({ text }) => text.trim() !== ''))) this.rows.push(row);
	}

	/** Its rows, and the paragraphs that only stand in its frame. */
	blocks(): readonly Block[] {
		const edges = edgesOf(this.rows);
		const table = new WordTable();
		const framed = new Map<string, Block>();
		for (const { cells, shape, isHead } of this.rows) {
			table.cells = wordCells(cells, shape, edges);
			table.isHead = isHead;
			if (cells.length === 1) for (const block of cells[0] ?? []) framed.set(block.text.trim(), block);
			table.endRow();
		}
		const rows = {};
		return table.texts().map(({ text, isRow }): Block => {
			const own = isRow ? undefined : framed.get(text);
			return (
				own ?? { text, kind: isRow ? 'row' : 'paragraph', style: '', centred: false, ...(isRow && { table: rows }) }
			);
		});
	}
}

function edgesOf(rows: readonly BinaryRow[]): readonly number[] {
	const all = rows.flatMap(({ shape }) => (shape ? [shape.start, ...shape.cells.map(({ end }) => end)] : []));
	return all.sort((a, b) => a - b).filter((edge, i, sorted) => i === 0 || edge - (sorted[i - 1] ?? edge) > tolerance);
}

/** The cells of a row with the columns they take; each one where nothing says how wide they are. */
function wordCells(
	cells: readonly (readonly Block[])[],
	shape: RowShape | undefined,
	edges: readonly number[],
): WordCell[] {
	const isKnown = shape !== undefined && shape.cells.length >= cells.length;
	const column = (edge: number) => edges.filter(one => one <= edge + tolerance).length;
	const found: WordCell[] = [];
	cells.forEach((blocks, i) => {
		const own = isKnown ? shape.cells[i] : undefined;
		const from = shape?.cells[i - 1]?.end ?? shape?.start ?? 0;
		const columns = own ? Math.max(1, column(own.end) - column(from)) : 1;
		const last = found.at(-1);
		if (own?.besideOn === true && last) last.columns += columns;
		else found.push({ paragraphs: blocks.map(({ text }) => text), columns, goesOn: own?.aboveOn === true });
	});
	return found;
}
