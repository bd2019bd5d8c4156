// How a draft is written, as far as what is inserted must match: width of marks, shape of quotation marks, line ends.

/** The manner of a draft. */
export interface Conventions {
	/** Whether marks after Chinese characters are full-width (，：（） …) or half-width. */
	readonly width: 'full' | 'half';
	/** Quotation marks, outer and inner. */
	readonly quotes: QuoteMarks;
	readonly lineEnd: '\n' | '\r\n';
}

/** Opening and closing marks, and those for a quotation inside one. */
export interface QuoteMarks {
	readonly open: string;
	readonly close: string;
	readonly innerOpen: string;
	readonly innerClose: string;
}

const curly: QuoteMarks = { open: '“', close: '”', innerOpen: '‘', innerClose: '’' };
const corner: QuoteMarks = { open: '「', close: '」', innerOpen: '『', innerClose: '』' };
const straight: QuoteMarks = { open: '"', close: '"', innerOpen: "'", innerClose: "'" };

/** So much of a draft says how it is written. */
const sample = 200_000;

/** Reads the manner off a draft; an empty one is written with full-width marks and “ ”. */
export function conventionsOf(draft: string): Conventions {
	const text = draft.slice(0, sample);
	const count = (pattern: RegExp) => (text.match(pattern) ?? []).length;
	const full = count(/\p{Script=Han}[，：；（）？！]/gu);
	const half = count(/\p{Script=Han}[,:;()?!]/gu);
	const corners = count(/「/g);
	const curlies = count(/“/g);
	const straights = count(/\p{Script=Han}"|"\p{Script=Han}/gu);
	return {
		width: half > full ? 'half' : 'full',
		quotes: quotesBy(corners, curlies, straights),
		lineEnd: /\r\n/.test(text) && count(/\r\n/g) * 2 >= count(/\n/g) ? '\r\n' : '\n',
	};
}

/** The marks there are most of; where there are none, “ ”. */
function quotesBy(corners: number, curlies: number, straights: number): QuoteMarks {
	if (corners > curlies && corners > straights) return corner;
	if (straights > curlies) return straight;
	return curly;
}

const halves: Readonly<Record<string, string>> = {
	'，': ',',
	'：': ':',
	'；': ';',
	'（': '(',
	'）': ')',
	'？': '?',
	'！': '!',
};

/** A text with its marks in the width of the draft; nothing but ，：；（）？！ changes. */
export function inWidth(text: string, width: Conventions['width']): string {
	if (width === 'full') return text;
	return text.replace(/[，：；（）？！]/g, mark => halves[mark] ?? mark);
}

/** Words as they stand within quotation marks: quotations inside them take the inner marks. */
export function asInner(text: string, quotes: QuoteMarks): string {
	return text.replace(/[“「]/g, quotes.innerOpen).replace(/[”」]/g, quotes.innerClose);
}

/** What must be added to a text so that a blank line stands behind it. */
export function blankLine(text: string, lineEnd: string): string {
	// Only the white space at its end tells: a long text is not read through.
	const tail = text.slice(text.trimEnd().length);
	if (tail.length === text.length || /(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(tail)) return '';
	if (/[\r\n]$/.test(text)) return lineEnd;
	return lineEnd + lineEnd;
}

/** The line end a text ends with, as the convention has it: what is put at its end needs one behind it, too. */
export function finalLineEnd(text: string, lineEnd: string): string {
	return text.endsWith('\n') || text.endsWith('\r') ? lineEnd : '';
}
