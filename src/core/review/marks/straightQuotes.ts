// Straight marks of quotation in Chinese prose, in pairs: of code, data, measures and English nothing is known here.

import { isInCall, isMostlyChinese } from './halfWidth';
import { isBalanced } from './pairs';
import { cellsIn } from './tableCells';

/** So many characters on either side of a pair show in which language it stands. */
const around = 40;
/** A longer stretch between two marks is more than one quotation: one of them was forgotten. */
const longest = 500;

/** What a mark that opens stands behind in a measure, a name, an attribute or data: 24", x=", {", echo ". */
const noOpening = /(?:[A-Za-z0-9=\\{[]|[A-Za-z0-9_-] |[{[=]\s)$/;
/** What stands behind a mark that closes in data, or in the middle of a word. */
const noClosing = /^(?:[A-Za-z0-9=]|\s*[}=]|\s*:\s*["{[\d])/;
const emptyAtStart = /^[\s，。、；：！？,.;:!?)）”’」』]/;
const emptyAtEnd = /[\s（(“‘「『《]$/;

/** The partner of each straight mark of quotation that is to be “ or ”, both ways; of a pair both or neither. */
export function straightPairs(text: string): ReadonlyMap<number, number> {
	const partners = new Map<number, number>();
	if (!text.includes('"')) return partners;
	for (const { start, end } of cellsIn(text)) {
		for (const [open, close] of pairsOf(text.slice(start, end)))
			partners.set(start + open, start + close).set(start + close, start + open);
	}
	return partners;
}

/** The pairs of a cell, or of a paragraph without any; none where it is not certain what goes together. */
function pairsOf(text: string): readonly (readonly [number, number])[] {
	const marks = [...text.matchAll(/"/g)].map(({ index }) => index);
	if (marks.length % 2 === 1) return [];
	const pairs = marks.flatMap((open, at) => (at % 2 === 0 ? [[open, marks[at + 1] ?? open] as const] : []));
	const isCertain = pairs.every(([open, close]) => isPair(text, open, close));
	return isCertain ? pairs.filter(([open, close]) => isChinesePair(text, open, close)) : [];
}

/** Whether what stands around two marks, and between them, says that the first opens and the second closes. */
function isPair(text: string, open: number, close: number): boolean {
	const within = text.slice(open + 1, close);
	if (within === '' || within.length > longest || emptyAtStart.test(within) || emptyAtEnd.test(within)) return false;
	if (/[“”「」]/.test(within) || !isBalanced(within)) return false;
	return !noOpening.test(text.slice(Math.max(0, open - 3), open)) && !noClosing.test(text.slice(close + 1, close + 8));
}

/** Whether a pair stands in Chinese, or holds Chinese and stands alone; not in the arguments of a call. */
function isChinesePair(text: string, open: number, close: number): boolean {
	if (isInCall(text, open) || isWithinOthers(text, open)) return false;
	const beside = `${text.slice(Math.max(0, open - around), open)} ${text.slice(close + 1, close + 1 + around)}`;
	if (/[\p{Script=Han}A-Za-z]/u.test(beside)) return isMostlyChinese(beside);
	return /\p{Script=Han}/u.test(text.slice(open + 1, close));
}

/** Whether a mark stands within marks of another shape: within “ ” it is to be ‘, and who writes so knows what for. */
function isWithinOthers(text: string, at: number): boolean {
	const before = text.slice(0, at);
	return ['“”', '「」', '‘’', '『』'].some(
		([open = '', close = '']) => before.lastIndexOf(open) > before.lastIndexOf(close),
	);
}
