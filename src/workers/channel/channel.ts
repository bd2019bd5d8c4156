// The side that asks: requests go out through a port, and each gets one reply, also where the thread ends.

import type { AnswerOf, Answered, AskedPort, ContractOf, NoAnswer, ProgressOf, Reply, RequestOf } from './contract';

interface Waiting {
	readonly resolve: (reply: Reply<unknown>) => void;
	readonly progress: ((news: unknown) => void) | undefined;
}

/** A question that was asked. */
export interface Question<T> {
	/** Never rejects. */
	readonly reply: Promise<Reply<T>>;
	/** Tells the thread that nobody waits any more; it replies all the same, as soon as it sees that. */
	cancel(): void;
}

/** Asks one thread. Once that is gone, every question is answered with why it went. */
export class Channel<C extends ContractOf<C>, P extends AskedPort<C> = AskedPort<C>> {
	private readonly waiting = new Map<number, Waiting>();
	private next = 1;
	private gone: { readonly none: NoAnswer; readonly why: string } | undefined;

	/** `onEnd` is called once, when the thread is gone or was ended. */
	constructor(
		readonly port: P,
		private readonly onEnd: () => void = () => undefined,
	) {
		port.listen(
			message => this.hear(message),
			why => this.end('failed', why),
		);
	}

	/** Asks; `progress` is told what comes before the reply. */
	ask<R extends RequestOf<C>>(
		request: R,
		progress?: (news: ProgressOf<C, R['type']>) => void,
	): Question<AnswerOf<C, R>> {
		const id = this.next++;
		const reply = new Promise<Reply<AnswerOf<C, R>>>(resolve => {
			if (this.gone) return resolve(this.gone);
			this.waiting.set(id, {
				resolve: answer => resolve(answer as Reply<AnswerOf<C, R>>),
				progress: progress as Waiting['progress'],
			});
			this.post(id, request);
		});
		return { reply, cancel: () => this.cancel(id) };
	}

	/** Ends the thread at once; what waits for an answer gets this instead. */
	end(none: NoAnswer, why: string): void {
		if (this.gone) return;
		this.gone = { none, why };
		this.port.end();
		this.onEnd();
		for (const { resolve } of this.waiting.values()) resolve(this.gone);
		this.waiting.clear();
	}

	private post(id: number, request: RequestOf<C>): void {
		try {
			this.port.post({ id, request });
		} catch (error) {
			// What cannot be sent is the fault of this request alone.
			this.answer(id, { none: 'failed', why: reasonOf(error) });
		}
	}

	private cancel(id: number): void {
		if (this.waiting.has(id)) this.port.post({ id, request: { type: 'cancel' } });
	}

	private hear(message: Answered<C>): void {
		if ('progress' in message) this.waiting.get(message.id)?.progress?.(message.progress);
		else if ('error' in message) this.answer(message.id, { none: 'failed', why: message.error });
		else this.answer(message.id, { value: message.value });
	}

	private answer(id: number, reply: Reply<unknown>): void {
		this.waiting.get(id)?.resolve(reply);
		this.waiting.delete(id);
	}
}

/** What was thrown, in words. */
export function reasonOf(error: unknown): string {
	if (error instanceof Error) return error.message;
	return String(error);
}
