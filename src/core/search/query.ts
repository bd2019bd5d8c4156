// Answers what is looked for when somebody types a query: its words as passages hold them, and when and among how
// many near ones are sought.

import { compact } from '../text/compact';
import { fold } from '../text/fold';
import { longQuery, rankFuzzy, type Candidate, type Ranked } from './fuzzyRank';

/**
 * How many candidates Fuse ranks: it costs most of a search, and of those that share less none came into the first ten.
 */
const mostCandidates = 100;
/** Of quotations, each of which costs more and shares more with the query. */
const longCandidates = 20;
/** Behind exact hits, where near ones only fill the list. */
const fillCandidates = 10;
/** With so many exact hits, or as many as asked for, nobody looks for misspelt ones. */
const enoughExact = 10;
/** So much of a query counts, in code units. */
const longestQuery = 256;
/** In words of one or two characters no wrong one can be told from another word. */
const leastMisspelt = 3;

/** The words of a query as passages hold them: folded, without marks. */
export function wordsOf(query: string): string[] {
	const words = fold(query.slice(0, longestQuery))
		.split(/\s+/)
		.map(word => compact(word).text);
	return [...new Set(words)].filter(word => word !== '');
}

/** Whether passages that nearly hold the words are wanted behind so many that hold them. */
export function wantsSimilar(words: readonly string[], exact: number, limit: number): boolean {
	return exact < Math.min(limit, enoughExact) && words.some(word => word.length >= leastMisspelt);
}

/** Among how many passages near ones are sought; `alone`: none holds the words as written. */
export function candidatesFor(words: readonly string[], alone: boolean): number {
	if (!alone) return fillCandidates;
	return longest(words) > longQuery ? longCandidates : mostCandidates;
}

/** The candidates that nearly hold the words, best first. */
export function rankSimilar(words: readonly string[], candidates: readonly Candidate[], limit: number): Ranked[] {
	const [first, ...others] = words;
	if (first !== undefined && others.length === 0) return rankFuzzy(first, candidates, { limit });
	// Letters and digits only: nothing in them is an operator of Fuse's extended search.
	return rankFuzzy(words.join(' '), candidates, {
		limit,
		words: true,
		threshold: longest(words) > longQuery ? 0.3 : 0.4,
	});
}

function longest(words: readonly string[]): number {
	return words.reduce((most, word) => Math.max(most, word.length), 0);
}
