import { mapped } from '../../text/values/optional';
// What other programs write around a value: unit words, leading zeros, entities, escapes; and what the value is
// without them.

/** A text without the backslashes by which CSL and BibTeX protect a mark: `18\-2424`. */
export function withoutEscapes(text: string): string {
	return text.replace(/\\([-–_&%#$])/g, '$1');
}

/** A text with its full-width digits in the usual width. */
export function withoutWideDigits(text: string): string {
	return text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** The text of a volume or an issue without its unit words and leading zeros: `2023年第三期`, `No. 03` → `3`. */
export function withoutUnit(text: string, unit: '卷' | '期'): string {
	const plain = withoutWideDigits(text);
	const year = '(?:\\d{4}\\s*年\\s*|\\d{4}\\s*(?=第))?';
	const counted = new RegExp(`^${year}第?\\s*([^第${unit}]+?)\\s*${unit}$`, 'u').exec(plain)?.[1];
	const number = mapped(counted, hanNumber);
	const inner = number?.toString() ?? counted ?? abbreviated[unit].exec(plain)?.[1] ?? plain;
	return /^[\d\s,、\-–—/～~]+$/.test(inner) ? inner.replace(/(?<!\d)0+(?=\d)/g, '') : inner;
}

const abbreviated = {
	卷: /^(?:vol(?:ume|\.)?|v\.)\s*(\d.*)$/i,
	期: /^(?:no\.?|number|issue|iss\.?|n\.)\s*(\d.*)$/i,
} as const;

/** Pages without unit words: `第1～9页`, `pp. 1-9` → `1-9`. */
export function withoutPageUnit(text: string): string {
	const chinese = /^第?([\d\s,，、;\-–—‑‐～~]+)[页頁版]$/u.exec(text)?.[1]?.trim() || undefined;
	const inner = chinese ?? /^pp?\.?\s*(\d.*)$/i.exec(text)?.[1] ?? text;
	return inner.replace(/(?<=\d)\s*[～~—]\s*(?=\d)/g, '-');
}

/** The number of a newspaper's page without leading zeros: `004` → `4`. */
export function withoutZeros(text: string): string {
	return text.replace(/(?<![\d\p{L}])0+(?=\d)/gu, '');
}

/**
 * The number of an edition: `2`, `2nd ed.`, `Second`, `第二版`, `第2版`. Nothing for a text that says more (修订版),
 * which is copied.
 */
export function editionNumber(text: string): number | undefined {
	const small = text.trim().toLowerCase();
	const digits =
		/^(\d{1,3})(?:st|nd|rd|th)?\.?(?:\s*(?:ed\.?|edn\.?|edition))?$/.exec(small) ??
		/^第?\s*(\d{1,3})\s*版$/.exec(small);
	if (digits) return Number(digits[1]) || undefined;
	const ordinal = ordinals.indexOf(/^([a-z]+)(?:\s+(?:ed\.?|edn\.?|edition))?$/.exec(small)?.[1] ?? '-');
	if (ordinal >= 0) return ordinal + 1;
	const han = /^第?\s*([一二三四五六七八九十]{1,3})\s*版?$/u.exec(small)?.[1];
	return mapped(han, hanNumber);
}

const ordinals: readonly string[] = (
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
	'sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ');

/** 二, 十二, 二十, 二十三. */
function hanNumber(text: string): number | undefined {
	const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text);
	if (!found) return undefined;
	const [, before, ten, after] = found;
	const digit = (one: string | undefined) => (one === undefined ? 0 : '一二三四五六七八九'.indexOf(one) + 1);
	if (ten === undefined) return after === undefined ? digit(before) || undefined : undefined;
	return (digit(before) || 1) * 10 + digit(after);
}
