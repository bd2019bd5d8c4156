// What a binary Word file says of its characters and paragraphs ([MS-DOC] 2.9: FKPs of formatted disk pages, Sprms):
// which are hidden or deleted, which end a row, which belong to a list.

import { viewOf } from './compound';
import { rowShape, type RowShape } from './tables';

/** What a paragraph, or a style of paragraphs, says of itself; what it leaves unsaid, its style says. */
export interface ParagraphProperties {
	readonly style?: number;
	/** Ends a row of a table: no text of its own. */
	readonly rowEnd?: boolean;
	/** Stands in a cell. */
	readonly inTable?: boolean;
	readonly centred?: boolean;
	/** From 0. */
	readonly outline?: number;
	/** The list it belongs to, 0 for none, and its level from 0. */
	readonly list?: number;
	readonly level?: number;
	/** Of the end of a row: its cells, and whether it is repeated on every page. */
	readonly row?: RowShape;
	readonly head?: boolean;
}

/** A stretch of the stream, in bytes, half-open. */
export interface Run<T> {
	readonly from: number;
	readonly to: number;
	readonly value: T;
}

const pageSize = 512;
/** Bytes of an operand by the upper bits of its operation; 6 says its length itself. */
const operandSizes = [1, 1, 2, 4, 2, 2, -1, 3];

/** Operations and their operands; ends where one does not fit. */
export function* operations(
	bytes: Uint8Array,
): Generator<readonly [operation: number, operand: number, all: Uint8Array]> {
	const view = viewOf(bytes);
	let at = 0;
	while (at + 3 <= bytes.length) {
		const operation = view.getUint16(at, true);
		at += 2;
		const fixed = operandSizes[operation >> 13] ?? 1;
		const size = fixed > 0 ? fixed : variableSize(view, at, operation);
		if (at + size > bytes.length) return;
		const operand = size === 1 || size === 3 ? view.getUint8(at) : view.getUint16(at, true);
		yield [operation, operand, bytes.subarray(at, at + size)];
		at += size;
	}
}

/** A table's definition has two bytes of length, one less than it is long; all others one. */
function variableSize(view: DataView, at: number, operation: number): number {
	if (operation === 0xd608 && at + 2 <= view.byteLength) return view.getUint16(at, true) + 1;
	return view.getUint8(at) + 1;
}

const deletedMark = 0x0800;
const vanish = 0x083c;

/** Stretches of the stream whose characters nobody sees, in order. */
export function hiddenRuns(document: Uint8Array, table: Uint8Array): readonly Run<'deleted' | 'hidden'>[] {
	const runs = pagesOf(document, table).flatMap(page => {
		const found: Run<'deleted' | 'hidden'>[] = [];
		const count = page[pageSize - 1] ?? 0;
		for (const { from, to, index } of stretchesOf(page, count)) {
			const offset = (page[(count + 1) * 4 + index] ?? 0) * 2;
			const size = offset === 0 ? 0 : (page[offset] ?? 0);
			const said = new Map(
				[...operations(page.subarray(offset + 1, offset + 1 + size))].map(([code, operand]) => [code, operand]),
			);
			if (said.get(deletedMark) === 1) found.push({ from, to, value: 'deleted' });
			else if (said.get(vanish) === 1) found.push({ from, to, value: 'hidden' });
		}
		return found;
	});
	return inOrder(runs);
}

/** What each paragraph says. */
export function paragraphRuns(document: Uint8Array, table: Uint8Array): readonly Run<ParagraphProperties>[] {
	const runs = pagesOf(document, table).flatMap(page => {
		const count = page[pageSize - 1] ?? 0;
		return stretchesOf(page, count).map(({ from, to, index }) => {
			const offset = (page[(count + 1) * 4 + index * 13] ?? 0) * 2;
			return { from, to, value: offset === 0 ? {} : paragraphAt(page, offset) };
		});
	});
	return inOrder(runs);
}

/** Runs in the order of the stream; honest ones lie beside each other. */
function inOrder<T>(runs: readonly Run<T>[]): readonly Run<T>[] {
	let last = 0;
	return [...runs]
		.sort((a, b) => a.from - b.from)
		.filter(({ from, to }) => {
			const beside = from >= last;
			if (beside) last = to;
			return beside;
		});
}

/** Which run ends behind a byte first: the one the byte lies in, or the next. */
export function runAt(runs: readonly Run<unknown>[], byte: number): number {
	let low = 0;
	let high = runs.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((runs[middle]?.to ?? 0) <= byte) low = middle + 1;
		else high = middle;
	}
	return low;
}

function paragraphAt(page: Uint8Array, offset: number): ParagraphProperties {
	const words = page[offset] ?? 0;
	const from = words > 0 ? offset + 1 : offset + 2;
	const size = words > 0 ? words * 2 - 1 : (page[offset + 1] ?? 0) * 2;
	return styledProperties(page.subarray(from, from + size));
}

/** A style's number and what is said besides it. */
export function styledProperties(bytes: Uint8Array): ParagraphProperties {
	if (bytes.length < 2) return {};
	return { style: viewOf(bytes).getUint16(0, true), ...paragraphProperties(bytes.subarray(2)) };
}

function paragraphProperties(bytes: Uint8Array): ParagraphProperties {
	let found: ParagraphProperties = {};
	for (const [operation, operand, all] of operations(bytes)) {
		const said = paragraphOperations[operation]?.(operand, all);
		if (said) found = { ...found, ...said };
	}
	return found;
}

const aligned = (operand: number): ParagraphProperties => ({ centred: operand === 1 });

/** Operations on paragraphs that are listened to, by their codes ([MS-DOC] 2.6.2). */
const paragraphOperations: Readonly<Record<number, (operand: number, all: Uint8Array) => ParagraphProperties>> = {
	0x2403: aligned,
	0x2461: aligned,
	0x2416: operand => ({ inTable: operand === 1 }),
	0x2417: operand => ({ rowEnd: operand === 1 }),
	0x260a: operand => ({ level: operand }),
	0x2640: operand => ({ outline: operand }),
	0x460b: operand => ({ list: operand }),
	0x3404: operand => ({ head: operand === 1 }),
	0xd608: (_, all) => {
		const row = rowShape(all);
		return row ? { row } : {};
	},
};

/** The pages of properties that a table of the document names. */
function pagesOf(document: Uint8Array, table: Uint8Array): readonly Uint8Array[] {
	const view = viewOf(table);
	const count = Math.max(0, Math.floor((table.length - 4) / 8));
	return Array.from({ length: count }, (_, i) => {
		const number = view.getUint32((count + 1 + i) * 4, true) & 0x3fffff;
		return document.subarray(number * pageSize, (number + 1) * pageSize);
	}).filter(page => page.length === pageSize);
}

/** Where the runs of a page begin and end. */
function stretchesOf(page: Uint8Array, count: number): readonly { from: number; to: number; index: number }[] {
	const view = viewOf(page);
	const fitting = Math.min(count, (pageSize >> 2) - 2);
	return Array.from({ length: fitting }, (_, index) => ({
		from: view.getUint32(index * 4, true),
		to: view.getUint32(index * 4 + 4, true),
		index,
	})).filter(({ from, to }) => to > from);
}
