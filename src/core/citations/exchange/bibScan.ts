// The text of a BibTeX file → its entries with their fields as written, and what is broken; @string is put in. A file
// may hold anything between its entries; one that is broken costs only itself.

import { unclosedBraces } from './bibBraces';
import type { Fault } from './bibliography';

/** A field as written: LaTeX, without its outer braces or quotation marks; half-open offsets of the value with them. */
export interface BibField {
	readonly raw: string;
	readonly start: number;
	readonly end: number;
}

/** An entry as written. Names are in small letters; of a field given twice the first counts. */
export interface BibEntry {
	readonly type: string;
	readonly key: string;
	/** From the `@` to behind the key. */
	readonly start: number;
	readonly end: number;
	readonly fields: ReadonlyMap<string, BibField>;
}

/** The months BibTeX knows without a definition. */
const months: readonly string[] = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
];

/** Longer than this no value is meant: definitions that repeat one another grow without end. */
const longest = 1_000_000;

/** Reads the entries in order. */
export function* scanBib(text: string): Generator<BibEntry | Fault, void> {
	yield* new Scanner(text).entries();
}

/** So much may be put in for abbreviations in a whole file, in UTF-16 code units: a long one in thousands of entries is made thousands of times. */
const mostPutIn = 20_000_000;

/** So much may be read in vain for values that are never closed; a file with more of them is none. */
const mostInVain = 50_000_000;

/** Where an entry cannot be read further. */
class Broken extends Error {
	/** `read`: how far one had to look to know. */
	constructor(
		readonly at: number,
		readonly why: string,
		readonly read = 0,
	) {
		super(why);
	}
}

class Scanner {
	private readonly strings = new Map<string, string>(months.map(month => [month.slice(0, 3), month]));
	private at = 0;
	private faults: Fault[] = [];
	private inVain = 0;
	private putIn = 0;
	/** Offsets of braces that nothing closes; known once one was met, so that no other is followed to the end of the file. */
	private unclosed: ReadonlySet<number> | undefined;

	constructor(private readonly text: string) {}

	*entries(): Generator<BibEntry | Fault, void> {
		const head = /@[ \t]*([A-Za-z]+)[ \t\r\n]*([{(])/g;
		let behind = -1;
		for (let match = head.exec(this.text); match; match = head.exec(this.text)) {
			if (this.isRemark(match.index)) continue;
			if (behind >= 0) yield* this.left(behind, match.index);
			const start = match.index;
			const type = match[1]!.toLowerCase();
			this.at = head.lastIndex;
			this.faults = [];
			behind = -1;
			let entry: BibEntry | undefined;
			try {
				if (type === 'comment' || type === 'preamble') this.skip(match[2]!);
				else {
					const close = match[2] === '{' ? '}' : ')';
					if (type === 'string') this.definition(close);
					else entry = this.entry(type, start, close);
					behind = this.at;
				}
			} catch (error) {
				if (!(error instanceof Broken)) throw error;
				// Of a very long line the beginning is enough: a file of broken entries on one line would be read again for each.
				const line = /[^\r\n]{0,1000}/y;
				line.lastIndex = start;
				yield {
					code: 'library.syntax',
					start,
					end: start + line.exec(this.text)![0].length,
					data: { format: 'bibtex', reason: error.why, line: this.lineFrom(start, error.at) },
				};
				this.inVain += error.read;
				if (this.inVain > mostInVain) return;
				// The next entry begins on a line of its own; what looks like one within a broken value may well be it.
				this.at = Math.min(Math.max(head.lastIndex, start + 1), this.text.length);
			}
			yield* this.faults;
			if (entry) yield entry;
			head.lastIndex = this.at;
		}
		if (behind >= 0) yield* this.left(behind, this.text.length);
	}

	/** Whether an `@` is none of an entry: in an address, or behind a `%` at the beginning of its line. */
	private isRemark(at: number): boolean {
		return /[\p{L}\p{N}._-]/u.test(this.text[at - 1] ?? '') || /^[ \t]*%/.test(this.lineBefore(at));
	}

	/** What stands before an offset on its line; of a very long line only the end. */
	private lineBefore(at: number): string {
		const near = this.text.slice(Math.max(0, at - 1000), at);
		return near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1);
	}

	/** Fields that stand behind the end of an entry: a brace too many closed it before. */
	private *left(from: number, to: number): Generator<Fault, void> {
		const field = /^[\s,}]*[A-Za-z][\w-]*[ \t]*=[ \t]*["{\d]/.exec(this.text.slice(from, Math.min(to, from + 300)));
		if (!field) return;
		const start = from + field[0].search(/[A-Za-z]/);
		yield {
			code: 'library.syntax',
			start,
			end: from + field[0].length,
			data: { format: 'bibtex', reason: 'outside', line: 0 },
		};
	}

	private lineFrom(start: number, at: number): number {
		return this.text.slice(start, at).split('\n').length - 1;
	}

	/** Skips what is balanced; what never ends is not skipped. */
	private skip(open: string): void {
		const from = this.at;
		const marks = open === '{' ? /[{}]/g : /[()]/g;
		marks.lastIndex = from;
		let depth = 1;
		for (let match = marks.exec(this.text); match && match.index < from + longest; match = marks.exec(this.text)) {
			depth += match[0] === open ? 1 : -1;
			if (depth === 0) return void (this.at = marks.lastIndex);
		}
		this.at = from;
	}

	private definition(close: string): void {
		const name = this.name();
		this.expect('=');
		const value = this.value(name);
		this.strings.set(name, value.raw);
		this.blank();
		if (this.text[this.at] === ',') this.at++;
		this.expect(close);
	}

	private entry(type: string, start: number, close: string): BibEntry {
		const fields = new Map<string, BibField>();
		const { key, keyEnd } = this.key(close);
		for (;;) {
			this.blank();
			const c = this.text[this.at];
			if (c === close) break;
			if (c === ',') {
				this.at++;
				continue;
			}
			if (c === undefined) throw new Broken(this.at, 'end');
			const name = this.name();
			this.expect('=');
			const value = this.value(name);
			if (!fields.has(name)) fields.set(name, value);
			this.blank();
			if (this.text[this.at] !== ',' && this.text[this.at] !== close) {
				// A comma is forgotten where a field follows; anything else breaks the entry.
				if (!/^[A-Za-z][\w-]*[ \t]*=/.test(this.text.slice(this.at, this.at + 60)))
					throw new Broken(this.at, /^@?$/.test(this.text[this.at] ?? '') ? 'brace' : 'field');
				this.faults.push({
					code: 'library.syntax',
					start: value.start,
					end: value.end,
					data: { format: 'bibtex', reason: 'comma', line: 0 },
				});
			}
		}
		this.at++;
		return { type, key, start, end: keyEnd, fields };
	}

	/** What stands before the first comma; a field there means that there is no key. */
	private key(close: string): { key: string; keyEnd: number } {
		this.blank();
		const from = this.at;
		const found = new RegExp(`[^,=\\r\\n${close === '}' ? '{}' : ''}]*`, 'y');
		found.lastIndex = from;
		const text = found.exec(this.text)![0];
		const next = this.text[found.lastIndex];
		if (next === '=') return { key: '', keyEnd: from };
		this.at = found.lastIndex;
		const key = (close === ')' && next !== ',' ? text.replace(/\)\s*$/, '') : text).trim();
		if (close === ')' && next !== ',' && /\)\s*$/.test(text)) this.at = from + text.lastIndexOf(')');
		else if (next === '{') throw new Broken(this.at, 'key');
		return { key, keyEnd: from + key.length };
	}

	private name(): string {
		this.blank();
		const name = /[^\s={}(),"#%'@\\]+/y;
		name.lastIndex = this.at;
		const match = name.exec(this.text);
		if (!match) throw new Broken(this.at, this.at >= this.text.length ? 'end' : 'field');
		this.at = name.lastIndex;
		return match[0].toLowerCase();
	}

	private expect(mark: string): void {
		this.blank();
		if (this.text[this.at] !== mark)
			throw new Broken(this.at, mark === '=' && this.at < this.text.length ? 'field' : 'end');
		this.at++;
	}

	/** White space, and lines that are a remark. */
	private blank(): void {
		const space = /(?:\s+|%[^\n]*)*/y;
		space.lastIndex = this.at;
		space.exec(this.text);
		this.at = space.lastIndex;
	}

	/** A value: parts joined by `#`. */
	private value(field: string): BibField {
		this.blank();
		const start = this.at;
		let raw = '';
		for (;;) {
			raw += this.part(field);
			if (raw.length > longest) throw new Broken(start, 'long');
			const end = this.at;
			this.blank();
			if (this.text[this.at] !== '#') {
				this.at = end;
				return { raw, start, end };
			}
			this.at++;
			this.blank();
		}
	}

	private part(field: string): string {
		const c = this.text[this.at];
		if (c === '{') return this.braced();
		if (c === '"') return this.quoted();
		const start = this.at;
		const word = /[^\s={}(),"#%'@\\]+/y;
		word.lastIndex = start;
		const match = word.exec(this.text);
		if (!match) throw new Broken(start, c === undefined ? 'end' : 'value');
		this.at = word.lastIndex;
		if (/^\d/.test(match[0])) return match[0]; // 1-2 without braces is no abbreviation
		const known = this.strings.get(match[0].toLowerCase());
		if (known !== undefined) {
			this.putIn += known.length;
			if (this.putIn > mostPutIn) throw new Broken(start, 'long');
			return known;
		}
		this.faults.push({ code: 'string.unknown', start, end: this.at, data: { name: match[0], field } });
		return match[0];
	}

	private braced(): string {
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

	private quoted(): string {
		const start = ++this.at;
		const marks = /[{}"@]/g;
		marks.lastIndex = start;
		let depth = 0;
		for (let match = marks.exec(this.text); match; match = marks.exec(this.text)) {
			if (match[0] === '@') {
				if (this.beginsEntry(match.index)) break;
			} else if (match[0] === '{') depth++;
			else if (match[0] === '}') {
				if (--depth < 0) break;
			} else if (depth === 0) {
				this.at = marks.lastIndex;
				return this.text.slice(start, match.index);
			}
		}
		throw new Broken(start, 'quote', (marks.lastIndex || this.text.length) - start);
	}

	/** Whether an `@` within a value begins the next entry, so that the value was never closed. */
	private beginsEntry(at: number): boolean {
		const head = /@[A-Za-z]+[ \t]*[{(][^\s,{}()="']+[ \t]*,[ \t]*(?:\r?\n|$|[A-Za-z]+\s*=)/y;
		head.lastIndex = at;
		return this.lineBefore(at).trim() === '' && head.test(this.text);
	}
}
