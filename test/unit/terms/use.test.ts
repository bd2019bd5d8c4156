import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../../src/core/draft/lineRegions';
import { TermUse } from '../../../src/core/terms/use';

/** Every digit of a line is a term of that number. */
const spot = (line: string) => [...line].filter(c => c >= '0' && c <= '9').map(Number);

test('after any edit the counts are those of a draft counted anew', () => {
	const line = fc.stringMatching(/^[0-3x]{0,5}$/);
	fc.assert(
		fc.property(
			fc.array(line, { minLength: 1, maxLength: 8 }),
			fc.boolean(),
			fc.array(fc.tuple(fc.nat(7), fc.nat(3), fc.array(line, { minLength: 1, maxLength: 3 })), { maxLength: 4 }),
			(lines, early, edits) => {
				const text = [...lines];
				const use = new TermUse(
					{
						get count() {
							return text.length;
						},
						line: i => text[i] ?? '',
					},
					spot,
				);
				if (early) use.count(0);
				for (const [at, more, inserted] of edits) {
					const start = Math.min(at, text.length - 1);
					const removed = Math.min(more + 1, text.length - start);
					text.splice(start, removed, ...inserted);
					use.change(start, removed, inserted.length);
				}
				const fresh = new TermUse(linesOf(text.join('\n')), spot);
				for (let term = 0; term < 4; term++) expect(use.count(term)).toBe(fresh.count(term));
			},
		),
	);
});

test('an edit reads only the lines it touches', () => {
	const text = ['1', '2', '1'];
	const read: string[] = [];
	const use = new TermUse(
		{
			get count() {
				return text.length;
			},
			line: i => text[i] ?? '',
		},
		line => (read.push(line), spot(line)),
	);
	expect(use.count(1)).toBe(2);
	read.length = 0;
	text[1] = '12';
	use.change(1, 1, 1);
	expect(use.count(1)).toBe(3);
	expect(read).toEqual(['12']);
});

test('a line that is data somebody pasted is not read', () => {
	const use = new TermUse(linesOf(`1\n${'1'.repeat(5_000_000)}\n12`), spot);
	expect(use.count(1)).toBe(2);
});
