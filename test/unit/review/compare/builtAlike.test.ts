// A sentence of a text that is not at hand, built like one that is: no misquotation of that, and where to look.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { wordFinding } from '../../../../src/core/messages/findings';
import { Reviewer } from '../../../../src/core/review/review';
import { corpusOf } from '../corpus';

const corpus = corpusOf({
	sources: [{ id: 'report', type: 'report', title: '二〇一二年工作报告', issued: '2012-03-05' }],
	documents: {
		report: [
			'国内生产总值达到13.65万亿元，比上年增长9.5%，财政收入2.63万亿元，增加4600亿元。',
			'加强耕地保护和土地整理复垦，建成高标准农田三百万亩，治理水土流失面积两万平方公里。',
			'依法严厉打击各类违法犯罪活动。要提高扶贫标准，帮助贫困地区发展生产。我们为此付出了很大努力。',
			'支持发展职业教育，办好一批高等学校。',
			'要鼓励自主创业，加大扶贫开发力度，让群众过上好日子。',
		],
	},
});
const judged = (words: string, cited = '') =>
	new Reviewer(corpus)
		.reviewNow(new Draft(`报告里写道：“${words}。”${cited}`, 'markdown'), { families: ['quotation'] })
		.findings.filter(one => one.code !== 'quotation.uncited');

describe('another sentence', () => {
	test.each([
		['other figures', '国内生产总值达到18.23万亿元，比上年增长9.9%，财政收入3.16万亿元，增加5232亿元', 1],
		['other measures', '加强耕地保护和农田水利建设，建成灌溉示范区三百万亩，治理水土流失面积两万平方公里', 2],
		['set phrases that came together', '要提高扶贫标准加大扶贫开发力度', 5],
	])('%s', (_, words, paragraph) => {
		const [finding, ...more] = judged(words);
		expect(more).toEqual([]);
		expect(finding).toMatchObject({
			code: 'quotation.unknown',
			severity: 'information',
			data: paragraph === 5 ? {} : { nearest: { source: 'report', paragraph } },
		});
	});

	test('the nearest sentence in words, in both languages', () => {
		const [finding] = judged('国内生产总值达到18.23万亿元，比上年增长9.9%，财政收入3.16万亿元，增加5232亿元');
		expect(finding?.data.nearest?.wording).toBe(
			'国内生产总值达到13.65万亿元，比上年增长9.5%，财政收入2.63万亿元，增加4600亿元。',
		);
		expect(finding && wordFinding(finding, corpus)).toEqual({
			zh: '语料中没有收录这句话，无从核对；用词最接近的是《二〇一二年工作报告》（2012年3月5日）第1段的一句，供参考。',
			en: 'Not in this corpus, so it could not be compared; nearest in its words is a sentence of 《二〇一二年工作报告》 (2012-03-05), paragraph 1.',
		});
	});

	test('nothing is near to words about something else', () => {
		expect(judged('月亮上住着一位喜欢写诗的兔子先生')).toMatchObject([{ code: 'quotation.unknown', data: {} }]);
		expect(judged('月亮上住着一位喜欢写诗的兔子先生')[0]?.data).toEqual({});
	});
});

describe('a misquotation all the same', () => {
	test.each([
		['one figure', '国内生产总值达到13.65万亿元，比上年增长8.5%，财政收入2.63万亿元，增加4600亿元'],
		['two figures mistyped', '国内生产总值达到13.65万亿元，比上年增长9.6%，财政收入2.63万亿元，增加4900亿元'],
		['a word', '加强耕地保护和土地开发复垦，建成高标准农田三百万亩，治理水土流失面积两万平方公里'],
		['a letter in each figure', '加强耕地保护和土地整理复垦，建成高标准农田三更百万亩，治理水土流失面积两也万平方公里'],
		['a clause put in', '加强耕地保护和土地整理复垦，建成高标准农田三百万亩，绝不放松，治理水土流失面积两万平方公里'],
	])('%s', (_, words) => expect(judged(words)).toMatchObject([{ code: 'quotation.differs', severity: 'warning' }]));

	test('other figures, where the source is cited', () =>
		expect(
			judged('国内生产总值达到18.23万亿元，比上年增长9.9%，财政收入2.63万亿元，增加5232亿元', '[@report]'),
		).toMatchObject([{ code: 'quotation.differs' }]));
});

test('what numbers a clause before the beginning of a record is no misquotation: its text may have it', () => {
	const records = corpusOf({
		sources: [{ id: 'report', type: 'report', title: '报告', fidelity: 'excerpt' }],
		citations: [{ id: 'c', kind: 'quotation', text: '加大粮仓修缮力度，增强储备能力。', source: 'report' }],
	});
	const severity = (words: string) =>
		new Reviewer(records)
			.reviewNow(new Draft(`报告提出：“${words}。”`, 'markdown'), { families: ['quotation'] })
			.findings.map(one => `${one.code} ${one.severity}`);
	expect(severity('二是加大粮仓修缮力度，增强储备能力')).toEqual(['quotation.differs information']);
	expect(severity('全面加大粮仓修缮力度，增强储备能力')).toEqual(['quotation.differs warning']);
	expect(severity('加大粮仓二是修缮力度，增强储备能力')).toEqual(['quotation.differs warning']);
	expect(judged('三要支持发展职业教育，办好一批高等学校')).toMatchObject([{ severity: 'information' }]);
	expect(judged('三要支持发展职业教育，办好一批高等学校', '[@report]')).toMatchObject([{ severity: 'warning' }]);
});
