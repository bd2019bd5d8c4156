// A paragraph that grows by lines: the same text, end and length as one that is put together at every line.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowingText } from '../../../../src/core/documents/plain/growingText';

test('reads as the lines put together, whatever is cut and stands between', () => {
	const line = fc.string({ unit: fc.constantFrom('字', 'a', '-', '\u00AD', '。', '👍'), minLength: 1, maxLength: 90 });
	fc.assert(
		fc.property(
			line,
			fc.array(fc.record({ line, between: fc.constantFrom('', ' '), cut: fc.constantFrom(0, 1) }), { maxLength: 30 }),
			(first, more) => {
				const growing = new GrowingText(first);
				let text = first;
				for (const { line: next, between, cut } of more) {
					growing.add(next, between, cut);
					text = text.slice(0, text.length - cut) + between + next;
					expect(text.endsWith(growing.tail) && growing.tail.length >= Math.min(text.length, 63)).toBe(true);
				}
				expect(growing.text).toBe(text);
				expect(growing.length).toBe(text.length);
			},
		),
		{ seed: 8, numRuns: 300 },
	);
});

test('a short text shows itself, a long one its last line', () => {
	const growing = new GrowingText('甲'.repeat(300));
	growing.add('乙'.repeat(200));
	expect(growing.sample).toBe(growing.text);
	growing.add('丙');
	expect(growing.sample).toBe('丙');
});
