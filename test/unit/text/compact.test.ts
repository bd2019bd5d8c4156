// What is left without marks and spaces, and where it stood.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compact } from '../../../src/core/text/compact';

test.each([
	['高端化、智能化、绿色化。', '高端化智能化绿色化'],
	['增长 7.4%（GDP）', '增长74GDP'],
	['各位代表：\u200d\n\n现在，', '各位代表现在'],
	['〇一〇', '〇一〇'],
	['𠮷林😀\ud842。', '𠮷林'],
	['', ''],
	['。', ''],
	['新质', '新质'],
])('%s', (text, expected) => {
	expect(compact(text).text).toBe(expected);
});

test('offsets lead back to the same characters, and one past the end', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: fc.constantFrom(...'新质a1，。 \n\u200b', '𠮷', '😀', '\ud842', '\udfb7'), maxLength: 40 }),
			source => {
				const { text, offsets } = compact(source);
				expect(offsets).toHaveLength(text.length + 1);
				expect(offsets[text.length]).toBe(source.length);
				for (let at = 0; at < text.length; at++) {
					expect(source[offsets[at]!]).toBe(text[at]);
					expect(offsets[at + 1]!).toBeGreaterThan(offsets[at]!);
				}
				expect(text).toBe([...source].filter(character => /[\p{L}\p{N}]/u.test(character)).join(''));
			},
		),
	);
});
