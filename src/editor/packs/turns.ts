// When packs are looked at: changes that come together are taken together, one look goes on at a time, and one that is
// overtaken by a change gives way to the next, but not for ever.

/**
 * Changes within this many milliseconds are taken together (a save touches a file more than once), but none waits
 * longer than `longest`.
 */
const quiet = 150;
const longest = 500;
/** So many looks in a row may be given up. */
const mostOvertaken = 4;

/** What a look that is given up ends with. */
export class Overtaken extends Error {}

/** One look, as it sees itself. */
export interface Turn {
	/** It should give way: something changed. */
	readonly overtaken: () => boolean;
	/** Throws Overtaken when it should give way. */
	check(): void;
	/** Throws Overtaken when everything is at an end. */
	checkEnd(): void;
	/** Waits for work that may go on without this look; gives way at once when it should, while the work goes on. */
	held<T>(work: Promise<T>): Promise<T>;
	/** Whether another look follows at once. */
	next(): boolean;
}

/** Does one piece of work after the other, whatever became of the one before. */
export function oneByOne(): (work: () => Promise<void>) => Promise<void> {
	let last: Promise<void> = Promise.resolve();
	return work => {
		const next = last.then(work);
		last = next.catch(() => undefined);
		return next;
	};
}

/** Does work when so many milliseconds have passed since it was done last; each time it waits twice as long. */
export function everRarer(first: number, work: () => Promise<void>): () => Promise<void> {
	let wait = first;
	let since = Date.now();
	return async () => {
		if (Date.now() - since < wait) return;
		await work();
		since = Date.now();
		wait *= 2;
	};
}

export class PackTurns {
	private timer: ReturnType<typeof setTimeout> | undefined;
	private due = 0;
	private running: Promise<void> | undefined;
	private asked = false;
	private disposed = false;
	private interrupt: () => void = () => undefined;

	/** `look` never rejects. */
	constructor(private readonly look: (turn: Turn) => Promise<void>) {}

	/** Asks for a look, after so many milliseconds of quiet. */
	ask(delay = quiet): void {
		if (this.disposed) return;
		const now = Date.now();
		if (this.timer === undefined) this.due = now + longest;
		clearTimeout(this.timer);
		this.timer = setTimeout(
			() => {
				this.timer = undefined;
				this.asked = true;
				this.interrupt();
				this.running ??= this.run().finally(() => (this.running = undefined));
			},
			Math.min(delay, Math.max(this.due - now, 0)),
		);
	}

	/** Settled once every look that was asked for has been taken. */
	async settled(): Promise<void> {
		if (this.timer !== undefined) this.ask(0);
		while (this.timer !== undefined || this.running) {
			await this.running;
			if (this.timer !== undefined) await new Promise(resolve => setTimeout(resolve, 0));
		}
	}

	dispose(): void {
		this.disposed = true;
		clearTimeout(this.timer);
		this.timer = undefined;
		this.interrupt();
	}

	private async run(): Promise<void> {
		for (let overtaken = 0; this.asked && !this.disposed;) {
			this.asked = false;
			await this.look(this.turn(overtaken < mostOvertaken));
			overtaken = this.asked ? overtaken + 1 : 0;
		}
	}

	private turn(givesWay: boolean): Turn {
		const overtaken = () => this.disposed || (this.asked && givesWay);
		return {
			overtaken,
			check: () => {
				if (overtaken()) throw new Overtaken();
			},
			checkEnd: () => {
				if (this.disposed) throw new Overtaken();
			},
			next: () => this.asked && !this.disposed,
			held: async work => {
				if (overtaken()) throw new Overtaken();
				const interrupted = new Promise<never>((_, reject) => {
					this.interrupt = () => {
						if (overtaken()) reject(new Overtaken());
					};
				});
				try {
					return await Promise.race([work, interrupted]);
				} finally {
					this.interrupt = () => undefined;
				}
			},
		};
	}
}
