// Rows of tables that were put in or taken out.

import type { Draft } from '../../draft/draft';
import { lineAt } from '../../draft/lines';
import type { PairedParagraph } from './paired';
import type { Proposal } from './proposal';
import type { Author } from './returned';
import type { Unit } from './units';
import type { Write } from './writing';

/** As what cells are written that the draft has not. */
const newCell: Unit = { text: '', from: [], to: [], kind: 'cell', mark: '', start: 0, end: 0 };

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
	if (change.kind === 'deleted') return [deletedRow(draft, cells, change.by)];
	return [insertedRows(draft, cells, write, before?.unit, change.by)];
}

function deletedRow(draft: Draft, cells: readonly PairedParagraph[], by: Author): Proposal {
	const texts = cells.map(({ paragraph }) => paragraph.pieces.map(({ text }) => text).join(''));
	const shown = { kind: 'change', ...by, deleted: texts.join(' | '), inserted: '', remark: '' } as const;
	const units = cells.flatMap(({ unit }) => unit ?? []);
	const lines = new Set(units.map(({ start }) => lineAt(draft.lines, start)));
	const [line] = lines;
	const start = units[0]?.start ?? 0;
	if (line === undefined || lines.size !== 1 || units.some(({ kind }) => kind !== 'cell'))
		return { ...shown, start, end: start };
	const from = draft.lines[line]?.start ?? 0;
	const to = draft.lines[line + 1]?.start ?? draft.text.length;
	return { ...shown, start: from, end: to, edits: [{ start: from, end: to, text: '' }] };
}

function insertedRows(
	draft: Draft,
	cells: readonly PairedParagraph[],
	write: Write,
	above: Unit | undefined,
	by: Author,
): Proposal {
	const rows = rowsOf(cells, write);
	const lines = rows.map(texts => `| ${texts.join(' | ')} |`);
	const shown = {
		kind: 'change',
		...by,
		deleted: '',
		inserted: rows.map(texts => texts.join(' | ')).join('¶'),
		remark: '',
	} as const;
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
	const line = next && /^\s*\|?[\s|:]*-[\s|:-]*$/.test(next.text) ? next : draft.lines[at];
	return (line?.start ?? 0) + (line?.text.length ?? 0);
}
