// Marks on the screen that most people have: what is said of a straight mark of quotation and of full-width marks of a
// footnote, and their ways out.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { vs } from '../chineseWindow';

const count = (code: string, wanted: number) =>
	vs.until(`${wanted} of ${code}`, async () => {
		const found = (await vs.problems()).filter(one => one.code === code).length;
		return found === wanted ? true : undefined;
	});

describe('marks', () => {
	beforeAll(async () => {
		await vs.page.setViewportSize({ width: 1366, height: 657 });
		await vs.setting('policyWriting.review.severity', { punctuation: 'warning' });
	});
	afterAll(() => vs.setting('policyWriting.review.severity', undefined));
	beforeEach(async () => {
		await vs.escape();
		await vs.draft('');
		await vs.until('nothing of the test before', async () => (await vs.problems()).length === 0 || undefined);
	});

	test('a straight mark of quotation is told of, and its fix mends both; all marks are mended at once', async () => {
		const draft = '他说"经济要稳",这是要求.\n';
		await vs.draft(draft);
		await count('punctuation.halfwidth', 4);
		const { text } = await vs.hover('"');
		expect(text).toContain('中文里的引号应当写作 “ ”。');
		await vs.screenshot('marks-hover');
		await vs.cursorAfter('他说"');
		const titles = await vs.openQuickFix('改为 “ ”');
		await vs.screenshot('marks-fixes');
		expect(titles[0]).toBe('改为 “ ”');
		await vs.takeQuickFix(titles[0] ?? '');
		await expect.poll(() => vs.text()).toBe('他说“经济要稳”,这是要求.\n');
		await count('punctuation.halfwidth', 2);
		await vs.press('Control+z');
		await expect.poll(() => vs.text()).toBe(draft);
		await count('punctuation.halfwidth', 4);
		await vs.takeQuickFix('改正本文稿全部半角标点（4处）');
		await expect.poll(() => vs.text()).toBe('他说“经济要稳”，这是要求。\n');
		await count('punctuation.halfwidth', 0);
	});

	test('full-width marks of footnotes and keys are told of, mended singly and all at once', async () => {
		const draft = '甲［^2］乙[＠duxiaogang-2024]。\n\n［^2］：二\n';
		await vs.draft(draft);
		await count('reference.width', 3);
		const { text } = await vs.hover('［^2］');
		expect(text).toContain('全角符号在这里不起作用');
		await vs.screenshot('marks-width-hover');
		await vs.cursorAfter('甲［');
		const titles = await vs.openQuickFix('改正本文稿全部引注里的全角符号');
		await vs.screenshot('marks-width-fixes');
		expect(titles[0]).toContain('半角');
		await vs.takeQuickFix(titles[0] ?? '');
		await expect.poll(() => vs.text()).toBe(draft.replace('［^2］乙', '[^2]乙'));
		await count('reference.width', 2);
		await vs.press('Control+z');
		await count('reference.width', 3);
		await vs.takeQuickFix('改正本文稿全部引注里的全角符号（3处）');
		await expect.poll(() => vs.text()).toBe('甲[^2]乙[@duxiaogang-2024]。\n\n[^2]: 二\n');
		await count('reference.width', 0);
	});
});
