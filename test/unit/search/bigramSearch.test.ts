// Which passages a search finds, against looking into all of them.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PassageIndex } from '../../../src/core/search/bigramSearch';
import { compact } from '../../../src/core/text/compact';
import { fold } from '../../../src/core/text/fold';

const passages = [
	'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。',
	'發展新質生產力不是忽視、放棄傳統產業，要防止一哄而上、泡沫化，也不要搞一種模式。',
	'整合科技创新资源，引领发展战略性新兴产业和未来产业，加快形成新质生产力。',
	'国内生产总值达到63.6万亿元，比上年增长7.4%。',
	'提高科技成果转化和产业化水平，不断以新技术培育新产业、引领产业升级。',
	'Artificial Intelligence（AI）赋能千行百业',
	'',
];
const index = new PassageIndex(passages);
const found = (query: string, limit = 10) => index.searchNow(query, { limit }).map(hit => hit.passage);
const exact = (query: string) =>
	index
		.searchNow(query)
		.filter(hit => hit.exact)
		.map(hit => hit.passage);

describe('what is found', () => {
	test.each([
		['新质生产力', [0, 1, 2]],
		['新質生產力', [0, 1, 2]],
		['產業', [0, 1, 2, 4]],
		['化', [1, 4]],
		['业', [0, 1, 2, 4, 5]],
		['科技 产业', [0, 2, 4]],
		['新质生产力　模式', [0, 1]],
		['增长7.4%', [3]],
		['ＡＩ 赋能', [5]],
		['intelligence', [5]],
		['新动能是发展', [0]],
		['没有这样的话', []],
		['，。', []],
		['', []],
	])('%s', (query, expected) => {
		expect(exact(query).sort()).toEqual(expected);
	});

	test('one wrong character', () => {
		expect(found('新制生产力').sort()).toEqual([0, 1, 2]);
		expect(index.searchNow('一轰而上')[0]).toMatchObject({ passage: 1, exact: false });
	});

	test('a sentence misquoted', () => {
		expect(found('科技创新可以催生新产业、新模式和新动能，是发展新质生产力的核心要素')[0]).toBe(0);
		expect(found('提高科技成果转化率和产业化水平')[0]).toBe(4);
	});

	test('two words, one of them wrong', () => {
		expect(found('战略性薪兴产业 科技创新')[0]).toBe(2);
	});

	test('shorter passages say more of a word; equal ones stay in their order', () => {
		const three = new PassageIndex(['新质生产力很好很好', '新质生产力', '新质生产力很好很好']);
		expect(three.searchNow('生产力').map(hit => hit.passage)).toEqual([1, 0, 2]);
		expect(three.searchNow('生产力', { limit: 1 })).toHaveLength(1);
		expect(three.searchNow('生产力', { limit: 0 })).toEqual([]);
	});

	test('only what passes the filter', () => {
		expect(
			index
				.searchNow('新质生产力', { filter: passage => passage !== 0 })
				.filter(hit => hit.exact)
				.map(hit => hit.passage)
				.sort(),
		).toEqual([1, 2]);
		expect(index.searchNow('新制生产力', { filter: passage => passage === 2 }).map(hit => hit.passage)).toEqual([2]);
	});

	test('no passages, a query longer than any', () => {
		expect(new PassageIndex([]).searchNow('新质')).toEqual([]);
		expect(found('长'.repeat(5000))).toEqual([]);
	});
});

describe('search', () => {
	test('answers as searchNow does, letting others run', async () => {
		let pauses = 0;
		const polite = new PassageIndex(passages, { pause: async () => void pauses++ });
		expect(await polite.search('新制生产力')).toEqual(index.searchNow('新制生产力'));
		expect(pauses).toBeGreaterThan(0);
	});

	test('a cancelled search answers nothing and stops', async () => {
		const signal = { aborted: false };
		let pauses = 0;
		const polite = new PassageIndex(passages, {
			pause: async () => {
				pauses++;
				signal.aborted = true;
			},
		});
		expect(await polite.search('新质', { signal })).toEqual([]);
		expect(pauses).toBe(1);
	});
});

const text = fc.string({ unit: fc.constantFrom(...'新质質生产力业，a', '𠮷'), maxLength: 12 });

test('exact hits are the passages that hold every word', () => {
	fc.assert(
		fc.property(fc.array(text, { maxLength: 12 }), text, text, (all, one, other) => {
			const bare = (source: string) => compact(fold(source)).text;
			const words = [one, other].map(bare).filter(word => word !== '');
			const expected = all.flatMap((passage, at) =>
				words.length > 0 && words.every(word => bare(passage).includes(word)) ? [at] : [],
			);
			const hits = new PassageIndex(all)
				.searchNow(`${one} ${other}`, { limit: 50 })
				.filter(hit => hit.exact)
				.map(hit => hit.passage);
			expect(hits.sort((a, b) => a - b)).toEqual(expected);
		}),
		{ numRuns: 100 },
	);
});

test('segments are searched as one', () => {
	const many = Array.from({ length: 66_000 }, (_, at) => `第${at}号`);
	const large = new PassageIndex(many);
	expect(large.searchNow('第65999号').map(hit => hit.passage)[0]).toBe(65_999);
	expect(large.searchNow('第123号', { limit: 3 })[0]).toMatchObject({ passage: 123, exact: true });
	expect(large.size).toBe(66_000);
});
