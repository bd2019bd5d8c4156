// A document beyond the thirty megabytes of full texts that are loaded: found, cited, quoted, opened at its
// paragraph, made a citation of, like any other.
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../support/driver';
import { act } from '../../support/panel';
import { pickRows } from '../../support/screen';
import type { Window } from '../../support/window';
import { files } from './passages';

const limit = 30_000_000;
const late =
	'---\nid: late-2019\ntype: report\ntitle: 装不下的报告\nauthor: [{ literal: 扎西 }]\nissued: 2019-02\n---\n\n# 装不下的报告\n\n各位代表：\n\n1\\. 湖岸栈道要修到村口，让湖岸栈道带动旅游。\n\n各位代表：\n\n> 湖岸栈道每年\n> 检修两次。\n';

/** A document of so many bytes: paragraphs that differ. */
function large(bytes: number): string {
	const head = '---\nid: large\ntype: report\ntitle: 很长的报告\nissued: 2001\n---\n\n';
	const paragraphs: string[] = [];
	let left = bytes - Buffer.byteLength(head);
	const said = '要把高原上的事情一件一件办好，让群众看得见、摸得着。'.repeat(8);
	for (let i = 0; left > 2000; i++) {
		const text = `第${i}件：${said}\n\n`;
		paragraphs.push(text);
		left -= Buffer.byteLength(text);
	}
	return head + paragraphs.join('') + 'x'.repeat(left);
}

let vs: Window;
let panel: Frame;
beforeAll(async () => {
	const few = Object.fromEntries(Object.entries(files).filter(([name]) => !name.includes('/documents/')));
	vs = await open({
		files: { ...few, 'policy-corpus/documents/large.md': large(limit - 300), 'policy-corpus/documents/late.md': late },
		width: 1300,
		height: 900,
	});
	await vs.run('Show Citation Panel');
	panel = await vs.frame('#panel .where');
	await panel.locator('select.where').selectOption('documents');
	await panel.locator('.box').fill('湖岸栈道');
	await vs.until('the passages', async () =>
		(await panel.locator('.row .text').allInnerTexts()).length === 2 ? true : undefined,
	);
});
afterAll(async () => {
	await vs.close();
});

/** The panel with only this passage. */
async function only(words: string): Promise<void> {
	await panel.locator('.box').fill(words);
	await vs.until(`“${words}” alone`, async () => {
		const texts = await panel.locator('.row .text').allInnerTexts();
		return texts[0]?.includes(words) && (await panel.locator('.list').getAttribute('aria-busy')) === 'false'
			? true
			: undefined;
	});
}

test('it is cited with its paragraph, and quoted; its reference is whole, and nothing is said to be undefined', async () => {
	await only('检修两次');
	await expect
		.poll(() => panel.locator('.row .fact').allInnerTexts())
		.toEqual(expect.arrayContaining(['2019-02', '“装不下的报告”, paragraph 4']));
	await vs.draft('要修好栈道|。\n');
	await act(panel, 'footnote');
	await expect.poll(() => vs.line(1)).toBe('要修好栈道[^late-2019-p4]。');
	await expect.poll(() => vs.text()).toContain('[^late-2019-p4]: 扎西. 装不下的报告');
	await act(panel, 'quotation');
	await expect.poll(() => vs.line(1)).toContain('“湖岸栈道每年检修两次');
	await expect
		.poll(async () =>
			(await vs.problems()).map(problem => problem.code).filter(code => /undefined|unknown|differs/.test(code)),
		)
		.toEqual([]);
});

test('it opens at the paragraph, also where the file writes it otherwise than it reads', async () => {
	await act(panel, 'open');
	await expect.poll(() => vs.line()).toBe('> 湖岸栈道每年');
	await vs.open('report.md');
	await only('修到村口');
	await act(panel, 'open');
	await expect.poll(() => vs.line()).toBe('1\\. 湖岸栈道要修到村口，让湖岸栈道带动旅游。');
	await vs.open('report.md');
});

test('it becomes a citation of the person’s own pack', async () => {
	await only('检修两次');
	await act(panel, 'record');
	const step = (n: number) => vs.form(`step ${n}`, ({ title }) => title.includes(`(${n}/7)`));
	for (let n = 1; n <= 5; n++) {
		await step(n);
		await vs.press('Enter');
	}
	await step(6);
	await expect.poll(async () => (await pickRows(vs.page)).find(row => row.focused)?.label).toBe('装不下的报告');
	await vs.press('Enter');
	await step(7);
	await vs.press('Enter');
	await vs.message('was added');
	await expect
		.poll(() => vs.read('policy-corpus/citations/mine.yaml'))
		.toMatch(/\n {2}text: 湖岸栈道每年检修两次。\n {2}source: late-2019\n {2}paragraph: 4\n$/);
});

test('what cannot be loaded is no error of the pack', async () => {
	await vs.open('policy-corpus/documents/late.md');
	await expect.poll(async () => (await vs.problems()).filter(problem => problem.severity === 'Error')).toEqual([]);
});
