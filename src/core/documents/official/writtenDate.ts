// Dates as official papers write them, in digits or in Chinese numerals (二〇二六年一月二十七日).

import { dateFault } from '../../corpus/dates';
import type { PartialDate } from '../../corpus/records';

const digit = '[〇○零OoＯ０Ο0一二三四五六七八九]';
const small = '[一二三四五六七八九十廿卅]{1,4}';
const day = '\\s*[日号]';

/** The source of a pattern for a day written out, with six groups: year, month and day in digits, then in numerals. */
export const dayPattern = [
	`((?:19|20)\\d{2})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})${day}`,
	`([一二]${digit}{3})\\s*年\\s*(${small})\\s*月\\s*(${small})${day}`,
].join('|');

const wholeDay = new RegExp(`^[（(]?(?:${dayPattern})[）)]?$`);
const bareDay = /^((?:19|20)\d{2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})$/;

/** The same text with digits of half width, each at its place: ２０１２年 → 2012年. */
export function withPlainDigits(text: string): string {
	return text.replace(/[０-９]/g, digitOfText => String.fromCharCode(digitOfText.charCodeAt(0) - fullWidth));
}

const fullWidth = 0xfee0;

/** The day a line is, where it is nothing else. */
export function dayOf(line: string): PartialDate | undefined {
	const text = withPlainDigits(line.trim());
	if (text.length > 30) return undefined;
	const found = wholeDay.exec(text) ?? bareDay.exec(text);
	return found ? dayOfGroups(found) : undefined;
}

/** The day in the groups of a match of `dayPattern`, the first of which has number `from`. */
export function dayOfGroups(found: readonly (string | undefined)[], from = 1): PartialDate | undefined {
	const [year, month, dayOfMonth, hanYear, hanMonth, hanDay] = found.slice(from, from + 6);
	const parts =
		year === undefined
			? [yearOf(hanYear ?? ''), smallNumber(hanMonth ?? ''), smallNumber(hanDay ?? '')]
			: [year, month ?? '', dayOfMonth ?? ''];
	const date = parts.map(part => part.padStart(2, '0')).join('-');
	return dateFault(date) === undefined ? date : undefined;
}

const digits = '〇一二三四五六七八九';

function yearOf(text: string): string {
	return [...text].map(one => Math.max(0, digits.indexOf(one))).join('');
}

/** 1 to 99: 二十七, 廿七, 十. */
function smallNumber(text: string): string {
	const spelled = text.replace('廿', '二十').replace('卅', '三十');
	const at = spelled.indexOf('十');
	if (at < 0) return String(digits.indexOf(spelled));
	const tens = at === 0 ? 1 : digits.indexOf(spelled.slice(0, at));
	const ones = at === spelled.length - 1 ? 0 : digits.indexOf(spelled.slice(at + 1));
	return String(tens * 10 + ones);
}
