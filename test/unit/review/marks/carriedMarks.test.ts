// Quotations over several paragraphs and numbers of lists: marks that need no partner of their own.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { Reviewer } from '../../../../src/core/review/review';
import type { DraftLanguage } from '../../../../src/core/service';
import { corpusOf } from '../corpus';

const reviewer = new Reviewer(corpusOf({}));

/** What is said of marks: each with its offset. */
function marksOf(draft: string, language: DraftLanguage = 'markdown'): readonly string[] {
	return reviewer
		.reviewNow(new Draft(draft, language), { families: ['punctuation'] })
		.findings.map(one => `${String(one.start)}${draft.slice(one.start, one.end)}`);
}

describe('a quotation over several paragraphs', () => {
	test.each([
		['three paragraphs', '他说：“第一段的话没有结束。\n\n“第二段接着说。\n\n“第三段结束。”\n'],
		['the author goes on', '他说：“第一段。\n\n“第二段。”他最后说。\n'],
		['with marks inside', '他说：“第一段‘三农’。\n\n“要抓‘三农’，要抓“双碳”。”\n'],
		['corner brackets', '他说：「第一段。\n\n「第二段。」\n'],
		['marks within marks', '他说：“‘第一段。\n\n“‘第二段。’”\n'],
		['a block quote', '> “第一段。\n>\n> “第二段。”\n'],
		['indented', '　　他说：“第一段。\n　　“第二段。”\n'],
	])('%s', (_, draft) => expect(marksOf(draft)).toEqual([]));

	test('lines of plain text', () => expect(marksOf('他说：“一。\n“二。\n“三。”\n', 'plaintext')).toEqual([]));

	test.each([
		['nothing closes it', '他说：“第一段。\n\n“第二段。\n', ['3“', '10“']],
		['the next paragraph does not open', '他说：“第一段。\n\n第二段。”\n', ['3“', '14”']],
		['a paragraph between does not open', '他说：“第一段。\n\n中间。\n\n“第二段。”\n', ['3“']],
		['the next begins with a name in marks', '他说：“第一段。\n\n“三农”工作很重要。\n', ['3“']],
		['opened twice', '他“说：“第一段。\n\n“第二段。”\n', ['1“', '4“']],
		['a heading between', '他说：“第一段。\n\n## 标题\n\n“第二段。”\n', ['3“']],
	])('told of: %s', (_, draft, found) => expect(marksOf(draft)).toEqual(found));
});

describe('what is quoted over several paragraphs', () => {
	const said = '过去一年，面对复杂严峻的国内外环境，全国各族人民共同努力，国民经济保持平稳较快发展。';
	const corpus = corpusOf({
		sources: [{ id: 'report', type: 'report', title: '报告' }],
		documents: { report: [said, '要加快转变经济发展方式，推动产业结构优化升级，提高自主创新能力。'] },
		terms: [{ id: 't', term: '数智技术', aliases: ['数智化技术'] }],
	});
	const found = (draft: string) =>
		new Reviewer(corpus)
			.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation', 'wording'] })
			.findings.map(one => `${one.code} ${draft.slice(one.start, one.end)}`);

	test('the first paragraph is compared like those behind it', () => {
		const altered = said.replace('共同努力', '共同奋斗');
		const second = '“要加快转变经济发展方式，推动产业结构优化提升，提高自主创新能力。”';
		expect(found(`他说：“${altered}\n\n${second}\n`).filter(one => one.startsWith('quotation.differs'))).toEqual([
			`quotation.differs ${altered.slice(0, -1)}`,
			'quotation.differs 要加快转变经济发展方式，推动产业结构优化提升，提高自主创新能力',
		]);
		expect(found(`他说：“${altered}\n\n第二段。\n`)).toEqual([]);
	});

	test('its words are not the writer’s', () => {
		const draft = (behind: string) => `要用数智技术、数智技术。他说：“发展数智化技术。\n\n${behind}`;
		expect(found(draft('“第二段。”\n'))).toEqual([]);
		expect(found(draft('第二段。\n'))).toEqual(['wording.inconsistent 数智化技术']);
	});
});

describe('numbers of a list', () => {
	test.each([
		'1）加强领导；2）落实责任。',
		'a）第一，b）第二。',
		'一）第一。二）第二。',
		'包括1）加强领导2）落实责任。',
		'措施有：（甲，a）乙，b）丙）。',
		'（1）加强领导；（2）落实责任。',
		'（见表，1）。',
		'1) 加强领导；2) 落实责任。',
		'1）加强领导（见表1）；2）落实责任。',
	])('%s', draft => expect(marksOf(draft)).toEqual([]));

	test.each([
		['见表1）。', ['3）']],
		['提高5）。2）甲', ['3）']],
		['合作（甲1）乙）。', ['7）']],
	])('%s is still told of', (draft, found) => expect(marksOf(draft)).toEqual(found));
});

describe('marks behind figures, Latin words and brackets', () => {
	test.each([
		['国内生产总值增长5.2%,比上年提高。', ['12,']],
		['增长5.2%, 比上年提高。', ['6,']],
		['采用新一代5G,云计算。', ['7,']],
		['提高（见表[1]）和[2],比上年好', ['13,']],
		['到2025年达到300;其中', ['11;']],
		['表1:各省产值', ['2:']],
		['用AI,“数据要素”', ['3,']],
	])('%s', (draft, found) => expect(marksOf(draft, 'plaintext')).toEqual(found));

	test.each([
		'函数 f(a,甲)成立',
		'共1,200,000元',
		'比例为1:2的',
		'See the results of Smith and Zhang,张三 for more details of this',
		'fig:图一',
	])('%s stays', draft => expect(marksOf(draft, 'plaintext')).toEqual([]));
});

describe('bars that stand for a dash', () => {
	const dashes = (draft: string) =>
		reviewer
			.reviewNow(new Draft(draft, 'plaintext'), { families: ['punctuation'] })
			.findings.map(one => [draft.slice(one.start, one.end), one.code === 'punctuation.halfwidth' && one.data.wording]);
	test.each([
		['改革――发展', [['――', '——']]],
		['2010―2015年', [['―', '—']]],
		['甲──乙', [['──', '——']]],
		['甲——乙，丙—丁', []],
		['├── 甲', []],
		['────────甲', []],
		['a ― b', []],
	])('%s', (draft, found) => expect(dashes(draft)).toEqual(found));
});
