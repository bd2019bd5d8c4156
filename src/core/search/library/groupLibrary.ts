// A group's documents, asked of an engine on another machine: the same questions and answers as of a person's own.

import { present } from '../../text/values/fields';
import type {
	ContinuationQuery,
	DocumentContinuation,
	DocumentMention,
	IndexFilter,
	IndexQuery,
	IndexStatus,
	IndexTimeline,
	MentionFilter,
	PassageHit,
	PassageLibrary,
	PassagePage,
} from '../index/engine';
import { exactScore, placeKey, searchPlan, type SearchAsk } from '../index/searchPlan';
import { holdsNearly } from '../mostWords';
import type { Cancelled } from '../passageSearch';
import { rankSimilar, wordsOf } from '../query';
import { checkedIndex, type MappingAnswer } from './mapping';
import {
	documentBody,
	exactBody,
	nearBody,
	pageBody,
	paragraphsBody,
	statusBody,
	type After,
	type Json,
} from './queries';
import { comparedText, hitOf, passageOf, type DocumentRecord, type PassageRecord } from './records';
import type { Asking, SearchAnswer } from './answers';
import { ask, EngineError, errorWords, faultOf, type EngineRequest, type Send } from './transport';
import type { SeenPassages } from './seenPassages';
import { GroupUses } from './uses';

/** Milliseconds that a question may take; those that read very much, and nobody waits for at a key, some more. */
const patience = { search: 1000, reading: 10_000 } as const;
/** So many passages are answered at a time. */
const pageSize = 500;
/** So many places at which lists ended are remembered. */
const mostPlaces = 100;

export interface GroupOptions {
	readonly send: Send;
	/** The name of the index. */
	readonly index: string;
	/** Milliseconds that a search may take, where nobody waits for it: else a second. */
	readonly searchPatience?: number;
	/** The version of the mapping that is understood: another than that of this program in tests. */
	readonly version?: number;
	/** Takes note of the passages that are answered. */
	readonly seen?: SeenPassages;
	/** Passages of a page; fewer in tests. */
	readonly pageSize?: number;
	/** Passages that are read at most to count every use of words; fewer in tests. */
	readonly mostRead?: number;
	/** Told when an answer lacks what some of the engine's machines hold. */
	readonly onPart?: (reason: string) => void;
}

/** Every question throws an {@link EngineError} where the engine could not be asked. */
export class GroupLibrary implements PassageLibrary {
	private checked: Promise<string> | undefined;
	private readonly places = new Map<string, After>();
	private readonly uses: GroupUses;

	constructor(private readonly options: GroupOptions) {
		const find = <T>(body: Json, asking: Asking) => this.find<T>(body, asking);
		this.uses = new GroupUses(find, options.mostRead);
	}

	/** Whether the index is there and of this version: asked anew each time. */
	check(signal?: Cancelled): Promise<string> {
		this.checked = undefined;
		return this.index({ until: this.searchEnd(), signal });
	}

	async status(): Promise<IndexStatus> {
		const { aggregations } = await this.find(statusBody, { until: this.searchEnd() });
		const { buckets = [] } = (aggregations?.kinds ?? {}) as { buckets?: { key: string; doc_count: number }[] };
		const of = (kind: string) => buckets.find(({ key }) => key === kind)?.doc_count ?? 0;
		return { documents: of('document'), passages: of('passage'), bytes: 0, opened: 'kept', left: 0 };
	}

	async search(query: IndexQuery, signal?: Cancelled): Promise<readonly PassageHit[]> {
		const asking = { until: this.searchEnd(), signal };
		const plan = searchPlan(query);
		let step = plan.next([]);
		while (!step.done) {
			if (signal?.aborted) return [];
			step = plan.next(await this.lists(step.value, query, asking));
		}
		this.options.seen?.add(step.value);
		return step.value;
	}

	mention(words: string, filter: MentionFilter = {}, signal?: Cancelled): Promise<DocumentMention> {
		return this.uses.mention(words, filter, { until: Date.now() + patience.reading, signal });
	}

	timeline(words: string, filter: IndexFilter = {}, signal?: Cancelled): Promise<IndexTimeline> {
		return this.uses.timeline(words, filter, { until: Date.now() + patience.reading, signal });
	}

	async passages(text: string, filter: IndexFilter = {}, from = 0, signal?: Cancelled): Promise<PassagePage> {
		const words = wordsOf(text);
		if (words.length === 0 || signal?.aborted) return { passages: [] };
		const asking = { until: Date.now() + patience.reading, signal };
		const size = this.options.pageSize ?? pageSize;
		const key = (at: number) => JSON.stringify([words, filter, at]);
		const page = async (at: number) => {
			const body = pageBody(words, filter, size, this.places.get(key(at)));
			const { hits } = (await this.find<PassageRecord>(body, asking)).hits;
			const after = hits.length === size ? hits.at(-1)?.sort : undefined;
			this.options.seen?.add(hits.map(({ _source }) => _source));
			if (after) this.remember(key(at + size), after);
			return { passages: hits.map(({ _source }) => passageOf(_source)), next: after && at + size };
		};
		// A list is gone on with where it ended; where that is forgotten, it is gone through from the beginning.
		let at = this.places.has(key(from)) ? from : 0;
		for (; at < from; at += size) if ((await page(at)).next === undefined) return { passages: [] };
		return present(await page(at));
	}

	/** Nothing: of how a group's documents go on the engine keeps no counts. */
	ngrams(): Promise<string> {
		return Promise.resolve('');
	}

	/** By the passages that were answered before: nobody waits for another machine at a key. */
	continuations(query: ContinuationQuery): Promise<readonly DocumentContinuation[]> {
		return Promise.resolve(this.options.seen?.after(query) ?? []);
	}

	async paragraphs(document: string, from: number, to: number): Promise<readonly string[]> {
		const size = this.options.pageSize ?? pageSize;
		const found: string[] = [];
		for (let at = Math.max(1, from); at <= to; at += size) {
			const body = paragraphsBody(document, at, Math.min(to, at + size - 1));
			const { hits } = (await this.find<Pick<PassageRecord, 'text'>>(body, { until: this.searchEnd() })).hits;
			found.push(...hits.map(({ _source }) => _source.text));
			if (hits.length < size) break;
		}
		return found;
	}

	/** What is kept of a document itself; nothing where it is not there. */
	async document(name: string): Promise<DocumentRecord | undefined> {
		const asking = { until: this.searchEnd() };
		const { hits } = (await this.find<DocumentRecord>(documentBody(name), asking)).hits;
		return hits[0]?._source;
	}

	/** When what is asked now has to be answered; also whether it is there again, else a slow one never were. */
	private searchEnd(): number {
		return Date.now() + (this.options.searchPatience ?? patience.search);
	}

	private remember(key: string, after: After): void {
		if (this.places.size >= mostPlaces) this.places.clear();
		this.places.set(key, after);
	}

	/** The lists that a step of a search asks for, in one request. */
	private async lists(asks: readonly SearchAsk[], query: IndexQuery, asking: Asking): Promise<PassageHit[][]> {
		const lines = asks.flatMap(one => {
			if (one.kind === 'exact') return [{}, exactBody(one.words, query, one.limit)];
			// How rare a pair is counts over all parts of the index, so that they rank alike.
			return [{ search_type: 'dfs_query_then_fetch' }, nearBody(one, query)];
		});
		return this.inIndex(asking, async index => {
			const { responses } = await this.ask<{ readonly responses: readonly SearchAnswer<PassageRecord>[] }>(
				{ method: 'POST', path: `/${index}/_msearch`, lines },
				asking,
			);
			return asks.map((one, at) => {
				const answer = responses[at];
				if (!answer) throw new EngineError('failed', 'an answer is missing');
				return hitsOf(one, this.whole(answer), query.text);
			});
		});
	}

	private find<T>(body: Json, asking: Asking): Promise<SearchAnswer<T>> {
		return this.inIndex(asking, async index => {
			const path = `/${index}/_search`;
			return this.whole(await this.ask<SearchAnswer<T>>({ method: 'POST', path, body }, asking));
		});
	}

	/** An answer that is one; told when it lacks something. */
	private whole<T>(answer: SearchAnswer<T>): SearchAnswer<T> {
		if (answer.error !== undefined) throw new EngineError(faultOf(answer.status ?? 500), errorWords(answer.error));
		const failed = answer._shards?.failed ?? 0;
		if (failed > 0 || answer.timed_out) this.options.onPart?.(`${failed} parts without an answer`);
		return answer;
	}

	/** Asks the index; where it is gone, the one that the name leads to by now. */
	private async inIndex<T>(asking: Asking, question: (index: string) => Promise<T>): Promise<T> {
		const index = await this.index(asking);
		try {
			return await question(index);
		} catch (error) {
			if (!(error instanceof EngineError) || error.fault !== 'absent') throw error;
			this.checked = undefined;
			const now = await this.index(asking);
			if (now === index) throw error;
			return question(now);
		}
	}

	private ask<T>(request: Omit<EngineRequest, 'patience'>, { until, signal }: Asking): Promise<T> {
		const left = until - Date.now();
		if (left <= 0) throw new EngineError('slow', 'no time left');
		return ask<T>(this.options.send, { ...request, patience: left }, signal);
	}

	/** The index behind the name, looked up once. */
	private index(asking: Asking): Promise<string> {
		const known = (this.checked ??= this.ask<MappingAnswer>(
			{ method: 'GET', path: `/${this.options.index}/_mapping` },
			asking,
		).then(answer => checkedIndex(answer, this.options.version)));
		known.catch(() => (this.checked = undefined));
		return known;
	}
}

/** The hits of a list that was asked for; of near ones those that we too find near, in our order. */
function hitsOf(one: SearchAsk, { hits: { hits } }: SearchAnswer<PassageRecord>, text: string): PassageHit[] {
	const records = hits.map(({ _source }) => _source);
	if (one.kind === 'exact') {
		const { words, wording } = one;
		return records.map(record => hitOf(record, { score: exactScore(words, record.length), exact: true, wording }));
	}
	const { words, limit, candidates, taken } = one;
	const others = records.filter(record => !taken.has(placeKey(record))).slice(0, candidates);
	const compared = others.map((record, item) => ({ item, text: comparedText(record.text) }));
	return rankSimilar(words, compared, limit).flatMap(({ item, score }) => {
		const record = others[item];
		if (!record || !holdsNearly(record.text, words)) return [];
		return [hitOf(record, { score, exact: false, wording: text })];
	});
}
