// Rows of tables that have more cells than the head: Markdown has no place for those.

import type { Token } from './parser';

/** What begins a line that a table stands in: quotations, an item. */
const before = /^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*/;

/** The cells of a text that no table takes, those of a row as one text. */
export function cellsLeftOut(text: string, tokens: readonly Token[]): readonly string[] {
	if (!tokens.some(({ type }) => type === 'table_open')) return [];
	const lines = text.split(/\r\n|[\r\n]/);
	let columns = 0;
	return tokens.flatMap(({ type, map }) => {
		if (type === 'table_open') columns = 0;
		if (type === 'th_open') columns++;
		if (type !== 'tr_open' || !map || columns === 0) return [];
		const left = cellsOf(lines[map[0]] ?? '').slice(columns);
		return [left.filter(cell => cell !== '').join(' | ')].filter(cells => cells !== '');
	});
}

function cellsOf(line: string): readonly string[] {
	const row = line.replace(before, '').replace(/^\|/, '').trimEnd();
	return row.split(/(?<!\\)\|/).map(cell => cell.trim());
}
