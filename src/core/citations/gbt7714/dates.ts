// Dates of bibliographic items: read from CSL-JSON, from our own partial dates and from what people type; printed as
// the standard asks.

/** A day as precise as it is known: year, month, day. */
export type Day = readonly [year: number, month?: number, day?: number];

/** A date or a range of dates, or words that are none (`literal`), as they stand. */
export type DateValue =
	{ readonly literal: string } | { readonly from: Day; readonly to?: Day; readonly circa?: boolean };

/**
 * Reads a date: `2024`, `2024-01-31`, `2024/1/31`, `2024年1月31日`, `2019/2021`, `1936~` (about, ISO 8601-2), a
 * CSL-JSON object with `date-parts`, `raw` or `literal`. What is no date is kept as words; nothing is guessed.
 */
export function readDate(value: unknown): DateValue | undefined {
	if (typeof value === 'number') return Number.isInteger(value) ? { from: [value] } : undefined;
	if (typeof value === 'string') return readText(value.trim());
	if (typeof value !== 'object' || value === null) return undefined;
	const date = value as Readonly<Record<string, unknown>>;
	const parts = date['date-parts'];
	if (Array.isArray(parts)) {
		const from = readParts(parts[0]);
		const to = readParts(parts[1]) ?? seasonAsYear(date.season);
		if (from) return { from, ...(to && { to }), ...(isTrue(date.circa) && { circa: true }) };
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
	return 'literal' in date ? date.literal : daysOf(date).map(printDay).join('/');
}

/** The year alone, in square brackets where it is an estimate; `mark` stands between the years of a range. */
export function printYear(date: DateValue, mark: string): string {
	if ('literal' in date) return date.literal;
	const to = date.to && date.to[0] !== date.from[0] ? mark + date.to[0] : '';
	const years = `${date.from[0]}${to}`;
	return date.circa ? `[${years}]` : years;
}

/** The date in running text: `2024年1月31日`, as precise as known. */
export function sayDate(date: DateValue): string {
	return 'literal' in date ? date.literal : daysOf(date).map(sayDay).join('至');
}

/** The day of a date, or the first and the last of a range. */
export function daysOf({ from, to }: Exclude<DateValue, { literal: string }>): readonly Day[] {
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
	const [, about = ''] = /^(.*\d)[~?%]$/.exec(text) ?? [];
	const date = readText(about);
	if (date && !('literal' in date)) return { ...date, circa: true };
	const whole = readDay(text);
	if (whole) return { from: whole };
	const [first = '', second = '', ...others] = text.split(/[/～~—]/);
	const from = readDay(first.trim());
	const to = readDay(second.trim());
	return from && to && others.length === 0 ? { from, to } : { literal: text };
}

function readDay(text: string): Day | undefined {
	const found =
		/^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:T[\d:.Z+-]*)?)?)?$/.exec(text) ??
		/^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/.exec(text);
	if (!found) return undefined;
	const [year = 0, month, day] = found
		.slice(1)
		.filter((part: string | undefined) => part !== undefined)
		.map(Number);
	return checked(year, month, day);
}

function readParts(parts: unknown): Day | undefined {
	if (!Array.isArray(parts)) return undefined;
	const [year, month, day] = parts.map((part: unknown): unknown =>
		typeof part === 'string' && part.trim() !== '' ? Number(part) : part,
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
