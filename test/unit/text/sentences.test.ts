// Where sentences and clauses of Chinese prose end.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauses, sentences } from '../../../src/core/text/sentences';

const parts = (text: string, split: typeof sentences = sentences) =>
	split(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
	test.each([
		['科技创新是核心要素。要防止一哄而上！', ['科技创新是核心要素。', '要防止一哄而上！']],
		['他说：“要稳。”大家同意。', ['他说：“要稳。”', '大家同意。']],
		['（见附件。）第二句', ['（见附件。）', '第二句']],
		['一是稳；二是进……三是好？！', ['一是稳；', '二是进……', '三是好？！']],
		['标题没有句号\n正文有。\r\n\r\n　　下一段', ['标题没有句号', '正文有。', '下一段']],
		['增长2.5%.下一句;再下一句!', ['增长2.5%.下一句;', '再下一句!']],
		['他强调."要稳."然后', ['他强调.', '"要稳."', '然后']],
		['今年发展.明年', ['今年发展.', '明年']],
		['1.发展产业', ['1.发展产业']],
		['见 e.g. AI; 10:30', ['见 e.g. AI; 10:30']],
		['', []],
		[' \n　', []],
	])('%s', (text, expected) => {
		expect(parts(text)).toEqual(expected);
	});
});

test('clauses end at commas and colons too, not at 、', () => {
	expect(parts('要培育新产业、新模式,同时坚持：一是稳，二是进。', clauses)).toEqual([
		'要培育新产业、新模式,',
		'同时坚持：',
		'一是稳，',
		'二是进。',
	]);
	expect(parts('增长1,000亿元,同比增长', clauses)).toEqual(['增长1,000亿元,', '同比增长']);
});

test('spans are in order, within the text, and leave out only space', () => {
	const text = fc.string({ unit: fc.constantFrom(...'稳进a1。！？；…，：.,!"”“） \n\r　、', '\ud842'), maxLength: 30 });
	fc.assert(
		fc.property(text, source => {
			for (const spans of [sentences(source), clauses(source)]) {
				let last = 0;
				for (const { start, end } of spans) {
					expect(source.slice(last, start).trim()).toBe('');
					expect(end).toBeGreaterThan(start);
					last = end;
				}
				expect(source.slice(last).trim()).toBe('');
			}
		}),
	);
});
