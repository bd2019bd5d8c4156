// Search over the citations and sources of a corpus: what fits a query, a paragraph or a term, best first, with
// counts and highlights.

import type { Corpus } from '../../corpus/corpus';
import type { Cancelled } from '../../search/passageSearch';
import type { Highlight } from './highlight';
import { Matcher, type Match } from './match';
import type { SearchRecord, RowKind } from './searchRecords';
import { mapped } from '../../text/values/optional';

export type { Highlight } from './highlight';
export type { RowField, RowKind } from './searchRecords';

/** What is looked for; filters that are absent let everything through. */
export interface FindQuery {
	/** Words in either script, any width, or pinyin; all must fit. Empty: everything. */
	readonly text: string;
	readonly kinds?: readonly RowKind[];
	/** Id of a source. */
	readonly source?: string;
	readonly speaker?: string;
	readonly year?: number;
	/** Default 50. */
	readonly limit?: number;
}

/** One thing found. */
export interface Hit {
	readonly id: string;
	readonly kind: RowKind;
	/** The words themselves; of a source, its title. */
	readonly text: string;
	/** Id and title of the source it stands in. */
	readonly source: string;
	readonly sourceTitle: string;
	readonly paragraph?: number;
	readonly speaker?: string;
	readonly date?: string;
	readonly occasion?: string;
	/** From 1 (best) to above 0; comparable within one answer only. */
	readonly score: number;
	/** Words of the query that it does not have, as they are compared, where nothing has all. */
	readonly missing?: readonly string[];
	/** It has words that are nearly those of the query. */
	readonly near?: true;
	/** Every place in the fields of this hit that fits: half-open, UTF-16 code units of the field as it reads. */
	readonly highlights: readonly Highlight[];
}

/** How many there are by each value of a filter. Values as FindQuery takes them (a source's id, a year as text). */
export interface Facets {
	readonly kind: Readonly<Record<string, number>>;
	readonly source: Readonly<Record<string, number>>;
	readonly speaker: Readonly<Record<string, number>>;
	readonly year: Readonly<Record<string, number>>;
}

export interface FindAnswer {
	/**
	 * How many fit, with all filters. Exact up to some thousand records; of more, what is counted are the best few
	 * hundred.
	 */
	readonly total: number;
	readonly hits: readonly Hit[];
	/** Counts of each filter as if it alone were not set. */
	readonly facets: Facets;
}

/** What a search is answered with that nobody waits for any more. */
const nothing: FindAnswer = { total: 0, hits: [], facets: { kind: {}, source: {}, speaker: {}, year: {} } };

export interface Finder {
	find(query: FindQuery, signal?: Cancelled): Promise<FindAnswer>;
	/** What fits a paragraph that is being written: what shares its terms and wording. */
	relevantTo(text: string, limit: number, signal?: Cancelled): Promise<FindAnswer>;
	/** Everything that names a term or in whose text it stands. */
	forTerm(termId: string, signal?: Cancelled): Promise<FindAnswer>;
}

/** A finder over a corpus. Costs nothing until it is asked; a search that is cancelled answers with nothing. */
export function createFinder(corpus: Corpus): Finder {
	let built: Matcher | undefined;
	const matcher = () => (built ??= new Matcher(corpus));
	const answer = async (
		matches: Promise<readonly Match[]>,
		query: FindQuery,
		signal?: Cancelled,
	): Promise<FindAnswer> => {
		const found = await matches;
		return signal?.aborted ? nothing : answerOf(corpus, found, query);
	};
	return {
		find: (query, signal) => answer(matcher().words(query.text, filterOf(query), signal), query, signal),
		relevantTo: (text, limit, signal) => answer(matcher().paragraph(text, signal), { text, limit }, signal),
		forTerm: (termId, signal) => answer(matcher().term(termId), { text: '', limit: Infinity }, signal),
	};
}

type Facet = keyof Facets;
const facets: readonly Facet[] = ['kind', 'source', 'speaker', 'year'];

/** The value of a record for a filter, as the filter takes it. */
function valueOf(record: SearchRecord, facet: Facet): string | undefined {
	const value = record[facet];
	return mapped(value, String);
}

/** Whether a filter lets a record through. */
function passes(record: SearchRecord, query: FindQuery, facet: Facet): boolean {
	if (facet === 'kind') return !query.kinds || query.kinds.includes(record.kind);
	const wanted = query[facet];
	return wanted === undefined || valueOf(record, facet) === String(wanted);
}

/** The filters of a query as one, nothing where none is set. */
function filterOf(query: FindQuery): ((record: SearchRecord) => boolean) | undefined {
	if (!query.kinds && query.source === undefined && query.speaker === undefined && query.year === undefined)
		return undefined;
	return record => facets.every(facet => passes(record, query, facet));
}

function answerOf(corpus: Corpus, matches: readonly Match[], query: FindQuery): FindAnswer {
	// Values are what packs say: one may be called `constructor` or `__proto__`.
	const none = (): Record<string, number> => Object.create(null) as Record<string, number>;
	const counts: Record<Facet, Record<string, number>> = { kind: none(), source: none(), speaker: none(), year: none() };
	const passing: Match[] = [];
	for (const match of matches) {
		const failed = facets.filter(facet => !passes(match.record, query, facet));
		if (failed.length === 0) passing.push(match);
		for (const facet of countedFacets(failed)) {
			const value = valueOf(match.record, facet);
			if (value !== undefined) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
		}
	}
	return {
		total: passing.length,
		hits: passing.slice(0, query.limit ?? 50).map(match => hitOf(corpus, match)),
		facets: counts,
	};
}

/**
 * The filters whose values count a match that does not pass `failed`. A filter does not count itself away: people see
 * what its other values would give.
 */
function countedFacets(failed: readonly Facet[]): readonly Facet[] {
	if (failed.length === 0) return facets;
	return failed.length === 1 ? failed : [];
}

function hitOf(corpus: Corpus, { record, score, highlights, missing, near }: Match): Hit {
	const { id, kind, source, paragraph, speaker, date, occasion } = record;
	return {
		id,
		kind,
		text: record.fields.text ?? '',
		source,
		sourceTitle: corpus.source(source)?.title ?? '',
		paragraph,
		speaker,
		date,
		occasion,
		score,
		...(missing && { missing }),
		...(near && { near }),
		highlights: highlights(),
	};
}
