// Makes windows as slow, now here and now there, as a machine that has other things to do (CHAOS=<seed>): so what a test owes to chance
// shows before a busy machine finds it. Never on by itself; what is measured fails with it. How to use it: test/vscode/README.md.
import type { CDPSession, Page } from 'playwright-core';

/** The line to the companion in a window. */
export interface Line {
	ask(method: string, params: unknown, timeout: number): Promise<unknown>;
}

/** Milliseconds: a held-up page, extension host or test; the quiet between two disturbances. */
const longest = { page: 500, host: 1200, test: 1500, quiet: 900 };
/** How many times slower than it is the processor of a page may become. */
const slowest = 6;
/** Of a test's questions to the companion, how many are answered late. */
const late = 0.15;

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

const rest = (ms: number) => new Promise<void>(done => setTimeout(done, ms));
const seed = process.env['CHAOS'];
const random = numbers(Number(seed ?? 0));
const upTo = (most: number) => Math.floor(random() * most);

/** In a page: keeps it busy. */
function busy(ms: number): void {
	const end = performance.now() + ms;
	while (performance.now() < end);
}

/** The line, with some answers that come to the test late: what runs out by itself runs out meanwhile. */
export function delayed(line: Line): Line {
	if (seed === undefined) return line;
	return {
		ask: async (method, params, timeout) => {
			const answer = await line.ask(method, params, timeout);
			if (random() < late) await rest(upTo(longest.test));
			return answer;
		},
	};
}

/** Disturbs a window until it is closed. */
export function disturb(page: Page, devtools: CDPSession, line: Line): void {
	if (seed === undefined) return;
	const ways: readonly (() => Promise<unknown>)[] = [
		() => devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 + upTo(slowest) }),
		() => line.ask('hold', { ms: upTo(longest.host) }, 60_000),
		() => {
			const frames = page.frames();
			return frames[upTo(frames.length)]?.evaluate(busy, upTo(longest.page)) ?? Promise.resolve();
		},
	];
	void (async () => {
		while (!page.isClosed()) {
			await ways[upTo(ways.length)]?.().catch(() => undefined); // a frame, or the page, went away meanwhile
			await rest(upTo(longest.quiet));
		}
	})();
}
