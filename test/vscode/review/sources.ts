// Drafts against the full texts of a person's own pack: the place of the source beside the finding, and the texts themselves left in peace.
import { expect, test } from 'vitest';
import { vs } from '../chineseWindow';

const found = (code: string) => vs.until(code, async () => (await vs.problems()).find(one => one.code === code));

test('a quotation of a document: title, date and paragraph in Chinese, the way to the line, the difference in words', async () => {
	await vs.draft('会议要求，“要把每一条河的水质数据按季向沿岸居民公布，让住在河边的人最先知道河水变清了没有。”\n');
	const problem = await found('quotation.differs');
	expect(problem.message).toBe('与《临江市水务工作会议讲话》（2023年5月6日）第2段不一致：“季”应为“月”。');
	expect(problem.source).toBe('政策写作');
	const hover = await vs.hover('居民');
	await vs.screenshot('review-hover-zh');
	expect(hover.text).toContain(
		'本文稿：要把每一条河的水质数据按〔季 应为 月〕向沿岸居民公布，让住在河边的人最先知道河水变清了没有',
	);
	expect(hover.text).toContain('原文：要把每一条河的水质数据按月向沿岸居民公布');
	expect(hover.text, 'the place of the source').toMatch(/linjiang\.md/);
	await vs.clickHover('打开来源');
	const state = await vs.until('the document', async () => {
		const now = await vs.state();
		return now.text.includes('让住在河边的人') && now.text.startsWith('---') ? now : undefined;
	});
	expect(state.text.slice(0, state.selections[0]!.start).split('\n').length, 'the line of the paragraph').toBe(12);
});

test('the texts of a pack are no drafts', async () => {
	await vs.open('policy-corpus/documents/linjiang.md');
	await vs.open('report.md');
	await vs.draft('科技创薪很重要。\n');
	await found('wording.wrong');
	await vs.open('policy-corpus/documents/linjiang.md');
	await expect.poll(() => vs.text()).toContain('科技创薪');
	await expect
		.poll(async () => (await vs.problems()).filter(one => /^(?:quotation|wording)\./.test(one.code)))
		.toEqual([]);
});
