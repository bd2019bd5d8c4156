// What a page calls its article: by its head, as a line of the page writes it, or by the heading above the text where
// the head only names the site or says what the page does not show.

import { organsOf } from '../official/organ';
import { isColumn } from '../official/titleOfText';
import { findTitle } from '../plain/dump';
import { isMarkedHeading, lineKind } from '../plain/lineKinds';
import type { Unit } from '../plain/units';
import type { Evidence } from '../proved';
import type { Range } from './articleEnd';
import { isLinked, type Line } from './lines';

/** A heading stands above so many lines of the text, or among its first ones. */
const linesAhead = 12;
const linesBelow = 3;
/** A title may be broken into so many lines. */
const mostTitleLines = 4;

/** What is known of a page, with the title of its article; `parts`: what the head's title is put together from. */
export function titledBy(
	lines: readonly Line[],
	range: Range | undefined,
	meta: Partial<Evidence>,
	parts: readonly string[] = [],
): Partial<Evidence> {
	const title = titleOf(lines, range, meta, parts)?.replace(noteSign, '');
	return title === undefined ? meta : { ...meta, title };
}

/** A title may refer to a note: …统计公报[1]. */
const noteSign = /(?<=\p{Script=Han})\s*[[［]\d{1,2}[\]］]$/u;

function titleOf(
	lines: readonly Line[],
	range: Range | undefined,
	{ title, site }: Partial<Evidence>,
	parts: readonly string[],
): string | undefined {
	if (title === undefined) return headingOf(lines, range, site) ?? lines.find(isHeading)?.text;
	// 公告, 清单: the heading says which.
	const heading = title.length < leastPart || kindOfPaper.test(title) ? headingOf(lines, range, site) : undefined;
	if (heading?.includes(title)) return heading;
	if (!isSiteName(title, site) && !isColumn(title)) {
		const near = whereShown(title, lines, range);
		const shown = titleAsShown(title, near, site);
		if (shown !== undefined) return shown;
		if (isWithin(title, near)) return title;
	}
	const part = parts.find(one => one.length >= leastPart && !isSiteName(one, site) && isShown(one, lines));
	return part ?? aboveText(title, lines, range, site) ?? title;
}

/** Whether the head of a page only names its site or a column. */
const isWeak = (title: string, site: string | undefined) => isSiteName(title, site) || isColumn(title);

/** What stands above the text and may be its title. */
function aboveText(
	title: string,
	lines: readonly Line[],
	range: Range | undefined,
	site: string | undefined,
): string | undefined {
	const low = isWeak(title, site) ? lowHeading(lines, range, site) : undefined;
	return headingOf(lines, range, site) ?? low ?? shortLine(title, lines, range, site);
}

/** The heading of any level right above the text. */
function lowHeading(lines: readonly Line[], range: Range | undefined, site: string | undefined): string | undefined {
	if (!range) return undefined;
	return lines.slice(Math.max(0, range[0] - linesAhead), range[0] + linesBelow).findLast(line => {
		const { text, heading, aside } = line;
		const isTitle = heading !== undefined && aside === undefined && text.length >= leastShown && !isLinked(line);
		return isTitle && !isMarkedHeading(text) && !isWeak(text, site);
	})?.text;
}

/** 行政处罚决定书 */
const kindOfPaper = /^\p{Script=Han}{2,8}(?:决定书|告知书|意见书)$/u;

/** The name of a column stands in menus, too: a short title counts only near the text. */
function whereShown(title: string, lines: readonly Line[], range: Range | undefined): readonly Line[] {
	return range && title.length <= longestColumn ? lines.slice(Math.max(0, range[0] - linesAhead), range[1]) : lines;
}

/** A shorter part of the head's title is a column's. */
const leastPart = 6;

/** In place of a title that only names a column or the site: the line above the text that may be one. */
function shortLine(
	title: string,
	lines: readonly Line[],
	range: Range | undefined,
	site: string | undefined,
): string | undefined {
	if (!range || (title.length > longestColumn && !isSiteName(title, site) && !isColumn(title))) return undefined;
	const units = lines.slice(0, range[0]).flatMap((line, i): Unit[] => {
		if (line.aside !== undefined || isLinked(line) || month.test(line.text)) return [];
		return [{ text: line.text, line: i + 1, kind: lineKind(line.text), apart: true }];
	});
	return findTitle(units, units.length)?.text;
}

/** 2024年02月 */
const month = /^(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*月?$/;

const longestColumn = 6;

const ofSite = new RegExp(
	[
		'^\\S{0,16}(?:网|网站|日报|晚报|早报|晨报|时报|商报|数字报|电子报|报纸|数字报刊(?:平台)?|客户端|门户|频道|首页|主页)$',
		'^\\p{Script=Han}{2,20}(?:研究[所院]|医院|[中小]学|博物馆|图书馆|学会)$',
	].join('|'),
	'u',
);

/** Whether a text names a site, a newspaper or an organ and nothing else. */
export function isSiteName(text: string, site: string | undefined): boolean {
	return text === site || ofSite.test(text) || organsOf(text).length > 0;
}

function isHeading(line: Line): boolean {
	return line.heading !== undefined && line.heading <= 2 && line.aside === undefined && line.text.length >= 4;
}

/** The highest heading right above the text or at its beginning, the nearest one of those. */
function headingOf(lines: readonly Line[], range: Range | undefined, site: string | undefined): string | undefined {
	const [from, to] = range ?? [lines.length, lines.length];
	const near = range ? lines.slice(Math.max(0, from - linesAhead), Math.min(to, from + linesBelow)) : lines;
	const mayBe = (line: Line) =>
		isHeading(line) && !isLinked(line) && !isMarkedHeading(line.text) && !isSiteName(line.text, site);
	const found = near.filter(mayBe);
	const highest = Math.min(...found.map(line => line.heading ?? 9));
	const all = found.filter(line => line.heading === highest);
	return (range ? all.at(-1) : all[0])?.text;
}

const withoutSpaces = (text: string) => text.replace(/\s/g, '');

/** The line that says a title, else a heading that says more of it, or its beginning. */
function titleAsShown(title: string, lines: readonly Line[], site: string | undefined): string | undefined {
	const wanted = withoutSpaces(title);
	const same = lines.find(line => withoutSpaces(line.text) === wanted) ?? lines.find(line => hasOrgan(line, wanted));
	const bare = lines.find(line => isWithoutSite(withoutSpaces(line.text), wanted, site));
	const similar = lines.filter(isHeading).find(line => {
		const text = withoutSpaces(line.text);
		return text.startsWith(wanted) || (wanted.startsWith(text) && !isSiteName(text, site));
	});
	return (same ?? bare ?? similar)?.text;
}

/** A title of so many characters that a page shows is whole, whatever its head sets behind it with a mark between. */
const leastShown = 10;

/** Whether a line says a title that has the name of its site behind it. */
function isWithoutSite(text: string, title: string, site: string | undefined): boolean {
	if (text.length < leastPart || !title.startsWith(text)) return false;
	const [, mark = '', behind = ''] = /^([-_|｜]?)([^-_|｜–—].{1,19})$/.exec(title.slice(text.length)) ?? [];
	return behind !== '' && (isSiteName(behind, site) || (mark !== '' && text.length >= leastShown));
}

/** Whether a line is a title with whose paper it is before it: 国家发展改革委关于印发…的通知. */
function hasOrgan(line: Line, title: string): boolean {
	const text = withoutSpaces(line.text);
	if (!text.endsWith(title) || !/^(?:关于|印发|转发|批转)/.test(title) || isLinked(line)) return false;
	return organsOf(text.slice(0, -title.length)).length > 0;
}

function isShown(part: string, lines: readonly Line[]): boolean {
	const wanted = withoutSpaces(part);
	return lines.some(line => withoutSpaces(line.text) === wanted);
}

/** Whether a heading has a title among other words, or lines that follow each other say it together. */
function isWithin(title: string, lines: readonly Line[]): boolean {
	const wanted = withoutSpaces(title);
	return lines.some((line, at) => {
		const text = withoutSpaces(line.text);
		if (isHeading(line) && text.includes(wanted)) return true;
		if (!wanted.startsWith(text)) return false;
		const joined = lines.slice(at, at + mostTitleLines).map(next => withoutSpaces(next.text));
		return joined.some((_, i) => joined.slice(0, i + 1).join('') === wanted);
	});
}
