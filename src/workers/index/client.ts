// The thread that asks: an index whose answers come from another thread, which is started when first asked and again
// when it died.

import type { Cancelled } from '../../core/search/passageSearch';
import type {
	ContinuationQuery,
	DocumentContinuation,
	DraftWording,
	IndexChanges,
	IndexEngine,
	IndexFilter,
	MentionFilter,
	PassageHit,
	DocumentMention,
	PassagePage,
	IndexProgress,
	IndexQuery,
	IndexStatus,
	IndexTimeline,
	IndexUpdate,
} from '../../core/search/index/engine';
import type { AnswerOf, ProgressOf, Reply as ReplyWith, RequestOf } from '../channel/contract';
import { Thread } from '../channel/thread';
import type { IndexContract, Port, Reply, Request } from './protocol';

type IndexRequest = RequestOf<IndexContract>;

/** What goes with a question and does not travel. */
interface Asking<R extends IndexRequest> {
	readonly progress?: ((news: ProgressOf<IndexContract, R['type']>) => void) | undefined;
	readonly signal?: Cancelled | undefined;
	/** What is answered at once when nobody waits any more; without it the answer is waited for all the same. */
	readonly nothing?: AnswerOf<IndexContract, R>;
}

export class IndexClient implements IndexEngine {
	private readonly thread: Thread<IndexContract>;
	private readonly signals = new Signals();

	/** `start` starts the other thread. */
	constructor(start: () => Port<Request, Reply>) {
		this.thread = new Thread<IndexContract>(start);
	}

	status(): Promise<IndexStatus> {
		return this.ask({ type: 'status' });
	}

	search(query: IndexQuery, signal?: Cancelled): Promise<readonly PassageHit[]> {
		return this.ask({ type: 'search', query }, { signal, nothing: [] });
	}

	mention(words: string, filter: MentionFilter = {}, signal?: Cancelled): Promise<DocumentMention> {
		return this.ask({ type: 'mention', words, filter }, { signal, nothing: { documents: 0 } });
	}

	timeline(words: string, filter: IndexFilter = {}, signal?: Cancelled): Promise<IndexTimeline> {
		return this.ask({ type: 'timeline', words, filter }, { signal, nothing: { documents: [], years: [], uses: 0 } });
	}

	passages(words: string, filter: IndexFilter = {}, from = 0, signal?: Cancelled): Promise<PassagePage> {
		return this.ask({ type: 'passages', words, filter, from }, { signal, nothing: { passages: [] } });
	}

	ngrams(signal?: Cancelled): Promise<string> {
		return this.ask({ type: 'ngrams' }, { signal, nothing: '' });
	}

	continuations(query: ContinuationQuery, signal?: Cancelled): Promise<readonly DocumentContinuation[]> {
		return this.ask({ type: 'continuations', query }, { signal, nothing: [] });
	}

	paragraphs(document: string, from: number, to: number): Promise<readonly string[]> {
		return this.ask({ type: 'paragraphs', document, from, to });
	}

	change(changes: IndexChanges, progress?: (at: IndexProgress) => void, signal?: Cancelled): Promise<IndexUpdate> {
		return this.ask({ type: 'change', changes }, { progress, signal });
	}

	sync(folders: readonly string[], progress?: (at: IndexProgress) => void, signal?: Cancelled): Promise<IndexUpdate> {
		return this.ask({ type: 'sync', folders }, { progress, signal });
	}

	holdDrafts(drafts: readonly DraftWording[]): Promise<readonly string[]> {
		return this.ask({ type: 'holdDrafts', drafts });
	}

	async close(): Promise<void> {
		const channel = await this.thread.running()?.catch(() => undefined);
		await channel?.ask({ type: 'close' }).reply;
		channel?.end('stopped', 'closed');
	}

	private async ask<R extends IndexRequest>(
		request: R,
		{ progress, signal, nothing }: Asking<R> = {},
	): Promise<AnswerOf<IndexContract, R>> {
		if (signal?.aborted && nothing !== undefined) return nothing;
		const question = (await this.thread.channel()).ask(request, progress);
		const answer = question.reply.then(valueOf);
		if (!signal) return answer;
		const cancelled = new Promise<AnswerOf<IndexContract, R>>(resolve => {
			const unwatch = this.signals.watch(signal, () => {
				question.cancel();
				if (nothing !== undefined) resolve(nothing);
			});
			answer.then(unwatch, unwatch);
		});
		return Promise.race([answer, cancelled]);
	}
}

function valueOf<T>(reply: ReplyWith<T>): T {
	if ('none' in reply) throw new Error(reply.why);
	return reply.value;
}

/** Milliseconds between two looks whether a question is cancelled. */
const lookInterval = 15;

/** Tells when signals are aborted. A signal is only ever looked at: not all of them can call. */
class Signals {
	private readonly watched = new Map<object, { readonly signal: Cancelled; readonly aborted: () => void }>();
	private looking: ReturnType<typeof setInterval> | undefined;

	/** Calls back once when a signal is aborted; answers what ends the watch. */
	watch(signal: Cancelled, aborted: () => void): () => void {
		const key = {};
		this.watched.set(key, { signal, aborted });
		this.looking ??= setInterval(() => this.look(), lookInterval);
		return () => this.unwatch(key);
	}

	private look(): void {
		for (const [key, { signal, aborted }] of [...this.watched]) {
			if (!signal.aborted) continue;
			this.unwatch(key);
			aborted();
		}
	}

	private unwatch(key: object): void {
		this.watched.delete(key);
		if (this.watched.size > 0) return;
		clearInterval(this.looking);
		this.looking = undefined;
	}
}
