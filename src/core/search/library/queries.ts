// What the engine is asked, in its own words: bodies of searches for words, documents and years.

import type { IndexFilter } from '../index/engine';
import type { NearAsk } from '../index/searchPlan';
import { skipsOf } from './records';

/** A clause of a query, or a whole body. */
export type Json = Readonly<Record<string, unknown>>;

/** Fields of a passage that come back with a hit. */
const passageFields = ['document', 'source', 'title', 'date', 'paragraph', 'length', 'text', 'table', 'head', 'page'];

/** Passages of the documents that a filter lets through. */
function passagesIn({ documents, sources, without, from, to }: IndexFilter): Json[] {
	const clauses: Json[] = [{ term: { kind: 'passage' } }];
	if (documents) clauses.push({ terms: { document: documents } });
	if (sources) clauses.push({ terms: { source: sources } });
	if (without) clauses.push({ bool: { must_not: [{ terms: { source: without } }] } });
	const years = { ...(from !== undefined && { gte: from }), ...(to !== undefined && { lte: to }) };
	if (from !== undefined || to !== undefined) clauses.push({ range: { year: years } });
	return clauses;
}

/** Holds a word as it is compared: a pair is looked up, a longer word is pairs one behind the other. */
function holding(word: string): Json {
	const characters = [...word].length;
	if (characters === 1) return { prefix: { folded: { value: word } } };
	if (characters === 2) return { term: { folded: word } };
	return { match_phrase: { folded: word } };
}

function holdingAll(words: readonly string[], filter: IndexFilter): Json {
	return { bool: { filter: [...passagesIn(filter), ...words.map(holding)] } };
}

/** Passages that hold all words: the shorter, the later published, then by name and place. */
export function exactBody(words: readonly string[], filter: IndexFilter, limit: number): Json {
	return {
		size: limit,
		track_total_hits: false,
		_source: passageFields,
		query: holdingAll(words, filter),
		sort: [{ length: 'asc' }, { date: { order: 'desc', missing: '_last' } }, { document: 'asc' }, { paragraph: 'asc' }],
	};
}

/** Passages that share pairs with the words, those with the most and the rarest first. */
export function nearBody({ words, candidates, alone, taken }: NearAsk, filter: IndexFilter): Json {
	const skips = words.map(skipsOf).filter(text => text !== '');
	return {
		// Those found already are among the best.
		size: candidates + taken.size,
		track_total_hits: false,
		_source: passageFields,
		query: {
			bool: {
				filter: passagesIn(filter),
				should: [
					...words.map(word => ({ match: { folded: word } })),
					...(alone ? skips.map(text => ({ match: { skips: text } })) : []),
				],
				minimum_should_match: 1,
			},
		},
		sort: ['_score', { document: 'asc' }, { paragraph: 'asc' }],
	};
}

/** Where a page of a list ended. */
export type After = readonly (string | number)[];

/** Passages that hold all words, document by document, from a place on; `counted`: how many are counted of them all. */
export function pageBody(
	words: readonly string[],
	filter: IndexFilter,
	size: number,
	after?: After,
	counted?: number,
): Json {
	return {
		size,
		track_total_hits: counted ?? false,
		_source: passageFields,
		query: holdingAll(words, filter),
		sort: [{ document: 'asc' }, { paragraph: 'asc' }],
		...(after && { search_after: after }),
	};
}

/** Fields of a document that come back with a hit. */
const documentFields = ['document', 'source', 'title', 'date'];
/** From so many documents on their number is an estimate, by some in a hundred at most: the most the engine allows. */
const counted = 40_000;

/** In how many documents all words stand, and of which date the first and the last are. */
export function mentionBody(words: readonly string[], filter: IndexFilter): Json {
	const end = (order: 'asc' | 'desc') => ({
		top_hits: { size: 1, sort: [{ date: order }, { document: 'asc' }], _source: documentFields },
	});
	return {
		size: 0,
		track_total_hits: false,
		query: holdingAll(words, filter),
		aggs: {
			documents: { cardinality: { field: 'document', precision_threshold: counted } },
			dated: { filter: { exists: { field: 'date' } }, aggs: { first: end('asc'), last: end('desc') } },
		},
	};
}

/** Documents that hold all words, so many at a time, each with how many passages do and the first of them. */
export function documentsBody(words: readonly string[], filter: IndexFilter, size: number, after?: Json): Json {
	return {
		size: 0,
		track_total_hits: false,
		query: holdingAll(words, filter),
		aggs: {
			documents: {
				composite: { size, sources: [{ document: { terms: { field: 'document' } } }], ...(after && { after }) },
				aggs: { first: { min: { field: 'paragraph' } } },
			},
		},
	};
}

/** What is told of some documents. */
export function documentsNamedBody(documents: readonly string[]): Json {
	return {
		size: documents.length,
		track_total_hits: false,
		_source: documentFields,
		query: { bool: { filter: [{ term: { kind: 'document' } }, { terms: { document: documents } }] } },
	};
}

/** Paragraphs of a document in their order. */
export function paragraphsBody(document: string, from: number, to: number): Json {
	return {
		size: Math.max(0, to - from + 1),
		track_total_hits: false,
		_source: ['text'],
		query: {
			bool: {
				filter: [
					{ term: { kind: 'passage' } },
					{ term: { document } },
					{ range: { paragraph: { gte: from, lte: to } } },
				],
			},
		},
		sort: [{ paragraph: 'asc' }],
	};
}

/** Documents themselves, so many at a time in their order, from a place on. */
export function documentPageBody(size: number, after?: After): Json {
	return {
		size,
		track_total_hits: false,
		query: { bool: { filter: [{ term: { kind: 'document' } }] } },
		sort: [{ document: 'asc' }],
		...(after && { search_after: after }),
	};
}

/** All that is kept of the passages of some documents, so many at a time in their order, from a place on. */
export function passagePageBody(documents: readonly string[], size: number, after?: After): Json {
	return {
		size,
		track_total_hits: false,
		query: { bool: { filter: [{ term: { kind: 'passage' } }, { terms: { document: documents } }] } },
		sort: [{ document: 'asc' }, { paragraph: 'asc' }],
		...(after && { search_after: after }),
	};
}

/** The record of a document itself. */
export function documentBody(document: string): Json {
	return {
		size: 1,
		track_total_hits: false,
		query: { bool: { filter: [{ term: { kind: 'document' } }, { term: { document } }] } },
	};
}

/** How many documents and passages there are. */
export const statusBody: Json = {
	size: 0,
	track_total_hits: false,
	aggs: { kinds: { terms: { field: 'kind' } } },
};
