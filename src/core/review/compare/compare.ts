// What a quotation is, held against the letters of all authorities: the same, changed, pieced together, or not there.

import type { ReferenceTexts } from './referenceTexts';
import { clauseMark, hasMark, mostStray } from './edges';
import { mostPlaces, shortestPiece, type Match } from './match';
import { nearest } from './nearest';
import { elided } from './omissions';
import type { Query } from './query';
import { readableAlignment } from './presentation';
import { arranged, cover, joined } from './splices';

/** Longer quotations are compared piece by piece, not letter by letter with all of a stretch. */
const longestAligned = 800;
const longestLeftOut = 4;
/** So many edits of words whose source is cited are edits of that source, whatever else is like them. */
const mostOfCited = 4;
/** Of short ones so great a part. */
const mostOfShort = 0.4;

/** How many edits still leave a quotation recognisable. */
export function mostEdits(size: number): number {
	return size < 6 ? 0 : size < 10 ? 1 : size < 13 ? 3 : Math.floor(size * 0.3);
}

/** What the words of a draft were made of; nothing where they are too unlike anything. */
export function compare(query: Query, authority: ReferenceTexts): Match | undefined {
	const { codes, breaks, joints } = query;
	if (codes.length < shortestPiece) return undefined;
	let exact: readonly number[] = [];
	if (breaks.length > 0) {
		const chained = elided(codes, breaks, authority);
		if (chained) return chained;
	} else {
		exact = authority.grams.exact(codes, 0, codes.length, mostPlaces);
		const places = exact.filter(place => hasSameNumbers(query, place, authority) && !isStray(query, place, authority));
		if (places.length > 0) return { kind: 'same', places };
	}
	const limit = mostEdits(codes.length);
	if (limit === 0) return undefined;
	const near = codes.length <= longestAligned && breaks.length === 0 ? nearest(query, authority, limit) : undefined;
	if (near?.distance === 0 && exact.length > 0) return { kind: 'same', places: exact };
	if (near && near.least <= Math.max(1, codes.length * 0.1)) return { kind: 'differs', ...near };
	if (near?.cited && near.distance <= Math.min(codes.length * mostOfShort, mostOfCited))
		return { kind: 'differs', ...near };
	const rearranged = breaks.length === 0 ? arranged(codes, joints, authority) : undefined;
	// A few letters left out beside a mark are left out as they would be elsewhere.
	if (
		rearranged &&
		near &&
		near.least <= longestLeftOut &&
		rearranged.kind === 'spliced' &&
		rearranged.how === 'elided' &&
		near.steps.every(step => step.from === step.to)
	)
		return { kind: 'differs', ...near };
	if (rearranged) return rearranged;
	const pieces = cover(codes, breaks, authority);
	const spliced = pieces && joined(codes, breaks, pieces, authority);
	// Words of two texts are the less likely reading.
	const surplus = spliced?.match.kind === 'spliced' && spliced.match.how === 'spliced' ? 4 : 0;
	if (spliced && (!near || near.least > limit || spliced.cost + surplus < near.least))
		return spliced.match.kind === 'differs'
			? { ...spliced.match, ...readableAlignment(spliced.match, query, authority) }
			: spliced.match;
	return near && near.least <= limit ? { kind: 'differs', ...near } : undefined;
}

const numeric = /[\d零〇一二两三四五六七八九十百千万亿]/;

/** Whether words that are the same letter for letter have the same numbers as well: 46% is not 4.6%, nor is 4 all of 4.6. */
function hasSameNumbers({ text, codes, offsets, spans }: Query, place: number, authority: ReferenceTexts): boolean {
	const letters = authority.grams;
	const size = codes.length;
	const edges = [letters.letters[place]!, letters.letters[place + size - 1]!];
	if (spans.length === 0 && !edges.some(one => numeric.test(one))) return true;
	return authority.hasSameNumbers(text.slice(offsets[0]), place, place + size);
}

/** Whether words that are the same letter for letter take the last letters of one sentence to the next, as if there were no mark between them. */
function isStray(query: Query, place: number, authority: ReferenceTexts): boolean {
	const size = query.codes.length;
	const ends = (at: number) => clauseMark.test(authority.gap(place + at));
	const has = (low: number, high: number, marks: (at: number) => boolean) => {
		for (let at = low; at <= high; at++) if (marks(at)) return true;
		return false;
	};
	const reach = mostStray + 1;
	return (
		size > 2 * reach &&
		((!ends(0) && has(1, mostStray, ends) && !hasMark(query, 1, reach)) ||
			(!ends(size) && has(size - mostStray, size - 1, ends) && !hasMark(query, size - reach, size - 1)))
	);
}
