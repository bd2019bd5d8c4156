// The tables of a draft in Markdown: which lines they have, and how many columns.

import type { Draft } from '../../draft/draft';

export interface DraftTable {
	readonly first: number;
	readonly last: number;
	readonly columns: number;
}

/** What stands before a table in its lines: quotations, an item. */
const before = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/;
const parting = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
/** What begins a block of its own below a table. */
const otherBlock = /^(?:#{1,6}\s|`{3}|~{3}|<|[-*+]\s|\d{1,9}[.)]\s)/;

/** The table that a line is of. */
export function tableAt(draft: Draft, line: number): DraftTable | undefined {
	return draft.part(tablesIn).get(line);
}

function tablesIn(draft: Draft): ReadonlyMap<number, DraftTable> {
	const found = new Map<number, DraftTable>();
	if (draft.language !== 'markdown') return found;
	const { lines, closed } = draft;
	const textOf = (at: number) => (closed[at] === undefined ? (lines[at]?.text ?? '') : '');
	for (let at = 1; at < lines.length; at++) {
		const bare = textOf(at).replace(/^[ \t>]*/, '');
		if (found.has(at) || !bare.includes('|') || !parting.test(bare)) continue;
		const columns = cellsIn(bare).length;
		const head = textOf(at - 1);
		if (found.has(at - 1) || !head.includes('|') || cellsIn(head.slice(indentOf(head))).length !== columns) continue;
		let last = at;
		while (isRow(textOf(last + 1), quotesOf(head))) last++;
		const table = { first: at - 1, last, columns };
		for (let line = table.first; line <= last; line++) found.set(line, table);
	}
	return found;
}

function isRow(text: string, quotes: number): boolean {
	const bare = text.replace(/^[ \t>]*/, '');
	return bare !== '' && quotesOf(text) === quotes && !otherBlock.test(bare);
}

function quotesOf(text: string): number {
	return (/^[ \t>]*/.exec(text)?.[0] ?? '').split('>').length - 1;
}

/** Where the row begins in its line. */
export function indentOf(text: string): number {
	return before.exec(text)?.[0].length ?? 0;
}

/** The stretches between the bars of a row, half-open; what stands outside the outer ones is none. */
export function cellsIn(row: string): readonly (readonly [from: number, to: number])[] {
	const cells: (readonly [number, number])[] = [];
	let from = /^\s*\|/.exec(row)?.[0].length ?? 0;
	for (const { index } of row.matchAll(/(?<!\\)\||$/g)) {
		if (index < from) continue;
		if (index < row.length || row.slice(from).trim() !== '') cells.push([from, index]);
		from = index + 1;
	}
	return cells;
}
