// Answers in which documents of a group words stand, how often, and in which years, as a person's own index does.

import { compareCodeUnits } from '../../text/order';
import { present } from '../../text/values/fields';
import type {
	DocumentMention,
	DocumentUse,
	IndexedSource,
	IndexFilter,
	IndexTimeline,
	MentionFilter,
} from '../index/engine';
import { dateOf, Span, standsIn, yearsOf } from '../index/usesTold';
import { wordsOf } from '../query';
import type { Asking, SearchAnswer } from './answers';
import { documentsBody, documentsNamedBody, mentionBody, pageBody, type After, type Json } from './queries';
import { comparedText, sourceOf, type DocumentRecord, type PassageRecord } from './records';

/** So many passages are read at most to count every use, so many at a time; of more, passages are counted. */
const [mostRead, readAtOnce] = [10_000, 1000];
/** … and so many where only a glance is taken, as by whoever rests the mouse on a word. */
const mostGlanced = 1000;
/** So many documents are told of at a time. */
const documentsAtOnce = 5000;

type Find = <T>(body: Json, asking: Asking) => Promise<SearchAnswer<T>>;

/** Documents that hold words, as the engine counts them. */
interface DocumentBuckets {
	readonly after_key?: Json;
	readonly buckets: readonly {
		readonly key: { readonly document: string };
		readonly doc_count: number;
		readonly first: { readonly value: number };
	}[];
}

/** The documents that words stand in, in number, and one end of their dates. */
interface MentionBuckets {
	readonly documents: { readonly value: number };
	readonly dated: Readonly<Record<'first' | 'last', Pick<SearchAnswer<PassageRecord>, 'hits'>>>;
}

/** A document while its uses are counted. */
type Counted = { -readonly [K in keyof DocumentUse]: DocumentUse[K] };

export class GroupUses {
	/** `most`: passages that are read at most to count every use; fewer in tests. */
	constructor(
		private readonly find: Find,
		private readonly most = mostRead,
	) {}

	/** In how many documents words stand, a short name not across words. */
	async mention(text: string, filter: MentionFilter, asking: Asking): Promise<DocumentMention> {
		const words = wordsOf(text);
		if (words.length === 0 || asking.signal?.aborted) return { documents: 0 };
		const stands = standsIn(words, filter.common);
		const read = stands && (await this.read(words, filter, asking, mostGlanced));
		if (!read) return this.counted(words, filter, asking);
		if (asking.signal?.aborted) return { documents: 0 };
		const found = read.filter(({ text: passage }) => stands(passage)).map(record => sourceOf(record));
		const sources = new Map(found.map(source => [source.document, source]));
		const span = new Span();
		for (const source of sources.values()) span.add(source);
		return { documents: sources.size, ...span.ends };
	}

	/** The same as the engine counts it, of all documents in one request. */
	private async counted(words: readonly string[], filter: IndexFilter, asking: Asking): Promise<DocumentMention> {
		const { aggregations } = await this.find(mentionBody(words, filter), asking);
		if (asking.signal?.aborted) return { documents: 0 };
		const { documents, dated } = aggregations as unknown as MentionBuckets;
		const span = new Span();
		for (const { hits } of [dated.first, dated.last]) for (const { _source } of hits.hits) span.add(sourceOf(_source));
		return { documents: documents.value, ...span.ends };
	}

	/** How often words stand in each document and year. */
	async timeline(text: string, filter: IndexFilter, asking: Asking): Promise<IndexTimeline> {
		const words = wordsOf(text);
		if (words.length === 0 || asking.signal?.aborted) return { documents: [], years: [], uses: 0 };
		const read = await this.read(words, filter, asking);
		const documents = read ? countedIn(read, words[0] ?? '') : await this.documents(words, filter, asking);
		if (asking.signal?.aborted) return { documents: [], years: [], uses: 0 };
		const sorted = [...documents].sort(
			(a, b) => compareCodeUnits(dateOf(a), dateOf(b)) || compareCodeUnits(a.document, b.document),
		);
		const uses = sorted.reduce((sum, one) => sum + one.uses, 0);
		return present({ documents: sorted, years: yearsOf(sorted), uses, atLeast: read ? undefined : (true as const) });
	}

	/** All passages that hold words, in the order of the documents; nothing where they are too many. */
	private async read(
		words: readonly string[],
		filter: IndexFilter,
		asking: Asking,
		most = this.most,
	): Promise<readonly PassageRecord[] | undefined> {
		const found: PassageRecord[] = [];
		let after: After | undefined;
		do {
			if (asking.signal?.aborted) return [];
			const body = pageBody(words, filter, readAtOnce, after, after ? undefined : most);
			const { hits, total } = (await this.find<PassageRecord>(body, asking)).hits;
			// What is too much is not read before that is known.
			if ((total?.value ?? 0) >= most) return undefined;
			found.push(...hits.map(({ _source }) => _source));
			after = hits.length === readAtOnce ? hits.at(-1)?.sort : undefined;
		} while (after);
		return found;
	}

	/** All documents that hold words, each with how many of its passages do. */
	private async documents(words: readonly string[], filter: IndexFilter, asking: Asking): Promise<DocumentUse[]> {
		const found: DocumentUse[] = [];
		let after: Json | undefined;
		do {
			if (asking.signal?.aborted) return [];
			const { aggregations } = await this.find(documentsBody(words, filter, documentsAtOnce, after), asking);
			const { buckets, after_key } = aggregations?.documents as DocumentBuckets;
			const sources = await this.named(
				buckets.map(({ key }) => key.document),
				asking,
			);
			for (const { key, doc_count, first } of buckets) {
				const source = sources.get(key.document);
				// One whose own record is gone is just being taken away.
				if (source) found.push({ ...source, uses: doc_count, passages: doc_count, paragraph: first.value });
			}
			after = buckets.length === documentsAtOnce ? after_key : undefined;
		} while (after);
		return found;
	}

	/** What is told of documents, by their names. */
	private async named(documents: readonly string[], asking: Asking): Promise<ReadonlyMap<string, IndexedSource>> {
		if (documents.length === 0) return new Map();
		const { hits } = (await this.find<DocumentRecord>(documentsNamedBody(documents), asking)).hits;
		return new Map(hits.map(({ _source }) => [_source.document, sourceOf(_source)]));
	}
}

/** How often a word stands in each document, by its passages. */
function countedIn(records: readonly PassageRecord[], word: string): readonly DocumentUse[] {
	const found = new Map<string, Counted>();
	for (const record of records) {
		const uses = comparedText(record.text).split(word).length - 1;
		const known = found.get(record.document);
		if (!known) {
			found.set(record.document, { ...sourceOf(record), uses, passages: 1, paragraph: record.paragraph });
			continue;
		}
		known.uses += uses;
		known.passages++;
	}
	return [...found.values()];
}
