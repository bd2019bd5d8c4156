// A draft becomes a Word file as a person does it: the layout, how citations are written, the place; what is not as in
// the draft is listed. In both hosts.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipOf } from '../../src/core/documents/office/zip';
import { open } from '../support/driver';
import { tried } from '../support/patience.mjs';
import type { Window } from '../support/window';
import { tracked } from '../support/tracked';
import { opened, wordOf } from '../support/wordFile';

/** A Word file whose page has a width, in twentieths of a point. */
async function templateOf(width: number): Promise<Uint8Array> {
	const { names, part } = await wordOf('# 模板\n', { layout: 'report' });
	const encoder = new TextEncoder();
	const resized = (xml: string) => xml.replace(/(<w:pgSz[^>]*w:w=")\d+/g, `$1${width}`);
	return zipOf(new Map(names.map(name => [name, encoder.encode(resized(part(name)))])));
}

const text = [
	'# 关于加快发展新质生产力的意见',
	'各区，各部门：',
	'## 一、总体要求',
	'要坚持创新驱动[@jinguanping-2024]，见表1。再引一次[@jinguanping-2024, 第3段]。',
	'表1 指标',
	'| 指标 | 数值 |\n|---|---:|\n| 产值 | 100 |',
	'![图1 路线](没有.png)',
	'## 三、保障措施',
	'某市某局\n2024年3月18日',
	'',
].join('\n\n');

describe.each(['desktop', 'web'] as const)('%s', host => {
	let vs: Window;
	beforeAll(async () => {
		vs = await open({ files: { 'report.md': text }, ...(host === 'web' ? { host } : {}) });
	});
	afterAll(async () => {
		await vs.close();
	});

	const row = (label: string) =>
		vs.until(`the row ${label}`, async () => (await vs.picks()).find(one => one.label.includes(label)));

	/** Answers the questions up to the place, which is proposed. */
	async function goOn(layout: string, style: string): Promise<void> {
		await vs.run('Export to Word…');
		await row(layout);
		await vs.screenshot(`word-layout-${host}`);
		await vs.pick(layout);
		if (layout === 'Choose a template…') await vs.pick('own.docx');
		await row('Export all the same');
		await vs.screenshot(`word-ready-${host}`);
		if (layout === 'Official document') await row('“二、” is missing');
		await vs.press('Enter');
		await row(style);
		await vs.pick(style);
		const box = vs.page.locator('.quick-input-widget input').first();
		await vs.until('the proposed name', async () =>
			(await box.inputValue()).endsWith('report.docx') ? true : undefined,
		);
		await vs.screenshot(`word-save-${host}`);
	}

	const file = (name = 'report.docx') => join(vs.folder, name);
	const word = (name?: string) => opened({ bytes: new Uint8Array(readFileSync(file(name))), problems: [] });
	/** Enter replaces the file whose name is proposed. */
	async function replace(): Promise<void> {
		await vs.press('Enter');
		await vs.until('the question', async () =>
			(await vs.page.locator('.quick-input-widget', { hasText: 'already exists' }).count()) > 0 ? true : undefined,
		);
	}

	test('official layout with footnotes', async () => {
		await goOn('Official document', 'Footnotes');
		await vs.press('Enter');
		await vs.until('the file', async () => (existsSync(file()) ? true : undefined));
		await vs.message('Exported to “report.docx”.');
		await vs.screenshot(`word-done-${host}`);
		const { lines, part } = word();
		expect(lines).toEqual(
			expect.arrayContaining(['关于加快发展新质生产力的意见', '各区，各部门：', '某市某局', '2024年3月18日']),
		);
		expect([...part('word/document.xml').matchAll(/footnoteReference w:id/g)]).toHaveLength(2);
		expect(part('word/footnotes.xml')).toContain('同1：第3段.');
	});

	test('what is not as in the draft is a list that leads to its place', async () => {
		await vs.answerMessage('Exported to “report.docx”', 'What differs');
		await row('没有.png');
		await vs.screenshot(`word-differs-${host}`);
		await vs.press('Enter');
		await expect.poll(() => vs.line()).toContain('没有.png');
	});

	test('what is not ready is a list that leads to its place', async () => {
		await vs.run('Export to Word…');
		await row('Report');
		await vs.pick('Report');
		await row('still lacks');
		await vs.focusPick(one => one.label.includes('still lacks'));
		await vs.press('Enter');
		await expect.poll(() => vs.line()).toContain('[@jinguanping-2024]');
	});

	test('a file that is there is replaced only when the person says so', async () => {
		const before = readFileSync(file());
		await goOn('Report', 'Numbers');
		await replace();
		await expect.poll(() => readFileSync(file()).equals(before)).toBe(true);
		await vs.press('Enter');
		// In the web for a moment there is none: the editor takes the old one away before it moves the new one there.
		const isNew = () => {
			try {
				return !readFileSync(file()).equals(before);
			} catch {
				return false;
			}
		};
		await vs.until('the new file', async () => (isNew() ? true : undefined));
		await expect.poll(() => word().lines).toContain('参考文献');
	});

	test('what takes long is told of; cancelled, it leaves no file', async () => {
		const paragraph = `${'统筹发展和安全，推动各项任务落到实处、取得实效。'.repeat(20)}[^a]\n\n`;
		await vs.draft(`# 长篇\n\n${paragraph.repeat(4000)}[^a]: 注文。\n`, { literal: true });
		const before = readdirSync(vs.folder);
		await vs.run('Export to Word…');
		await row('Report');
		await vs.pick('Report');
		const box = vs.page.locator('.quick-input-widget input').first();
		await vs.until('the proposed name', async () => {
			const all = vs.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Export all the same' });
			if (await all.isVisible()) await tried(soon => all.click(soon));
			return (await box.inputValue()).endsWith('.docx') ? true : undefined;
		});
		await box.fill((await box.inputValue()).replace(/[^/]*$/, 'long.docx'));
		await vs.press('Enter');
		const progress = vs.page.locator('.notification-list-item', { hasText: 'Writing the Word file' }).first();
		await progress.waitFor();
		await vs.screenshot(`word-progress-${host}`);
		await vs.answerMessage('Writing the Word file', 'Cancel');
		await expect.poll(() => readdirSync(vs.folder)).toEqual(before);
		await expect.poll(() => vs.said()).not.toContainEqual(expect.stringContaining('long.docx'));
		await vs.draft(text, { literal: true });
	});

	test('a template gives the page; a file that is open elsewhere gets another name', async () => {
		writeFileSync(file('own.docx'), await templateOf(12240));
		// As Word and WPS lay it beside a file that they have open.
		writeFileSync(file('~$report.docx'), '');
		const before = readFileSync(file());
		await goOn('Choose a template…', 'Footnotes');
		await replace();
		await vs.press('Enter');
		const box = vs.page.locator('.monaco-dialog-box');
		await box.waitFor();
		await expect
			.poll(() => box.innerText())
			.toContain('“report.docx” cannot be written: it is open in another program');
		await vs.screenshot(`word-held-${host}`);
		await box.locator('.monaco-button', { hasText: 'Other name…' }).click();
		const name = vs.page.locator('.quick-input-widget input').first();
		await vs.until('a free name', async () => ((await name.inputValue()).endsWith('report-2.docx') ? true : undefined));
		await vs.press('Enter');
		await vs.until('the file', async () => (existsSync(file('report-2.docx')) ? true : undefined));
		await vs.message('Exported to “report-2.docx”.');
		await expect.poll(() => word('report-2.docx').part('word/document.xml')).toContain('w:w="12240"');
		await expect.poll(() => readFileSync(file()).equals(before)).toBe(true);
		rmSync(file('~$report.docx'));
	});

	test('what came back from Word is a list whose rows are taken over, one step each', async () => {
		const returned = tracked(new Uint8Array(readFileSync(file())), [
			{ at: '坚持创新驱动', insert: '和开放' },
			{ at: '再引一次', delete: '', insert: '又引一次' },
			{ at: '某市某局', remark: '请核实' },
		]);
		writeFileSync(join(vs.folder, 'back.docx'), returned);
		await vs.run('Changes from Word…');
		// By its row: what is typed before the dialog has listed the folder is replaced by the folder's path.
		await vs.pick('back.docx');
		await row('请核实');
		await vs.screenshot(`word-back-${host}`);
		await vs.focusPick(one => one.label.includes('和开放'));
		await expect.poll(() => vs.line()).toContain('坚持创新驱动');
		await vs.press('Enter');
		await expect.poll(() => vs.text()).toContain('坚持创新驱动和开放[@jinguanping-2024]');
		await vs.focusPick(one => one.label.includes('Take over all'));
		await vs.press('Enter');
		await expect.poll(() => vs.text()).toContain('又引一次');
		await vs.focusPick(one => one.label.includes('请核实'));
		await vs.press('Enter');
		await expect.poll(() => vs.line()).toContain('某市某局');
		await vs.press('Control+z');
		await expect.poll(() => vs.text()).toContain('再引一次');
		await expect.poll(() => vs.text()).toContain('坚持创新驱动和开放');
	});

	test('comments stay at their words in the draft until the person is done with them', async () => {
		const sign = vs.page
			.locator('.monaco-editor .comment-range-glyph.comment-thread-unresolved, .monaco-editor .comment-thread')
			.first();
		const thread = vs.page.locator('.review-widget');
		const remark = thread.locator('.comment-body', { hasText: '请核实' });
		await vs.until('the comment', async () => {
			if (!(await remark.isVisible())) await tried(soon => sign.click(soon));
			return tried(soon => remark.waitFor(soon));
		});
		await expect.poll(() => thread.innerText()).toContain('王某');
		await vs.screenshot(`word-remark-${host}`);
		await thread.locator('.review-title .codicon-check, .head .codicon-check').first().click();
		await thread.waitFor({ state: 'detached' });
	});
});
