// Holds how uses are counted: by year and source, forms together, longer terms apart, slots filled, dates for what
// they are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Corpus } from '../../../src/core/corpus/corpus';
import type { PackData } from '../../../src/core/corpus/records';
import { documentSetOf, type Further } from '../../../src/core/terms/uses/documentSet';
import type { PassagePage } from '../../../src/core/search/index/engine';
import { LocalIndex } from '../../../src/core/search/index/localIndex';
import { MemoryStore } from '../../../src/core/search/index/store';
import { Spotter } from '../../../src/core/terms/spotter';
import { subjectOf } from '../../../src/core/terms/subject';
import { corpusOf } from './corpus';

const data: Partial<PackData> = {
	sources: [
		{ id: 'a', type: 'report', title: '二〇一六年报告', issued: '2016-03-05' },
		{ id: 'b', type: 'report', title: '二〇一八年报告', issued: '2018' },
		{ id: 'c', type: 'webpage', title: '转载的文章', held: { date: '2018-06-01' } },
		{ id: 'd', type: 'webpage', title: '没有日期的文章' },
		{ id: 'e', type: 'article-newspaper', title: '只有引文的文章', issued: '2024-02' },
		{ id: 'f', type: 'report', title: '没有用到的报告', issued: '2020' },
	],
	documents: [
		{
			source: 'a',
			file: 'documents/a.md',
			paragraphs: ['各位代表：', '發展新質生產力，发展“新质力”。', '生产力是基础。'],
			lines: [1, 2, 3],
		},
		{ source: 'b', file: 'documents/b.md', paragraphs: ['新质生产力。新质生产力示范区。'], lines: [1] },
		{ source: 'c', file: 'documents/c.md', paragraphs: ['新质生产力'], lines: [1] },
		{
			source: 'd',
			file: 'documents/d.md',
			paragraphs: [
				'要牢牢把握高质量发展这个首要任务，要牢牢把握新质生产力这个首要任务。',
				'要牢牢把握方向。这个首要任务很重。',
			],
			lines: [1, 2],
		},
		{ source: 'f', file: 'documents/f.md', paragraphs: ['各位代表：'], lines: [1] },
	],
	citations: [
		{ id: 'q', kind: 'quotation', text: '新质生产力特点是创新。', source: 'e', paragraph: 4 },
		{ id: 'p', kind: 'point', text: '新质生产力要靠科技创新。', source: 'e', paragraph: 5 },
		{ id: 'again', kind: 'quotation', text: '发展新质生产力', source: 'a', paragraph: 2 },
	],
	terms: [
		{ id: 'xinzhi', term: '新质生产力', aliases: ['新质力'] },
		{ id: 'shengchanli', term: '生产力' },
		{ id: 'qu', term: '新质生产力示范区' },
		{ id: 'ai', term: '人工智能', aliases: ['AI'] },
	],
	formulations: [
		{ id: 'renwu', text: '要牢牢把握{目标}这个首要任务' },
		{ id: 'plain', text: '各位代表' },
		{ id: 'nothing', text: '{甲}{乙}' },
	],
};
const corpus = corpusOf(data);
const library = (of: Corpus) => documentSetOf(of, () => new Spotter(of));
const asked = async (words: string, nested = false) => {
	const found = await library(corpus).timeline(words, { nested });
	if (!found) throw new Error(`no timeline of ${words}`);
	return found;
};

describe('a term', () => {
	test('is counted by year, whatever the script and the form, with the years in which it was not used', async () => {
		const found = await asked('新质生产力');
		expect(found.subject).toEqual({ kind: 'term', id: 'xinzhi', text: '新质生产力' });
		expect(found.years).toEqual([
			{ year: '2016', uses: 2, documents: 1, looked: 1, held: 0 },
			{ year: '2018', uses: 2, documents: 2, looked: 2, held: 1 },
			{ year: '2020', uses: 0, documents: 0, looked: 1, held: 0 },
			{ year: '2024', uses: 2, documents: 1, looked: 1, held: 0 },
		]);
		expect(found.undated).toEqual({ uses: 1, documents: 1, looked: 1 });
		expect(found).toMatchObject({
			uses: 7,
			looked: 6,
			texts: 5,
			forms: [
				{ form: '新质生产力', uses: 6 },
				{ form: '新质力', uses: 1 },
			],
		});
	});

	test('is not counted within a longer term, unless that is asked for; how often is said', async () => {
		expect(await asked('新质生产力')).toMatchObject({ uses: 7, within: 1 });
		expect(await asked('新质生产力', true)).toMatchObject({ uses: 8, within: 0 });
		expect(await asked('生产力')).toMatchObject({ uses: 1, within: 7 });
		expect((await asked('生产力', true)).uses).toBe(8);
	});

	test('is found by its id and by any form in either script', async () => {
		for (const form of ['xinzhi', '新質生產力', '新质力', ' 新质生产力 '])
			expect((await asked(form)).subject.id).toBe('xinzhi');
	});

	test('in Latin letters is not found within words', async () => {
		const latin = corpusOf({
			...data,
			documents: [
				{ source: 'a', file: 'documents/a.md', paragraphs: ['用ＡＩ和 AI 赋能，MAIL 不算。人工智能。'], lines: [1] },
			],
		});
		expect(await library(latin).timeline('人工智能')).toMatchObject({
			uses: 3,
			forms: [
				{ form: '人工智能', uses: 1 },
				{ form: 'AI', uses: 2 },
			],
		});
	});
});

describe('the sources', () => {
	test('come by date, those without one last, each with its first use at its paragraph', async () => {
		const { documents } = await asked('新质生产力');
		expect(documents.map(one => [one.source, one.date, one.of, one.from, one.uses, one.ours, one.paragraph])).toEqual([
			['a', '2016-03-05', 'issued', 'text', 2, 0, 2],
			['c', '2018-06-01', 'held', 'text', 1, 0, 1],
			['b', '2018', 'issued', 'text', 1, 0, 1],
			['e', '2024-02', 'issued', 'citations', 2, 1, 4],
			['d', undefined, undefined, 'text', 1, 0, 1],
		]);
		const [{ first }] = documents as [(typeof documents)[0]];
		expect(first.text.slice(first.start, first.end)).toBe('新質生產力');
	});

	test('a citation of a source whose full text is there is not counted twice', async () => {
		const { documents } = await asked('发展');
		expect(documents.find(one => one.source === 'a')).toMatchObject({ from: 'text', uses: 2 });
	});

	test('of a corpus that never uses it are none, but they were looked at', async () => {
		expect(await asked('人工智能')).toMatchObject({
			uses: 0,
			documents: [],
			looked: 6,
			forms: [],
			undated: { uses: 0, documents: 0, looked: 1 },
		});
	});
});

describe('a formulation and plain words', () => {
	test('slots are filled within one sentence', async () => {
		const found = await asked('要牢牢把握{目标}这个首要任务');
		expect(found).toMatchObject({ subject: { kind: 'formulation', id: 'renwu' }, uses: 2 });
		expect((await asked('renwu')).uses).toBe(2);
		const first = found.documents[0]!.first;
		expect(first.text.slice(first.start, first.end)).toBe('要牢牢把握高质量发展这个首要任务');
	});

	test('a slot is not empty, and a piece between that comes again does not hide the whole', () => {
		const subject = subjectOf(corpus, () => new Spotter(corpus), '把{甲}作为{乙}基础')!;
		expect(subject.uses('把作为基础').uses).toEqual([]);
		expect(subject.uses('把创新作为作为重要基础').uses).toEqual([{ start: 0, end: 11, form: 0 }]);
		expect(subject.uses(`把创新${'甲'.repeat(45)}作为一切基础`).uses).toEqual([]);
	});

	test('words that are no record count wherever they stand', async () => {
		expect(await asked('各位代表')).toMatchObject({ subject: { kind: 'formulation', id: 'plain' }, uses: 2 });
		expect(await asked('质生')).toMatchObject({ subject: { kind: 'words' }, uses: 7 });
	});

	test('too little to look for has no timeline; slots alone are used nowhere', async () => {
		for (const words of ['', '  ', '质']) expect(await library(corpus).timeline(words)).toBeUndefined();
		expect((await asked('nothing')).uses).toBe(0);
	});
});

test('uses stand where they are said to, in order, none over another', () => {
	const spotter = new Spotter(corpus);
	fc.assert(
		fc.property(
			fc.array(
				fc.constantFrom(
					'新质生产力',
					'新质力',
					'生产力',
					'示范区',
					'要牢牢把握',
					'这个首要任务',
					'。',
					'發展',
					' ',
					'AI',
					'𠀀',
				),
			),
			fc.constantFrom('xinzhi', 'shengchanli', 'renwu', '质生'),
			(pieces, what) => {
				const text = pieces.join('');
				const { uses, within } = subjectOf(corpus, () => spotter, what)!.uses(text);
				let at = 0;
				for (const use of uses) {
					expect(use.start).toBeGreaterThanOrEqual(at);
					expect(use.end).toBeGreaterThan(use.start);
					at = use.end;
				}
				expect(at).toBeLessThanOrEqual(text.length);
				expect(within).toBeGreaterThanOrEqual(0);
			},
		),
	);
});

test('it pauses, and stops when nobody waits any more', async () => {
	const big = corpusOf({
		...data,
		documents: [
			{
				source: 'a',
				file: 'documents/a.md',
				paragraphs: Array.from({ length: 60 }, () => '发展，'.repeat(3000) + '新质生产力。'),
				lines: [],
			},
		],
	});
	let pauses = 0;
	const pause = () => {
		pauses++;
		return Promise.resolve();
	};
	expect(await library(big).timeline('新质生产力', { pause })).toMatchObject({ uses: 62 });
	expect(pauses).toBeGreaterThan(4);
	const signal = { aborted: false };
	expect(
		await library(big).timeline('新质生产力', { signal, pause: () => Promise.resolve(void (signal.aborted = true)) }),
	).toBeUndefined();
});

describe('documents that are not loaded', () => {
	const all = data.documents!;
	/** Passages as an index answers with them, three at a time. */
	const over = async (documents: typeof all): Promise<Further> => {
		const index = new LocalIndex({
			store: new MemoryStore(),
			list: () => Promise.resolve([]),
			pause: () => Promise.resolve(),
		});
		await index.change({
			put: documents.map(({ source, file, paragraphs }) => ({
				name: file,
				version: '1',
				source,
				title: source,
				paragraphs,
			})),
		});
		return {
			sources: documents.map(document => document.source),
			async *holding(words) {
				for (let from: number | undefined = 0; from !== undefined;) {
					const { passages, next }: PassagePage = await index.passages(words, {}, from);
					for (let at = 0; at < passages.length; at += 3) yield passages.slice(at, at + 3);
					from = next;
				}
			},
		};
	};

	test.each(['xinzhi', '生产力', 'renwu', 'plain', '各位', '没有的话'])(
		'%s: counted by an index, the timeline is the same',
		async words => {
			for (const nested of [false, true]) {
				for (let loaded = 0; loaded <= all.length; loaded++) {
					const further = await over(all.slice(loaded));
					const timeline = await library(corpusOf({ ...data, documents: all.slice(0, loaded) })).timeline(words, {
						nested,
						further,
					});
					expect(timeline).toEqual(await library(corpus).timeline(words, { nested }));
				}
			}
		},
	);

	test('cancelled, there is no answer', async () => {
		expect(
			await library(corpusOf({ ...data, documents: [] })).timeline('xinzhi', {
				further: await over(all),
				signal: { aborted: true },
			}),
		).toBeUndefined();
	});
});
