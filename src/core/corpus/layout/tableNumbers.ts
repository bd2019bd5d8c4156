// What the tables of a document are cited by: the number of their caption, else the order in which they stand.

import type { TablePlace } from '../../text/layout/layout';

/** 表2 人口, 表 2-1, 附表3, 表二, Table 4 */
const caption = new RegExp(
	[
		'^(?:附?表|table)\\s*(?:([A-Z]?\\d{1,3}(?:[-–—.．]\\d{1,3}){0,2})(?![\\d年月日%])',
		'|([一二三四五六七八九十]{1,2})(?=[\\s:：、.．]|$))',
	].join(''),
	'iu',
);
/** So many paragraphs above a table its caption may stand: a line with the unit may come between. */
const above = 2;
/** A longer paragraph is a text that begins with the name of a table. */
const longest = 80;

/**
 * The tables with their numbers; the title above them may be the caption of the first. Where some have captions, those
 * without have none; of two with one number the first has it.
 */
export function numbered(
	tables: readonly Pick<TablePlace, 'first' | 'last'>[],
	paragraphs: readonly string[],
	title = '',
): readonly TablePlace[] {
	const texts = [title, ...paragraphs];
	const read = tables.map(({ first }, i) => captionAbove(texts, first + 1, (tables[i - 1]?.last ?? -1) + 1));
	const hasCaptions = read.some(number => number !== undefined);
	const taken = new Set<string>();
	return tables.map((table, i) => {
		const number = hasCaptions ? read[i] : String(i + 1);
		if (number === undefined || taken.has(number)) return table;
		taken.add(number);
		return { ...table, number };
	});
}

function captionAbove(paragraphs: readonly string[], first: number, end: number): string | undefined {
	const texts = [paragraphs[first - 1], ...paragraphs.slice(Math.max(end, first - 1 - above), first - 1).reverse()];
	for (const text of texts) {
		if (text === undefined || text.length > longest) continue;
		const [, number, written] = caption.exec(text) ?? [];
		if (number !== undefined) return number.replace(/[–—]/g, '-').replace(/．/g, '.').toUpperCase();
		if (written !== undefined) return String(valueOf(written));
	}
	return undefined;
}

const digits = '一二三四五六七八九';

/** 三, 十, 十二, 二十 */
function valueOf(written: string): number {
	const [before = '', after = ''] = written.includes('十') ? written.split('十') : ['', written];
	const ten = written.includes('十') ? Math.max(1, digits.indexOf(before || '一') + 1) * 10 : 0;
	return ten + digits.indexOf(after || 'x') + 1;
}
