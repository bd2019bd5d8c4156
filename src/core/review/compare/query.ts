// The letters of a quotation as they are compared, with what stands between them.

import { compact } from '../../text/compact';
import { fold } from '../../text/fold';
import { lowerBound } from '../../text/lowerBound';
import { codesOf, letterStart } from './letterOffsets';
import { numeralsIn, spansOf, type Numeral, type NumeralSpan } from './numerals';

/** A quotation to be compared. */
export interface Query {
	readonly text: string;
	/** The letters of the text, folded. */
	readonly codes: Uint16Array;
	/** Where in the text each letter stands; one more for its end. */
	readonly offsets: Uint32Array;
	/** Letters before which the draft itself marks an omission, ascending. */
	readonly breaks: readonly number[];
	/** Letters before which it has another mark. */
	readonly joints: readonly number[];
	readonly numerals: readonly Numeral[];
	/** The numbers by letters. */
	readonly spans: readonly NumeralSpan[];
	/** Ids of the sources cited for it. */
	readonly cited: readonly string[];
}

const omission = /…+|⋯+|\.{3,}|。{3,}/g;
const joint = /[，。；：、！？,;:!?]/g;

/** The query of a text. */
export function queryOf(text: string, cited: readonly string[] = []): Query {
	const { text: letters, offsets } = compact(fold(text));
	const size = letters.length;
	const places = (mark: RegExp) =>
		[...text.matchAll(mark)].map(found => lettersBefore(offsets, found.index)).filter(at => at > 0 && at < size);
	const numerals = numeralsIn(text);
	return {
		text,
		codes: codesOf(letters),
		offsets,
		breaks: places(omission),
		joints: places(joint),
		numerals,
		spans: spansOf(numerals, offsets, size),
		cited,
	};
}

/** How many letters stand before an offset. */
function lettersBefore(offsets: Uint32Array, offset: number): number {
	return lowerBound(0, offsets.length - 1, letter => letterStart(offsets, letter) < offset);
}
