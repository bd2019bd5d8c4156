// What is to be written instead of a wrong number: the source's whole, as the draft spells its numbers.

import { numberValue, inChinese } from '../../text/numerals';
import type { Quantity } from './numbers';

/** A stretch of a sentence, half-open offsets. */
interface Stretch {
	readonly start: number;
	readonly end: number;
}

/** A stretch, and what is to stand there. */
export interface Replacement extends Stretch {
	readonly wording: string;
}

/**
 * The right number where another is written. Only the number where the same words say how it is meant, else those with
 * it; never a part of one.
 */
export function replacementOf(text: string, written: Quantity, original: string, source: Quantity): Replacement {
	const whole = (one: Quantity): Stretch => ({ start: one.from, end: Math.max(one.till, one.end) });
	const [own, other] = [whole(written), whole(source)];
	const frame = (words: string, one: Quantity, { start, end }: { start: number; end: number }) =>
		`${words.slice(start, one.start)} ${words.slice(one.end, end)}`;
	if (written.points !== source.points) {
		const end = Math.max(written.unitEnd, own.end);
		return { start: own.start, end, wording: original.slice(other.start, Math.max(source.unitEnd, other.end)) };
	}
	if (frame(text, written, own) !== frame(original, source, other) && written.bound !== source.bound)
		return wholeOf(text, written, original, source, { own, other });
	const { start, end } = written;
	return {
		start,
		end,
		wording: spelledAs(text.slice(start, end), written, original.slice(source.start, source.end), source),
	};
}

/** The right number with the words of its bound; where those stand behind its unit, the draft's unit goes too. */
function wholeOf(
	text: string,
	written: Quantity,
	original: string,
	source: Quantity,
	{ own, other }: { readonly own: Stretch; readonly other: Stretch },
): Replacement {
	if (source.bound === 'exact' && source.to === undefined) {
		const number = original.slice(source.start, source.end);
		return { ...own, wording: spelledAs(text.slice(written.start, written.end), written, number, source) };
	}
	const hasUnit = other.end > source.end && source.unitEnd > source.end && other.end > source.unitEnd;
	const end = hasUnit ? Math.max(own.end, written.unitEnd) : own.end;
	return { start: own.start, end, wording: original.slice(other.start, other.end) };
}

/** A number of the source in the numerals of the draft. */
function spelledAs(written: string, own: Quantity, original: string, source: Quantity): string {
	const { value, to } = source;
	if (to !== undefined || own.to !== undefined || own.chinese === source.chinese) return original;
	if (own.chinese) {
		const hundredths = /^百分之/.test(written) ? inChinese(value) : undefined;
		if (hundredths !== undefined) return `百分之${hundredths}`;
		const tenths = /成/.test(written) && value % 10 === 0 && value < 100 ? inChinese(value / 10) : undefined;
		if (tenths !== undefined) return `${tenths}成`;
		return own.kind === '%' ? original : (inChinese(value) ?? original);
	}
	if (source.kind === '%') return `${value}%`;
	return numberValue(undefined, original) === value ? String(value) : original;
}
