// The thread that asks: an index whose answers come from another thread, which is started when first asked and again
// when it died.

import type { Cancelled } from '../../core/search/passageSearch';
import type {
	IndexChanges,
	IndexEngine,
	IndexFilter,
	PassageHit,
	DocumentMention,
	PassagePage,
	IndexProgress,
	IndexQuery,
	IndexStatus,
	IndexTimeline,
	IndexUpdate,
} from '../../core/search/index/engine';
import type { Answer, Ask, Port, Questions, Reply, Request } from './protocol';

/** A question that waits for its answer. */
interface Waiting {
	readonly answer: (value: unknown) => void;
	readonly fail: (error: Error) => void;
	readonly progress?: (at: IndexProgress) => void;
	readonly signal?: Cancelled;
	/** What is answered at once when nobody waits any more; without it the answer is waited for all the same. */
	readonly nothing?: unknown;
	cancelled: boolean;
}

/** Milliseconds between two looks whether a question is cancelled. */
const looks = 15;

export class IndexClient implements IndexEngine {
	private port: Port<Request, Reply> | undefined;
	private readonly waiting = new Map<number, Waiting>();
	private next = 1;
	private looking: ReturnType<typeof setInterval> | undefined;

	/** `start` starts the other thread. */
	constructor(private readonly start: () => Port<Request, Reply>) {}

	status(): Promise<IndexStatus> {
		return this.ask('status', [], {});
	}

	search(query: IndexQuery, signal?: Cancelled): Promise<readonly PassageHit[]> {
		return this.ask('search', [query], { signal, nothing: [] });
	}

	mention(words: string, filter: IndexFilter = {}, signal?: Cancelled): Promise<DocumentMention> {
		return this.ask('mention', [words, filter], { signal, nothing: { documents: 0 } });
	}

	timeline(words: string, filter: IndexFilter = {}, signal?: Cancelled): Promise<IndexTimeline> {
		return this.ask('timeline', [words, filter], { signal, nothing: { documents: [], years: [], uses: 0 } });
	}

	passages(words: string, filter: IndexFilter = {}, from = 0, signal?: Cancelled): Promise<PassagePage> {
		return this.ask('passages', [words, filter, from], { signal, nothing: { passages: [] } });
	}

	paragraphs(document: string, from: number, to: number): Promise<readonly string[]> {
		return this.ask('paragraphs', [document, from, to], {});
	}

	change(changes: IndexChanges, progress?: (at: IndexProgress) => void, signal?: Cancelled): Promise<IndexUpdate> {
		return this.ask('change', [changes], { progress, signal });
	}

	sync(folders: readonly string[], progress?: (at: IndexProgress) => void, signal?: Cancelled): Promise<IndexUpdate> {
		return this.ask('sync', [folders], { progress, signal });
	}

	async close(): Promise<void> {
		if (this.port) await this.ask('close', [], {}).catch(() => undefined);
		this.port?.end();
		this.ended('closed');
	}

	private ask<A extends Ask>(
		ask: A,
		given: Questions[A],
		more: Pick<Waiting, 'progress' | 'signal' | 'nothing'>,
	): Promise<Answer<A>> {
		if (more.signal?.aborted && more.nothing !== undefined) return Promise.resolve(more.nothing as Answer<A>);
		return new Promise((resolve, reject) => {
			const id = this.next++;
			this.waiting.set(id, { ...more, answer: value => resolve(value as Answer<A>), fail: reject, cancelled: false });
			if (more.signal) this.looking ??= setInterval(() => this.look(), looks);
			try {
				this.open().post({ id, ask, with: given } as Request);
			} catch (error) {
				this.waiting.delete(id);
				reject(error instanceof Error ? error : new Error(String(error)));
			}
		});
	}

	private open(): Port<Request, Reply> {
		if (this.port) return this.port;
		const port = (this.port = this.start());
		port.listen(
			reply => this.heard(reply),
			why => {
				if (this.port === port) this.ended(why);
			},
		);
		return port;
	}

	private heard(reply: Reply): void {
		const waiting = this.waiting.get(reply.id);
		if (!waiting) return;
		if ('progress' in reply) return waiting.progress?.(reply.progress);
		this.forget(reply.id);
		if ('error' in reply) waiting.fail(new Error(reply.error));
		else waiting.answer(reply.answer);
	}

	/** Whether questions have been cancelled. A signal is only ever looked at: not all of them can call. */
	private look(): void {
		for (const [id, waiting] of this.waiting) {
			if (!waiting.signal?.aborted || waiting.cancelled) continue;
			waiting.cancelled = true;
			this.port?.post({ id, ask: 'cancel' });
			if (waiting.nothing === undefined) continue;
			this.forget(id);
			waiting.answer(waiting.nothing);
		}
	}

	private forget(id: number): void {
		this.waiting.delete(id);
		if (this.looking && ![...this.waiting.values()].some(waiting => waiting.signal)) {
			clearInterval(this.looking);
			this.looking = undefined;
		}
	}

	private ended(why: string): void {
		this.port = undefined;
		for (const [id, waiting] of [...this.waiting]) {
			this.forget(id);
			waiting.fail(new Error(why));
		}
	}
}
