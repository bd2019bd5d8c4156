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

/** A continuation without what already follows the cursor. */
export function withoutFollowing(text: string, after: string): string {
	for (let length = text.length; length > 0; length--)
		if (after.startsWith(text.slice(text.length - length))) return text.slice(0, text.length - length);
	return text;
}

/** Whether a draft cites a source: by a footnote or a pandoc key, with or without a locator, or a key of LaTeX. */
export function cites(draft: string, source: string): boolean {
	if (source === '') return false;
	const key = source.replace(/[^\w-]/g, '');
	return new RegExp(`[\\^@{,] ?${key}(?:-(?:pp?|t)\\d+)?(?![\\w-])`).test(draft);
}
