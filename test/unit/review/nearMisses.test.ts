// What is no slip though it is like a known wording: over the borders of words, other words, wordings that nobody official has.
import { describe, expect, test } from 'vitest';
import { Corpus } from '../../../src/core/corpus/corpus';
import type { Citation } from '../../../src/core/corpus/records';
import { Draft } from '../../../src/core/draft/draft';
import { Reviewer } from '../../../src/core/review/review';
import { corpusOf } from './corpus';

const terms = [
	'新兴产业',
	'未来产业',
	'新质生产力',
	'全要素生产率',
	'先进制造业集群',
	'现代化产业体系',
	'现代产业体系',
	'技术创新联合体',
	'新竞争优势',
];
/** Where words end is told by what stands together elsewhere. */
const prose = [
	'坚持创新，鼓励创新。实现目标，实现增长。科技兴则民族兴，科技强则国家强。核心技术是要害，核心是人。',
	'国家对此要有准备，推动各方加强协作，发展经济，形成合力，发展新兴产业，发展新能源。',
];

function found(
	draft: string,
	{ pack = 'own', citations = [] as readonly Citation[], more = [] as readonly string[] } = {},
): string[] {
	const base = corpusOf({
		sources: [{ id: 'daily', type: 'article-newspaper', title: '日报' }],
		documents: { prose: [...prose, ...more] },
		citations,
		terms: terms.map((term, at) => ({ id: `t${at}`, term })),
	});
	const corpus = new Corpus({
		packs: [{ id: pack, title: '包' }],
		sources: base.sources,
		citations: base.citations,
		terms: base.terms,
		formulations: [],
		documents: base.documents,
		syllables: 'xing新兴型 ye业叶 shu术数 hua化话 xin新心芯 ti体提 jing竞经 xi系提 li力 lv率 qun群',
		pinyin: [],
		traditional: [],
		origin: new Map(),
		aliases: new Map(),
	});
	return new Reviewer(corpus)
		.reviewNow(new Draft(draft, 'markdown'), { families: ['wording'] })
		.findings.map(
			one => `${draft.slice(one.start, one.end)} ${String(one.data.wording)}${one.severity === 'warning' ? '' : ' ?'}`,
		);
}

describe('borders of words', () => {
	test.each([
		'国家创新型产业集群达到16个。',
		'建设现代化产业体系、实现产业体系整体跃升。',
		'增强科技创新联合体体系化攻关能力。',
		'建设具有核心竞争优势的产业高地。',
	])('no slip: %s', draft => {
		expect(found(draft)).toEqual([]);
	});

	test.each([
		['发展新型产业，形成合力。', '新型产业 新兴产业'],
		['国家新兴产叶集群。', '新兴产叶 新兴产业'],
		['实现现代话产业体系跃升。', '现代话产业体系 现代化产业体系'],
		['加强技数创新联合体。', '技数创新联合体 技术创新联合体'],
		['形成芯竞争优势。', '芯竞争优势 新竞争优势'],
		['新兴产叶', '新兴产叶 新兴产业'],
	])('a slip: %s', (draft, slip) => {
		expect(found(draft)).toEqual([slip]);
	});
});

test('what is another word in use is no slip in a short wording', () => {
	const more = ['新型工业化、新型城镇化、新型基础设施、新型消费、新型农业经营主体，都要发展新兴产业。'];
	expect(found('探索新型产业用地供应模式。', { more })).toEqual([]);
	expect(found('探索新兴产叶用地供应模式。', { more })).toEqual(['新兴产叶 新兴产业']);
});

test('sounds that many do not tell apart, a character typed twice, and the last one', () => {
	const more = ['发展新质生产力，要提高全要素生产率。', ...Array<string>(5).fill('要因地制宜发展新质生产力。')];
	expect(found('培育未来产来。', { more })).toEqual(['未来产来 未来产业']);
	expect(found('壮大先进制造业集郡。', { more })).toEqual(['先进制造业集郡 先进制造业集群']);
	expect(found('提高全要素生产力。', { more })).toEqual(['全要素生产力 全要素生产率']);
	expect(found('发展新质生产率。', { more })).toEqual(['新质生产率 新质生产力']);
	expect(found('发展新质生产力，提高全要素生产率。', { more })).toEqual([]);
});

test('one more character is another word, unless it is typed twice or sounds like the one beside it', () => {
	expect(found('健全现代文化产业体系和市场体系。')).toEqual([]);
	expect(found('健全现代化产产业体系。')).toEqual(['现代化产产业体系 现代化产业体系']);
	expect(found('健全现代化话产业体系。')).toEqual(['现代化话产业体系 现代化产业体系']);
	expect(found('健全现代化产业系。')).toEqual(['现代化产业系 现代化产业体系']);
	expect(found('健全现代化业体系。')).toEqual(['现代化业体系 现代化产业体系']);
});

describe('whose wording it is', () => {
	const draft = '发展新兴产叶。';
	const said: Citation = { id: 'c', kind: 'quotation', text: '要培育新兴产业。', source: 'daily' };
	const pack = 'new-quality-productive-forces';

	test('of the shipped pack only what somebody said officially is to be kept to', () => {
		const unsure = ['新兴产叶 新兴产业 ?'];
		expect(found(draft, { pack })).toEqual(unsure);
		expect(found(draft, { pack, citations: [said] })).toEqual(unsure);
		expect(found(draft, { pack, citations: [{ ...said, speaker: '清华大学教授张三', date: '2024-01-01' }] })).toEqual(
			unsure,
		);
		expect(found(draft, { pack, citations: [{ ...said, speaker: '习近平', date: '2024-01-01' }] })).toEqual([
			'新兴产叶 新兴产业',
		]);
	});

	test('what makes another word is none, nobody having said it officially', () => {
		expect(found('发展新型产业，形成合力。', { pack })).toEqual([]);
		expect(found('健全现代化业体系。', { pack })).toEqual([]);
		expect(found('健全现代化产业体提。', { pack })).toEqual(['现代化产业体提 现代化产业体系 ?']);
	});

	test('all of the writer’s own pack', () => {
		expect(found(draft, { citations: [said] })).toEqual(['新兴产叶 新兴产业']);
	});
});
