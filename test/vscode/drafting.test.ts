// Holds that a new draft begins with what such a paper has, and that what stands around a draft while it is written is
// there: counts, findings, the menu behind them.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../support/driver';
import { slowness } from '../support/slowness';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '', '材料/a.json': '{}' }, show: null, width: 1366, height: 657 });
});
afterAll(async () => {
	await vs.close();
});

/** Opens a folder for the first time, and does what this is for: two minutes and twenty actions at most. */
test('a newcomer: a new draft, a term, a citation, a check', async () => {
	const begun = Date.now();
	let actions = 0;
	const act = async (done: Promise<unknown>) => {
		actions++;
		await done;
	};
	await act(vs.run('Policy Writing: New Draft…'));
	await act(vs.pick('调研报告'));
	await vs.until('the new draft', async () => (await vs.text()).includes('title: 关于……') || undefined);
	await vs.focus();
	await act(vs.ime('guanyu', '关于发展新质生产力的调研报告'));
	await act(vs.press('Control+End'));
	await act(vs.press('Enter'));
	await act(vs.ime('yaojiakuaifazhanxinzhi', '要加快发展新质'));
	await vs.until('the term', async () => ((await vs.labels()).includes('新质生产力') ? true : undefined));
	await act(vs.press('Tab'));
	await expect.poll(() => vs.line()).toBe('要加快发展新质生产力');
	await act(vs.type('。'));
	actions++; // the key, and then the words
	await act(vs.search('核心要素'));
	await vs.until('a citation', async () => (await vs.picks())[0]?.detail?.includes('核心要素') || undefined);
	await act(vs.press('Enter'));
	await vs.until('its reference', async () => /\n\[\^[^\]]+\]: /.test(await vs.text()) || undefined);
	await vs.focus();
	await act(vs.press('Enter', 'Enter'));
	await act(vs.ime('xinzhishengchanli', '新质生产利是关键。'));
	const wrong = async () => (await vs.problems()).find(({ code }) => code.startsWith('wording'));
	await vs.until('what is wrong', async () => ((await wrong()) ? true : undefined));
	await vs.screenshot('newcomer');
	await act(vs.cursorAfter('新质生产利'));
	await act(vs.takeQuickFix('Write “新质生产力”'));
	await expect.poll(() => vs.text()).toContain('新质生产力是关键');
	await vs.until('nothing wrong', async () => ((await wrong()) ? undefined : true));
	await act(vs.press('Control+s'));
	// Saved, not only begun to be: an editor that is closed before asks.
	await vs.until('the file', async () => (vs.exists('调研报告.md') && !(await vs.state()).dirty) || undefined);
	const seconds = (Date.now() - begun) / 1000;
	console.log(`a newcomer: ${actions} actions, ${seconds.toFixed(1)} s`);
	expect(actions).toBeLessThanOrEqual(20);
	expect(seconds).toBeLessThanOrEqual(120 * slowness());
	await vs.command('workbench.action.closeActiveEditor');
	rmSync(join(vs.folder, '调研报告.md'));
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
		await vs.until('the new draft', async () => (await vs.text()).startsWith('---\ntitle: 关于……') || undefined);
		const { file, language } = await vs.state();
		expect(file).toMatch(/调研报告\.md$/);
		expect(language).toBe('markdown');
		await vs.screenshot('new-draft');
		await vs.focus();
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

	test('what is wrong in it is mended before it is saved', async () => {
		await vs.press('Escape', 'Control+End', 'Enter', 'Enter');
		await vs.ime('xinzhishengchanli', '新质生产利是关键');
		// With a citation, VS Code's own Markdown server once answered nothing more, and the list waits for it.
		await vs.append('[@yindizhiyi-2024]。');
		await vs.until('what is wrong', async () =>
			(await vs.problems()).some(({ code }) => code.startsWith('wording')) ? true : undefined,
		);
		await vs.cursorAfter('新质生产利');
		await vs.openQuickFix('Write “新质生产力”');
		await vs.screenshot('new-draft-mended');
		// The review calls it by the name it will have, not by a path.
		const review = vs.page.locator('.pane-header', { hasText: 'Review' });
		await expect.poll(() => review.innerText()).toMatch(/Review\s+调研报告\.md/i);
		await vs.takeQuickFix('Write “新质生产力”');
		await expect.poll(() => vs.text()).toContain('\n新质生产力是关键[@yindizhiyi-2024]。');
	});

	test('saved, it is a file of the folder; the next of its kind has a name of its own', async () => {
		await vs.focus();
		await vs.press('Control+s');
		await vs.until('the file', async () => (vs.exists('调研报告.md') && !(await vs.state()).dirty) || undefined);
		await expect.poll(() => vs.read('调研报告.md')).toContain('title: 关于县域产业的调研报告');
		await vs.run('Policy Writing: New Draft…');
		await vs.pick('调研报告');
		await vs.until('another', async () => (await vs.state()).file.endsWith('调研报告 2.md') || undefined);
	});

	test('from the menu of a folder in the Explorer, and it is saved there', async () => {
		await vs.explorerMenu('材料', 'New Draft…');
		await vs.pick('工作方案');
		await vs.until('the plan', async () => (await vs.text()).includes('主送机关: ') || undefined);
		await vs.focus();
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
		await expect.poll(() => page.locator('sup.policy-mark').allInnerTexts()).toEqual(['[1]', '[2-3]', '①']);
		// A paragraph is no page: its place is in the list.
		await expect.poll(() => page.locator('#policy-reference-1').innerText()).toContain('：第2段');
		await expect.poll(() => page.locator('#policy-reference-3').innerText()).toContain('：第3段');
		await expect.poll(async () => await page.locator('.policy-list').last().innerText()).toMatch(reference);
		await expect.poll(() => page.locator('.policy-list li').count()).toBe(4);
		await expect.poll(() => page.locator('.policy-undefined').allInnerTexts()).toEqual(['[@nobody-2024]', '[^none]']);
		await expect.poll(() => page.locator('.policy-undefined').first().getAttribute('title')).toContain('nobody-2024');
		await expect.poll(() => page.locator('body').innerText()).toContain('（《经济日报》2024年2月14日）');
		await vs.screenshot('preview-light');
	});

	test('it follows the draft, and its numbers lead to the references', async () => {
		await vs.command('workbench.action.focusFirstEditorGroup');
		await vs.cursorAfter('各有不同');
		await vs.type('，也有所长[@duxiaogang-2024]');
		const page = await vs.frame('.policy-list');
		await expect.poll(() => page.locator('sup.policy-mark').allInnerTexts()).toContain('[4]');
		// The last number is that of the writer's own note, which stands behind it.
		const number = page.locator('sup.policy-mark a', { hasText: '[4]' });
		await expect.poll(() => number.getAttribute('title')).toContain('在发展新质生产力上积蓄更多优势');
		await expect.poll(() => number.getAttribute('href')).toBe('#policy-reference-4');
		await vs.setting('workbench.colorTheme', 'Visual Studio Dark');
		await vs.frame('body.vscode-dark .policy-list');
		await vs.screenshot('preview-dark');
		await vs.setting('workbench.colorTheme', undefined);
	});
});

describe('the status bar', () => {
	const item = () => vs.page.locator('.statusbar-item[id$="policyWriting.draft"]');
	const shown = () => item().innerText();
	const misquoted = '习近平总书记强调：“科技创新能够促成新产业、新模式、新动能，是发展新质生产力的核心要素。”';

	test('字数 of the draft and of what is selected, and what was found', async () => {
		await vs.command('workbench.action.focusFirstEditorGroup');
		await vs.open('report.md');
		await vs.draft('## 一、总体要求\n\n要**加快**发展[^own]。\n\n[^own]: 说明。\n');
		await expect.poll(shown).toContain('12 words');
		await vs.select('加快**发展');
		await expect.poll(shown).toContain('4 of 12 words');
		await vs.draft(`${misquoted}|`);
		await vs.type('。');
		await vs.cursorAfter('习近平');
		await expect.poll(() => item().locator('.codicon-warning').count()).toBe(1);
		await vs.screenshot('status');
	});

	test('its menu: checking is paused and goes on', async () => {
		await vs.until('a finding', async () => ((await vs.problems()).length > 0 ? true : undefined));
		await vs.click(item());
		const rows = (await vs.picks()).map(row => row.label);
		for (const wanted of [
			'Open the review',
			'Pause checking while writing',
			'Pause suggestions',
			'Pause grey text',
			'Export to Word…',
			'New draft…',
		])
			expect(rows.join('\n')).toContain(wanted);
		await expect.poll(async () => (await vs.picks())[0]?.description).toBe('Findings to look at: 1');
		await vs.screenshot('status-menu');
		await vs.focusPick(row => row.label.includes('Pause checking'));
		await vs.press('Enter');
		await vs.until('no finding', async () => ((await vs.problems()).length === 0 ? true : undefined));
		await expect.poll(() => item().locator('.codicon-debug-pause').count()).toBe(1);
		await vs.run('Policy Writing: Words, Findings, Pause…');
		await vs.focusPick(row => row.label.includes('Resume checking'));
		await vs.press('Enter');
		await vs.until('the finding again', async () => ((await vs.problems()).length > 0 ? true : undefined));
		await expect.poll(() => item().locator('.codicon-debug-pause').count()).toBe(0);
	});

	test('it is there for drafts only', async () => {
		await vs.open('材料/a.json');
		await expect.poll(() => item().count()).toBe(0);
		await vs.open('report.md');
		await expect.poll(() => item().count()).toBe(1);
	});
});

describe('what stands in the way', () => {
	test('suggestions that are switched off: one line, once, and the button switches them on', async () => {
		await vs.draft('要加快发展|');
		await vs.setting('[markdown]', { 'editor.quickSuggestions': false });
		await vs.message('Suggestions while typing are switched off here');
		await vs.screenshot('obstacle');
		await vs.ime('xin', '新质');
		await expect.poll(() => vs.labels()).toEqual([]);
		await vs.command('notifications.hideToasts'); // as it goes away by itself after a while
		await vs.answerMessage('Suggestions while typing are switched off here', 'Switch on');
		await vs.until('the list', async () => {
			await vs.draft('要加快发展|');
			await vs.ime('xin', '新质');
			return (await vs.labels()).length > 0 ? true : undefined;
		});
		await vs.escape();
		await vs.setting('[markdown]', undefined);
		await vs.noNotifications();
	});

	test('within a sentence they come on trigger characters: switched off, the menu has the way back as well', async () => {
		await vs.draft('要加快发展|');
		await vs.setting('[markdown]', { 'editor.suggestOnTriggerCharacters': false });
		await vs.message('Suggestions on trigger characters are switched off here');
		await vs.run('Policy Writing: Words, Findings, Pause…');
		await expect.poll(async () => (await vs.picks())[0]?.detail).toContain('within a sentence nothing is listed');
		await vs.screenshot('obstacle-menu');
		await vs.press('Enter');
		await vs.until('nothing in the way', async () =>
			(await vs.page.locator('.statusbar-item[id$="policyWriting.draft"] .codicon-circle-slash').count()) === 0
				? true
				: undefined,
		);
		await vs.setting('[markdown]', undefined);
		await vs.clearMessages();
	});

	test('inline suggestions that are switched off: grey text cannot come, and the button switches them on', async () => {
		await vs.setting('[markdown]', { 'editor.inlineSuggest.enabled': false });
		await vs.answerMessage('Inline suggestions are switched off here, so no grey text', 'Switch on');
		await vs.until('nothing in the way', async () =>
			(await vs.page.locator('.statusbar-item[id$="policyWriting.draft"] .codicon-circle-slash').count()) === 0
				? true
				: undefined,
		);
		await vs.setting('[markdown]', undefined);
		await vs.noNotifications();
	});

	test('a version from the history says that it is one, and leads to the file', async () => {
		const text = '要加快发展新质生产力。\n';
		await vs.draft(text);
		await vs.save();
		await vs.version('report.md');
		await vs.message('This is a version from the history: nothing is offered or checked here.');
		await vs.screenshot('obstacle-version');
		await vs.answerMessage('This is a version from the history', 'Open the file');
		await vs.until('the file', async () => {
			await vs.command('workbench.action.files.copyPathOfActiveFile');
			return (await vs.clipboard()).startsWith(vs.folder) && (await vs.state()).text === text ? true : undefined;
		});
		await vs.noNotifications();
	});
});
