// Half-width marks in Chinese context, and marks without a partner. Asked for only where a person wants it.

import type { Finding } from '../draft/finding';
import { bracketPartners } from './brackets';

const wide: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）' };
const pairs = ['“”', '‘’', '「」', '『』', '（）', '《》', '〈〉', '【】', '〔〕'];
const han = /[\p{Script=Han}，。、；：？！“”‘’「」『』（）《》]/u;
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
	const found: Finding[] = [];
	const partners = bracketPartners(text);
	const widened = new Set<number>();
	const open: Mark[] = [];
	const alone: Mark[] = [];
	const lost: Mark[] = [];
	for (let at = 0; at < text.length && found.length + alone.length + lost.length < mostMarks; at++) {
		const mark = text.charAt(at);
		const instead = wide[mark];
		if (instead !== undefined && isHalf(text, at, partners, widened)) {
			widened.add(at);
			found.push({
				code: 'punctuation.halfwidth',
				severity: 'information',
				start: at,
				end: at + 1,
				data: { wording: instead },
			});
		}
		const meant = meantBy(text, at, partners);
		if (pairs.some(pair => pair[0] === meant)) open.push({ mark: meant, at });
		const closes = pairs.find(pair => pair[1] === meant);
		if (!closes) continue;
		const partner = open.findLastIndex(one => one.mark === closes[0]);
		// What was opened within and never closed has no partner, whatever is around it.
		if (partner >= 0) lost.push(...open.splice(partner).slice(1));
		else if (closes !== '‘’') alone.push({ mark: meant, at });
	}
	found.push(
		...unbalanced(
			[...lost, ...open.slice(0, mostMarks)].sort((a, b) => a.at - b.at),
			text,
			0,
		),
		...unbalanced(alone, text, 1),
	);
	return found.sort((a, b) => a.start - b.start);
}

/** The mark that counts at an offset: a half-width bracket is one with a partner or in Chinese, else it is none. */
function meantBy(text: string, at: number, partners: ReadonlyMap<number, number>): string {
	const mark = text.charAt(at);
	if (mark !== '(' && mark !== ')') return mark;
	const counts = partners.has(at) || (mark === '(' ? inChinese(text, at) : han.test(beside(text, at, -1)));
	return counts ? (wide[mark] ?? mark) : mark;
}

/** Whether a half-width mark is to be wide; of brackets both or neither. `widened`: those before it that are. */
function isHalf(
	text: string,
	at: number,
	partners: ReadonlyMap<number, number>,
	widened: ReadonlySet<number>,
): boolean {
	const mark = text.charAt(at);
	if (mark === '(' || mark === ')') {
		const partner = partners.get(at);
		if (partner === undefined) return false;
		return /[（）]/.test(text.charAt(partner)) || isChinesePair(text, Math.min(at, partner), Math.max(at, partner));
	}
	const left = text[at - 1] ?? '';
	if (mark === ':' && /^:[a-z0-9_+-]+:/.test(text.slice(at, at + 40))) return false; // the name of an emoji
	if ((mark === ':' || mark === ',') && /\d/.test(left)) return false;
	return (han.test(left) && !/[“‘「『《（]/.test(left)) || (left === ')' && widened.has(at - 1));
}

/** Whether a pair of half-width brackets stands in Chinese, or holds Chinese where it is no function. */
function isChinesePair(text: string, open: number, close: number): boolean {
	return inChinese(text, open) || (han.test(beside(text, close, -1)) && !/[A-Za-z0-9]/.test(text[open - 1] ?? ''));
}

/** Whether Chinese stands beside a bracket that opens. */
function inChinese(text: string, at: number): boolean {
	return han.test(beside(text, at, -1)) || han.test(beside(text, at, 1));
}

/** The character beside a bracket; what is only another bracket says nothing. */
function beside(text: string, at: number, step: 1 | -1): string {
	let to = at + step;
	while (/[()（）]/.test(text[to] ?? '')) to += step;
	return text[to] ?? '';
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
	if (two.mark !== one.mark || isHalfWidth(text, one) || isHalfWidth(text, two)) return false;
	if (/[“”「」『』]/.test(between) || !isBalanced(between)) return false;
	return side === 0 ? closesHere.test(text.slice(two.at + 1)) : opensHere.test(text.slice(0, one.at));
}

function isHalfWidth(text: string, { at }: Mark): boolean {
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
