// What is counted for the model of continuations: official prose as it is shipped, the records of the corpus, the
// person's documents. Counted in steps when packs are loaded, never while somebody types.

import type { Corpus } from '../../corpus/corpus';
import { NgramCounts } from '../../text/ngrams';
import { readNgrams, type WrittenNgrams } from '../../text/ngramText';
import type { Layer } from './model';

/** One use in the records, or in the person's documents, counts for so many in official prose at large. */
const weight = { records: 2, documents: 3 } as const;
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

/** What stays the same for all services: the shipped counts, and those of documents, most of which stay. */
export class SharedCounts {
	private shipped: { readonly text: string; readonly read: WrittenNgrams } | undefined;
	private indexed: WrittenNgrams | undefined;
	private documents: Counted = { counts: new NgramCounts(), texts: new Set(), read: 0 };

	/** The counts made at build, read when they are asked for first. */
	ofShipped(text: string): WrittenNgrams {
		if (this.shipped?.text !== text) this.shipped = { text, read: readNgrams(text) };
		return this.shipped.read;
	}

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

	layers(): readonly Layer[] {
		return [
			{ ...this.shared.ofShipped(this.corpus.ngrams), weight: 1 },
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
