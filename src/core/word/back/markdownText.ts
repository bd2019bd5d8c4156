// Words of Word in Markdown: what comes in as text is read as the same text, whatever marks it has.

/** A line, or a stretch within one, in which nothing means anything to Markdown; no line end is in it. */
export function markdownText(text: string): string {
	return within.reduce((written, [mark, harmless]) => written.replace(mark, harmless), text);
}

/** What means something wherever it stands, and how it is written so that it means itself; backslashes first. */
const within: readonly (readonly [mark: RegExp, harmless: string])[] = [
	[/[\\`*<$]/g, '\\$&'],
	[/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&'],
	[/~(?=~)|(?<=~)~/g, '\\$&'],
	// A name of a character: &amp; &#160;
	[/&(?=#?\w+;)/g, '\\$&'],
	// Notes, keys, pictures, links, definitions, but no bare number; a bracket at the end may meet what stands behind it.
	[/\[(?!\d+(?:[-–,，、]\d+)*\])|(?<=[!^])\[/g, '\\$&'],
	[/\](?=[([:]|\s*$)/g, '\\$&'],
	[/(?<![\p{L}\p{N}\\])@(?=[\p{L}\p{N}{])/gu, '\\$&'],
	// A mark that a bracket may stand behind.
	[/[!^]$/, '\\$&'],
	// The end of a heading.
	[/(?<=\s)#+(?=\s*$)/g, '\\$&'],
];

/** A line that is harmless within, made so at its beginning too: it begins nothing but a paragraph. */
export function markdownLine(line: string): string {
	const text = line.replace(/^[ \t]+/, '');
	const at = starts.map(start => start.exec(text)?.[1]?.length).find(length => length !== undefined);
	if (at === undefined) return text;
	return `${text.slice(0, at)}\\${text.slice(at)}`;
}

/** What begins a block, with what stands before the sign that is taken as itself. */
const starts: readonly RegExp[] = [
	/^()#{1,6}(?:\s|$)/,
	/^()>/,
	/^()[-+](?:\s|$)/,
	/^(\d{1,9})[.)](?:\s|$)/,
	// Lines below headings, between parts, below the head of a table.
	/^()(?:=+\s*|-[-\s]*)$/,
	/^()[|:-][|:\s-]*$/,
	/^()\|/,
	/^()~{3}/,
	/^():\s/,
	/^()\[[ xX]\](?:\s|$)/,
];
