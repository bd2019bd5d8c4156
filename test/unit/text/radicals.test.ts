// Radicals in copied text become the characters they stand for; nothing else changes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../src/core/text/fold';
import { withoutRadicals } from '../../../src/core/text/radicals';

test('as PDFs have them', () => {
	expect(withoutRadicals('发展⾼质量⽣产⼒，⻓期向好，⻛险可控，⻅效快')).toBe(
		'发展高质量生产力，长期向好，风险可控，见效快',
	);
	expect(withoutRadicals('長期⾧程⻑者，ＡＢ（x）…')).toBe('長期長程長者，ＡＢ（x）…');
});

test('the length stays, only radicals change, and comparing sees no difference', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: fc.integer({ min: 0x2e00, max: 0x3100 }).map(code => String.fromCharCode(code)) }),
			text => {
				const plain = withoutRadicals(text);
				expect(plain.length).toBe(text.length);
				expect(withoutRadicals(plain)).toBe(plain);
				expect(fold(fold(plain))).toBe(fold(plain));
			},
		),
	);
});
