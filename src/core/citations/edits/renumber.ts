// Numbers `[1]` of a draft without footnotes, with the list 参考文献 at its end: counted anew by appearance, the list
// in the same order.

import { applyEdits, type Edit } from '../../draft/edit';
import type { Draft } from '../../draft/draft';
import type { TextLine } from '../../draft/lines';
import { highest, numberMarks, type NumberMark } from '../../draft/numberMarks';
import { listEntries, listHeads, type ListEntry } from '../../draft/referenceList';
import { planOf, type Plan, type PlanProblem } from './plan';

/**
 * Counts the numbers of a plain text anew. Entries nobody refers to come last. Numbers without an entry stay and are
 * reported; nobody else gets them. Where it cannot be told what a number means (two lists, a number twice, a stretch
 * `[1-3]` that would be torn), nothing is done.
 */
export function planRenumber({ text, lines }: Draft): Plan {
	const entries = listEntries({ lines });
	const [head] = entries;
	if (!head) return { edits: [], problems: [], changed: 0 };
	const refused = twoLists(lines) ?? twice(entries);
	if (refused) return { edits: [], problems: [refused], changed: 0 };
	const known = new Map(entries.map(entry => [entry.number, entry]));
	const marks = marksOf(text, entries, known);
	const problems = marks.flatMap(mark => unknown(mark, known));
	const turn = turnsOf(entries, marks, known);
	const torn = marks.some(mark => mark.range) && [...turn].some(([from, to]) => from !== to);
	if (torn) return { edits: [], problems: [{ code: 'context', key: '-', start: 0, end: 0 }, ...problems], changed: 0 };
	const edits: Edit[] = [];
	for (const { numbers } of marks) {
		for (const { number, start, end } of numbers) {
			const to = turn.get(number);
			if (to !== undefined && to !== number) edits.push({ start, end, text: String(to) });
		}
	}
	return planOf(
		text,
		[...edits.filter(edit => !inEntry(edit, entries)), ...listed(text, entries, turn, edits)],
		problems,
	);
}

function twoLists(lines: readonly TextLine[]): PlanProblem | undefined {
	const heads = listHeads(lines);
	const [first] = heads;
	return first && heads.length > 1
		? { code: 'context', key: first.text.trim(), start: first.start, end: first.start + first.text.length }
		: undefined;
}

/** An entry whose number another has as well. */
function twice(entries: readonly ListEntry[]): PlanProblem | undefined {
	const same = entries.find((entry, at) => entries.findIndex(other => other.number === entry.number) !== at);
	return (
		same && {
			code: 'duplicate',
			key: String(same.number),
			start: same.numberStart,
			end: same.numberStart + same.numberLength,
		}
	);
}

/**
 * The marks that cite entries, wherever they stand; dates within entries (`[2024-03-01]`) and numbers that begin one
 * are none.
 */
function marksOf(
	text: string,
	entries: readonly ListEntry[],
	known: ReadonlyMap<number, ListEntry>,
): readonly NumberMark[] {
	const begin = new Set(entries.map(({ numberStart, around }) => numberStart - around[0].length));
	const listStart = entries[0]?.numberStart ?? text.length;
	const listEnd = entries.at(-1)?.end ?? text.length;
	return numberMarks(text).filter(mark => {
		if (begin.has(mark.start)) return false;
		const within = mark.start >= listStart && mark.end <= listEnd;
		return !within || mark.numbers.every(({ number }) => known.has(number) || (number <= highest && !mark.range));
	});
}

/** Numbers of a mark that no entry has. */
function unknown({ numbers }: NumberMark, known: ReadonlyMap<number, ListEntry>): PlanProblem[] {
	return numbers
		.filter(({ number }) => !known.has(number) && number <= highest)
		.map(({ number, start, end }) => ({ code: 'unknown' as const, key: String(number), start, end }));
}

/** The number each entry gets: by its first appearance before the list, then behind it and in it. */
function turnsOf(
	entries: readonly ListEntry[],
	marks: readonly NumberMark[],
	known: ReadonlyMap<number, ListEntry>,
): Map<number, number> {
	const taken = new Set(marks.flatMap(mark => mark.means).filter(number => !known.has(number)));
	const turn = new Map<number, number>();
	let next = 1;
	const meet = (number: number) => {
		if (!known.has(number) || turn.has(number)) return;
		while (taken.has(next)) next++;
		turn.set(number, next++);
	};
	for (const mark of marks) if (!inEntry(mark, entries)) mark.means.forEach(meet);
	for (const mark of marks) if (inEntry(mark, entries)) mark.means.forEach(meet);
	for (const { number } of entries) meet(number);
	return turn;
}

function inEntry(
	{ start, end }: { readonly start: number; readonly end: number },
	entries: readonly ListEntry[],
): boolean {
	return entries.some(entry => entry.start <= start && end <= entry.end);
}

/** The list in the new order: each entry with its words, in which numbers may be cited, too. */
function listed(
	text: string,
	entries: readonly ListEntry[],
	turn: ReadonlyMap<number, number>,
	cited: readonly Edit[],
): Edit[] {
	const place = (entry: ListEntry) => turn.get(entry.number) ?? entry.number;
	const words = (entry: ListEntry) =>
		applyEdits(
			text.slice(entry.start, entry.end),
			cited
				.filter(edit => inEntry(edit, [entry]))
				.map(edit => ({ ...edit, start: edit.start - entry.start, end: edit.end - entry.start })),
		);
	const sorted = [...entries].sort((a, b) => place(a) - place(b));
	return entries.flatMap(({ numberStart, numberLength, start, end }, at): Edit[] => {
		const entry = sorted[at];
		if (!entry) return [];
		return [
			{ start: numberStart, end: numberStart + numberLength, text: String(place(entry)) },
			{ start, end, text: words(entry) },
		].filter(edit => text.slice(edit.start, edit.end) !== edit.text);
	});
}
