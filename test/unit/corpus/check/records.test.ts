// Across records: what one record alone cannot show is reported at its line.
import { expect, test } from 'vitest';
import { checkPack } from '../../../../src/core/corpus/check/records';
import { pack, type Written } from '../pack';

const source = '- { id: s, type: webpage, title: 题名 }\n';
const found = (written: Written, ...others: Written[]) => {
	const read = pack(written);
	expect(read.problems).toEqual([]);
	return checkPack(
		read,
		others.map(other => pack(other).data),
	).map(problem => `${problem.file}:${problem.line} ${problem.code} ${Object.values(problem.data).join(' ')}`.trim());
};

test('a sound pack has no problems', () => {
	expect(
		found({
			sources:
				'- { id: s, type: article-newspaper, title: 题名, author: [{ literal: 金观平 }], missing: [issued, page] }\n',
			citations:
				'- { id: c, kind: quotation, text: 发展新质生产力，必须进一步全面深化改革。, speaker: 习近平, source: s, paragraph: 1, terms: [t] }\n- { id: f, kind: figure, text: 国家先进制造业集群已有45个。, value: 45, source: s }\n',
			terms:
				'- { id: t, term: 新质生产力, definition: { text: 一种生产力, basis: [c] }, related: [u], wrong: [新质生产利] }\n- { id: u, term: 未来产业, definition: { text: 常识, basis: general } }\n',
			formulations: '- { id: p, text: "要牢牢把握{目标}这个首要任务", citations: [c] }\n',
		}),
	).toEqual([]);
});

test('references must lead to a record of the right kind, here or in another pack', () => {
	const written = {
		citations: '- { id: c, kind: point, text: 一, source: nowhere, terms: [s] }\n',
		sources: source,
		terms:
			'- { id: t, term: 词, related: [t, gone], definition: { text: 义, basis: [t] }, supersedes: [旧词, old-term] }\n',
		formulations: '- { id: p, text: 提法, citations: [gone] }\n',
	};
	expect(found(written)).toEqual([
		'citations/a.yaml:1 reference.unknown nowhere source',
		'citations/a.yaml:1 reference.kind s term source',
		'formulations/a.yaml:1 reference.unknown gone citation',
		'terms/a.yaml:1 reference.self t',
		'terms/a.yaml:1 reference.unknown gone term',
		'terms/a.yaml:1 reference.kind t citation term',
		'terms/a.yaml:1 reference.unknown old-term term',
	]);
	expect(
		found(
			{ citations: '- { id: c, kind: point, text: 一, source: other, terms: [] }\n' },
			{ sources: '- { id: other, type: book, title: 书 }\n' },
		),
	).toEqual([]);
});

test('references of a record that extends are looked at as well, and its own id may be named', () => {
	expect(
		found(
			{
				sources: '- { id: mine-s, extends: shipped, page: 3 }\n',
				citations: '- { id: c, kind: point, text: 一, source: mine-s }\n',
				terms: '- { extends: t, related: [gone] }\n',
			},
			{ sources: '- { id: shipped, type: book, title: 书 }\n' },
		),
	).toEqual(['terms/a.yaml:1 reference.unknown gone term']);
});

test('an id is used once, whatever the kind', () => {
	expect(
		found({ sources: source, terms: '- { id: s, term: 词 }\n- { id: t, term: 语 }\n- { id: t, term: 话 }\n' }),
	).toEqual(['terms/a.yaml:1 id.duplicate s sources/a.yaml 1', 'terms/a.yaml:3 id.duplicate t terms/a.yaml 2']);
});

test('a source id must not read as a paragraph number', () => {
	expect(found({ sources: '- { id: report-p3, type: webpage, title: 题名 }\n' })).toEqual([
		'sources/a.yaml:1 id.locator report-p3',
	]);
});

test('what is there is not missing', () => {
	expect(found({ sources: '- { id: s, type: webpage, title: 题名, missing: [issued, URL], issued: 2024 }\n' })).toEqual(
		['sources/a.yaml:1 missing.filled issued'],
	);
});

test('a paragraph has records, or a reason why not', () => {
	expect(
		found({
			sources:
				'- { id: s, type: webpage, title: 题名, unrecorded: [{ paragraph: 1, reason: 栏目名 }, { paragraph: 2, reason: 小标题 }] }\n',
			citations: '- { id: c, kind: point, text: 一, source: s, paragraph: 2 }\n',
		}),
	).toEqual(['sources/a.yaml:1 paragraph.both 2']);
});

test('the same words twice, in other punctuation, width or script', () => {
	expect(
		found({
			sources: source,
			citations:
				'- { id: a, kind: point, text: 发展“新质”生产力，要因地制宜。, source: s }\n- { id: b, kind: point, text: 发展新质生产力、要因地制宜, source: s }\n- { id: c, kind: quotation, speaker: 某人, text: 发展新质生产力、要因地制宜, source: s }\n',
			terms: '- { id: t, term: AI赋能 }\n- { id: u, term: ａi赋能 }\n',
			formulations: '- { id: p, text: "把{甲}作为抓手" }\n- { id: q, text: "把{乙}作为抓手。" }\n',
		}),
	).toEqual([
		'citations/a.yaml:2 duplicate.text a',
		'formulations/a.yaml:2 duplicate.text p',
		'terms/a.yaml:2 duplicate.term ａi赋能 t',
	]);
});

test('aliases and wrong forms collide with nothing', () => {
	expect(
		found({
			terms:
				'- { id: t, term: 人工智能, aliases: [AI, 智能] }\n- { id: u, term: 智能, aliases: [ai], wrong: [人工智能, 智能化] }\n- { id: v, term: 智能化转型 }\n',
		}),
	).toEqual([
		'terms/a.yaml:1 alias.collides 智能 u',
		'terms/a.yaml:2 alias.collides ai t',
		'terms/a.yaml:2 wrong.isTerm 人工智能 t',
		'terms/a.yaml:2 wrong.used 智能化 v',
	]);
});

test('a term another pack has is reported, with its id there', () => {
	expect(
		found({ terms: '- { id: mine-t, term: 人工智能 }\n' }, { terms: '- { id: rengong-zhineng, term: 人工智能 }\n' }),
	).toEqual(['terms/a.yaml:1 duplicate.term 人工智能 rengong-zhineng']);
});

test('slots are balanced and named', () => {
	expect(
		found({
			formulations:
				'- { id: a, text: "把{甲作为抓手" }\n- { id: b, text: "以甲}作为抓手" }\n- { id: c, text: "把{}作为抓手" }\n- { id: d, text: "把{甲{乙}}作为抓手" }\n',
		}).map(line => line.split(' ')[1]),
	).toEqual(['slot.unbalanced', 'slot.unbalanced', 'slot.empty', 'slot.unbalanced']);
});

test('a figure has a number, nothing else has one; only a quotation was in marks', () => {
	expect(
		found({
			sources: source,
			citations:
				'- { id: a, kind: figure, text: 四十五个。, source: s }\n- { id: b, kind: point, text: 很多个。, value: 3, wording: 三个, marked: true, source: s }\n- { id: c, kind: figure, text: 七成。, value: 70, wording: 占七成, source: s }\n- { id: d, kind: figure, text: 八成。, value: 80, wording: 占九成, source: s }\n',
		}),
	).toEqual([
		'citations/a.yaml:1 figure.value',
		'citations/a.yaml:2 field.misplaced value point',
		'citations/a.yaml:2 field.misplaced wording point',
		'citations/a.yaml:2 field.misplaced marked point',
		'citations/a.yaml:4 figure.wording 80',
	]);
});

test('a quotation is short and somebody’s', () => {
	expect(
		found({
			sources: source,
			citations: `- { id: a, kind: quotation, speaker: 某人, text: ${'话'.repeat(201)}, source: s }\n- { id: b, kind: quotation, text: 话, source: s }\n- { id: c, kind: quotation, text: 别的话, marked: true, source: s }\n`,
		}),
	).toEqual(['citations/a.yaml:1 quotation.long 201 200', 'citations/a.yaml:3 quotation.speaker']);
});

test('script, width and noise of every text', () => {
	expect(
		found({
			sources: '- { id: s, type: webpage, title: 習近平總書記講話 }\n',
			citations:
				'- { id: a, kind: point, text: "创新驱动,质量优先", source: s }\n- { id: b, kind: point, text: 久久精品一区二区三区, source: s }\n- { id: c, kind: point, text: 深耕三农 ..., source: s }\n- { id: d, kind: point, text: 京ICP备12030029号, source: s }\n',
			terms:
				'- { id: t, term: 著名品牌, usage: 覆盖面, definition: { text: 比例为3:1，见 https://a.cn/b?c=1。, basis: general } }\n',
		}),
	).toEqual([
		'citations/a.yaml:1 text.halfwidth , 4',
		'citations/a.yaml:2 text.noise spam 久久精品一区二区三区',
		'citations/a.yaml:3 text.noise truncated 深耕三农 ...',
		'citations/a.yaml:4 text.noise furniture 京ICP备12030029号',
		'sources/a.yaml:1 text.traditional 習 习',
	]);
});

test('a pack that says it is in traditional script may be', () => {
	expect(found({ pack: 'id: tw\ntitle: 包\nlanguage: zh-TW\n', terms: '- { id: t, term: 製造業 }\n' })).toEqual([]);
});

test('harmless lines about the same things are no noise', () => {
	const words = [
		'亚洲与欧洲的合作',
		'推动中日韩合作',
		'建设福利事业',
		'版权保护制度',
		'成人教育体系',
		'经济一区一带',
		'本报责任编辑制度',
		'首页设计',
	];
	expect(found({ terms: words.map((word, i) => `- { id: w${i}, term: ${word} }\n`).join('') })).toEqual([]);
});
