// A text in LaTeX cut up: arguments, environments, items; and text as Markdown takes it.

/** What a command is given in a text, each time. */
export function argumentsOf(text: string, name: string): readonly string[] {
	return [...text.matchAll(new RegExp(`\\\\${name}\\s*\\{`, 'g'))].map(found =>
		groupAt(text, found.index + found[0].length),
	);
}

/** What stands from an offset to the brace that closes it. */
export function groupAt(text: string, from: number): string {
	let depth = 1;
	for (let at = from; at < text.length; at++) {
		if (text[at] === '\\') at++;
		else if (text[at] === '{') depth++;
		else if (text[at] === '}' && --depth === 0) return text.slice(from, at);
	}
	return text.slice(from);
}

/** Where an environment ends, others of its name within it not counted. */
export function endOf(text: string, from: number, name: string): number {
	const edge = new RegExp(`\\\\(begin|end)\\{${name.replace('*', '\\*')}\\}`, 'g');
	edge.lastIndex = from;
	let depth = 1;
	for (let found = edge.exec(text); found; found = edge.exec(text)) {
		depth += found[1] === 'begin' ? 1 : -1;
		if (depth === 0) return found.index;
	}
	return text.length;
}

/** The items of a list, those of lists within it not counted. */
export function splitItems(inner: string): readonly string[] {
	const items: string[] = [];
	let depth = 0;
	let from = -1;
	for (const { 0: written, index } of inner.matchAll(/\\(?:begin|end)\{|\\item(?![A-Za-z])/g)) {
		if (written.startsWith('\\begin')) depth++;
		else if (written.startsWith('\\end')) depth--;
		else if (depth === 0) {
			if (from >= 0) items.push(inner.slice(from, index));
			from = index + written.length;
		}
	}
	if (from >= 0) items.push(inner.slice(from));
	return items;
}

/** Lines behind a mark each. */
export function lines(text: string, mark: string): string {
	return text.trim().replace(/^/gm, mark);
}

/** Text in which nothing means anything to Markdown. */
export function protectedText(text: string): string {
	return text
		.replace(/[\\`*_[\]<>#|^$!]/g, '\\$&')
		.replace(/^(\s*)(\d+)([.)])(?=\s)/, '$1$2\\$3')
		.replace(/^(\s*)([-+])(?=\s)/, '$1\\$2');
}

/** What is set as it is written, or else a comment. */
const verbatimOrComment = new RegExp(
	[
		/(?:\\(?:verb\*?|lstinline)(?<sign>[^A-Za-z\s*{])[^\n]*?\k<sign>)/,
		/(?:\\begin\{(?<environment>verbatim|lstlisting)\}[^]*?\\end\{\k<environment>\})/,
		/(?<!\\)%[^\n]*\n?/,
	]
		.map(one => one.source)
		.join('|'),
	'g',
);

/** A text without its comments; a sign of them in what is set as it is written begins none. */
export function withoutComments(text: string): string {
	return text.replace(verbatimOrComment, written => (written.startsWith('%') ? '' : written));
}

/** What a draft consists of, one piece at a time. */
export const token = new RegExp(
	[
		/\\([A-Za-z]+)(?![A-Za-z])\*?[ \t]*(?:\n(?![ \t]*\n))?|\\([^A-Za-z])/, // a command, an escaped sign
		/[{}~&]|\$\$[^$]*\$\$|\$[^$]*\$/, // groups, cells, formulas
		/`{2}|'{2}|-{2,3}/, // quotation marks and dashes
		/\n[ \t]*\n\s*|\n[ \t]*/, // the end of a paragraph, of a line
		/[^\\{}~&$`'\n-]+|[`'$-]/,
	]
		.map(one => one.source)
		.join('|'),
	'y',
);
