// Where in a LaTeX draft nothing can be printed: between a command and its argument, in arguments that are no text,
// outside of the document.

import type { Draft } from './draft';

/** A stretch of a draft, half-open, within which nothing is put. */
export interface TexSpan {
	readonly start: number;
	readonly end: number;
}

/** Commands and environments whose arguments, all of them, are names and lengths. */
const technical =
	'setlength|addtolength|settowidth|setcounter|addtocounter|fontsize|linespread|rule|pagenumbering|definecolor|geometry|hypersetup';
const environments =
	'tabular|tabularx|tabulary|longtable|array|minipage|multicols|thebibliography|wrapfigure|figure|table|enumerate|itemize|description';
const argument = String.raw`[ \t]*(?:\[[^\[\]\r\n]*\]|\{(?:[^{}\r\n]|\{[^{}\r\n]*\})*\})`;
const withArguments = new RegExp(
	String.raw`\\(?:(?:${technical})(?![A-Za-z])|begin\{(?:${environments})\*?\})\*?(?:${argument})+`,
	'g',
);
/** A command right before its argument. */
const beforeArgument = /\\(?:[A-Za-z]+\*?|\\)(?=[{[])/g;

/** The stretches of a LaTeX draft within which nothing is put. */
export function texSpans({ text, masked }: Draft): readonly TexSpan[] {
	const spans: TexSpan[] = [];
	for (const { 0: found, index } of text.matchAll(withArguments))
		spans.push({ start: index, end: index + found.length });
	for (const { 0: found, index } of text.matchAll(beforeArgument)) {
		const end = index + found.length;
		spans.push({ start: end - 1, end: end + 1 });
	}
	const end = masked.indexOf('\\end{document}');
	if (end >= 0) spans.push({ start: end, end: Infinity });
	return [...spans, ...preamble(masked)];
}

/** What stands before the document, but for what is in braces: a title, a name, a definition. */
function preamble(masked: string): readonly TexSpan[] {
	const begin = masked.indexOf('\\begin{document}');
	const spans: TexSpan[] = [];
	let [depth, start] = [0, -1];
	for (let at = 0; at < begin; at++) {
		const mark = masked.charAt(at);
		if (mark === '\\') at++;
		else if (mark === '{' && depth++ === 0) spans.push({ start, end: at + 1 });
		else if (mark === '}' && depth > 0 && --depth === 0) start = at;
	}
	return begin < 0 ? [] : [...spans, { start: depth === 0 ? start : begin, end: begin + '\\begin{document}'.length }];
}
