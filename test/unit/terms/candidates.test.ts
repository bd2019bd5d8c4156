// Holds what is proposed as a term: what recurs and stands on its own; not what is known, refused, cut or held together by grammar.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PackData } from '../../../src/core/corpus/records';
import { candidatesOf, type CandidateOptions } from '../../../src/core/terms/candidates';
import { isFragment } from '../../../src/core/terms/fragments';
import { recurring } from '../../../src/core/terms/collocations';
import { documentSetOf } from '../../../src/core/terms/uses/documentSet';
import { Pairs } from '../../../src/core/terms/pairCounts';
import { Spotter } from '../../../src/core/terms/spotter';
import { finished } from '../../../src/core/review/steps';
import { corpusOf } from './corpus';

/** Sentences in which the words stand between ever other neighbours, one document a line. */
const documents = [
	['各位代表：', '我们要建设冰雪走廊，让冰雪走廊带动旅游。', '第一是看冰雪走廊。青稞富民和青稞富民产业要抓实。'],
	['各位代表：', '去年冰雪走廊迎客百万，而冰雪走廊沿线村庄都富了。', '做大青稞富民。种青稞富民路子宽。'],
	['各位代表：', '明年起，在冰雪走廊办赛。', '靠青稞富民，又以青稞富民强县。新质生产力。'],
	['各位代表：', '把冰雪走廊修到县城。', '青稞富民好。新质生产力，讲新质生产力，是新质生产力。'],
];
const packOf = (texts: readonly (readonly string[])[], rest: Partial<PackData> = {}) =>
	corpusOf({
		sources: texts.map((_, i) => ({
			id: `d${i}`,
			type: 'report',
			title: `报告${i}`,
			...(i === 3 ? {} : { issued: `${2018 - i}-03-05` }),
		})),
		documents: texts.map((paragraphs, i) => ({
			source: `d${i}`,
			file: `documents/d${i}.md`,
			paragraphs,
			lines: paragraphs.map((_, line) => line + 1),
		})),
		...rest,
	});
const found = (rest: Partial<PackData> = {}, options: CandidateOptions = {}) =>
	finished(candidatesOf(packOf(documents, rest), options));
const texts = (rest: Partial<PackData> = {}, options: CandidateOptions = {}) =>
	found(rest, options).candidates.map(one => one.text);

describe('candidates', () => {
	test('are what recurs in several documents and stands freely, counted, with the earliest dated use', () => {
		const { candidates, texts: read, partial } = found();
		expect(candidates.map(one => one.text)).toEqual(expect.arrayContaining(['冰雪走廊', '青稞富民']));
		expect({ read, partial }).toEqual({ read: 4, partial: false });
		const one = candidates.find(({ text }) => text === '冰雪走廊')!;
		expect(one).toMatchObject({
			uses: 7,
			documents: 4,
			first: {
				source: 'd2',
				date: '2016-03-05',
				of: 'issued',
				paragraph: 2,
				example: { text: '明年起，在冰雪走廊办赛。' },
			},
		});
		expect(one.first.example.text.slice(one.first.example.start, one.first.example.end)).toBe('冰雪走廊');
	});

	test('no piece of one is offered, nor what is copied into every document', () => {
		for (const text of texts()) expect(['冰雪走', '雪走廊', '青稞富', '稞富民', '各位代表']).not.toContain(text);
	});

	test('terms, aliases, wrong forms, formulations and what was refused are left out, with what mostly stands within them', () => {
		expect(texts()).toContain('新质生产力');
		expect(
			texts({
				terms: [
					{ id: 'a', term: '新质生产力' },
					{ id: 'b', term: '别的', aliases: ['冰雪走廊'], wrong: ['青稞富民'] },
				],
			}).filter(text => /[质产冰稞]/.test(text)),
		).toEqual([]);
		expect(texts({ formulations: [{ id: 'a', text: '冰雪走廊' }] })).not.toContain('冰雪走廊');
		expect(texts({}, { refused: ['冰雪走廊', '新質生產力'] }).filter(text => /[质冰]/.test(text))).toEqual([]);
	});

	test('limit and number of documents are kept to', () => {
		expect(texts({}, { limit: 1 })).toHaveLength(1);
		expect(texts({}, { documents: 4 })).not.toContain('新质生产力');
		expect(texts({}, { documents: 4 })).toContain('冰雪走廊');
	});

	test('are written as in most places: traditional documents keep their script', () => {
		const corpus = packOf([['發展冰雪經濟，看冰雪經濟。'], ['冰雪經濟好，和冰雪經濟有關。'], ['讲冰雪经济。']]);
		expect(finished(candidatesOf(corpus)).candidates.map(one => one.text)).toContain('冰雪經濟');
	});

	test('without full texts there are none, which is said', () => {
		expect(finished(candidatesOf(corpusOf({})))).toEqual({ candidates: [], texts: 0, partial: false });
		expect(finished(candidatesOf(packOf([[], ['']])))).toMatchObject({ candidates: [], texts: 2 });
	});

	test('nobody who waits: no answer', async () => {
		const corpus = packOf(documents);
		const library = documentSetOf(corpus, () => new Spotter(corpus));
		expect(await library.candidates({ signal: { aborted: true } })).toBeUndefined();
		expect((await library.candidates({ pause: () => Promise.resolve() }))?.candidates.length).toBeGreaterThan(0);
	});
});

describe('pieces of sentences', () => {
	const bonds = (firm: boolean) => () => (firm ? 9 : 0);
	test.each([
		'的经济发展',
		'和平共处',
		'改革开放的',
		'进一步加强',
		'发展新质生产力',
		'百分之五',
		'一九五八',
		'三个年',
		'存在着',
		'5g网络',
		'建设工业4',
		'巩固和发展',
	])('%s', text => expect(isFragment(text, bonds(false))).toBe(true));
	test.each([
		'和平共处',
		'对外开放',
		'为人民服务',
		'中华人民共和国',
		'一国两制',
		'国务院',
		'发展中国家',
		'建设项目',
		'战略5g网络',
	])('but not %s, where its characters are bound', text => expect(isFragment(text, bonds(true))).toBe(false));
});

describe('stretches that recur', () => {
	const options = { shortest: 2, longest: 4, uses: 2, documents: 1, cohesion: -Infinity, wanted: () => true };

	test('are exactly those that counting every stretch finds', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.array(fc.string({ unit: fc.constantFrom('一', '二', '三', '，', '丁'), maxLength: 14 }), { maxLength: 4 }),
					{ maxLength: 4 },
				),
				fc.integer({ min: 1, max: 3 }),
				fc.integer({ min: 1, max: 3 }),
				(all, uses, least) => {
					const plain = new Map<string, { uses: number; in: Set<number> }>();
					const seen = new Set<string>();
					all.forEach((paragraphs, number) =>
						paragraphs.forEach(text => {
							if (seen.has(text)) return;
							seen.add(text);
							for (let length = 2; length <= 4; length++) {
								for (let at = 0; at + length <= text.length; at++) {
									const part = text.slice(at, at + length);
									if (part.includes('，')) continue;
									const one = plain.get(part) ?? { uses: 0, in: new Set<number>() };
									one.uses++;
									one.in.add(number);
									plain.set(part, one);
								}
							}
						}),
					);
					const expected = [...plain]
						.filter(([, one]) => one.uses >= uses && one.in.size >= least)
						.map(([text, one]) => `${text} ${one.uses} ${one.in.size}`)
						.sort();
					const { grams } = finished(recurring(all, { ...options, uses, documents: least }));
					expect(grams.map(gram => `${gram.text} ${gram.uses} ${gram.documents}`).sort()).toEqual(expected);
				},
			),
		);
	});

	test('freedom: as many bits as neighbours differ; tied: the share of the commonest one', () => {
		const { grams } = finished(recurring([['甲丙丁一', '乙丙丁二', '戊丙丁三', '己丙丁四']], { ...options, uses: 4 }));
		expect(grams).toMatchObject([{ text: '丙丁', freedom: 2, tied: 0.25 }]);
		expect(
			finished(recurring([['甲丙丁一', '甲丙丁二', '甲丙丁三', '甲丙丁四']], { ...options, uses: 4 })).grams.find(
				gram => gram.text === '丙丁',
			),
		).toMatchObject({ freedom: 0, tied: 1 });
		expect(
			finished(recurring([['丙丁，', '一丙丁', '。丙丁。', '“丙丁”']], { ...options, uses: 4 })).grams[0],
		).toMatchObject({ freedom: 2, tied: 0.25 });
	});

	test('pairs are counted whatever their number', () => {
		const pairs = new Pairs();
		const numbers = Array.from({ length: 5000 }, (_, i) => i);
		for (let round = 0; round < 2; round++) expect(numbers.map(i => pairs.add(i % 97, i, i % 3))).toEqual(numbers);
		expect(pairs.size).toBe(5000);
		expect(pairs.at(4999)).toMatchObject({ count: 2, documents: 1, left: 4999 % 97, right: 4999 });
	});
});
