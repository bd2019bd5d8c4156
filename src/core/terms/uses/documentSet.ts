// What can be asked of all the documents of a corpus at once: the one interface in front of whoever answers, here or
// in a worker.
import type { Corpus } from '../../corpus/corpus';
import { compact } from '../../text/compact';
import { fold } from '../../text/fold';
import { candidatesOf, type CandidateOptions, type Candidates } from '../candidates';
import type { Spotter } from '../spotter';
import { run, type Patience } from './patience';
import { subjectOf, type Subject } from '../subject';
import { count, nothingYet, timelineOf, type Tally, type Timeline } from '../timeline';
import { writings } from '../datedTexts';

/** Documents whose words are not loaded, and who finds passages in them. */
export interface Further {
	/** Ids of their sources. */
	readonly sources: readonly string[];
	/** Passages that hold all of some words, a stretch at a time. */
	holding(
		words: string,
	): AsyncIterable<readonly { readonly source: string; readonly paragraph: number; readonly text: string }[]>;
}

export interface DocumentSet {
	/**
	 * The uses of a term (id or form), a formulation (id or words) or any words; with `nested` a term also where it is
	 * part of a longer one.
	 * Nothing when the words are too short to look for, or when it was cancelled.
	 */
	timeline(
		asked: string,
		options?: Patience & { readonly nested?: boolean; readonly further?: Further },
	): Promise<Timeline | undefined>;
	/** What recurs and is no term yet; nothing when it was cancelled. */
	candidates(options?: Patience & CandidateOptions): Promise<Candidates | undefined>;
}

/** Answers from the texts of a corpus in memory. */
export function documentSetOf(corpus: Corpus, spotter: () => Spotter): DocumentSet {
	return {
		async timeline(asked, { nested = false, further, ...patience } = {}) {
			const subject = subjectOf(corpus, spotter, asked, nested);
			if (!subject) return undefined;
			const known = further && (await tallies(subject, further, id => corpus.source(id)?.id, patience));
			return run(timelineOf(subject, writings(corpus, further?.sources), known), patience);
		},
		candidates: async ({ signal, pause, ...options } = {}) =>
			run(candidatesOf(corpus, options), { ...(signal ? { signal } : {}), ...(pause ? { pause } : {}) }),
	};
}

/** What is counted in documents that are not loaded, by the ids of their sources. */
async function tallies(
	subject: Subject,
	{ sources, holding }: Further,
	idOf: (id: string) => string | undefined,
	{ signal, pause }: Patience,
): Promise<ReadonlyMap<string, Tally>> {
	const wanted = new Set(sources.flatMap(id => idOf(id) ?? []));
	const found = new Map<string, Tally>();
	const before: string[] = [];
	for (const words of subject.sought) {
		for await (const passages of holding(words)) {
			if (signal?.aborted) return found;
			for (const { source, paragraph, text } of passages) {
				const id = idOf(source);
				// What holds words that were sought before is counted.
				if (
					id === undefined ||
					!wanted.has(id) ||
					(before.length > 0 && before.some(other => lettersOf(text).includes(other)))
				)
					continue;
				let tally = found.get(id);
				if (!tally) found.set(id, (tally = nothingYet()));
				count(subject, { text, paragraph, ours: false }, tally);
			}
			await pause?.();
		}
		before.push(lettersOf(words));
	}
	return found;
}

function lettersOf(text: string): string {
	return compact(fold(text)).text;
}
