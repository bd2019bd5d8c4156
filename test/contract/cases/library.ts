// What every library of passages answers alike, the person's own and a group's: documents, and questions with what is right.
import { expect, test } from 'vitest';
import type {
	IndexedDocument,
	IndexFilter,
	IndexQuery,
	PassageHit,
	PassageLibrary,
} from '../../../src/core/search/index/engine';
import { countsWhatFiltersLeave } from './facets';

const at = (
	source: string,
	title: string,
	date: string | undefined,
	paragraphs: readonly string[],
): IndexedDocument => ({
	name: source,
	version: '1',
	source,
	title,
	...(date === undefined ? {} : { date }),
	paragraphs,
});

/** Made for this suite; every class of question has its right answer and its near misses in them. */
export const documents: readonly IndexedDocument[] = [
	at('gaoyuan-2012', '高原志', '2012', [
		'青稞是高原的主要粮食。',
		'粮食安全是“国之大者”，要把饭碗端在自己手里。',
		'到2024年，青稞良种覆盖率达到95%。',
		'𠮷野家的青稞。',
	]),
	at('caoyuan-2016', '草原调查', '2016-03', [
		'草原生态补助奖励政策惠及1200万户农牧民，是迄今覆盖最广的生态补偿。',
		'',
		'牧民说：草场好了，羊也肥了。草场草场。',
	]),
	at('keji-2024', '科技与产业', '2024-02-14', [
		'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。',
		'發展新質生產力不是忽視、放棄傳統產業，要防止一哄而上、泡沫化，也不要搞一種模式。',
		'新质生产力由技术革命性突破、生产要素创新性配置、产业深度转型升级而催生。',
		'加快发展新质生产力，扎实推进高质量发展。',
	]),
	at('shui-2024', '水', '2024-02', [
		'水是生命之源。',
		'节水优先、空间均衡、系统治理、两手发力。',
		'饮水安全工程解决了农村人口的饮水问题，水质达标。',
	]),
	at('ai-undated', '人工智能', undefined, [
		'Artificial Intelligence（AI）赋能千行百业',
		'整合科技创新资源，引领发展战略性新兴产业和未来产业，加快形成新质生产力。产业，产业！',
		'要坚持把发展经济的着力点放在实体经济上，推进新型工业化，加快建设制造强国。',
	]),
	{
		...at('biao-2020', '统计表', '2020-01-01', [
			'下表为产量。',
			'年份 产量',
			'2018 120万吨',
			'2019 131万吨',
			'表后的话。',
		]),
		layout: {
			tables: [{ first: 2, last: 4, number: '1' }],
			pages: [
				{ paragraph: 1, at: 0, page: '7' },
				{ paragraph: 4, at: 0, page: '8' },
			],
		},
	},
	at(
		'chang-2019',
		'很长的一篇',
		'2019-06-01',
		Array.from({ length: 24 }, (_, n) => `第${n + 1}条：集体土地承包期再延长三十年，第${n % 5}类地区先行。`),
	),
];

const places = (hits: readonly PassageHit[]) =>
	hits.map(({ source, paragraph, exact, missing }) =>
		[`${source} ${paragraph}`, ...(exact ? [] : ['near']), ...(missing ?? []).map(word => `-${word}`)].join(' '),
	);

const isExact = (place: string) => !place.includes(' near');

/** Questions and the places that are right, in their order. */
const searches: readonly (readonly [string, IndexQuery, readonly string[]])[] = [
	['a word', { text: '新质生产力' }, ['keji-2024 4', 'keji-2024 1', 'keji-2024 3', 'keji-2024 2', 'ai-undated 2']],
	['two characters', { text: '青稞' }, ['gaoyuan-2012 4', 'gaoyuan-2012 1', 'gaoyuan-2012 3']],
	['one character, also where it stands last', { text: '稞' }, ['gaoyuan-2012 4', 'gaoyuan-2012 1', 'gaoyuan-2012 3']],
	['one character outside the basic plane', { text: '𠮷' }, ['gaoyuan-2012 4']],
	['a digit', { text: '95' }, ['gaoyuan-2012 3']],
	['a number with its unit', { text: '2024年' }, ['gaoyuan-2012 3']],
	['several words', { text: '科技创新 新产业' }, ['keji-2024 1', 'ai-undated 2 near']],
	['several words in any order', { text: '水质 饮水' }, ['shui-2024 3']],
	[
		'traditional script',
		{ text: '發展新質生產力' },
		['keji-2024 4', 'keji-2024 1', 'keji-2024 2', 'ai-undated 2 near', 'keji-2024 3 near'],
	],
	['full-width letters in capitals', { text: 'ＡＩ' }, ['ai-undated 1']],
	['over marks', { text: '产业产业' }, ['ai-undated 2']],
	['a quotation with its marks', { text: '科技创新能够催生新产业、新模式、新动能' }, ['keji-2024 1']],
	[
		'one wrong character',
		{ text: '新质升产力', limit: 5 },
		['keji-2024 4 near', 'ai-undated 2 near', 'keji-2024 1 near', 'keji-2024 3 near', 'keji-2024 2 near'],
	],
	['one wrong character in the midst of three', { text: '制着强国' }, ['ai-undated 3 near']],
	[
		'a misquoted sentence',
		{ text: '科技创新能催生出新产业、新模型、新动能，是发展新质生产力核心要素' },
		['keji-2024 1 near'],
	],
	['words of which no passage has all', { text: '青稞 粮食 汽车' }, ['gaoyuan-2012 1 near -汽车']],
	[
		'pinyin of a known term',
		{ text: 'qingke', instead: ['青稞'] },
		['gaoyuan-2012 4', 'gaoyuan-2012 1', 'gaoyuan-2012 3'],
	],
	['so many at most', { text: '新质生产力', limit: 2 }, ['keji-2024 4', 'keji-2024 1']],
	['nothing there is', { text: '没有任何东西会这样说' }, []],
	['no words', { text: '，。' }, []],
	['a source', { text: '新质生产力', sources: ['ai-undated'] }, ['ai-undated 2']],
	['a document', { text: '水', documents: ['shui-2024'], limit: 2 }, ['shui-2024 1', 'shui-2024 2']],
	[
		'from a year on, without what has no date',
		{ text: '产业', from: 2017 },
		['keji-2024 1', 'keji-2024 3', 'keji-2024 2'],
	],
	['up to a year', { text: '草场', to: 2016 }, ['caoyuan-2016 3']],
	['a year without any', { text: '草场', from: 2017, to: 2018 }, []],
];

/** What tells one library from another. */
export interface Opened {
	readonly library: PassageLibrary;
	/** The name it gives a document. */
	readonly nameOf?: (source: string) => string;
	/** Whose hits are. */
	readonly owner?: 'group';
}

/** Asks a library everything; it holds the {@link documents}. */
export function answersEverything(opened: () => Promise<Opened>): void {
	test.each(searches)('finds %s', async (_, query, right) => {
		const { library } = await opened();
		const found = places(await library.search(query));
		expect(found.filter(isExact)).toEqual(right.filter(isExact));
		// What is equally near has no order.
		expect([...found].sort()).toEqual([...right].sort());
	});

	test('a hit says whose it is, where it stands and how it reads', async () => {
		const { library, owner, nameOf = source => source } = await opened();
		const [hit] = await library.search({ text: '國之大者' });
		expect(hit).toEqual({
			...(owner && { library: owner }),
			document: nameOf('gaoyuan-2012'),
			source: 'gaoyuan-2012',
			title: '高原志',
			date: '2012',
			paragraph: 2,
			text: '粮食安全是“国之大者”，要把饭碗端在自己手里。',
			score: expect.closeTo(1 + 4 / 19, 5) as number,
			exact: true,
			wording: '國之大者',
		});
	});

	test('a row of a table is told with its head and its page', async () => {
		const { library } = await opened();
		expect(await library.search({ text: '131万吨' })).toMatchObject([
			{ paragraph: 4, table: '1', head: '年份 产量', page: '8' },
		]);
		expect((await library.search({ text: '年份' }))[0]).not.toHaveProperty('head');
	});

	test('counts uses by document and year', async () => {
		const { library } = await opened();
		const { documents: found, years, uses } = await library.timeline('产业');
		expect(found.map(one => [one.source, one.uses, one.passages, one.paragraph])).toEqual([
			['keji-2024', 3, 3, 1],
			['ai-undated', 4, 1, 2],
		]);
		expect(years).toEqual([{ year: 2024, uses: 3, documents: 1 }]);
		expect(uses).toBe(7);
		expect((await library.timeline('草场 牧民')).uses).toBe(3);
		expect((await library.timeline('水', { to: 2023 })).documents).toEqual([]);
		expect(await library.timeline('没有这样的话')).toEqual({ documents: [], years: [], uses: 0 });
	});

	countsWhatFiltersLeave(async () => (await opened()).library, documents, [
		['no filter', {}],
		['a year', { year: '2024' }],
		['a source', { source: 'ai-undated' }],
		['a source that has none', { source: 'shui-2024' }],
		['a year and a source', { year: '2024', source: 'keji-2024' }],
	]);

	test('tells in how many documents words stand, and which were the first and the last', async () => {
		const { library } = await opened();
		expect(await library.mention('生产')).toMatchObject({
			documents: 2,
			first: { source: 'keji-2024' },
			last: { source: 'keji-2024' },
		});
		expect(await library.mention('草原', { from: 2010 })).toMatchObject({
			documents: 1,
			first: { source: 'caoyuan-2016', date: '2016-03' },
		});
		expect((await library.mention('没有这样的话')).documents).toBe(0);
		// A short name counts where it stands by itself.
		const common = '水质\n质达';
		expect((await library.mention('水质', { common })).documents).toBeLessThanOrEqual(1);
	});

	test('lists all passages that hold words, page after page', async () => {
		const { library } = await opened();
		const listed = async (words: string, filter?: IndexFilter) => {
			const found: string[] = [];
			for (let from: number | undefined = 0; from !== undefined;) {
				const page = await library.passages(words, filter, from);
				found.push(...page.passages.map(one => `${one.source} ${one.paragraph}`));
				from = page.next;
			}
			return found;
		};
		expect(await listed('承包期')).toEqual(Array.from({ length: 24 }, (_, n) => `chang-2019 ${n + 1}`));
		expect((await listed('产业')).sort()).toEqual(['ai-undated 2', 'keji-2024 1', 'keji-2024 2', 'keji-2024 3']);
		expect(await listed('产业', { sources: ['ai-undated'] })).toEqual(['ai-undated 2']);
		expect(await listed('第3类地区 承包期')).toHaveLength(5);
		expect(await listed('没有这样的话')).toEqual([]);
	});

	test('reads paragraphs', async () => {
		const { library, nameOf = source => source } = await opened();
		expect(await library.paragraphs(nameOf('caoyuan-2016'), 2, 9)).toEqual([
			'',
			'牧民说：草场好了，羊也肥了。草场草场。',
		]);
		expect(await library.paragraphs(nameOf('chang-2019'), 1, 24)).toHaveLength(24);
		expect(await library.paragraphs('nowhere', 1, 2)).toEqual([]);
	});

	test('what is cancelled is answered with nothing', async () => {
		const { library } = await opened();
		const signal = { aborted: true };
		expect(await library.search({ text: '产业' }, signal)).toEqual([]);
		expect((await library.mention('产业', {}, signal)).documents).toBe(0);
		expect(await library.timeline('产业', {}, signal)).toMatchObject({ documents: [], uses: 0 });
	});

	test('says how large it is', async () => {
		const { library } = await opened();
		const passages = documents.reduce((sum, one) => sum + one.paragraphs.length, 0);
		expect(await library.status()).toMatchObject({ documents: documents.length, passages });
	});
}
