// Numbers of a draft held against the cells of tables of the documents it cites.
import { expect, test } from 'vitest';
import { readDocument } from '../../../../src/core/corpus/document';
import { Draft } from '../../../../src/core/draft/draft';
import { Reviewer } from '../../../../src/core/review/review';
import { tableStatements } from '../../../../src/core/review/figures/tableFigures';
import { corpusOf } from '../corpus';

const body = `表1 主要指标

| 指标 | 绝对数（亿元） | 比上年增长（%） |
| --- | --- | --- |
| 地区生产总值 | 6019.45 | 5.0 |
| 社会消费品零售总额 | 2210.3 | -1.2 |

表2 农产品产量

单位：万吨

| 产品 | 2023年 | 2024年 |
| --- | --- | --- |
| 粮食产量 | 695 | 706 |
| 合计 | 无 | 1,402.5 |

| 名称 | 单位 | 数量 |
| --- | --- | --- |
| 高速公路里程 | 公里 | 812 |
| 水库 | 座 | 31 |
`;
const { paragraphs, layout } = readDocument('documents/a.md', `---\nid: gb\ntype: report\ntitle: 题\n---\n${body}`);

test('a cell is said as a sentence: of its row, its column, and the unit of either or of the table', () => {
	expect([...tableStatements(paragraphs, layout)].map(({ text, paragraph }) => `${paragraph} ${text}`)).toEqual([
		'3 地区生产总值绝对数为6019.45亿元。',
		'3 地区生产总值比上年增长5.0%。',
		'4 社会消费品零售总额绝对数为2210.3亿元。',
		'4 社会消费品零售总额比上年下降1.2%。',
		'8 2023年粮食产量为695万吨。',
		'8 2024年粮食产量为706万吨。',
		'9 2024年合计为1,402.5万吨。',
		'11 高速公路里程数量为812公里。',
		'12 水库数量为31座。',
	]);
	expect([...tableStatements(paragraphs, undefined)]).toEqual([]);
});

const corpus = corpusOf({
	sources: [{ id: 'gb', type: 'report', title: '某县统计公报', issued: '2025-03-01' }],
	documents: { gb: paragraphs },
	layouts: { gb: layout },
});
const told = (text: string) =>
	new Reviewer(corpus)
		.reviewNow(new Draft(text, 'markdown'), { families: ['figure'] })
		.findings.flatMap(one =>
			one.code === 'figure.differs'
				? [`${one.data.written}→${one.data.wording} ${one.data.paragraph} ${one.data.original}`]
				: [],
		);

test.each([
	['地区生产总值达到6091.45亿元[@gb, 表1]。', '6091.45亿→6019.45亿 3 地区生产总值 | 6019.45 | 5.0'],
	['地区生产总值增长5.8%[@gb, 表1]。', '5.8%→5.0% 3 地区生产总值 | 6019.45 | 5.0'],
	['2024年粮食产量716万吨[@gb, 表2]。', '716万→706万 8 粮食产量 | 695 | 706'],
	['高速公路里程达到821公里[@gb]。', '821→812 11 高速公路里程 | 公里 | 812'],
])('a wrong number is told with the row: %s', (draft, wanted) => {
	expect(told(draft)).toEqual([wanted]);
});

test.each([
	'地区生产总值达到6019.45亿元、增长5%[@gb, 表1]。',
	'社会消费品零售总额下降1.2%[@gb, 表1]。',
	'2023年粮食产量695万吨，2024年706万吨[@gb, 表2]。',
	'水库31座，其中大型水库2座[@gb]。',
])('a right number, and one the tables do not have, is not: %s', draft => {
	expect(told(draft)).toEqual([]);
});
