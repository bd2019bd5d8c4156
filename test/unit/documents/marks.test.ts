// Marks and script of copied text, one character for one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTraditional, simplify, widenMarks } from '../../../src/core/documents/marks';

test.each([
	['强调,要坚持:一是创新;二是绿色?', '强调，要坚持：一是创新；二是绿色？'],
	['大数据、5G,工业互联网', '大数据、5G，工业互联网'],
	['产值1,200亿元,增长3.5%,其中', '产值1,200亿元，增长3.5%，其中'],
	['时间05:21:00', '时间05:21:00'],
	['见 https://www.gov.cn/a?b=1,c', '见 https://www.gov.cn/a?b=1,c'],
	['《群众》(思想理论版)', '《群众》（思想理论版）'],
	['人工智能(AI)技术', '人工智能（AI）技术'],
	['(作者系市委书记)', '（作者系市委书记）'],
	['f(x) and (y)', 'f(x) and (y)'],
	['Hello, world; (again)!', 'Hello, world; (again)!'],
	['“人工智能+”,开展(一', '“人工智能+”，开展(一'],
	['他说:“好!”', '他说：“好！”'],
])('%s', (text, expected) => {
	expect(widenMarks(text)).toBe(expected);
});

test('the length stays, and doing it twice changes nothing more', () => {
	fc.assert(
		fc.property(
			fc
				.array(fc.constantFrom('词', 'a', '1', ',', ':', ';', '(', ')', '?', '!', '“', '”', ' ', '😀', '/'), {
					maxLength: 30,
				})
				.map(list => list.join('')),
			text => {
				const once = widenMarks(text);
				expect(once.length).toBe(text.length);
				expect(simplify(once).length).toBe(text.length);
			},
		),
	);
});

test('script is told by characters that differ', () => {
	expect(isTraditional('發展新質生產力')).toBe(true);
	expect(isTraditional('发展新质生产力，著名品牌覆盖')).toBe(false);
	expect(isTraditional('abc 123')).toBe(false);
	expect(simplify('發展「新質生產力」，AI制造 Ａ')).toBe('发展「新质生产力」，AI制造 Ａ');
});
