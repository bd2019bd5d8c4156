// The paragraphs of a draft as a reader of its Word file sees them, each character with its place in the draft.

import type { Draft } from '../../draft/draft';
import { isTex } from '../../draft/language';
import { isOwnLine } from '../read/text';
import { noteSign } from './returned';

/** A paragraph, a heading, an item, a cell. Nothing of it is space: lines end elsewhere in Word. */
export interface Unit {
	readonly text: string;
	/** Where each character of `text` begins and ends in the draft. */
	readonly from: readonly number[];
	readonly to: readonly number[];
	/** `matter`: a value of the front matter. */
	readonly kind: 'text' | 'cell' | 'matter';
	/** What stands before it in its line and makes it a heading, an item, a quotation; empty for most. */
	readonly mark: string;
	/** The stretch of the draft it is written in, without its mark. */
	readonly start: number;
	readonly end: number;
}

/** What begins a unit of its own, and the mark it has. */
const opening = /^\s*(?:#{1,6}\s+|(?:>\s?)+|[-*+]\s+(?:\[[ x]\]\s+)?|\d{1,9}[.)]\s+|\[\^[^\]\s]+\]:\s*)/;
/** What cites: a label, a note in the text, a key, a command of LaTeX. */
const citing = [
	/\[\^[^\]\s]+\](?!:)/,
	/\^\[[^\]]*\]/,
	/\[[^[\]]*@[^[\]]*\]/,
	/\\cite\w*\*?(?:\[[^\]]*\])*\{[^{}]*\}/,
	/\\footnote\{[^{}]*\}/,
];
/** What is no text: pictures, comments, tags, emphasis, brackets and addresses of links, what escapes, space. */
const silent = [
	/!\[[^\]]*\]\([^)]*\)/,
	/<!--.*?-->/,
	// An address in angle brackets is shown.
	/<(?=(?:[a-z][a-z\d+.-]+:|[^\s<>@]+@)[^\s<>]*>)/,
	/(?<=<(?:[a-z][a-z\d+.-]+:|[^\s<>@]+@)[^\s<>]*)>/,
	/<\/?[a-zA-Z][^>]*>/,
	/\*{1,3}|(?<![\p{L}\p{N}])_{1,2}|_{1,2}(?![\p{L}\p{N}])|~~|`+/u,
	/\]\([^()\s]*(?:\s"[^"]*")?\)|\[(?=[^\]]*\]\()/,
	/\\(?=[!-/:-@[-`{-~]|$)/,
	/\s+/,
];
const sourceOf = (patterns: readonly RegExp[]) => patterns.map(one => one.source).join('|');
/** What of a line of Markdown is not shown as it is; `$1` is what cites. */
const marks = new RegExp(`(${sourceOf(citing)})|${sourceOf(silent)}`, 'gu');

const han = '[一二三四五六七八九十]{1,3}';
const dayLine = new RegExp(
	`^\\s*(?:\\d{4}年\\d{1,2}月\\d{1,2}日|二[〇○零][一二三〇]${han.slice(0, -5)}年${han}月${han}日)\\s*$`,
);

/** The units of the text of a draft, in order; front matter and comments are none. */
export function unitsOf(draft: Draft): readonly Unit[] {
	const cutter = new UnitCutter(draft);
	for (const [at, line] of draft.lines.entries()) cutter.take(line.text, line.start, draft.closed[at]);
	return cutter.finish();
}

/** A stretch of one line as a unit: a note in the text. */
export function unitWithin(draft: Draft, start: number, end: number): Unit {
	return new UnitCutter(draft).within(draft.text, start, end);
}

interface OpenUnit {
	text: string;
	from: number[];
	to: number[];
	mark: string;
	start: number;
	end: number;
}

class UnitCutter {
	private readonly units: Unit[] = [];
	private open: OpenUnit | undefined;
	private readonly isPlain: boolean;

	constructor(draft: Draft) {
		this.isPlain = draft.language !== 'markdown' && !isTex(draft.language);
	}

	take(text: string, start: number, closed: string | undefined): void {
		if (closed === 'frontMatter' || closed === 'comment' || text.trim() === '') return this.close();
		if (closed === 'code' || this.isPlain) {
			this.close();
			if (!/^\s*(?:```|~~~)/.test(text)) this.add(text, start, 0, text.length);
			return this.close();
		}
		if (/^\s*\|/.test(text)) return this.cells(text, start);
		const mark = this.markOf(text);
		// A day below a name is a paragraph of its own in Word.
		if (mark > 0 || dayLine.test(text)) this.close();
		this.add(text, start, mark, text.length);
		if (/^\s*#/.test(text)) this.close();
	}

	/** How much of a line is a mark. A number that goes on a paragraph is none: a paragraph of its own in Word has it. */
	private markOf(text: string): number {
		const isOwn = this.open?.mark === '' && isOwnLine(text.trimStart()) && !/^\s*1[.)]\s/.test(text);
		if (isOwn) this.close();
		return isOwn ? 0 : (opening.exec(text)?.[0].length ?? 0);
	}

	within(text: string, from: number, to: number): Unit {
		this.add(text, 0, from, to);
		return { text: '', from: [], to: [], start: from, end: to, ...this.open, mark: '', kind: 'text' };
	}

	finish(): readonly Unit[] {
		this.close();
		return this.units;
	}

	private cells(text: string, start: number): void {
		this.close();
		if (/^[\s|:-]+$/.test(text)) return;
		let from = text.indexOf('|') + 1;
		for (const { index } of text.slice(from).matchAll(/(?<!\\)\||$/g)) {
			const to = text.indexOf('|') + 1 + index;
			if (from < to || text[to] === '|') this.add(text, start, from, to);
			if (this.open) this.open.mark = '';
			this.close('cell');
			from = to + 1;
		}
	}

	/** The part of a line between two columns. */
	private add(text: string, start: number, from: number, to: number): void {
		const unit = (this.open ??= {
			text: '',
			from: [],
			to: [],
			mark: text.slice(0, from),
			start: start + from,
			end: start + to,
		});
		unit.end = start + text.slice(0, to).trimEnd().length;
		let at = from;
		for (const found of text.slice(from, to).matchAll(marks)) {
			this.characters(unit, text, start, at, from + found.index);
			at = from + found.index + found[0].length;
			if (found[1] === undefined) continue;
			unit.text += noteSign;
			unit.from.push(start + from + found.index);
			unit.to.push(start + at);
		}
		this.characters(unit, text, start, at, to);
	}

	private characters(unit: OpenUnit, text: string, start: number, from: number, to: number): void {
		for (let at = from; at < to; at++) {
			if (/\s/.test(text.charAt(at))) continue;
			unit.text += text.charAt(at);
			unit.from.push(start + at);
			unit.to.push(start + at + 1);
		}
	}

	private close(kind: Unit['kind'] = 'text'): void {
		if (this.open && (this.open.text !== '' || kind === 'cell')) this.units.push({ ...this.open, kind });
		this.open = undefined;
	}
}
