// Asks the thread that reads documents: with a time limit for each request, and a new thread where one hangs or dies.
import type { ImportAnswers, ImportPort, ImportRequest } from './protocol';

/** Why there is no answer: it took too long, the person stopped it, or the thread failed. */
export type NoAnswer = 'time' | 'stopped' | 'failed';

export type Reply<T extends ImportRequest['type']> =
	{ readonly value: ImportAnswers[T] } | { readonly none: NoAnswer; readonly why: string };

/** Tells when nobody waits any more; a CancellationToken is one. */
export interface Stopping {
	readonly isCancellationRequested: boolean;
	onCancellationRequested(listener: () => void): { dispose(): void };
}

interface Running {
	readonly port: ImportPort;
	readonly waiting: Map<
		number,
		(reply: { readonly value: unknown } | { readonly none: NoAnswer; readonly why: string }) => void
	>;
}

export class ImportClient {
	private running: Promise<Running> | undefined;
	private next = 1;

	/** `start` makes a thread; `prepare` is called with each new one, to tell it what it must know. */
	constructor(
		private readonly start: () => Promise<ImportPort>,
		private readonly prepare: (ask: ImportClient['ask']) => Promise<void>,
	) {}

	/** Whether the thread opens files by their paths. */
	async paths(): Promise<boolean> {
		return (await this.thread()).port.paths;
	}

	/**
	 * Asks, for at most so many milliseconds. A thread that gives no answer in time, or that is stopped, is ended; the
	 * next request starts another.
	 */
	async ask<R extends ImportRequest>(request: R, limit: number, stopping?: Stopping): Promise<Reply<R['type']>> {
		if (stopping?.isCancellationRequested) return { none: 'stopped', why: '' };
		let running: Running;
		try {
			running = await this.thread();
		} catch (error) {
			return { none: 'failed', why: String(error) };
		}
		return this.post(running, request, limit, stopping);
	}

	/** Ends the thread, if there is one. */
	end(): void {
		const { running } = this;
		this.running = undefined;
		void running?.then(
			({ port }) => port.end(),
			() => undefined,
		);
	}

	private thread(): Promise<Running> {
		return (this.running ??= this.begin().catch((error: unknown) => {
			this.running = undefined;
			throw error;
		}));
	}

	private async begin(): Promise<Running> {
		const port = await this.start();
		const running: Running = { port, waiting: new Map() };
		port.listen(
			message => {
				const done = running.waiting.get(message.id);
				done?.('error' in message ? { none: 'failed', why: message.error } : { value: message.value });
			},
			why => this.fail(running, 'failed', why),
		);
		// What prepares the thread must not wait for the thread to be prepared.
		await this.prepare((request, limit, stopping) => this.post(running, request, limit, stopping));
		return running;
	}

	private fail(running: Running, none: NoAnswer, why: string): void {
		void this.running?.then(
			current => {
				if (current === running) this.running = undefined;
			},
			() => undefined,
		);
		running.port.end();
		for (const done of [...running.waiting.values()]) done({ none, why });
	}

	private post<R extends ImportRequest>(
		running: Running,
		request: R,
		limit: number,
		stopping?: Stopping,
	): Promise<Reply<R['type']>> {
		return new Promise(resolve => {
			const id = this.next++;
			const timer = setTimeout(() => this.fail(running, 'time', String(limit)), limit);
			const stopped = stopping?.onCancellationRequested(() => this.fail(running, 'stopped', ''));
			running.waiting.set(id, reply => {
				clearTimeout(timer);
				stopped?.dispose();
				running.waiting.delete(id);
				resolve(reply as Reply<R['type']>);
			});
			try {
				running.port.post({ id, request });
			} catch (error) {
				this.fail(running, 'failed', String(error));
			}
		});
	}
}
