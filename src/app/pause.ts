// Pauses in long work, so that typing goes first: a turn is given up when enough time has passed since the last one.

import type { Clock } from './ports';

/**
 * So many milliseconds may pass before others get a turn. A key needs ten turns and more: what comes in is unpacked,
 * and what goes out packed, in turns of their own.
 */
const usual = 4;

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

/** Who has given up the turn, the longest waiting first. */
const waiting: (() => void)[] = [];

/** For so many milliseconds after a key nobody who waits goes on: by then it has its answer. */
const still = 100;
let stillUntil = 0;

/**
 * Lets everything else have its turn: what has come in from the editor, and others who wait here, of whom one goes on
 * in each turn. No timer: of two that each go on by a timer of no milliseconds one is always due, and Node reads no
 * message before none is.
 */
export function nextTurn(): Promise<void> {
	return new Promise(resolve => {
		if (waiting.push(resolve) === 1) afterMessages(turn);
	});
}

/**
 * Somebody has typed: whoever waits for a turn waits on. However fast they type, between two such rests one goes on.
 */
export function typed(): void {
	const now = Date.now();
	if (now >= stillUntil) stillUntil = now + still;
}

function turn(): void {
	const rest = stillUntil - Date.now();
	if (rest > 0) setTimeout(goOn, rest);
	else goOn();
}

function goOn(): void {
	waiting.shift()?.();
	if (waiting.length > 0) afterMessages(turn);
}

/** Calls once what has come in was read; browsers, which have no such call, read between timers. */
function afterMessages(call: () => void): void {
	if (typeof setImmediate === 'function') setImmediate(call);
	else setTimeout(call, 0);
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
