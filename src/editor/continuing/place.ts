// What grey text may write where somebody writes.

/** Opening marks of quotations and what closes them. */
const marks = { '“': '”', '「': '」', '『': '』' } as const;

/** The words of a quotation that a line is in the middle of; nothing where it is in none. */
export function openQuotation(line: string): string | undefined {
	for (const [open, close] of Object.entries(marks)) {
		const begun = line.lastIndexOf(open);
		if (begun >= 0 && line.indexOf(close, begun) < 0) return line.slice(begun + 1);
	}
	return undefined;
}

/** So many characters that both begin with are no chance; so many that stand further on are no common word. */
const alike = 2;
const wordsLong = 5;

/**
 * A continuation without what already follows the cursor: its end that stands there, or nothing at all where what
 * follows begins as it does or says it further on in the sentence – in a quotation that was put right, say.
 */
export function withoutFollowing(text: string, after: string): string {
	const [sentence = ''] = after.replace(/^[“「『\s]+/, '').split(/[。！？；]/);
	if (sentence.startsWith(text.slice(0, alike)) || (text.length >= wordsLong && sentence.includes(text))) return '';
	for (let length = text.length; length > 0; length--)
		if (after.startsWith(text.slice(text.length - length))) return text.slice(0, text.length - length);
	return text;
}

/** Front matter that is not closed yet has so many lines at most. */
export const longestHead = 50;

/**
 * Whether the last of the lines of a draft is where its title is written: a heading of the first level, `\title`, or
 * front matter that is begun and not closed yet. A new paper's title is its own, and Tab goes to the next field.
 */
export function isTitle(lines: readonly string[]): boolean {
	const line = lines.at(-1) ?? '';
	if (/^ {0,3}#(?!#)\s|\\title\*?(?:\[[^\]]*\])?\{[^}]*$/.test(line)) return true;
	const [first = '', ...rest] = lines;
	if (!/^(?:---|\+\+\+)\s*$/.test(first) || rest.length === 0 || rest.length > longestHead) return false;
	return rest.every(one => /^(?:[\w\p{Script=Han}-]+\s*[:=：]|\s+\S|- |#)/u.test(one));
}

/** Whether a draft cites a source: by a footnote or a pandoc key, with or without a locator, or a key of LaTeX. */
export function cites(draft: string, source: string): boolean {
	if (source === '') return false;
	const key = source.replace(/[^\w-]/g, '');
	return new RegExp(`[\\^@{,] ?${key}(?:-(?:pp?|t)\\d+)?(?![\\w-])`).test(draft);
}
