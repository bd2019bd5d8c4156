// Where the footnotes of a Markdown draft are defined, and where another definition belongs.
// Knows nothing of citations; what is code, comment or front matter it asks core/draft.

import { Draft } from '../draft/draft';
import type { RegionKind } from '../draft/region';

/** What is known of a draft's footnotes. */
export interface Footnotes {
	/** Labels that have a definition, in small letters: Markdown does not tell capitals apart. */
	readonly defined: ReadonlySet<string>;
	/** Offset behind the last definition (before its line end), or nothing where there is none. */
	readonly last: number | undefined;
	/** Where a first definition goes: the end of the draft, or before the code that is open there. */
	readonly end: number;
}

/** Lines of a text with their offsets; line ends are not part of a line. */
export interface TextLine {
	readonly start: number;
	readonly text: string;
}

export function linesOf(text: string): TextLine[] {
	const lines: TextLine[] = [];
	let start = 0;
	for (const line of text.split(/\r\n|\n|\r/)) {
		lines.push({ start, text: line });
		start += line.length;
		start += text.startsWith('\r\n', start) ? 2 : 1;
	}
	return lines;
}

/** Blocks in which nothing defines a footnote. */
const blocks: ReadonlySet<RegionKind> = new Set<RegionKind>(['code', 'comment', 'math', 'frontMatter']);
const definition = /^ {0,3}\[\^([^\]\s]+)\]:/;

/** Reads the footnote definitions of a Markdown draft. */
export function footnotesOf(text: string): Footnotes {
	const lines = linesOf(text);
	const draft = new Draft('markdown', { count: lines.length, line: at => lines[at]?.text ?? '' });
	const closed = (at: number) => draft.regions(at).some(r => blocks.has(r.kind) && r.start === 0 && r.end >= lines[at]!.text.length);
	const defined = new Set<string>();
	let last: number | undefined;
	let within = false;
	let blank = false;
	lines.forEach((line, at) => {
		const found = closed(at) ? undefined : definition.exec(line.text);
		if (found) {
			defined.add(found[1]!.toLowerCase());
			within = true;
		} else if (line.text.trim() === '') {
			blank = true;
			return;
		} else if (within && !/^(?: {4}|\t)/.test(line.text) && (blank || closed(at))) {
			// A line that is not indented goes on with a definition only directly behind it.
			within = false;
		}
		blank = false;
		if (within) last = line.start + line.text.length;
	});
	return { defined, last, end: endOf(lines, text.length, closed) };
}

/** The end of the draft, or the start of what is still open there: behind an unclosed fence nothing is a definition. */
function endOf(lines: readonly TextLine[], length: number, closed: (at: number) => boolean): number {
	const behind = new Draft('markdown', { count: lines.length + 1, line: at => lines[at]?.text ?? 'x' }).regions(lines.length);
	// A rule at the start that nothing closes is no front matter.
	const isOpen = behind.some(r => r.start === 0 && blocks.has(r.kind) && r.kind !== 'frontMatter');
	if (!isOpen) return length;
	let at = lines.length - 1;
	while (at > 0 && closed(at - 1)) at--;
	return lines[at]!.start;
}
