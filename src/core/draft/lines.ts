// A text cut into lines that know where they stand.

import { lowerBound } from '../text/lowerBound';

/** A line of a text without its line end, and its offset. */
export interface TextLine {
	readonly start: number;
	readonly text: string;
}

/** The lines of a text; CR, LF and CRLF end one. A text always has at least one line. */
export function textLines(text: string): TextLine[] {
	const lines: TextLine[] = [];
	const ends = /\r\n|\n|\r/g;
	let start = 0;
	for (let end = ends.exec(text); end; end = ends.exec(text)) {
		lines.push({ start, text: text.slice(start, end.index) });
		start = end.index + end[0].length;
	}
	lines.push({ start, text: text.slice(start) });
	return lines;
}

/** The line an offset stands in. */
export function lineHolding(lines: readonly TextLine[], offset: number): TextLine {
	return lines[lineAt(lines, offset)] ?? { start: 0, text: '' };
}

/** The number of the line an offset stands in; between the halves of a line end it is the line before. */
export function lineAt(lines: readonly TextLine[], offset: number): number {
	return Math.max(0, lastStarting(lines, offset));
}

/** The last of stretches in order that begins at an offset or before it, by its number; -1 where none does. */
export function lastStarting(stretches: readonly { readonly start: number }[], offset: number): number {
	return lowerBound(0, stretches.length, at => (stretches[at]?.start ?? Infinity) <= offset) - 1;
}
