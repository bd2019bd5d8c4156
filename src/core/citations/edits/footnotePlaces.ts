// Where a definition or a list belongs in a Markdown draft that has none yet.

import type { Draft } from '../../draft/draft';
import { LineRegions } from '../../draft/lineRegions';
import { lineAt, type TextLine } from '../../draft/lines';
import type { RegionKind } from '../../draft/region';

/** Blocks in which nothing defines a footnote. */
const blocks: ReadonlySet<RegionKind> = new Set<RegionKind>(['code', 'comment', 'math', 'frontMatter']);

/**
 * For each line, and for one behind the last, whether it is inside a block in which nothing is a definition. A comment
 * is such a block only where it begins its line; in a paragraph nothing but a closed one is a comment.
 */
function closedLines(lines: readonly TextLine[]): boolean[] {
	const scan = new LineRegions('markdown', { count: lines.length + 1, line: at => lines[at]?.text ?? 'x' });
	const closed: boolean[] = [];
	let comment = false;
	for (let at = 0; at <= lines.length; at++) {
		const text = lines[at]?.text ?? 'x';
		const regions = scan.of(at);
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

/**
 * Where something goes that belongs to the end of a Markdown draft: its end, or before the code, comment or HTML that
 * is open there and would swallow it.
 */
export function placeAtEnd(draft: Draft): number {
	return draft.part(endPlace);
}

function endPlace({ text, lines }: Draft): number {
	const closed = closedLines(lines);
	let at = lines.length;
	while (at > 0 && closed[at] && closed[at - 1]) at--;
	at = beforeList(lines, closed, Math.min(at, openHtml(lines, closed)));
	return lines[at]?.start ?? text.length;
}

/**
 * The line where the list begins that a line stands in, so far to the right that it would go on with a note above it;
 * the line itself, where it does not.
 */
function beforeList(lines: readonly TextLine[], closed: readonly boolean[], line: number): number {
	const textOf = (at: number) => lines[at]?.text ?? '';
	if (!/^(?: {4}| {0,3}\t)/.test(textOf(line))) return line;
	const begins = (at: number) => /^\S/.test(textOf(at)) && textOf(at - 1).trim() === '' && !closed[at];
	let at = line;
	while (at > 0 && !begins(at)) at--;
	return closed[at] ? line : at;
}

/**
 * Where the line that begins at `place` in `written` begins in the draft; that has the same lines, but marks were put
 * into some. With a mark on it a line may open nothing any more.
 */
export function sameLine(draft: Draft, written: Draft, place: number): number {
	return draft.lines[lineAt(written.lines, place)]?.start ?? draft.text.length;
}

/**
 * HTML that is taken as it stands until its own end, whatever blank lines come between (CommonMark, HTML blocks 1, 3, 4
 * and 5).
 */
const rawHtml: readonly { readonly begin: RegExp; readonly end: RegExp }[] = [
	{
		begin: /^ {0,3}<(?:pre|script|style|textarea)(?=[\s>]|$)/i,
		end: /<\/(?:pre|script|style|textarea)>/i,
	},
	{ begin: /^ {0,3}<\?/, end: /\?>/ },
	{ begin: /^ {0,3}<![a-z]/i, end: />/ },
	{ begin: /^ {0,3}<!\[CDATA\[/, end: /\]\]>/ },
];

/** The line on which HTML begins that nothing ends; how many lines there are, where none does. */
function openHtml(lines: readonly TextLine[], closed: readonly boolean[]): number {
	const textOf = (at: number) => lines[at]?.text ?? '';
	for (let at = 0; at < lines.length; at++) {
		const html = closed[at] ? undefined : rawHtml.find(({ begin }) => begin.test(textOf(at)));
		if (!html) continue;
		const first = at;
		while (at < lines.length && !html.end.test(textOf(at))) at++;
		if (at === lines.length) return first;
	}
	return lines.length;
}
