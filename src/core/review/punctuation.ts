// Half-width marks in Chinese context, and marks without a partner. Asked for only where a person wants it.

import type { Finding } from '../draft/finding';
import { bracketPartners, numberBrackets } from './brackets';
import { beside, inChinese, isChinese, isHalfWidth, wide } from './halfWidth';

const pairs = ['“”', '‘’', '「」', '『』', '（）', '《》', '〈〉', '【】', '〔〕'];
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

/**
 * Marks of a paragraph; offsets of the paragraph. `data.wording` is what to write instead, where that is beyond doubt.
 */
export function punctuationIn(text: string): Finding[] {
	const partners = bracketPartners(text);
	const found = [...halfWidthMarks(text, partners), ...barDashes(text), ...marksAlone(text, partners)];
	return found.sort((a, b) => a.start - b.start);
}

function halfWidthMarks(text: string, partners: ReadonlyMap<number, number>): Finding[] {
	const found: Finding[] = [];
	const widened = new Set<number>();
	for (const { 0: mark, index } of text.matchAll(/[,:;()]/g)) {
		const instead = wide[mark];
		if (instead === undefined || !isHalfWidth(text, index, partners, widened)) continue;
		widened.add(index);
		found.push({
			code: 'punctuation.halfwidth',
			severity: 'information',
			start: index,
			end: index + 1,
			data: { wording: instead },
		});
		if (found.length === mostMarks) break;
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

/** Whether every mark within a stretch has its partner there: what is turned around it must not cross another pair. */
function isBalanced(text: string): boolean {
	const open: string[] = [];
	for (const mark of text) {
		const plain = wide[mark] ?? mark;
		const closes = pairs.find(pair => pair[1] === plain);
		if (pairs.some(pair => pair[0] === plain)) open.push(plain);
		else if (closes && open.pop() !== closes[0]) return false;
	}
	return open.length === 0;
}
