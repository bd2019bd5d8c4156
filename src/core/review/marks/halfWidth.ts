// Which half-width marks of a paragraph stand in Chinese and are to be wide.

/** Half-width marks and what Chinese has instead. */
export const wide: Readonly<Record<string, string>> = {
	',': '，',
	':': '：',
	';': '；',
	'.': '。',
	'?': '？',
	'!': '！',
	'(': '（',
	')': '）',
};

const han = /[\p{Script=Han}，。、；：？！“”‘’「」『』（）《》]/u;
/** What ends a number, a unit, a foreign word or something in brackets. */
const endsWord = /[\dA-Za-z%％‰℃°)\]}"]/;
/** Chinese that goes on behind a mark, at once. */
const goesOn = /^[\p{Script=Han}“‘「『《（]/u;
/** Behind a number it goes on also after a space. */
const goesOnSpaced = /^ \p{Script=Han}/u;
/** So many characters around a mark show in which language it stands. */
const around = 40;

/** Whether a character is Chinese or a mark of Chinese text. */
export function isChinese(character: string): boolean {
	return han.test(character);
}

/** An address is longer than marks of Markdown. */
const shortestAddress = 8;

/** Whether a half-width comma, colon or semicolon is to be wide; `cites`: what is cited, blanked out. */
export function isHalfWidth(text: string, at: number, cites: readonly { readonly end: number }[] = []): boolean {
	const left = text[at - 1] ?? '';
	if (/^:[a-z0-9_+-]+:/.test(text.slice(at, at + 40))) return false; // the name of an emoji
	if (isChinese(left))
		return !/[“‘「『《（]/.test(left) && !isEnglish(text.slice(Math.max(0, at - around), at + around));
	return (endsWord.test(left) || isBehindMarks(text, at, cites)) && goesOnInChinese(text, at);
}

/** Whether a key, a note or a mark of Markdown stands before a place; an address may go on itself. */
function isBehindMarks(text: string, at: number, cites: readonly { readonly end: number }[]): boolean {
	const { length } = /\0*$/.exec(text.slice(Math.max(0, at - shortestAddress), at))?.[0] ?? '';
	return cites.some(one => one.end === at) || (length > 0 && length < shortestAddress);
}

/** Whether Chinese goes on behind a mark that stands behind a number or a foreign word. */
function goesOnInChinese(text: string, at: number): boolean {
	const right = text.slice(at + 1, at + 4);
	// fig:图 is a name; 3, 4 goes on in figures.
	if (text[at] === ':' && /[a-z]$/.test(text.slice(Math.max(0, at - 1), at))) return false;
	if (!goesOn.test(right) && !(/[\d%％‰℃]/.test(text.charAt(at - 1)) && goesOnSpaced.test(right))) return false;
	return !isInCall(text, at) && isMostlyChinese(text.slice(Math.max(0, at - around), at + around));
}

/** f(a,甲): what stands in brackets right behind a Latin word are its arguments. */
export function isInCall(text: string, at: number): boolean {
	return /[A-Za-z0-9_\\]\s?[([{][^()[\]{}]*$/.test(text.slice(Math.max(0, at - around), at));
}

/** Whether Chinese outweighs Latin letters in a text. */
export function isMostlyChinese(text: string): boolean {
	return (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 2 > (text.match(/[A-Za-z]/g)?.length ?? 0);
}

/** Whether a text is a foreign one in which a few Chinese characters stand. */
export function isEnglish(text: string): boolean {
	return (text.match(/[A-Za-z]/g)?.length ?? 0) > (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 4;
}

/** Whether a bracket and its partner are to be wide; one without a partner stays. */
export function isWidePair(text: string, at: number, partner: number | undefined): boolean {
	if (partner === undefined) return false;
	return /[（）]/.test(text.charAt(partner)) || isChinesePair(text, Math.min(at, partner), Math.max(at, partner));
}

/** Whether a pair of half-width brackets stands in Chinese, or holds Chinese where it is no function. */
function isChinesePair(text: string, open: number, close: number): boolean {
	return inChinese(text, open) || (isChinese(beside(text, close, -1)) && !/[A-Za-z0-9]/.test(text[open - 1] ?? ''));
}

/** Whether Chinese stands beside a bracket that opens. */
export function inChinese(text: string, at: number): boolean {
	return isChinese(beside(text, at, -1)) || isChinese(beside(text, at, 1));
}

/** The character beside a bracket; what is only another bracket says nothing. */
export function beside(text: string, at: number, step: 1 | -1): string {
	let to = at + step;
	while (/[()（）]/.test(text[to] ?? '')) to += step;
	return text[to] ?? '';
}
