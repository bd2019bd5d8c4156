// Tables and pages of imported documents in a real window: a Word file with a table, a PDF and a csv of figures are imported,
// found in the panel, and cited by table and page; taken in again, citations by paragraphs that moved are offered anew.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docx } from '../../support/archive';
import { open } from '../../support/driver';
import { act } from '../../support/panel';
import { pdf, typeset } from '../../support/pdf';
import type { Window } from '../../support/window';
import * as answers from './answers';

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const row = (...cells: readonly string[]) =>
	`<w:tr>${cells.map(cell => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
const prose = [
	'今年以来，全县粮食生产稳中有进，良种覆盖面继续扩大，机收水平明显提高。',
	'要把种粮农民的积极性保护好，让多种粮、种好粮的人不吃亏。',
];
const table = `<w:tbl>${row('指标', '单位', '2023年', '2024年')}${row('粮食产量', '万吨', '695', '706')}${row('油料产量', '万吨', '386', '397')}</w:tbl>`;
const word = (...paragraphs: readonly string[]) =>
	docx(['全县粮食生产情况的报告', ...paragraphs].map(paragraph).join('') + paragraph('表2 主要农产品产量') + table);
const funds = '养护资金列入年度预算，由财政、交通两个部门按季度拨付，任何单位和个人不得截留挪用。';
const pages = ['牧区道路养护由乡镇负责。', '冬季除雪的费用由县里承担。', '桥梁每两年检测一次。'];

let vs: Window;
let panel: Frame;
beforeAll(async () => {
	vs = await open({
		width: 1366,
		height: 657,
		files: {
			'report.md': '油料增产。\n\n油料多了。\n\n除雪有保障。\n\n化肥够用。\n\n保护积极性。\n',
			'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
		},
	});
	writeFileSync(join(vs.folder, 'pile.docx'), word(...prose));
	writeFileSync(
		join(vs.folder, 'figures.csv'),
		'\uFEFF表3 主要农业物资投入\n物资,单位,2023年,2024年\n化肥投入,吨,"1,250",1310\n农膜投入,吨,86,81\n',
	);
	writeFileSync(
		join(vs.folder, 'pages.pdf'),
		pdf(
			pages.map((text, i) => [
				...(i === 0 ? [{ text: '牧区道路养护办法', x: 200, y: 60, size: 18 }] : []),
				...(typeset([text, funds], { y: 120 })[0] ?? []),
				{ text: `— ${i + 1} —`, x: 280, y: 790, size: 10 },
			]),
		),
	);
});
afterAll(async () => {
	await vs.close();
});

/** The frame of the panel, once it has a list. */
const page = () =>
	vs.until('the panel', async () => {
		for (const frame of vs.page.frames())
			if (
				(await frame
					.locator('#panel .where')
					.count()
					.catch(() => 0)) > 0
			)
				return frame;
		return undefined;
	});
const facts = async (words: string) =>
	vs.until(`a passage for ${words}`, async () => {
		await panel.locator('.box').fill(words);
		const all = await panel.locator('.row').allInnerTexts();
		return all.length > 0 && all[0]?.includes(words) ? all[0] : undefined;
	});

test('a Word file, a PDF and a csv of figures come in', async () => {
	for (const [name, title] of [
		['pile.docx', '全县粮食生产情况的报告'],
		['pages.pdf', '牧区道路养护办法'],
		['figures.csv', '表3 主要农业物资投入'],
	] as const) {
		await answers.importFromExplorer(vs, name);
		await answers.choose(vs, 'Save');
		await vs.message(`“${title}” was imported`);
	}
});

test('a row is found under its head, and cited by its table', async () => {
	await vs.open('report.md');
	await vs.run('Show Citation Panel');
	panel = await page();
	await panel.locator('select.where').selectOption('documents');
	const row = await facts('油料产量');
	expect(row).toContain('油料产量 | 万吨 | 386 | 397');
	expect(row).toContain('Columns: 指标 | 单位 | 2023年 | 2024年');
	expect(row).toContain('table 2');
	await vs.screenshot('tables-row');
	await vs.cursorAfter('油料增产', 1);
	await act(panel, 'pandoc');
	await expect.poll(() => vs.text()).toMatch(/^油料增产\[@[\w-]+, 表2\]。/);
	await vs.cursorAfter('油料多了', 1);
	await act(panel, 'footnote');
	await expect.poll(() => vs.text()).toMatch(/油料多了\[\^[\w-]+-t2\]。/);
	await vs.screenshot('tables-cited');
});

test('a passage of a PDF is cited by its page', async () => {
	const row = await facts('冬季除雪');
	expect(row).toContain('p. 2');
	await vs.cursorAfter('除雪有保障', 1);
	await act(panel, 'pandoc');
	await expect.poll(() => vs.text()).toMatch(/除雪有保障\[@[\w-]+, 第2页\]。/);
	await vs.screenshot('tables-page');
});

test('a row of a csv of figures is found under its head, and cited by its table', async () => {
	const row = await facts('化肥投入');
	expect(row).toContain('化肥投入 | 吨 | 1,250 | 1310');
	expect(row).toContain('Columns: 物资 | 单位 | 2023年 | 2024年');
	expect(row).toContain('table 3');
	await vs.cursorAfter('化肥够用', 1);
	await act(panel, 'pandoc');
	await expect.poll(() => vs.text()).toMatch(/化肥够用\[@[\w-]+, 表3\]。/);
	await vs.screenshot('tables-csv-cited');
});

test('a key that cites a table leads to where it begins, one that cites a page to what stands on it', async () => {
	for (const [key, line] of [
		['油料多了[^', '| 指标 | 单位 | 2023年 | 2024年 |'],
		['油料增产[@', '| 指标 | 单位 | 2023年 | 2024年 |'],
		['除雪有保障[@', '冬季除雪的费用由县里承担。'],
	] as const) {
		await vs.open('report.md');
		await vs.cursorAfter(key, 1);
		await vs.press('F12');
		await expect.poll(() => vs.line()).toBe(line);
		await vs.screenshot('tables-document');
	}
});

test('a paragraph that moved is told of, and its citation follows where the person says so', async () => {
	await vs.open('report.md');
	await facts('积极性保护好');
	await vs.cursorAfter('保护积极性', 1);
	await act(panel, 'pandoc');
	await expect.poll(() => vs.text()).toMatch(/保护积极性\[@[\w-]+, 第2段\]。/);
	await vs.save();
	writeFileSync(join(vs.folder, 'pile.docx'), word('这一段是新加的，说的是全年的天气情况。', ...prose));
	await answers.importFromExplorer(vs, 'pile.docx');
	await answers.choose(vs, 'Replace the text');
	await answers.choose(vs, 'Save');
	await vs.message('paragraphs have other numbers now');
	await vs.screenshot('tables-moved');
	await vs.answerMessage('paragraphs have other numbers now', 'Show and change…');
	await vs.focusPick(row => row.label === '第2段 → 第3段');
	await vs.screenshot('tables-moved-rows');
	await vs.press('Enter');
	await vs.until('the new number', async () => {
		const { file, text } = await vs.state();
		return file === 'report.md' && /保护积极性\[@[\w-]+, 第3段\]。/.test(text) ? true : undefined;
	});
});
