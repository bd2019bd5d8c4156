// How sure it is that a character follows: what speaks for it, weighed.

/** What speaks for the likeliest next character. */
export interface Evidence {
	/** Its share by the interpolated model, 0 to 1. */
	readonly share: number;
	/** Of the shortest context, of one longer by a character (the longest, where there is none), of the longest. */
	readonly uses: readonly [Uses, Uses, Uses];
	/** Of the context longer by a character and of the longest: near to where the words stand that were written last. */
	readonly near: readonly [Uses, Uses];
	/** Characters of the longest context that stands anywhere. */
	readonly length: number;
	/** In how many ways the longest context goes on. */
	readonly ways: number;
}

/** How often a context stands, weighted by the age of the texts, and how often it goes on with this character. */
export interface Uses {
	readonly ours: number;
	readonly all: number;
}

/** Where the continuation begins. */
export interface Beginning {
	/** At the beginning of a clause: the longest context says less there. */
	readonly isClause: boolean;
	/** Characters of the longest context of its first character. */
	readonly length: number;
}

/**
 * Weights of `signalsOf`, in its order: a logistic regression over every character of the reports of 2004–2012 typed
 * with the six before each as documents (`npm run bench -- phrases --fit` prints them).
 */
const weights = [
	0.098, 0.788, 0.567, -0.976, -0.059, -0.247, 0.333, 0.031, -0.025, 0.243, 0.165, 0.083, -0.416, 0.049, -0.144, 0.062,
] as const;

/** What certainty is made of: numbers that a weighted sum makes sense of. */
export function signalsOf(evidence: Evidence, beginning: Beginning): readonly number[] {
	const { uses, near } = evidence;
	const share = logOdds(evidence.share);
	const [, , longest] = uses;
	const followed = logOddsOf(longest);
	const length = evidence.length / 10;
	const ways = Math.log(evidence.ways + 1);
	const isClause = Number(beginning.isClause);
	const parts = [1, share, length, isClause, beginning.length / 10, ways];
	const nearby = [...near.map(logOddsOf), Math.log(near[1].all + 1)];
	// What shares are worth depends on the length of the context, on how many ways there are and on where it begins.
	const together = [length * share, length * followed, ways * followed, isClause * share];
	return [...parts, ...uses.map(logOddsOf), ...nearby, ...together];
}

/** How likely the character follows, if all before it did: between 0 and 1. */
export function certaintyOf(evidence: Evidence, beginning: Beginning): number {
	const sum = signalsOf(evidence, beginning).reduce((all, signal, at) => all + signal * (weights[at] ?? 0), 0);
	return 1 / (1 + Math.exp(-sum));
}

const logOddsOf = ({ ours, all }: Uses): number => logOdds((ours + 0.25) / (all + 1));

/** Beyond this no share is told from certainty. */
const surest = 0.9999;

function logOdds(share: number): number {
	const kept = Math.max(1 - surest, Math.min(surest, share));
	return Math.log(kept / (1 - kept));
}
