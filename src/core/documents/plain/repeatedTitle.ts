// The lines at the head of a text that together are its title, or say it again.

import { numberOfLine, parted } from '../official/documentNumber';
import { isAddressee, isOrgan, organsOfTitle } from '../official/organ';
import { isPaperTitle } from '../official/paperTitle';

/** A title may be broken into so many lines; it stands within so many of the beginning. */
const mostTitleLines = 4;
const linesAhead = 12;

/** Which lines, from `from` on, say the title again, with its number or without; the end is exclusive. */
export function repeatedTitle(
	lines: readonly string[],
	title: string | undefined,
	from = 0,
): readonly [start: number, end: number] | undefined {
	if (title === undefined || title === '') return undefined;
	const wanted = [bare(title), bare(parted(title).title)];
	for (let start = from; start < Math.min(from + linesAhead, lines.length); start++)
		for (let count = 1; count <= mostTitleLines; count++)
			if (wanted.includes(bare(lines.slice(start, start + count).join('')))) return [start, start + count];
	return undefined;
}

/** Whether a line is a title, whatever spaces it has and whatever note it refers to. */
export function isSameTitle(line: string, title: string | undefined): boolean {
	return title !== undefined && bare(line) === bare(title);
}

/** Without spaces, and without the sign of a note behind it. */
const bare = (text: string) => text.replace(/\s/g, '').replace(/[[［]\d{1,2}[\]］]$/, '');

/** The same for a title that a page shows and for what its text calls itself: the numbers of all such lines. */
export function repeatedTitles(
	lines: readonly string[],
	titles: readonly (string | undefined)[],
	from = 0,
): ReadonlySet<number> {
	const found = new Set<number>();
	for (const title of new Set(titles)) {
		const [start, end] = repeatedTitle(lines, title, from) ?? [0, 0];
		for (let at = start; at < end; at++) found.add(at);
	}
	return found;
}

/**
 * How many of the first lines are the title of a paper: from 某市人民政府关于 to what ends in 的通知, or an organ
 * and what it laid down.
 */
export function linesOfTitle(lines: readonly string[]): number {
	const [first = '', second = ''] = lines;
	if (isOrgan(first) && mayGoOn(second) && isPaperTitle(second)) return 2;
	const begins = /^关于/.test(first) || organsOfTitle(first).length > 0;
	if (!begins || isPaperTitle(first)) return 1;
	for (let count = 2; count <= mostTitleLines && mayGoOn(lines[count - 1] ?? ''); count++)
		if (isPaperTitle(lines.slice(0, count).join(''))) return count;
	return 1;
}

function mayGoOn(line: string): boolean {
	return line !== '' && line.length <= 40 && !/[。；：:]$/.test(line) && !isAddressee(line) && !numberOfLine(line);
}
