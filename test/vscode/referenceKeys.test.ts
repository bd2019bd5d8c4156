// Keys as a person meets them: offered after `[@` and `[^`, explained under the mouse, followed to their record, and mended.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '' }, width: 1300, height: 900 });
});
afterAll(async () => {
	await vs.close();
});

describe('completion', () => {
	test('directly after Chinese, by the title in Chinese', async () => {
		await vs.draft('发展新质生产力|。\n');
		await vs.type('[@');
		await expect.poll(async () => (await vs.labels()).length).toBeGreaterThan(5);
		await vs.ime('jianchi', '坚持科技');
		await expect.poll(async () => (await vs.suggestions())[0]?.label).toBe('坚持科技创新和产业创新一起抓');
		await vs.screenshot('keys-title');
		await vs.accept('坚持科技创新和产业创新一起抓');
		await vs.type('，');
		await expect.poll(() => vs.text()).toBe('发展新质生产力[@jinguanping-2024]，。\n');
	});

	test('by pinyin initials and by key; what the draft cites comes first', async () => {
		await vs.draft('甲[@duxiaogang-2024]。\n发展|');
		await vs.type('[@');
		await expect.poll(async () => (await vs.suggestions())[0]?.label).toBe('在发展新质生产力上积蓄更多优势');
		await vs.type('jckjcx');
		await expect.poll(async () => (await vs.suggestions())[0]?.label).toBe('坚持科技创新和产业创新一起抓');
		await vs.press('Escape', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
		await vs.type('yindi');
		await vs.accept('发展新质生产力要突出因地制宜');
		await expect.poll(() => vs.line(2)).toBe('发展[@yindizhiyi-2024]');
	});

	test('by the initials of an author; the source of the words before the cursor comes first', async () => {
		await vs.draft('发展|');
		await vs.type('[@jgp');
		await expect.poll(async () => (await vs.suggestions())[0]?.label).toBe('坚持科技创新和产业创新一起抓');
		await vs.press('Escape');
		await vs.draft('甲[@duxiaogang-2024]。\n“科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。”|');
		await vs.type('[@');
		await expect.poll(async () => (await vs.suggestions())[0]?.label).toContain('以新质生产力为高质量发展注入强大动力');
		await vs.screenshot('keys-source-of-words');
		await vs.press('Escape');
	});

	test('a second key in the same brackets', async () => {
		await vs.draft('发展[@duxiaogang-2024|]。');
		for (const piece of [';', ' ', '@jin']) {
			await vs.type(piece);
			await vs.settle();
		}
		await vs.accept('坚持科技创新和产业创新一起抓');
		await expect.poll(() => vs.line(1)).toBe('发展[@duxiaogang-2024; @jinguanping-2024]。');
	});

	test('a footnote brings its definition, and one undo takes both back', async () => {
		await vs.draft('发展|。\n\n尾段。\n');
		await vs.type('[^jing');
		await vs.accept('坚持科技创新和产业创新一起抓');
		await vs.until('the definition', async () =>
			/^发展\[\^jinguanping-2024\]。\n\n尾段。\n\n\[\^jinguanping-2024\]: 金观平\. [^\n]+\n$/.test(await vs.text())
				? true
				: undefined,
		);
		await vs.press('Control+z');
		await expect.poll(() => vs.text()).not.toContain('金观平');
	});

	test('a footnote at the very end of the draft leaves the cursor behind the label', async () => {
		await vs.draft('发展|');
		await vs.type('[^jing');
		await vs.accept('坚持科技创新和产业创新一起抓');
		await vs.type('。');
		await expect
			.poll(() => vs.text())
			.toMatch(/^发展\[\^jinguanping-2024\]。\n\n\[\^jinguanping-2024\]: 金观平\. [^\n]+$/);
	});

	test.each([
		['code', '`[|`'],
		['a bare @', '发展|'],
	])('none in %s', async (_, draft) => {
		await vs.draft(draft);
		await vs.type('@ji');
		await vs.noSuggestions();
	});
});

describe('the mouse', () => {
	test('on a key shows the reference and the passage of its place', async () => {
		await vs.draft('发展[@jinguanping-2024, 第6段]。');
		await vs.until('the problem', async () => ((await vs.problems()).length > 0 ? true : undefined)); // a problem that comes while a hover shows closes it
		const hover = await vs.hover('jinguanping', { at: 2 });
		await vs.screenshot('keys-hover');
		expect(hover.text).toContain('坚持科技创新和产业创新一起抓[N]');
		expect(hover.text).toContain('Still missing: date of publication');
		expect(hover.text).toContain('paragraph 6');
		expect(hover.links.map(link => link.text)).toEqual(
			expect.arrayContaining(['Complete it in my pack', 'Open source']),
		);
	});
	test('on an ordinary footnote shows its text', async () => {
		await vs.draft('发展[^1]。\n\n[^1]: 这是**说明**。');
		await expect.poll(async () => (await vs.hover('[^1]', { at: 2 })).text).toContain('这是**说明**。');
	});
});

describe('the way', () => {
	test('to the record: a page for a shipped source', async () => {
		await vs.draft('发展[^jinguanping-2024]。');
		await vs.cursorAfter('[^jingu');
		await vs.press('F12');
		await vs.until('the page', async () =>
			(await vs.state()).text.startsWith('# 坚持科技创新和产业创新一起抓') ? true : undefined,
		);
		await vs.screenshot('keys-definition');
		await vs.open('report.md');
	});
	test('to the record, from citations that touch each other too', async () => {
		const text =
			'甲[@jinguanping-2024, 第3段]。\n\n乙[^jinguanping-2024][@duxiaogang-2024, p. 3]丙[@jinguanping-2024][@duxiaogang-2024]。\n\n[^jinguanping-2024]: 题。\n';
		for (const [key, occurrence, title] of [
			['[@jingu', 1, '坚持科技创新和产业创新一起抓'],
			['[^jingu', 1, '坚持科技创新和产业创新一起抓'],
			['[@duxiao', 1, '在发展新质生产力上积蓄更多优势'],
			['[@jingu', 2, '坚持科技创新和产业创新一起抓'],
			['[@duxiao', 2, '在发展新质生产力上积蓄更多优势'],
		] as const) {
			await vs.open('report.md');
			await vs.draft(text);
			await vs.cursorAfter(key, occurrence);
			await vs.press('F12');
			await vs.until(`the page of ${key} ${occurrence}`, async () =>
				(await vs.state()).text.startsWith(`# ${title}`) ? true : undefined,
			);
		}
		await vs.open('report.md');
	});
	test('to every place that cites the same source', async () => {
		await vs.draft('甲[^jinguanping-2024-p3]乙[@jinguanping-2024]丙[@duxiaogang-2024]。\n');
		await vs.cursorAfter('@jingu');
		await vs.press('Shift+F12');
		const rows = vs.page.locator('.reference-zone-widget .ref-tree .monaco-list-row .referenceMatch');
		await vs.until('two places', async () => ((await rows.count()) >= 2 ? true : undefined));
		await vs.screenshot('keys-references');
		await vs.press('Escape');
	});
});

test('VS Code’s own Markdown support goes on in a draft with citations', async () => {
	await vs.draft('# 总体要求\n\n甲[^jinguanping-2024]乙[@duxiaogang-2024]。\n\n# 主要任务\n');
	await vs.press('Control+Shift+o');
	await expect
		.poll(async () => (await vs.picks()).map(pick => pick.label.replace(/^.*\s/, '')))
		.toEqual(expect.arrayContaining(['总体要求', '主要任务']));
	await vs.press('Escape');
});

describe('problems', () => {
	const problems = async () =>
		(await vs.problems())
			.filter(one => one.code.startsWith('reference.'))
			.map(one => `${one.code} ${one.text} ${one.severity}`);

	/** Takes a quick fix by its words. */
	async function fix(words: string, picture?: string): Promise<void> {
		await vs.openQuickFix(words);
		if (picture) await vs.screenshot(picture);
		await vs.takeQuickFix(words);
	}

	test('are seen while writing, and go when they are mended', async () => {
		await vs.draft('甲[^x]乙[@nobody]丙[@jinguanping-2024]。\n\n[^y]: 无人引用\n', { literal: true });
		await expect
			.poll(() => problems())
			.toEqual([
				'reference.undefined [^x] Warning',
				'reference.undefined nobody Warning',
				'reference.missing jinguanping-2024 Information',
				'reference.unused [^y] Information',
			]);
		await vs.screenshot('keys-problems');
		await vs.cursorAfter('甲');
		await vs.press('Delete', 'Delete', 'Delete', 'Delete');
		await vs.until('one less', async () => ((await problems()).length === 3 ? true : undefined));
	});

	/** Waits for the question with these words. */
	const asked = (words: string) => vs.form(`the question “${words}”`, ({ message }) => message.includes(words));

	test('a missing element is filled in one’s own pack, and the reference follows', async () => {
		await vs.draft('甲[^jinguanping-2024]。\n', { literal: true });
		await vs.cursorAfter('甲[^jin');
		await vs.until('both problems', async () => ((await problems()).length === 2 ? true : undefined));
		await fix('Add the definition', 'keys-quickfix');
		await vs.until('the definition', async () =>
			/\[\^jinguanping-2024\]: 金观平.*〔版次〕/.test(await vs.text()) ? true : undefined,
		);
		await vs.until('one problem', async () => ((await problems()).length === 1 ? true : undefined));
		await vs.save();
		await vs.cursorAfter('甲[^jin');
		await fix('Fill in the page in my pack');
		// The gap is asked for at once, the rest stands in the form; a new pack is made after saying so.
		await asked('pages of the journal');
		await vs.type('3');
		await vs.press('Enter');
		await vs.pick('Published on');
		await asked('first published');
		await vs.type('2024年2月14日');
		await vs.press('Enter');
		await vs.pick('Save');
		await vs.screenshot('keys-record');
		await vs.pick('Create my pack and save');
		await expect
			.poll(() => (vs.exists('policy-corpus/sources/mine.yaml') ? vs.read('policy-corpus/sources/mine.yaml') : ''))
			.toBe('- extends: jinguanping-2024  # 坚持科技创新和产业创新一起抓\n  issued: 2024-02-14\n  page: "3"\n');
		await expect.poll(() => existsSync(join(vs.folder, 'policy-corpus/pack.yaml'))).toBe(true);
		await vs.open('report.md');
		await vs.until('the reference to be out of date', async () =>
			(await problems()).join() === 'reference.other [^jinguanping-2024] Information' ? true : undefined,
		);
		await vs.run('Update All References');
		await vs.until('the reference without gaps', async () =>
			(await vs.text()).includes('经济日报，2024-02-14（3）.') ? true : undefined,
		);
		await vs.until('no problem', async () => ((await problems()).length === 0 ? true : undefined));
	});

	test('a record that is there takes what is filled in later', async () => {
		vs.start('policyWriting.completeSource', 'jinguanping-2024', 'URL');
		await asked('Its address on the web');
		await vs.type('https://example.org/a');
		await vs.press('Enter');
		await vs.pick('Save');
		await expect
			.poll(() => vs.read('policy-corpus/sources/mine.yaml'))
			.toBe(
				'- extends: jinguanping-2024  # 坚持科技创新和产业创新一起抓\n  issued: 2024-02-14\n  page: "3"\n  URL: https://example.org/a\n',
			);
	});
});
