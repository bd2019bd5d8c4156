// Answers what ascending lists of numbers of texts have in common, and which numbers stand in a list that is in no
// order.

import { lowerBound } from '../text/lowerBound';

/** No text at all. */
export const none = new Uint16Array(0);

/** Members of ascending lists that are in both. */
export function intersect(a: Uint16Array, b: Uint16Array): Uint16Array {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	const found = new Uint16Array(short.length);
	let count = 0;
	let low = 0;
	for (let at = 0; at < short.length && low < long.length; at++) {
		const wanted = short[at] ?? 0;
		// Gallop: steps that double, then halves; as quick as merging when the lists are alike, much quicker when they
		// are not.
		let step = 1;
		let high = low;
		while (high < long.length && (long[high] ?? 0) < wanted) {
			low = high + 1;
			high += step;
			step *= 2;
		}
		low = lowerBound(low, Math.min(high, long.length), place => (long[place] ?? 0) < wanted);
		if (long[low] === wanted) found[count++] = wanted;
	}
	return found.subarray(0, count);
}

/** The members of a list, each once, ascending. */
export function ascending(list: Uint16Array): Uint16Array {
	const seen = new Uint8Array(65536);
	let count = 0;
	for (const text of list) {
		if (seen[text] === 1) continue;
		seen[text] = 1;
		count++;
	}
	const found = new Uint16Array(count);
	for (let text = 0, at = 0; at < count; text++) if (seen[text] === 1) found[at++] = text;
	return found;
}
