// Holds that cursors land behind what was inserted whatever the line ends are.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeAfter } from '../../../../src/editor/base/placeAfter';

test.each([
	[
		'要发展。',
		[
			{ start: 3, end: 3, text: '[^a]' },
			{ start: 4, end: 4, text: '\n\n[^a]: 甲.' },
		],
		7,
		{ line: 0, character: 7 },
	],
	['甲\r\n乙', [{ start: 4, end: 4, text: '[^a]' }], 8, { line: 1, character: 5 }],
	[
		'[^b]: 乙.\n正文',
		[
			{ start: 8, end: 8, text: '\n[^a]: 甲.' },
			{ start: 11, end: 11, text: '[^a]' },
		],
		24,
		{ line: 2, character: 6 },
	],
	['', [], 5, { line: 0, character: 0 }],
])('%j', (text, edits, offset, place) => {
	expect(placeAfter(text, edits, offset)).toEqual(place);
});

test('the text before the place is the same with any line ends', () => {
	const words = fc.array(fc.constantFrom('新', '\n', 'ab', '𠮷'), { maxLength: 30 }).map(parts => parts.join(''));
	fc.assert(
		fc.property(words, words, fc.nat(40), fc.nat(80), (text, inserted, where, offset) => {
			const start = Math.min(where, text.length);
			const after = text.slice(0, start) + inserted + text.slice(start);
			const at = Math.min(offset, after.length);
			const { line, character } = placeAfter(text, [{ start, end: start, text: inserted }], at);
			const windows = after.replaceAll('\n', '\r\n').split('\r\n');
			expect([...windows.slice(0, line), windows[line]?.slice(0, character)].join('\n')).toBe(after.slice(0, at));
		}),
	);
});
