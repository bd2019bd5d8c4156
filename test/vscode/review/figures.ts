// A wrong number in a sentence that cites its source, at the size of a common laptop: the squiggle under the number
// alone, the hover with the source's clause and place, the fix.
import { expect, test } from 'vitest';
import { vs } from './laptop';

const figures = async () => (await vs.problems()).filter(one => one.code === 'figure.differs');
const found = () => vs.until('figure.differs', async () => (await figures())[0]);

test('in the source’s own sentence, cited by a footnote: squiggle, hover, fix', async () => {
	await vs.draft('近年来，民营企业贡献了全社会65%的技术创新成果[^yindizhiyi-2024]。|\n\n后文。\n');
	await vs.cursorAfter('后文');
	const problem = await found();
	expect(problem).toMatchObject({ severity: 'Warning', source: 'Policy Writing' });
	expect(problem.message).toMatch(/《发展新质生产力要突出因地制宜》.* paragraph 5 has “70%”, not “65%”\./);
	await vs.until('a squiggle', async () => (await vs.page.locator('.squiggly-warning').count()) > 0 || undefined);
	const hover = await vs.hover('65');
	await vs.screenshot('figure-hover');
	expect(hover.text).toContain('The source has: 民营企业贡献了全社会70%的技术创新成果');
	expect(hover.html).toContain('<strong>70</strong>%');
	expect(hover.text.split('《').length - 1, 'the source is named once').toBe(1);
	expect(hover.text).toContain('Open source');
	await vs.escape();
	await vs.cursorAfter('全社会6');
	await vs.takeQuickFix('Write “70%”');
	await expect.poll(() => vs.text()).toContain('民营企业贡献了全社会70%的技术创新成果[^yindizhiyi-2024]。');
	await expect.poll(async () => (await figures()).length).toBe(0);
});

test('a number with a list at the end; the list changes, and so does what is said', async () => {
	await vs.draft(
		'国家先进制造业集群已有46个[1]。|\n\n## 参考文献\n\n[1] 金观平. 坚持科技创新和产业创新一起抓[N]. 经济日报.\n',
	);
	await vs.press('Control+End');
	await expect.poll(async () => (await found()).message).toContain('has “45”, not “46”');
	await vs.draft('国家先进制造业集群已有46个[1]。\n\n## 参考文献\n\n[1] 某人. 另一篇文章[N]. 某报.\n');
	await expect.poll(async () => (await figures()).length).toBe(0);
});
