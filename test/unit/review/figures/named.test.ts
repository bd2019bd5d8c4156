// Numbers of sentences that name their source in words, and numbers of several clauses.
import { expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { Reviewer } from '../../../../src/core/review/review';
import { corpusOf } from '../corpus';

const corpus = corpusOf({
	sources: [
		{ id: 'fujian', type: 'report', title: '2026年福建省政府工作报告', issued: '2026-01-27' },
		{ id: 'state', type: 'report', title: '政府工作报告', issued: '2015-03-05', author: [{ literal: '国务院' }] },
		{ id: 'traffic', type: 'legislation', title: '中华人民共和国道路交通安全法', issued: '2003-10-28' },
		{ id: 'article', type: 'article', title: '因地制宜发展新质生产力的江苏探索', issued: '2024-05-01' },
	],
	documents: {
		fujian: [
			'初步统计，2025年全省地区生产总值60199.45亿元、增长5%，社会消费品零售总额增长4.4%。',
			'今年的主要预期目标是：地区生产总值增长5.5%左右。',
		],
		state: ['国内生产总值增长7.4%。'],
		traffic: ['第九十一条 饮酒后驾驶机动车的，处暂扣六个月机动车驾驶证，并处罚款。'],
		article: ['民营企业贡献了全社会70%的技术创新成果，涵盖了80%的国家专精特新“小巨人”企业和90%的高新技术企业。'],
	},
});

const told = (text: string) =>
	new Reviewer(corpus)
		.reviewNow(new Draft(text, 'markdown'), { families: ['figure'] })
		.findings.flatMap(one => (one.code === 'figure.differs' ? [`${one.data.written}→${one.data.wording}`] : []));

test.each([
	'福建省政府工作报告（2026）显示',
	'福建省政府工作报告(2026年)显示',
	'《福建省政府工作报告（2026年）》提出',
	'福建省2026年政府工作报告提出',
	'据福建省2026年《政府工作报告》',
	'《2026年福建省政府工作报告》总结得好。该报告指出',
])('%s names the report of a place and a year', name => {
	expect(told(`${name}，2025年全省地区生产总值增长6%。`)).toEqual(['6%→5%']);
	expect(told(`${name}，2025年全省地区生产总值增长5%。`)).toEqual([]);
});

test.each([
	'江苏省政府工作报告（2026）显示，国内生产总值增长6%。',
	'福建省政府工作报告（2025）显示，全省地区生产总值增长6%。',
	'政府工作报告（2014）显示，国内生产总值增长6%。',
])('the report of another place or year is another text: %s', draft => {
	expect(told(draft)).toEqual([]);
});

test.each([
	'《道路交通安全法》第九十一条规定，',
	'《道路交通安全法》很严。该法第九十一条还规定，',
	'《中华人民共和国道路交通安全法》规定，',
])('%s names a law', name => {
	expect(told(`${name}饮酒后驾驶机动车的，处暂扣三个月机动车驾驶证。`)).toEqual(['三→六']);
	expect(told(`${name}饮酒后驾驶机动车的，处暂扣六个月机动车驾驶证。`)).toEqual([]);
});

test('a clause before that tells of another number says less of this one', () => {
	const told70 = '民营企业贡献了全社会约七成的技术创新成果';
	const sentence = (share: string) => `${told70}，国家级专精特新“小巨人”企业中民营企业占${share}[@article]。`;
	expect(told(sentence('85%'))).toEqual(['85%→80%']);
	expect(told(sentence('80%'))).toEqual([]);
});

test('numbers that are set as formulas are read', () => {
	const fixed = (draft: string, language: 'latex' | 'markdown') =>
		new Reviewer(corpus)
			.reviewNow(new Draft(draft, language), { families: ['figure'] })
			.findings.map(({ start, end, data }) => `${draft.slice(start, end)}→${String(data.wording)}`);
	const words = '国家级专精特新“小巨人”企业中民营企业占';
	expect(fixed(`${words}$85\\%$\\cite{article}。`, 'latex')).toEqual(['85\\%→80%']);
	expect(fixed(`${words}\\(85\\%\\)\\cite{article}。`, 'latex')).toEqual(['85\\%→80%']);
	expect(fixed(`${words}$85\\%$[@article]。`, 'markdown')).toEqual(['85\\%→80%']);
	expect(fixed(`${words}$80\\%$\\cite{article}。`, 'latex')).toEqual([]);
	expect(fixed(`${words}$85$\\%\\cite{article}。`, 'latex')).toEqual([]);
	expect(fixed(`${words}$x_{85}$\\cite{article}。`, 'latex')).toEqual([]);
});

test('a number in brackets stands for what the list at the end says', () => {
	const list = '\n\n参考文献\n\n[1] 因地制宜发展新质生产力的江苏探索.\n[2] 某书.\n';
	const words = '国家级专精特新“小巨人”企业中民营企业占';
	expect(told(`${words}85%[1]。${list}`)).toEqual(['85%→80%']);
	expect(told(`${words}85%［1］。${list}`)).toEqual(['85%→80%']);
	expect(told(`${words}80%[1]。${list}`)).toEqual([]);
	expect(told(`${words}85%[2]。${list}`)).toEqual([]);
	expect(told(`${words}85%[1,2]。${list}`)).toEqual([]);
});

test('rounds of rain and cases are counted', () => {
	const reports = corpusOf({
		sources: [{ id: 'rain', type: 'report', title: '2026年广东省政府工作报告', issued: '2026-01-20' }],
		documents: { rain: ['全省上下严防坚守，成功应对22轮强降水和15个台风，守护人民群众安全，完成并购重组397起。'] },
	});
	const found = new Reviewer(reports)
		.reviewNow(new Draft('广东省2026年政府工作报告指出，全省成功应对12轮强降水和15个台风。', 'markdown'), {
			families: ['figure'],
		})
		.findings.map(one => one.data.written);
	expect(found).toEqual(['12']);
	const cases = (count: number) =>
		new Reviewer(reports)
			.reviewNow(new Draft(`广东省2026年政府工作报告指出，完成并购重组${count}起。`, 'markdown'), {
				families: ['figure'],
			})
			.findings.map(one => one.data.written);
	expect(cases(379)).toEqual(['379']);
	expect(cases(397)).toEqual([]);
});
