// A paragraph as it is read: without the marks, keys and labels of its language.

import { technical } from './latex';
import { blank } from './mask';

/** A citation in a paragraph: offsets into the paragraph, half-open. */
export interface Cite {
	readonly label: string;
	readonly start: number;
	readonly end: number;
	readonly form: 'note' | 'key';
}

/** A key without brackets (pandoc) and the place behind it; one of Han letters is more likely somebody addressed. */
const bareKey = new RegExp(
	[
		/(?<![\p{L}\p{N}_])@(?:\{[^{}\r\n]+\}|[A-Za-z0-9_](?:[A-Za-z0-9_]|[:.#$%&+?<>~/-](?=[A-Za-z0-9_]))*)/u,
		/(?: \[(?!\^)[^[\]@\r\n]*\])?/u,
	]
		.map(one => one.source)
		.join(''),
	'gu',
);

const blankOut = (written: string) => blank.repeat(written.length);

/** A paragraph of Markdown without its marks, keys and labels; what is cited is added to `cites`. */
export function markdownText(written: string, cites: Cite[]): string {
	let text = written.replace(/^ {0,3}(?:#{1,6}\s|(?:> ?)+)/gm, blankOut);
	if (text.includes('[')) {
		text = text.replace(/\[\^([^[\]\s]+)\](:?)/g, (all: string, label: string, colon: string, at: number) => {
			if (colon === '' || at > 4) cites.push({ label, start: at, end: at + all.length, form: 'note' });
			return blankOut(all);
		});
		text = text.replace(/\[[^[\]@]*@[^[\]]*\]/g, (all: string, at: number) => {
			for (const [, key = ''] of all.matchAll(/@(\{[^}]*\}|[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*)/gu))
				cites.push({ label: key.replace(/^\{|\}$/g, ''), start: at, end: at + all.length, form: 'key' });
			return blankOut(all);
		});
	}
	if (text.includes('@')) text = text.replace(bareKey, blankOut);
	if (text.includes('&')) text = text.replace(entity, blankOut);
	if (text.includes('![')) text = text.replace(image, blankOut);
	return text.replace(/[*_]{1,3}|\\(?=[\r\n])/g, blankOut);
}

/** A character that is written by its name or number. */
const entity = /&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});/g;
/** What an image shows where it cannot be seen; its address is blanked out. */
const image = new RegExp(`!\\[[^[\\]]*\\](?=${blank})`, 'g');

/** Commands, among them line breaks and spaces, and braces; not what is escaped, which is text. */
const texMark = /\\(?:[A-Za-z]+\*?|[^A-Za-z%&$#_{}\r\n])|(?<!\\)[{}]/g;

/** A paragraph of LaTeX without its commands and keys; what is cited is added to `cites`. */
export function texText(written: string, cites: Cite[]): string {
	if (!written.includes('\\')) return written;
	const text = written.replace(/\\(?:begin|end)\{[^{}]*\}/g, blankOut);
	for (const note of text.matchAll(/\\footnote(?:text|mark)?(?:\[[^\]]*\])?\{/g))
		cites.push({ label: '', start: note.index, end: note.index + note[0].length, form: 'note' });
	return (
		text
			.replace(
				/\\[A-Za-z]*[cC]ite[A-Za-z]*\*?(?:\[[^\]]*\])*\{([^{}]*)\}/g,
				(all: string, keys: string, at: number) => {
					for (const label of keys.split(','))
						cites.push({ label: label.trim(), start: at, end: at + all.length, form: 'key' });
					return blankOut(all);
				},
			)
			// Names, paths and numbers that commands are given are no prose.
			.replace(/\\([A-Za-z]+)\*?(?:\[[^\]]*\])*\{[^{}]*\}/g, (all: string, name: string) =>
				technical.has(name) ? blankOut(all) : all,
			)
			.replace(texMark, blankOut)
	);
}
