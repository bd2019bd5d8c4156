// Text as Word may hold it.

/** Characters that no XML has, and halves of characters that stand alone. */
export const forbidden = new RegExp(
	[
		/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/,
		/[\ud800-\udbff](?![\udc00-\udfff])/,
		/(?<![\ud800-\udbff])[\udc00-\udfff]/,
	]
		.map(one => one.source)
		.join('|'),
	'g',
);

/** A text without what a Word file cannot hold, and how many characters that were. */
export function allowedText(text: string): { readonly text: string; readonly left: number } {
	let left = 0;
	const kept = text.replace(forbidden, () => {
		left++;
		return '';
	});
	return { text: kept, left };
}

/** What Word or Excel would take for a field or a formula: `DDEAUTO c:\\x`, `=cmd|'/c x'!A1`, `=SUM(ABOVE)`. */
const field = new RegExp(
	[
		/^\s*[=+@-]\s*\w+\|.{0,200}!/,
		/^\s*=\s*[A-Z][A-Z.]*\((?:["'$\d]|[A-Z]{1,3}\$?\d|(?:ABOVE|BELOW|LEFT|RIGHT)\))/,
		/\b(?:DDE(?:AUTO)?|INCLUDE(?:TEXT|PICTURE))\s+(?:["'“]|[A-Za-z]:\\|\\\\|\w+\s+["'“])/,
	]
		.map(one => one.source)
		.join('|'),
);

/** What of a text looks like a field, and where it goes on; it is text all the same. */
export function fieldIn(text: string): string | undefined {
	const found = field.exec(text);
	return found ? text.slice(found.index).trim().slice(0, 60) : undefined;
}

/** Scripts that have no spaces between words, with their marks. */
export const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u;

/** What a line end within a paragraph stands for: nothing between Chinese, a space between words of Latin script. */
export function lineEndBetween(before: string, after: string): string {
	const last = [...before.slice(-2)].at(-1) ?? '';
	const [first = ''] = after;
	if (last === '' || first === '' || /\s/.test(last)) return '';
	if (unspaced.test(last) || unspaced.test(first)) return '';
	return ' ';
}

/** A line that begins so is one of its own, whatever Markdown makes of it: a number, a dash that attributes, a day. */
const ownLine = new RegExp(
	`^(?:${[
		/[一二三四五六七八九十百]+、/,
		/[（(][一二三四五六七八九十\d]{1,3}[)）]/,
		/\d{1,3}[.．、](?!\d)/,
		/(?:——|--)/,
		/(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s*$/,
	]
		.map(one => one.source)
		.join('|')})`,
);

/** Whether a line within a paragraph begins one that a person means to stand alone. */
export function isOwnLine(text: string): boolean {
	// The indent of Chinese paragraphs stands before it, too.
	return ownLine.test(text.trimStart());
}
