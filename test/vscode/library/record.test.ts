// From a passage of one's own documents to a citation record, by the panel and by the palette; and what the palette
// inserts of a passage.
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../support/driver';
import { act } from '../../support/panel';
import { pickRows } from '../../support/screen';
import type { Window } from '../../support/window';
import { files } from './passages';

let vs: Window;
let panel: Frame;
beforeAll(async () => {
	vs = await open({ files, width: 1300, height: 900 });
	await vs.run('Show Citation Panel');
	panel = await vs.frame('#panel .where');
	await panel.locator('select.where').selectOption('documents');
});
afterAll(async () => {
	await vs.close();
});

/** What has these words in the panel, once the documents are taken in: it searches again then. */
async function inPanel(words: string, kind: string): Promise<void> {
	await panel.locator('.box').fill(words);
	await vs.until(`“${words}” in the panel`, async () => {
		const busy = (await panel.locator('.list').getAttribute('aria-busy')) !== 'false';
		return !busy &&
			(await panel.locator('.row .text').allInnerTexts())[0]?.includes(words) &&
			(await panel.locator('.row .kind').allInnerTexts())[0] === kind
			? true
			: undefined;
	});
}

/** The open form: what stands in its field, at a step. */
async function form(step: string): Promise<string> {
	return (await vs.form(`step ${step}`, ({ title }) => title.includes(`(${step})`))).value;
}
/** The row that Enter takes. */
const focused = (step: string) =>
	vs.until(`a row at step ${step}`, async () => {
		await form(step);
		return (await pickRows(vs.page)).find(row => row.focused)?.label;
	});
const told = (words: string) => vs.message(words);
/** A row of the palette for words, with its buttons. */
async function inPalette(words: string) {
	await vs.search(words);
	await vs.until(
		'the passage',
		async () =>
			(await pickRows(vs.page)).some(row => row.description.startsWith('Document') && row.detail.includes(words)) ||
			undefined,
	);
	const row = vs.page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
	return (button: string) => vs.pressInRow(row, `.action-label[aria-label^="${button}"]`);
}

test('from the panel: text, source and paragraph stand in the form; the record is written, found and completed', async () => {
	await vs.draft('报告说：|');
	await inPanel('迎客百万', 'Document');
	await act(panel, 'record');
	await expect.poll(() => focused('1/7')).toBe('Quotation');
	await vs.press('Enter');
	await expect.poll(() => form('2/7')).toBe('去年冰雪走廊迎客百万，沿线村庄都富了。');
	await vs.screenshot('record-2');
	await vs.press('Enter');
	await expect.poll(() => focused('3/7')).toBe('Leave empty');
	await vs.ime('pinyin', '扎西');
	await vs.until('the new name as a row', async () =>
		(await vs.picks())[0]?.description === '扎西' ? true : undefined,
	);
	await vs.press('Enter');
	await form('4/7');
	await vs.press('Enter');
	await form('5/7');
	await vs.press('Enter');
	await expect.poll(() => focused('6/7')).toBe('二〇一八年报告');
	await vs.screenshot('record-6');
	await vs.press('Enter');
	await expect.poll(() => form('7/7')).toBe('2');
	await vs.press('Enter');
	await told('was added to policy-corpus/citations/mine.yaml');
	await expect
		.poll(() => vs.read('policy-corpus/citations/mine.yaml'))
		.toMatch(
			/^- id: [a-z0-9-]+\n {2}kind: quotation\n {2}text: 去年冰雪走廊迎客百万，沿线村庄都富了。\n {2}speaker: 扎西\n {2}source: bg-2018\n {2}paragraph: 2\n$/,
		);
	await panel.locator('select.where').selectOption('corpus');
	await inPanel('迎客百万', 'Quotation');
	await expect
		.poll(async () => (await panel.locator('.row .fact').allInnerTexts()).join(' '))
		.toContain('《二〇一八年报告》 paragraph 2');
	await vs.draft('扎西说：|');
	await vs.type('“');
	await vs.until('the quotation offered', async () =>
		(await vs.labels()).some(label => label.startsWith('去年冰雪走廊')) ? true : undefined,
	);
	await vs.escape();
	await vs.open('policy-corpus/citations/mine.yaml');
	await expect.poll(async () => (await vs.problems()).map(problem => problem.message)).toEqual([]);
	await vs.open('report.md');
	await vs.clearMessages();
});

test('from the palette: a part of the passage, without a paragraph, in another source if need be', async () => {
	await vs.draft('要|');
	const press = await inPalette('带动旅游');
	await press('Make a citation');
	await form('1/7');
	await vs.press('Enter');
	await expect.poll(() => form('2/7')).toBe('我们要建设冰雪走廊，让冰雪走廊带动旅游。抓青稞富民。');
	await vs.pickType('');
	await vs.ime('pinyin', '让冰雪走廊带动旅游');
	await vs.press('Enter');
	for (const step of ['3/7', '4/7', '5/7']) {
		await form(step);
		await vs.press('Enter');
	}
	await expect.poll(() => focused('6/7')).toBe('二〇一六年报告');
	await vs.press('Enter');
	await form('7/7');
	await vs.pickType('');
	await vs.type('x');
	await vs.press('Enter');
	await vs.form('what is wrong', ({ message }) => message.includes('Only a number'));
	await vs.pickType('');
	await vs.press('Enter');
	await told('“让冰雪走廊带动旅游” was added');
	await expect
		.poll(() => vs.read('policy-corpus/citations/mine.yaml'))
		.toMatch(/\n {2}text: 让冰雪走廊带动旅游\n {2}source: bg-2016\n$/);
	await vs.clearMessages();
});

test.each([
	['Footnote', '要修[^bg-2020-p1]路。', '[^bg-2020-p1]: '],
	['Pandoc key', '要修[@bg-2020, 第1段]路。', ''],
	['Source in brackets', '要修（《二〇二〇年报告》，2020年，第1段）路。', ''],
	['The words in quotation marks', '要修“把冰雪走廊修到县城，发展新质生产力。”[^bg-2020-p1]路。', '[^bg-2020-p1]: '],
])('the palette inserts a passage: %s', async (button, line, definition) => {
	await vs.draft('要修|路。\n');
	await (
		await inPalette('修到县城')
	)(button);
	await vs
		.until(`“${line}”`, async () => ((await vs.line(1)) === line ? true : undefined))
		.catch(async (error: unknown) => {
			throw new Error(`${String(error)}; it reads ${await vs.text()}`);
		});
	await expect.poll(() => vs.text()).toContain(definition);
});

test('the palette opens a document at the paragraph', async () => {
	await (
		await inPalette('牧民的事')
	)('Open source');
	await vs.until('the paragraph', async () =>
		(await vs.line()) === '靠青稞兴县，办好农牧民的事。' ? true : undefined,
	);
	await expect.poll(async () => (await vs.state()).file).toBe('b.md');
	await vs.open('report.md');
});
