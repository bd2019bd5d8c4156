// What is counted for the model of continuations: official prose as it is shipped, the records of the corpus, the
// person's documents. Counted in steps when packs are loaded, never while somebody types.

import type { Corpus } from '../../corpus/corpus';
import { NgramCounts } from '../../text/ngrams';
import { readNgrams, type WrittenNgrams } from '../../text/ngramText';
import type { Layer } from './model';

/** One use in the records, or in the person's documents, counts for so many in official prose at large. */
const weight = { records: 2, documents: 3 } as const;
/** What a person records counts as so many uses at large, until their documents tell how many there are. */
const ownUses = 60;
/** So many characters of the records tell. */
const enoughRecords = 200_000;
/** So many of the documents: two hundred reports, some seconds in the background. */
const enoughDocuments = 4_000_000;
/** Characters counted in a step. */
const atOnce = 4096;

/** Documents that are counted; one that was not read anew is the same list of paragraphs. */
interface Counted {
	readonly counts: NgramCounts;
	readonly texts: Set<readonly string[]>;
	/** Characters. */
	read: number;
}

/** What services share: the counts of documents, most of which stay when packs change. */
export class SharedCounts {
	private indexed: WrittenNgrams | undefined;
	private documents: Counted = { counts: new NgramCounts(), texts: new Set(), read: 0 };

	/** Of the documents as they were when they were last counted; where an index has counted more of them, by that. */
	ofDocuments(): WrittenNgrams {
		return this.indexed ?? { counts: this.documents.counts, least: 1 };
	}

	/** Takes what an index has counted, where the documents are too many to be loaded. */
	takeIndexed(text: string): void {
		this.indexed = text === '' ? undefined : readNgrams(text);
	}

	/**
	 * Counts what is new, in steps of some milliseconds; all anew where a text is gone. Texts that do not fit any more
	 * are left out: the most important ones first.
	 */
	*count(texts: readonly (readonly string[])[]): Generator<void, void, void> {
		const given = new Set(texts);
		const stays = [...this.documents.texts].every(text => given.has(text));
		const counted: Counted = stays ? this.documents : { counts: new NgramCounts(), texts: new Set(), read: 0 };
		for (const paragraphs of texts) {
			if (counted.texts.has(paragraphs) || counted.read > enoughDocuments) continue;
			counted.texts.add(paragraphs);
			for (const paragraph of paragraphs) {
				counted.counts.add(paragraph);
				counted.read += paragraph.length;
				if (counted.read % atOnce < paragraph.length) yield;
			}
		}
		this.documents = counted;
	}
}

/** The counts of one corpus. */
export class CorpusCounts {
	private made: NgramCounts | undefined;
	private prose: WrittenNgrams | undefined;

	constructor(
		private readonly corpus: Corpus,
		private readonly shared: SharedCounts,
	) {}

	/** Of what the records say. */
	records(): NgramCounts {
		if (this.made) return this.made;
		const { citations, formulations, terms } = this.corpus;
		const counts = new NgramCounts();
		let read = 0;
		const forms = terms.flatMap(({ term, aliases = [] }) => [term, ...aliases]);
		for (const text of [...[...citations, ...formulations].map(one => one.text), ...forms])
			if ((read += text.length) <= enoughRecords) counts.add(text);
		return (this.made = counts);
	}

	/** Of official prose at large, as it was counted at build, and what a person records besides. */
	private general(): WrittenNgrams {
		if (this.prose) return this.prose;
		const { formulations, ngrams, packs, terms } = this.corpus;
		const prose = readNgrams(ngrams);
		const own = <R extends { readonly id: string }>(records: readonly R[]) =>
			packs.length > 1 ? records.filter(({ id }) => this.corpus.packOf(id) !== packs[0]) : [];
		for (const { text } of own(formulations)) prose.counts.add(text, ownUses);
		for (const { term, aliases = [] } of own(terms))
			for (const form of [term, ...aliases]) prose.counts.add(form, ownUses);
		return (this.prose = prose);
	}

	layers(): readonly Layer[] {
		return [
			{ ...this.general(), weight: 1 },
			{ counts: this.records(), weight: weight.records, least: 1 },
			{ ...this.shared.ofDocuments(), weight: weight.documents },
		];
	}

	/**
	 * Makes ready what typing needs, in steps: the counts of the documents, the latest first. `indexed`: those of an
	 * index, where it has more.
	 */
	*prepare(indexed = ''): Generator<void, void, void> {
		this.shared.takeIndexed(indexed);
		this.layers();
		yield;
		const dates = new Map(this.corpus.sources.map(({ id, issued = '' }) => [id, issued]));
		const texts = [...this.corpus.documents].sort((a, b) =>
			(dates.get(b.source) ?? '').localeCompare(dates.get(a.source) ?? ''),
		);
		yield* this.shared.count(texts.map(({ paragraphs }) => paragraphs));
	}
}
