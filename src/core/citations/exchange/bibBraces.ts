// Which braces of a BibTeX file nothing closes.

/** The offsets of opening braces without a closing one. */
export function unclosedBraces(text: string): ReadonlySet<number> {
	const open: number[] = [];
	const marks = /[{}]/g;
	for (let match = marks.exec(text); match; match = marks.exec(text)) {
		if (match[0] === '{') open.push(match.index);
		else open.pop();
	}
	return new Set(open);
}
