// The levels of headings in official documents: 一、→（一）→ 1. →（1） (GB/T 9704-2012, 7.3.3).

const han = '[一二三四五六七八九十百零〇]+';
const marks: readonly RegExp[] = [
	new RegExp(`^${han}、`),
	new RegExp(`^[（(]${han}[)）]`),
	/^\d{1,3}[.．](?!\d)/,
	/^[（(]\d{1,3}[)）]/,
];
/** A longer paragraph is no heading. */
const longest = 40;

/** The level that the number at the beginning of a text has, 1–4; nothing where it has none of those. */
export function levelOf(text: string): number | undefined {
	const at = marks.findIndex(mark => mark.test(text.trimStart()));
	if (at < 0) return undefined;
	return at + 1;
}

/** The level of a paragraph that stands alone as a heading; nothing of one that is a sentence or more. */
export function headingLevel(text: string): number | undefined {
	if (text.length > longest || /[。；！？：，、.…]["”’」』）)]*\s*$/.test(text) || text.includes('\n'))
		return undefined;
	const level = levelOf(text);
	// 1. and（1） also number the items of a list.
	if (level === undefined || level > 2) return undefined;
	return level;
}

/** How much of a paragraph with a number is its heading: the first sentence, where others follow it. */
export function runInLength(text: string): number {
	const end = text.indexOf('。') + 1;
	if (end > longest || end >= text.trimEnd().length) return 0;
	return end;
}
