// Text as Markdown: on one line, with a backslash before every mark that is not meant as one.

import { wellFormed } from './yaml/print';

/** A text on one line, without spaces at its ends. */
export function onOneLine(text: string): string {
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
	const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(text)?.[0];
	const hidden = hidingMarks(text);
	return number === undefined ? hidden : `${number}\\${hidden.slice(number.length)}`;
}

/** The same where a number at its beginning makes no list, or is meant to. */
export function hidingMarks(text: string): string {
	const hidden = text.replace(backslash, '\\\\').replace(marks, '\\$&');
	const begins = /^(?:>|#{1,6}(?:\s|$)|[-+](?:\s|$)|[-=_][-=_\s]*$|:::|~~~)/.test(text);
	return begins && !hidden.startsWith('\\') ? `\\${hidden}` : hidden;
}
