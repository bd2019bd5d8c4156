// What a quotation is, held against the letters of all authorities: the same, changed, pieced together, or not there.

import type { ReferenceTexts } from './referenceTexts';
import { condensed } from './pieces/condensed';
import { clauseMark, hasMark, mostStray } from './edges';
import { compareLong } from './long';
import { mostPlaces, shortestPiece, type Match } from './match';
import { nearest, type Nearest } from './nearest';

import { elided } from './pieces/omissions';
import type { Query } from './query';
import { finished, type Steps } from '../steps';
import { readableAlignment, type ReadableAlignment } from './presentation';
import { isUnsure } from './rivals';
import { arranged, cover, joined } from './pieces/splices';

/** Longer quotations are compared sentence by sentence, not letter by letter with all of a stretch. */
export const longestAligned = 800;
const longestLeftOut = 4;
/** Fewer letters are a sentence or two, of which half is a phrase. */
const shortestHalves = 60;
/** A sentence cut short is as likely as so many edits of other words. */
const costOfCut = 2;
/** So many edits of words whose source is cited are edits of that source, whatever else is like them. */
const mostOfCited = 4;
/** Of short ones so great a part. */
const mostOfShort = 0.4;

/** How many edits still leave a quotation recognisable. */
export function mostEdits(size: number): number {
	if (size < 6) return 0;
	if (size < 10) return 1;
	return size < 13 ? 3 : Math.floor(size * 0.3);
}

/**
 * What the words of a draft were made of; nothing where they are too unlike anything. `mayBeCut`: also a sentence
 * cut short, as whose beginning other words before a clause might be taken.
 */
export function compare(query: Query, authority: ReferenceTexts, mayBeCut: boolean): Match | undefined {
	const { codes, breaks } = query;
	const size = codes.length;
	if (size < shortestPiece) return undefined;
	if (breaks.length > 0) {
		const chained = elided(codes, breaks, authority);
		if (chained) return chained;
		if (size > longestAligned) return compareSentences(query, authority);
		return mostEdits(size) > 0 ? piecedTogether(query, undefined, authority) : undefined;
	}
	return compareUnbroken(query, authority, mayBeCut);
}

/** The same of words within which the draft marks no omission. */
function compareUnbroken(query: Query, authority: ReferenceTexts, mayBeCut: boolean): Match | undefined {
	const { codes } = query;
	const size = codes.length;
	const same = sameAt(query, authority);
	if (same) return same;
	const limit = mostEdits(size);
	if (limit === 0) return undefined;
	if (size > longestAligned) return compareSentences(query, authority);
	const near = nearest(query, authority, limit);
	const exact = near?.distance === 0 ? authority.grams.exact(codes, 0, size, mostPlaces) : [];
	if (exact.length > 0) return { kind: 'same', places: exact };
	const cut = mayBeCut && (near?.least ?? costOfCut) >= costOfCut ? condensed(query, authority) : undefined;
	return cut ?? changedOrRearranged(query, authority, near);
}

/** The places where the very letters of words stand. */
function sameAt(query: Query, authority: ReferenceTexts): Match | undefined {
	const places = authority.grams
		.exact(query.codes, 0, query.codes.length, mostPlaces)
		.filter(place => hasSameNumbers(query, place, authority) && !isStray(query, place, authority));
	return places.length > 0 ? { kind: 'same', places } : undefined;
}

function compareSentences(query: Query, authority: ReferenceTexts): Match | undefined {
	return finished(sentenceSteps(query, authority));
}

/** What a quotation of more than {@link longestAligned} letters was made of, a sentence a step. */
export function* compareSteps(query: Query, authority: ReferenceTexts): Steps<Match | undefined> {
	const { codes, breaks } = query;
	if (breaks.length > 0) return elided(codes, breaks, authority) ?? (yield* sentenceSteps(query, authority));
	return sameAt(query, authority) ?? (yield* sentenceSteps(query, authority));
}

/** What words were made of half of which, whole sentences, are a source's own. */
export function partlyKnown(query: Query, authority: ReferenceTexts): Match | undefined {
	return query.codes.length < shortestHalves ? undefined : finished(sentenceSteps(query, authority, true));
}

function sentenceSteps(query: Query, authority: ReferenceTexts, partly = false): Steps<Match | undefined> {
	return compareLong(query, authority, part => compare(part, authority, false), partly);
}

/** Words with others in them, in another order, or of several places. */
function changedOrRearranged(query: Query, authority: ReferenceTexts, near: Nearest | undefined): Match | undefined {
	const { codes, joints } = query;
	const size = codes.length;
	if (near && isPlainlyMeant(near, size)) return { kind: 'differs', ...near };
	const rearranged = arranged(codes, joints, authority);
	if (rearranged) return near && isSlightlyElided(near, rearranged) ? { kind: 'differs', ...near } : rearranged;
	return piecedTogether(query, near && near.least <= mostEdits(size) ? near : undefined, authority);
}

/** Whether so few edits were made that nothing else need be thought of. */
function isPlainlyMeant({ least, cited, distance }: Nearest, size: number): boolean {
	if (least <= Math.max(1, size * 0.1)) return true;
	return cited && distance <= Math.min(size * mostOfShort, mostOfCited);
}

/** Whether only a few letters are left out: beside a mark they are left out as they would be elsewhere. */
function isSlightlyElided({ least, steps }: Nearest, rearranged: Match): boolean {
	return (
		least <= longestLeftOut &&
		rearranged.kind === 'spliced' &&
		rearranged.how === 'elided' &&
		steps.every(step => step.from === step.to)
	);
}

/** Words made of pieces, where that is likelier than `close`, the stretch they have enough in common with. */
function piecedTogether(query: Query, close: Nearest | undefined, authority: ReferenceTexts): Match | undefined {
	const { codes, breaks } = query;
	const pieces = cover(codes, breaks, authority);
	const spliced = pieces && joined(codes, breaks, pieces, authority);
	const otherwise: Match | undefined = close && { kind: 'differs', ...close };
	if (!spliced) return otherwise;
	const { match, cost } = spliced;
	// Words of two texts are the less likely reading, unless they are whole clauses of both.
	const isOfSeveral = match.kind === 'spliced' && match.how === 'spliced';
	const surplus = isOfSeveral && !areWholeClauses(match, query, authority) ? 4 : 0;
	if (close && cost + surplus >= close.least) return otherwise;
	return match.kind === 'differs' ? withDoubt(readableAlignment(match, query, authority), query, authority) : match;
}

/** Whether pieces follow each other at marks, and each stands from mark to mark in its text. */
function areWholeClauses(
	{ pieces, steps }: Extract<Match, { kind: 'spliced' }>,
	query: Query,
	authority: ReferenceTexts,
) {
	const isMarked = (at: number) => clauseMark.test(authority.gap(at));
	return (
		steps.length === 0 &&
		pieces.every(
			({ from, to, start }) =>
				(from === 0 || query.joints.includes(from)) && isMarked(start) && isMarked(start + to - from),
		)
	);
}

/** Words that differ, and whether others may be meant. */
function withDoubt(found: ReadableAlignment, query: Query, authority: ReferenceTexts): Match {
	const unsure = isUnsure(found, query, authority);
	return { kind: 'differs', ...found, ...(unsure ? { unsure } : {}) };
}

const numeric = /[\d零〇一二两三四五六七八九十百千万亿]/;

/**
 * Whether words that are the same letter for letter have the same numbers as well: 46% is not 4.6%, nor is 4 all of
 * 4.6.
 */
function hasSameNumbers({ text, codes, offsets, spans }: Query, place: number, authority: ReferenceTexts): boolean {
	const { letters } = authority.grams;
	const size = codes.length;
	const edges = [letters.charAt(place), letters.charAt(place + size - 1)];
	if (spans.length === 0 && !edges.some(one => numeric.test(one))) return true;
	return authority.hasSameNumbers(text.slice(offsets[0]), place, place + size);
}

/**
 * Whether words that are the same letter for letter take the last letters of one sentence to the next, as if there were
 * no mark between them.
 */
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
