// Searches of a group's library that nobody waits for: what is not answered soon is there when the same is asked again.

import type { IndexQuery, PassageHit } from '../index/engine';
import type { Cancelled } from '../passageSearch';

/** So many answers that came late are kept until they are asked for. */
const mostKept = 20;

type Hits = readonly PassageHit[] | undefined;

export interface LateOptions {
	/** Settled a while after it is called: so long an answer is waited for. */
	grace(): Promise<void>;
	/** Told of an answer that came late: asked again, it is given at once. */
	onArrival(): void;
}

export class LateAnswers {
	private readonly arrived = new Map<string, Hits>();
	private readonly asked = new Set<string>();

	constructor(private readonly options: LateOptions) {}

	/** Whether an answer is being waited for. */
	get waiting(): boolean {
		return this.asked.size > 0;
	}

	/** Forgets what came late: the library may say something else now. */
	forget(): void {
		this.arrived.clear();
	}

	/** The answer to a search where it comes soon, or came late before; else nothing. */
	async soon(query: IndexQuery, search: () => Promise<Hits>, signal?: Cancelled): Promise<Hits> {
		const key = JSON.stringify(query);
		if (this.arrived.has(key)) {
			const hits = this.arrived.get(key);
			this.arrived.delete(key);
			return hits;
		}
		const answer = search();
		let late = false;
		const grace = this.options.grace().then((): Hits => {
			late = true;
			return undefined;
		});
		const soon = await Promise.race([answer, grace]);
		if (late) void this.keep(key, answer, signal);
		return soon;
	}

	private async keep(key: string, answer: Promise<Hits>, signal: Cancelled | undefined): Promise<void> {
		this.asked.add(key);
		const hits = await answer.finally(() => this.asked.delete(key));
		// What was overtaken is not asked for again; what was not answered is told of as missing.
		if (!hits || signal?.aborted) return;
		if (this.arrived.size >= mostKept) this.arrived.clear();
		this.arrived.set(key, hits);
		this.options.onArrival();
	}
}
