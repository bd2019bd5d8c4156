// One search in the curated citations, in a person's documents, or in both: citations first, then passages.
import type { FindAnswer, FindQuery } from '../core/citations/find/find';
import { searchFitting, type FittingAnswer, type FittingRequest } from '../core/citations/find/fitting';
import { withoutRepeats } from '../core/citations/find/withoutRepeats';
import type { IndexFilter, IndexQuery, PassageHit } from '../core/search/index/engine';
import type { Cancelled } from '../core/search/passageSearch';
import type { PolicyService } from '../core/service';
import { present } from '../core/text/values/fields';

/** Where is looked. */
export type SearchScope = 'citations' | 'documents' | 'both';

/** What is looked for: words, and filters for citations and passages alike. */
export interface SearchRequest {
	readonly text: string;
	readonly scope: SearchScope;
	/** Hits and passages together. */
	readonly limit: number;
	readonly filters: SearchFilters;
}

/** Filters as a person sets them; a year that is no number finds nothing rather than everything. */
export interface SearchFilters {
	/** Kinds of citations, and `document`: passages. All where it is not set. */
	readonly kinds?: readonly string[] | undefined;
	readonly source?: string | undefined;
	readonly speaker?: string | undefined;
	readonly year?: number | undefined;
}

const citationKinds = ['quotation', 'point', 'figure', 'source'] as const;

/** Filters as a search in the citations takes them. */
export function citationFilters({ kinds, source, speaker, year }: SearchFilters): Omit<FindQuery, 'text' | 'limit'> {
	return present({
		...(kinds === undefined ? {} : { kinds: citationKinds.filter(kind => kinds.includes(kind)) }),
		source,
		speaker,
		year,
	});
}

/** … and in the documents; nothing where no passage fits: it has no kind but its own, and nobody who said it. */
export function passageFilters({ kinds, source, speaker, year }: SearchFilters): IndexFilter | undefined {
	if (speaker !== undefined || (kinds !== undefined && !kinds.includes('document'))) return undefined;
	return {
		...(source === undefined ? {} : { sources: [source] }),
		...(year === undefined ? {} : { from: year, to: year }),
	};
}

/** What was found, together no more than asked for. */
export interface SearchAnswer {
	readonly corpus: FindAnswer;
	readonly passages: readonly PassageHit[];
	/** What the documents answered, also those that a citation has already. */
	readonly answered: readonly PassageHit[];
}

const nothing: FindAnswer = { total: 0, hits: [], facets: { kind: {}, source: {}, speaker: {}, year: {} } };

/** Searches where it is asked to. Passages are found as soon as there are words to look for. */
export async function searchAll(
	service: PolicyService,
	{ text, scope, limit, filters }: SearchRequest,
	index: (query: IndexQuery) => Promise<readonly PassageHit[]>,
	signal?: Cancelled,
): Promise<SearchAnswer> {
	const passages = scope === 'citations' || text.trim() === '' ? undefined : passageFilters(filters);
	const query = passages && { text, instead: service.wordings(text), limit, ...passages };
	const [corpus, answered] = await Promise.all([
		scope === 'documents' ? nothing : service.find({ text, limit, ...citationFilters(filters) }, signal),
		query ? index(query) : [],
	]);
	// Half of the room is for passages, as far as there are some; the rest of it for what the corpus has.
	const hits = corpus.hits.slice(0, Math.max(limit - answered.length, Math.ceil(limit / 2)));
	return {
		corpus: { ...corpus, hits },
		passages: withoutRepeats(hits, answered).slice(0, limit - hits.length),
		answered,
	};
}

export type { FittingAnswer };

/** What fits a paragraph that is being written, where it is asked to. */
export function searchParagraph(
	service: PolicyService,
	request: FittingRequest,
	index: (query: IndexQuery) => Promise<readonly PassageHit[]>,
	signal?: Cancelled,
): Promise<FittingAnswer> {
	return searchFitting(service, request, index, signal);
}
