// One's own documents in the panel and the palette of a real VS Code: found, cited with their paragraph, opened
// there, made citations of; the index stays.
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../support/driver';
import { act } from '../../support/panel';
import type { Window } from '../../support/window';
import { files } from './passages';

let vs: Window;
let panel: Frame;
beforeAll(async () => {
	vs = await open({ files });
	await vs.run('Show Citation Panel');
	panel = await page();
});
afterAll(async () => {
	await vs.close();
});

/** The frame of the panel, once it has a list. */
async function page(): Promise<Frame> {
	return vs.until('the panel', async () => {
		for (const frame of vs.page.frames())
			if (
				(await frame
					.locator('#panel .where')
					.count()
					.catch(() => 0)) > 0 &&
				(await frame.locator('.list').getAttribute('aria-busy')) === 'false'
			)
				return frame;
		return undefined;
	});
}
const scope = () => panel.locator('select.where');
const rows = () =>
	panel.locator('.row').evaluateAll(all =>
		all.map(row => ({
			kind: row.querySelector('.kind')?.textContent,
			text: row.querySelector('.text')?.textContent,
			facts: [...row.querySelectorAll('.facts .fact')].map(fact => fact.textContent),
			marks: [...row.querySelectorAll('.text mark')].map(mark => mark.textContent),
		})),
	);
/** Puts words into the box and waits until as many rows as expected are listed. */
async function search(words: string, count: number): Promise<Awaited<ReturnType<typeof rows>>> {
	await panel.locator('.box').fill(words);
	await expect.poll(() => panel.locator('.list').getAttribute('aria-busy')).toBe('false');
	const found = await rows();
	expect(found, JSON.stringify(found)).toHaveLength(count);
	return found;
}

test('both are searched at first: citations, then passages', async () => {
	await expect.poll(() => scope().inputValue()).toBe('both');
	const found = await vs.until('passages', async () => {
		await panel.locator('.box').fill('新质生产力 县城');
		const now = await rows();
		return now.some(row => row.kind === 'Document') ? now : undefined;
	});
	expect(found.at(-1)).toMatchObject({
		kind: 'Document',
		text: '把冰雪走廊修到县城，发展新质生产力。',
		facts: ['“二〇二〇年报告”, paragraph 1', '2020'],
		marks: ['县城', '新质生产力'],
	});
});

test('my documents: without words one is told what to do, with words the passages that hold them', async () => {
	await panel.locator('.box').fill('');
	await scope().selectOption('documents');
	await expect
		.poll(() => panel.locator('.notice').innerText())
		.toContain('Every paragraph of your documents (6) is searched.');
	const found = await search('冰雪走廊', 4);
	expect(found.every(row => row.kind === 'Document')).toBe(true);
	expect(found.map(row => row.marks.length)).toEqual(expect.arrayContaining([2, 1, 1, 1]));
	await expect.poll(() => panel.locator('.count').innerText()).toBe('4 found');
	await expect.poll(() => panel.locator('.row img').count()).toBe(0);
	await expect.poll(() => panel.locator('select.filter:visible').count()).toBe(2);
});

test('sources and years filter, with their counts', async () => {
	const year = panel.locator('[data-filter="year"]');
	await expect
		.poll(() => year.locator('option').allInnerTexts())
		.toEqual(['All years', '2021 (1)', '2020 (1)', '2018 (1)', '2016 (1)']);
	await year.selectOption('2018');
	await expect
		.poll(async () => (await rows()).map(row => row.text))
		.toEqual(['去年冰雪走廊迎客百万，沿线村庄都富了。']);
	await panel.locator('.unfilter').click();
	await expect.poll(() => panel.locator('.row').count()).toBe(4);
});

test('letters stand for the terms typed so', async () => {
	const found = await search('qkfm', 2);
	expect(found.map(row => row.marks)).toEqual([['青稞富民'], ['青稞富民']]);
});

test('a passage is cited with its paragraph, in every form', async () => {
	await vs.cursorAfter('修好冰雪走廊', 1);
	await search('迎客百万', 1);
	await act(panel, 'footnote');
	await expect.poll(() => vs.text()).toContain('修好冰雪走廊[^bg-2018-p2]\n');
	await expect.poll(() => vs.text()).toMatch(/\n\[\^bg-2018-p2\]: .*二〇一八年报告/);
	await vs.cursorAfter('抓好青稞富民', 1);
	await act(panel, 'pandoc');
	await expect.poll(() => vs.text()).toContain('抓好青稞富民[@bg-2018, 第2段]。');
	await vs.cursorAfter('第2段]', 1);
	await act(panel, 'quotation');
	await expect.poll(() => vs.text()).toContain('第2段]“去年冰雪走廊迎客百万，沿线村庄都富了”[^bg-2018-p2]。');
});

test('its words are copied, and it is opened at its paragraph', async () => {
	// Behind the passage that holds the words comes one that nearly does.
	await search('牦牛产业做强', 2);
	await act(panel, 'words');
	await expect.poll(() => vs.clipboard()).toBe('把牦牛产业做强。');
	await act(panel, 'open');
	await expect.poll(() => vs.line()).toBe('把牦牛产业做强。');
	await expect.poll(() => vs.text()).toContain('id: bg-2019');
});

test('where no paragraph has all words, the nearest are listed and say what they lack', async () => {
	await vs.open('report.md');
	await panel.locator('.box').fill('牦牛产业 龙头 冰川');
	await vs.until('the nearest', async () =>
		(await rows()).some(row => row.text === '牦牛产业要有龙头。' && row.facts.includes('without “冰川”'))
			? true
			: undefined,
	);
	await vs.screenshot('search-without');
	await panel.locator('.box').fill('牦牛产业做强');
	await vs.until('one that nearly has them', async () =>
		(await rows()).some(row => row.facts.includes('nearly these words')) ? true : undefined,
	);
	await expect.poll(async () => (await rows())[0]).toMatchObject({ text: '把牦牛产业做强。', marks: ['牦牛产业做强'] });
});

test('following the cursor, the paragraph of a document that is written anew stands first', async () => {
	await scope().selectOption('both');
	await panel.locator('.box').fill('');
	await panel.locator('.follow').click();
	await vs.draft('要把牦牛产业做强，让群众受益|。\n\n去年冰雪走廊迎客百万，沿线村庄都富了。\n');
	for (const [cursor, text] of [
		['沿线村庄', '去年冰雪走廊迎客百万，沿线村庄都富了。'],
		['群众受益', '把牦牛产业做强。'],
	] as const) {
		await vs.cursorAfter(cursor, 1);
		await vs.until(`the document for ${cursor}`, async () => ((await rows())[0]?.text === text ? true : undefined));
	}
	await expect.poll(async () => (await rows())[0]?.kind).toBe('Document');
	await vs.screenshot('search-follow');
	await panel.locator('.follow').click();
});
