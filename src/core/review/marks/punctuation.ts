// Half-width marks in Chinese context, and marks without a partner. Asked for only where a person wants it.

import type { Finding } from '../../draft/finding';
import { bracketPartners, numberBrackets } from './brackets';
import { beside, inChinese, isChinese, isHalfWidth, isWidePair, wide } from './halfWidth';
import { isBalanced, pairs } from './pairs';
import { isChineseStop, isOfReference, type StopContext } from './stops';
import { straightPairs } from './straightQuotes';

const opening: ReadonlySet<string> = new Set(pairs.map(pair => pair.charAt(0)));
/** What opens for a mark that closes. */
const openedBy: ReadonlyMap<string, string> = new Map(pairs.map(pair => [pair.charAt(1), pair.charAt(0)]));
/** So many are enough to see what is wrong. */
const mostMarks = 200;

/**
 * Where a mark that closes may stand: before a mark, or at the end. And one that opens: behind a mark, or at the
 * beginning.
 */
const closesHere = /^(?:[，。、；：！？）》」』”’…]|\s*$)/;
const opensHere = /(?:^|[，。、；：！？（《「『“‘])\s*$/;

interface Mark {
	readonly mark: string;
	readonly at: number;
}

/** What is known of a paragraph beside its text. */
export interface MarkContext extends StopContext {
	/** What stands for straight marks of quotation; nothing where they stay. */
	readonly quotes?: string;
}

/** One mark may put the next in a better light; so often that is looked at. */
const mostRounds = 8;

/**
 * Marks of a paragraph; offsets of the paragraph. `data.wording` is what to write instead, where that is beyond doubt:
 * when all is written so, nothing more of that kind is found.
 */
export function punctuationIn(text: string, context: MarkContext): Finding[] {
	const mended = mendedMarks(text, context);
	const found = [
		...changedMarks(text, mended).slice(0, mostMarks),
		...barDashes(mended),
		...marksAlone(mended, bracketPartners(mended)).filter(one => one.data.wording === undefined),
	];
	return found.sort((a, b) => a.start - b.start);
}

/** A paragraph with every mark as it should be; as long as it is. */
function mendedMarks(text: string, context: MarkContext): string {
	let before = withQuotes(text, context.quotes);
	for (let round = 0; round < mostRounds; round++) {
		const after = withTurned(withWide(before, context));
		if (after === before) break;
		before = after;
	}
	return before;
}

/** A paragraph with “ ” for straight marks of quotation. */
function withQuotes(text: string, quotes: string | undefined): string {
	if (quotes === undefined) return text;
	const partners = straightPairs(text);
	if (partners.size === 0) return text;
	return text.replace(/"/g, (mark, at: number) => {
		const partner = partners.get(at);
		return partner === undefined ? mark : quotes.charAt(partner > at ? 0 : 1);
	});
}

/** A paragraph with those of its half-width marks full-width that stand in Chinese. */
function withWide(text: string, context: MarkContext): string {
	const partners = bracketPartners(text);
	return text.replace(/[,:;().?!]/g, (mark, at: number) =>
		isToBeWide(text, at, partners, context) ? (wide[mark] ?? mark) : mark,
	);
}

function isToBeWide(text: string, at: number, partners: ReadonlyMap<number, number>, context: MarkContext): boolean {
	switch (text[at]) {
		case '(':
		case ')':
			return isWidePair(text, at, partners.get(at));
		case '.':
		case '?':
		case '!':
			return isChineseStop(text, at, context);
		default:
			return isHalfWidth(text, at, context.cites) && !isOfReference(text, at);
	}
}

/** A paragraph with those marks turned that are the wrong way round. */
function withTurned(text: string): string {
	const marks = marksAlone(text, bracketPartners(text));
	return marks.reduce((now, { start, end, data }) => {
		return data.wording === undefined ? now : now.slice(0, start) + data.wording + now.slice(end);
	}, text);
}

/** The marks in which two texts of one length differ; of a pair both or neither. */
function changedMarks(text: string, mended: string): Finding[] {
	const found: Finding[] = [];
	for (let at = 0; at < text.length; at++) {
		const wording = mended.charAt(at);
		const mark = text.charAt(at);
		if (wording === mark) continue;
		const place = { severity: 'information', start: at, end: at + 1 } as const;
		found.push(
			opening.has(mark) || openedBy.has(mark)
				? { code: 'punctuation.unbalanced', ...place, data: { mark, wording } }
				: { code: 'punctuation.halfwidth', ...place, data: { wording } },
		);
	}
	return found;
}

/** Bars that stand for a dash, alone or two, not the lines that a table or tree is drawn with. */
const bar = /(?<![―─])(―{1,2}|─{1,2})(?![―─])/g;

/** Dashes written with bars: one finding a dash. */
function barDashes(text: string): Finding[] {
	return [...text.matchAll(bar)]
		.filter(({ 0: dash, index }) => {
			const [left, right] = [text.charAt(index - 1), text.charAt(index + dash.length)];
			return isChinese(left) || isChinese(right) || (/\d/.test(left) && /\d/.test(right));
		})
		.slice(0, mostMarks)
		.map(({ 0: dash, index }) => ({
			code: 'punctuation.halfwidth',
			severity: 'information',
			start: index,
			end: index + dash.length,
			data: { wording: '—'.repeat(dash.length) },
		}));
}

/** Marks without a partner that open, and that close. */
interface Unpaired {
	readonly opening: readonly Mark[];
	readonly closing: readonly Mark[];
}

/** What has no partner; a bracket behind the number of a list opens nothing and needs none. */
function marksAlone(text: string, partners: ReadonlyMap<number, number>): Finding[] {
	const numbers = numberBrackets(text);
	const all = unpairedIn(text, partners, new Set());
	const rest = numbers.size === 0 ? all : unpairedIn(text, partners, numbers);
	const closing = all.closing.filter(one => !numbers.has(one.at));
	const best =
		rest.opening.length + rest.closing.length < all.opening.length + closing.length ? rest : { ...all, closing };
	return [
		...unbalanced(best.opening.slice(0, mostMarks), text, 0),
		...unbalanced(best.closing.slice(0, mostMarks), text, 1),
	];
}

/** Marks without a partner, those at `without` not counted. */
function unpairedIn(text: string, partners: ReadonlyMap<number, number>, without: ReadonlySet<number>): Unpaired {
	const open: Mark[] = [];
	const alone: Mark[] = [];
	const lost: Mark[] = [];
	for (let at = 0; at < text.length && alone.length + lost.length < mostMarks; at++) {
		const meant = without.has(at) ? '' : meantBy(text, at, partners);
		if (opening.has(meant)) open.push({ mark: meant, at });
		const opens = openedBy.get(meant);
		if (opens === undefined) continue;
		const partner = open.findLastIndex(one => one.mark === opens);
		// What was opened within and never closed has no partner, whatever is around it.
		if (partner >= 0) lost.push(...open.splice(partner).slice(1));
		else if (meant !== '’') alone.push({ mark: meant, at });
	}
	return { opening: [...lost, ...open].sort((a, b) => a.at - b.at), closing: alone };
}

/** The mark that counts at an offset: a half-width bracket is one with a partner or in Chinese, else it is none. */
function meantBy(text: string, at: number, partners: ReadonlyMap<number, number>): string {
	const mark = text.charAt(at);
	if (mark !== '(' && mark !== ')') return mark;
	const counts = partners.has(at) || (mark === '(' ? inChinese(text, at) : isChinese(beside(text, at, -1)));
	return counts ? (wide[mark] ?? mark) : mark;
}

/**
 * Marks without a partner: of two of one kind in a row, “引文“ or ”引文”, the one that is turned the wrong way is to be
 * turned, and nothing is wrong with the other.
 */
function unbalanced(marks: readonly Mark[], text: string, side: 0 | 1): Finding[] {
	const found: Finding[] = [];
	let isMended = false;
	for (const [at, one] of marks.entries()) {
		if (isMended) {
			isMended = false;
			continue;
		}
		const two = marks[at + 1];
		const pair = pairs.find(some => some[side] === one.mark) ?? '';
		isMended = two !== undefined && areTurned(one, two, text, side);
		const wrong = isMended && two && side === 0 ? two : one;
		found.push({
			code: 'punctuation.unbalanced',
			severity: 'information',
			start: wrong.at,
			end: wrong.at + 1,
			data: { mark: wrong.mark, ...(isMended ? { wording: pair.charAt(1 - side) } : {}) },
		});
	}
	return found;
}

/** Whether two marks of one kind in a row are a pair of which one is turned the wrong way. */
function areTurned(one: Mark, two: Mark, text: string, side: 0 | 1): boolean {
	const between = text.slice(one.at + 1, two.at);
	if (two.mark !== one.mark || isHalf(text, one) || isHalf(text, two)) return false;
	if (/[“”「」『』]/.test(between) || !isBalanced(between)) return false;
	return side === 0 ? closesHere.test(text.slice(two.at + 1)) : opensHere.test(text.slice(0, one.at));
}

function isHalf(text: string, { at }: Mark): boolean {
	return wide[text.charAt(at)] !== undefined;
}
