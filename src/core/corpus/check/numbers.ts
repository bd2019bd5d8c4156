// Whether a text has a number as texts write it: digits, with thousands separators, or a small Chinese numeral.

import { fold } from '../../text/fold';
import { inChinese } from '../../text/numerals';

/** Whether a number stands in a text. */
export function hasNumber(text: string, value: number): boolean {
	const folded = fold(text).replace(/(\d),(?=\d{3})/g, '$1');
	const digits = new Set(folded.match(/\d+(?:\.\d+)?/g) ?? []);
	return digits.has(String(value)) || numeralsOf(value).some(numeral => folded.includes(numeral));
}

/** A number below 100 in Chinese numerals, also as tenths: 七成 is 70. */
function numeralsOf(value: number): readonly string[] {
	const numeral = inChinese(value);
	if (numeral === undefined) return value === 0 ? ['零'] : [];
	const tenths = value % 10 === 0 ? [`${inChinese(value / 10) ?? ''}成`] : [];
	return [numeral, ...(value === 2 ? ['两'] : []), ...tenths];
}
