// Marks of quotation that a comparison leaves out, and what may be changed beside them.

import type { Step } from '../compare/align';
import { quoteMarkOf } from './quoteMarks';

/**
 * Where marks of quotation stand that are not compared, by the characters that are: beside them nobody knows on which
 * side words go.
 */
export class DroppedQuotes {
	private readonly written: ReadonlySet<number>;
	private readonly wanted: ReadonlySet<number>;

	constructor(read: readonly string[], words: string) {
		this.written = beforeKept(read);
		this.wanted = beforeKept(words.split('').filter(mark => mark.trim() !== ''));
	}

	/** Whether a change lies at such marks otherwise than as the same characters between the same marks. */
	touches({ from, to, start, end }: Step): boolean {
		const has = (quotes: ReadonlySet<number>, low: number, high: number) =>
			Array.from({ length: high - low + 1 }, (_, at) => low + at).some(at => quotes.has(at));
		const { written, wanted } = this;
		// What goes away goes whatever stands beside it, but not from between two marks.
		if (start === end) return has(written, from + 1, to - 1) || (written.has(from) && written.has(to));
		if (from === to) return written.has(from) || has(wanted, start, end);
		return (
			has(written, from + 1, to - 1) ||
			has(wanted, start + 1, end - 1) ||
			written.has(from) !== wanted.has(start) ||
			written.has(to) !== wanted.has(end)
		);
	}
}

/** Before which of the characters that are no marks of quotation such a mark stands. */
function beforeKept(marks: readonly string[]): ReadonlySet<number> {
	const before = new Set<number>();
	let kept = 0;
	for (const mark of marks)
		if (quoteMarkOf(mark)) before.add(kept);
		else kept++;
	return before;
}
