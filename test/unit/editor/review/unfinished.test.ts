// Holds where a quotation that is being written is said to go on.
import { expect, test } from 'vitest';
import { isEndOpen } from '../../../../src/editor/review/unfinished';

test.each([
	['：“', ''],
	['：“', '，'],
	['：“', '。'],
	['「', '；'],
	['『', '……'],
	['：``', '。'],
	['"', ''], // in marks, until they are closed
	['强调，', ''],
	['强调，', '，'],
	['', '、'], // without, until the sentence ends
])('after %s … %s words may follow', (before, behind) => {
	for (const next of ['', '”', '\n', '后']) expect(isEndOpen(before, behind, next)).toBe(true);
	expect(isEndOpen(before, behind, '。')).toBe(false);
});

test.each([
	['：“', '”'],
	['：“', '。”'],
	['「', '」'],
	['『', '』。'],
	['：``', "。''"],
	['"', '"'],
	['：“', '\n'],
	['：“', '他'],
	['强调，', '。'],
	['强调，', '；'],
	['强调，', '\n'],
	['强调，', '。）'],
])('after %s … %s nothing is waited for', (before, behind) => expect(isEndOpen(before, behind, '')).toBe(false));
