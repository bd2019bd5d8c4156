// A quotation of a report, a law or a speech at the size of a common laptop: a sentence cut short, one that is not at
// hand, the wrong article and the wrong place; the message, the hover and the fix.
import { expect, test } from 'vitest';
import { vs } from './laptop';

const coded = async (code: string) => (await vs.problems()).filter(one => one.code === code);
const found = (code: string) => vs.until(code, async () => (await coded(code))[0]);

test('the beginning of a sentence joined to its last clause: what was left out, and a fix that marks it', async () => {
	await vs.draft('江苏省政府工作报告提出：“要在沿江让每一粒稻谷都有安稳的家。”|\n\n后文。\n');
	await vs.cursorAfter('后文');
	const problem = await found('quotation.spliced');
	expect(problem.message).toContain('“建设十座绿色粮仓，完善仓储设施” of 《2026年江苏省政府工作报告》');
	const hover = await vs.hover('安稳');
	await vs.screenshot('condensed-hover');
	expect(hover.text).toContain('[not quoted: 建设十座绿色粮仓，完善仓储设施，]');
	await vs.escape();
	await vs.cursorAfter('要在沿江');
	await vs.takeQuickFix('Take the wording of the source: “要在沿江……');
	await expect.poll(() => vs.text()).toContain('“要在沿江……让每一粒稻谷都有安稳的家。”');
});

test('a sentence that is not at hand: the one that is nearest in its words, as help', async () => {
	await vs.draft('报告里写道：“全年修缮粮仓两千四百五十座，仓容增加八百七十万吨，损耗下降三成五。”|\n\n后文。\n');
	await vs.cursorAfter('后文');
	const problem = await found('quotation.unknown');
	expect(problem).toMatchObject({ severity: 'Information' });
	expect(problem.message).toContain('nearest in its words is a sentence of 《2026年江苏省政府工作报告》');
	const hover = await vs.hover('仓容');
	await vs.screenshot('nearest-hover');
	expect(hover.text).toContain('Nearest in its words: 全年修缮粮仓一千二百座，仓容增加三百万吨，损耗下降二成。');
	expect(hover.text).toContain('This says nothing about whether it is right');
	await vs.escape();
});

test('the wrong article and the wrong place before exact words: found, and mended', async () => {
	await vs.draft('《粮仓法》第十二条规定：“国家建立粮仓分类管理制度，按照储量和用途确定管护等级。”|\n\n后文。\n');
	await vs.cursorAfter('后文');
	const problem = await found('quotation.attribution');
	expect(problem).toMatchObject({ severity: 'Warning' });
	expect(problem.message).toContain('has these words in 第二十一条, not in 第十二条');
	const hover = await vs.hover('分类');
	await vs.screenshot('attribution-hover');
	expect(hover.text).toContain('Open source');
	await vs.escape();
	await vs.cursorAfter('国家建立');
	await vs.takeQuickFix('二十一');
	await expect.poll(() => vs.text()).toContain('《粮仓法》第二十一条规定');
	await expect.poll(async () => (await coded('quotation.attribution')).length).toBe(0);
});

test('a report that is not at hand accuses nobody', async () => {
	await vs.draft('云南省政府工作报告提出：“全年修缮粮仓一千二百座，仓容增加三百万吨，损耗下降二成。”|\n\n后文。\n');
	await vs.cursorAfter('后文');
	const problem = await found('quotation.attribution');
	expect(problem).toMatchObject({ severity: 'Information' });
	expect(problem.message).toContain('so nothing can be told');
});
