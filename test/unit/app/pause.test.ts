// Work in the background gives way to what comes in.
import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { nextTurn, pausing, typed } from '../../../src/app/pause';

/** Works long enough that a timer which was set before is due. */
function work(): void {
	const since = performance.now();
	while (performance.now() - since < 2);
}

test('a message is read while two pieces of work go on', async () => {
	const { port1, port2 } = new MessageChannel();
	const rounds: string[] = [];
	const heard = new Promise<void>(resolve =>
		port2.once('message', () => {
			rounds.push('message');
			resolve();
		}),
	);
	const piece = async (name: string) => {
		for (let round = 0; round < 20; round++) {
			work();
			rounds.push(name);
			await nextTurn();
		}
	};
	const both = Promise.all([piece('a'), piece('b')]);
	port1.postMessage('a key');
	await Promise.all([both, heard]);
	port1.close();
	expect(rounds.indexOf('message')).toBeLessThan(5);
});

test('of several that wait one goes on in each turn, in the order they came', async () => {
	const order: string[] = [];
	const piece = async (name: string) => {
		for (let round = 0; round < 3; round++) {
			await nextTurn();
			order.push(name);
			setImmediate(() => order.push('·'));
		}
	};
	await Promise.all([piece('a'), piece('b'), piece('c')]);
	expect(order.join('')).toMatch(/^(?:a·?b·?c·?){3}$/);
	expect(order.filter(one => one === '·').length).toBeGreaterThanOrEqual(7);
});

afterEach(() => void vi.useRealTimers());

test('after a key nobody goes on for a moment; another key within it does not make it longer', async () => {
	vi.useFakeTimers();
	let gone = false;
	typed();
	const piece = nextTurn().then(() => (gone = true));
	await vi.advanceTimersByTimeAsync(99);
	expect(gone).toBe(false);
	typed();
	await vi.advanceTimersByTimeAsync(2);
	expect(gone).toBe(true);
	await piece;
});

test('work is no longer at a stretch than a few milliseconds', async () => {
	vi.useFakeTimers();
	const pause = pausing();
	let paused = false;
	const piece = async () => {
		await pause();
		paused = true;
	};
	vi.setSystemTime(Date.now() + 3);
	await piece();
	expect(paused).toBe(true);
	paused = false;
	vi.setSystemTime(Date.now() + 2);
	const done = piece();
	await Promise.resolve();
	expect(paused).toBe(false);
	await vi.advanceTimersByTimeAsync(200);
	await done;
});
