// Lines that are the day of a page, and what pages set beside it.

import { isPersonName } from '../../text/personName';
import { dateOf } from '../dateOf';
import type { PartialDate } from '../../corpus/records';

const day = '(?:19|20)\\d{2}\\s*[-年./]\\s*\\d{1,2}\\s*[-月./]\\s*\\d{1,2}\\s*日?';
const clock = '\\d{1,2}:\\d{2}(?::\\d{2})?';
const hour = new RegExp(`^(${day})\\s*${clock}$`);
const named = new RegExp(
	`^((?:19|20)\\d{2}-\\d{1,2}-\\d{1,2})(?:\\s*${clock})?((?:\\p{Script=Han}|[，,、]){2,14})$`,
	'u',
);

/** The day of a line with an hour, or with the names of authors right behind it: 2024-03-05 08:08李大为陈雨. */
export function stampOf(line: string): PartialDate | undefined {
	if (line.length > longestHour) return undefined;
	const date = hour.exec(line)?.[1] ?? (isStampWithNames(line) ? named.exec(line)?.[1] : undefined);
	return dateOf(date);
}

/** Whether names stand right behind a day: which, nobody can tell; they stand again on a line of their own. */
export function isStampWithNames(line: string): boolean {
	const names = line.length > longest ? undefined : named.exec(line)?.[2];
	if (names === undefined) return false;
	return isPersonName(names.slice(0, 2)) || isPersonName(names.slice(0, 3)) || /^\p{Script=Han}[，,]/u.test(names);
}

const longest = 40;
const longestHour = 80;
