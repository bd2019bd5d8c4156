// How the records of a corpus go on from what is written, where a person has no documents: quotations, formulations,
// terms.

import type { Corpus } from '../corpus/corpus';
import type { ContinuationQuery, DocumentContinuation } from '../search/index/engine';
import { Phrases, type OfferedText } from '../search/continuations/phrases';

/** Built when made; milliseconds for some hundred records. */
export class RecordedPhrases {
	private readonly phrases = new Phrases();

	constructor(private readonly corpus: Corpus) {
		const steps = this.phrases.take(textsOf(corpus));
		while (!steps.next().done);
	}

	/** The places are those of quotations; formulations and terms have none. */
	after({ before, confidence = 'balanced', caution }: ContinuationQuery): readonly DocumentContinuation[] {
		const found = this.phrases.after(before, confidence, caution);
		if (!found) return [];
		const places = found.places.flatMap(({ key }) => {
			const citation = this.corpus.citation(key);
			const source = citation && this.corpus.source(citation.source);
			if (!source) return [];
			const { title, issued } = source;
			const { paragraph = 1 } = citation;
			return [{ document: '', source: citation.source, title, ...(issued && { date: issued }), paragraph }];
		});
		return [{ ...found, places }];
	}
}

function textsOf({ citations, formulations, terms }: Corpus): OfferedText[] {
	const wordings = formulations.flatMap(({ text }) => text.split(/\{[^{}]*\}/));
	const forms = terms.flatMap(({ term, aliases = [] }) => [term, ...aliases]);
	return [
		...citations.map(({ id, text, date = '' }) => offered(id, date, [text])),
		offered(
			'',
			'',
			[...wordings, ...forms].filter(text => text !== ''),
		),
	];
}

function offered(key: string, date: string, paragraphs: readonly string[]): OfferedText {
	const length = paragraphs.reduce((sum, text) => sum + text.length + 1, 0);
	return { key, date, length, read: () => paragraphs };
}
