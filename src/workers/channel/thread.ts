// A thread that is started when it is first asked, and again when it is gone.

import { Channel, reasonOf } from './channel';
import type { AskedPort, ContractOf } from './contract';

export class Thread<C extends ContractOf<C>, P extends AskedPort<C> = AskedPort<C>> {
	private started: Promise<Channel<C, P>> | undefined;

	/** `start` makes a thread; `prepare` is called with each new one, before anything else is asked of it. */
	constructor(
		private readonly start: () => P | Promise<P>,
		private readonly prepare: (channel: Channel<C, P>) => Promise<void> = () => Promise.resolve(),
	) {}

	/** The way to the thread; one is started where none runs. Rejects with what kept it from starting. */
	channel(): Promise<Channel<C, P>> {
		if (this.started) return this.started;
		const running = this.begin(() => this.forget(running));
		this.started = running;
		running.catch(() => this.forget(running));
		return running;
	}

	/** The way to the thread that runs; nothing where none does. */
	running(): Promise<Channel<C, P>> | undefined {
		return this.started;
	}

	/** Ends the thread, if there is one; what waits for an answer is told why. */
	end(why: string): void {
		const { started } = this;
		this.started = undefined;
		started?.then(
			channel => channel.end('stopped', why),
			() => undefined,
		);
	}

	private async begin(onEnd: () => void): Promise<Channel<C, P>> {
		const channel = new Channel<C, P>(await this.start(), onEnd);
		try {
			await this.prepare(channel);
		} catch (error) {
			channel.end('failed', reasonOf(error));
			throw error;
		}
		return channel;
	}

	private forget(running: Promise<Channel<C, P>>): void {
		if (this.started === running) this.started = undefined;
	}
}
