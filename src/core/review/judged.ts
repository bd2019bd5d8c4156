// A quotation, and what was made of it.

import type { Candidate, Verdict } from './verdict';

/** A candidate with what was made of it; offsets of the paragraph. */
export interface Judged {
	readonly candidate: Candidate;
	readonly verdict: Verdict;
}

/** A candidate there is nothing to say of. */
export interface Unjudged {
	readonly candidate: Candidate;
	readonly verdict: undefined;
}
