// LaTeX as it stands in libraries → the text a reader sees, and back: characters for commands, no braces. Nothing
// here recurses, so that thousands of braces are only long.

import { hiddenCommands, styleCommands } from './latexCommands';
import { accents, lowered, raised, symbols } from './latexMarks';
import { entryOf } from '../../text/values/fields';

/** Whether there is anything to read: commands, groups, math, ties, quotation marks, dashes, runs of white space. */
const special = /[\\{}$~`\t\r\n]|--|''| {2}/;

/**
 * The text of a value. Commands that are characters become those; commands that only change looks go; of an unknown one
 * the argument stays and `unknown` is told. Runs of white space are one space; the ends are trimmed.
 */
export function fromLatex(raw: string, unknown?: (command: string) => void): string {
	return special.test(raw) ? new Decoder(raw, unknown).read() : raw.trim();
}

/** The text of an address: as it stands but for what people escape in it. */
export function fromAddress(raw: string): string {
	const inner = /\\url\s*\{([^{}]*)\}/.exec(raw)?.[1] ?? raw;
	return inner
		.replace(/\\([_%&#~$^{}])(?:\{\})?/g, '$1')
		.replace(/\{([_%&#~])\}/g, '$1')
		.replace(/\s+/g, '')
		.replace(/^\{(.*)\}$/, '$1');
}

/** Characters that stand for one another, the longest first. */
const ligatures: readonly (readonly [written: string, read: string])[] = [
	['---', '—'],
	['--', '–'],
	['``', '“'],
	['`', '‘'],
	["''", '”'],
	['~', ' '],
];

const isSpace = (c: string) => /[ \t\r\n]/.test(c);

class Decoder {
	private at = 0;
	private out: string[] = [];
	/** For each open group what is put at its end. */
	private readonly ends: string[] = [];
	private math = false;

	constructor(
		private readonly raw: string,
		private readonly unknown: ((command: string) => void) | undefined,
	) {}

	read(): string {
		const { raw } = this;
		const plain = /[^\\{}$~`'\-\s^_]+/y;
		while (this.at < raw.length) {
			plain.lastIndex = this.at;
			const run = plain.exec(raw);
			if (run) {
				this.out.push(run[0]);
				this.at += run[0].length;
			} else this.mark();
		}
		return this.out.join('').trim();
	}

	private mark(): void {
		const { raw } = this;
		const c = raw.charAt(this.at);
		const ligature = ligatures.find(([written]) => raw.startsWith(written, this.at));
		if (ligature) return this.put(ligature[1], ligature[0].length);
		if (isSpace(c)) return this.space();
		switch (c) {
			case '\\':
				return this.command();
			case '{':
				this.ends.push('');
				return this.put('', 1);
			case '}':
				return this.put(this.ends.pop() ?? '', 1);
			case '$':
				this.math = !this.math;
				return this.put('', 1);
			case '^':
				return this.script(raised);
			case '_':
				return this.script(lowered);
			default:
				return this.put(c, 1);
		}
	}

	private put(text: string, length: number): void {
		this.out.push(text);
		this.at += length;
	}

	private space(): void {
		this.skipSpaces();
		this.out.push(' ');
	}

	/** `x^{2}`: small characters where there are such, else the mark stays. */
	private script(table: Readonly<Record<string, string>>): void {
		if (!this.math) return this.put(this.raw.charAt(this.at), 1);
		const found = /[\^_](?:\{([^{}\\$]{1,10})\}|([^{}\\$\s]))/y;
		found.lastIndex = this.at;
		const match = found.exec(this.raw);
		const text = match?.[1] ?? match?.[2];
		if (match && text !== undefined && [...text].every(c => Object.hasOwn(table, c)))
			this.put([...text].map(c => table[c]).join(''), match[0].length);
		else this.put(match ? '' : this.raw.charAt(this.at), 1);
	}

	private command(): void {
		const name = /\\([A-Za-z]+)\*?|\\([^A-Za-z])/uy;
		name.lastIndex = this.at;
		const match = name.exec(this.raw);
		if (!match) return void this.at++; // a backslash at the very end
		const [all, word, sign = ''] = match;
		this.at += all.length;
		const accent = entryOf(accents, word ?? sign);
		if (accent !== undefined) this.accent(accent);
		else if (word === undefined) this.out.push(entryOf(symbols, sign) ?? (/\s/.test(sign) ? ' ' : sign));
		else this.word(word);
	}

	/** A command whose name is letters: spaces behind it only end the name. */
	private word(name: string): void {
		this.skipSpaces();
		const symbol = entryOf(symbols, name);
		if (symbol !== undefined) {
			// `\textbackslash{}`: so does the empty group.
			if (this.raw.startsWith('{}', this.at)) this.at += 2;
			this.out.push(symbol);
		} else if (name === 'enquote' || name === 'mkbibquote') this.quoted();
		else if (hiddenCommands.has(name)) this.skipGroup();
		else if (!styleCommands.has(name)) this.unknown?.(name);
	}

	private skipSpaces(): void {
		while (isSpace(this.raw.charAt(this.at))) this.at++;
	}

	private skipGroup(): void {
		if (this.raw[this.at] !== '{') return;
		let depth = 0;
		for (; this.at < this.raw.length; this.at++) {
			if (this.raw[this.at] === '{') depth++;
			else if (this.raw[this.at] === '}' && --depth === 0) return void this.at++;
		}
	}

	private quoted(): void {
		if (this.raw[this.at] !== '{') return;
		this.at++;
		this.out.push('“');
		this.ends.push('”');
	}

	/**
	 * The letter an accent stands on: the next one, in braces or not; a dotless one gets its accent instead of the dot.
	 */
	private accent(mark: string): void {
		const letter = /\s*((?:\{\s*)*)(?:\\([A-Za-z]+)\s*|([^\\{}\s]))?/uy;
		letter.lastIndex = this.at;
		const [all = '', braces = '', command, plain = ''] = letter.exec(this.raw) ?? [];
		this.at += all.length;
		for (const c of braces) if (c === '{') this.ends.push('');
		const base = command === undefined ? plain : dotless(command);
		this.out.push(base === '' ? '' : (base + mark).normalize('NFC'));
	}
}

/** The letter a command under an accent is: an accent stands in place of the dot. */
function dotless(command: string): string {
	return command === 'i' || command === 'j' ? command : (entryOf(symbols, command) ?? '');
}

const written: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	$: '\\$',
	'&': '\\&',
	'%': '\\%',
	'#': '\\#',
	_: '\\_',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'`': '\\textasciigrave{}',
	// In LaTeX's oldest encoding these two are ¡ and ¿.
	'<': '\\textless{}',
	'>': '\\textgreater{}',
};

/**
 * A text as LaTeX in UTF-8 that `fromLatex` reads back as it is: only what LaTeX takes otherwise is written otherwise.
 */
export function toLatex(text: string): string {
	return text.replace(/[\\{}$&%#_~^`<>]|-(?=-)|'(?=')| (?= )/g, c => written[c] ?? `${c}{}`);
}
