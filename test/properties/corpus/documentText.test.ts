// Documents read back as what they were written from, whatever their paragraphs and fields.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { back, source } from '../../unit/corpus/writtenDocument';
import { anyCharacter } from '../../support/anyCharacter';

const piece = fc.oneof(
	fc.constantFrom(...'\\#>*-+_=[]()^!`~$%&;<|:. 1a中。“ \u3000'),
	fc.constantFrom('---', '> ', '# ', '1. ', '[^1]:', '<b>', '&amp;', '坚持'),
);
const text = fc
	.oneof(
		fc.array(piece, { maxLength: 14 }).map(list => list.join('')),
		fc.string({ unit: anyCharacter, maxLength: 12 }),
	)
	.map(one => one.replace(/\s*[\r\n]+\s*/g, ' ').trim())
	.filter(one => one !== '');
test('whatever the paragraphs and fields', () => {
	const visible = text.filter(one => !/[\p{Cc}\p{Cf}\uFFFD]/u.test(one)); // others no record may have
	const fields = fc.record({
		title: visible,
		note: visible,
		damage: fc.array(visible, { minLength: 1, maxLength: 2 }),
	});
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fields, (paragraphs, more) => {
			const of = { ...source, ...more };
			expect(back(paragraphs, of)).toEqual({ value: of, paragraphs, problems: [] });
		}),
		{ numRuns: 400 },
	);
});
