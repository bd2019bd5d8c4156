// The cells of a table in a paragraph, of Markdown or LaTeX.

const rule = /^[ \t>]*(?![ \t>])(?:\|[ \t]*)?:?-+:?[ \t]*(?:\||$)/m;

/** What parts the cells of a table; nothing where there is none. In Markdown no two backslashes are text. */
function separatorsIn(text: string): RegExp | undefined {
	if (text.includes('|') && (rule.test(text) || /^[ \t>]*\|/.test(text))) return /(?<!\\)\||\n/g;
	return text.includes('\\\\') && /(?<!\\)&/.test(text) ? /\\\\|(?<!\\)&/g : undefined;
}

/** The cells of a table, whose marks are their own; without a table all of it. UTF-16, half-open. */
export function cellsIn(text: string): { readonly start: number; readonly end: number }[] {
	const separators = separatorsIn(text);
	if (!separators) return [{ start: 0, end: text.length }];
	const cells: { start: number; end: number }[] = [];
	let start = 0;
	for (const { 0: separator, index } of text.matchAll(separators)) {
		cells.push({ start, end: index });
		start = index + separator.length;
	}
	return [...cells, { start, end: text.length }];
}
