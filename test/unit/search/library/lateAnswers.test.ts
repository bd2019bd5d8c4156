// Hits of a group's library that take their time: own ones are given before, the others when they are asked for again.
import { expect, test } from 'vitest';
import type { PassageHit } from '../../../../src/core/search/index/engine';
import { LateAnswers } from '../../../../src/core/search/library/lateAnswers';

const hit = { document: 'g' } as PassageHit;
const query = { text: '产业' };

/** A promise with what settles it. */
function open<T>(): { readonly promise: Promise<T>; settle(value: T): void } {
	let settle: (value: T) => void = () => undefined;
	const promise = new Promise<T>(resolve => (settle = resolve));
	return { promise, settle: value => settle(value) };
}

function late() {
	const grace = open<void>();
	const state = { arrivals: 0 };
	const answers = new LateAnswers({ grace: () => grace.promise, onArrival: () => state.arrivals++ });
	return { answers, grace, state };
}

test('what is answered soon is the answer', async () => {
	const { answers, state } = late();
	expect(await answers.soon(query, () => Promise.resolve([hit]))).toEqual([hit]);
	expect(answers.waiting).toBe(false);
	expect(state.arrivals).toBe(0);
});

test('what comes late is told of once, and given when the same is asked again, once', async () => {
	const { answers, grace, state } = late();
	const search = open<readonly PassageHit[]>();
	const first = answers.soon(query, () => search.promise);
	grace.settle();
	expect(await first).toBeUndefined();
	expect(answers.waiting).toBe(true);
	search.settle([hit]);
	await expect.poll(() => state.arrivals).toBe(1);
	expect(answers.waiting).toBe(false);
	const none = () => Promise.resolve([]);
	expect(await answers.soon({ text: '别的' }, none)).toEqual([]);
	expect(await answers.soon(query, none)).toEqual([hit]);
	expect(await answers.soon(query, none)).toEqual([]);
});

test('what was overtaken, or could not be asked, is not told of', async () => {
	for (const [aborted, hits] of [
		[true, [hit]],
		[false, undefined],
	] as const) {
		const { answers, grace, state } = late();
		const search = open<readonly PassageHit[] | undefined>();
		const first = answers.soon(query, () => search.promise, { aborted });
		grace.settle();
		await first;
		search.settle(hits);
		await expect.poll(() => answers.waiting).toBe(false);
		expect(state.arrivals).toBe(0);
	}
});
