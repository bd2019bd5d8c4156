// What a search finds, in which order, with which counts and highlights.
import { describe, expect, test } from 'vitest';
import { createFinder, type FindQuery, type Hit } from '../../../../src/core/citations/find/find';
import { Corpus } from '../../../../src/core/corpus/corpus';
import type { Citation, Source, Term } from '../../../../src/core/corpus/records';

const sources: readonly Source[] = [
	{
		id: 'paper',
		type: 'article-newspaper',
		title: '坚持科技创新和产业创新一起抓',
		author: [{ literal: '金观平' }],
		'container-title': '经济日报',
	},
	{ id: 'page', type: 'webpage', title: '以新质生产力为高质量发展注入强大动力' },
	{ id: 'journal', type: 'article-journal', title: '在发展新质生产力上积蓄更多优势', issued: '2024' },
];
const citations: readonly Citation[] = [
	{
		id: 'point',
		kind: 'point',
		text: '发展新质生产力要防止一哄而上。',
		source: 'paper',
		paragraph: 5,
		terms: ['nqpf'],
	},
	{
		id: 'core',
		kind: 'quotation',
		text: '科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。',
		speaker: '习近平',
		occasion: '中共中央政治局第十一次集体学习',
		date: '2024-01-31',
		source: 'page',
		paragraph: 2,
		terms: ['innovation', 'nqpf'],
	},
	{
		id: 'traditional',
		kind: 'quotation',
		text: '发展新质生产力不是忽视、放弃传统产业，要防止一哄而上、泡沫化，也不要搞一种模式。',
		speaker: '习近平',
		occasion: '参加江苏代表团审议',
		date: '2024-03-05',
		source: 'page',
		paragraph: 3,
		terms: ['nqpf'],
	},
	{
		id: 'unsaid',
		kind: 'quotation',
		text: '科创园区应率先打造新质生产力。',
		speaker: '金观平',
		source: 'paper',
		paragraph: 3,
	},
	{
		id: 'clusters',
		kind: 'figure',
		text: '国家先进制造业集群已有45个，集群是产业创新的载体，集群要做强。',
		value: 45,
		unit: '个',
		year: 2024,
		source: 'paper',
		paragraph: 6,
	},
	{
		id: 'wuxi',
		kind: 'point',
		text: '无锡以数实融合带动产业链。',
		source: 'journal',
		paragraph: 4,
		terms: ['digital'],
	},
];
const terms: readonly Term[] = [
	{ id: 'nqpf', term: '新质生产力', english: 'new quality productive forces' },
	{ id: 'innovation', term: '科技创新' },
	{ id: 'digital', term: '数字经济和实体经济融合', aliases: ['数实融合'] },
];
const pinyin = {
	新质生产力: { full: ['xinzhishengchanli'], initials: ['xzscl'] },
	习近平: { full: ['xijinping'], initials: ['xjp'] },
	以新质生产力为高质量发展注入强大动力: {
		full: ['yixinzhishengchanliweigaozhiliangfazhanzhuruqiangdadongli'],
		initials: ['yxzsclwgzlfzzrqddl'],
	},
};
const corpus = (more: readonly Citation[] = []) =>
	new Corpus({
		packs: [],
		sources,
		citations: [...citations, ...more],
		terms,
		formulations: [],
		pinyin: [pinyin],
		traditional: [],
		origin: new Map(),
		aliases: new Map(),
	});
const finder = createFinder(corpus());
const find = (text: string, query: Omit<FindQuery, 'text'> = {}) => finder.find({ text, ...query });
const ids = async (text: string, query: Omit<FindQuery, 'text'> = {}) =>
	(await find(text, query)).hits.map(hit => hit.id);
const marked = (hit: Hit | undefined) =>
	hit?.highlights.map(
		one =>
			`${one.field}:${{ text: hit.text, title: hit.sourceTitle, speaker: hit.speaker ?? '', occasion: hit.occasion ?? '' }[one.field].slice(one.start, one.end)}`,
	);

describe('what is found, the words of officials first', () => {
	test.each<[string, string, readonly string[]]>([
		['exact words', '核心要素', ['core']],
		['official words before points', '一哄而上', ['traditional', 'point']],
		['several words in any order and field', '江苏 传统产业', ['traditional']],
		['words in text and speaker', '习近平 新动能', ['core']],
		['traditional script', '習近平 傳統產業', ['traditional']],
		['full width', '４５个', ['clusters']],
		['marks do not matter', '新产业新模式，新动能', ['core']],
		['a speaker', '金观平', ['unsaid', 'paper']],
		['where it appeared', '经济日报', ['paper']],
		['initials of a term', 'xzscl', ['traditional', 'core', 'unsaid', 'point', 'page']],
		['full pinyin of a speaker', 'xijinping', ['traditional', 'core']],
		['pinyin and characters', 'xjp 江苏', ['traditional']],
		['pinyin from the start, capitals or not', 'XinZhi 无锡', []],
		['another form of a term', '数字经济', ['wuxi']],
		['one wrong character', '科技创新能过催生', ['core']],
		['a misquoted sentence', '发展新质生产力，不是忽视或放弃传统产业，要防止一拥而上', ['traditional']],
		['nothing', '量子计算机', []],
		['marks only', '，。', []],
	])('%s', async (_, query, expected) => expect(await ids(query)).toEqual(expected));

	test('nothing asked: everything, officials first, then other quotations, points, figures, sources; the latest first', async () => {
		expect(await ids(' ')).toEqual([
			'traditional',
			'core',
			'unsaid',
			'wuxi',
			'point',
			'clusters',
			'journal',
			'paper',
			'page',
		]);
	});
});

describe('filters and counts', () => {
	test('a filter keeps what passes; it does not count itself away', async () => {
		const answer = await find('新质生产力', { kinds: ['point'] });
		expect(answer.hits.map(hit => hit.id)).toEqual(['point', 'wuxi']); // the second by the title it stands under
		expect(answer.total).toBe(2);
		expect(answer.facets.kind).toEqual({ quotation: 3, point: 2, source: 2 });
		expect(answer.facets.source).toEqual({ paper: 1, journal: 1 });
	});

	test('by source, speaker, year', async () => {
		expect(await ids('', { source: 'journal' })).toEqual(['wuxi', 'journal']);
		expect(await ids('', { speaker: '习近平' })).toEqual(['traditional', 'core']);
		expect(await ids('', { year: 2024, kinds: ['figure', 'source'] })).toEqual(['clusters', 'journal']);
		expect((await find('')).facets.year).toEqual({ 2024: 5 });
	});

	test('the total counts what the limit leaves out', async () => {
		const answer = await find('', { limit: 2 });
		expect([answer.total, answer.hits.length]).toEqual([9, 2]);
	});
});

describe('highlights', () => {
	test('every occurrence, in offsets of the text as it reads', async () => {
		expect(marked((await find('集群')).hits[0])).toEqual(['text:集群', 'text:集群', 'text:集群']);
		expect(marked((await find('新产业新模式')).hits[0])).toEqual(['text:新产业、新模式']);
		expect(marked((await find('習近平 江苏')).hits[0])).toEqual(['speaker:习近平', 'occasion:江苏']);
	});
	test('what pinyin means, and what a misspelt query shares', async () => {
		expect(marked((await find('xzscl', { source: 'page' })).hits[1])).toEqual([
			'text:新质生产力',
			'title:以新质生产力为高质量发展注入强大动力',
		]);
		expect(marked((await find('科技创新能过催生')).hits[0])).toEqual(['text:科技创新能', 'text:催生']);
	});
});

describe('what fits a paragraph or a term', () => {
	test('shared wording counts more than a common term', async () => {
		const answer = await finder.relevantTo('各地都要因地制宜，防止一哄而上、泡沫化，发展新质生产力。', 3);
		expect(answer.hits.map(hit => hit.id).slice(0, 2)).toEqual(['traditional', 'point']);
		expect(marked(answer.hits[0])).toEqual(['text:发展新质生产力', 'text:防止一哄而上、泡沫化']);
	});
	test('nothing in common, nothing offered', async () =>
		expect((await finder.relevantTo('今天天气很好。', 5)).hits).toEqual([]));
	test('everything on a term', async () => {
		expect((await finder.forTerm('nqpf')).hits.map(hit => hit.id)).toEqual([
			'traditional',
			'core',
			'unsaid',
			'point',
			'journal',
			'page',
		]);
		expect((await finder.forTerm('none')).total).toBe(0);
	});
});

test('a search nobody waits for answers with nothing', async () => {
	expect(await finder.find({ text: '新质生产力' }, { aborted: true })).toEqual({
		total: 0,
		hits: [],
		facets: { kind: {}, source: {}, speaker: {}, year: {} },
	});
});

test('a large corpus: the same words first, a filter reaches what stands behind the first hits', async () => {
	const many = Array.from({ length: 4000 }, (_, i): Citation => ({
		id: `c${i}`,
		kind: 'point',
		text: `第${i}条：发展新质生产力要从实际出发。`,
		source: 'page',
		...(i === 3999 && { date: '1999-01-01' }),
	}));
	const large = createFinder(corpus(many));
	expect((await large.find({ text: '发展新质生产力', limit: 2 })).hits.map(hit => hit.id)).toEqual([
		'traditional',
		'core',
	]);
	expect((await large.find({ text: '新质生产力 实际', year: 1999 })).hits.map(hit => hit.id)).toEqual(['c3999']);
	expect((await large.find({ text: 'xzscl', limit: 1 })).hits.map(hit => hit.id)).toEqual(['traditional']);
	expect((await large.find({ text: '科技创新能过催生' })).hits[0]?.id).toBe('core');
	expect((await large.relevantTo('要防止一哄而上、泡沫化。', 1)).hits.map(hit => hit.id)).toEqual(['traditional']);
});

test('a speaker may be called like a part of the language: he is counted, nothing else is touched', async () => {
	const named = ['constructor', '__proto__', 'toString'].map((speaker, at): Citation => ({
		id: `odd-${at}`,
		kind: 'quotation',
		text: '名字很怪。',
		speaker,
		source: 'paper',
	}));
	const { facets, hits } = await createFinder(corpus(named)).find({ text: '名字很怪' });
	expect(hits.map(hit => hit.speaker).sort()).toEqual(['__proto__', 'constructor', 'toString']);
	expect(Object.entries(facets.speaker).sort()).toEqual([
		['__proto__', 1],
		['constructor', 1],
		['toString', 1],
	]);
	expect(({} as Record<string, unknown>)['1']).toBeUndefined();
});

test('where nothing has all words, what has most of them, and it is said which are missing; what is only like them is said so', async () => {
	const found = async (text: string) =>
		(await find(text)).hits.map(({ id, missing, near }) => [id, missing ?? near ?? 'all']);
	expect(await found('一哄而上 泡沫化 模式')).toEqual([['traditional', 'all']]);
	expect((await found('一哄而上 泡沫化 海洋经济'))[0]).toEqual(['traditional', ['海洋经济']]);
	expect(await found('一哄而尚')).toEqual(expect.arrayContaining([['point', true]]));
	expect(await found('房住不炒')).toEqual([]);
});
