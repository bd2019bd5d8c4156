// The paragraphs of a draft as a reader of its Word file sees them, each character with its place in the draft.

import type { Draft } from '../../draft/draft';
import { isTex } from '../../draft/language';
import { entityPattern, withoutEntities } from '../../text/values/entities';
import { forbidden, isOwnLine } from '../read/text';
import { citesOf, type Cite } from './citations/cites';
import { cellsIn, indentOf, tableAt, type DraftTable } from './tables';
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
	/** Those of the draft that it is put together of, where it is no single one. */
	readonly parts?: readonly Unit[];
}

/** What begins a unit of its own, and the mark it has; the indent of Chinese paragraphs begins no list. */
const opening = new RegExp(
	`^[ \\t]*(?:${[
		/#{1,6}\s+/,
		/(?:>[ \t]?)+/,
		/[-*+][ \t]+(?:\[[ x]\][ \t]+)?/,
		/\d{1,9}[.)][ \t]+/,
		/\[\^[^\]\s]+\]:\s*/,
	]
		.map(one => one.source)
		.join('|')})`,
);
/** Code, and a formula: what stands in them is shown as it is. */
const literal = [
	/(?<code>`+)(?:[^`]|[^`].*?[^`])\k<code>(?!`)/,
	/(?<formula>\$(?=\S)(?:[^$\n\\]|\\.)+(?<=\S)\$(?!\d))/,
];
/** What is no text: pictures, comments, tags, emphasis, brackets and addresses of links, labels, escapes, space. */
const silent = [
	/!\[[^\][]*\]\([^)]*\)/,
	/\{#(?:fig|tbl):[^}]*\}/,
	/<!--.*?-->/,
	/<(?<tag>script|style)\b[^>]*>.*?<\/\k<tag>>/,
	// An address in angle brackets is shown.
	/<(?=(?:[a-z][a-z\d+.-]+:|[^\s<>@]+@)[^\s<>]*>)/,
	/>(?<=<(?:[a-z][a-z\d+.-]+:|[^\s<>@]+@)[^\s<>]*>)/,
	/<\/?[a-zA-Z][^>]*>/,
	/\*{1,3}|(?<![\p{L}\p{N}])_{1,2}|_{1,2}(?![\p{L}\p{N}])|~~|`+/u,
	/\]\((?:<[^<>]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s(?:"[^"]*"|'[^']*'))?\)|\[(?=[^\]]{0,1000}\]\()/,
	/\\(?=[!-/:-@[-`{-~]|$)/,
	/\s+/,
	forbidden,
];
const sourceOf = (patterns: readonly RegExp[]) => patterns.map(one => one.source).join('|');
/** What of a line of Markdown is not shown as it is. */
const marks = new RegExp(
	`${sourceOf(literal)}|(?<entity>${entityPattern.source.replaceAll('[a-z]', '[A-Za-z]')})|${sourceOf(silent)}`,
	'gu',
);
const plainMarks = /\s+/g;
const texMarks = new RegExp(`\\\\verb\\*?(?=\\W)|${sourceOf(silent)}`, 'gu');
/** Where links that name their address elsewhere have it. */
const linkTarget = /^ {0,3}\[([^\]^][^\]]*)\]:\s+\S/;

const han = '[一二三四五六七八九十]{1,3}';
const dayLine = new RegExp(
	`^\\s*(?:\\d{4}年\\d{1,2}月\\d{1,2}日|二[〇○零][一二三〇]${han.slice(0, -5)}年${han}月${han}日)\\s*$`,
);

/** The units of the text of a draft, in order; front matter and comments are none. */
export function unitsOf(draft: Draft): readonly Unit[] {
	const cutter = new UnitCutter(draft);
	for (const at of draft.lines.keys()) cutter.take(at);
	return cutter.finish();
}

/** A stretch of one line as a unit: a note in the text. */
export function unitWithin(draft: Draft, start: number, end: number): Unit {
	return new UnitCutter(draft).within(start, end);
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
	private readonly cites: readonly Cite[];
	/** The next of them, and where the last one ended. */
	private nextCite = 0;
	private behindCite = 0;
	private readonly linkNames: RegExp | undefined;
	private readonly marks: RegExp;

	constructor(private readonly draft: Draft) {
		this.isPlain = draft.language !== 'markdown' && !isTex(draft.language);
		this.cites = citesOf(draft);
		this.linkNames = linksByName(draft);
		this.marks = marksFor(draft);
	}

	take(at: number): void {
		const { text, start } = this.draft.lines[at] ?? { text: '', start: 0 };
		const closed = this.draft.closed[at];
		if (closed === 'frontMatter' || closed === 'comment' || text.trim() === '') return this.close();
		if (closed === 'code' || this.isPlain) return this.line(text, start);
		const table = tableAt(this.draft, at);
		if (table) return this.cells(text, start, table);
		if (this.linkNames && !this.open && linkTarget.test(text)) return;
		const mark = this.markOf(text);
		// A day below a name is a paragraph of its own in Word.
		if (mark > 0 || dayLine.test(text)) this.close();
		this.add(text, start, mark, text.length);
		if (/^\s*#/.test(text)) this.close();
	}

	/** A line by itself: of plain text, of code. */
	private line(text: string, start: number): void {
		this.close();
		if (this.isPlain || !/^\s*(?:```|~~~)/.test(text)) this.add(text, start, 0, text.length);
		this.close();
	}

	/** How much of a line is a mark. A number that goes on a paragraph is none: a paragraph of its own in Word has it. */
	private markOf(text: string): number {
		const isOwn = this.open?.mark === '' && isOwnLine(text.trimStart()) && !/^\s*1[.)]\s/.test(text);
		if (isOwn) this.close();
		return isOwn ? 0 : (opening.exec(text)?.[0].length ?? 0);
	}

	within(from: number, to: number): Unit {
		this.nextCite = this.cites.findIndex(({ start }) => start >= from);
		if (this.nextCite < 0) this.nextCite = this.cites.length;
		this.add(this.draft.text, 0, from, to);
		return { text: '', from: [], to: [], start: from, end: to, ...this.open, mark: '', kind: 'text' };
	}

	finish(): readonly Unit[] {
		this.close();
		return this.units;
	}

	private cells(text: string, start: number, { first, columns }: DraftTable): void {
		this.close();
		if (start === this.draft.lines[first + 1]?.start) return;
		const indent = indentOf(text);
		for (const [from, to] of cellsIn(text.slice(indent)).slice(0, columns)) {
			this.add(text, start, indent + from, indent + to);
			if (this.open) this.open.mark = '';
			this.close('cell');
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
		let at = Math.min(Math.max(from, this.behindCite - start), to);
		for (let cite = this.cites[this.nextCite]; cite && cite.start < start + to; cite = this.cites[++this.nextCite]) {
			// One within another is part of it.
			if (cite.start < start + at) continue;
			this.words(unit, text, start, at, cite.start - start);
			put(unit, noteSign.repeat(cite.parts.length), cite.start, cite.end);
			this.behindCite = cite.end;
			unit.end = Math.max(unit.end, cite.end);
			at = Math.min(cite.end - start, to);
		}
		this.words(unit, text, start, at, to);
	}

	/** A part of a line that cites nothing, without what is not shown. */
	private words(unit: OpenUnit, text: string, start: number, from: number, to: number): void {
		const part = text.slice(from, to);
		const [place, shown] = [start + from, this.linkNames ? withoutNames(part, this.linkNames) : part];
		let at = 0;
		for (const { 0: written, index, groups } of shown.matchAll(this.marks)) {
			characters(unit, shown, place, at, index);
			at = index + written.length;
			const { code, formula, entity } = groups ?? {};
			if (code !== undefined) characters(unit, shown, place, index + code.length, at - code.length);
			else if (formula !== undefined) characters(unit, shown, place, index, at);
			else if (entity !== undefined) put(unit, withoutEntities(entity).replace(/\s/g, ''), place + index, place + at);
		}
		characters(unit, shown, place, at, part.length);
	}

	private close(kind: Unit['kind'] = 'text'): void {
		if (this.open && (this.open.text !== '' || kind === 'cell')) this.units.push({ ...this.open, kind });
		this.open = undefined;
	}
}

/** Characters of a draft as they stand, without space. */
function characters(unit: OpenUnit, text: string, place: number, from: number, to: number): void {
	for (let at = from; at < to; at++)
		if (!/\s/.test(text.charAt(at))) put(unit, text.charAt(at), place + at, place + at + 1);
}

/** What stands for a stretch of the draft, all its characters for all of it. */
function put(unit: OpenUnit, shown: string, start: number, end: number): void {
	unit.text += shown;
	for (let at = 0; at < shown.length; at++) {
		unit.from.push(start);
		unit.to.push(end);
	}
}

function marksFor({ language }: Draft): RegExp {
	if (language === 'markdown') return marks;
	return isTex(language) ? texMarks : plainMarks;
}

/** Links `[words][name]` and `[name]`, of which the brackets are not shown; nothing where there are none. */
function linksByName({ lines, closed, language }: Draft): RegExp | undefined {
	if (language !== 'markdown') return undefined;
	const targets = lines.filter((_, at) => closed[at] === undefined).map(({ text }) => linkTarget.exec(text)?.[1]);
	const names = [...new Set(targets.filter(name => name !== undefined))].slice(0, 500);
	if (names.length === 0) return undefined;
	const any = names.map(name => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
	return new RegExp(`\\[([^[\\]]+)\\]\\[(?:${any})?\\]|\\[(${any})\\](?![[(:])`, 'giu');
}

/** Such links without their brackets, as long as before. */
function withoutNames(text: string, names: RegExp): string {
	return text.replace(names, (whole: string, words?: string, name = '') => ` ${words ?? name}`.padEnd(whole.length));
}
