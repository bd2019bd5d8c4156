// Answers which passages fit a query: candidates by pairs of characters, exact ones checked, misspelt ones ranked by Fuse.
// Must not know what the passages are or who asks.

import { compact } from '../text/compact';
import { fold } from '../text/fold';
import { Best } from './best';
import type { Hit, PassageSearch, SearchOptions } from './passages';
import { gram } from './postings';
import { longQuery, rankFuzzy, type Ranked } from './rank';
import { finish, overlaps, Scratch, segmentsOf, type Segment } from './segments';

/** How many exact hits are compared: of more, those of the first passages are as good as any. */
const mostExact = 1000;
/** How many candidates Fuse ranks: it costs most of a search, and of those that share less none came into the first ten. */
const mostCandidates = 100;
/** Of quotations, each of which costs more and shares more with the query. */
const longCandidates = 30;
/** Behind exact hits, where near ones only fill the list. */
const fillCandidates = 16;
/** With so many exact hits, or as many as asked for, nobody looks for misspelt ones. */
const enoughExact = 10;
/** So much of a query counts, in code units. */
const longestQuery = 256;
/** In words of one or two characters no wrong one can be told from another word. */
const leastMisspelt = 3;

export interface PassageIndexOptions {
	/** Lets others run; awaited between steps of a search. By default a search runs in one go. */
	readonly pause?: () => Promise<void>;
}

/** The words of a query as passages hold them: folded, without marks. */
function wordsOf(query: string): string[] {
	const words = fold(query.slice(0, longestQuery)).split(/\s+/).map(word => compact(word).text);
	return [...new Set(words)].filter(word => word !== '');
}

/** Members of ascending lists that are in both. */
function intersect(a: Uint16Array, b: Uint16Array): Uint16Array {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	const found = new Uint16Array(short.length);
	let count = 0;
	let low = 0;
	for (let at = 0; at < short.length && low < long.length; at++) {
		const wanted = short[at]!;
		// Gallop: steps that double, then halves; as quick as merging when the lists are alike, much quicker when they are not.
		let step = 1;
		let high = low;
		while (high < long.length && long[high]! < wanted) {
			low = high + 1;
			high += step;
			step *= 2;
		}
		if (high > long.length) high = long.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (long[middle]! < wanted) low = middle + 1;
			else high = middle;
		}
		if (long[low] === wanted) found[count++] = wanted;
	}
	return found.subarray(0, count);
}

/** Members of any of the lists, ascending. */
function unite(lists: readonly Uint16Array[]): Uint16Array {
	if (lists.length === 1) return lists[0]!;
	const seen = new Uint8Array(65536);
	let count = 0;
	for (const list of lists) {
		for (let at = 0; at < list.length; at++) {
			if (seen[list[at]!] === 0) {
				seen[list[at]!] = 1;
				count++;
			}
		}
	}
	const found = new Uint16Array(count);
	for (let text = 0, at = 0; at < count; text++) if (seen[text] === 1) found[at++] = text;
	return found;
}

/** Passages in memory, in segments of pairs of characters. Built once, folded here; the number of a passage is its place. */
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
		if (found.length >= Math.min(limit, enoughExact) || words.every(word => word.length < leastMisspelt)) return found;
		const exact = new Set(found.map(hit => hit.passage));
		const near = yield* this.misspelt(words, limit, found.length === 0, passage => !exact.has(passage) && accept(passage));
		return [...found, ...near].slice(0, limit);
	}

	/** Passages that hold every word, those of which the words are most first. */
	private *exact(words: readonly string[], limit: number, accept: (passage: number) => boolean): Generator<void, Hit[]> {
		const best = new Best<number>(limit);
		const length = words.reduce((sum, word) => sum + word.length, 0);
		let count = 0;
		for (const segment of this.segments) {
			const { candidates, certain } = this.holding(segment, words);
			for (let at = 0; at < candidates.length && count < mostExact; at++) {
				const text = segment.texts[candidates[at]!]!;
				const passage = segment.first + candidates[at]!;
				if (!certain && !words.every(word => text.includes(word))) continue;
				if (!accept(passage)) continue;
				best.add(1 + length / Math.max(length, text.length), passage);
				count++;
			}
			yield;
		}
		return best.values.map((passage, at) => ({ passage, score: best.scores[at]!, exact: true }));
	}

	/** Passages of a segment that may hold every word; `certain` if all of them do. */
	private holding(segment: Segment, words: readonly string[]): { candidates: Uint16Array; certain: boolean } {
		const lists: Uint16Array[] = [];
		for (const word of words) {
			for (let at = 0; at + 1 < word.length; at++) lists.push(segment.neighbours.of(gram(word.charCodeAt(at), word.charCodeAt(at + 1))));
		}
		const certain = words.every(word => word.length <= 2);
		for (const word of words) if (word.length === 1 && (certain || lists.length === 0)) lists.push(unite(segment.neighbours.beginningWith(word.charCodeAt(0))));
		lists.sort((a, b) => a.length - b.length);
		let candidates = lists[0]!;
		for (let at = 1; at < lists.length && candidates.length > 0; at++) {
			// When few are left it is quicker to look at them.
			if (!certain && candidates.length < 64) break;
			candidates = intersect(candidates, lists[at]!);
		}
		return { candidates, certain };
	}

	/** Passages that nearly hold the words, as Fuse ranks the ones that share most with them; `alone`: none holds them as written. */
	private *misspelt(words: readonly string[], limit: number, alone: boolean, accept: (passage: number) => boolean): Generator<void, Hit[]> {
		const longest = words.reduce((most, word) => Math.max(most, word.length), 0);
		const most = !alone ? fillCandidates : longest > longQuery ? longCandidates : mostCandidates;
		this.scratch ??= new Scratch();
		const shared = yield* overlaps(this.segments, words, most, alone, this.scratch, accept);
		const candidates = shared.map(({ text }) => ({ item: text, text: this.textOf(text) }));
		let ranked: Ranked[] = [];
		if (words.length === 1) {
			ranked = rankFuzzy(words[0]!, candidates, { limit });
		} else {
			// Letters and digits only: nothing in them is an operator of Fuse's extended search.
			ranked = rankFuzzy(words.join(' '), candidates, { limit, words: true, threshold: longest > longQuery ? 0.3 : 0.4 });
		}
		return ranked.map(({ item, score }) => ({ passage: item, score, exact: false }));
	}

	private textOf(passage: number): string {
		const segment = this.segments.find(one => passage < one.first + one.texts.length)!;
		return segment.texts[passage - segment.first]!;
	}
}
