// Rows of tables that were put in or taken out.

import type { Draft } from '../../draft/draft';
import { lineAt } from '../../draft/lines';
import type { PairedParagraph } from './paired';
import type { Proposal, Said } from './proposal';
import type { Unit } from './units';
import { tableAt } from './tables';
import type { Write } from './writing';

/** As what cells are written that the draft has not. */
export const newCell: Unit = { text: '', from: [], to: [], kind: 'cell', mark: '', start: 0, end: 0 };

/**
 * What rows make of the draft, by the paragraphs of their cells: one row, or all of a table that was put in; `before`:
 * what the draft has above.
 */
export function rowChange(
	draft: Draft,
	cells: readonly PairedParagraph[],
	write: Write,
	before: PairedParagraph | undefined,
): readonly Proposal[] {
	const change = cells[0]?.paragraph.row?.change;
	if (!change) return [];
	const said: Said = { kind: 'change', ...change.by };
	if (change.kind === 'inserted') return [insertedRows(draft, cells, write, before?.unit, said)];
	const texts = cells.map(({ paragraph }) => paragraph.pieces.map(({ text }) => text).join(''));
	const units = cells.flatMap(({ unit }) => unit ?? []);
	return [deletedRow(draft, units, texts, said)];
}

/** A row that is there no more: its line. */
export function deletedRow(draft: Draft, units: readonly Unit[], texts: readonly string[], said: Said): Proposal {
	const shown = { ...said, deleted: texts.join(' | '), inserted: '', remark: '' };
	const lines = new Set(units.map(({ start }) => lineAt(draft.lines, start)));
	const [line] = lines;
	const start = units[0]?.start ?? 0;
	if (line === undefined || lines.size !== 1 || units.some(({ kind }) => kind !== 'cell'))
		return { ...shown, start, end: start };
	const from = draft.lines[line]?.start ?? 0;
	const to = draft.lines[line + 1]?.start ?? draft.text.length;
	return { ...shown, start: from, end: to, edits: [{ start: from, end: to, text: '' }] };
}

/** The first and the last line of the table that a line is of. */
export function tableAround(draft: Draft, line: number): readonly [number, number] {
	const { first, last } = tableAt(draft, line) ?? { first: line, last: line };
	return [first, last];
}

/** Rows that are there no more: each its own line, all of a table the whole of it. */
export function deletedRows(draft: Draft, rows: readonly (readonly Unit[])[], said: Said): readonly Proposal[] {
	const textsOf = (row: readonly Unit[]) => row.map(({ text }) => text);
	const [first, last] = tableAround(draft, lineAt(draft.lines, rows[0]?.[0]?.start ?? 0));
	// One line of a table parts its head from its rows.
	if (rows.length < last - first) return rows.map(row => deletedRow(draft, row, textsOf(row), said));
	const start = draft.lines[first]?.start ?? 0;
	const below = draft.lines[last + 1];
	const end = draft.lines[last + (below?.text.trim() === '' ? 2 : 1)]?.start ?? draft.text.length;
	const deleted = rows.map(row => textsOf(row).join(' | ')).join('¶');
	return [{ ...said, start, end, deleted, inserted: '', remark: '', edits: [{ start, end, text: '' }] }];
}

/** Rows that the draft has not, by the paragraphs of their cells, below the cell `above`; or a table of them. */
export function insertedRows(
	draft: Draft,
	cells: readonly PairedParagraph[],
	write: Write,
	above: Unit | undefined,
	said: Said,
): Proposal {
	const rows = rowsOf(cells, write);
	const lines = rows.map(texts => `| ${texts.join(' | ')} |`);
	const shown = {
		...said,
		deleted: '',
		inserted: rows.map(texts => texts.join(' | ')).join('¶'),
		remark: '',
	};
	const { lineEnd } = draft.conventions;
	if (draft.language !== 'markdown') return { ...shown, start: above?.end ?? 0, end: above?.end ?? 0 };
	if (above?.kind === 'cell') {
		const at = rowEnd(draft, above.end);
		return { ...shown, start: at, end: at, edits: [{ start: at, end: at, text: lineEnd + lines.join(lineEnd) }] };
	}
	const at = above?.end ?? 0;
	const head = `|${'---|'.repeat(rows[0]?.length ?? 1)}`;
	const table = [...lines.slice(0, 1), head, ...lines.slice(1)].join(lineEnd);
	const text = above ? lineEnd + lineEnd + table : table + lineEnd + lineEnd;
	return { ...shown, start: at, end: at, edits: [{ start: at, end: at, text }] };
}

/** The texts of the cells, row by row. */
function rowsOf(cells: readonly PairedParagraph[], write: Write): readonly (readonly string[])[] {
	const rows: string[][] = [];
	let last: number | undefined;
	for (const { paragraph } of cells) {
		const kept = paragraph.pieces.filter(({ kind }) => kind !== 'deleted');
		const text = kept
			.map(one => write(one, newCell))
			.join('')
			.replace(/(?:<br>)+$/, '');
		if (paragraph.row?.id !== last) rows.push([]);
		last = paragraph.row?.id;
		const row = rows.at(-1) ?? [];
		if (paragraph.opensCell || row.length === 0) row.push(text);
		else row.push(`${row.pop() ?? ''}<br>${text}`);
	}
	return rows;
}

/** Where the line of a row ends; behind the head, where what parts it from the rows does. */
function rowEnd(draft: Draft, offset: number): number {
	const at = lineAt(draft.lines, offset);
	const next = draft.lines[at + 1];
	const line = next && /^(?=[\s|:]*-)[\s|:-]+$/.test(next.text) ? next : draft.lines[at];
	return (line?.start ?? 0) + (line?.text.length ?? 0);
}
