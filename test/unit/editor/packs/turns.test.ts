// When packs are looked at: one look at a time, and what is overtaken gives way.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everRarer, oneByOne, Overtaken, PackTurns, type Turn } from '../../../../src/editor/packs/turns';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** Turns whose looks end when they are told to. */
function controlled() {
	const looks: { readonly turn: Turn; readonly end: () => void }[] = [];
	const turns = new PackTurns(turn => new Promise(end => looks.push({ turn, end })));
	return { turns, looks };
}

test('changes that come together are one look, and none waits longer than half a second', async () => {
	const { turns, looks } = controlled();
	for (let i = 0; i < 5; i++) {
		turns.ask();
		await vi.advanceTimersByTimeAsync(90);
	}
	expect(looks.length).toBe(0);
	turns.ask();
	await vi.advanceTimersByTimeAsync(60);
	expect(looks.length).toBe(1);
});

test('a change during a look overtakes it, and the next follows when it has ended', async () => {
	const { turns, looks } = controlled();
	turns.ask(0);
	await vi.advanceTimersByTimeAsync(0);
	const [first] = looks;
	expect(first?.turn.overtaken()).toBe(false);
	turns.ask(0);
	await vi.advanceTimersByTimeAsync(0);
	expect(first?.turn.overtaken()).toBe(true);
	expect(first?.turn.next()).toBe(true);
	expect(() => first?.turn.check()).toThrow(Overtaken);
	expect(looks.length).toBe(1);
	first?.end();
	await vi.advanceTimersByTimeAsync(0);
	expect(looks.length).toBe(2);
	expect(looks[1]?.turn.next()).toBe(false);
});

test('a look that waits gives way at once; what it waited for goes on, and the next look has it', async () => {
	const { turns, looks } = controlled();
	turns.ask(0);
	await vi.advanceTimersByTimeAsync(0);
	let finish: (value: string) => void = () => undefined;
	const work = new Promise<string>(done => (finish = done));
	const waited = looks[0]?.turn.held(work);
	const gaveWay = expect(waited).rejects.toThrow(Overtaken);
	turns.ask(0);
	await vi.advanceTimersByTimeAsync(0);
	await gaveWay;
	looks[0]?.end();
	await vi.advanceTimersByTimeAsync(0);
	finish('read');
	await expect(looks[1]?.turn.held(work)).resolves.toBe('read');
});

test('the fifth look in a row that is overtaken goes on to its end', async () => {
	const { turns, looks } = controlled();
	turns.ask(0);
	await vi.advanceTimersByTimeAsync(0);
	for (let i = 0; i < 5; i++) {
		turns.ask(0);
		await vi.advanceTimersByTimeAsync(0);
		expect(looks[i]?.turn.overtaken()).toBe(i < 4);
		looks[i]?.end();
		await vi.advanceTimersByTimeAsync(0);
	}
});

test('settled is when every look that was asked for has been taken', async () => {
	const { turns, looks } = controlled();
	turns.ask();
	let settled = false;
	const done = turns.settled().then(() => (settled = true));
	await vi.advanceTimersByTimeAsync(0);
	expect(looks.length).toBe(1);
	expect(settled).toBe(false);
	looks[0]?.end();
	await done;
});

test('after the end nothing is looked at, and who waits is let go', async () => {
	const { turns, looks } = controlled();
	turns.ask(0);
	await vi.advanceTimersByTimeAsync(0);
	const waited = expect(looks[0]?.turn.held(new Promise(() => undefined))).rejects.toThrow(Overtaken);
	turns.dispose();
	await waited;
	looks[0]?.end();
	turns.ask(0);
	await vi.advanceTimersByTimeAsync(1000);
	expect(looks.length).toBe(1);
});

test('one piece of work after the other, also behind one that failed', async () => {
	const done: string[] = [];
	const inOrder = oneByOne();
	const piece = (name: string, milliseconds: number) => () =>
		new Promise<void>(resolve => setTimeout(resolve, milliseconds)).then(() => void done.push(name));
	const slow = inOrder(piece('slow', 50));
	const failing = inOrder(() => Promise.reject(new Error('failed')));
	const quick = inOrder(piece('quick', 0));
	failing.catch(() => undefined);
	await vi.advanceTimersByTimeAsync(49);
	expect(done).toEqual([]);
	await vi.advanceTimersByTimeAsync(2);
	await expect(failing).rejects.toThrow('failed');
	await Promise.all([slow, quick]);
	expect(done).toEqual(['slow', 'quick']);
});

test('work that is done ever more rarely, counted from the end of the last time', async () => {
	let times = 0;
	const work = everRarer(100, async () => {
		await new Promise(resolve => setTimeout(resolve, 60));
		times++;
	});
	const after = async (milliseconds: number) => {
		await vi.advanceTimersByTimeAsync(milliseconds);
		const done = work();
		await vi.advanceTimersByTimeAsync(60);
		await done;
		return times;
	};
	expect(await after(39)).toBe(0);
	expect(await after(1)).toBe(1);
	expect(await after(130)).toBe(1);
	expect(await after(10)).toBe(2);
});
