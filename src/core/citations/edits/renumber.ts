// Numbers `[1]` of a draft without footnotes, with the list 参考文献 at its end: counted anew by appearance, the list in
// the same order.

import { textLines } from '../../draft/lines';
import { listEntries } from './numbered';
import { inOrder, type Edit, type Plan, type PlanProblem } from './plan';

/** Counts the numbers of a plain text anew. Entries nobody refers to come last; numbers without an entry stay and are told of. */
export function planRenumber(text: string): Plan {
	const entries = listEntries(textLines(text));
	const [head] = entries;
	if (!head) return { edits: [], problems: [], changed: 0 };
	const known = new Map(entries.map(entry => [entry.number, entry]));
	const turn = new Map<number, number>();
	const problems: PlanProblem[] = [];
	const numbers: { readonly start: number; readonly end: number; readonly number: number }[] = [];
	for (const mark of text.slice(0, head.numberStart).matchAll(/\[(\d{1,4}(?:\s*[-–,，、]\s*\d{1,4})*)\]/g)) {
		const all = [...mark[1]!.matchAll(/\d+/g)].map(one => ({
			start: mark.index + 1 + one.index,
			end: mark.index + 1 + one.index + one[0].length,
			number: Number(one[0]),
		}));
		const unknown = all.filter(({ number }) => !known.has(number));
		// A year in brackets is no number of the list; a range means what stands between, so it is left to the writer where the order changes.
		if (unknown.length > 0)
			problems.push(
				...unknown
					.filter(one => one.number < 1000)
					.map(one => ({ code: 'unknown' as const, key: String(one.number), start: one.start, end: one.end })),
			);
		for (const number of spelled(mark[1]!)) if (known.has(number) && !turn.has(number)) turn.set(number, turn.size + 1);
		numbers.push(...all.filter(({ number }) => known.has(number)));
	}
	for (const { number } of entries) if (!turn.has(number)) turn.set(number, turn.size + 1);
	const ranges = /\[\d{1,4}(?:[^\]]*)[-–]/.test(text.slice(0, head.numberStart));
	if (ranges && [...turn].some(([from, to]) => from !== to))
		return { edits: [], problems: [{ code: 'context', key: '-', start: 0, end: 0 }, ...problems], changed: 0 };
	const edits: Edit[] = numbers
		.filter(({ number }) => turn.get(number) !== number)
		.map(({ start, end, number }) => ({ start, end, text: String(turn.get(number)) }));
	const sorted = [...known.values()].sort((a, b) => turn.get(a.number)! - turn.get(b.number)!);
	if (sorted.length === entries.length) {
		sorted.forEach((entry, at) => {
			const slot = entries[at]!;
			if (slot.number !== at + 1)
				edits.push({
					start: slot.numberStart,
					end: slot.numberStart + String(slot.number).length,
					text: String(at + 1),
				});
			if (slot !== entry) edits.push({ start: slot.start, end: slot.end, text: text.slice(entry.start, entry.end) });
		});
	}
	return { edits: sorted.length === entries.length ? inOrder(edits) : [], problems, changed: edits.length };
}

/** The numbers a mark means: `1-3` is 1, 2, 3. */
function spelled(mark: string): number[] {
	return mark.split(/[,，、]/).flatMap(part => {
		const [from, to] = part.split(/[-–]/).map(Number) as [number, number | undefined];
		return to === undefined || to <= from || to - from > 100
			? [from]
			: Array.from({ length: to - from + 1 }, (_, at) => from + at);
	});
}
