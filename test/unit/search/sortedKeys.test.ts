// Keys by their beginnings, against sorting and filtering all of them.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KeyIndex } from '../../../src/core/search/sortedKeys';

describe('prefix', () => {
	const index = KeyIndex.of(['数字经济', '数字', '数据要素', '', '数字'].map((key, item) => ({ key, item })));

	test('finds keys that begin so, in order, equal ones by their place', () => {
		expect(index.prefix('数字', 10)).toEqual([1, 4, 0]);
		expect(index.prefix('数', 2)).toEqual([1, 4]);
		expect(index.prefix('数字经济学', 10)).toEqual([]);
		expect(index.size).toBe(4);
	});

	test('nothing in an empty index', () => {
		expect(KeyIndex.of([]).prefix('数', 10)).toEqual([]);
		expect(KeyIndex.of([]).longest).toBe(0);
	});
});

test('inner keys reach to the end of their text; the offset follows from their length', () => {
	const texts = ['新质生产力', '生产关系'];
	const index = KeyIndex.inner(texts, 2);
	const { from, to } = index.range('生产');
	expect(to - from).toBe(1);
	expect(texts[index.item(from)]!.length - index.keyLength(from)).toBe(2);
	expect(index.prefix('关', 10)).toEqual([1]);
	expect(index.prefix('系', 10)).toEqual([]);
	expect(index.prefix('新质', 10)).toEqual([]);
});

const key = fc.string({ unit: fc.constantFrom('新', '质', 'a', '\ud842', '\udfb7', '\uffff'), maxLength: 5 });

test('ranges are those of a sorted list', () => {
	fc.assert(
		fc.property(fc.array(key, { maxLength: 40 }), key, (keys, query) => {
			const index = KeyIndex.of(keys.map((text, item) => ({ key: text, item })));
			const { from, to } = index.range(query);
			const found = Array.from({ length: to - from }, (_, at) => index.item(from + at));
			const expected = keys
				.map((text, item) => ({ text, item }))
				.filter(({ text }) => text !== '' && text.startsWith(query));
			expected.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.item - b.item));
			expect(found).toEqual(expected.map(({ item }) => item));
		}),
		{ numRuns: 200 },
	);
});
