// Long work cut into steps, so that whoever does it can let others run between them.

/** Work whose every `next()` takes a few milliseconds at most; the answer comes with the last one. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of the work at once. */
export function finished<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** Work that several wait for: whoever waits moves it on, and what was done stays done when one of them gives up. */
export class Shared<T> {
	private made: { readonly value: T } | undefined;
	private work: Steps<T> | undefined;

	constructor(private readonly begin: () => Steps<T>) {}

	*steps(): Steps<T> {
		while (!this.made) {
			this.work ??= this.begin();
			try {
				const step = this.work.next();
				if (step.done) {
					this.made = { value: step.value };
					this.work = undefined;
				}
			} catch (error) {
				this.work = undefined; // what failed is begun anew by whoever asks next
				throw error;
			}
			if (!this.made) yield;
		}
		return this.made.value;
	}
}

/** Goes on with work until it is done or nobody waits any more: then there is no answer. */
export function* unless<T>(stopped: () => boolean, steps: Steps<T>): Steps<T | undefined> {
	for (;;) {
		if (stopped()) return undefined;
		const step = steps.next();
		if (step.done) return step.value;
		yield;
	}
}
