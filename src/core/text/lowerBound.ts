// Binary search, written once for every sorted list there is.

/**
 * The first place from `low` on, and before `high`, that is not before what is looked for; `high` where all are. What
 * `isBefore` answers must not turn from no to yes again.
 */
export function lowerBound(low: number, high: number, isBefore: (at: number) => boolean): number {
	let from = low;
	let to = high;
	while (from < to) {
		const middle = (from + to) >>> 1;
		if (isBefore(middle)) from = middle + 1;
		else to = middle;
	}
	return from;
}
