// Work in steps that somebody waits for: it pauses, and stops when nobody waits any more.
import type { Cancelled } from '../../search/passageSearch';

/** How long work goes on. */
export interface Patience {
	readonly signal?: Cancelled;
	/** Called every few milliseconds of work. */
	readonly pause?: () => Promise<void>;
}

/** Runs work that goes in steps; nothing when it was cancelled. */
export async function run<T>(steps: Generator<void, T, void>, { signal, pause }: Patience): Promise<T | undefined> {
	for (;;) {
		if (signal?.aborted) return undefined;
		const step = steps.next();
		if (step.done) return step.value;
		await pause?.();
	}
}
