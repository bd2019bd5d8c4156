// Numbers against the figure they cite: the shipped corpus's own figures, right and altered, and what may be another figure.
import { expect, test } from 'vitest';
import { Corpus } from '../../src/core/corpus/corpus';
import { Draft } from '../../src/core/draft/draft';
import { applyEdits } from '../../src/core/draft/edit';
import { mergePacks } from '../../src/core/corpus/merge';
import { quantities } from '../../src/core/review/figures/numbers';
import { Reviewer } from '../../src/core/review/review';
import { createPolicyService } from '../../src/core/service';
import { shipped } from './pack';

const { corpus } = mergePacks([{ compiled: { data: shipped.data, pinyin: {}, traditional: {} } }]);
const findings = (draft: string) =>
	new Reviewer(corpus).reviewNow(new Draft(draft, 'markdown'), { families: ['figure'] }).findings;
const found = (draft: string) => findings(draft).map(one => `${String(one.data.written)}→${String(one.data.wording)}`);

test('the figures of the corpus: nothing where the number is right, found where it is another', () => {
	const figures = corpus.citations.filter(
		one => one.kind === 'figure' && one.value !== undefined && corpus.source(one.source)?.fidelity !== 'damaged',
	);
	const missed: string[] = [];
	for (const { text, value, source } of figures) {
		const sentence = (words: string) => `${words.replace(/。$/, '')}[^${source}]。`;
		expect(found(sentence(text)), text).toEqual([]);
		expect(found(sentence(text).replace(`[^${source}]`, '')), text).toEqual([]);
		const own = quantities(text).find(one => one.value === value);
		if (!own) {
			missed.push(text);
			continue;
		}
		const other = own.kind === '%' ? `${value! + 7}%` : String(value! * 2 + 41);
		const altered = text.slice(0, own.start) + other + text.slice(own.end);
		if (found(sentence(altered)).length !== 1) missed.push(text);
		expect(found(`${altered.replace(/。$/, '')}。`), 'without a citation').toEqual([]);
	}
	console.info(`figures: ${figures.length}, not recognised when altered: ${missed.length}`, missed);
	expect(figures.length).toBeGreaterThan(10);
	expect(missed.length).toBeLessThanOrEqual(figures.length * 0.1);
});

test.each([
	['国家先进制造业集群已有46个[^jinguanping-2024]。', '46→45'],
	['国家先进制造业集群已有４６个。[^jinguanping-2024]', '４６→45'],
	['国家先进制造业集群已达到四十六个[@jinguanping-2024, 第3段]。', '四十六→四十五'],
	['国家先进制造业集群已有90多个[^jinguanping-2024]。', '90多→45'],
])('%s', (draft, change) => expect(found(draft)).toEqual([change]));

test.each([
	'国家先进制造业集群已有45个[^jinguanping-2024]。',
	'国家先进制造业集群已有四十五个[^jinguanping-2024]。',
	'国家先进制造业集群已有40多个[^jinguanping-2024]。',
	'国家先进制造业集群已有近50个[^jinguanping-2024]。',
	'国家先进制造业集群2026年已有80个[^jinguanping-2024]。',
	'国家先进制造业集群已有46个[^duxiaogang-2024]。',
	'国家先进制造业集群已有46个[^x]。',
	'国家先进制造业集群已有46个。',
	'国家先进制造业集群已有46家[^jinguanping-2024]。',
	'第一批国家级战略性新兴产业集群有45个[^jinguanping-2024]。',
	'国家先进制造业集群已有46个[^jinguanping-2024][^duxiaogang-2024]。',
	'国家先进制造业集群已有46个[@jinguanping-2024; @yindizhiyi-2024]。',
	'前文。[^jinguanping-2024]国家先进制造业集群已有46个。',
	'无锡的先进制造业集群有12个[^jinguanping-2024]。',
])('nothing: %s', draft => expect(found(draft)).toEqual([]));

test('the fix puts the number of the source there', () => {
	const draft = '国家先进制造业集群已有四十六个[^jinguanping-2024]。';
	const fixes = createPolicyService(corpus).fixes(new Draft(draft, 'markdown'), findings(draft)[0]!, 'footnote');
	expect(fixes.map(one => [one.kind, applyEdits(draft, one.edits)])).toEqual([
		['wording', '国家先进制造业集群已有四十五个[^jinguanping-2024]。'],
		['ignoreHere', `<!-- policy-writing: ignore figure.differs -->\n${draft}`],
	]);
});

test.each([
	[
		'latex',
		'民营企业贡献了全社会65\\%的技术创新成果\\cite{yindizhiyi-2024}。',
		'民营企业贡献了全社会70\\%的技术创新成果\\cite{yindizhiyi-2024}。',
	],
	[
		'markdown',
		'国家先进制造业集群有**46**个[@jinguanping-2024]。',
		'国家先进制造业集群有**45**个[@jinguanping-2024]。',
	],
	['markdown', '国家先进制造业集群有近**40**个[@jinguanping-2024]。', undefined],
	[
		'plaintext',
		'90%左右为智能视觉等新质生产力项目（《【践悟方法论】以新质生产力为高质量发展注入强大动力》）。',
		undefined,
	],
	[
		'plaintext',
		'近90%为智能视觉等新质生产力项目（《【践悟方法论】以新质生产力为高质量发展注入强大动力》）。',
		'90%以上为智能视觉等新质生产力项目（《【践悟方法论】以新质生产力为高质量发展注入强大动力》）。',
	],
	[
		'markdown',
		'山东新培育近10个省级新兴产业集群[^duchuanzhong-2024]。',
		'山东新培育10个左右省级新兴产业集群[^duchuanzhong-2024]。',
	],
	[
		'markdown',
		'民营企业贡献了全社会近七成的技术创新成果[^yindizhiyi-2024]。',
		'民营企业贡献了全社会七成的技术创新成果[^yindizhiyi-2024]。',
	],
] as const)('the number is written whole in %s: %s', (language, draft, after) => {
	const parsed = new Draft(draft, language);
	const [finding] = new Reviewer(corpus).reviewNow(parsed, { families: ['figure'] }).findings;
	const fixes = finding ? createPolicyService(corpus).fixes(parsed, finding, 'footnote') : [];
	const [fix] = fixes.filter(one => one.kind === 'wording');
	expect(fix && applyEdits(draft, fix.edits)).toBe(after);
});

test.each([
	[
		'民营企业贡献了全社会65%的技术创新成果[^1]。\n\n[^1]: 发展新质生产力要突出因地制宜[N]. 经济日报.\n',
		'[^1]: 另一篇[N]. 某报.',
	],
	[
		'民营企业贡献了全社会65%的技术创新成果[1]。\n\n参考文献\n\n[1] 发展新质生产力要突出因地制宜[N]. 经济日报.\n',
		'[1] 另一篇[N]. 某报.',
	],
])('what a mark stands for may change, and with it what is found', (draft, other) => {
	const reviewer = new Reviewer(corpus);
	const codes = (text: string) =>
		reviewer.reviewNow(new Draft(text, 'markdown'), { families: ['figure'] }).findings.length;
	expect(codes(draft)).toBe(1);
	const lines = draft.trimEnd().split('\n');
	expect(codes([...lines.slice(0, -1), other].join('\n'))).toBe(0);
	expect(codes(draft)).toBe(1);
});

test('an excerpt and points of ours accuse nobody; the full text of the same report does', () => {
	const title = '2015年国务院政府工作报告';
	const source = { id: 'part', type: 'report', title, issued: '2015', fidelity: 'excerpt' } as const;
	const quotation = { id: 'q', kind: 'quotation', source: 'part', text: '国内生产总值增长7%左右。' } as const;
	const whole = { id: 'whole', type: 'report', title, issued: '2015' } as const;
	const point = { id: 'p', kind: 'point', source: 'whole', text: '第五条建议有两个对象。' } as const;
	const parts = {
		packs: [],
		terms: [],
		formulations: [],
		pinyin: [],
		traditional: [],
		origin: new Map(),
		aliases: new Map(),
	};
	const partly = new Corpus({ ...parts, sources: [source, whole], citations: [quotation, point] });
	const document = {
		source: 'whole',
		file: 'documents/whole.md',
		paragraphs: ['国内生产总值增长7%左右。'],
		lines: [1],
	};
	const fully = new Corpus({
		...parts,
		sources: [source, whole],
		citations: [quotation, point],
		documents: [document],
	});
	const count = (of: Corpus, draft: string) =>
		new Reviewer(of).reviewNow(new Draft(draft, 'markdown'), { families: ['figure'] }).findings.length;
	expect(count(partly, '国内生产总值增长8%左右[^part]。')).toBe(0);
	expect(count(partly, '第五条建议有三个对象[^whole]。')).toBe(0);
	expect(count(fully, '国内生产总值增长8%左右[^part]。')).toBe(1);
	expect(count(fully, '2015年政府工作报告提出，国内生产总值增长8%左右。')).toBe(1);
});

test('what is written is told without the escapes of LaTeX and the marks of Markdown', () => {
	const written = (draft: string, language: 'latex' | 'markdown') =>
		new Reviewer(corpus)
			.reviewNow(new Draft(draft, language), { families: ['figure'] })
			.findings.map(one => one.data.written);
	expect(written('民营企业贡献了全社会65\\%的技术创新成果\\cite{yindizhiyi-2024}。', 'latex')).toEqual(['65%']);
	expect(written('国家先进制造业集群有近**40**个[@jinguanping-2024]。', 'markdown')).toEqual(['近40']);
});

/** Texts of two made-up sources, for what needs a full text. */
const made = (paragraphs: readonly string[]) =>
	new Corpus({
		...{ packs: [], terms: [], formulations: [], citations: [], pinyin: [], traditional: [] },
		sources: [{ id: 'plan', type: 'report', title: '某省发展报告', issued: '2024' }],
		documents: [{ source: 'plan', file: 'documents/plan.md', paragraphs, lines: paragraphs.map((_, at) => at + 1) }],
		origin: new Map(),
		aliases: new Map(),
	});
const full = made([
	'城镇化率从63.2%提高到72.7%。',
	'桥梁、隧道投资分别增长9.4%、9.1%，带动建设投资增长5.1%。',
	'参保人数增加140万人，覆盖1050万人。',
	'今年的预期目标是：茶叶产量增长3%左右，新建茶园1200亩以上；去年茶叶产量增长5.2%。',
	'客运量突破7万亿人次，稳居第四。',
]);

test.each([
	['城镇化率提高到75.7%', '75.7%→72.7%'],
	['城镇化率由63.2%升至77.2%', '77.2%→72.7%'],
	['隧道投资增长9.6%', '9.6%→9.1%'],
	['桥梁投资增长8.4%', '8.4%→9.4%'],
	['新建茶园要达到1300亩以上', '1300→1200'],
	['茶叶产量去年增长5.7%', '5.7%→5.2%'],
	['茶叶产量去年增长5.2个百分点', '5.2个百分点→5.2%'],
])('in a full text: %s', (text, wanted) => {
	const { findings } = new Reviewer(full).reviewNow(new Draft(`${text}[^plan]。`, 'markdown'), {
		families: ['figure'],
	});
	expect(findings.map(one => `${String(one.data.written)}→${String(one.data.wording)}`)).toEqual([wanted]);
});

test.each([
	'城镇化率由63.2%提高到72.7%',
	'城镇化率提高了9.5个百分点',
	'桥梁投资增长9.4%',
	'隧道投资增长9.1%，快于建设投资的5.1%',
	'参保覆盖1050万人',
	'茶叶产量去年增长5.2%，今年预期增长3%左右',
	'2021年茶叶产量增长4.1%，2023年增长5.2%',
	'上半年茶叶产量增长6.8%',
	'本文测算，茶叶产量每增长1.5%可增收2亿元',
	'客运量突破7万亿人次，稳居第四位',
])('nothing in a full text: %s', text => {
	const { findings } = new Reviewer(full).reviewNow(new Draft(`${text}[^plan]。`, 'markdown'), {
		families: ['figure'],
	});
	expect(findings).toEqual([]);
});

test('what is no prose costs no time', () => {
	const numbers = Array.from({ length: 8000 }, (_, at) => `产量${at}万吨、`).join('');
	const { findings } = new Reviewer(made([numbers, '城镇化率提高到72.7%。'])).reviewNow(
		new Draft(`${numbers}[^plan]。\n\n城镇化率提高到75.7%[^plan]。`, 'markdown'),
		{ families: ['figure'] },
	);
	expect(findings.length).toBe(1);
});

test('a source cited at each clause: a number that one clause tells is not what the next one means', () => {
	const cited = '[@yindizhiyi-2024]';
	const told = `民营企业贡献了全社会七成的技术创新成果${cited}，`;
	expect(found(`${told}占高新技术企业的90%${cited}，占国家级专精特新“小巨人”企业的85%${cited}。`)).toEqual(['85%→80%']);
	expect(found(`${told}高新技术企业中民营企业占比达到95%${cited}。`)).toEqual(['95%→90%']);
});
