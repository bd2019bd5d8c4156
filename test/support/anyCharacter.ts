// Any character of Unicode, as fast-check's own unit `binary` makes them, which first lays out a table of all 1.1 million: most of a second.
import fc from 'fast-check';

/** Halves of surrogates are no characters; so many code points are left out from the first of them on. */
const surrogates = { first: 0xd800, count: 0x800 } as const;

/** A unit for `fc.string`. */
export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - surrogates.count }).map(
	place => String.fromCodePoint(place < surrogates.first ? place : place + surrogates.count),
	(text: unknown) => {
		if (typeof text !== 'string' || [...text].length !== 1) throw new Error('one character is asked for');
		const code = text.codePointAt(0) ?? 0;
		return code < surrogates.first ? code : code - surrogates.count;
	},
);
