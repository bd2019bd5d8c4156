// Quotations of one's own document as a report writer meets them: figures and words are never cut by a fix, inner marks
// switch no comparison off, and short slogans are no warnings.
import { beforeAll, describe, expect, test } from 'vitest';
import { vs } from './laptop';

const report = `---
id: yi-shi-2026
type: report
title: 乙市政府工作报告
author: [{ literal: 乙市人民政府 }]
issued: 2026-02-05
---

# 乙市政府工作报告

重大项目接续开工，工业技改投资增长7.3%，一批老厂房改造完成。

执法机关要落实“谁办案谁公示”的要求，把结果及时晒出来。

消费季“券+场景”带动明显，社会消费品零售额增长7.3%，夜间经济街区达到1526处。

大力弘扬说干就干的作风，始终求真务实、敢闯敢试，把好事办好。
`;

const told = async () => (await vs.problems()).map(({ code, severity }) => `${severity} ${code}`);

describe('quotations of a report with figures and inner marks', () => {
	beforeAll(() => vs.write('policy-corpus/documents/yi-shi-2026.md', report));

	test('the source’s wording is taken whole: a figure, and the end of a word', async () => {
		await vs.draft('“重大项目接续开工，工业技改投资增长3.7%”。|\n\n要落实“谁办案谁公开”的要求。\n');
		await expect.poll(told).toContain('Warning quotation.differs');
		await vs.cursorAfter('增长');
		await vs.screenshot('fix-whole-figure');
		await vs.takeQuickFix('Take the wording of the source');
		await expect.poll(() => vs.line(1)).toBe('“重大项目接续开工，工业技改投资增长7.3%”。');
	});

	test('a block quote and reported speech with inner marks are compared', async () => {
		await vs.draft(
			'> 消费季“券+场景”带动明显，社会消费品零售额增长3.7%，夜间经济街区达到1562处。\n\n——《乙市政府工作报告》|\n',
		);
		await expect.poll(told).toContain('Warning quotation.differs');
		await vs.draft('');
		await expect.poll(told).toEqual([]);
		await vs.draft(
			'乙市政府工作报告指出，消费季“券+场景”带动明显，社会消费品零售额增长3.7%，夜间经济街区达到1562处。|\n',
		);
		await expect.poll(told).toContain('Warning quotation.differs');
	});

	test('short slogans in marks are no warnings', async () => {
		await vs.draft('发扬“说干就干、敢闯敢试”的作风。|\n\n“重大项目接续开工，工业技改投资增长3.7%”。\n');
		const warned = async () => (await vs.problems()).filter(one => one.severity === 'Warning').map(one => one.text);
		await expect.poll(warned).toEqual([expect.stringContaining('重大项目接续开工') as string]);
	});
});
