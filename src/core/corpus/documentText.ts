// A source and its paragraphs → the text of a document of a pack, which reads back as the same source and paragraphs
// (document.ts).

import type { Source } from './records';
import { fieldLines, wellFormed } from './yaml/print';

/**
 * A Markdown file: the source, or what extends one, as front matter, the title as a heading, then the paragraphs
 * between blank lines, each on one line. Marks that Markdown, Obsidian or Foam would take for their own get a
 * backslash; spaces at the ends of paragraphs go, and so do empty paragraphs.
 */
export function documentText(
	source: Source | ({ readonly extends: string; readonly title: string } & Partial<Source>),
	paragraphs: readonly string[],
): string {
	const head = fieldLines(source)
		.map(line => `${line}\n`)
		.join('');
	const body = paragraphs.map(paragraph => hiding(line(paragraph))).filter(paragraph => paragraph !== '');
	return `---\n${head}---\n\n# ${hiding(line(source.title)).replace(/(?<=\s)#$/, '\\#')}\n${body.map(paragraph => `\n${paragraph}\n`).join('')}`;
}

function line(text: string): string {
	return wellFormed(text)
		.split(/[\r\n]+/)
		.map(part => part.trim())
		.join(' ')
		.trim();
}

/** A backslash that would hide the mark after it. */
const backslash = /\\(?=[!-/:-@[-`{-~]|$)/g;
/** Emphasis, code, formulas, marked and struck text, HTML, entities, notes, links, tags, names of blocks. */
const marks = new RegExp(
	[
		'[*`$]|~(?=~)|=(?==)|%(?=%)|<(?=[A-Za-z/!?])|&(?=#?\\w{1,32};)',
		'\\[(?=[\\^[])|\\[(?=[^\\][]{0,200}\\][(:[])|(?<=^|\\s)#(?=\\S)',
		'(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<=\\s)\\^',
	].join('|'),
	'g',
);

/** One line of text as Markdown: a backslash before every mark that is not meant as one. */
export function hiding(text: string): string {
	const hidden = text.replace(backslash, '\\\\').replace(marks, '\\$&');
	const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(text)?.[0];
	if (number !== undefined) return `${number}\\${hidden.slice(number.length)}`;
	const begins = /^(?:>|#{1,6}(?:\s|$)|[-+](?:\s|$)|[-=_][-=_\s]*$|:::|~~~)/.test(text);
	return begins && !hidden.startsWith('\\') ? `\\${hidden}` : hidden;
}
