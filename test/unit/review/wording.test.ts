// Slips in known wordings, recorded wrong and older forms, two forms in one draft, marks.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { Corpus } from '../../../src/core/corpus/corpus';
import type { Formulation, Term } from '../../../src/core/corpus/records';
import { Reviewer } from '../../../src/core/review/review';
import { corpusOf } from './corpus';

const term = (text: string, more: Partial<Term> = {}): Term => ({
	id: `t${text.length}${text.codePointAt(0)!}`,
	term: text,
	...more,
});
const phrase = (text: string): Formulation => ({ id: `f${text.length}`, text });
const parts = {
	terms: [
		term('新质生产力', { wrong: ['心智生产力'] }),
		term('应用基础研究'),
		term('战略性新兴产业'),
		term('未来产业'),
		term('中国式现代化'),
		term('科技成果转化率'),
		term('加强基础研究'),
		term('先进制造业', { aliases: ['先进制造'] }),
		term('数智化技术', { aliases: ['数智技术'] }),
		term('原始创新', { aliases: ['从0到1'] }),
		term('数字经济', { supersedes: ['信息经济'] }),
	],
	formulations: [
		phrase('提高科技成果转化和产业化水平'),
		phrase('整合科技创新资源，引领发展战略性新兴产业'),
		phrase('坚持科技创新和产业创新一起抓'),
	],
};
const base = corpusOf({ ...parts, documents: { d: ['战略新兴产业规划早已写明。'] } });
const corpus = new Corpus({
	packs: base.packs,
	sources: base.sources,
	citations: base.citations,
	terms: base.terms,
	formulations: base.formulations,
	documents: base.documents,
	syllables: 'qi起齐其 li力利立丽里 zhi质制智之 sheng生声升 chan产铲 ye业叶',
	pinyin: [],
	traditional: [],
	origin: new Map(),
	aliases: new Map(),
});
const found = (draft: string, families: ('wording' | 'punctuation')[] = ['wording']) =>
	new Reviewer(corpus)
		.reviewNow(new Draft(draft, 'markdown'), { families })
		.findings.map(one => `${one.code} ${draft.slice(one.start, one.end)} ${String(one.data.wording ?? one.data.mark)}`);

describe('slips', () => {
	test.each([
		['发展新质生产利要因地制宜', '新质生产利', '新质生产力'],
		['加快形成新制生产力', '新制生产力', '新质生产力'],
		['要做强战略性新兴产叶', '战略性新兴产叶', '战略性新兴产业'],
		['发展新質生產利', '新質生產利', '新质生产力'],
		['提高科技成果转化率和产业化水平', '提高科技成果转化率和产业化水平', '提高科技成果转化和产业化水平'],
		['坚持科创新和产业创新一齐抓', '坚持科创新和产业创新一齐抓', '坚持科技创新和产业创新一起抓'],
	])('%s', (draft, written, wording) => {
		expect(found(`各地${draft}。`)).toEqual([`wording.near ${written} ${wording}`]);
	});

	test.each([
		'发展新质生产力',
		'加强应用基础研究',
		'新质的生产力',
		'新型生产力',
		'战略新兴产业规划',
		'战略性新兴产业和未来产业',
		'未来产业链',
		'数字经济体',
		'我们提高科技成果转化的水平',
		'质生产力',
		'新质生产',
		'新质，生产利',
		'先进制造业集群',
		'引领发展战略性新兴产业',
		'中国现代化建设',
		'提高科技成果和产业化水平',
	])('no slip: %s', draft => {
		expect(found(`各地${draft}。`)).toEqual([]);
	});
});

test('recorded wrong forms and older wordings', () => {
	expect(found('发展心智生产力，做大信息经济。')).toEqual([
		'wording.wrong 心智生产力 新质生产力',
		'wording.superseded 信息经济 数字经济',
	]);
});

test('two forms of one term in one draft: the rarer one, once', () => {
	expect(found('数智化技术很重要。\n\n数智化技术平台。\n\n发展数智技术。\n\n数智技术基地。')).toEqual([
		'wording.inconsistent 数智技术 数智化技术',
	]);
	expect(found('数智化技术很重要。')).toEqual([]);
});

test.each([
	'先进制造业很重要，要提升先进制造能力。',
	'从0到1的原始创新很重要，原始创新难。',
	'数智化技术很重要，他说：“我们用数智技术改造了全部车间。”',
	'数智化技术很重要，见《数智技术发展报告》。',
	'数智化技术很重要。\n\n> 我们用数智技术改造了车间。',
])('no two forms: %s', draft => {
	expect(found(draft).filter(one => one.startsWith('wording.inconsistent'))).toEqual([]);
});

test('half-width marks in Chinese and marks without a partner, only when asked for', () => {
	const marks = ['punctuation' as const];
	expect(found('第一,要抓创新(重点):见 e.g. 10:30, 1,000 和 (2).', marks).map(one => one.slice(-3))).toEqual([
		', ，',
		'( （',
		') ）',
		': ：',
	]);
	expect(found('他说：“没有关上。', marks)).toEqual(['punctuation.unbalanced “ “']);
	expect(found('多了一个）号', marks)).toEqual(['punctuation.unbalanced ） ）']);
	expect(found('第一,要抓创新')).toEqual([]);
});

test.each([
	['他说：“要抓创新“，很对。', '他说：“要抓创新”，很对。'],
	['他说：”要抓创新”，很对。', '他说：“要抓创新”，很对。'],
	['（“甲“）和“乙”。', '（“甲”）和“乙”。'],
	['重点（见附件)要抓', '重点（见附件）要抓'],
	['见(附件）。', '见（附件）。'],
])('a mark that is turned the wrong way, or half as wide as its partner: %s', (draft, wanted) => {
	const findings = new Reviewer(corpus).reviewNow(new Draft(draft, 'markdown'), { families: ['punctuation'] }).findings;
	expect(
		findings.map(({ start, end, data }) => draft.slice(0, start) + String(data.wording) + draft.slice(end)),
	).toEqual([wanted]);
});

test('where it is not beyond doubt what is meant nothing is proposed', () => {
	const proposed = (draft: string) =>
		new Reviewer(corpus)
			.reviewNow(new Draft(draft, 'markdown'), { families: ['punctuation'] })
			.findings.map(one => `${one.start} ${String(one.data.wording)}`);
	expect(proposed('他说：“没有关上，又说：“也没有。')).toEqual(['3 undefined', '12 undefined']);
	expect(proposed('多了一个”号，又多了一个”。')).toEqual(['4 undefined', '12 undefined']);
	expect(proposed('「甲“乙」丙。')).toEqual(['2 undefined']);
	expect(proposed('f(x)和 (a) 都好，“甲”“乙”‘丙’。')).toEqual([]);
});

test('a wrong form of an alias is put right as that alias', () => {
	const term = {
		id: 'union',
		term: '产学研用深度融合',
		aliases: ['产学研深度融合'],
		wrong: ['产学研深度溶合', '产研深融'],
	};
	const union = corpusOf({ terms: [term] });
	const wordings = new Reviewer(union)
		.reviewNow(new Draft('推进产学研深度溶合。促进产研深融。', 'markdown'), { families: ['wording'] })
		.findings.map(one => one.data.wording);
	expect(wordings).toEqual(['产学研深度融合', '产学研用深度融合']);
});
