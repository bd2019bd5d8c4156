// Numbers of outlines, articles, annexes, tables and figures that are missing or come twice.

import type { FindingOf } from '../../draft/finding';
import { inChinese } from '../../text/numerals';
import { isLevel, type Numbered, type NumberedList } from './numberedLines';

/** A larger gap is another list, or a part that is quoted. */
const largestGap = 3;

/** What is missing and what comes twice; `text`: the draft, in which a number may stand within a line. */
export function numberFindings(lists: readonly NumberedList[], text: string): readonly FindingOf<'structure.number'>[] {
	return lists.flatMap(list => list.items.flatMap((item, at) => faultAt(list, item, at, text)));
}

function faultAt(
	list: NumberedList,
	item: Numbered,
	at: number,
	text: string,
): readonly FindingOf<'structure.number'>[] {
	const before = list.items[at - 1];
	if (!before || !isSure(list, at)) return [];
	const gap = item.value - before.value;
	if (gap === 1 || gap > largestGap || gap < 0) return [];
	const next = list.items[at + 1]?.value;
	if (gap === 0) return [doubled(list, item, before, next)].filter(one => one !== undefined);
	if (stands(before.value + 1, item, text.slice(before.end, item.start))) return [];
	return [missing(item, before, next)];
}

/** What is counted through the whole draft may be quoted: only where the numbers around it count on. */
function isSure({ scheme, items }: NumberedList, at: number): boolean {
	if (isLevel(scheme)) return true;
	const gap = (items[at]?.value ?? 0) - (items[at - 1]?.value ?? 0);
	if (scheme === '表' || scheme === '图') return gap > 1;
	if (scheme !== '条') return true;
	const countsOn = (from: number) => (items[from + 1]?.value ?? 0) - (items[from]?.value ?? 0) === 1;
	return countsOn(at) && countsOn(at - 2);
}

/** A number with the same words is said again, not counted again. */
function doubled(
	list: NumberedList,
	item: Numbered,
	before: Numbered,
	next: number | undefined,
): FindingOf<'structure.number'> | undefined {
	if (item.words === before.words || list.scheme === '附件') return undefined;
	const wording = next === item.value + 2 ? withValue(item, item.value + 1) : undefined;
	return finding(item, { written: item.mark, why: 'doubled', ...(wording !== undefined && { wording }) });
}

function missing(item: Numbered, before: Numbered, next: number | undefined): FindingOf<'structure.number'> {
	const expected = withValue(item, before.value + 1) ?? String(before.value + 1);
	const isSlip = next === item.value && item.value === before.value + 2;
	return finding(item, { written: item.mark, why: 'missing', expected, ...(isSlip && { wording: expected }) });
}

function finding({ start, end }: Numbered, data: FindingOf<'structure.number'>['data']): FindingOf<'structure.number'> {
	return { code: 'structure.number', severity: 'warning', start, end, data };
}

/** A mark with another value. */
function withValue({ mark }: Numbered, value: number): string | undefined {
	const han = inChinese(value);
	if (/\d/.test(mark)) return mark.replace(/\d+/, String(value));
	return han === undefined ? undefined : mark.replace(/[一二三四五六七八九十百]+/, han);
}

/** Whether a number stands within a line between others: items run on in one paragraph. */
function stands(value: number, like: Numbered, between: string): boolean {
	const mark = withValue(like, value);
	if (mark === undefined) return true;
	const digits = /\d+|[一二三四五六七八九十百]+/.exec(mark)?.[0] ?? '';
	// As a mark of any kind, as 二是 and 第二, or as a second 图6 in a line.
	const kinds = [`[（(]${digits}[)）]`, `${digits}\\\\?[、.．是]`, `第${digits}`, `\\s[图表]\\s?${digits}(?!\\d)`];
	// What begins a line of its own is a number of another level.
	const within = between.replace(/(^|\n)[ \t#>]*[（(]?(?:\d+|[一二三四五六七八九十百]+)[)）.．、]/g, '$1');
	return new RegExp(kinds.join('|')).test(within);
}
