// The timeline in a real VS Code: from the hover, the menu's command and the palette to chart and tables, and from
// there to the paragraph.
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../support/driver';
import { oneTry } from '../../support/patience.mjs';
import type { Window } from '../../support/window';
import { evil, files } from './documents';

let vs: Window;
beforeAll(async () => {
	// A window that was told which file to show would show it after a reload too, and nothing else.
	vs = await open({ files, show: null, width: 1300, height: 1000 });
	await vs.open('report.md');
});
afterAll(async () => {
	await vs.close();
});

/** The frame of the page once it shows what is counted. */
async function page(title: string): Promise<Frame> {
	return vs.until(`the timeline of ${title}`, async () => {
		for (const frame of vs.page.frames()) {
			const shown = await frame
				.locator('#timeline h1')
				.allInnerTexts()
				.catch(() => []);
			if (shown[0] === `Timeline: ${title}` && (await frame.locator('.body[aria-busy="false"]').count()) === 1)
				return frame;
		}
		return undefined;
	});
}
const cells = (frame: Frame, table: string) =>
	frame
		.locator(`table.${table} tbody tr`)
		.evaluateAll(rows =>
			rows.map(row => [...row.children].map(cell => (cell as HTMLElement).innerText.replace(/\s+/g, ' ').trim())),
		);
const bars = (frame: Frame) =>
	frame
		.locator('.chart .column')
		.evaluateAll(all =>
			all.map(bar => [
				bar.querySelector('title')?.textContent,
				Number(bar.querySelector('.bar')?.getAttribute('height')) > 0,
			]),
		);

test('from the hover: chart and tables say the same, longer terms apart, dates for what they are', async () => {
	await vs.until('the pack to be read', async () => {
		await vs.draft('要抓好青稞富民，再抓好青稞富民。');
		return vs.hover('青稞富民', { at: 1, timeout: oneTry }).catch(() => undefined);
	});
	const { links } = await vs.hover('青稞富民', { at: 1 });
	expect(links.map(link => link.text)).toContain('Timeline');
	await vs.clickHover('Timeline');
	const frame = await page('青稞富民');
	await vs.screenshot('timeline');
	await expect
		.poll(() => frame.locator('.status').innerText())
		.toMatch(/^Uses in this corpus: 6, in 4 of \d+ sources \(4 with their full text\)\.$/);
	const said = await frame.locator('.said').innerText();
	expect(said).toContain('The earliest dated source that uses it in this corpus: 2016-03-05, 二〇一六年报告.');
	expect(said).toContain('Written as: 青稞富民 5 · 青稞兴县 1');
	expect(said).toContain('Of these, 2 have only the date of the copy at hand');
	expect(said).toContain('part of longer terms: 1.');
	const years = await cells(frame, 'years');
	expect(years.map(([year, uses]) => [year, uses])).toEqual([
		['2016', '1'],
		['2018', '2'],
		['2021', '2'],
		['No date', '1'],
	]);
	await expect
		.poll(async () => (await bars(frame)).filter(([, drawn]) => drawn).map(([words]) => String(words).split(',')[0]))
		.toEqual(['2016: uses 1', '2018: uses 2', '2021: uses 2', 'No date: uses 1']);
	await expect
		.poll(() => frame.locator('.chart').getAttribute('aria-label'))
		.toContain('Bar chart of the uses by year');
	const rows = await cells(frame, 'documents');
	expect(rows.map(([date, uses]) => [date, uses])).toEqual([
		['2016-03-05', '1'],
		['2018', '2'],
		['2021-05-06 date of the copy at hand', '2'],
		['No date', '1'],
	]);
	expect(rows[0]?.[2]).toBe('二〇一六年报告 Paragraph 2');
	expect(rows[0]?.[3]).toBe('抓青稞富民。');
});

test('words of the corpus are text on the page, nothing else', async () => {
	const frame = await page('青稞富民');
	await expect.poll(async () => (await cells(frame, 'documents'))[1]?.[2]).toContain(evil);
	await expect.poll(() => frame.locator('img').count()).toBe(0);
	await expect.poll(() => frame.title()).not.toBe('1');
});

test('a year shows only its sources, by key and by bar; longer terms count when asked for', async () => {
	const frame = await page('青稞富民');
	await frame.locator('table.years button', { hasText: '2018' }).focus();
	await vs.press('Enter');
	await expect.poll(async () => (await cells(frame, 'documents')).map(([date]) => date)).toEqual(['2018']);
	await expect.poll(() => frame.evaluate(() => document.activeElement?.textContent)).toBe('2018');
	await expect.poll(() => frame.locator('.only').innerText()).toContain('Only 2018 is shown.');
	await frame.locator('.chart .used').first().click();
	await expect.poll(async () => (await cells(frame, 'documents')).map(([date]) => date)).toEqual(['2016-03-05']);
	await frame.locator('.only button').click();
	await expect.poll(() => cells(frame, 'documents')).toHaveLength(4);
	await frame.locator('.nested input').check();
	await vs.until('the count with longer terms', async () =>
		(await frame.locator('.status').innerText()).includes('corpus: 7,') ? true : undefined,
	);
});

test('a source opens at the paragraph; the timeline is as it was when one comes back', async () => {
	const frame = await page('青稞富民');
	await frame.locator('table.years button', { hasText: '2018' }).click();
	await frame.locator('table.documents button').first().click();
	await vs.until('the document in front', async () => ((await vs.state()).file === 'b.md' ? true : undefined));
	await expect.poll(() => vs.line()).toContain('推进青稞富民工程');
	await vs.click(vs.page.locator('.tab', { hasText: 'Timeline' }));
	const again = await page('青稞富民');
	await expect.poll(() => again.locator('.only').innerText()).toContain('2018');
	await expect.poll(() => again.locator('.status').innerText()).toContain('corpus: 7,');
});

test('it counts again when the pack changes', async () => {
	const frame = await page('青稞富民');
	vs.write('policy-corpus/documents/d.md', `${vs.read('policy-corpus/documents/d.md')}\n再说青稞富民。\n`);
	await vs.until('the new count', async () =>
		(await frame.locator('.status').innerText()).includes('corpus: 8,') ? true : undefined,
	);
});

test('by the palette, the term at the cursor first; words as typed, and what was never used', async () => {
	await vs.open('report.md');
	await vs.draft('要发展新质生产力|。');
	await vs.run('Show Timeline of a Term…');
	await vs.until('the list of terms', async () => ((await vs.picks())[0]?.label === '新质生产力' ? true : undefined));
	await vs.press('Enter');
	const frame = await page('新质生产力');
	await expect.poll(() => frame.locator('.status').innerText()).toMatch(/^Uses in this corpus: \d+/);
	await expect
		.poll(() => frame.locator('table.documents .quiet', { hasText: 'only what is cited of it' }).count())
		.toBeGreaterThan(0);
	await vs.screenshot('timeline-shipped');
	await frame.locator('header button').click();
	await vs.until('the list of terms', async () => ((await vs.picks()).length > 3 ? true : undefined));
	await vs.ime('pinyin', '没有人用过的话');
	await vs.until('the words as a row', async () =>
		(await vs.picks()).some(row => row.label.includes('没有人用过的话')) ? true : undefined,
	);
	await vs.press('Enter');
	const none = await page('没有人用过的话');
	await expect.poll(() => none.locator('.status').innerText()).toBe('Not used in this corpus');
	await expect.poll(() => none.locator('.help').innerText()).toContain('That says nothing of other texts.');
	await vs.screenshot('timeline-none');
});

test('by the menu of the editor: the term at the cursor', async () => {
	await vs.open('report.md');
	await vs.draft('要靠青稞兴县|。');
	const words = vs.page.locator('.view-line', { hasText: '青稞兴县' }).locator('span').last();
	await vs.chooseMenu('Show Timeline of a Term…', soon =>
		words.click({ button: 'right', position: { x: 60, y: 8 }, ...soon }),
	);
	await page('青稞富民');
});

test('in high contrast the bars are seen', async () => {
	await vs.command('policyWriting.showTimeline', 'qingke');
	const frame = await page('青稞富民');
	const colour = () =>
		frame
			.locator('.chart .bar')
			.first()
			.evaluate(bar => getComputedStyle(bar).fill);
	const before = await colour();
	await vs.setting('workbench.colorTheme', 'Default High Contrast');
	await vs.until('the other colours', async () => ((await colour()) !== before ? true : undefined));
	await expect.poll(() => colour()).toBe('rgb(255, 255, 255)');
	await vs.screenshot('timeline-contrast');
	await vs.setting('workbench.colorTheme', undefined);
});

test('after a reload the window has it again', async () => {
	await vs.open('report.md');
	await vs.save();
	await vs.command('policyWriting.showTimeline', 'qingke');
	await page('青稞富民');
	const loaded = vs.page.waitForEvent('load');
	vs.start('workbench.action.reloadWindow');
	await loaded;
	// The window may come back before the pack is read; what it shows follows.
	await expect.poll(async () => (await page('青稞富民')).locator('.status').innerText()).toContain('corpus: 7,');
});
