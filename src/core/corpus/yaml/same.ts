// Whether two pieces of plain data say the same.

import { defined } from './print';

/** Whether two pieces of plain data are equal; fields that are empty count as not there. */
export function same(a: unknown, b: unknown): boolean {
	if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
	if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
	const left = defined(a);
	const right = new Map(defined(b));
	return left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)));
}
