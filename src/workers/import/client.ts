// Asks the thread that reads documents: with a time limit for each request, and a new thread where one hangs or dies.
import type { Channel } from '../channel/channel';
import type { NoAnswer, Reply as ReplyWith } from '../channel/contract';
import { Thread } from '../channel/thread';
import type { ImportContract, ImportPort, ImportRequest } from './protocol';

export type { NoAnswer };

export type Reply<T extends keyof ImportContract> = ReplyWith<ImportContract[T]['answer']>;

/** Tells when nobody waits any more; a CancellationToken is one. */
export interface Stopping {
	readonly isCancellationRequested: boolean;
	onCancellationRequested(listener: () => void): { dispose(): void };
}

export class ImportClient {
	private readonly thread: Thread<ImportContract, ImportPort>;

	/** `start` makes a thread; `prepare` is called with each new one, to tell it what it must know. */
	constructor(start: () => Promise<ImportPort>, prepare: (ask: ImportClient['ask']) => Promise<void>) {
		// What prepares the thread must not wait for the thread to be prepared.
		this.thread = new Thread(start, channel =>
			prepare((request, limit, stopping) => askWithin(channel, request, limit, stopping)),
		);
	}

	/** Whether the thread opens files by their paths. */
	async paths(): Promise<boolean> {
		return (await this.thread.channel()).port.paths;
	}

	/**
	 * Asks, for at most so many milliseconds. A thread that gives no answer in time, or that is stopped, is ended; the
	 * next request starts another.
	 */
	async ask<R extends ImportRequest>(request: R, limit: number, stopping?: Stopping): Promise<Reply<R['type']>> {
		if (stopping?.isCancellationRequested) return { none: 'stopped', why: '' };
		let channel: Channel<ImportContract, ImportPort>;
		try {
			channel = await this.thread.channel();
		} catch (error) {
			return { none: 'failed', why: String(error) };
		}
		return askWithin(channel, request, limit, stopping);
	}

	/** Ends the thread, if there is one. */
	end(): void {
		this.thread.end('');
	}
}

/** A file that is being read cannot be let go of: what takes too long, or is stopped, ends the thread. */
async function askWithin<R extends ImportRequest>(
	channel: Channel<ImportContract, ImportPort>,
	request: R,
	limit: number,
	stopping: Stopping | undefined,
): Promise<Reply<R['type']>> {
	const timer = setTimeout(() => channel.end('time', String(limit)), limit);
	const stopped = stopping?.onCancellationRequested(() => channel.end('stopped', ''));
	try {
		return await channel.ask(request).reply;
	} finally {
		clearTimeout(timer);
		stopped?.dispose();
	}
}
