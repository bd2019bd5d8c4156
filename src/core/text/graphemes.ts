// Where one character of a reader ends and the next begins: an emoji with its skin tone, a flag, a letter with its
// accents and a CRLF are one each.

/** Characters that nothing joins to what follows, and that nothing joins to what stands before: no marks, no halves. */
const plain = {
	before: String.raw`\t-\u05FF\u2010-\u2027\u3001-\u3029\u3041-\u3096\u3400-\uD7FF\uFF01-\uFF60`,
	behind: String.raw` -~\u3001-\u3029\u3041-\u3096\u3400-\u9FFF\uFF01-\uFF60`,
};
/** Neighbours that nothing joins: the second is no mark, no part of an emoji and no half of anything. */
const apart = new RegExp(`^[${plain.before}][${plain.behind}]$`);

let made: Intl.Segmenter | undefined;
const segmenter = () => (made ??= new Intl.Segmenter('und', { granularity: 'grapheme' }));

/**
 * Whether an offset (UTF-16) stands between two characters, or at an end of the text. Costs what the character there is
 * long.
 */
export function isBoundary(text: string, offset: number): boolean {
	if (offset <= 0 || offset >= text.length) return true;
	if (apart.test(text.slice(offset - 1, offset + 1))) return true;
	let from = offset - 1;
	while (from > 0 && !apart.test(text.slice(from - 1, from + 1))) from--;
	// What comes behind the next code point does not matter.
	const here = segmenter()
		.segment(text.slice(from, offset + 2))
		.containing(offset - from);
	return here?.index === offset - from;
}

/** The last place between two characters at an offset or before it. */
export function boundaryBefore(text: string, offset: number): number {
	let at = offset;
	while (!isBoundary(text, at)) at--;
	return at;
}

/** The first place between two characters at an offset or behind it. */
export function boundaryBehind(text: string, offset: number): number {
	let at = offset;
	while (!isBoundary(text, at)) at++;
	return at;
}
