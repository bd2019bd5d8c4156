// Findings after an edit: what stands before and behind it moves along, what it touches is no longer known.
import { movedBy, type Finding } from '../../core/service';

/** Something was put in place of `length` UTF-16 code units at `start`. */
export interface TextChange {
	readonly start: number;
	readonly length: number;
	readonly inserted: number;
}

/**
 * The findings that are still true after changes, at their new places. Changes are in the order in which they can be
 * made one after the other.
 */
export function shifted(findings: readonly Finding[], changes: readonly TextChange[]): readonly Finding[] {
	let moved = findings;
	for (const { start, length, inserted } of changes) {
		const by = inserted - length;
		moved = moved.flatMap(one => {
			if (one.end <= start) return [one];
			return one.start >= start + length ? [movedBy(one, by)] : [];
		});
	}
	return moved;
}
