// Lines of printed pages → paragraphs: by indentation, by lines that end early, by gaps, by size; over columns and
// pages.

import { GrowingText } from '../plain/growingText';
import { isMarkedHeading } from '../plain/lineKinds';
import type { Line } from './lines';

export interface Joined {
	readonly text: string;
	/** Page its first line stands on. */
	readonly page: number;
	/** Size of its letters, in points. */
	readonly size: number;
	readonly centred: boolean;
}

/** The edges of a column of prose. */
interface Measure {
	readonly left: number;
	readonly right: number;
}

/** What a document does everywhere: its size of letters, its distance of lines, whether paragraphs are indented. */
interface Habits {
	readonly size: number;
	readonly leading: number;
	readonly indented: boolean;
	measure(line: Line): Measure;
}

const ends = /[。！？；：…!?;:][”’"』」》）)]*$|\.$/;
const item = /^(?:[•·●■◆▪○*-]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])/;

/** Paragraphs in the order of the lines. Lengths are told in widths of a letter, so that any size of print will do. */
export function paragraphsOf(lines: readonly Line[]): readonly Joined[] {
	if (lines.length === 0) return [];
	const habits = habitsOf(lines);
	const found: { text: GrowingText; page: number; size: number; centred: boolean; first: Line }[] = [];
	let before: Line | undefined;
	for (const line of lines) {
		const open = found.at(-1);
		if (before && open && !begins(open.first, before, line, habits)) append(open.text, line.text);
		else
			found.push({
				text: new GrowingText(line.text),
				page: line.page,
				size: line.size,
				centred: centred(line, habits),
				first: line,
			});
		before = line;
	}
	return found.map(({ text, page, size, centred }) => ({ text: text.text, page, size, centred }));
}

/** How many paragraphs begin on a page or before it, by the number of the page. */
export function paragraphsUntil(paragraphs: readonly Joined[], pages: number): readonly number[] {
	const counts = new Array<number>(pages + 1).fill(0);
	for (const { page } of paragraphs) counts[page] = (counts[page] ?? 0) + 1;
	let sum = 0;
	return counts.map(count => (sum += count));
}

/** Whether a line begins a paragraph, after the line before it and the first line of the paragraph that is open. */
function begins(first: Line, before: Line, line: Line, habits: Habits): boolean {
	const size = Math.max(before.size, line.size);
	if (Math.abs(before.size - line.size) > 0.12 * size) return true;
	const above = habits.measure(before);
	const here = habits.measure(line);
	const follows = before.page === line.page && before.column === line.column;
	const gap = line.y - before.y;
	if (centred(before, habits) && centred(line, habits))
		return !(size > habits.size * 1.12 && follows && gap < 2.2 * size);
	// A title too long for its line goes on below, centred.
	if (
		size > habits.size * 1.12 &&
		follows &&
		gap < 2.2 * size &&
		(above.right - before.end) / size < 2 &&
		centred(line, habits)
	)
		return false;
	if (follows && gap > Math.max(1.5 * habits.leading * (size / habits.size), 1.2 * size)) return true;
	const short = (above.right - before.end) / size;
	const indent = (line.x - here.left) / size;
	if (indent > 0.8) {
		const same = Math.abs(line.x - here.left - (before.x - above.left)) < 0.5 * size;
		if (short < 2 && same && !ends.test(before.text)) return false; // a block set in
		return !(short < 2 && first.x < line.x - 0.5 * size && item.test(first.text)); // a list whose numbers hang out
	}
	if (short < 2) return false;
	if (ends.test(before.text) || isMarkedHeading(line.text) || item.test(line.text)) return true;
	if (/[A-Za-z,-]$/.test(before.text) && /^[A-Za-z]/.test(line.text) && short < 12) return false;
	// Where paragraphs are indented, a line that is not goes on, though the one before it may not be filled.
	return !(habits.indented && short < (before === first ? 4 : 6));
}

function centred(line: Line, habits: Habits): boolean {
	const { left, right } = habits.measure(line);
	const before = line.x - left;
	const after = right - line.end;
	return before > 2.5 * line.size && Math.abs(before - after) < 1.2 * line.size;
}

function habitsOf(lines: readonly Line[]): Habits {
	const size = mostly(
		lines,
		line => Math.round(line.size * 2) / 2,
		line => line.text.length,
	);
	const body = lines.filter(line => Math.abs(line.size - size) < 0.12 * size);
	const prose = body.length > 0 ? body : lines;
	const gaps = prose.flatMap((line, i) => {
		const above = prose[i - 1];
		const gap = above && above.page === line.page && above.column === line.column ? line.y - above.y : 0;
		return gap > 0.9 * size && gap < 4 * size ? [gap] : [];
	});
	const leading =
		gaps.length < 3
			? 1.6 * size
			: mostly(
					gaps,
					gap => Math.round(gap * 2) / 2,
					() => 1,
				);
	const groups = new Map<string, Line[]>();
	for (const line of prose) {
		for (const key of [`${line.page}/${line.column}`, `/${line.column}`]) {
			const group = groups.get(key);
			if (group) group.push(line);
			else groups.set(key, [line]);
		}
	}
	const measures = new Map([...groups].map(([key, group]) => [key, { lines: group.length, ...edges(group, size) }]));
	const all = edges(prose, size);
	const measure = (line: Line): Measure => {
		const own = measures.get(`${line.page}/${line.column}`);
		return own && own.lines >= 8 ? own : (measures.get(`/${line.column}`) ?? all);
	};
	const set = prose.filter(line => {
		const indent = (line.x - measure(line).left) / size;
		return indent > 1.2 && indent < 2.8;
	}).length;
	return { size, leading, measure, indented: set >= 2 && set * 30 > prose.length };
}

/** Left: the outermost place at which several lines begin; right: the place that one line in ten reaches. */
function edges(lines: readonly Line[], size: number): Measure {
	const starts = lines.map(line => line.x).sort((a, b) => a - b);
	const stops = lines.map(line => line.end).sort((a, b) => a - b);
	const enough = Math.max(1, Math.ceil(lines.length * 0.08));
	const left = starts.find((start, i) => (starts[i + enough - 1] ?? Infinity) - start < 0.6 * size) ?? starts[0]!;
	return { left, right: stops[Math.floor((stops.length - 1) * 0.9)]! };
}

/** The value most of the weight has. */
function mostly<T>(list: readonly T[], value: (item: T) => number, weight: (item: T) => number): number {
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
