// The server of a group's library takes questions and answers none, or is gone, while a person types and their quotations are checked: the
// list comes as soon as before.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { percentile } from '../../bench/report';
import { open } from '../../support/driver';
import { heldEngine, type HeldEngine } from '../../support/heldEngine';
import { difference, keyToList, watchLists } from '../../support/keyToList';
import type { Window } from '../../support/window';
import { files } from './passages';

const keys = 6;
const rounds = 3;
/** A difference that a person could see; who waits for the server waits four times as long, or more. */
const seen = 50;

let vs: Window;
let engine: HeldEngine;
beforeAll(async () => {
	engine = await heldEngine([
		{
			source: 'zu-2022',
			title: '小组的调查',
			date: '2022-06-01',
			paragraphs: ['冰雪走廊的民宿今年由三个村合作经营，收益按户分到人。'],
		},
	]);
	vs = await open({ files });
	await vs.setting('policyWriting.library.index', 'group');
	await vs.setting('policyWriting.library.server', engine.address);
	await vs.answerMessage('Connect to the group', 'Connect');
	await vs.until('the connection', async () =>
		(await item().getAttribute('aria-label'))?.includes('1 documents') ? true : undefined,
	);
	await watchLists(vs);
});
afterAll(async () => {
	await vs.setting('policyWriting.library.server', undefined);
	await vs.setting('policyWriting.library.index', undefined);
	await vs.close();
	await engine.stop();
});

const item = () => vs.page.locator('.statusbar-item[id$="policyWriting.library"]');
const says = (words: RegExp) =>
	vs.until(`the library to be ${words.source}`, async () => (words.test(await item().innerText()) ? true : undefined));

/** How the server may be; each gives back what ends it. */
const states = {
	answers: () => Promise.resolve(() => Promise.resolve()),
	silent: () => {
		const release = engine.hold();
		return Promise.resolve(() => Promise.resolve(release()));
	},
	gone: async () => {
		await engine.stop();
		return () => engine.start();
	},
} as const;
type State = keyof typeof states;

let drafts = 0;
/** A draft with a quotation that nobody has asked for: it is looked for in the library while one types. */
const draft = () => `他说：“冰雪走廊的民宿第${++drafts}年由三个村合作经营，收益按户分到人。”\n\n要加快发展新|\n`;

test('an engine that dies while one types keeps no list waiting', async () => {
	const taken: Record<State, number[]> = { answers: [], silent: [], gone: [] };
	const order = Object.keys(states) as State[];
	for (let round = 0; round < rounds; round++) {
		// Another one first each time: what the machine does otherwise falls on all.
		for (const state of [...order.slice(round % 3), ...order.slice(0, round % 3)]) {
			// First the server, then the draft: its quotation is looked for as soon as it is there.
			const end = await states[state]();
			const before = engine.asked.length;
			await vs.draft(draft());
			for (let nth = 0; nth <= keys; nth++) {
				const milliseconds = await keyToList(vs);
				// The first is also the first in another draft.
				if (nth > 0) taken[state].push(milliseconds);
			}
			if (state === 'gone') await says(/own only/);
			else await expect.poll(() => engine.asked.length).toBeGreaterThan(before);
			await end();
			await says(/library\s*$/);
		}
	}
	const medians = order.map(state => `${state} ${percentile(taken[state], 0.5).toFixed(0)} ms`);
	console.log(`From a key to the list, median of ${keys * rounds}: ${medians.join(', ')}`);
	for (const state of ['silent', 'gone'] as const) {
		const [, least] = difference(taken.answers, taken[state], 0.5);
		expect(least, `milliseconds that it is slower at least, ${state}`).toBeLessThan(seen);
	}
});
