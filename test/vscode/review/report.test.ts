// Holds that the review report opens as a document a person can read and hand on, and is not reviewed itself.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../support/driver';
import type { Window } from '../../support/window';

const right = '科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素';
const misquoted = `习近平总书记强调：“${right.replace('催生', '促成')}。”`;
const text = `# 报告 [链接](http://x) <b>\n\n${misquoted}\n\n会议指出：“这句话哪个材料里都找不到，只是随便写的。”\n\n要加快发展新质生产利。\n`;

let vs: Window;
beforeAll(async () => {
	vs = await open({
		files: { '调研报告.md': text, '别的.md': '# 无事\n' },
		locale: 'zh-CN',
		settings: { 'workbench.colorTheme': 'Default High Contrast' },
	});
});
afterAll(async () => {
	await vs.close();
});

/** The report in front. */
const report = () =>
	vs.until('the report', async () => {
		const { text: written } = await vs.state();
		return written.startsWith('# 审校报告\n\n<!-- policy-writing: report -->\n') ? written : undefined;
	});

test('the document is reviewed, and the report says what was found, with the change and the source', async () => {
	await vs.command('policyWriting.reviewDocument');
	await vs.until(
		'the view',
		async () =>
			(await vs.page.locator('.pane-header[aria-label^="审校"], .pane-header[aria-label^="Review"]').isVisible()) ||
			undefined,
	);
	await vs.type('。'); // the keys are still the draft's
	await vs.press('Backspace');
	await vs.command('policyWriting.reviewDocument');
	await vs.command('policyWriting.reviewReport');
	const written = await report();
	await vs.noNotifications();
	expect(written).toContain('- 文件：`调研报告.md`');
	expect(written).toMatch(/- 对照的语料：.*（来源 \d+ 条，引文 \d+ 条，术语 \d+ 条，提法 \d+ 条，全文 0 篇）/);
	expect(written).toContain('~~促成~~**催生**');
	expect(written).toContain('**第3行第11列**');
	expect(written).toMatch(/- 出处：《.+》（.+年.*）/);
	expect(written).toContain('不是判断对错');
	expect(written).toContain('新质生产利');
	await vs.screenshot('review-report-contrast');
});

test('it is no draft: nothing in it is marked, and the view still shows the draft', async () => {
	await vs.press('Control+Home');
	await vs.command('policyWriting.reviewDocument');
	await vs.message('这是审校报告');
	await expect.poll(() => vs.problems()).toEqual([]);
	const rows = () =>
		vs.page
			.locator(
				'.split-view-view:has(> .pane > .pane-header[aria-label^="Review"], > .pane > .pane-header[aria-label^="审校"]) .monaco-list-row .label-name',
			)
			.allInnerTexts();
	await expect.poll(async () => (await rows()).join()).toContain('促成');
});

test('the preview shows it as written', async () => {
	await vs.command('markdown.showPreview');
	const preview = await vs.frame('.markdown-body h1');
	await expect.poll(() => preview.locator('.markdown-body h1').allInnerTexts()).toEqual(['审校报告']);
	await expect.poll(() => preview.locator('.markdown-body s').allInnerTexts()).toContain('促成');
	await expect.poll(() => preview.locator('.markdown-body strong').allInnerTexts()).toContain('催生');
	await vs.screenshot('review-report-preview');
	await vs.command('workbench.action.closeActiveEditor');
});

test('of the workspace, the report names all files', async () => {
	await vs.open('调研报告.md');
	await vs.command('policyWriting.reviewWorkspace');
	await vs.command('policyWriting.reviewReport');
	const written = await vs.until('a report of two files', async () => {
		const now = await report();
		return now.includes('没有发现问题的文件') ? now : undefined;
	});
	expect(written).toContain('- 文件：2');
	expect(written).toContain('- `别的.md`');
	expect(written).toContain('## `调研报告.md`');
});
