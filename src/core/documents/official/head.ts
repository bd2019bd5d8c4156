// The lines at the head of an official paper: its title, its number, whose it is, and the signature some papers have
// there (国家统计局, 2024年2月29日).

import { repeatedTitle } from '../plain/repeatedTitle';
import { numberOfLine } from './documentNumber';
import { bareNumberOf, isAnnouncementHead, proclaimedTitle } from './order';
import { isLetterhead, isOrgan, organsOf, organsOfTitle } from './organ';
import { isPaperTitle } from './paperTitle';
import { signatureBelow, type Signature } from './signature';
import { dayOf } from './writtenDate';

/** A title may be broken into so many lines. */
const mostTitleLines = 4;
const longestTitle = 120;

/** The title of a paper in the lines of its head. */
export function titleInHead(head: readonly string[]): string | undefined {
	return proclaimedTitle(head) ?? titleOfOrgans(head) ?? titleBelowNumber(head);
}

/** The title among the lines of the head, perhaps broken into a few: from 某市人民政府关于 to 的通知. */
function titleOfOrgans(head: readonly string[]): string | undefined {
	for (const [i, line] of head.entries()) {
		if (isLetterhead(line) || !beginsWithOrgan(head.slice(i, i + mostTitleLines))) continue;
		const title = paperTitleIn(head.slice(i));
		if (title !== undefined) return title;
	}
	return undefined;
}

/** Whether lines begin with an organ and 关于 behind it; its name may fill the first of them, or two. */
function beginsWithOrgan([first = '', ...others]: readonly string[]): boolean {
	if (organsOfTitle(first).length > 0) return true;
	return isOrgan(first) && others.some((_, i) => organsOfTitle([first, ...others.slice(0, i + 1)].join('')).length > 0);
}

/** A title that names no organ stands below the number of the paper, perhaps broken into a few lines. */
function titleBelowNumber(head: readonly string[]): string | undefined {
	const from = numberIn(head)?.end ?? 0;
	const [first = '', ...others] = from === 0 ? [] : head.slice(from);
	const bare = first.replace(/^[（(](.*)[）)]$/, '$1');
	if (!/^(?:关于|对|转发|印发|批转)/.test(bare)) return undefined;
	return paperTitleIn(bare === first ? [first, ...others] : [bare]);
}

/** The first lines that make the title of a paper together. */
function paperTitleIn(lines: readonly string[]): string | undefined {
	const titles = Array.from({ length: mostTitleLines }, (_, more) => lines.slice(0, more + 1).join(''));
	return titles.find(
		(title, more) =>
			title.length <= longestTitle &&
			isPaperTitle(title) &&
			title.split('《').length === title.split('》').length &&
			!lines.slice(1, more + 1).some(line => dayOf(line) !== undefined),
	);
}

/** The first number in the lines of a head, and how many lines there are up to its end. */
export function numberIn(head: readonly string[]): { readonly number: string; readonly end: number } | undefined {
	for (const [i, line] of head.entries()) {
		const number = numberOfLine(line);
		if (number !== undefined) return { number, end: i + 1 };
	}
	return orderNumberIn(head) ?? jointOrder(head);
}

/** The order of several organs, each on a line of its own: their names, 令, 第16号. Its number is that of the first. */
export function jointOrder(
	head: readonly string[],
): { readonly organs: readonly string[]; readonly number: string; readonly end: number } | undefined {
	const at = head.findIndex(line => /^(?:令|公告|通告)$/.test(line.replace(/\s/g, '')));
	const bare = at > 0 ? bareNumberOf(head[at + 1] ?? '') : undefined;
	if (bare === undefined) return undefined;
	const above = head.slice(0, at).findLastIndex(line => organsOf(line).length === 0) + 1;
	const organs = head
		.slice(above, at)
		.flatMap(organsOf)
		.map(organ => organ.replace(/^中华人民共和国(?=.{3})/, ''));
	const [first] = organs;
	return first === undefined ? undefined : { organs, number: `${first}${head[at]?.trim() ?? ''}${bare}`, end: at + 2 };
}

/** 国务院令 on one line, 第227号 on the next; 海关总署公告, 2024年第12号. */
function orderNumberIn(head: readonly string[]): { readonly number: string; readonly end: number } | undefined {
	for (const [i, line] of head.entries()) {
		const bare = bareNumberOf(head[i + 1] ?? '');
		const number = bare !== undefined && isAnnouncementHead(line) ? numberOfLine(`${line}${bare}`) : undefined;
		if (number !== undefined) return { number, end: i + 2 };
	}
	return undefined;
}

/** The number below the title of an announcement, or at the beginning of its text, without an organ: 2024年第12号. */
export function numberBelowTitle(head: readonly string[], title: string, bodyFrom: number): string | undefined {
	if (!/(?:公告|通告|令)(?:[（(].{1,20}[）)])?$/.test(title)) return undefined;
	for (const below of [bodyFrom, ...placesBelow(head, title)]) {
		const number = bareNumberOf(head[below] ?? '');
		if (number !== undefined) return number;
	}
	return undefined;
}

/** The organs alone on a line above or below the title. */
export function organsBeside(head: readonly string[], title: string): readonly string[] {
	const plain = (text: string | undefined) => text?.replace(/\s/g, '');
	const wanted = plain(title);
	for (const [i, line] of head.entries())
		if (plain(head[i - 1]) === wanted || plain(head[i + 1]) === wanted) {
			const organs = organsOf(line);
			if (organs.length > 0) return organs;
		}
	return [];
}

/** The organs and the day right below the title; `bodyFrom`: how many of the lines stand before the text. */
export function signatureInHead(
	head: readonly string[],
	title: string,
	bodyFrom: number,
): Pick<Signature, 'organs' | 'date'> | undefined {
	for (const below of [bodyFrom, ...placesBelow(head, title)]) {
		const signature = signatureBelow(head.slice(below));
		if (signature && (below >= bodyFrom || signature.organs.length > 0)) return signature;
	}
	return undefined;
}

/** The numbers of the lines right below each place where the title stands. */
function placesBelow(head: readonly string[], title: string): readonly number[] {
	const places: number[] = [];
	for (let from = 0; from < head.length;) {
		const [, end] = repeatedTitle(head, title, from) ?? [0, head.length];
		if (end < head.length) places.push(end);
		from = end;
	}
	return places;
}
