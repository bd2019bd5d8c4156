// Lines of printed pages → paragraphs: by indentation, by lines that end early, by gaps, by size; over columns and
// pages.

import { GrowingText } from '../plain/growingText';
import { numberOfLine } from '../official/documentNumber';
import { organsOf } from '../official/organ';
import { dayOf } from '../official/writtenDate';
import { isMarkedHeading } from '../plain/lineKinds';
import type { Line } from './lines';
import { printedRows } from './tables';

export interface Joined {
	readonly text: string;
	/** Page its first line stands on. */
	readonly page: number;
	/** Size of its letters, in points. */
	readonly size: number;
	readonly centred: boolean;
	/** Pages that begin within it, at offsets (UTF-16). */
	readonly breaks: readonly { readonly at: number; readonly page: number }[];
	/** The table it is a row of. */
	readonly table?: object;
}

/** The edges of a column of prose. */
interface Measure {
	readonly left: number;
	readonly right: number;
}

/** How a document is set: its size of print, its distance of lines, whether paragraphs are indented. */
interface Layout {
	readonly size: number;
	readonly leading: number;
	readonly indented: boolean;
	/** The edges of the column a line stands in. */
	measure(line: Line): Measure;
}

const sentenceEnd = /[。！？；：…!?;:][”’"』」》）)]*$|\.$/;
const listItem = /^(?:[•·●■◆▪○*-]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])/;

/** A paragraph that may go on with the next line. */
interface OpenParagraph {
	readonly text: GrowingText;
	readonly first: Line;
	readonly centred: boolean;
	readonly breaks: { readonly at: number; readonly page: number }[];
	readonly table?: object;
}

/** Paragraphs in the order of the lines. Lengths are told in widths of a letter, so that any size of print will do. */
export function paragraphsOf(lines: readonly Line[]): readonly Joined[] {
	if (lines.length === 0) return [];
	const layout = layoutOf(lines);
	const rows = printedRows(lines);
	const paragraphs: OpenParagraph[] = [];
	let before: Line | undefined;
	for (const line of lines) {
		const open = paragraphs.at(-1);
		const row = rows.get(line);
		if (row) paragraphs.push({ ...begun(line, row.text), table: row.table });
		else if (before && open && !open.table && !begins(line, before, open.first, layout)) continued(open, line, before);
		else paragraphs.push(begun(line, line.text, isCentred(line, layout)));
		before = line;
	}
	return paragraphs.map(({ text, first, ...rest }) => ({
		...rest,
		text: text.text,
		page: first.page,
		size: first.size,
	}));
}

function begun(first: Line, text: string, centred = false): OpenParagraph {
	return { text: new GrowingText(text), first, centred, breaks: [] };
}

/** A paragraph goes on with a line, perhaps on another page. */
function continued({ text, breaks }: OpenParagraph, line: Line, before: Line): void {
	append(text, line.text);
	if (line.page !== before.page) breaks.push({ at: text.length - line.text.length, page: line.page });
}

/** How many paragraphs begin on a page or before it, by the number of the page. */
export function paragraphsUntil(paragraphs: readonly Joined[], pages: number): readonly number[] {
	const counts = new Array<number>(pages + 1).fill(0);
	for (const { page } of paragraphs) counts[page] = (counts[page] ?? 0) + 1;
	let sum = 0;
	return counts.map(count => (sum += count));
}

/** How a line stands to the one before it. */
interface Step {
	/** The larger print of both, in points. */
	readonly size: number;
	/** Whether both stand in one column. */
	readonly sameColumn: boolean;
	/** From one baseline to the next, in points. */
	readonly gap: number;
	/** What the line before lacks to the right edge, in letters. */
	readonly shortfall: number;
	/** How far each begins from the left edge, in points. */
	readonly indent: number;
	readonly indentBefore: number;
}

function stepTo(line: Line, before: Line, layout: Layout): Step {
	const size = Math.max(before.size, line.size);
	const measureBefore = layout.measure(before);
	return {
		size,
		sameColumn: isSameColumn(before, line),
		gap: line.y - before.y,
		shortfall: (measureBefore.right - before.end) / size,
		indent: line.x - layout.measure(line).left,
		indentBefore: before.x - measureBefore.left,
	};
}

function isSameColumn(a: Line, b: Line): boolean {
	return a.page === b.page && a.column === b.column;
}

/** What the line before may lack and still count as filled, in letters. */
const filled = 2;

/**
 * Whether a line begins a paragraph, after the line before it; `first` is the first line of the paragraph that is open.
 */
function begins(line: Line, before: Line, first: Line, layout: Layout): boolean {
	const step = stepTo(line, before, layout);
	if (Math.abs(before.size - line.size) > 0.12 * step.size) return true;
	if (isCentred(line, layout)) {
		if (isCentred(before, layout)) return !isInTitle(step, layout);
		// A title too long for its line goes on below, centred.
		if (step.shortfall < filled && isInTitle(step, layout)) return false;
	}
	if (step.sameColumn && step.gap > widestGap(step, layout)) return true;
	if (step.indent > 0.8 * step.size) return !isSetIn(line, before, first, step);
	if (/^[，。、；：！？”’）》〉】%％]/.test(line.text)) return false;
	if (isApart(line.text, before.text)) return true;
	if (step.shortfall < filled) return beginsItem(line.text, before.text);
	return beginsAfterShort(line, before) || step.shortfall >= shortfallWithin(line, before, first, layout);
}

/** Whether a line begins a paragraph where the one before it is not filled. */
function beginsAfterShort(line: Line, before: Line): boolean {
	return sentenceEnd.test(before.text) || isMarkedHeading(line.text) || listItem.test(line.text);
}

/** The number of an official paper, the day below its signature and the organ above stand on lines of their own. */
function isApart(text: string, before: string): boolean {
	const isOwn = (line: string) => numberOfLine(line) !== undefined || dayOf(line) !== undefined;
	return isOwn(text) || isOwn(before) || (sentenceEnd.test(before) && organsOf(text).length > 0);
}

/** Articles and numbered headings begin a paragraph even after a line that is filled to its last letter. */
function beginsItem(text: string, before: string): boolean {
	if (/^第[一二三四五六七八九十百千零〇\d]{1,7}条/.test(text)) return /[。：；:;]$/.test(before);
	return (
		/^(?:第[一二三四五六七八九十百\d]{1,5}[章节编]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/.test(
			text,
		) && /。$/.test(before)
	);
}

/** Whether two lines of large print, one right below the other, may be one title. */
function isInTitle({ size, sameColumn, gap }: Step, layout: Layout): boolean {
	return size > layout.size * 1.12 && sameColumn && gap < 2.2 * size;
}

/** The distance of lines inside a paragraph, in points, that nothing in a print of this size goes beyond. */
function widestGap({ size }: Step, layout: Layout): number {
	return Math.max(1.5 * layout.leading * (size / layout.size), 1.2 * size);
}

/** Whether an indented line goes on with the one before: in a block set in, or in an item whose number hangs out. */
function isSetIn(line: Line, before: Line, first: Line, { size, shortfall, indent, indentBefore }: Step): boolean {
	if (shortfall >= filled) return false;
	if (Math.abs(indent - indentBefore) < 0.5 * size && !sentenceEnd.test(before.text)) return true;
	return first.x < line.x - 0.5 * size && listItem.test(first.text);
}

/**
 * What a line inside a paragraph may lack, in letters, where another begins flush left: a long word goes to the next
 * line; and where paragraphs are indented, a line that is not goes on, though the one before it is not filled.
 */
function shortfallWithin(line: Line, before: Line, first: Line, layout: Layout): number {
	if (isLatinBroken(before.text, line.text)) return 12;
	if (!layout.indented) return 0;
	return before === first ? 4 : 6;
}

/** Whether words in Latin letters go on from one line to the next. */
function isLatinBroken(before: string, after: string): boolean {
	return /[A-Za-z,-]$/.test(before) && /^[A-Za-z]/.test(after);
}

function isCentred(line: Line, layout: Layout): boolean {
	const { left, right } = layout.measure(line);
	const before = line.x - left;
	const after = right - line.end;
	return before > 2.5 * line.size && Math.abs(before - after) < 1.2 * line.size;
}

function layoutOf(lines: readonly Line[]): Layout {
	const size = weightedMode(
		lines,
		line => halfPoints(line.size),
		line => line.text.length,
	);
	const body = lines.filter(line => Math.abs(line.size - size) < 0.12 * size);
	const prose = body.length > 0 ? body : lines;
	const measure = measuresOf(prose, size);
	const indented = prose.filter(line => {
		const indent = (line.x - measure(line).left) / size;
		return indent > 1.2 && indent < 2.8;
	}).length;
	return { size, leading: leadingOf(prose, size), measure, indented: indented >= 2 && indented * 30 > prose.length };
}

/** The usual distance from one baseline to the next. */
function leadingOf(prose: readonly Line[], size: number): number {
	const gaps: number[] = [];
	prose.forEach((line, i) => {
		const above = prose[i - 1];
		if (!above || !isSameColumn(above, line)) return;
		const gap = line.y - above.y;
		if (gap > 0.9 * size && gap < 4 * size) gaps.push(gap);
	});
	if (gaps.length < 3) return 1.6 * size;
	return weightedMode(gaps, halfPoints, () => 1);
}

/** Lines a column of one page needs to have edges of its own; else those of that column on all pages are its. */
const enoughLines = 8;

function measuresOf(prose: readonly Line[], size: number): (line: Line) => Measure {
	const groups = new Map<string, Line[]>();
	for (const line of prose) {
		for (const key of [columnOfPage(line), columnOfAll(line)]) {
			const group = groups.get(key);
			if (group) group.push(line);
			else groups.set(key, [line]);
		}
	}
	const measures = new Map([...groups].map(([key, group]) => [key, { lines: group.length, ...edges(group, size) }]));
	const all = edges(prose, size);
	return line => {
		const own = measures.get(columnOfPage(line));
		if (own && own.lines >= enoughLines) return own;
		return measures.get(columnOfAll(line)) ?? all;
	};
}

const columnOfPage = (line: Line) => `${line.page}/${line.column}`;
const columnOfAll = (line: Line) => `/${line.column}`;

/** Left: the outermost place at which several lines begin; right: the place that one line in ten reaches. */
function edges(lines: readonly Line[], size: number): Measure {
	const starts = lines.map(line => line.x).sort((a, b) => a - b);
	const stops = lines.map(line => line.end).sort((a, b) => a - b);
	const enough = Math.max(1, Math.ceil(lines.length * 0.08));
	const left = starts.find((start, i) => (starts[i + enough - 1] ?? Infinity) - start < 0.6 * size) ?? 0;
	return { left, right: stops[Math.floor((stops.length - 1) * 0.9)] ?? 0 };
}

const halfPoints = (length: number) => Math.round(length * 2) / 2;

/** The value most of the weight has. */
function weightedMode<T>(list: readonly T[], value: (item: T) => number, weight: (item: T) => number): number {
	const weights = new Map<number, number>();
	for (const one of list) weights.set(value(one), (weights.get(value(one)) ?? 0) + weight(one));
	return [...weights].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/**
 * A line goes on with a paragraph: a space between words of other scripts, none next to Chinese; a soft hyphen goes
 * with the break it marks.
 */
function append(paragraph: GrowingText, next: string): void {
	const text = paragraph.tail;
	if (text.endsWith('\u00AD')) return paragraph.add(next, '', 1);
	if (/[A-Za-z]-$/.test(text) && /^[A-Za-z]/.test(next)) return paragraph.add(next);
	const words =
		/[A-Za-z,;:!?%)\]'"’”.]$/.test(text) &&
		/^[A-Za-z([“"'‘]/.test(next) &&
		/[A-Za-z]/.test(text.slice(-3) + next.slice(0, 1)) &&
		!/[\p{Script=Han}]["”’)]$/u.test(text);
	const numbers = (/[A-Za-z][,;:]?$/.test(text) && /^\d/.test(next)) || (/\d$/.test(text) && /^[A-Za-z]/.test(next));
	return paragraph.add(next, words || numbers ? ' ' : '');
}
