// Answers which passages fit a query: candidates by pairs of characters, exact ones checked, misspelt ones ranked by
// Fuse.

import { compact } from '../text/compact';
import { fold } from '../text/fold';
import { Best } from './topScores';
import type { Hit, PassageSearch, SearchOptions } from './passageSearch';
import { intersect, none } from './intersection';
import { gram } from './postings';
import { candidatesFor, rankSimilar, wantsSimilar, wordsOf } from './query';
import { overlaps, Scratch, segmentsOf, type Segment } from './sharedPairs';
import { finish } from './steps';

/** How many exact hits are compared: of more, those of the first passages are as good as any. */
const mostExact = 1000;
/** So few passages are quicker looked at than told apart by further pairs. */
const fewCandidates = 64;

export interface PassageIndexOptions {
	/** Lets others run; awaited between steps of a search. By default a search runs in one go. */
	readonly pause?: () => Promise<void>;
}

/**
 * Passages in memory, in segments of pairs of characters. Built once, folded here; the number of a passage is its
 * place.
 */
export class PassageIndex implements PassageSearch {
	readonly size: number;
	private readonly segments: readonly Segment[];
	private readonly pause: (() => Promise<void>) | undefined;
	private scratch: Scratch | undefined;

	/** The order of the passages is that of equally good hits: the ones to be preferred come first. */
	constructor(passages: readonly string[], options: PassageIndexOptions = {}) {
		this.size = passages.length;
		this.segments = segmentsOf(passages.map(passage => compact(fold(passage)).text));
		this.pause = options.pause;
	}

	async search(query: string, options: SearchOptions = {}): Promise<readonly Hit[]> {
		const steps = this.steps(query, options);
		for (;;) {
			if (options.signal?.aborted) return [];
			const step = steps.next();
			if (step.done) return step.value;
			if (this.pause) await this.pause();
		}
	}

	/** As {@link search}, but at once: for corpora that fit into a few milliseconds. */
	searchNow(query: string, options: SearchOptions = {}): readonly Hit[] {
		return finish(this.steps(query, options));
	}

	private *steps(query: string, { limit = 10, filter }: SearchOptions): Generator<void, Hit[]> {
		const words = wordsOf(query);
		if (words.length === 0 || limit <= 0) return [];
		const accept = filter ?? (() => true);
		const found = yield* this.exact(words, limit, accept);
		if (!wantsSimilar(words, found.length, limit)) return found;
		const exact = new Set(found.map(hit => hit.passage));
		const near = yield* this.misspelt(
			words,
			limit,
			found.length === 0,
			passage => !exact.has(passage) && accept(passage),
		);
		return [...found, ...near].slice(0, limit);
	}

	/** Passages that hold every word, those of which the words are most first. */
	private *exact(
		words: readonly string[],
		limit: number,
		accept: (passage: number) => boolean,
	): Generator<void, Hit[]> {
		const best = new Best<number>(limit);
		const length = words.reduce((sum, word) => sum + word.length, 0);
		let count = 0;
		for (const segment of this.segments) {
			const { candidates, certain } = this.holding(segment, words);
			for (const candidate of candidates) {
				if (count >= mostExact) break;
				const text = segment.texts[candidate] ?? '';
				const passage = segment.first + candidate;
				if (!certain && !words.every(word => text.includes(word))) continue;
				if (!accept(passage)) continue;
				best.add(1 + length / Math.max(length, text.length), passage);
				count++;
			}
			yield;
		}
		return best.all.map(({ value, score }) => ({ passage: value, score, exact: true }));
	}

	/** Passages of a segment that may hold every word; `certain` if all of them do. */
	private holding(segment: Segment, words: readonly string[]): { candidates: Uint16Array; certain: boolean } {
		const lists: Uint16Array[] = [];
		for (const word of words) {
			for (let at = 0; at + 1 < word.length; at++)
				lists.push(segment.neighbours.of(gram(word.charCodeAt(at), word.charCodeAt(at + 1))));
		}
		const certain = words.every(word => word.length <= 2);
		for (const word of words)
			if (word.length === 1 && (certain || lists.length === 0))
				lists.push(segment.neighbours.holding(word.charCodeAt(0)));
		lists.sort((a, b) => a.length - b.length);
		let [candidates = none] = lists;
		for (const list of lists.slice(1)) {
			// When few are left it is quicker to look at them.
			if (candidates.length === 0 || (!certain && candidates.length < fewCandidates)) break;
			candidates = intersect(candidates, list);
		}
		return { candidates, certain };
	}

	/**
	 * Passages that nearly hold the words, as Fuse ranks the ones that share most with them; `alone`: none holds them
	 * as written.
	 */
	private *misspelt(
		words: readonly string[],
		limit: number,
		alone: boolean,
		accept: (passage: number) => boolean,
	): Generator<void, Hit[]> {
		this.scratch ??= new Scratch();
		const shared = yield* overlaps(this.segments, words, candidatesFor(words, alone), alone, this.scratch, accept);
		const ranked = rankSimilar(
			words,
			shared.map(({ text }) => ({ item: text, text: this.textOf(text) })),
			limit,
		);
		return ranked.map(({ item, score }) => ({ passage: item, score, exact: false }));
	}

	private textOf(passage: number): string {
		const segment = this.segments.find(one => passage < one.first + one.texts.length);
		return segment?.texts[passage - segment.first] ?? '';
	}
}
