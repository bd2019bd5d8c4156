// Marks and script of copied text: half-width marks in a Chinese context made full-width, traditional characters
// simplified.

import { fold } from '../text/fold';
import { isTraditionalOnly } from '../text/script';

const fullWidth: ReadonlyMap<string, string> = new Map([
	[',', '，'],
	[':', '：'],
	[';', '；'],
	['?', '？'],
	['!', '！'],
]);
const han = /\p{Script=Han}/u;
/** Han, full-width marks and Chinese quotation marks: what makes a neighbour Chinese. */
const chinese = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF\u2018-\u201D\u2014\u2026]/u;
const isChinese = (unit: string | undefined) => unit !== undefined && chinese.test(unit);

/**
 * The text with `, : ; ? !` full-width where a neighbour is Chinese, and `( )` where what is in them or before them is.
 * Numbers (1,000), times (05:21), addresses and English sentences stay. One character for one.
 */
export function widenMarks(text: string): string {
	const units = text.split('');
	const opened: number[] = [];
	for (let i = 0; i < units.length; i++) {
		const mark = text.charAt(i);
		const wide = fullWidth.get(mark);
		if (mark === '(') opened.push(i);
		else if (mark === ')') {
			const from = opened.pop();
			if (from === undefined) continue;
			if (isChinese(text[from - 1]) || chinese.test(text.slice(from + 1, i))) [units[from], units[i]] = ['（', '）'];
		} else if (wide !== undefined && isBesideChinese(text, i) && !text.startsWith('://', i)) units[i] = wide;
	}
	return units.join('');
}

function isBesideChinese(text: string, at: number): boolean {
	return isChinese(text[at - 1]) || isChinese(text[at + 1]);
}

/**
 * Whether a text is written in traditional script: more than one Han character in fifty is none that simplified text
 * has.
 */
export function isTraditional(text: string): boolean {
	let characters = 0;
	let traditional = 0;
	for (let i = 0; i < text.length; i++) {
		if (!han.test(text.charAt(i))) continue;
		characters++;
		if (isTraditionalOnly(text.charCodeAt(i))) traditional++;
	}
	return characters > 0 && traditional * 50 > characters;
}

/** The text in simplified script, character for character (so 著 becomes 着 everywhere); marks, width and case stay. */
export function simplify(text: string): string {
	const folded = fold(text);
	let result = '';
	for (let i = 0; i < text.length; i++) result += han.test(text.charAt(i)) ? folded[i] : text[i];
	return result;
}
