// Whether the engine of a group's library is asked just now: one that failed is left alone for a while, longer each
// time, so that nobody waits for it at every question.

import type { Cancelled } from '../passageSearch';
import { EngineError, type EngineFault } from './transport';

/** Milliseconds until an engine that failed is tried again: after the first time, and at most. */
const [firstWait, longestWait] = [1000, 60_000];

/** Why the group's part of an answer is missing. */
export interface Away {
	readonly fault: EngineFault;
	readonly reason: string;
}

export interface AvailabilityOptions {
	/** Asks the engine for something small; throws as questions do. */
	probe(): Promise<unknown>;
	/** Milliseconds since 1970. */
	now(): number;
	/** Told when the engine comes or goes. */
	onChange?(away: Away | undefined): void;
}

export class Availability {
	private missing: Away | undefined;
	private wait = firstWait;
	private next = 0;
	private probing = false;
	/** How many answers lacked something. */
	private parts = 0;

	constructor(private readonly options: AvailabilityOptions) {}

	/** Why the last question got no answer; nothing where it got one. */
	get away(): Away | undefined {
		return this.missing;
	}

	/**
	 * The answer to a question; nothing, at once, while the engine is left alone. It is then tried in the background when
	 * it is time.
	 */
	async ask<T>(question: () => Promise<T>, signal?: Cancelled): Promise<T | undefined> {
		if (this.missing && this.missing.fault !== 'part') {
			this.probe();
			return undefined;
		}
		const parts = this.parts;
		try {
			const answer = await question();
			this.wait = firstWait;
			if (this.parts === parts) this.change(undefined);
			return answer;
		} catch (error) {
			// What nobody waits for any more says nothing about the engine.
			if (!signal?.aborted) this.failed(error);
			return undefined;
		}
	}

	/** Some of the engine's machines are away: what it answered stands, but something may be missing. It is asked on. */
	part(reason: string): void {
		this.parts++;
		this.change({ fault: 'part', reason });
	}

	private probe(): void {
		if (this.probing || this.options.now() < this.next) return;
		this.probing = true;
		this.options.probe().then(
			() => {
				// What answers this, but no question, is tried later each time.
				this.probing = false;
				this.change(undefined);
			},
			(error: unknown) => {
				this.probing = false;
				this.failed(error);
			},
		);
	}

	private failed(error: unknown): void {
		this.next = this.options.now() + this.wait;
		this.wait = Math.min(this.wait * 2, longestWait);
		const known = error instanceof EngineError ? error : new EngineError('failed', String(error));
		this.change({ fault: known.fault, reason: known.reason });
	}

	private change(away: Away | undefined): void {
		const same = this.missing?.fault === away?.fault;
		this.missing = away;
		if (!same) this.options.onChange?.(away);
	}
}
