// Marks within words that are quoted as a block or reported: they name or stress something (“三农”), and do not say
// that only what stands between them was said.

import { normalizedText } from './compare/comparedText';

/** A stretch of a paragraph, half-open, UTF-16. */
interface Stretch {
	readonly start: number;
	readonly end: number;
	/** Nothing closes it in the paragraph. */
	readonly open?: true;
}

/** So many letters between marks are what was said, not a name within it. */
const shortestSaid = 13;

/** Whether what is marked within a stretch of a paragraph are names in it, with more words around than between them. */
export function areInner(text: string, { start, end }: Stretch, marked: readonly Stretch[]): boolean {
	let between = 0;
	for (const one of marked) {
		if (one.start >= end || one.end <= start) continue;
		const { length } = normalizedText(text.slice(one.start, one.end));
		if (one.open || one.start < start || one.end > end || length >= shortestSaid) return false;
		between += length;
	}
	return between === 0 || between * 2 < normalizedText(text.slice(start, end)).length;
}
