// Dates as precise as they are known: which are real, and how two of them compare.

import { compareCodeUnits } from '../text/order';
import type { PartialDate } from './records';

/** How a date is written. */
export const dateForm = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** `form`: not written as 2024, 2024-01 or 2024-01-31; `calendar`: no such month or day; otherwise it is a date. */
export function dateFault(text: string): 'form' | 'calendar' | undefined {
	if (!dateForm.test(text)) return 'form';
	const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
	if (month < 1 || month > 12) return 'calendar';
	return day < 1 || day > daysIn(year, month) ? 'calendar' : undefined;
}

/**
 * Negative when `a` is proved to be before `b`. A date known to the year counts as its last day, so that a precise one
 * comes first.
 */
export function compareDates(a: PartialDate, b: PartialDate): number {
	return compareCodeUnits(lastDay(a), lastDay(b)) || b.length - a.length;
}

function lastDay(date: PartialDate): string {
	const [year, month, day] = date.split('-');
	if (day) return date;
	return `${year}-${month ?? '12'}-${String(daysIn(Number(year), Number(month ?? 12))).padStart(2, '0')}`;
}

/** Months of thirty days, from 1. */
const shortMonths: ReadonlySet<number> = new Set([4, 6, 9, 11]);

/** Days of a month of the Gregorian calendar, month from 1. */
function daysIn(year: number, month: number): number {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return shortMonths.has(month) ? 30 : 31;
}
