// How a draft goes on: as the person's documents do, or, where there are none, as what is recorded. What a writer did
// not take is remembered for the session.

import type { Corpus, IndexEngine } from '../../core/service';
import { Refusals } from '../../core/search/continuations/refusals';
import { RecordedPhrases } from '../../core/terms/recordedPhrases';

export type Query = Parameters<IndexEngine['continuations']>[0];
export type Continued = Awaited<ReturnType<IndexEngine['continuations']>>[number];
export type Confidence = NonNullable<Query['confidence']>;

/** Puts a question to the documents; nothing where there are none. */
export type AskDocuments = (query: Query) => Promise<readonly Continued[] | undefined>;

export class Continuations {
	private recorded: { readonly corpus: Corpus; readonly phrases: RecordedPhrases } | undefined;
	private readonly refusals = new Map<string, Refusals>();

	/** The likeliest first; empty where nothing is likely. */
	async of(query: Query, corpus: Corpus, ask: AskDocuments): Promise<readonly Continued[]> {
		return (await ask(query)) ?? this.recordedIn(corpus).after(query);
	}

	/** What was shown and refused in a draft, by its name. */
	refusedIn(draft: string): Refusals {
		const known = this.refusals.get(draft) ?? new Refusals();
		this.refusals.set(draft, known);
		return known;
	}

	private recordedIn(corpus: Corpus): RecordedPhrases {
		if (this.recorded?.corpus !== corpus) this.recorded = { corpus, phrases: new RecordedPhrases(corpus) };
		return this.recorded.phrases;
	}
}
