// Which lines of a page are its article: those of the element that content systems put it in, or those Readability
// takes for it.

import { dayOf } from '../official/writtenDate';
import { isOrdinary, lineKind } from '../plain/lineKinds';
import { articleEnd, Parents, rangeBelowTitle, type Range } from './articleEnd';
import { elementsOf, type Element } from './element';
import { isAnnex, isLinked, linesOf, type Line } from './lines';
import { articleIn } from './readability';
import { parseHtml } from './tree';

/** Ids and classes of the element an article stands in, as the common content systems name it; the surest first. */
const containers: readonly string[] = [
	'UCAP-CONTENT',
	'trs_editor_view',
	'TRS_Editor',
	'TRS_UEDITOR',
	'js_content',
	'zoom',
	'Zoom',
	'zoomcon',
	'pages_content',
	'ivs_content',
	'xl_content',
	'zfxxgk_zw_content',
	'artibody',
	'article-content',
	'article_content',
	'articleContent',
	'news_content',
	'detail-content',
	'rm_txt_con',
	'endText',
	'news_txt',
	'Cnt-Main-Article-QQ',
	'rich_media_content',
	'con_con',
	'mw-parser-output',
	'detail',
];

/** Those in which portals have the whole article and nothing else, however much stands around it. */
const whole: ReadonlySet<string | undefined> = new Set(['js_content', 'artibody', 'endText', 'Cnt-Main-Article-QQ']);

/** Least characters of an article in a container; shorter ones are taken for something else. */
const leastLength = 40;
/** So many containers are looked into, and so many classes of an element. */
const mostContainers = 20;
const mostClasses = 20;
/** Elements of the article that Readability may answer. */
const articleNodes = 100_000;
/** A line this long of both is the same line. */
const telling = 12;

/** The lines of the article, where the page has one; `titles`: what the head calls it, with names of the site. */
export function articleRange(root: Element, lines: readonly Line[], titles: readonly string[]): Range | undefined {
	const isTitle = (text: string) => text.length >= leastTitle && titles.some(title => title.startsWith(text));
	return inContainer(root, lines) ?? inArticle(root, lines) ?? inShort(root, lines, isTitle);
}

/** The lines below a title, where most of the page's prose is among them. */
function inShort(root: Element, lines: readonly Line[], isTitle: (text: string) => boolean): Range | undefined {
	const range = rangeBelowTitle(lines, isTitle, new Parents(root));
	return range && proseIn(lines.slice(...range)) * 2 >= proseIn(lines) ? range : undefined;
}

/** Characters of prose in lines that are no links. */
function proseIn(lines: readonly Line[]): number {
	const isOwn = (line: Line) => line.aside === undefined && line.isRow !== true && !isLinked(line);
	const prose = lines.filter(line => isOwn(line) && lineKind(line.text) === 'text');
	return prose.reduce((sum, { text }) => sum + text.length, 0);
}

/** A shorter line is no title that tells where an article begins. */
const leastTitle = 6;

interface Candidate {
	readonly range: Range;
	readonly rank: number;
	readonly length: number;
}

/** The lines of the known container with the most text. */
function inContainer(root: Element, lines: readonly Line[]): Range | undefined {
	let best: Candidate | undefined;
	for (const [element, rank] of containersIn(root)) {
		const range = rangeOf(lines, new Set([element, ...elementsOf(element)]));
		if (!range) continue;
		const candidate = { range, rank, length: ownLength(lines.slice(...range)) };
		if (candidate.length >= leastLength && (!best || isBetter(candidate, best))) best = candidate;
	}
	return best?.range;
}

/** Elements that hold articles, each with the rank of its name. */
function containersIn(root: Element): ReadonlyMap<Element, number> {
	const found = new Map<Element, number>();
	for (const element of elementsOf(root)) {
		const { id, class: classes, itemprop } = element.attributes;
		const names = [id ?? '', ...(classes ?? '').split(/\s+/, mostClasses)];
		const rank = containers.findIndex(one => names.includes(one));
		if (rank >= 0) found.set(element, rank);
		else if (itemprop === 'articleBody') found.set(element, containers.length);
		if (found.size >= mostContainers) break;
	}
	return found;
}

/** A surer name wins unless the other has more than twice the text; one that has it all wins for good. */
function isBetter(one: Candidate, other: Candidate): boolean {
	if (whole.has(containers[one.rank]) !== whole.has(containers[other.rank])) return whole.has(containers[one.rank]);
	return one.rank < other.rank ? one.length * 2 > other.length : one.length > other.length * 2;
}

function ownLength(lines: readonly Line[]): number {
	return lines.filter(line => line.aside === undefined).reduce((sum, line) => sum + line.text.length - line.linked, 0);
}

function rangeOf(lines: readonly Line[], within: ReadonlySet<Element>): Range | undefined {
	return rangeWhere(lines, line => within.has(line.within));
}

/** From the first line that is meant to the last one. */
function rangeWhere(lines: readonly Line[], isMeant: (line: Line) => boolean): Range | undefined {
	const from = lines.findIndex(isMeant);
	return from < 0 ? undefined : [from, lines.findLastIndex(isMeant) + 1];
}

/** The lines Readability takes for the article, where they are prose for the most part. */
function inArticle(root: Element, lines: readonly Line[]): Range | undefined {
	const content = articleIn(root);
	const tree = content === undefined ? undefined : parseHtml(content, articleNodes);
	if (!tree) return undefined;
	const texts = new Set(
		linesOf(tree)
			.map(unnumbered)
			.filter(text => text.length >= telling),
	);
	const range = rangeWhere(lines, line => texts.has(unnumbered(line)));
	return range && isProse(lines.slice(...range)) ? withEdges(root, lines, range) : undefined;
}

/** A list of which items are left out counts otherwise. */
const unnumbered = ({ text }: Line) => text.replace(/^\d{1,4}\. /, '');

/** With the short lines right before the range that stand in the element of its first one, and all to its end. */
function withEdges(root: Element, lines: readonly Line[], [from, to]: Range): Range {
	const levels = new Set(lines.slice(from, to).flatMap(line => line.heading ?? []));
	const parents = new Parents(root);
	const goesOn = (line: Line | undefined, edge: Line | undefined) => {
		if (!line || !edge || line.aside !== undefined || line.heading !== edge.heading) return false;
		if (isLinked(line) && !isAnnex(line.text)) return false;
		const kind = lineKind(line.text);
		if (!isOrdinary(kind) && !(kind === 'stamp' && dayOf(line.text) !== undefined)) return false;
		const [one, other] = [parents.block(line), parents.block(edge)];
		return one === other || (one.tag === other.tag && parents.of(one) === parents.of(other));
	};
	// A heading as the text has others of.
	const isHeading = (line: Line | undefined, edge: Line | undefined) =>
		line?.heading !== undefined &&
		edge?.heading === undefined &&
		levels.has(line.heading) &&
		edge !== undefined &&
		parents.of(parents.block(line)) === parents.of(parents.block(edge));
	while (goesOn(lines[from - 1], lines[from])) from--;
	if (isHeading(lines[from - 1], lines[from])) from--;
	return [from, articleEnd(lines, [from, to], parents)];
}

function isProse(lines: readonly Line[]): boolean {
	// Rows of a table speak neither for prose nor against it: a paper may hold more of them than of sentences.
	const own = lines.filter(line => line.aside === undefined && line.isRow !== true && !isLinked(line));
	const texts = own.map(line => line.text);
	const lengthOf = (some: readonly string[]) => some.reduce((sum, text) => sum + text.length, 0);
	const prose = lengthOf(texts.filter(text => lineKind(text) === 'text'));
	return prose >= leastLength && prose * 2 > lengthOf(texts);
}
