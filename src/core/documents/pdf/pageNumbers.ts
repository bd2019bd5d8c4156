// What the pages of a file are cited by: the numbers printed on them, where they count on, else their order; and which
// paragraphs stand on them.

import type { ParagraphMark } from '../paragraphMarks';
import type { Framed } from './furniture';
import type { Joined } from './paragraphs';

/** So many numbers have to agree, and this share of all. */
const leastAgreeing = 3;

/**
 * The number of a page by its place in the file, from 1. Where the printed numbers begin behind covers and contents,
 * those have none.
 */
export function pageNumbers({ dropped }: Framed): (page: number) => string | undefined {
	const shifts = new Map<number, number>();
	let all = 0;
	for (const { line, why } of dropped) {
		const printed = why === 'page-number' ? /\d{1,4}/.exec(line.text)?.[0] : undefined;
		if (printed === undefined) continue;
		const shift = Number(printed) - line.page;
		shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
		all++;
	}
	const [shift, count] = [...shifts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0]);
	if (count < leastAgreeing || count * 3 < all * 2) return page => String(page);
	return page => (page + shift > 0 ? String(page + shift) : undefined);
}

/** What is known of paragraphs: their tables, and the pages that begin with them or within them. */
export function marksOf(
	paragraphs: readonly Joined[],
	numberOf: (page: number) => string | undefined,
): readonly ParagraphMark[] {
	return paragraphs.map(({ page, breaks, table }) => {
		const pages = [{ at: 0, page }, ...breaks].flatMap(start => {
			const number = numberOf(start.page);
			return number === undefined ? [] : [{ at: start.at, page: number }];
		});
		return { pages, ...(table && { table }) };
	});
}
