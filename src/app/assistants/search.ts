// policy_search: what there is to cite for some words, records and passages in turn.
import type { IndexQuery, PassageHit } from '../../core/search/index/engine';
import type { Cancelled } from '../../core/search/passageSearch';
import type { Hit, PolicyService } from '../../core/service';
import { present } from '../../core/text/values/fields';
import { searchAll, type SearchAnswer, type SearchRequest } from '../search';
import type { Holdings, OwnDocuments, ToolAnswer } from './holdings';
import { choiceOf, countOf, fieldsOf, neededText, type Fields } from './input';
import { pageOf, pageStart } from './page';
import { dataNotice, referenceShown, sourceWords, visible, warningOn } from './sourceWords';

const known = ['query', 'limit', 'kind', 'in', 'cursor'] as const;
export const searchKinds = ['quotation', 'point', 'figure', 'source', 'document'] as const;
export const searchScopes = ['citations', 'documents', 'both'] as const;
export const searchLimits = { usual: 8, most: 20, query: 400 } as const;

/** So many of the best are paged through. */
const deepest = 60;

/** What was found, as the answer has it; `own`: words of a person's own documents. */
interface Entry {
	readonly own: boolean;
	readonly source: string;
	readonly title: string;
	readonly hit: Readonly<Record<string, unknown>>;
}

/** Answers policy_search. ToolInputError where the input is wrong. */
export async function policySearch(input: unknown, holdings: Holdings, signal?: Cancelled): Promise<ToolAnswer> {
	const fields = fieldsOf(input, known);
	const request = requestOf(fields);
	const start = pageStart(fields);
	const limit = countOf(fields, 'limit', searchLimits.most) ?? searchLimits.usual;
	const { documents, records } = holdings;
	const page = pageOf(fields, await found(documents?.service ?? records, request, documents, signal), start, limit);
	const own = page.entries.filter(one => one.own);
	if (documents === undefined || own.length === 0) return answerOf(page, start);
	const titles = [...new Set(own.map(one => one.title))];
	if (
		await documents.allow({ tool: 'policy_search', passages: own.length, sources: own.map(one => one.source), titles })
	)
		return answerOf(page, start);
	const others = pageOf(fields, await found(records, request, undefined, signal), start, limit);
	return { ...answerOf(others, start), withheld };
}

/** Said where the person did not say yes. */
export const withheld =
	'The person did not agree to hand over passages of their own documents: this answer is made without them. 用户没有同意交出自己的文献：这个回答没有用到它们。';

function requestOf(fields: Fields): SearchRequest {
	const kind = choiceOf(fields, 'kind', searchKinds);
	return {
		text: neededText(fields, 'query', searchLimits.query, '{"query": "新质生产力 核心要素"}'),
		scope: choiceOf(fields, 'in', searchScopes) ?? 'both',
		limit: deepest,
		filters: present({ kinds: kind && [kind] }),
	};
}

async function found(
	service: PolicyService,
	request: SearchRequest,
	documents: OwnDocuments | undefined,
	signal: Cancelled | undefined,
): Promise<readonly Entry[]> {
	const none = (): Promise<readonly PassageHit[]> => Promise.resolve([]);
	const passages = documents ? (query: IndexQuery) => documents.search(query, signal) : none;
	const answer = await searchAll(service, request, passages, signal);
	return inTurn(service, answer, request.text.split(/\s+/), documents);
}

/** Records and passages in turn, the best of each first. */
function inTurn(
	service: PolicyService,
	{ corpus, passages }: SearchAnswer,
	words: readonly string[],
	documents: OwnDocuments | undefined,
): readonly Entry[] {
	const entries: Entry[] = [];
	for (let at = 0; at < Math.max(corpus.hits.length, passages.length); at++) {
		const [record, passage] = [corpus.hits[at], passages[at]];
		if (record) entries.push(ofRecord(service, record, documents));
		if (passage) entries.push(ofPassage(service, passage, words));
	}
	return entries;
}

function ofRecord(service: PolicyService, hit: Hit, documents: OwnDocuments | undefined): Entry {
	const { id, kind, source, sourceTitle, paragraph, speaker, date, occasion, missing, near } = hit;
	const reference = referenceShown(service, source);
	return {
		// Of a document that nobody recorded its title is all there is.
		source,
		own: kind === 'source' && documents?.isOwn(source) === true,
		title: sourceTitle,
		hit: present({
			id,
			kind,
			...sourceWords(hit.text),
			source,
			paragraph,
			speaker,
			date,
			occasion,
			reference,
			...warningOn(hit.text, sourceTitle, speaker, occasion, reference),
			without: missing,
			near,
		}),
	};
}

function ofPassage(service: PolicyService, hit: PassageHit, words: readonly string[]): Entry {
	const { source, title, paragraph, text, table, page, date, missing, exact } = hit;
	const reference = referenceShown(service, source);
	return {
		own: true,
		source,
		title,
		hit: present({
			id: `${source}-p${paragraph}`,
			kind: 'document',
			...sourceWords(text, words),
			source,
			title: visible(title),
			paragraph,
			page,
			table,
			date,
			reference,
			...warningOn(text, title, reference),
			without: missing,
			near: exact || missing ? undefined : true,
		}),
	};
}

function answerOf(
	{ entries, cursor }: { readonly entries: readonly Entry[]; readonly cursor?: string },
	start: number,
) {
	const hits = entries.map(one => one.hit);
	if (hits.length > 0) return present({ hits, notice: dataNotice, cursor });
	if (start > 0) return { hits, note: 'That was all. 没有更多了。' };
	return {
		hits,
		note: 'Nothing here has these words. That does not mean they were never said: try fewer or other words, a name, or a term; do not quote what no tool returned. 手头的材料里没有这些词，并不等于没有这样说过：请换少一些或别的词再查；没有查到的，不要当作原话引用。',
	};
}
