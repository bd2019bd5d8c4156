// A closing mark typed where one stands already: which of the two goes.
import { expect, test } from 'vitest';
import { doubledMark, writtenAt } from '../../../../src/editor/terms/doubledMark';

test.each([
	['behind the mark that was taken with the words', '他说：“创新。””', 8, 1, 8],
	['before the mark that stood there', '他说：“创新””', 6, 1, 7],
	['another mark', '他说：“创新。”》', 8, 1, undefined],
	['letters of an input method', '他说：“创新。”yinhao', 8, 6, undefined],
	['nothing as yet', '他说：“创新。””', 8, 0, undefined],
	['where none stands', '他说：“创新”', 6, 1, undefined],
])('%s', (_, line, place, written, done) => expect(doubledMark(line, place, written, '”')).toBe(done));

test('an input method writes letters first and the mark over them', () => {
	const first = writtenAt(8, 0, { text: 'yin', character: 8, replaced: 0 });
	expect(first).toBe(3);
	expect(writtenAt(8, first!, { text: '”', character: 8, replaced: 3 })).toBe(1);
	expect(writtenAt(8, 0, { text: '”', character: 8, replaced: 2 })).toBeUndefined();
	expect(writtenAt(8, 1, { text: '”', character: 9, replaced: 0 })).toBeUndefined();
});
