// Where the footnotes of a Markdown draft are defined, and where another definition belongs.

import { Draft } from '../../draft/draft';
import { textLines, type TextLine } from '../../draft/lines';
import type { RegionKind } from '../../draft/region';

/** What is known of a draft's footnotes. */
export interface Footnotes {
	/** Labels that have a definition, in small letters: Markdown does not tell capitals apart. */
	readonly defined: ReadonlySet<string>;
	/** Offset behind the last definition (before its line end), or nothing where there is none. */
	readonly last: number | undefined;
	/** Where a first definition goes: the end of the draft, or before the code that is open there. */
	readonly end: number;
}

/** Blocks in which nothing defines a footnote. */
const blocks: ReadonlySet<RegionKind> = new Set<RegionKind>(['code', 'comment', 'math', 'frontMatter']);

/**
 * For each line, and for one behind the last, whether it is inside a block in which nothing is a definition. A comment is such a
 * block only where it begins its line; in a paragraph nothing but a closed one is a comment.
 */
function closedLines(lines: readonly TextLine[]): boolean[] {
	const draft = new Draft('markdown', { count: lines.length + 1, line: at => lines[at]?.text ?? 'x' });
	const closed: boolean[] = [];
	let comment = false;
	for (let at = 0; at <= lines.length; at++) {
		const text = lines[at]?.text ?? 'x';
		const regions = draft.regions(at);
		const open = regions.find(r => r.kind === 'comment' && r.open === true);
		const first = regions[0];
		const goesOn = first?.kind === 'comment' && first.start === 0 && !/^\s*<!--/.test(text);
		if (!goesOn) comment = open !== undefined && /^ {0,3}<!--/.test(text);
		// Front matter that nothing closes is a rule and a paragraph.
		if (at === lines.length && first?.kind === 'frontMatter') return closed.map(() => false).concat(false);
		closed.push(
			regions.some(
				r =>
					r.start === 0 && r.end >= text.length && blocks.has(r.kind) && (r.kind !== 'comment' || !goesOn || comment),
			),
		);
	}
	return closed;
}

/** The start of a definition: its label and the colon. */
export const definition = /^ {0,3}\[\^([^\]\s]+)\]:/;

/** Reads the footnote definitions of a Markdown draft. */
export function footnotesOf(text: string): Footnotes {
	const lines = textLines(text);
	const closed = closedLines(lines);
	const defined = new Set<string>();
	let last: number | undefined;
	let within = false;
	let blank = false;
	lines.forEach((line, at) => {
		const found = closed[at] ? undefined : definition.exec(line.text);
		if (found) {
			defined.add(found[1]!.toLowerCase());
			within = true;
		} else if (line.text.trim() === '') {
			blank = true;
			return;
		} else if (within && !/^(?: {4}|\t)/.test(line.text) && (blank || closed[at])) {
			// A line that is not indented goes on with a definition only directly behind it.
			within = false;
		}
		blank = false;
		if (within) last = line.start + line.text.length;
	});
	return { defined, last, end: endOf(lines, text.length, closed) };
}

/** The end of the draft, or the start of the code or comment that is still open there: behind it nothing is a definition. */
function endOf(lines: readonly TextLine[], length: number, closed: readonly boolean[]): number {
	let at = lines.length;
	while (at > 0 && closed[at] && closed[at - 1]) at--;
	return at === lines.length ? length : lines[at]!.start;
}
