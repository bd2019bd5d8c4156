// The signature of an official paper: organs and a day at the end of its text, before annexes (GB/T 9704-2012, 7.3.5).

import type { PartialDate } from '../../corpus/records';
import { speakerOf } from './notes';
import { isOrgan, organsOf } from './organ';
import { dayOf, dayOfGroups, dayPattern } from './writtenDate';

/** Who signed, and when. */
export interface Signature {
	readonly organs: readonly string[];
	readonly date: PartialDate;
	/** How many lines stand before its first one, and before what follows it. */
	readonly from: number;
	readonly to: number;
}

/** A longer line is no signature. */
const longestSigned = 90;
/** So many lines above the day may name organs. */
const mostOrgans = 12;
const organAndDay = new RegExp(`^(\\p{Script=Han}[\\p{Script=Han}\\s（）()]{1,60}?)\\s*(?:${dayPattern})$`, 'u');
const dayAndOrgan = new RegExp(
	`^[（(]?(?:${dayPattern})\\s*[，,]\\s*(\\p{Script=Han}[\\p{Script=Han}\\s]{1,60})[）)]?$`,
	'u',
);

/** The first signature in the lines of a text; nothing where a day stands alone. */
export function signatureOf(lines: readonly string[]): Signature | undefined {
	for (const [i, line] of lines.entries()) {
		if (line.length > longestSigned) continue;
		const date = dayOf(line);
		const found = date === undefined ? onOneLine(line) : { date, organs: [] };
		if (!found) continue;
		const above = found.organs.length > 0 ? { organs: [], from: i } : organsAbove(lines, i);
		const organs = [...above.organs, ...found.organs];
		// The one who signs an order is a person: 总理 李克强.
		const from = organs.length === 0 && speakerOf(lines[i - 1] ?? '') !== undefined ? i - 1 : above.from;
		if (organs.length > 0 || from < i) return { organs, date: found.date, from, to: i + 1 };
	}
	return undefined;
}

/** The written day that ends a text, with nothing below it but a word in brackets: （此件主动公开）. */
export function closingDay(lines: readonly string[]): PartialDate | undefined {
	const last = lines.findLast(line => !/^[（(][^（）()]{2,20}[）)]$/.test(line)) ?? '';
	return last.length <= longestSigned && writtenDay.test(last) ? dayOf(last) : undefined;
}

/** So many lines below a title may name organs, before the day. */
const mostOrgansBelow = 4;
/** A day written out, perhaps in brackets; one in digits alone is the page's. */
const writtenDay = /年.*[日号]\s*[）)]?\s*$/;

/**
 * Organs and a day in the lines right below a title, where the first of them are nothing else:
 * 国家统计局, 2024年2月29日.
 */
export function signatureBelow(lines: readonly string[]): Pick<Signature, 'organs' | 'date'> | undefined {
	const organs: string[] = [];
	// Some set the day above the organs, in brackets.
	const first = /^[（(]/.test(lines[0] ?? '') ? dayOf(lines[0] ?? '') : undefined;
	const below = first === undefined ? [] : organsOf(lines[1] ?? '');
	if (first !== undefined) return { organs: below, date: first };
	for (const line of lines.slice(0, mostOrgansBelow + 1)) {
		const date = line.length <= longestSigned && writtenDay.test(line) ? dayOf(line) : undefined;
		if (date !== undefined) return { organs, date };
		const together = onOneLine(line) ?? dayBeforeOrgans(line);
		if (together) return { organs: [...organs, ...together.organs], date: together.date };
		const named = organsOf(line.replace(/[：:]$/, ''));
		if (named.length === 0) return undefined;
		organs.push(...named);
	}
	return undefined;
}

function onOneLine(line: string): { readonly date: PartialDate; readonly organs: readonly string[] } | undefined {
	const found = organAndDay.exec(line.trim().replace(/^[（(](.*)[）)]$/, '$1'));
	const date = found ? dayOfGroups(found, 2) : undefined;
	const organs = found ? organsOf(found[1] ?? '') : [];
	return date !== undefined && organs.length > 0 ? { date, organs } : undefined;
}

/** 1990年3月10日，铁道部, below a title. */
function dayBeforeOrgans(line: string): { readonly date: PartialDate; readonly organs: readonly string[] } | undefined {
	const found = dayAndOrgan.exec(line.trim());
	const date = found ? dayOfGroups(found) : undefined;
	const organs = organsOf(found?.[7] ?? '');
	return date !== undefined && organs.length > 0 ? { date, organs } : undefined;
}

function organsAbove(
	lines: readonly string[],
	day: number,
): { readonly organs: readonly string[]; readonly from: number } {
	let organs: readonly string[] = [];
	let from = day;
	// Whose seal stands for that of the organ above it is said on a line of its own, too.
	let at = withoutSeal(lines[day - 1] ?? '') === '' ? day - 1 : day;
	while (at > 0 && day - at < mostOrgans) {
		const line = withoutSeal(lines[at - 1] ?? '');
		const whole = wholeName(lines, at - 1, line);
		const named = whole === undefined ? organsOf(line) : [whole];
		if (named.length === 0) break;
		organs = [...named, ...organs];
		at -= whole === undefined ? 1 : 2;
		from = at;
	}
	return { organs: [...new Set(organs)], from };
}

/** 某委员会（代章）; （某委员会代章） */
const withoutSeal = (line: string) => line.replace(/\s*[（(][^（）()]{0,30}代章?[）)]\s*$/, '').trim();

/** A name that is broken over this line and the one above it; it stands in one piece elsewhere in the text. */
function wholeName(lines: readonly string[], at: number, line: string): string | undefined {
	const before = (lines[at - 1] ?? '').trim();
	if (before === '' || before.length > longestPart || line.length > longestPart) return undefined;
	if (organsOf(before).length > 0 && organsOf(line).length > 0) return undefined;
	const whole = `${before}${line}`;
	return isOrgan(whole) && lines.some(other => other.includes(whole)) ? whole : undefined;
}

const longestPart = 30;
