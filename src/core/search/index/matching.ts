// Answers which passages of a segment hold some words, and which of its documents count.

import { intersect, none } from '../intersection';
import { gram } from '../postings';
import { placeOf } from './codeUnits';
import type { IndexFilter, IndexedSource } from './engine';
import type { SegmentDocument } from './segmentFormat';
import type { StoredSegment } from './segment';

/** A word as it is compared, as a string and as code units. */
export interface Word {
	readonly text: string;
	readonly codes: Uint16Array;
}

/** So few passages are quicker looked at than told apart by further pairs. */
const fewTexts = 24;

/**
 * Passages of a segment that may hold every word, ascending; `certain` if all of them do. Passages of documents that
 * are gone are among them.
 */
export function candidatesIn(
	segment: StoredSegment,
	words: readonly Word[],
): { readonly candidates: Uint16Array; readonly certain: boolean } {
	const certain = words.every(({ codes }) => codes.length <= 2);
	const pairs = pairCounts(segment, words);
	if (!pairs) return { candidates: none, certain: true };
	const single = words
		.filter(({ codes }) => codes.length === 1 && (certain || pairs.size === 0))
		.map(({ codes: [only = 0] }) => segment.neighbours.holding(only));
	single.sort((a, b) => a.length - b.length);
	let candidates = single.shift();
	for (const [key] of [...pairs].sort((a, b) => a[1] - b[1])) {
		if (candidates && !certain && candidates.length <= fewTexts) break;
		const list = segment.neighbours.of(key);
		candidates = candidates ? intersect(candidates, list) : list;
		if (candidates.length === 0) break;
	}
	for (const list of single) candidates &&= intersect(candidates, list);
	return { candidates: candidates ?? none, certain };
}

/** The pairs of neighbours in some words, with how many passages hold each; nothing where one stands in none. */
function pairCounts(segment: StoredSegment, words: readonly Word[]): ReadonlyMap<number, number> | undefined {
	const pairs = new Map<number, number>();
	for (const { codes } of words) {
		for (let at = 0; at + 1 < codes.length; at++) {
			const key = gram(codes[at] ?? 0, codes[at + 1] ?? 0);
			if (pairs.has(key)) continue;
			const count = segment.neighbours.count(key);
			if (count === 0) return undefined;
			pairs.set(key, count);
		}
	}
	return pairs;
}

/** Whether a passage holds every word. */
export function holdsAll(segment: StoredSegment, passage: number, words: readonly Word[]): boolean {
	const { codes, length } = segment.codes(passage);
	return words.every(word => placeOf(codes, length, word.codes) >= 0);
}

/** How often a passage holds a word, without overlap, given that it holds all of them; 0 if it does not hold all. */
export function usesIn(segment: StoredSegment, passage: number, words: readonly Word[]): number {
	const { codes, length } = segment.codes(passage);
	const [first] = words;
	if (!first || !words.every(word => placeOf(codes, length, word.codes) >= 0)) return 0;
	const word = first.codes;
	let count = 0;
	for (let at = placeOf(codes, length, word); at >= 0; at = placeOf(codes, length, word, at + word.length)) count++;
	return count;
}

/**
 * Which passages of a segment count: those it has (a damaged file may tell of others) of documents that are not gone
 * and that a filter lets through.
 */
export function countingIn(segment: StoredSegment, filter: IndexFilter): (passage: number) => boolean {
	const { documents, sources, without, from, to } = filter;
	if (!documents && !sources && !without && from === undefined && to === undefined)
		return passage => passage < segment.size && !segment.isHidden(passage);
	const counts = segment.documents.map(({ name, source, date }) => {
		const year = date === '' ? NaN : Number(date.slice(0, 4));
		return (
			(!documents || documents.includes(name)) &&
			(!sources || sources.includes(source)) &&
			!without?.includes(source) &&
			(from === undefined || year >= from) &&
			(to === undefined || year <= to)
		);
	});
	return passage =>
		passage < segment.size && !segment.isHidden(passage) && counts[segment.documentOf(passage)] === true;
}

/** A document as it is told of. */
export function sourceOf({ name, source, title, date }: SegmentDocument): IndexedSource {
	return { document: name, source, title, ...(date === '' ? {} : { date }) };
}
