// Pauses in long work, so that typing goes first: a turn is given up when enough time has passed since the last one.

import type { Clock } from './ports';

/** So many milliseconds may pass before others get a turn: half of what is felt while typing. */
const usual = 12;

/** A pause to be called often: it waits only when the work has gone on for a while, `longest` milliseconds. */
export function pausing(longest = usual): () => Promise<void> {
	let since = Date.now();
	return async () => {
		if (Date.now() - since < longest) return;
		await nextTurn();
		since = Date.now();
	};
}

/** Milliseconds of work after which others get their turn. */
const slice = 2;

/** What comes of steps that give way to others. */
export async function inSlices<T>(steps: Generator<void, T, void>): Promise<T> {
	const pause = pausing(slice);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		await pause();
	}
}

/** Lets everything else have its turn. */
export function nextTurn(): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, 0));
}

/** Milliseconds after which what is slow is not waited for by what is not. */
const impatience = 1000;

/**
 * Waits for work, but not long: the work goes on, and whoever needs what comes of it waits for it later. Its failure is
 * not told of here.
 */
export async function soon(work: Promise<unknown>): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<void>(resolve => {
		timer = setTimeout(resolve, impatience);
	});
	const done = work.then(
		() => undefined,
		() => undefined,
	);
	await Promise.race([done, late]);
	clearTimeout(timer);
}

/** The time as the machine has it. */
export const systemClock: Clock = {
	now: () => Date.now(),
	wait: (milliseconds, signal) =>
		new Promise(resolve => {
			const end = () => {
				clearTimeout(timer);
				signal?.removeEventListener('abort', end);
				resolve();
			};
			const timer = setTimeout(end, milliseconds);
			if (signal?.aborted) end();
			else signal?.addEventListener('abort', end);
		}),
};
