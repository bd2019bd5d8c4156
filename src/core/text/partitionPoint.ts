// Where a sorted list is parted by a condition.

/** How many items at the beginning of a list meet a condition that no item behind them meets; found by bisection. */
export function partitionPoint<T>(list: readonly T[], meets: (item: T) => boolean): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const item = list[middle];
		if (item !== undefined && meets(item)) low = middle + 1;
		else high = middle;
	}
	return low;
}
