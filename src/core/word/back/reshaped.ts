// Tables whose columns or cells are others than those of the draft: cells joined and split, columns put in and taken
// out. Such a table is written anew as one change; a cell that is as it was keeps what the draft has.

import type { Draft } from '../../draft/draft';
import { lineAt } from '../../draft/lines';
import type { PairedParagraph } from './paired';
import { keyOf } from './pairing/keys';
import { unitItems } from './pairing/pairing';
import { untracked, type Proposal } from './proposal';
import { originalOf } from './returned';
import { newCell, tableAround } from './rows';
import type { Unit } from './units';
import type { Write } from './writing';

/** Tables that are written anew: all their paragraphs, the first with the change. */
export function reshapedTables(
	draft: Draft,
	units: readonly Unit[],
	paired: readonly PairedParagraph[],
	write: Write,
): ReadonlyMap<PairedParagraph, readonly Proposal[]> {
	const found = new Map<PairedParagraph, readonly Proposal[]>();
	if (draft.language !== 'markdown') return found;
	for (const cells of tablesOf(paired)) {
		const own = tableIn(draft, units, cells);
		if (!own || !isReshaped(cells, own)) continue;
		const proposal = writtenAnew(draft, cells, own, write);
		for (const [at, one] of cells.entries()) found.set(one, at === 0 ? [proposal] : []);
	}
	return found;
}

function tablesOf(paired: readonly PairedParagraph[]): readonly (readonly PairedParagraph[])[] {
	const tables = new Map<number, PairedParagraph[]>();
	for (const one of paired) {
		const { row } = one.paragraph;
		if (row) tables.set(row.table, [...(tables.get(row.table) ?? []), one]);
	}
	return [...tables.values()].filter(cells => cells.every(isUntouched));
}

/** What was tracked is told of change by change. */
function isUntouched({ paragraph }: PairedParagraph): boolean {
	return !paragraph.row?.change && paragraph.pieces.every(({ kind }) => kind === 'same');
}

/** A table of a draft: its rows, its lines. */
interface OwnTable {
	readonly rows: readonly (readonly Unit[])[];
	readonly first: number;
	readonly last: number;
}

/** The table of the draft that one is: the first whose cells it has. */
function tableIn(draft: Draft, units: readonly Unit[], cells: readonly PairedParagraph[]): OwnTable | undefined {
	const unit = cells.map(one => one.unit).find(one => one?.kind === 'cell');
	if (!unit) return undefined;
	const [first, last] = tableAround(draft, lineAt(draft.lines, unit.start));
	const rows = unitItems(draft, units)
		.map(({ parts }) => parts)
		.filter(([cell]) => cell?.kind === 'cell' && isWithin(lineAt(draft.lines, cell.start), first, last));
	return { rows, first, last };
}

function isWithin(line: number, first: number, last: number): boolean {
	return line >= first && line <= last;
}

function isReshaped(cells: readonly PairedParagraph[], { rows }: OwnTable): boolean {
	const isJoined = cells.some(({ paragraph: { cell } }) => cell && (cell.columns > 1 || cell.goesOn));
	const own = Math.max(...rows.map(({ length }) => length));
	const [head] = rows;
	const hasHead = cells.some(({ unit }) => unit && head?.includes(unit));
	return isJoined || !hasHead || rowsOf(cells).some(row => row.filter(opens).length !== own);
}

function opens({ paragraph }: PairedParagraph): boolean {
	return paragraph.opensCell;
}

function rowsOf(cells: readonly PairedParagraph[]): readonly (readonly PairedParagraph[])[] {
	const rows = new Map<number, PairedParagraph[]>();
	for (const one of cells) {
		const id = one.paragraph.row?.id ?? 0;
		rows.set(id, [...(rows.get(id) ?? []), one]);
	}
	return [...rows.values()];
}

function writtenAnew(draft: Draft, cells: readonly PairedParagraph[], own: OwnTable, write: Write): Proposal {
	const { lineEnd } = draft.conventions;
	const sources = new Map(
		own.rows.flat().map(({ text, start, end }) => [keyOf(text), draft.text.slice(start, end).trim()]),
	);
	const grid = rowsOf(cells).map(row => cellTexts(row, sources, write));
	const width = Math.max(...grid.map(({ length }) => length));
	const lines = grid.map(row => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`);
	const below = draft.lines[own.first + 1]?.text ?? '';
	const kept = /-/.test(below) && /^[\s|:-]+$/.test(below) ? below.split('|').slice(1, -1) : [];
	const parting = `|${Array.from({ length: width }, (_, at) => kept[at] ?? '---').join('|')}|`;
	const text = [...lines.slice(0, 1), parting, ...lines.slice(1)].join(lineEnd);
	const start = draft.lines[own.first]?.start ?? 0;
	const last = draft.lines[own.last];
	const end = (last?.start ?? 0) + (last?.text.length ?? 0);
	const deleted = own.rows.map(row => row.map(one => one.text).join(' | ')).join('¶');
	const inserted = grid.map(row => row.join(' | ')).join('¶');
	return { ...untracked, start, end, deleted, inserted, remark: '', edits: [{ start, end, text }] };
}

/** What the cells of a row say, one a column: one that is wider, or goes on, leaves the others empty. */
function cellTexts(
	row: readonly PairedParagraph[],
	sources: ReadonlyMap<string, string>,
	write: Write,
): readonly string[] {
	const textOf = ({ paragraph: { pieces } }: PairedParagraph) =>
		sources.get(keyOf(originalOf(pieces))) ?? pieces.map(piece => write(piece, newCell)).join('');
	return row.filter(opens).flatMap(({ paragraph: { cell } }) => {
		const paragraphs = row.filter(({ paragraph }) => paragraph.cell === cell && !cell?.goesOn);
		const text = paragraphs.map(textOf).filter(words => words !== '');
		return [text.join('<br>'), ...Array.from({ length: (cell?.columns ?? 1) - 1 }, () => '')];
	});
}
