// A text as an assistant sends it: nothing of its prose is code, whatever stands around it. A review passes over code,
// and lines so long that they look like data; who asks for proof takes that for "all clean".

/** A text to be reviewed, and where its places are in what was sent. */
export interface SentText {
	readonly text: string;
	/** The place in what was sent. */
	original(place: number): number;
}

/** Longer lines are cut, since a review takes much longer ones for data. UTF-16 code units. */
const longestLine = 20_000;
/** What is put between the parts of such a line, so that each is a paragraph. */
const cut = '\n\n';
/** So many characters are prose, not a name in a line of code. */
const prose = /\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}/u;
/** A fence around a text, by what it says of the language. */
const fence = /^[ \t>]*(`{3,}|~{3,})[ \t]*(?:markdown|md|text|txt|plain|plaintext)?[ \t]*$/i;
const indented = /^(?: {4,}|\t)[ \t]*(?=[^\s*+\-\d])/;

/** The text with all of its prose open to review. As long as what was sent, but for cuts in long lines. */
export function sentText(sent: string): SentText {
	const cuts: number[] = [];
	let at = 0;
	let written = 0;
	const lines = withoutFences(sent.split('\n')).map(line => {
		const parts = partsOf(withoutCode(line));
		for (const part of parts.slice(0, -1)) cuts.push((written += part.length));
		at += line.length + 1;
		written = at;
		return parts.join(cut);
	});
	return {
		text: lines.join('\n'),
		original: place => {
			let shift = 0;
			for (const one of cuts) if (one + shift < place) shift += cut.length;
			return Math.max(0, place - shift);
		},
	};
}

/** Fences are blank lines, where they hold a text: closed by the same, or by nothing. */
function withoutFences(lines: readonly string[]): readonly string[] {
	let open: string | undefined;
	return lines.map(line => {
		const bare = line.replace(/\r$/, '');
		const mark = fence.exec(bare)?.[1];
		if (open === undefined && mark === undefined) {
			open = /^[ \t>]*(`{3,}|~{3,})/.exec(bare)?.[1] && 'code';
			return line;
		}
		if (open === 'code') {
			if (mark !== undefined) open = undefined;
			return line;
		}
		if (mark === undefined) return line;
		open = open === undefined ? 'text' : undefined;
		return ' '.repeat(bare.length) + line.slice(bare.length);
	});
}

/** A line without what makes code of its prose: an indent, or marks of code around a clause. */
function withoutCode(line: string): string {
	if (!prose.test(line)) return line;
	return line
		.replace(indented, indent => '\u3000'.repeat(indent.length))
		.replace(/(`+)([^`]+)\1/g, (all: string, marks: string, words: string) =>
			prose.test(words) ? ' '.repeat(marks.length) + words + ' '.repeat(marks.length) : all,
		);
}

/** The parts of a line, each but the last ending with a sentence if it can. */
function partsOf(line: string): readonly string[] {
	const parts: string[] = [];
	let from = 0;
	while (line.length - from > longestLine) {
		const part = line.slice(from, from + longestLine);
		const end = /^[^]*[。！？!?；;][”’」』"）)]*/.exec(part)?.[0].length ?? part.length;
		parts.push(part.slice(0, end));
		from += end;
	}
	return [...parts, line.slice(from)];
}
