// One search in the curated citations, in the person's documents, or in both: citations first, then passages.
import type { PassageLibrary } from '../../app/library/connection';
import { passageFilters, searchAll, searchParagraph, type FittingAnswer } from '../../app/search';
import type { Cancelled, FindAnswer, IndexQuery, PassageHit } from '../../core/service';
import type { DocumentsStatus, Filters, Scope } from '../../webviews/panel/protocol';
import { searchFilters } from '../base/hitRows';
import type { Host } from '../base/host';
import { passageCounts, together, type PassageCounts } from './facets';
import { documentsStatusOf } from './passageRows';

/** What is looked for. */
export interface Asked {
	readonly text: string;
	readonly scope: Scope;
	readonly filters: Filters;
	readonly limit: number;
}

/**
 * Hits of the corpus and passages, together no more than asked for; counts are those of all that fit in the corpus and
 * of what is listed of the documents.
 */
export interface Answer {
	readonly corpus: FindAnswer;
	readonly passages: readonly PassageHit[];
	readonly total: number;
	readonly library?: DocumentsStatus;
	/** Counts the passages through; nothing where all are listed, or the search was overtaken. */
	readonly count?: () => Promise<{ readonly total: number; readonly facets: FindAnswer['facets'] } | undefined>;
}

/** Searches where it is asked to. Passages are found as soon as there are words to look for. */
export async function search(host: Host, { text, scope, filters, limit }: Asked, signal: Cancelled): Promise<Answer> {
	const service = await host.service();
	const request = {
		text,
		limit,
		scope: scope === 'corpus' ? ('citations' as const) : scope,
		filters: searchFilters(filters),
	};
	const [{ corpus, passages, answered }, status] = await Promise.all([
		searchAll(service, request, query => found(host, query, signal), signal),
		scope === 'corpus' ? undefined : host.documents.ask(engine => engine.status()),
	]);
	const uses = passages.map(one => ({ ...one, passages: 1 }));
	const [first] = answered;
	return {
		corpus: { ...corpus, facets: together(corpus.facets, passageCounts(uses, uses, {}), filters) },
		passages,
		total: corpus.total + answered.length,
		...(scope === 'corpus' ? {} : { library: documentsStatusOf(status, host.documents) }),
		...(first
			? {
					count: async () => {
						const all = await host.documents.askAll(library => counted(library, first.wording, filters, signal));
						return all && !signal.aborted
							? {
									total: corpus.total + Math.max(all.total, answered.length),
									facets: together(corpus.facets, all, filters),
								}
							: undefined;
					},
				}
			: {}),
	};
}

/** What fits a paragraph, where it is asked to. */
export async function searchFitting(
	host: Host,
	{ text, scope, limit }: Pick<Asked, 'text' | 'scope' | 'limit'>,
	signal: Cancelled,
): Promise<FittingAnswer> {
	const where = scope === 'corpus' ? ('citations' as const) : scope;
	return searchParagraph(
		await host.service(),
		{ text, scope: where, limit },
		// Of one's own: a paragraph that is being written is not sent away.
		async query => (await host.documents.ask(engine => engine.search(query, signal))) ?? [],
		signal,
	);
}

async function found(host: Host, query: IndexQuery, signal: Cancelled): Promise<readonly PassageHit[]> {
	return (await host.documents.askAll(library => library.search(query, signal))) ?? [];
}

/** Each filter counts as if it alone were not set, so with filters the documents are gone through twice. */
async function counted(
	library: PassageLibrary,
	words: string,
	filters: Filters,
	signal: Cancelled,
): Promise<PassageCounts> {
	const of = async (with_: Filters) =>
		(await library.timeline(words, passageFilters(searchFilters(with_)), signal)).documents;
	const { source, year } = filters;
	const ofSources = await of({ year });
	return passageCounts(
		ofSources,
		source === undefined && year === undefined ? ofSources : await of({ source }),
		filters,
	);
}
