// A text cut into lines that know where they stand.

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

/** The number of the line an offset stands in; between the halves of a line end it is the line before. */
export function lineAt(lines: readonly TextLine[], offset: number): number {
	let low = 0;
	let high = lines.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >>> 1;
		if (lines[middle]!.start <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}
