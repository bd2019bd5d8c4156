// The pieces of a quotation as they are offered: none begins or ends within a word of its source.

import { withinWords } from './edges';
import { lettersEnd } from './letterOffsets';
import type { ReferenceTexts } from './referenceTexts';

/** Letters of the sources, half-open. */
export interface LetterRange {
	readonly start: number;
	readonly end: number;
}

/** No word has more letters beyond an end. */
const longestRest = 8;

/** Pieces with the rest of the words they begin or end within. */
export function withWholeWords(pieces: readonly LetterRange[], authority: ReferenceTexts): readonly LetterRange[] {
	return pieces.map(one => atWordBorders(one, authority));
}

/** Whether two pieces have letters in common. */
export function overlap(pieces: readonly LetterRange[]): boolean {
	const sorted = [...pieces].sort((a, b) => a.start - b.start);
	return sorted.some(({ start }, at) => start < (sorted[at - 1]?.end ?? 0));
}

function atWordBorders({ start, end }: LetterRange, authority: ReferenceTexts): LetterRange {
	const [low, high] = authority.around(start, end, longestRest);
	const { text, offsets } = authority.stretch(low, high);
	const within = withinWords(text);
	let [first, behind] = [start - low, end - low];
	while (first > 0 && within.has(offsets[first] ?? -1)) first--;
	while (behind < high - low && within.has(lettersEnd(offsets, behind))) behind++;
	return { start: low + first, end: low + behind };
}
