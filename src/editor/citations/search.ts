// One search in the curated citations, in the person's documents, or in both: citations first, then passages.
import {
	withoutRepeats,
	type Cancelled,
	type FindAnswer,
	type IndexEngine,
	type PassageHit,
	type IndexQuery,
} from '../../core/service';
import type { Filters, DocumentsStatus, Scope } from '../../webviews/panel/protocol';
import type { Host } from '../base/host';
import { filtersOf } from '../base/hitRows';
import { passageCounts, indexFilterOf, together, type PassageCounts } from './facets';
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

const nothing: FindAnswer = { total: 0, hits: [], facets: { kind: {}, source: {}, speaker: {}, year: {} } };

/** Searches where it is asked to. Passages are found as soon as there are words to look for. */
export async function search(host: Host, { text, scope, filters, limit }: Asked, signal: Cancelled): Promise<Answer> {
	const service = await host.service();
	const filter = scope === 'corpus' ? undefined : indexFilterOf(filters);
	const query: IndexQuery | undefined =
		filter && text !== '' ? { text, instead: service.wordings(text), limit, ...filter } : undefined;
	const [corpus, passages, status] = await Promise.all([
		scope === 'documents' ? nothing : service.find({ text, limit, ...filtersOf(filters) }, signal),
		query ? found(host, query, signal) : [],
		scope === 'corpus' ? undefined : host.documents.ask(engine => engine.status()),
	]);
	// Half of the room is for passages, as far as there are some; the rest of it for what the corpus has.
	const hits = corpus.hits.slice(0, Math.max(limit - passages.length, Math.ceil(limit / 2)));
	const listed = withoutRepeats(hits, passages).slice(0, limit - hits.length);
	const counts = passageCounts(
		listed.map(one => ({ ...one, passages: 1 })),
		listed.map(one => ({ ...one, passages: 1 })),
		{},
	);
	return {
		corpus: { ...corpus, hits, facets: together(corpus.facets, counts, filters) },
		passages: listed,
		total: corpus.total + passages.length,
		...(scope === 'corpus' ? {} : { library: documentsStatusOf(status, host.documents.taking) }),
		...(query && passages.length > 0
			? {
					count: async () => {
						const all = await host.documents.ask(engine => counted(engine, passages[0]!.wording, filters, signal));
						return all && !signal.aborted
							? {
									total: corpus.total + Math.max(all.total, passages.length),
									facets: together(corpus.facets, all, filters),
								}
							: undefined;
					},
				}
			: {}),
	};
}

async function found(host: Host, query: IndexQuery, signal: Cancelled): Promise<readonly PassageHit[]> {
	return (await host.documents.ask(engine => engine.search(query, signal))) ?? [];
}

/** Each filter counts as if it alone were not set, so with filters the documents are gone through twice. */
async function counted(
	engine: IndexEngine,
	words: string,
	filters: Filters,
	signal: Cancelled,
): Promise<PassageCounts> {
	const of = async (with_: Filters) => (await engine.timeline(words, indexFilterOf(with_), signal)).documents;
	const { source, year } = filters;
	const ofSources = await of({ year });
	return passageCounts(
		ofSources,
		source === undefined && year === undefined ? ofSources : await of({ source }),
		filters,
	);
}
