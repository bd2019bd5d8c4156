// Half-width stops behind Chinese: . ? !, where they end a sentence and are no part of a name, a number, an address, a
// reference or an English sentence.

import { isChinese, isEnglish } from './halfWidth';
import { foundOr } from '../../text/values/optional';
import { behindLast } from '../../text/words/textEnd';

/** What is known of a paragraph beside its text. */
export interface StopContext {
	readonly kind: 'paragraph' | 'heading' | 'quote' | 'note';
	/** Where keys and notes are cited in it, which may stand between a stop and what goes on. */
	readonly cites: readonly { readonly start: number; readonly end: number }[];
}

const numbers = '一二三四五六七八九十百';
/** The number of a heading or a list, or the name of what is counted, behind which a dot is no stop. */
const numbered = new RegExp(
	`(?:^|[。；：:！？\\n])[\\s\\0>*+-]*(?:${[
		`其?[${numbers}]{1,4}`,
		`第[${numbers}\\d]+[章节条编篇部款项讲]?`,
		'[甲乙丙丁戊己庚辛壬癸子丑寅卯]',
		'[（(][^（()）]{1,4}[)）]',
		'附[件录]?|[图表注]',
	].join('|')})$`,
);
/** A line of a list of references: its type, or its number. */
const reference = /\[[A-Z]{1,2}(?:\/[A-Z]{2})?\]|^[\s\0]*[[［]\d+[\]］]/;
/** A line of elements parted by dots, with a year at its end: 某书. 北京: 出版社, 2020. */
const ofReference = /^[^。！？；]{2,80}\. [^。！？；]*(?:19|20)\d\d[^。！？；\p{Script=Han}]*$/u;
/** An address that goes on in Chinese, blanked out up to there or not. */
const address = /(?::\/\/|\0{8})[^\s\0，、“”（）]*$/;
const longestReference = 600;
/** A sentence has so many letters; what is shorter before a dot and a space is a part of a reference. */
const shortestSentence = 6;
/** So many characters before a stop show in which language its sentence is written. */
const sentenceSize = 60;

/** Whether a half-width . ? or ! ends a Chinese sentence. */
export function isChineseStop(text: string, at: number, { kind, cites }: StopContext): boolean {
	const mark = text.charAt(at);
	const front = beforeCites(text, at, cites);
	const left = text.charAt(front - 1);
	const ends = isChinese(left) ? !/[“‘「『（《，、；：]/.test(left) : mark === '.' && /[%％‰℃]/.test(left);
	const before = sentenceBefore(text, at);
	if (!ends || isEnglish(before)) return false;
	if (front < at) return isBehindCite(text, front, at, kind);
	const cite = cites.find(one => one.start === at + 1);
	const right = text.slice(cite ? cite.end : at + 1, at + 40);
	if (address.test(before) && /^\p{Script=Han}/u.test(right)) return false;
	return mark === '.' ? isFullStop(text, at, kind, right) : !/^(?:[A-Za-z0-9=&/_#\[\0]|\\)/.test(right);
}

/** Numbers in brackets that cite: [1], [2-4]. */
const numberMark = /\[\d{1,3}(?:[-–,，、]\d{1,3})*\]$/;

/** Marks of Markdown, blanked out; an address is longer. */
const markup = /(?<!\0)\0{1,4}$/;

/** Where the notes, keys and numbers begin that stand before a place; the place where none does. */
function beforeCites(text: string, at: number, cites: StopContext['cites']): number {
	const cite = cites.find(one => one.end === at);
	const near = text.slice(Math.max(0, at - 20), at);
	const mark = (numberMark.exec(near) ?? markup.exec(near))?.[0] ?? '';
	const front = cite?.start ?? at - mark.length;
	return front < at ? beforeCites(text, front, cites) : at;
}

/** Whether a mark behind what is cited ends a sentence of prose: 很重要[^1]. */
function isBehindCite(text: string, front: number, at: number, kind: StopContext['kind']): boolean {
	if (kind !== 'paragraph' && kind !== 'quote') return false;
	if (/[。！？…]/.test(text.charAt(front - 1)) || reference.test(lineAround(text, at))) return false;
	return /^(?:\s*$|\s*\n|\s?[\p{Script=Han}“‘《（”’」』）])/u.test(text.slice(at + 1, at + 40));
}

function isFullStop(text: string, at: number, kind: StopContext['kind'], right: string): boolean {
	if (kind !== 'paragraph' && kind !== 'quote') return false;
	const line = lineAround(text, at);
	if (numbered.test(text.slice(Math.max(0, at - 20), at)) || reference.test(line)) return false;
	// A dot between two names, before the end of a file name, or one of several.
	if (/^(?:\s*$|\s*\n|[”’」』）)"])/.test(right)) return !/\.\s/.test(line) || areSentences(line);
	return /^\s\s*\p{Script=Han}/u.test(right) && areSentences(line);
}

/** Whether what stands before each dot and space of a line is long enough for a sentence. */
function areSentences(line: string): boolean {
	return line
		.split(/\.(?=\s|$)/)
		.slice(0, -1)
		.every(one => (behindLast(one, '。！？；').match(/\p{Script=Han}/gu)?.length ?? 0) >= shortestSentence);
}

/**
 * Whether a half-width mark with a space behind it stands in a reference: 于潇, 刘义. 题名[J]. 刊名, 2012 is written by
 * the rules of references, not of prose.
 */
export function isOfReference(text: string, at: number): boolean {
	const line = lineAround(text, at);
	return (
		text.charAt(at + 1) === ' ' && (reference.test(line) || (line.length <= longestReference && ofReference.test(line)))
	);
}

function lineAround(text: string, at: number): string {
	const end = text.indexOf('\n', at);
	return text.slice(text.lastIndexOf('\n', at) + 1, foundOr(end, text.length));
}

function sentenceBefore(text: string, at: number): string {
	return /[^。！？；\n]*$/.exec(text.slice(Math.max(0, at - sentenceSize), at))?.[0] ?? '';
}
