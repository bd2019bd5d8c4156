// What can be asked of all the documents of a corpus at once: the one interface in front of whoever answers, here or in a worker.
// Knows nothing of clocks: whoever asks brings the pauses.
import type { Corpus } from '../corpus/corpus';
import type { Cancelled } from '../search/passages';
import { candidatesOf, type CandidateOptions, type Candidates } from './candidates';
import type { Spotter } from './spotter';
import { subjectOf } from './subject';
import { timelineOf, type Timeline } from './timeline';
import { writings } from './writings';

/** How long work goes on. */
export interface Patience {
	readonly signal?: Cancelled;
	/** Called every few milliseconds of work. */
	readonly pause?: () => Promise<void>;
}

export interface Library {
	/**
	 * The uses of a term (id or form), a formulation (id or words) or any words; with `nested` a term also where it is part of a longer one.
	 * Nothing when the words are too short to look for, or when it was cancelled.
	 */
	timeline(asked: string, options?: Patience & { readonly nested?: boolean }): Promise<Timeline | undefined>;
	/** What recurs and is no term yet; nothing when it was cancelled. */
	candidates(options?: Patience & CandidateOptions): Promise<Candidates | undefined>;
}

/** Answers from the texts of a corpus in memory. */
export function libraryOf(corpus: Corpus, spotter: () => Spotter): Library {
	return {
		async timeline(asked, { nested = false, ...patience } = {}) {
			const subject = subjectOf(corpus, spotter, asked, nested);
			return subject && run(timelineOf(subject, writings(corpus)), patience);
		},
		candidates: async ({ signal, pause, ...options } = {}) => run(candidatesOf(corpus, options), { ...(signal ? { signal } : {}), ...(pause ? { pause } : {}) }),
	};
}

async function run<T>(steps: Generator<void, T, void>, { signal, pause }: Patience): Promise<T | undefined> {
	for (;;) {
		if (signal?.aborted) return undefined;
		const step = steps.next();
		if (step.done) return step.value;
		await pause?.();
	}
}
