// Notes that are written where they are referred to: `^[…]` of pandoc, \footnote{…} and its like of LaTeX.

import { isTex } from './language';

/** A note in the text; half-open offsets, `from` and `to` with its command and its marks, `start` and `end` without. */
export interface InnerNote {
	readonly from: number;
	readonly start: number;
	readonly end: number;
	readonly to: number;
	/** The command without its backslash; `^` in Markdown. */
	readonly command: string;
	/** Nothing closes it before its paragraph ends: it is being written. */
	readonly open?: true;
}

/** Commands whose last argument is a note. */
const noteCommands: ReadonlySet<string> = new Set([
	'footnote',
	'footnotetext',
	'thanks',
	'endnote',
	'endnotetext',
	'sidenote',
	'sidenotetext',
	'marginnote',
	'marginpar',
	'tablefootnote',
]);

/** The notes in the text of a masked draft, or of a part of one, in order; a note may hold others. */
export function innerNotes(masked: string, language: string): readonly InnerNote[] {
	if (language === 'markdown') return masked.includes('^[') ? inMarkdown(masked) : [];
	return isTex(language) ? inTex(masked) : [];
}

interface Opened {
	readonly from: number;
	readonly start: number;
	/** Empty where it opens no note. */
	readonly command: string;
	/** Where the paragraph ended in which it began. */
	paused?: number;
}

const paragraphEnd = String.raw`(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])`;
const marksOf = {
	markdown: new RegExp(String.raw`\^?\[|\]|${paragraphEnd}`, 'g'),
	tex: new RegExp(
		String.raw`\\(?:[^A-Za-z]|([A-Za-z]+)\*?(?:[ \t]*\[[^\]\r\n]{0,200}\])*\s*(\{)?)|[{}]|${paragraphEnd}`,
		'g',
	),
};

function inMarkdown(masked: string): readonly InnerNote[] {
	const notes = new NoteReader(masked.length);
	for (const { 0: mark, index } of masked.matchAll(marksOf.markdown)) {
		if (mark.endsWith('[')) notes.open(index, index + mark.length, mark.length > 1 ? '^' : '');
		else if (mark === ']') notes.close(index);
		else notes.breakOff(index);
	}
	return notes.finish();
}

function inTex(masked: string): readonly InnerNote[] {
	const notes = new NoteReader(masked.length);
	for (const { 0: mark, 1: command = '', 2: brace, index } of masked.matchAll(marksOf.tex)) {
		if (mark === '{' || brace) notes.open(index, index + mark.length, noteCommands.has(command) ? command : '');
		else if (mark === '}') notes.close(index);
		else if (/^[\r\n]/.test(mark)) notes.pause(index);
	}
	return notes.finish();
}

/** Reads brackets that come in pairs, and keeps those of notes. */
class NoteReader {
	private readonly found: InnerNote[] = [];
	private opened: Opened[] = [];

	constructor(private readonly length: number) {}

	open(from: number, start: number, command: string): void {
		this.opened.push({ from, start, command });
	}

	close(at: number): void {
		const last = this.opened.pop();
		if (last?.command) this.found.push(noteOf(last, at, at + 1));
	}

	/** A paragraph ends, which a note may go on behind. */
	pause(at: number): void {
		for (let top = this.opened.length - 1; top >= 0; top--) {
			const one = this.opened[top];
			if (!one || one.paused !== undefined) return;
			one.paused = at;
		}
	}

	/** A paragraph ends, and with it what is open. */
	breakOff(at: number): void {
		for (const one of this.opened) {
			const end = one.paused ?? at;
			if (one.command) this.found.push({ ...noteOf(one, end, end), open: true });
		}
		this.opened = [];
	}

	finish(): readonly InnerNote[] {
		this.breakOff(this.length);
		return this.found.sort((a, b) => a.from - b.from);
	}
}

function noteOf({ from, start, command }: Opened, end: number, to: number): InnerNote {
	return { from, start, end, to, command };
}
