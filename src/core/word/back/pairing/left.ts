// Paragraphs of which little is left where they stood.

import { likeness } from './match';

/** So much of a paragraph is left where it stands between the same others. */
const leastLeft = 0.3;

/**
 * Pairs what is left between the same paragraphs with what it is most like, unless that stands elsewhere word for word.
 * Keys are empty where nothing can be said.
 */
export function pairLeft(returned: readonly string[], written: readonly string[], pairs: Int32Array): void {
	// In a file of another draft nothing is left of this one.
	if (2 * pairs.filter(one => one >= 0).length < returned.length) return;
	const known = new Set(pairs);
	const left = new Map([...written.entries()].filter(([at, key]) => key !== '' && !known.has(at)));
	const elsewhere = new Set(left.values());
	const others = new Set(returned.filter((_, at) => (pairs[at] ?? 0) < 0));
	for (const [at, key] of returned.entries()) {
		if ((pairs[at] ?? 0) >= 0 || key === '' || elsewhere.has(key)) continue;
		const from = pairs.subarray(0, at).findLast(one => one >= 0) ?? -1;
		const to = pairs.subarray(at).find(one => one >= 0) ?? written.length;
		const here = [...left].filter(([unit, words]) => unit > from && unit < to && !others.has(words));
		pairs[at] = mostAlike(key, here);
		left.delete(pairs[at] ?? -1);
	}
}

function mostAlike(key: string, units: readonly (readonly [number, string])[]): number {
	let [best, rate] = [-1, leastLeft];
	for (const [unit, words] of units) {
		const share = likeness(key, words);
		if (share > rate) [best, rate] = [unit, share];
	}
	return best;
}
