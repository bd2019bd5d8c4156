// Holds that a new draft begins with what such a paper has, and that what stands around a draft while it is written is
// there: counts, findings, the menu behind them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '', '材料/a.json': '{}' }, show: null, width: 1366, height: 657 });
});
afterAll(async () => {
	await vs.close();
});

describe('a new draft', () => {
	test('from the view without a draft', async () => {
		await vs.command('policyWriting.review.focus');
		const link = vs.page.locator('.welcome-view-content', { hasText: 'New Draft…' }).getByText('New Draft…');
		await link.waitFor();
		await vs.screenshot('new-draft-welcome');
		await link.click();
		await vs.pick('讲话稿');
		await vs.until('the speech', async () => (await vs.text()).includes('同志们：') || undefined);
	});

	test('from the palette: kinds with their headings; front matter, title and fields, one Tab apart', async () => {
		await vs.run('Policy Writing: New Draft…');
		const picks = await vs.picks();
		expect(picks.map(pick => pick.label).sort()).toEqual(
			['工作方案', '政策建议', '汇报提纲', '讲话稿', '调研报告'].sort(),
		);
		expect(picks.find(pick => pick.label === '调研报告')?.detail).toContain('二、存在的主要问题');
		await vs.screenshot('new-draft-kinds');
		await vs.pick('调研报告');
		await vs.until('the new draft', async () => (await vs.text()).startsWith('---\ntitle: ') || undefined);
		const { file, language } = await vs.state();
		expect(file).toMatch(/调研报告\.md$/);
		expect(language).toBe('markdown');
		await vs.screenshot('new-draft');
		await vs.ime('guanyu', '关于县域产业的调研报告');
		await vs.press('Tab');
		await vs.type('Zhang San');
		await vs.press('Tab');
		await vs.type('2026');
		await expect
			.poll(async () => (await vs.text()).split('\n').slice(0, 8))
			.toEqual([
				'---',
				'title: 关于县域产业的调研报告',
				'author: Zhang San',
				'date: 2026',
				'---',
				'',
				'# 关于县域产业的调研报告',
				'',
			]);
	});

	test('in a field a list that only says what is written does not keep Tab from the next field', async () => {
		await vs.press('Tab');
		await vs.ime('xinzhi', '摸清数字经济');
		await vs.suggestionsNow();
		await vs.screenshot('new-draft-field');
		await vs.press('Tab');
		await vs.type('5');
		await expect.poll(() => vs.line(9)).toContain('为摸清数字经济，5，调研组赴');
	});

	test('a term in a field is taken from the list; Tab then goes on', async () => {
		await vs.press('Tab');
		await vs.ime('xinzhi', '发展新质');
		await vs.accept('新质生产力');
		await expect.poll(() => vs.line(9)).toContain('5，发展新质生产力赴地点');
		await vs.press('Tab');
		await vs.type('6');
		await expect.poll(() => vs.line(9)).toContain('发展新质生产力赴6，');
	});

	test('saved, it is a file of the folder; the next of its kind has a name of its own', async () => {
		await vs.press('Control+s');
		await vs.until('the file', async () => (vs.exists('调研报告.md') && !(await vs.state()).dirty) || undefined);
		await expect.poll(() => vs.read('调研报告.md')).toContain('title: 关于县域产业的调研报告');
		await vs.run('Policy Writing: New Draft…');
		await vs.pick('调研报告');
		await vs.until('another', async () => (await vs.state()).file.endsWith('调研报告 2.md') || undefined);
	});

	test('from the menu of a folder in the Explorer, and it is saved there', async () => {
		await vs.command('workbench.view.explorer');
		const folder = vs.page.locator('.explorer-folders-view .monaco-list-row', { hasText: '材料' });
		await folder.click({ button: 'right' });
		await vs.chooseMenu('New Draft…');
		await vs.pick('工作方案');
		await vs.until('the plan', async () => (await vs.text()).includes('主送机关: ') || undefined);
		await vs.press('Control+s');
		await vs.until('the file', async () => vs.exists('材料/工作方案.md') || undefined);
	});
});

describe('the preview', () => {
	const reference = /重庆日报|经济日报/;

	test('numbers above the line, the list below, notes apart; what has no source looks like it', async () => {
		await vs.open('report.md');
		await vs.draft(
			[
				'---',
				'title: 关于县域产业的调研报告',
				'---',
				'',
				'# 关于县域产业的调研报告',
				'',
				'科技创新是核心要素[^duchuanzhong-2024-p2]，各地要因地制宜[@yindizhiyi-2024; @jinguanping-2024, 第3段]，写法各有不同[^1]。',
				'',
				'这一句没有来源[@nobody-2024]，这一句有括注（《经济日报》2024年2月14日），脚注没有写[^none]。',
				'',
				'[^duchuanzhong-2024-p2]: ',
				'[^1]: 这是作者自己的**注释**。',
				'',
			].join('\n'),
		);
		await vs.run('Markdown: Open Preview to the Side');
		const page = await vs.frame('.policy-list');
		await expect
			.poll(() => page.locator('sup.policy-mark').allInnerTexts())
			.toEqual(['[1]第2段', '[2]', '[3]第3段', '①']);
		await expect.poll(async () => await page.locator('.policy-list').last().innerText()).toMatch(reference);
		await expect.poll(() => page.locator('.policy-list li').count()).toBe(4);
		await expect.poll(() => page.locator('.policy-undefined').allInnerTexts()).toEqual(['[@nobody-2024]', '[^none]']);
		await expect.poll(() => page.locator('.policy-undefined').first().getAttribute('title')).toContain('nobody-2024');
		await expect.poll(() => page.locator('body').innerText()).toContain('（《经济日报》2024年2月14日）');
		await vs.screenshot('preview-light');
	});

	test('it follows the draft, and its numbers lead to the references', async () => {
		await vs.open('report.md');
		await vs.cursorAfter('各有不同');
		await vs.type('，也有所长[@duxiaogang-2024]');
		const page = await vs.frame('.policy-list');
		await expect.poll(() => page.locator('sup.policy-mark').allInnerTexts()).toContain('[4]');
		await expect.poll(() => page.locator('sup.policy-mark a').last().getAttribute('title')).toBeTruthy();
		await vs.setting('workbench.colorTheme', 'Default Dark Modern');
		await vs.frame('body.vscode-dark .policy-list');
		await vs.screenshot('preview-dark');
		await vs.setting('workbench.colorTheme', undefined);
	});
});
