// Answers in which order few candidates fit a query that they need not contain.

import { fuseOver } from './fuse';

/** A text to be ranked and the number of what it stands for. */
export interface Candidate {
	readonly item: number;
	readonly text: string;
}

/**
 * A candidate that fits: 1 is a perfect score, 0 the worst; `ranges` are half-open offsets into its text, only if asked
 * for.
 */
export interface Ranked {
	readonly item: number;
	readonly score: number;
	readonly ranges: readonly (readonly [number, number])[];
}

export interface RankOptions {
	/** How many may come back; all that fit if not given. */
	readonly limit?: number;
	/**
	 * Share of the query that may be wrong. Default 0.4; 0.3 above 12 characters, where 0.4 lets through almost
	 * anything.
	 */
	readonly threshold?: number;
	/** Whether the match may stand anywhere (passages) or should be near the start (terms). Default true. */
	readonly anywhere?: boolean;
	/**
	 * Whether words between spaces must each be matched; else a space is one more character to match. Default false.
	 */
	readonly words?: boolean;
	/** Whether the matched ranges are wanted; they cost as much as the ranking. Default false. */
	readonly ranges?: boolean;
}

/**
 * Queries above this many characters are quotations: fewer characters may be wrong in them, and fewer candidates are
 * worth a look.
 */
export const longQuery = 12;

/**
 * The candidates that fit, best first; those that fit equally well stay in the order given. Query and candidates are
 * folded alike by the caller.
 */
export function rankFuzzy(query: string, candidates: readonly Candidate[], options: RankOptions = {}): Ranked[] {
	if (query === '' || candidates.length === 0) return [];
	const fuse = fuseOver(
		candidates.map(candidate => candidate.text),
		{
			includeScore: true,
			includeMatches: options.ranges ?? false,
			ignoreLocation: options.anywhere ?? true,
			isCaseSensitive: true,
			ignoreFieldNorm: true,
			useExtendedSearch: options.words ?? false,
			threshold: options.threshold ?? (query.length > longQuery ? 0.3 : 0.4),
		},
	);
	const found = options.limit === undefined ? fuse.search(query) : fuse.search(query, { limit: options.limit });
	return found.flatMap(({ refIndex, score, matches }) => {
		const candidate = candidates[refIndex];
		if (!candidate) return [];
		const ranges = (matches?.[0]?.indices ?? []).map(([first, last]) => [first, last + 1] as const);
		return [{ item: candidate.item, score: 1 - (score ?? 1), ranges }];
	});
}
