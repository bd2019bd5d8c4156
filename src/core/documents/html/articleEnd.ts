// Where an article ends: what stands behind its prose is its own (tables, lists, signature, annexes) until a line
// proves that it is the page's (links, buttons, words of copyright, lists of other articles).

import { organsOf } from '../official/organ';
import { dayOf } from '../official/writtenDate';
import { isOrdinary, lineKind, type LineKind } from '../plain/lineKinds';
import { elementsOf, type Element } from './element';
import { isInline } from './elementText';
import { isAnnex, isLinked, type Line } from './lines';
import { isListOfLinks } from './tables';

/** Half-open, by the numbers of lines. */
export type Range = readonly [from: number, to: number];

/** The elements around each element. */
export class Parents {
	private readonly parents = new Map<Element, Element>();

	constructor(private readonly root: Element) {
		for (const element of [root, ...elementsOf(root)])
			for (const child of element.children) if (typeof child !== 'string') this.parents.set(child, element);
	}

	/** The element around another; of the outermost itself. */
	of(element: Element): Element {
		return this.parents.get(element) ?? this.root;
	}

	/** The element that makes a line one of its own: a paragraph, an item, a table. */
	block({ within }: Line): Element {
		let element = within;
		while (isInline(element)) element = this.of(element);
		return element;
	}

	/** The element with all around it, itself first. */
	around(element: Element): readonly Element[] {
		const found = [element];
		for (let at = this.parents.get(element); at; at = this.parents.get(at)) found.push(at);
		return found;
	}
}

/** Elements that only text is set in. */
const flow: ReadonlySet<string> = new Set(
	'p table ul ol li dl dt dd blockquote pre center h2 h3 h4 h5 h6 form font span b strong section'.split(' '),
);
/** How pages name what stands around articles. */
const names =
	/foot|side|relat|share|nav|menu|copy|recommend|hot|link|tool|btn|button|qrcode|comment|bottom|prev|next|pager/i;

/** Kinds of lines that may stand between two of an article; at its end they are left out again. */
const passed: ReadonlySet<LineKind> = new Set(['caption', 'note', 'stamp']);

/** Whether a row is of a table of data. */
const isDataRow = (line: Line) => line.isRow === true && !isListOfLinks(line.within);

/** Whether a line proves that the page goes on where the article has ended. */
function isFurniture(line: Line): boolean {
	if (line.isRow) return isListOfLinks(line.within);
	if (line.aside === 'frame' || (isLinked(line) && !isAnnex(line.text))) return true;
	const kind = lineKind(line.text);
	return !isOrdinary(kind) && !passed.has(kind);
}

/** Whether a line ends papers by its form: a day, an organ, an annex, a row of figures. */
function isPaperEnd(line: Line): boolean {
	const { text } = line;
	if (line.isRow) return isDataRow(line) && /\d/.test(text);
	return isAnnex(text) || dayOf(text) !== undefined || organsOf(text).length > 0;
}

/** The end of an article whose prose stands in the lines from `from` to `to`: at `to` or behind it. */
export function articleEnd(lines: readonly Line[], [from, to]: Range, parents: Parents): number {
	const home = homeOf(lines, [from, to], parents);
	let end = to;
	for (let at = to; at < lines.length; at++) {
		const line = lines[at];
		if (!line || isFurniture(line)) break;
		if (line.aside !== undefined) continue;
		if (!isAtHome(line, home, parents)) break;
		if (line.isRow === true || isOrdinary(lineKind(line.text)) || dayOf(line.text) !== undefined) end = at + 1;
	}
	return end;
}

/** So many lines at either end of an article tell which element it stands in. */
const edgeLines = 20;

/** The innermost element around the lines of an article, and around more than one line. */
function homeOf(lines: readonly Line[], [from, to]: Range, parents: Parents): Element | undefined {
	const inside = lines.slice(from, to).filter(line => line.aside === undefined);
	const edges = [...inside.slice(0, edgeLines), ...inside.slice(-edgeLines)];
	const [first = [], ...others] = edges.map(line => parents.around(parents.of(parents.block(line))));
	const shared = first.filter(element => others.every(chain => chain.includes(element)));
	if (inside.length > 1) return shared[0];
	// Lines of one element follow each other.
	const beside = [lines[from - 1], lines[to]].flatMap(line => (line ? [parents.around(line.within)] : []));
	return shared.find(element => beside.some(chain => chain.includes(element)));
}

/** Where a short article stands that only its title tells: from below the title to its end. */
export function rangeBelowTitle(
	lines: readonly Line[],
	isTitle: (text: string) => boolean,
	parents: Parents,
): Range | undefined {
	const isShown = (line: Line) => line.aside === undefined && !isLinked(line);
	const heading = lines.findIndex(line => isShown(line) && line.heading === 1);
	const title = heading >= 0 ? heading : lines.findIndex(line => isShown(line) && isTitle(line.text));
	if (title < 0) return undefined;
	const below = behindTitle(lines, title, isTitle);
	const ahead = lines.slice(below, below + linesBelow);
	const first = ahead.findIndex(line => isDataRow(line) || (isShown(line) && lineKind(line.text) === 'text'));
	if (first < 0) return undefined;
	const from = below + first;
	return [below, articleEnd(lines, [from, from + 1], parents)];
}

/** Where the lines end that are a title together. */
function behindTitle(lines: readonly Line[], first: number, isTitle: (text: string) => boolean): number {
	let title = lines[first]?.text ?? '';
	let at = first + 1;
	for (let next = lines[at]; next && isTitle(title + next.text); next = lines[++at]) title += next.text;
	return at;
}

/** The text begins at most so many lines below its title. */
const linesBelow = 14;

/** Whether a line stands in the element of the article, in one that is for text, or looks like a last line. */
function isAtHome(line: Line, home: Element | undefined, parents: Parents): boolean {
	if (!home) return false;
	const around = parents.around(parents.block(line));
	const at = around.indexOf(home);
	const between = at < 0 ? around.slice(0, -1) : around.slice(0, at);
	if (between.some(({ attributes }) => names.test(`${attributes.class ?? ''} ${attributes.id ?? ''}`))) return false;
	if (at < 0) return between.some(other => isLike(other, home)) || isDataRow(line);
	return between.length <= 1 || between.every(({ tag }) => flow.has(tag)) || isPaperEnd(line);
}

/** Whether two elements are parts of one text, as their names are the same. */
function isLike(one: Element, other: Element): boolean {
	return one.tag === other.tag && one.attributes.class !== undefined && one.attributes.class === other.attributes.class;
}
