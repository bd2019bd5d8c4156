// Which terms are found by what is typed, at the end of a line and as a query of its own.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMisspelt } from '../../../src/core/search/misspelt';
import type { TermEntry } from '../../../src/core/search/termHits';
import { TermIndex, type CompleteOptions } from '../../../src/core/search/termSearch';

const entry = (form: string, full: string, initials: string, more: Partial<TermEntry> = {}): TermEntry => ({
	forms: [form],
	full: [full],
	initials: [initials],
	weight: 1,
	...more,
});

const entries: TermEntry[] = [
	entry('新质生产力', 'xinzhishengchanli', 'xzscl', { english: 'new quality productive forces', weight: 80 }),
	entry('新兴产业', 'xinxingchanye', 'xxcy', { weight: 27 }),
	entry('战略性新兴产业', 'zhanlvexingxinxingchanye', 'zlxxxcy', { weight: 17 }),
	entry('先进生产力', 'xianjinshengchanli', 'xjscl', { weight: 3 }),
	entry('人工智能', 'rengongzhineng', 'rgzn', {
		forms: ['人工智能', 'AI'],
		english: 'artificial intelligence',
		weight: 15,
	}),
	entry('數字經濟', 'shuzijingji', 'szjj', { weight: 11 }),
	entry('高质量发展', 'gaozhiliangfazhan', 'gzlfz', { weight: 12 }),
	entry('5G网络', '5gwangluo', '5gwl'),
];
const index = new TermIndex(entries);

const complete = (before: string, options?: CompleteOptions) =>
	index
		.complete(before, 10, options)
		.map(({ hit, matched }) => `${entries[hit.term]!.forms[hit.form]} ${hit.how} ${matched}`);
const lookup = (query: string) =>
	index.lookup(query, 10).map(hit => `${entries[hit.term]!.forms[hit.form]} ${hit.how}`);

describe('complete', () => {
	test.each([
		['要加快发展新质', ['新质生产力 prefix 2']],
		['推动生产力', ['新质生产力 inner 3', '先进生产力 inner 3']],
		['要發展「新質', ['新质生产力 prefix 2']],
		['发展xzscl', ['新质生产力 initials 5']],
		['发展ｘｉｎｚｈｉ', ['新质生产力 pinyin 6']],
		['发展，gzl', ['高质量发展 initials 3']],
		['new quality prod', ['新质生产力 english 16']],
		['把Productive f', ['新质生产力 english 12']],
		['发展数字', ['數字經濟 prefix 2']],
		['用A', []],
		['用AI', ['AI prefix 2']],
		['建5G网', ['5G网络 prefix 3']],
	])('%s', (before, expected) => {
		expect(complete(before)).toEqual(expected);
	});

	test('a longer match comes before a shorter one, the start of a term before an inner part', () => {
		expect(complete('战略性新兴')).toEqual(['战略性新兴产业 prefix 5', '新兴产业 prefix 2']);
		expect(complete('培育新兴')).toEqual(['新兴产业 prefix 2', '战略性新兴产业 inner 2']);
	});

	test('a term that stands there in full is among them, but is not taken apart', () => {
		expect(complete('发展新质生产力')).toEqual(['新质生产力 prefix 5']);
		const used = new TermIndex([
			entry('生产', '', '', { weight: 0 }),
			entry('生产力', '', '', { weight: 9 }),
			entry('新质生产', '', ''),
		]);
		expect(used.complete('新质生产', 1).map(({ hit, matched }) => [hit.term, matched])).toEqual([[2, 4]]);
		expect(used.complete('搞生产', 1).map(({ hit }) => hit.term)).toEqual([1]);
	});

	test('letters count where a word begins, and from three on', () => {
		expect(complete('axzscl')).toEqual([]);
		expect(complete('发展xz')).toEqual([]);
		expect(complete('MAI')).toEqual([]);
		expect(complete(`${'a'.repeat(80)}xzscl`)).toEqual([]);
		expect(complete('发展xz', { minLetters: 2 })).toEqual(['新质生产力 initials 2']);
		expect(complete('发展xzscl', { pinyin: false })).toEqual([]);
	});

	test.each([
		['发展新质生产利', '新质生产力 fuzzy 5'],
		['发展新制生产', '新质生产力 fuzzy 4'],
		['战略新兴产业', '战略性新兴产业 fuzzy 6'],
		['高质量展发', '高质量发展 fuzzy 5'],
	])('one wrong character: %s', (before, first) => {
		expect(complete(before)[0]).toBe(first);
	});

	test('what goes on behind a term is no misspelling', () => {
		for (const before of ['新质生产力的', '人工智能的', '高质量发展好']) expect(complete(before), before).toEqual([]);
		expect(complete('发展新质生产利', { fuzzy: false })).toEqual([]);
	});

	test('one Han character only when asked for', () => {
		expect(complete('要加快发展新')).toEqual([]);
		expect(complete('要加快发展新', { minPrefix: 1 })).toEqual(['新质生产力 prefix 1', '新兴产业 prefix 1']);
	});

	test('nothing for nothing, marks, halves of characters', () => {
		for (const before of ['', '。', '新质，', '\ud842', '新质\udfb7', ' '])
			expect(complete(before), JSON.stringify(before)).toEqual([]);
		expect(new TermIndex([]).complete('新质', 10)).toEqual([]);
	});

	test('what it takes up stands before the cursor', () => {
		const before = fc.string({
			unit: fc.constantFrom(...'新质生产力兴业战略性AIxzscl5G网，', '\ud842'),
			maxLength: 12,
		});
		fc.assert(
			fc.property(before, text => {
				const found = index.complete(text, 20);
				expect(new Set(found.map(({ hit }) => hit.term)).size).toBe(found.length);
				for (const { hit, matched } of found) {
					expect(matched).toBeLessThanOrEqual(text.length);
					const typed = text.slice(text.length - matched).toLowerCase();
					const form = entries[hit.term]!.forms[hit.form]!.toLowerCase();
					if (hit.how === 'prefix' || hit.how === 'inner')
						expect(form.slice(hit.start)).toMatch(new RegExp(`^${typed}`));
					if (hit.how === 'fuzzy') expect(isMisspelt(typed, form)).toBe(true);
				}
			}),
			{ numRuns: 100 },
		);
	});
});

describe('lookup', () => {
	test.each([
		['新质', ['新质生产力 prefix']],
		['生產力', ['新质生产力 inner', '先进生产力 inner']],
		['xzscl', ['新质生产力 initials']],
		['xin zhi sheng', ['新质生产力 pinyin']],
		['forces', ['新质生产力 english']],
		['力', ['新质生产力 inner', '先进生产力 inner']],
		['ai', ['AI prefix']],
		['', []],
	])('%s', (query, expected) => {
		expect(lookup(query).filter(hit => !hit.endsWith('fuzzy'))).toEqual(expected);
	});

	test('one wrong character', () => {
		expect(lookup('新制生产力')[0]).toBe('新质生产力 fuzzy');
		expect(lookup('人工只能')[0]).toBe('人工智能 fuzzy');
	});

	test('answers as many as asked for', () => {
		expect(index.lookup('产', 1)).toHaveLength(1);
		expect(index.lookup('产', 0)).toEqual([]);
	});
});

describe('isMisspelt', () => {
	test.each([
		['新制生产力', true],
		['新质生产利', true],
		['新质产力', true],
		['新质质生产', true],
		['新生质产力', true],
		['心质生产', true],
		['新质生产', false],
		['新质生产力', false],
		['新质生产力量', false],
		['更新质生产力', false],
		['新制生产利', false],
		['', false],
	])('%s', (typed, expected) => {
		expect(isMisspelt(typed, '新质生产力')).toBe(expected);
	});
});
