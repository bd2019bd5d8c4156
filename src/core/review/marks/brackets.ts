// Round brackets of a paragraph and their partners, full-width or half-width: whatever is done to one is done to both.

import { cellsIn } from './tableCells';

/** Where what is a number of a list stands, before a bracket that closes: 1) and 一) open nothing. */
const listNumber = /(?:^|[。；;：:\n])[ \t]*(?:[0-9A-Za-z]{1,2}|[一二三四五六七八九十]{1,3})$/;

/**
 * The partner of each round bracket that has one beyond doubt, both ways: whether one looks at the width of brackets or
 * not, they go together; or they are of two widths, and neither has another of its own.
 */
export function bracketPartners(text: string): ReadonlyMap<number, number> {
	return new Map(cellsIn(text).flatMap(({ start, end }) => pairsIn(text, start, end)));
}

/** The pairs of a stretch, each of them twice. */
function pairsIn(text: string, start: number, end: number): [number, number][] {
	const all: number[] = [];
	for (const { 0: mark, index } of text.slice(start, end).matchAll(/[()（）]/g)) {
		const at = start + index;
		if (mark !== ')' || !listNumber.test(text.slice(Math.max(start, at - 8), at))) all.push(at);
	}
	const own = new Map([...paired(text, all, '()'), ...paired(text, all, '（）')]);
	return [...paired(text, all, '(（)）')].filter(
		([at, partner]) => own.get(at) === partner || (!own.has(at) && !own.has(partner)),
	);
}

/** What goes together of some brackets, both ways; `marks`: those that open, then those that close. */
function paired(text: string, places: readonly number[], marks: string): ReadonlyMap<number, number> {
	const partners = new Map<number, number>();
	const waiting: number[] = [];
	for (const at of places) {
		const which = marks.indexOf(text.charAt(at));
		if (which >= 0 && which < marks.length / 2) waiting.push(at);
		const partner = which >= marks.length / 2 ? waiting.pop() : undefined;
		if (partner !== undefined) partners.set(partner, at).set(at, partner);
	}
	return partners;
}

/** The number of a list and its bracket: 1） a） 一） iv) ①). */
const numbering =
	/(?<![0-9A-Za-z.一二三四五六七八九十])(\d{1,2}|[A-Za-z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3})[)）]/g;
/** What stands before a number that begins a clause; nothing, or the beginning. */
const clauseBegins = /(?:^|[。；;：:，,、！？!?\s\0])$/;
const counted = '一二三四五六七八九十';

/**
 * Where brackets close numbers of a list, which open nothing: at the beginning of a clause; or behind a word, where the
 * number before or after stands so too: 包括1）加强领导2）落实责任.
 */
export function numberBrackets(text: string): ReadonlySet<number> {
	const numbers = [...text.matchAll(numbering)].map(({ 0: all, 1: label = '', index }) => ({
		label,
		at: index + all.length - 1,
		begins: clauseBegins.test(text.slice(0, index)),
	}));
	const opened = (at: number, label: string) => /[(（]/.test(text.charAt(at - label.length - 1));
	const labels = new Set(numbers.filter(one => !opened(one.at, one.label)).map(one => one.label));
	const isCounted = (label: string) => [1, -1].some(step => labels.has(besideNumber(label, step)));
	return new Set(
		numbers.filter(({ label, at, begins }) => !opened(at, label) && (begins || isCounted(label))).map(({ at }) => at),
	);
}

/** The number or letter so many places on; of 一 too. */
function besideNumber(label: string, step: number): string {
	if (/^\d+$/.test(label)) return String(Number(label) + step);
	if (label.length > 1) return '';
	const place = counted.indexOf(label);
	if (place >= 0) return counted.charAt(place + step);
	return String.fromCharCode(label.charCodeAt(0) + step);
}
