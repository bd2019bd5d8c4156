// Where numbers stand in a text, each as one thing: digits with their decimals, 万 and 亿, %, 成, 百分之. An edit has
// all of a number or nothing of it.

import { fold } from '../../text/fold';
import type { Step } from './align';
import { letterStart } from './letterOffsets';

/** A number as written. */
export interface Numeral {
	/** UTF-16 of the text, half-open; without its sign of percentage. */
	readonly start: number;
	readonly end: number;
	/** Where its sign of percentage ends; `end` where it has none. */
	readonly tail: number;
	/** What is the same of numbers that are written the same, whatever the width. */
	readonly key: string;
}

const digits = '\\d{1,3}(?:,\\d{3})+(?:[.·]\\d+)?(?!\\d)|\\d+(?:[.·]\\d+)?';
const scale = '(?:[多余](?=[万亿]))?(?:万亿|[千百十]?[万亿]|千(?![瓦米克卡方])|百(?=[多余元人个]))?';
const one = '[零〇一二两三四五六七八九]';
const chinese = `[几数]?[零〇一二两三四五六七八九十百千]{2,}(?:点${one}+)?|[几数]?[零〇一二两三四五六七八九十百千](?=[万亿成])|${one}点${one}+`;
const share = '个百分点|成(?![为本果立长员就功效品熟都交绩])|倍(?![增加受])';
const pattern = new RegExp(
	`(?:[百千万]分之(?:${digits}|[零〇一二两三四五六七八九十百千]+(?:点${one}+)?)|(?:${digits}|${chinese})${scale}(?:${share})?)`,
	'g',
);
const percent = /^[\s\0]*[.·]?\\?[%‰]/;

/** The numbers of a text, in order. */
export function numeralsIn(text: string): Numeral[] {
	const folded = fold(text).replace(/．/g, '.');
	if (!/[\d零〇一二两三四五六七八九十百千]/.test(folded)) return [];
	return [...folded.matchAll(pattern)].map(({ 0: whole, index }) => {
		const end = index + whole.length;
		const tail = signEnd(folded, end);
		return {
			start: index,
			end,
			tail,
			key: whole.replace(/,/g, '').replace(/·/g, '.') + signIn(folded.slice(end, tail)),
		};
	});
}

/** Where a sign of percentage ends that stands at an offset; the offset itself where there is none. */
export function signEnd(text: string, at: number): number {
	return at + (percent.exec(fold(text.slice(at, at + 4)))?.[0].length ?? 0);
}

/** A sign of percentage without markup and width. */
export function signIn(text: string): string {
	return fold(text).replace(/[\s\0\\]/g, '');
}

/**
 * Whether two texts have the same numbers in the same order; of 5—6% and 5%—6% the sign of the first goes without
 * saying.
 */
export function sameNumbers(a: string, b: string): boolean {
	const keys = (text: string) => {
		// Whatever parts digits three by three.
		const plain = text.replace(/(?<=\d)[,;、，；](?=\d{3}(?!\d))/g, '');
		return numeralsIn(plain).map(one =>
			one.tail > one.end && /^\s*[-―—–~～至到]\s*\d/.test(plain.slice(one.tail)) ? one.key.slice(0, -1) : one.key,
		);
	};
	const [written, original] = [keys(fold(a)), keys(fold(b))];
	return written.length === original.length && written.every((key, at) => key === original[at]);
}

/** A number by the letters it takes, half-open. */
export interface NumeralSpan {
	readonly from: number;
	readonly to: number;
	readonly key: string;
}

/**
 * The numbers of a text by its letters, of which `offsets` says where each stands; `first` is the number of the first
 * letter.
 */
export function spansOf(
	numerals: readonly Numeral[],
	offsets: ArrayLike<number>,
	size: number,
	first = 0,
): NumeralSpan[] {
	const spans: NumeralSpan[] = [];
	let at = 0;
	for (const { start, end, key } of numerals) {
		while (at < size && letterStart(offsets, at) < start) at++;
		const from = at;
		while (at < size && letterStart(offsets, at) < end) at++;
		if (at > from) spans.push({ from: first + from, to: first + at, key });
	}
	return spans;
}

/** A stretch of two texts that were aligned. */
export interface Aligned {
	readonly from: number;
	readonly to: number;
	readonly start: number;
	readonly end: number;
	readonly steps: readonly Step[];
}

/**
 * The steps of an alignment, none of which begins or ends within a number on either side: of another number all is
 * other.
 */
export function withWholeNumerals(
	{ from, to, start, end, steps }: Aligned,
	written: readonly NumeralSpan[],
	original: readonly NumeralSpan[],
): readonly Step[] {
	if (written.length === 0 && original.length === 0) return steps;
	const pairs = new Pairs({ from, to, start, end, steps });
	while (
		written.some(span => pairs.partWritten(span, original)) ||
		original.some(span => pairs.partOriginal(span, written))
	);
	return stepsOf(pairs.partners, from, start, end);
}

/** Which letters of an alignment were matched. */
class Pairs {
	/** For each letter of the query the one of the text, or -1. */
	readonly partners: Int32Array;
	/** The other way round. */
	private readonly back: Int32Array;
	private readonly from: number;
	private readonly start: number;

	constructor({ from, to, start, end, steps }: Aligned) {
		this.from = from;
		this.start = start;
		this.partners = new Int32Array(to - from).fill(-1);
		this.back = new Int32Array(end - start).fill(-1);
		let [own, other] = [from, start];
		for (const step of [...steps, { from: to, to, start: end, end }]) {
			for (; own < step.from; own++, other++) {
				this.partners[own - from] = other;
				this.back[other - start] = own;
			}
			[own, other] = [step.to, step.end];
		}
	}

	/** Parts a number of the query that was not matched with the same; whether there was something to part. */
	partWritten({ from, to, key }: NumeralSpan, original: readonly NumeralSpan[]): boolean {
		const [first, last] = [this.partners[from - this.from], this.partners[to - 1 - this.from]];
		if (original.some(one => one.from === first && one.to - 1 === last && one.key === key)) return false;
		let parted = false;
		for (let own = from; own < to; own++) {
			const other = this.partners[own - this.from] ?? -1;
			if (other >= 0) parted = this.part(own, other);
		}
		return parted;
	}

	/** Parts a number of the text that was not matched with the same. */
	partOriginal({ from, to, key }: NumeralSpan, written: readonly NumeralSpan[]): boolean {
		const [first, last] = [this.back[from - this.start], this.back[to - 1 - this.start]];
		if (written.some(one => one.from === first && one.to - 1 === last && one.key === key)) return false;
		let parted = false;
		for (let other = from; other < to; other++) {
			const own = this.back[other - this.start] ?? -1;
			if (own >= 0) parted = this.part(own, other);
		}
		return parted;
	}

	private part(own: number, other: number): true {
		this.partners[own - this.from] = this.back[other - this.start] = -1;
		return true;
	}
}

/** What stands between letters that were matched. */
function stepsOf(partner: Int32Array, from: number, start: number, end: number): Step[] {
	const steps: Step[] = [];
	let [own, other] = [from, start];
	for (let at = 0; at <= partner.length; at++) {
		const match = partner[at] ?? end;
		if (match < 0) continue;
		if (from + at > own || match > other) steps.push({ from: own, to: from + at, start: other, end: match });
		[own, other] = [from + at + 1, match + 1];
	}
	return steps;
}

/** How much a step changes: letters, and numbers each as so many at most. */
export function weightOf(
	step: Step,
	written: readonly NumeralSpan[],
	original: readonly NumeralSpan[],
	ofNumber = 1,
): number {
	return Math.max(countOf(step.from, step.to, written, ofNumber), countOf(step.start, step.end, original, ofNumber));
}

function countOf(from: number, to: number, spans: readonly NumeralSpan[], ofNumber: number): number {
	let count = to - from;
	for (const span of spans)
		if (from <= span.from && span.to <= to) count -= Math.max(0, span.to - span.from - ofNumber);
	return count;
}
