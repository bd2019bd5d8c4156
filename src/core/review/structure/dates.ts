// Years and days that are not written in full (GB/T 9704-2012, 7.3.5.5): 24年3月18日, 2024.3.18, 2024年03月18日.

import type { FindingOf } from '../../draft/finding';
import type { ProseLine } from './numberedLines';

type Found = FindingOf<'structure.number'>;

/** A year of two digits with its month and day; 12年3个月 is a time. */
const shortYear =
	/(?<![\d.〔[（(—～~至近第满]|[\d]\s)(\d{2})年(?:1[0-2]|0?[1-9])月(?:[1-3]?\d日|份|至|底|初|[，。；、])/g;

/** A line that is a day in digits. */
const dayLine = /^((?:19|20)\d{2})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*日?$/;

/** Years of two digits, and the day of the signature where it is written otherwise. */
export function dateFindings(lines: readonly ProseLine[]): readonly Found[] {
	const years = lines.flatMap(({ start, text }) =>
		[...text.matchAll(shortYear)].map(({ 0: written, 1: year = '', index }) =>
			found(start + index, written.slice(0, 3), `20${year}年`),
		),
	);
	return [...years, ...lines.slice(-3).flatMap(dayAlone)];
}

function dayAlone({ start, text }: ProseLine): readonly Found[] {
	const [, year = '', month, day] = dayLine.exec(text) ?? [];
	if (year === '' || Number(month) > 12 || Number(day) > 31) return [];
	const wording = `${year}年${Number(month)}月${Number(day)}日`;
	return text.replace(/\s/g, '') === wording ? [] : [found(start, text, wording)];
}

function found(start: number, written: string, wording: string): Found {
	const data = { written, why: 'date', wording } as const;
	return { code: 'structure.number', severity: 'warning', start, end: start + written.length, data };
}
