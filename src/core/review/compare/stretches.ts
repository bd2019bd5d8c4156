// Stretches of the authorities that are like some words, wherever letters that follow each other agree.

import { align, type Alignment } from './align';
import type { Query } from './query';
import type { ReferenceTexts } from './referenceTexts';

/** The stretches that are most like a query, at so many places. `preferred`: as many more for which this holds. */
export function stretchesNear(
	{ codes }: Query,
	{ grams }: ReferenceTexts,
	limit: number,
	preferred?: (start: number, end: number) => boolean,
): Alignment[] {
	const size = codes.length;
	const slack = Math.max(8, size >> 2);
	const found: Alignment[] = [];
	for (const start of grams.near(codes, limit, preferred)) {
		const low = Math.max(0, start - slack);
		const high = Math.min(grams.codes.length, start + 128 + size + slack);
		const one = align(codes, 0, size, grams.codes, low, high);
		if (one.start < one.end && !found.some(other => other.start === one.start && other.end === one.end))
			found.push(one);
	}
	return found;
}
