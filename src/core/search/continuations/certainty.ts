// How sure it is that a character follows: what speaks for it, weighed.

/** What speaks for the likeliest next character. */
export interface Evidence {
	/** Its share by the interpolated model, 0 to 1. */
	readonly share: number;
	/** Of the shortest context, of one longer by a character (the longest, where there is none), of the longest. */
	readonly uses: readonly [Uses, Uses, Uses];
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
const weights = [-0.268, 0.473, 0.679, -0.881, 0.003, -0.091, 0.336, 0.189, 0.119] as const;

/** What certainty is made of: numbers that a weighted sum makes sense of. */
export function signalsOf({ share, uses, length, ways }: Evidence, beginning: Beginning): readonly number[] {
	return [
		1,
		logOdds(share),
		length / 10,
		Number(beginning.isClause),
		beginning.length / 10,
		Math.log(ways + 1),
		...uses.map(({ ours, all }) => logOdds((ours + 0.25) / (all + 1))),
	];
}

/** How likely the character follows, if all before it did: between 0 and 1. */
export function certaintyOf(evidence: Evidence, beginning: Beginning): number {
	const sum = signalsOf(evidence, beginning).reduce((all, signal, at) => all + signal * (weights[at] ?? 0), 0);
	return 1 / (1 + Math.exp(-sum));
}

/** Beyond this no share is told from certainty. */
const surest = 0.9999;

function logOdds(share: number): number {
	const kept = Math.max(1 - surest, Math.min(surest, share));
	return Math.log(kept / (1 - kept));
}
