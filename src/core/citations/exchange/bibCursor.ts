// The text of a BibTeX file at one place: white space, names, marks, and values in braces or quotation marks.

import { unclosedBraces } from './bibBraces';

/** Longer than this no value is meant: definitions that repeat one another grow without end. */
export const longestValue = 1_000_000;

/** Where an entry cannot be read further. */
export class Broken extends Error {
	/** `read`: how far one had to look to know. */
	constructor(
		readonly at: number,
		readonly why: string,
		readonly read = 0,
	) {
		super(why);
	}
}

/** Names of fields, and abbreviations. */
const name = /[^\s={}(),"#%'@\\]+/y;

/** Moves through the text; what it cannot read it throws as {@link Broken}. */
export class BibCursor {
	at = 0;
	/**
	 * Offsets of braces that nothing closes; known once one was met, so that no other is followed to the end of the
	 * file.
	 */
	private unclosed: ReadonlySet<number> | undefined;

	constructor(readonly text: string) {}

	/** The character here; nothing at the end. */
	get next(): string | undefined {
		return this.text[this.at];
	}

	/** Goes over white space, and lines that are a remark. */
	blank(): void {
		this.take(/(?:\s+|%[^\n]*)*/y);
	}

	/** What matches a sticky pattern here; nothing where it does not, and then nothing is gone over. */
	take(sticky: RegExp): string | undefined {
		sticky.lastIndex = this.at;
		const found = sticky.exec(this.text)?.[0];
		this.at += found?.length ?? 0;
		return found;
	}

	/** A name of a field or of an abbreviation, in small letters. */
	name(): string {
		this.blank();
		const found = this.take(name);
		if (found === undefined) throw new Broken(this.at, this.next === undefined ? 'end' : 'field');
		return found.toLowerCase();
	}

	/** A word without quotation marks or braces, as written; nothing where none stands. */
	word(): string | undefined {
		return this.take(name);
	}

	expect(mark: string): void {
		this.blank();
		if (this.next !== mark) throw new Broken(this.at, mark === '=' && this.next !== undefined ? 'field' : 'end');
		this.at++;
	}

	/** Skips what is balanced up to the mark that closes `open`; what never ends is not skipped. */
	skipGroup(open: string): void {
		const marks = open === '{' ? /[{}]/g : /[()]/g;
		const until = this.at + longestValue;
		marks.lastIndex = this.at;
		let depth = 1;
		for (let match = marks.exec(this.text); match && match.index < until; match = marks.exec(this.text)) {
			depth += match[0] === open ? 1 : -1;
			if (depth === 0) return void (this.at = marks.lastIndex);
		}
	}

	/** What stands between braces, the first of which is here. */
	braced(): string {
		if (this.unclosed?.has(this.at)) throw new Broken(this.at, 'brace');
		const start = ++this.at;
		const marks = /[{}@]/g;
		marks.lastIndex = start;
		let depth = 1;
		for (let match = marks.exec(this.text); match; match = marks.exec(this.text)) {
			if (match[0] === '@') {
				if (this.beginsEntry(match.index)) break;
			} else if ((depth += match[0] === '{' ? 1 : -1) === 0) {
				this.at = marks.lastIndex;
				return this.text.slice(start, match.index);
			}
		}
		this.unclosed ??= unclosedBraces(this.text);
		throw new Broken(start, 'brace', (marks.lastIndex || this.text.length) - start);
	}

	/** What stands between quotation marks, the first of which is here; one within braces closes nothing. */
	quoted(): string {
		const start = ++this.at;
		const marks = /[{}"@]/g;
		marks.lastIndex = start;
		let depth = 0;
		for (let match = marks.exec(this.text); match; match = marks.exec(this.text)) {
			const mark = match[0];
			if (mark === '"' && depth === 0) {
				this.at = marks.lastIndex;
				return this.text.slice(start, match.index);
			}
			if (mark === '{') depth++;
			if (mark === '}' && --depth < 0) break;
			if (mark === '@' && this.beginsEntry(match.index)) break;
		}
		throw new Broken(start, 'quote', (marks.lastIndex || this.text.length) - start);
	}

	/** What stands before an offset on its line; of a very long line only the end. */
	lineBefore(at: number): string {
		const near = this.text.slice(Math.max(0, at - 1000), at);
		return near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1);
	}

	/** Whether an `@` within a value begins the next entry, so that the value was never closed. */
	private beginsEntry(at: number): boolean {
		const head = /@[A-Za-z]+[ \t]*[{(][^\s,{}()="']+[ \t]*,[ \t]*(?:\r?\n|$|[A-Za-z]+\s*=)/y;
		head.lastIndex = at;
		return this.lineBefore(at).trim() === '' && head.test(this.text);
	}
}
