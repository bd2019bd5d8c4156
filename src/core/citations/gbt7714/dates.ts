// Dates of bibliographic items: read from CSL-JSON, from our own partial dates and from what people type; printed as
// the standard asks.

import { withoutWideDigits } from './values';
import { mapped } from '../../text/values/optional';

/** A day as precise as it is known: year, month, day. */
export type Day = readonly [year: number, month?: number, day?: number];

/** A date or a range of dates. */
export interface KnownDate {
	readonly from: Day;
	readonly to?: Day;
	/** A range that has not ended. */
	readonly open?: boolean;
	readonly circa?: boolean;
	/** Words of the date that no day can hold (`Spring 2001`): the text as it stands. */
	readonly words?: string;
}

/** A date or a range of dates, or words that are none (`literal`), as they stand. */
export type DateValue = { readonly literal: string } | KnownDate;

/**
 * Reads a date: `2024`, `2024-01-31`, `2024/1/31`, `2024年1月31日`, `2019/2021`, `1984/` (open), `1936~` (about),
 * `2004-06-XX`, `2001-21` (a season; all ISO 8601-2), `12 March 2001`, `Spring 2001`, a CSL-JSON object with
 * `date-parts`, `raw` or `literal`. What is no date is kept as words; nothing is guessed.
 */
export function readDate(value: unknown): DateValue | undefined {
	if (typeof value === 'number') return Number.isInteger(value) ? { from: [value] } : undefined;
	if (typeof value === 'string') return readText(value.trim());
	if (typeof value !== 'object' || value === null) return undefined;
	const date = value as Readonly<Record<string, unknown>>;
	const parts = date['date-parts'];
	if (Array.isArray(parts)) {
		// Some write the parts of a single date without the list around them.
		const days: readonly unknown[] = Array.isArray(parts[0]) ? parts : [parts];
		const from = readParts(days[0]);
		const to = readParts(days[1]) ?? seasonAsYear(date.season);
		const circa = isTrue(date.circa) && { circa: true };
		// Pandoc writes the end of an open range as the year 0.
		if (from) return { from, ...(to && (to[0] === 0 ? { open: true } : { to })), ...circa };
	}
	const words = date.literal ?? date.raw;
	return typeof words === 'string' ? readText(words.trim()) : undefined;
}

/** Zotero exports the end of a range of years as a season. */
function seasonAsYear(season: unknown): Day | undefined {
	return /^\d{4}$/.test(String(season)) ? [Number(season)] : undefined;
}

/** As precise as known: `2024-01-31`, ranges with `/`. */
export function printDate(date: DateValue): string {
	if ('literal' in date) return date.literal;
	const days = daysOf(date).map(printDay).join('/');
	return date.open ? `${days}/` : days;
}

/** The year alone, in square brackets where it is an estimate; `mark` stands between the years of a range. */
export function printYear(date: DateValue, mark: string): string {
	if ('literal' in date) return date.literal;
	const to = date.to && date.to[0] !== date.from[0] ? mark + date.to[0] : '';
	const years = `${date.from[0]}${date.open ? mark : to}`;
	return date.circa ? `[${years}]` : years;
}

/** The date in running text: `2024年1月31日`, as precise as known. */
export function sayDate(date: DateValue): string {
	if ('literal' in date) return date.literal;
	const days = daysOf(date).map(sayDay).join('至');
	return date.open ? `${days}至今` : days;
}

/** The day of a date, or the first and the last of a range. */
export function daysOf({ from, to }: KnownDate): readonly Day[] {
	return to ? [from, to] : [from];
}

function printDay([year, ...rest]: Day): string {
	return [String(year), ...rest.map(part => String(part).padStart(2, '0'))].join('-');
}

function sayDay(day: Day): string {
	return day.map((part, at) => `${part}${'年月日'.charAt(at)}`).join('');
}

function readText(text: string): DateValue | undefined {
	if (text === '') return undefined;
	const about =
		/^(.*\d)[~?%]$/.exec(text)?.[1] ??
		/^(?:c\.|ca\.?|circa|约)\s*(\d.*)$/i.exec(text)?.[1] ??
		/^\[(\d{4})\]$/.exec(text)?.[1] ??
		'';
	const date = readText(about);
	if (date && !('literal' in date)) return { ...date, circa: true };
	const whole = readDay(text) ?? readEnglish(text);
	if (whole) return { from: whole };
	return readRange(text) ?? readSeason(text) ?? { literal: text };
}

/** `2019/2021`, `2019–2021`; `1984/`, `1984/..` and `1984--` have not ended. */
function readRange(text: string): KnownDate | undefined {
	const years = /^(\d{4})\s*[-–]{1,3}\s*(\d{4}|)$/.exec(text)?.slice(1);
	const [first = '', second = '', ...others] = years ?? text.split(/[/～~—]/);
	const from = readDay(first.trim());
	if (!from || others.length > 0 || first === text) return undefined;
	if (/^(?:\.\.|至今|今)?$/.test(second.trim())) return { from, open: true };
	const to = readDay(second.trim());
	return to && { from, to };
}

/** `Spring 2001`, `2001年春季`: of a season only the year can be set. */
function readSeason(text: string): KnownDate | undefined {
	const year =
		/^(?:spring|summer|autumn|fall|winter)[\s,]+(\d{4})$/i.exec(text)?.[1] ??
		/^(\d{4})[\s,]+(?:spring|summer|autumn|fall|winter)$/i.exec(text)?.[1] ??
		/^(\d{4})年(?:[春夏秋冬]季?|第?[一二三四1-4]季度)$/u.exec(text)?.[1];
	return year === undefined ? undefined : { from: [Number(year)], words: text };
}

function readDay(written: string): Day | undefined {
	const text = withoutTime(withoutWideDigits(written).replace(/(?<=[\d年月])\s+(?=[\d年月日号])/gu, blankOf));
	const found =
		/^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:T[\d:.Z+-]*)?)?)?$/.exec(text.replace(/(?<=\d)(?:-XX){1,2}$/i, '')) ??
		/^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$/.exec(text) ??
		/^(\d{4})(\d{2})(\d{2})$/.exec(text);
	if (!found) return undefined;
	const [year = 0, month, day] = found
		.slice(1)
		.filter((part: string | undefined) => part !== undefined)
		.map(Number);
	// 21 to 41 are no months but seasons and quarters.
	if (month !== undefined && month >= 21 && month <= 41 && day === undefined) return [year];
	return checked(year, month, day);
}

/** Blanks around 年, 月, 日 go; others part figures. */
function blankOf(blank: string, at: number, text: string): string {
	return /[年月日号]/u.test(`${text.charAt(at - 1)}${text.charAt(at + blank.length)}`) ? '' : blank;
}

/** A day without the time that stands behind it: `2023-09-21 10:20:33`. */
function withoutTime(text: string): string {
	return text.replace(/(?<=\d日?)\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?$/u, '');
}

/** `March 2001`, `12 March 2001`, `Mar. 12, 2001`, `2001 Mar 12`. */
function readEnglish(text: string): Day | undefined {
	const words = text
		.toLowerCase()
		.split(/[\s,./-]+/)
		.filter(Boolean);
	const name = words.find(word => /^[a-z]/.test(word));
	const month = name === undefined ? -1 : englishMonths.findIndex(one => isMonth(name, one));
	const numbers = words.filter(word => word !== name);
	if (month < 0 || numbers.length === 0 || numbers.length > 2) return undefined;
	const year = numbers.find(word => /^\d{4}$/.test(word));
	const [day] = numbers.filter(word => word !== year).map(word => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]);
	if (year === undefined || (numbers.length === 2 && day === undefined)) return undefined;
	return checked(Number(year), month + 1, mapped(day, Number));
}

function isMonth(name: string, month: string): boolean {
	return month === name || month.slice(0, 3) === name || (name === 'sept' && month === 'september');
}

const englishMonths: readonly string[] =
	'january february march april may june july august september october november december'.split(' ');

function readParts(parts: unknown): Day | undefined {
	if (!Array.isArray(parts)) return undefined;
	const [year, month, day] = parts.map((part: unknown): unknown =>
		typeof part === 'string' && part.trim() !== '' ? Number(part.replace(/[年月日]$/u, '')) : part,
	);
	if (typeof year !== 'number' || !Number.isInteger(year)) return undefined;
	const number = (n: unknown) => (typeof n === 'number' && Number.isInteger(n) && n > 0 ? n : undefined);
	return checked(year, number(month), number(day)) ?? [year];
}

function checked(year: number, month?: number, day?: number): Day | undefined {
	if (month === undefined) return [year];
	if (month < 1 || month > 12) return undefined;
	if (day === undefined) return [year, month];
	return day >= 1 && day <= 31 ? [year, month, day] : undefined;
}

function isTrue(value: unknown): boolean {
	return value === true || value === 'true' || value === 1;
}
