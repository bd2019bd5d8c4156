// Answers which texts share most with a query, weighted by how rare the shared pairs of characters are.

import { Best } from './topScores';
import { gram, Postings, segmentSize, type PairLists } from './postings';

/**
 * A run of at most {@link segmentSize} texts with its pairs, wherever they are kept; `first` is the number of its first
 * text.
 */
export interface PairSegment {
	readonly first: number;
	readonly size: number;
	readonly neighbours: PairLists;
	/** Pairs with one character between them. */
	readonly skipping: PairLists;
}

/** Texts in memory. */
export class Segment implements PairSegment {
	readonly neighbours: Postings;
	private skips: Postings | undefined;

	constructor(
		readonly first: number,
		readonly texts: readonly string[],
	) {
		this.neighbours = Postings.of(texts, 1);
	}

	get size(): number {
		return this.texts.length;
	}

	/** Pairs with one character between them: needed only when something is misspelt, so made when first asked for. */
	get skipping(): Postings {
		return (this.skips ??= Postings.of(this.texts, 2));
	}
}

/** Texts cut into segments of their own postings. */
export function segmentsOf(texts: readonly string[]): Segment[] {
	const segments: Segment[] = [];
	for (let first = 0; first < texts.length; first += segmentSize)
		segments.push(new Segment(first, texts.slice(first, first + segmentSize)));
	return segments;
}

/** A text that shares pairs with the query, by its number over all segments. */
export interface Overlap {
	readonly text: number;
	readonly weight: number;
}

/** So many pairs tell enough; a quotation of 40 characters has as many again that add only time. */
const mostPairs = 16;

/**
 * So many postings are read for each candidate that is wanted, the rarest pairs first: frequent pairs tell least and
 * cost most.
 */
const postingsEach = 1000;

/** With more texts than this it is quicker to look at all of a segment than to sort them. */
const fewTexts = 2048;

/** A pair of the query and its weight: the logarithm of how rare it is. */
interface Pair {
	readonly key: number;
	readonly skips: boolean;
	readonly count: number;
	readonly weight: number;
}

/** The pairs of a segment with one character between them, or of neighbours. */
function pairsAt(segment: PairSegment, skips: boolean): PairLists {
	return skips ? segment.skipping : segment.neighbours;
}

/** The pairs of a query that are looked up, the rarest first. */
function pairsOf(
	segments: readonly PairSegment[],
	words: readonly string[],
	skips: boolean,
	mostPostings: number,
): Pair[] {
	let total = 1;
	for (const segment of segments) total += segment.size;
	const pairs: Pair[] = [];
	for (const distance of skips ? [1, 2] : [1]) {
		const keys = new Set<number>();
		for (const word of words) {
			for (let at = 0; at + distance < word.length; at++)
				keys.add(gram(word.charCodeAt(at), word.charCodeAt(at + distance)));
		}
		const found: Pair[] = [];
		for (const key of keys) {
			let count = 0;
			for (const segment of segments) count += pairsAt(segment, distance === 2).count(key);
			if (count > 0) found.push({ key, skips: distance === 2, count, weight: Math.log(1 + total / count) });
		}
		let postings = 0;
		for (const pair of found.sort((a, b) => a.count - b.count).slice(0, mostPairs)) {
			if (postings > 0 && postings + pair.count > mostPostings) break;
			postings += pair.count;
			pairs.push(pair);
		}
	}
	return pairs;
}

/** Room to add up weights in, made once for an index: one number for each text of a segment. */
export class Scratch {
	readonly weights = new Float32Array(segmentSize);
	readonly touched = new Uint16Array(segmentSize);
}

/**
 * The `limit` texts that share most with the words of a query, best first; equal ones in the order of the texts.
 * `skips` also counts pairs with one character between them, which survive a wrong character. Pauses (yields) after
 * each segment.
 */
export function* overlaps(
	segments: readonly PairSegment[],
	words: readonly string[],
	limit: number,
	skips: boolean,
	scratch: Scratch,
	accept: (text: number) => boolean = () => true,
): Generator<void, Overlap[]> {
	const { weights, touched } = scratch;
	const best = new Best<number>(limit);
	const pairs = pairsOf(segments, words, skips, limit * postingsEach);
	for (const segment of segments) {
		let count = 0;
		for (const pair of pairs) {
			const texts = pairsAt(segment, pair.skips).of(pair.key);
			const weight = pair.weight;
			for (let at = 0; at < texts.length; at++) {
				const text = texts[at] ?? 0;
				const before = weights[text] ?? 0;
				if (before === 0) touched[count++] = text;
				weights[text] = before + weight;
			}
		}
		// In the order of the texts, so that the first of equal ones stays.
		const look = (text: number): void => {
			const weight = weights[text] ?? 0;
			weights[text] = 0;
			if (weight > 0 && weight > best.floor && accept(segment.first + text)) best.add(weight, segment.first + text);
		};
		if (count > fewTexts) for (let text = 0; text < segment.size; text++) look(text);
		else touched.subarray(0, count).sort().forEach(look);
		yield;
	}
	return best.all.map(({ value, score }) => ({ text: value, weight: score }));
}
