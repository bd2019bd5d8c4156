// The side that answers: every request gets its value or an error.

import { reasonOf } from './channel';
import type { Answered, Asked, AskingPort, ContractOf, ProgressOf, RequestOf } from './contract';

/** What a request is answered with beside what it brings. */
export interface Context<P> {
	/** Whether anybody still waits. */
	readonly signal: { readonly aborted: boolean };
	readonly progress: (news: P) => void;
}

/** What answers each type of request; what is thrown is answered as an error. */
export type Handlers<C extends ContractOf<C>> = {
	readonly [T in keyof C]: (
		request: RequestOf<C, T>,
		context: Context<ProgressOf<C, T>>,
	) => C[T]['answer'] | Promise<C[T]['answer']>;
};

/**
 * Answers what comes in through a port, several requests at a time. `answered` is told when a request has its answer.
 */
export function serve<C extends ContractOf<C>>(
	port: AskingPort<C>,
	handlers: Handlers<C>,
	answered: (type: keyof C) => void = () => undefined,
): void {
	const server = new Server<C>(handlers, message => port.post(message), answered);
	port.listen(
		message => void server.hear(message),
		() => undefined,
	);
}

/** Answers what it is given, one request after the other, in the order in which they come; none can be cancelled. */
export function serveInTurn<C extends ContractOf<C>>(
	handlers: Handlers<C>,
	post: (message: Answered<C>) => void,
): (message: Asked<C>) => void {
	const server = new Server<C>(handlers, post);
	let before: Promise<void> = Promise.resolve();
	return message => {
		before = before.then(() => server.hear(message));
	};
}

class Server<C extends ContractOf<C>> {
	private readonly running = new Map<number, { aborted: boolean }>();

	constructor(
		private readonly handlers: Handlers<C>,
		private readonly post: (message: Answered<C>) => void,
		private readonly answered: (type: keyof C) => void = () => undefined,
	) {}

	/** Resolves when the request has its answer; never rejects. */
	async hear({ id, request }: Asked<C>): Promise<void> {
		const { type } = request;
		if (type === 'cancel') {
			const signal = this.running.get(id);
			if (signal) signal.aborted = true;
			return;
		}
		const signal = { aborted: false };
		this.running.set(id, signal);
		try {
			const value = await this.handle(request as RequestOf<C>, { signal, progress: news => this.tell(id, news) });
			this.post({ id, value });
		} catch (error) {
			// Also a value that cannot be sent.
			this.post({ id, error: reasonOf(error) });
		}
		this.running.delete(id);
		this.answered(type);
	}

	private async handle(request: RequestOf<C>, context: Context<ProgressOf<C>>): Promise<unknown> {
		const { type } = request;
		if (!Object.hasOwn(this.handlers, type)) throw new Error(`no such request: ${String(type)}`);
		return this.handlers[type](request, context);
	}

	private tell(id: number, progress: ProgressOf<C>): void {
		if (this.running.has(id)) this.post({ id, progress } as Answered<C>);
	}
}
