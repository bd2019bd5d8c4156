// What a page calls its article: by its head, as a line of the page writes it, or by the heading above the text where
// the head only names the site or says what the page does not show.

import { organsOf } from '../official/organ';
import { isMarkedHeading } from '../plain/lineKinds';
import type { Evidence } from '../proved';
import type { Range } from './articleRange';
import { isLinked, type Line } from './lines';

/** A heading stands above so many lines of the text, or among its first ones. */
const linesAhead = 12;
const linesBelow = 3;
/** A title may be broken into so many lines. */
const mostTitleLines = 4;

/** What is known of a page, with the title of its article. */
export function titledBy(lines: readonly Line[], range: Range | undefined, meta: Partial<Evidence>): Partial<Evidence> {
	const title = titleOf(lines, range, meta);
	return title === undefined ? meta : { ...meta, title };
}

function titleOf(
	lines: readonly Line[],
	range: Range | undefined,
	{ title, site }: Partial<Evidence>,
): string | undefined {
	if (title === undefined) return headingOf(lines, range, site) ?? lines.find(isHeading)?.text;
	if (isSiteName(title, site)) return headingOf(lines, range, site) ?? title;
	const shown = titleAsShown(title, lines, site);
	if (shown !== undefined) return shown;
	return isWithin(title, lines) ? title : (headingOf(lines, range, site) ?? title);
}

const ofSite =
	/^\S{0,16}(?:网|网站|日报|晚报|早报|晨报|时报|商报|数字报|电子报|报纸|数字报刊(?:平台)?|客户端|门户|频道|首页|主页)$/;

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
	const same = lines.find(line => withoutSpaces(line.text) === wanted);
	const similar = lines.filter(isHeading).find(line => {
		const text = withoutSpaces(line.text);
		return text.startsWith(wanted) || (wanted.startsWith(text) && !isSiteName(text, site));
	});
	return (same ?? similar)?.text;
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
