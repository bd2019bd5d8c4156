// Answers in which order an index is asked for the passages that fit a query, whatever engine holds it: those that hold
// the words, those that hold other wordings, then those that nearly hold them.

import { mostWords } from '../mostWords';
import { candidatesFor, wantsSimilar, wordsOf } from '../query';
import type { IndexQuery, PassageHit } from './engine';

/** Passages that hold all of some words: the shorter before the longer, then the later published. */
export interface ExactAsk {
	readonly kind: 'exact';
	/** As they are compared. */
	readonly words: readonly string[];
	readonly limit: number;
	/** What a hit says it holds. */
	readonly wording: string;
}

/** Passages that nearly hold some words, best first. */
export interface NearAsk {
	readonly kind: 'near';
	readonly words: readonly string[];
	readonly limit: number;
	/** So many that share most pairs of characters with the words are looked at. */
	readonly candidates: number;
	/** Nothing holds the words: pairs with one character between them count too. */
	readonly alone: boolean;
	/** Those found already, as {@link placeKey} names them. */
	readonly taken: ReadonlySet<string>;
}

export type SearchAsk = ExactAsk | NearAsk;

/** Asks for lists of passages, each time some at once; is given the lists in the same order. */
export type SearchPlan = Generator<readonly SearchAsk[], PassageHit[], readonly (readonly PassageHit[])[]>;

/** So many places of a list are for near hits where words are missing in the others. */
const kept = 3;
/** So many other wordings of a query are looked for. */
const mostInstead = 8;

/** What tells a passage from every other. */
export function placeKey({ paragraph, document }: Pick<PassageHit, 'paragraph' | 'document'>): string {
	return `${paragraph} ${document}`;
}

/** Up to `limit` passages that fit a query, best first; see {@link IndexQuery}. */
export function* searchPlan({ text, limit = 10, instead = [] }: IndexQuery): SearchPlan {
	const words = wordsOf(text);
	if (words.length === 0 || limit <= 0) return [];
	const [exact = []] = yield [{ kind: 'exact', words, limit, wording: text }];
	const hits = yield* withOthers(exact, instead.slice(0, mostInstead), limit);
	// Letters that stand for a term are no misspelt word.
	if (instead.length > 0 && hits.length > 0) return hits;
	if (hits.length === 0) hits.push(...(yield* partialHits(words, limit)));
	if (!wantsSimilar(words, hits.length, limit)) return hits;
	return yield* withNear(words, limit, hits);
}

/** Hits, and behind them what holds other wordings, the likeliest first, until there are enough. */
function* withOthers(exact: readonly PassageHit[], wordings: readonly string[], limit: number): SearchPlan {
	const hits = [...exact];
	const taken = new Set(hits.map(placeKey));
	for (const wording of wordings) {
		if (hits.length >= limit) return hits;
		const words = wordsOf(wording);
		const [found = []] = words.length > 0 ? yield [{ kind: 'exact', words, limit, wording }] : [];
		for (const hit of found) {
			if (hits.length < limit && !taken.has(placeKey(hit))) hits.push(hit);
			taken.add(placeKey(hit));
		}
	}
	return hits;
}

/** Hits, and behind them what nearly holds the words, as far as there is room. */
function* withNear(words: readonly string[], limit: number, hits: readonly PassageHit[]): SearchPlan {
	const alone = hits.length === 0;
	const taken = new Set(hits.map(placeKey));
	const [near = []] = yield [{ kind: 'near', words, limit, candidates: candidatesFor(words, alone), alone, taken }];
	// Where some words are missing, there is room for what may be another spelling of all.
	const room = hits.some(hit => !hit.exact) ? Math.max(limit - near.length, limit - kept) : limit;
	return [...hits.slice(0, room), ...near].slice(0, limit);
}

/** Passages that hold most of the words, where none holds all: those of which the fewest are missing. */
function* partialHits(words: readonly string[], limit: number): SearchPlan {
	const found = new Map<string, PassageHit>();
	for (const choices of mostWords(words)) {
		const lists = yield choices.map(({ kept: some }) => ({
			kind: 'exact',
			words: some,
			limit,
			wording: some.join(' '),
		}));
		const hits = choices
			.flatMap(({ missing }, at) => (lists[at] ?? []).map(hit => ({ ...hit, exact: false, missing })))
			.sort((a, b) => b.score - a.score);
		// What has more of the words was found before.
		for (const hit of hits) if (!found.has(placeKey(hit))) found.set(placeKey(hit), shared(hit, words.length));
		if (found.size >= limit) break;
	}
	return [...found.values()].slice(0, limit);
}

/** A hit that is worth less for every word that is missing. */
function shared(hit: PassageHit, all: number): PassageHit {
	return { ...hit, score: (hit.score * (all - (hit.missing?.length ?? 0))) / all / 2 };
}

/** How well a passage fits that holds words of so many code units together, itself of so many as it is compared. */
export function exactScore(words: readonly string[], passage: number): number {
	const length = words.reduce((sum, word) => sum + word.length, 0);
	return 1 + length / Math.max(length, passage);
}
