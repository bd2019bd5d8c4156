// Marks and script of copied text: half-width marks in a Chinese context made full-width, traditional characters
// simplified.

import { fold } from '../text/fold';
import { isTraditionalOnly } from '../text/script';

const wide: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };
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
		const mark = text[i]!;
		const before = text[i - 1];
		const after = text[i + 1];
		if (mark === '(') opened.push(i);
		else if (mark === ')') {
			const from = opened.pop();
			if (from === undefined) continue;
			if (isChinese(text[from - 1]) || chinese.test(text.slice(from + 1, i))) [units[from], units[i]] = ['（', '）'];
		} else if (
			Object.hasOwn(wide, mark) &&
			(isChinese(before) || isChinese(after)) &&
			!(mark === ':' && text.startsWith('//', i + 1))
		)
			units[i] = wide[mark]!;
	}
	return units.join('');
}

/**
 * Whether a text is written in traditional script: more than one Han character in fifty is none that simplified text
 * has.
 */
export function isTraditional(text: string): boolean {
	let han = 0;
	let traditional = 0;
	for (let i = 0; i < text.length; i++) {
		if (!/\p{Script=Han}/u.test(text[i]!)) continue;
		han++;
		if (isTraditionalOnly(text.charCodeAt(i))) traditional++;
	}
	return han > 0 && traditional * 50 > han;
}

/** The text in simplified script, character for character (so 著 becomes 着 everywhere); marks, width and case stay. */
export function simplify(text: string): string {
	const folded = fold(text);
	let result = '';
	for (let i = 0; i < text.length; i++) result += /\p{Script=Han}/u.test(text[i]!) ? folded[i] : text[i];
	return result;
}
