// Where words of a source may begin and end: at its marks rather than in the midst of a clause, never within a number.

import { editCost, type EdgeCosts } from './align';
import { lettersEnd } from './letterOffsets';
import type { Stretch } from './referenceTexts';
import type { NumeralSpan } from './numerals';
import type { Query } from './query';

/**
 * What it costs to begin or end where no mark stands, by how many letters there are as the quotation has them: fewer
 * agree by chance.
 */
const within = [50, 30, 15, 10, 10].map(cost => (cost * editCost) / 20);
/** Beside that, to begin or end within a word. */
const cutWord = (15 * editCost) / 20;
/** A mark that ends no clause. */
const lesser = editCost / 4;
const never = 1000 * editCost;
/** Between a number and what it counts. */
const unit = 4 * editCost;
/** A clause of another length at the end, by so much a letter up to so many. */
const longer = editCost / 10;
const mostLonger = 5;
/** So few letters of a clause are not part of the words, where the quotation has no mark beside them. */
export const mostStray = 3;
const stray = 1.25 * editCost;
const otherParagraph = 4 * editCost;

export const clauseMark = /[，。；：！？…⋯\n—―,;:!?]/;
const anyMark = /[^\s\0%％‰]/;
/** What is counted, by what it begins with. */
const counted =
	'年|月|日|元|美元|欧元|吨|公里|千米|平方|立方|米|公顷|亩|千瓦|度|户|人|个|家|项|件|次|名|位|天|小时|周年|岁|' +
	'辆|台|套|艘|所|座|处|条|种|类|批|届|期|号|倍|世纪';
const units = new RegExp(`^(?:${counted})`);
const longestUnit = 3;

/**
 * What it costs that the words a quotation was made of begin or end at each place of a stretch, in which `spans` are
 * the numbers. `atMarks`: they do so at marks alone.
 */
export function edgeCosts(
	query: Query,
	stretch: Stretch,
	letters: Uint16Array,
	spans: readonly NumeralSpan[],
	atMarks = false,
): EdgeCosts {
	const marks = new Marks(stretch);
	const costsOf = (first: boolean): Int32Array => {
		const costs = agreement(query, stretch, letters, marks, first);
		if (atMarks) for (let at = 0; at < costs.length; at++) if (marks.any[at] !== 1) raise(costs, at, never);
		addUnits(costs, query, stretch, marks, spans, first);
		addNumerals(costs, query, stretch, marks, spans, first);
		addLengths(costs, marks, clauseSize(query, first), first);
		addParagraphs(costs, marks, first);
		addStrays(costs, marks, query, first);
		return costs;
	};
	return { begin: costsOf(true), end: costsOf(false) };
}

function raise(costs: Int32Array, at: number, by: number): void {
	costs[at] = (costs[at] ?? 0) + by;
}

/** What stands before each letter of a stretch, and behind its last: 1 where it is so. */
class Marks {
	readonly any: Uint8Array;
	readonly clause: Uint8Array;
	readonly paragraph: Uint8Array;
	/** Offsets of the text that are within words. */
	readonly words: ReadonlySet<number>;

	constructor({ text, offsets }: Stretch) {
		this.words = withinWords(text);
		const size = offsets.length;
		this.any = new Uint8Array(size + 1);
		this.clause = new Uint8Array(size + 1);
		this.paragraph = new Uint8Array(size + 1);
		for (let at = 0; at <= size; at++) {
			const gap = text.slice(lettersEnd(offsets, at), offsets[at]);
			if (gap === '') continue;
			this.clause[at] = Number(clauseMark.test(gap));
			this.any[at] = Number(isMarked(gap));
			this.paragraph[at] = Number(gap.includes('\n'));
		}
	}
}

/** By the marks, and by how many letters agree where there is none. */
function agreement({ codes }: Query, stretch: Stretch, letters: Uint16Array, marks: Marks, first: boolean): Int32Array {
	const costs = new Int32Array(stretch.offsets.length + 1);
	for (let at = 0; at < costs.length; at++) {
		if (marks.clause[at] === 1) continue;
		if (marks.any[at] === 1) {
			costs[at] = lesser;
			continue;
		}
		const agreeing = first
			? same(codes, 0, letters, stretch.low + at, 1)
			: same(codes, codes.length - 1, letters, stretch.low + at - 1, -1);
		const cut = agreeing < 2 && marks.words.has(stretch.offsets[at] ?? -1);
		costs[at] = (within[agreeing] ?? 0) + (cut ? cutWord : 0);
	}
	return costs;
}

/** Nothing begins or ends within a number. */
function addNumerals(
	costs: Int32Array,
	query: Query,
	{ low, high }: Stretch,
	marks: Marks,
	spans: readonly NumeralSpan[],
	first: boolean,
): void {
	const hasNumber = first ? query.spans[0]?.from === 0 : query.spans.at(-1)?.to === query.codes.length;
	for (const { from, to } of spans) {
		for (let at = Math.max(low, from + 1); at < Math.min(high + 1, to); at++) costs[at - low] = never;
		// Where the words begin or end with a number, another one that stands there is not left out.
		const beside = first ? to - low : from - low;
		if (hasNumber && marks.any[beside] === 0) raise(costs, beside, unit);
	}
}

/** Adds what it costs to part a number from what it counts, or to end behind another one than the quotation. */
function addUnits(
	costs: Int32Array,
	query: Query,
	{ low, high, text, offsets }: Stretch,
	marks: Marks,
	spans: readonly NumeralSpan[],
	first: boolean,
): void {
	const last = query.spans.at(-1);
	const ends = !first && last?.to === query.codes.length;
	for (const { to, key } of spans) {
		const behind = to - low;
		if (to <= low || to >= high || marks.any[behind] === 1) continue;
		const place = lettersEnd(offsets, behind);
		if (units.test(text.slice(place, place + longestUnit))) costs[behind] = Math.max(costs[behind] ?? 0, unit);
		if (ends && key !== last.key) raise(costs, behind, unit / 2);
	}
}

/** How many letters the first clause of a quotation has, or the last. */
function clauseSize({ codes, text, offsets, joints }: Query, first: boolean): number {
	const own = joints.filter(at => clauseMark.test(text.slice(lettersEnd(offsets, at), offsets[at])));
	return first ? (own[0] ?? codes.length) : codes.length - (own.at(-1) ?? 0);
}

/** Whether what stands beside words is a mark, or the end of their paragraph. */
export function isMarked(gap: string): boolean {
	return clauseMark.test(gap) || anyMark.test(gap);
}

/** Whether a mark stands before one of some letters of a quotation. */
export function hasMark({ text, offsets }: Query, from: number, to: number): boolean {
	for (let at = Math.max(1, from); at <= to && at < offsets.length; at++)
		if (anyMark.test(text.slice(lettersEnd(offsets, at), offsets[at]))) return true;
	return false;
}

let words: Intl.Segmenter | undefined;

/** Offsets within words; none where the words of Chinese are not known. */
export function withinWords(text: string): ReadonlySet<number> {
	const cuts = new Set<number>();
	if (typeof Intl.Segmenter !== 'function') return cuts;
	words ??= new Intl.Segmenter('zh', { granularity: 'word' });
	for (const { segment, index } of words.segment(text))
		for (let at = 1; at < segment.length; at++) cuts.add(index + at);
	return cuts;
}

/** How many letters agree from two places on, up to four. */
function same(a: Uint16Array, from: number, b: Uint16Array, at: number, step: 1 | -1): number {
	let count = 0;
	while (
		count < within.length - 1 &&
		from + step * count >= 0 &&
		a[from + step * count] !== undefined &&
		a[from + step * count] === b[at + step * count]
	)
		count++;
	return count;
}

/**
 * Adds what it costs that the first clause, or the last, has not as many letters as that of the quotation; of a
 * paragraph all may be quoted.
 */
function addLengths(costs: Int32Array, marks: Marks, own: number, first: boolean): void {
	const last = costs.length - 1;
	let size = mostLonger + own;
	for (let one = 0; one <= last; one++) {
		const at = first ? last - one : one;
		if (marks.paragraph[at] !== 1) raise(costs, at, longer * Math.min(mostLonger, Math.abs(size - own)));
		size = marks.clause[at] === 1 ? 1 : size + 1;
	}
}

/** Adds what it costs to take a few letters from another paragraph: words are quoted from one, or more of both. */
function addParagraphs(costs: Int32Array, marks: Marks, first: boolean): void {
	marks.paragraph.forEach((is, at) => {
		if (is === 0) return;
		for (let by = 1; by <= mostStray; by++) {
			const edge = first ? at - by : at + by;
			if (edge >= 0 && edge < costs.length) raise(costs, edge, otherParagraph);
		}
	});
}

/** Adds what it costs to take a few letters from beyond a mark, where the quotation has none. */
function addStrays(costs: Int32Array, marks: Marks, query: Query, first: boolean): void {
	const size = query.codes.length;
	if (first ? hasMark(query, 1, mostStray + 1) : hasMark(query, size - mostStray - 1, size - 1)) return;
	for (let at = 0; at < costs.length; at++) {
		let by = 1;
		const beside = () => at + (first ? by : -by);
		while (by <= mostStray && marks.any[beside()] !== 1) by++;
		if (by > mostStray) continue;
		raise(costs, at, marks.clause[beside()] === 1 && marks.clause[at] !== 1 ? stray : stray / 2);
	}
}
