// The text of a BibTeX file → its entries with their fields as written, and what is broken; @string is put in. A file
// may hold anything between its entries; one that is broken costs only itself.

import { BibCursor, Broken, longestValue } from './bibCursor';
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

/** Reads the entries in order. */
export function* scanBib(text: string): Generator<BibEntry | Fault, void> {
	yield* new Scanner(text).entries();
}

/**
 * So much may be put in for abbreviations in a whole file, in UTF-16 code units: a long one in thousands of entries is
 * made thousands of times.
 */
const mostPutIn = 20_000_000;

/** So much may be read in vain for values that are never closed; a file with more of them is none. */
const mostInVain = 50_000_000;

/** Of a very long line the beginning is enough: a file of broken entries on one line would be read again for each. */
const longestReported = 1000;

class Scanner {
	private readonly strings = new Map<string, string>(months.map(month => [month.slice(0, 3), month]));
	private readonly cursor: BibCursor;
	private faults: Fault[] = [];
	private inVain = 0;
	private putIn = 0;

	constructor(private readonly text: string) {
		this.cursor = new BibCursor(text);
	}

	*entries(): Generator<BibEntry | Fault, void> {
		const { cursor } = this;
		const head = /@[ \t]*([A-Za-z]+)[ \t\r\n]*([{(])/g;
		/** Where the last entry ended; -1 where none was read to its end. */
		let behind = -1;
		for (let match = head.exec(this.text); match; match = head.exec(this.text)) {
			if (this.isRemark(match.index)) continue;
			if (behind >= 0) yield* this.fieldsBehind(behind, match.index);
			const start = match.index;
			const [, type = '', open = ''] = match;
			cursor.at = head.lastIndex;
			this.faults = [];
			behind = -1;
			let entry: BibEntry | undefined;
			try {
				entry = this.item(type.toLowerCase(), start, open);
				if (!isSkipped(type)) behind = cursor.at;
			} catch (error) {
				if (!(error instanceof Broken)) throw error;
				yield this.brokenAt(start, error);
				this.inVain += error.read;
				if (this.inVain > mostInVain) return;
				// The next entry begins on a line of its own; what looks like one within a broken value may well be it.
				cursor.at = Math.min(Math.max(head.lastIndex, start + 1), this.text.length);
			}
			yield* this.faults;
			if (entry) yield entry;
			head.lastIndex = cursor.at;
		}
		if (behind >= 0) yield* this.fieldsBehind(behind, this.text.length);
	}

	/** What begins with an `@` and stands behind its opening mark: an entry, or something that gives none. */
	private item(type: string, start: number, open: string): BibEntry | undefined {
		if (isSkipped(type)) {
			this.cursor.skipGroup(open);
			return undefined;
		}
		const close = open === '{' ? '}' : ')';
		if (type !== 'string') return this.entry(type, start, close);
		this.definition(close);
		return undefined;
	}

	private brokenAt(start: number, { at, why }: Broken): Fault {
		const [line = ''] = this.text.slice(start, start + longestReported).split(/[\r\n]/, 1);
		const lineOfFault = this.text.slice(start, at).split('\n').length - 1;
		return syntaxFault(start, start + line.length, why, lineOfFault);
	}

	/** Whether an `@` is none of an entry: in an address, or behind a `%` at the beginning of its line. */
	private isRemark(at: number): boolean {
		return /[\p{L}\p{N}._-]/u.test(this.text[at - 1] ?? '') || /^[ \t]*%/.test(this.cursor.lineBefore(at));
	}

	/** Fields that stand behind the end of an entry: a brace too many closed it before. */
	private *fieldsBehind(from: number, to: number): Generator<Fault, void> {
		const field = /^[\s,}]*[A-Za-z][\w-]*[ \t]*=[ \t]*["{\d]/.exec(this.text.slice(from, Math.min(to, from + 300)));
		if (!field) return;
		yield syntaxFault(from + field[0].search(/[A-Za-z]/), from + field[0].length, 'outside');
	}

	private definition(close: string): void {
		const { cursor } = this;
		const name = cursor.name();
		cursor.expect('=');
		const value = this.value(name);
		this.strings.set(name, value.raw);
		cursor.blank();
		if (cursor.next === ',') cursor.at++;
		cursor.expect(close);
	}

	private entry(type: string, start: number, close: string): BibEntry {
		const { cursor } = this;
		const fields = new Map<string, BibField>();
		const { key, keyEnd } = this.key(close);
		this.secondKeys(key, start, keyEnd);
		for (cursor.blank(); cursor.next !== close; cursor.blank()) {
			if (cursor.next === undefined) throw new Broken(cursor.at, 'end');
			if (cursor.next === ',') {
				cursor.at++;
				continue;
			}
			const name = cursor.name();
			cursor.expect('=');
			const value = this.value(name);
			if (!fields.has(name)) fields.set(name, value);
			cursor.blank();
			if (cursor.next !== ',' && cursor.next !== close) this.forgottenComma(value);
		}
		cursor.at++;
		return { type, key, start, end: keyEnd, fields };
	}

	/** `@article{LiXin,WangXiao2005, …`: the key ends at its first comma, and what follows is no field. */
	private secondKeys(key: string, start: number, end: number): void {
		const { cursor } = this;
		const found = /^(?:\s*,\s*[^\s,={}"#]+(?=\s*,))+/.exec(this.text.slice(cursor.at, cursor.at + 300))?.[0];
		if (found === undefined || key === '') return;
		cursor.at += found.length;
		this.faults.push({ code: 'key.form', start, end, data: { key: (key + found).replace(/\s+/g, '').slice(0, 80) } });
	}

	/** A comma is forgotten where a field follows; anything else breaks the entry. */
	private forgottenComma(value: BibField): void {
		const { at, next } = this.cursor;
		if (!/^[A-Za-z][\w-]*[ \t]*=/.test(this.text.slice(at, at + 60)))
			throw new Broken(at, next === undefined || next === '@' ? 'brace' : 'field');
		this.faults.push(syntaxFault(value.start, value.end, 'comma'));
	}

	/** What stands before the first comma; a field there means that there is no key. */
	private key(close: string): { key: string; keyEnd: number } {
		const { cursor } = this;
		cursor.blank();
		const from = cursor.at;
		const text = cursor.take(close === '}' ? /[^,=\r\n{}]*/y : /[^,=\r\n]*/y) ?? '';
		const { next } = cursor;
		if (next === '=') {
			cursor.at = from;
			return { key: '', keyEnd: from };
		}
		// `@misc(key)`: the entry ends here.
		const isWhole = close === ')' && next !== ',' && /\)\s*$/.test(text);
		const key = (isWhole ? text.replace(/\)\s*$/, '') : text).trim();
		if (isWhole) cursor.at = from + text.lastIndexOf(')');
		else if (next === '{') throw new Broken(cursor.at, 'key');
		return { key, keyEnd: from + key.length };
	}

	/** A value: parts joined by `#`. */
	private value(field: string): BibField {
		const { cursor } = this;
		cursor.blank();
		const start = cursor.at;
		let raw = '';
		for (;;) {
			raw += this.part(field);
			if (raw.length > longestValue) throw new Broken(start, 'long');
			const end = cursor.at;
			cursor.blank();
			if (cursor.next !== '#') {
				cursor.at = end;
				return { raw, start, end };
			}
			cursor.at++;
			cursor.blank();
		}
	}

	private part(field: string): string {
		const { cursor } = this;
		const { at: start, next } = cursor;
		if (next === '{') return cursor.braced();
		if (next === '"') return cursor.quoted();
		const word = cursor.word();
		if (word === undefined) throw new Broken(start, next === undefined ? 'end' : 'value');
		if (/^\d/.test(word)) return word; // 1-2 without braces is no abbreviation
		const known = this.strings.get(word.toLowerCase());
		if (known === undefined) {
			this.faults.push({ code: 'string.unknown', start, end: cursor.at, data: { name: word, field } });
			return word;
		}
		this.putIn += known.length;
		if (this.putIn > mostPutIn) throw new Broken(start, 'long');
		return known;
	}
}

/** Remarks and commands for LaTeX. */
function isSkipped(type: string): boolean {
	return /^(?:comment|preamble)$/i.test(type);
}

function syntaxFault(start: number, end: number, reason: string, line = 0): Fault {
	return { code: 'library.syntax', start, end, data: { format: 'bibtex', reason, line } };
}
