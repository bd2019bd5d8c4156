// A group's library in a real VS Code: nothing is sent before the yes; then its passages stand beside one's own and say whose they are; when
// it goes, one's own are found all the same, and it is said what is missing.
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../support/driver';
import { heldEngine, type HeldEngine } from '../../support/heldEngine';
import { act } from '../../support/panel';
import type { Window } from '../../support/window';
import { files } from './passages';

let vs: Window;
let engine: HeldEngine;
beforeAll(async () => {
	engine = await heldEngine([
		{
			source: 'zu-2022',
			title: '小组的调查',
			date: '2022-06-01',
			paragraphs: [
				'开头的话。',
				'冰雪走廊的民宿今年由三个村合作经营，收益按户分到人。',
				'小组只写过一次的雪莲合作社，成员二十三户。',
			],
			provenance: {
				id: 'zu-2022',
				type: 'report',
				title: '小组的调查',
				author: [{ literal: '张三' }],
				issued: '2022-06-01',
			},
		},
	]);
	vs = await open({ files, width: 1366, height: 657 });
});
afterAll(async () => {
	await vs.setting('policyWriting.library.server', undefined);
	await vs.setting('policyWriting.library.index', undefined);
	await vs.close();
	await engine.stop();
});

const item = () => vs.page.locator('.statusbar-item[id$="policyWriting.library"]');
const says = (words: string) => expect.poll(() => item().innerText()).toContain(words);
/** Takes a row of the library's menu: before its words stands an icon. */
async function takeRow(words: string): Promise<void> {
	await vs.focusPick(row => row.label.endsWith(words), `the row “${words}”`);
	await vs.press('Enter');
}
const panel = () => vs.frame('#panel .where');
const rows = async (page: Frame) =>
	page.locator('.row').evaluateAll(all =>
		all.map(row => ({
			text: row.querySelector('.text')?.textContent ?? '',
			facts: [...row.querySelectorAll('.facts .fact')].map(fact => fact.textContent),
		})),
	);
/** Puts words into the box of the panel and waits for a row that has others. */
async function finds(words: string, text: string) {
	const page = await panel();
	return vs.until(`a row “${text}”`, async () => {
		await page.locator('.box').fill(words);
		const found = await rows(page);
		return found.find(row => row.text.includes(text));
	});
}

test('nothing is sent before the person says yes', async () => {
	await vs.run('Show Citation Panel');
	await vs.setting('policyWriting.library.index', 'group');
	await vs.setting('policyWriting.library.server', engine.address);
	await vs.message('Connect to the group’s library “group”');
	await says('not connected');
	await vs.screenshot('group-consent');
	await finds('冰雪走廊', '修到县城');
	await vs.draft('他说：“冰雪走廊的民宿去年由三个村合作经营，收益按户分到人。”');
	await vs.until('the quotation to be looked at', async () =>
		(await vs.problems()).some(one => one.code?.startsWith('quotation.')) ? true : undefined,
	);
	expect(engine.asked).toEqual([]);
});

test('after the yes its passages stand behind one’s own, and say whose they are', async () => {
	await vs.answerMessage('Connect to the group', 'Connect');
	await vs.until('the connection', async () =>
		(await item().getAttribute('aria-label'))?.includes('1 documents') ? true : undefined,
	);
	const found = await finds('冰雪走廊', '三个村合作经营');
	expect(found.facts).toContain('Group’s library');
	const own = await finds('冰雪走廊', '修到县城');
	expect(own.facts).not.toContain('Group’s library');
	await vs.screenshot('group-found');
});

test('a quotation is held against what the library has', async () => {
	await vs.draft('他说：“冰雪走廊的民宿去年由三个村合作经营，收益按户分到人。”');
	const problem = await vs.until('the misquotation', async () =>
		(await vs.problems()).find(one => one.code === 'quotation.differs'),
	);
	expect(problem.message).toContain('小组的调查');
});

test('a passage is cited with the source the library has, and opened at its paragraph', async () => {
	await vs.draft('三个村合作经营|');
	await finds('合作经营', '三个村合作经营');
	await act(await panel(), 'footnote');
	await expect.poll(() => vs.text()).toContain('三个村合作经营[^zu-2022-p2]');
	await expect.poll(() => vs.text()).toMatch(/\n\[\^zu-2022-p2\]: 张三. 小组的调查/);
	await act(await panel(), 'open');
	await expect.poll(() => vs.line()).toContain('冰雪走廊的民宿');
	await vs.screenshot('group-page');
});

test('a key of pandoc means a source of the group’s, too; one that is nowhere is told', async () => {
	await vs.open('report.md');
	await vs.draft('三个村合作经营[@zu-2022, 第2段]，别处没有[@zu-2023]。\n');
	const undefinedKeys = async () =>
		(await vs.problems()).filter(one => one.code === 'reference.undefined').map(one => one.message);
	await expect.poll(undefinedKeys).toEqual([expect.stringContaining('zu-2023')]);
	await expect.poll(async () => (await vs.hover('zu-2022')).text).toContain('小组的调查');
});

test('a search does not wait for a slow library; what it finds is added', async () => {
	await vs.open('report.md');
	const page = await panel();
	const release = engine.hold();
	await page.locator('.box').fill('雪莲合作社');
	await expect
		.poll(() => page.locator('.library').innerText())
		.toContain('has not answered yet')
		.finally(release);
	await vs.until('the group’s passage, late', async () =>
		(await rows(page)).some(row => row.text.includes('雪莲合作社')) ? true : undefined,
	);
});

test('when the server goes, own documents are found, and it is said that the group’s are missing', async () => {
	await engine.stop();
	const page = await panel();
	const own = await finds('牦牛产业', '把牦牛产业做强');
	expect(own.facts).not.toContain('Group’s library');
	await says('own only');
	await expect.poll(() => page.locator('.library').innerText()).toContain('Only your own documents were searched.');
	await vs.screenshot('group-away');
	await vs.draft('他说：“谁也没有在哪里写过这一句关于西坡牧道的话，真的。”\n\n发展新制生产力。');
	await vs.until('what can be said without it', async () =>
		(await vs.problems()).some(one => one.code?.startsWith('wording.')) ? true : undefined,
	);
	await expect.poll(async () => (await vs.problems()).map(one => one.code)).not.toContain('quotation.unknown');
	await engine.start();
	await vs.until('it to be asked again', async () => {
		const text = await item().innerText();
		return text.includes('own only') ? undefined : true;
	});
	await finds('冰雪走廊', '三个村合作经营');
	await vs.until('what is nowhere', async () =>
		(await vs.problems()).some(one => one.code === 'quotation.unknown') ? true : undefined,
	);
});

test('one’s documents are pushed after a yes', async () => {
	await vs.run('Group’s Library: Push My Documents…');
	await vs.page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Push' }).click();
	await vs.message('Pushed: 6 new');
	expect([...engine.written].filter(id => id.startsWith('0 ')).sort()).toEqual(
		['bg-2016', 'bg-2018', 'bg-2019', 'bg-2020', 'bg-2021', 'bg-none'].map(id => `0 ${id}`),
	);
});

test('where a key is wanted it is asked for, kept and sent to that server; forgotten, it is not', async () => {
	engine.wants('ApiKey abc');
	await vs.run('Group’s Library…');
	await takeRow('Disconnect');
	await says('not connected'); // the menu is as things stood when it was opened
	await vs.run('Group’s Library…');
	await takeRow('Connect…');
	await vs.answerMessage('Connect to the group', 'Connect');
	await vs.answerMessage('wants a name and password', 'Sign in…');
	await vs.pick('API key');
	await vs.form('the key asked for', ({ message }) => message !== '');
	await vs.pickType('abc');
	await vs.press('Enter');
	await says('Group’s library');
	await vs.until('the connection', async () =>
		(await item().getAttribute('aria-label'))?.includes('1 documents') ? true : undefined,
	);
	await expect.poll(() => engine.asked.at(-1)?.key).toBe('ApiKey abc');
	await vs.run('Group’s Library: Forget the Key');
	await says('sign in');
	await expect.poll(() => engine.asked.at(-1)?.key).toBeUndefined();
	engine.wants(undefined);
});
