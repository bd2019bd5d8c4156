// Which passages some letters of the authorities stand in, a source that is cited first.

import type { Match } from './match';
import type { Passage } from './passageRun';
import type { ReferenceTexts } from './referenceTexts';
import type { LetterRange } from './wholeWords';

/** Whether letters stand in one of the sources that are cited. */
export function isCited({ start, end }: LetterRange, cited: readonly string[], authority: ReferenceTexts): boolean {
	return cited.some(id => authority.rangesOf(id).some(one => one.start <= start && end <= one.end));
}

/**
 * The passages where the closest wording stands, of a source that is cited first; the same words may be printed in
 * several.
 */
export function standing({ start, end }: LetterRange, cited: readonly string[], authority: ReferenceTexts): Passage[] {
	const { codes } = authority.grams;
	const places = authority.grams.exact(codes, start, end, 64);
	const all = [...new Set([start, ...places].flatMap(place => authority.passageAt(place) ?? []))];
	return all.sort((a, b) => Number(cited.includes(b.source)) - Number(cited.includes(a.source)));
}

/** The passage of the text that most of the words are from. */
export function longest(
	{ pieces }: Pick<Extract<Match, { kind: 'spliced' }>, 'pieces'>,
	authority: ReferenceTexts,
): Passage | undefined {
	const sizes = new Map<number, number>();
	let best: { passage: Passage; size: number } | undefined;
	for (const piece of pieces) {
		const passage = authority.passageAt(piece.start);
		if (!passage) continue;
		const size = (sizes.get(passage.group) ?? 0) + piece.to - piece.from;
		sizes.set(passage.group, size);
		if (!best || size > best.size) best = { passage, size };
	}
	return best?.passage;
}
