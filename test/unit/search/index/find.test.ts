// What an index finds: the same as the index in memory, in the same order; filters, other wordings, uses.

import { describe, expect, test } from 'vitest';
import { findPassages } from '../../../../src/core/search/index/find';
import { MemoryStore } from '../../../../src/core/search/index/store';
import { shippedWords } from '../../../support/shippedWords';
import { mentionOf, timelineOf } from '../../../../src/core/search/index/uses';
import { finish } from '../../../../src/core/search/steps';
import { sample, indexOf } from './documents';

const index = indexOf(sample);
const find = (text: string, more: object = {}) => findPassages(index.hold(), { text, ...more });
const places = (text: string, more: object = {}) => find(text, more).map(hit => `${hit.document} ${hit.paragraph}`);

describe('what is found', () => {
	test.each([
		['新质生产力', ['a.md 1', 'a.md 2', 'c.md 2']],
		['新質生產力', ['a.md 1', 'a.md 2', 'c.md 2']],
		['化', ['a.md 2', 'b.md 3']],
		['百', ['c.md 1']],
		['科技 产业', ['a.md 1', 'b.md 3', 'c.md 2']],
		['业 力', ['a.md 1', 'a.md 2', 'c.md 2']],
		['增长7.4%', ['b.md 1']],
		['ＡＩ 赋能', ['c.md 1']],
		['新动能是发展', ['a.md 1']],
		['没有这样的话', []],
		['，。', []],
		['', []],
	])('%s', (text, expected) => {
		expect(
			find(text)
				.filter(hit => hit.exact)
				.map(hit => `${hit.document} ${hit.paragraph}`)
				.sort(),
		).toEqual(expected);
	});

	test('a hit tells the passage as it reads, and of which document it is', () => {
		expect(find('防止一哄而上')[0]).toEqual({
			document: 'a.md',
			source: 'a-2024',
			title: '甲',
			date: '2024-02-14',
			paragraph: 2,
			text: sample[0]!.paragraphs[1],
			exact: true,
			wording: '防止一哄而上',
			score: expect.any(Number) as number,
		});
		expect(find('千行百业')[0]).not.toHaveProperty('date');
	});

	test('one wrong character; a sentence misquoted; two words, one of them wrong', () => {
		expect(places('新制生产力').sort()).toEqual(['a.md 1', 'a.md 2', 'c.md 2']);
		expect(find('一轰而上')[0]).toMatchObject({ document: 'a.md', paragraph: 2, exact: false });
		expect(places('科技创新可以催生新产业、新模式和新动能，是发展新质生产力的核心要素')[0]).toBe('a.md 1');
		expect(places('战略性薪兴产业 科技创新')[0]).toBe('c.md 2');
	});

	test('only in documents that a filter lets through', () => {
		expect(places('产业', { from: 2016, to: 2016 })).toEqual(['b.md 3']);
		expect(places('产业', { from: 2017 }).sort()).toEqual(['a.md 1', 'a.md 2']);
		expect(places('产业', { documents: ['c.md', 'x.md'] })).toEqual(['c.md 2']);
		expect(places('产业', { sources: ['a-2024'] }).sort()).toEqual(['a.md 1', 'a.md 2']);
		expect(places('新制生产力', { sources: ['c'] })).toEqual(['c.md 2']);
	});

	test('pinyin finds what the term it stands for finds, behind what holds the letters themselves', () => {
		expect(find('xzscl')).toEqual([]);
		const hits = find('ai', { instead: ['新质生产力', '爱'] }).map(
			hit => `${hit.document} ${hit.paragraph} ${hit.wording}`,
		);
		expect(hits[0]).toBe('c.md 1 ai');
		expect(hits.slice(1).sort()).toEqual(['a.md 1 新质生产力', 'a.md 2 新质生产力', 'c.md 2 新质生产力']);
		expect(places('xzscl', { instead: ['新质生产力'] }).sort()).toEqual(['a.md 1', 'a.md 2', 'c.md 2']);
	});
});

test('the shortest that hold the words come first however many there are', () => {
	const paragraphs = Array.from(
		{ length: 6000 },
		(_, at) => `${'长'.repeat((at * 7919) % 200)}新质生产力${at % 3 === 0 ? '' : '质新力产'}`,
	);
	const lengths = paragraphs.map(one => one.length).sort((a, b) => a - b);
	for (const query of ['新质生产力', '质生'])
		for (const left of [1_000_000, 0]) {
			const many = indexOf([{ name: 'x', version: '1', source: 'x', title: '', paragraphs }], new MemoryStore(), {
				left,
			});
			expect(findPassages(many.hold(), { text: query, limit: 100 }).map(hit => hit.text.length)).toEqual(
				lengths.slice(0, 100),
			);
		}
});

test('of pairs that all stand there, but not as the word, the search looks on until it has enough', () => {
	const paragraphs = [...Array.from({ length: 500 }, () => '甲乙丙乙丙丁'), '甲乙丙丁戊己庚辛'];
	const one = indexOf([{ name: 'x', version: '1', source: 'x', title: '', paragraphs }]);
	expect(findPassages(one.hold(), { text: '甲乙丙丁' })[0]).toMatchObject({ paragraph: 501, exact: true });
});

test('a short name is in no document that has it only across words', () => {
	const documents = ['提高企业效益。', '提高企业效益，培育高企。', '扩大开放。'].map((text, at) => ({
		name: `${at}.md`,
		version: '1',
		source: `s${at}`,
		title: '',
		paragraphs: [text],
	}));
	const some = indexOf(documents);
	expect(finish(mentionOf(some.hold(), '高企', {})).documents).toBe(2);
	expect(finish(mentionOf(some.hold(), '高企', { common: shippedWords() })).documents).toBe(1);
	expect(finish(mentionOf(some.hold(), '开放', { common: shippedWords() })).documents).toBe(1);
});

describe('where words stand', () => {
	test('in how many documents, the first and the last of known date', () => {
		expect(finish(mentionOf(index.hold(), '产业', {}))).toEqual({
			documents: 3,
			first: { document: 'b.md', source: 'b-2016', title: '乙', date: '2016-03' },
			last: { document: 'a.md', source: 'a-2024', title: '甲', date: '2024-02-14' },
		});
		expect(finish(mentionOf(index.hold(), '新质生产力', { from: 2020 }))).toMatchObject({ documents: 1 });
		expect(finish(mentionOf(index.hold(), '没有的话', {}))).toEqual({ documents: 0 });
		expect(finish(mentionOf(index.hold(), '', {}))).toEqual({ documents: 0 });
	});

	test('how often, in which year', () => {
		const timeline = finish(timelineOf(index.hold(), '產業', {}));
		expect(
			timeline.documents.map(({ document, uses, passages, paragraph }) => [document, uses, passages, paragraph]),
		).toEqual([
			['b.md', 3, 1, 3],
			['a.md', 2, 2, 1],
			['c.md', 4, 1, 2],
		]);
		expect(timeline).toMatchObject({
			uses: 9,
			years: [
				{ year: 2016, uses: 3, documents: 1 },
				{ year: 2024, uses: 2, documents: 1 },
			],
		});
	});
});
