import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../../../src/core/service';
import { shifted } from '../../../../src/editor/review/shift';

const finding = (start: number, end: number, at = start): Finding => ({
	code: 'quotation.differs',
	severity: 'warning',
	start,
	end,
	data: {
		source: 's',
		wording: '转',
		changes: [{ kind: 'replaced', start: at, end: at + 1, written: '改', original: '转' }],
	},
});
const spans = (all: readonly Finding[]) => all.map(({ start, end }) => [start, end]);

test('before an edit nothing moves, behind it everything moves along, with its changes', () => {
	const moved = shifted([finding(0, 4), finding(10, 14, 12)], [{ start: 5, length: 2, inserted: 5 }]);
	expect(spans(moved)).toEqual([
		[0, 4],
		[13, 17],
	]);
	expect(moved[1]?.data.changes).toEqual([{ kind: 'replaced', start: 15, end: 16, written: '改', original: '转' }]);
});

test('what an edit touches inside is no longer known; at its edges it stays', () => {
	expect(spans(shifted([finding(10, 14)], [{ start: 11, length: 0, inserted: 1 }]))).toEqual([]);
	expect(spans(shifted([finding(10, 14)], [{ start: 8, length: 3, inserted: 0 }]))).toEqual([]);
	expect(spans(shifted([finding(10, 14)], [{ start: 14, length: 0, inserted: 3 }]))).toEqual([[10, 14]]);
	expect(spans(shifted([finding(10, 14)], [{ start: 10, length: 0, inserted: 3 }]))).toEqual([[13, 17]]);
	expect(spans(shifted([finding(10, 14)], [{ start: 0, length: 100, inserted: 0 }]))).toEqual([]);
});

test('several cursors: changes from the end to the beginning, as the editor gives them', () => {
	expect(
		spans(
			shifted(
				[finding(4, 6), finding(10, 12)],
				[
					{ start: 8, length: 0, inserted: 2 },
					{ start: 0, length: 1, inserted: 0 },
				],
			),
		),
	).toEqual([
		[3, 5],
		[11, 13],
	]);
});

test('whatever is edited, a finding that stays still covers the same words', () => {
	fc.assert(
		fc.property(
			fc.string({ minLength: 1, maxLength: 40 }),
			fc.nat(40),
			fc.nat(10),
			fc.array(fc.record({ at: fc.nat(60), length: fc.nat(8), text: fc.string({ maxLength: 6 }) }), { maxLength: 4 }),
			(text, from, size, edits) => {
				const start = Math.min(from, text.length);
				const end = Math.min(text.length, start + size);
				let now = text;
				const changes = edits.map(edit => {
					const at = Math.min(edit.at, now.length);
					const length = Math.min(edit.length, now.length - at);
					now = now.slice(0, at) + edit.text + now.slice(at + length);
					return { start: at, length, inserted: edit.text.length };
				});
				for (const one of shifted([finding(start, end)], changes))
					expect(now.slice(one.start, one.end)).toBe(text.slice(start, end));
			},
		),
	);
});
