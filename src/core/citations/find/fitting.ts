// What fits a paragraph that is being written: in the curated citations, in a person's documents, or in both.
import type { FindAnswer, Finder } from './find';
import type { IndexQuery, PassageHit } from '../../search/index/engine';
import type { Cancelled } from '../../search/passageSearch';

const nothing: FindAnswer = { total: 0, hits: [], facets: { kind: {}, source: {}, speaker: {}, year: {} } };

/** A paragraph, and where is looked for what fits it; hits and passages together. */
export interface FittingRequest {
	readonly text: string;
	readonly scope: 'citations' | 'documents' | 'both';
	readonly limit: number;
}

/** What fits a paragraph that is being written. */
export interface FittingAnswer {
	readonly corpus: FindAnswer;
	/** Passages that have nearly all of its words. */
	readonly same: readonly PassageHit[];
	/** Other passages that share whole clauses with it. */
	readonly passages: readonly PassageHit[];
}

/** So many clauses of a paragraph are looked for, the longest ones; shorter ones stand in many texts. */
const [mostClauses, shortestClause] = [12, 6];
/** So many passages are asked for that have a clause. */
const ofClause = 5;
/** Shares of a paragraph: nearly all of it, and enough to tell of. */
const [nearlyAll, enough] = [0.6, 0.15];

/** What fits a paragraph where it is asked to: citations by wording and terms, passages by the clauses they share. */
export async function searchFitting(
	service: Pick<Finder, 'relevantTo'>,
	{ text, scope, limit }: FittingRequest,
	index: (query: IndexQuery) => Promise<readonly PassageHit[]>,
	signal?: Cancelled,
): Promise<FittingAnswer> {
	const [corpus, passages] = await Promise.all([
		scope === 'documents' ? nothing : service.relevantTo(text, limit, signal),
		scope === 'citations' ? [] : sharingClauses(text, index, signal),
	]);
	const same = passages.filter(one => one.score >= nearlyAll).slice(0, Math.ceil(limit / 2));
	const others = passages.filter(one => one.score < nearlyAll);
	const hits = corpus.hits.slice(0, Math.max(limit - same.length - others.length, Math.ceil(limit / 2) - same.length));
	return { corpus: { ...corpus, hits }, same, passages: others.slice(0, limit - same.length - hits.length) };
}

/** Passages that hold clauses of a text, each once; scores are shares of the text from 0 to 1. */
async function sharingClauses(
	text: string,
	index: (query: IndexQuery) => Promise<readonly PassageHit[]>,
	signal?: Cancelled,
): Promise<readonly PassageHit[]> {
	const clauses = text.split(/[^\p{L}\p{N}]+/u).filter(clause => clause.length >= shortestClause);
	const longest = [...new Set(clauses)].sort((a, b) => b.length - a.length).slice(0, mostClauses);
	const all = longest.reduce((sum, clause) => sum + clause.length, 0);
	const found = new Map<string, PassageHit>();
	for (const clause of longest) {
		if (signal?.aborted) return [];
		for (const hit of await index({ text: clause, limit: ofClause })) {
			const key = `${hit.paragraph} ${hit.document}`;
			const share = (clause.length / all) * (hit.exact ? 1 : Math.min(1, hit.score) / 2);
			const before = found.get(key);
			const wording = before ? `${before.wording} ${clause}` : clause;
			found.set(key, { ...hit, exact: true, wording, score: (before?.score ?? 0) + share });
		}
	}
	return [...found.values()].filter(one => one.score >= enough).sort((a, b) => b.score - a.score);
}
