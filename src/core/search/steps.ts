// Work in steps: what pauses now and then, run to its end.

/** Runs steps to their end at once. */
export function finish<T>(steps: Generator<void, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
