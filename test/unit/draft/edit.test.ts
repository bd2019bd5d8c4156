// Edits put in order, put together and taken back, and what makes one whole: no half of a character, of an emoji or of a line end.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	applyEdits,
	composed,
	faultOf,
	inOrder,
	inverseOf,
	wayBack,
	wholeEdits,
	type Edit,
} from '../../../src/core/draft/edit';
import { boundaryBefore, boundaryBehind, isBoundary } from '../../../src/core/text/graphemes';

const joined = [
	'🔴',
	'🟢',
	'🟡',
	'👨‍👩‍👧',
	'👍🏽',
	'🇨🇳',
	'🇨',
	'✈️',
	'e\u0301',
	'か\u3099',
	'𠮷',
	'𠮶',
	'\r\n',
	'각',
	'क्षि',
	'1️⃣',
];
const bits = fc.constantFrom(
	...joined,
	'甲',
	'，',
	'a',
	' ',
	'\n',
	'\r',
	'\t',
	'\u200d',
	'\ufe0f',
	'\ud83d',
	'\udd34',
	'[^1]',
	'\u0600',
);
const texts = fc.array(bits, { maxLength: 14 }).map(all => all.join(''));

/** Edits of a text, in order, at any offset. */
const editsOf = (text: string) =>
	fc
		.array(fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.constantFrom('', 'x', '🟢', '乙丙', '\r\n')), {
			maxLength: 4,
		})
		.map(all => {
			const out: Edit[] = [];
			for (const [a, b, words] of all.sort((one, other) => Math.min(one[0], one[1]) - Math.min(other[0], other[1]))) {
				const [start, end] = [Math.min(a, b), Math.max(a, b)];
				if (start >= (out.at(-1)?.end ?? 0)) out.push({ start, end, text: words });
			}
			return inOrder(out);
		});
const edited = texts.chain(text => fc.tuple(fc.constant(text), editsOf(text)));

describe('boundaries', () => {
	test.each(joined)('%j is one', text => {
		for (const [before, behind] of [
			['', ''],
			['甲', '乙'],
			['🔴', '🔴'],
			['a', 'a'],
			['\n', '\n'],
		] as const) {
			if (text === '\r\n' && behind === '\n') continue;
			const whole = before + text + behind;
			const inner = Array.from({ length: text.length - 1 }, (_, at) => isBoundary(whole, before.length + at + 1));
			expect(inner.every(one => !one)).toBe(true);
			if (text !== '🇨')
				expect(isBoundary(whole, before.length) && isBoundary(whole, before.length + text.length)).toBe(true);
		}
	});

	test('as the whole text is read', () => {
		const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
		fc.assert(
			fc.property(texts, text => {
				const starts = new Set([...segmenter.segment(text)].map(one => one.index)).add(text.length).add(0);
				for (let at = 0; at <= text.length; at++) {
					expect(isBoundary(text, at)).toBe(starts.has(at));
					expect(starts.has(boundaryBefore(text, at)) && starts.has(boundaryBehind(text, at))).toBe(true);
				}
			}),
			{ numRuns: 400 },
		);
	});
});

test('two lists of edits as one do what both do', () => {
	const both = edited.chain(([text, first]) =>
		fc.tuple(fc.constant(text), fc.constant(first), editsOf(applyEdits(text, first))),
	);
	fc.assert(
		fc.property(both, ([text, first, second]) => {
			const one = composed(text, first, second);
			expect(applyEdits(text, one)).toBe(applyEdits(applyEdits(text, first), second));
			expect(faultOf(text, wholeEdits(text, one))).toBeUndefined();
		}),
		{ numRuns: 1000 },
	);
	expect(composed('甲[@a]乙', [{ start: 1, end: 5, text: '[^a]' }], [{ start: 3, end: 4, text: '1' }])).toEqual([
		{ start: 1, end: 5, text: '[^1]' },
	]);
	expect(composed('甲', [{ start: 0, end: 0, text: '乙' }], [{ start: 0, end: 1, text: '' }])).toEqual([]);
});

test('edits taken back give the text', () => {
	fc.assert(
		fc.property(edited, ([text, edits]) => {
			expect(applyEdits(applyEdits(text, edits), inverseOf(text, edits))).toBe(text);
		}),
		{ numRuns: 300 },
	);
});

test('the way back leads to the text, also where the editor has line ends of its own', () => {
	const withEnd = (text: string, end: string) => text.replace(/\r\n|\r|\n/g, end);
	const drafts = fc
		.tuple(texts, fc.constantFrom('\n', '\r\n'))
		.map(([text, end]) => [`${withEnd(text, end)}${end}`, end] as const)
		.chain(([text, end]) => fc.tuple(fc.constant(text), fc.constant(end), editsOf(text)));
	fc.assert(
		fc.property(drafts, ([text, end, some]) => {
			const edits = wholeEdits(text, some).map(edit => ({ ...edit, text: `${edit.text}\n` }));
			const after = applyEdits(
				text,
				edits.map(edit => ({ ...edit, text: withEnd(edit.text, end) })),
			);
			const back = wayBack(text, edits, after) ?? [];
			expect(applyEdits(after, back)).toBe(text);
			expect(faultOf(after, back)).toBeUndefined();
		}),
		{ numRuns: 300 },
	);
	expect(wayBack('甲', [{ start: 0, end: 0, text: '乙' }], '丙甲')).toBeUndefined();
});

test('made whole they do the same, and none cuts a character', () => {
	fc.assert(
		fc.property(edited, ([text, edits]) => {
			const whole = wholeEdits(text, edits);
			expect(applyEdits(text, whole)).toBe(applyEdits(text, edits));
			expect(faultOf(text, whole)).toBeUndefined();
		}),
		{ numRuns: 1000 },
	);
});

test.each<[string, string, readonly Edit[], ReturnType<typeof faultOf>]>([
	['between the halves of an emoji', '🔴', [{ start: 1, end: 2, text: '' }], { code: 'inside', at: 1 }],
	['within a family', '👨‍👩‍👧', [{ start: 0, end: 2, text: '' }], { code: 'inside', at: 2 }],
	['within a flag', '🇨🇳', [{ start: 2, end: 4, text: '' }], { code: 'inside', at: 2 }],
	['before a mark of a letter', 'e\u0301', [{ start: 0, end: 1, text: '' }], { code: 'inside', at: 1 }],
	['within a line end', '\r\n', [{ start: 1, end: 1, text: 'x' }], { code: 'inside', at: 1 }],
	[
		'two at once',
		'甲乙丙',
		[
			{ start: 0, end: 2, text: '' },
			{ start: 1, end: 3, text: '' },
		],
		{ code: 'order', at: 1 },
	],
	['backward', '甲乙丙', [{ start: 2, end: 1, text: '' }], { code: 'outside', at: 2 }],
	['beyond the end', '甲', [{ start: 1, end: 2, text: '' }], { code: 'outside', at: 1 }],
	[
		'whole',
		'甲🔴乙',
		[
			{ start: 1, end: 3, text: '' },
			{ start: 3, end: 3, text: 'x' },
		],
		undefined,
	],
])('a fault of edits: %s', (_, text, edits, fault) => expect(faultOf(text, edits)).toEqual(fault));
