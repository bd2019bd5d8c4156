// The Markdown below the head of a document → its numbered paragraphs and their layout: headings, rows of tables,
// pages, notes.

import { fold } from '../../text/fold';
import {
	layoutWith,
	rowText,
	type HeadingPlace,
	type Layout,
	type PageStart,
	type PassageNote,
} from '../../text/layout/layout';
import { numbered } from './tableNumbers';

/** Paragraphs with the line of the file each begins on, from 1. */
export interface DocumentBody {
	readonly paragraphs: readonly string[];
	readonly lines: readonly number[];
	readonly layout?: Layout;
}

/** What a backslash before a mark hides from Markdown (CommonMark 0.31.2, 2.4): the mark is the text's. */
const hidden = /\\([!-/:-@[-`{-~])/g;
/** A hidden mark, the beginning of a page, or a reference to a note. */
const inner = /\\[!-/:-@[-`{-~]|<!-- policy-writing: page ([^\s<>]{1,12}) -->|\[\^([^\]\s]{1,100})\]/g;
const pageMark = '<!-- policy-writing: page ';
const definition = /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*/;
/** The line below the head of a table. */
const delimiter = /^ {0,3}(?:\|[ \t]*)?:?-+:?(?:[ \t]*\|[ \t]*:?-+:?)*[ \t]*\|?$/;

/**
 * Reads what stands below a head, from an offset on. Marks of headings and block quotes go, hidden marks are plain; one
 * title above the paragraphs is none; every row of a table is one, the line below its head is none; definitions of
 * notes belong to the paragraphs that refer to them.
 */
export function readBody(body: string, from: number, title: string): DocumentBody {
	const line = body.slice(0, from).split(/\r\n|\n|\r/).length - 1;
	const rest = body.slice(from);
	return new BodyReader(title, line, labelsIn(rest), rest.includes(pageMark)).read(rest.split(/\r\n|\n|\r/));
}

/** The labels that are defined, where notes are at all. */
function labelsIn(text: string): ReadonlySet<string> {
	if (!text.includes('[^')) return new Set();
	return new Set(text.split(/[\r\n]+/).flatMap(line => definition.exec(line)?.[1] ?? []));
}

/** Takes the lines in their order. */
class BodyReader {
	private readonly paragraphs: string[] = [];
	private readonly lines: number[] = [];
	private readonly headings: HeadingPlace[] = [];
	private readonly tables: { first: number; last: number }[] = [];
	private readonly pages: PageStart[] = [];
	private readonly references: (Omit<PassageNote, 'text'> & { readonly label: string })[] = [];
	private readonly items: number[] = [];
	private readonly notes = new Map<string, string>();
	private current = '';
	/** The last line of it: looked at in place of the whole, which is put together once. */
	private last = '';
	private first = 0;
	private line = 0;
	private isTitled = false;
	/** The note whose definition is open. */
	private note: string | undefined;
	/** A page that has begun where no paragraph has yet. */
	private page: string | undefined;

	constructor(
		private readonly title: string,
		/** The lines above the text. */
		private readonly above: number,
		private readonly labels: ReadonlySet<string>,
		private readonly hasPages: boolean,
	) {}

	read(lines: readonly string[]): DocumentBody {
		for (let i = 0; i < lines.length; i++) {
			this.line = this.above + i + 1;
			const raw = lines[i] ?? '';
			// Every second line is blank: it ends a paragraph, whatever else it is looked at for.
			if (raw === '') this.push();
			else if (this.current === '' && isHead(raw, lines[i + 1])) i = this.readTable(lines, i);
			else if (this.labels.size === 0 || !this.readNote(raw)) this.readLine(raw, lines[i + 1] ?? '');
		}
		this.push();
		const { paragraphs, headings, pages, items } = this;
		const notes = this.references.flatMap(({ label, ...place }): PassageNote[] => {
			const text = this.notes.get(label);
			return text === undefined ? [] : [{ ...place, text }];
		});
		const layout = layoutWith({ headings, tables: numbered(this.tables, paragraphs, this.title), pages, notes, items });
		return { paragraphs, lines: this.lines, ...(layout && { layout }) };
	}

	private readLine(raw: string, next: string): void {
		const item = this.current === '' && next.trim() === '' ? /^ {0,3}[-+*][ \t]+(?=\S)/.exec(raw)?.[0] : undefined;
		if (item !== undefined) this.readItem(raw.slice(item.length).trim());
		else this.readText(raw);
	}

	/** An item of a list that stands alone between blank lines. */
	private readItem(text: string): void {
		const before = this.paragraphs.length;
		this.first = this.line;
		this.add(text);
		if (this.paragraphs.length > before) this.items.push(this.paragraphs.length);
	}

	private readText(raw: string): void {
		const heading = /^ {0,3}(#{1,6})[ \t]+/.exec(raw);
		const text = (heading ? withoutClosing(raw.slice(heading[0].length)) : raw.replace(/^ {0,3}(?:> ?)+/, '')).trim();
		if (text === '' || heading) this.push();
		if (text === '') return;
		if (this.current === '') this.first = this.line;
		// Only letters of other scripts have a space where a line was broken.
		const apart = this.current !== '' && /[\w.,;:!?)]$/.test(this.last) && /^[\w(]/.test(text);
		this.current += apart ? ` ${text}` : text;
		this.last = text;
		if (heading) this.push(heading[1]?.length);
	}

	/** A line of a definition; what stands set in below one, behind blank lines too, belongs to it. */
	private readNote(raw: string): boolean {
		const found = this.current === '' ? definition.exec(raw) : null;
		if (found) {
			this.note = found[1] ?? '';
			this.notes.set(this.note, plainText(raw.slice(found[0].length).trim()));
			return true;
		}
		if (this.note === undefined) return false;
		if (raw.trim() === '') return true;
		if (!/^(?: {4}|\t)/.test(raw)) this.note = undefined;
		else this.notes.set(this.note, `${this.notes.get(this.note) ?? ''} ${plainText(raw.trim())}`.trim());
		return this.note !== undefined;
	}

	/** The rows of a table, its head at a line; answers which line is its last. */
	private readTable(lines: readonly string[], at: number): number {
		const first = this.paragraphs.length + 1;
		this.note = undefined;
		this.addRow(lines[at] ?? '');
		let end = at + 2;
		for (; isRow(lines[end]); end++) {
			this.line = this.above + end + 1;
			this.addRow(lines[end] ?? '');
		}
		if (this.paragraphs.length >= first) this.tables.push({ first, last: this.paragraphs.length });
		return end - 1;
	}

	private addRow(raw: string): void {
		this.first = this.line;
		const inside = raw
			.trim()
			.replace(/^\|/, '')
			.replace(/(?<!\\)\|$/, '');
		this.add(rowText(inside.split(/(?<!\\)\|/).map(cell => cell.replaceAll('\\|', '｜'))));
	}

	private push(level?: number): void {
		const text = this.current;
		this.current = '';
		if (text !== '') this.add(text, level);
	}

	/** Adds a paragraph, whose inner marks are still to be read. */
	private add(raw: string, level?: number): void {
		const paragraph = this.paragraphs.length + 1;
		const begun = this.pages.length;
		const hasMarks = (this.hasPages && raw.includes(pageMark)) || (this.labels.size > 0 && raw.includes('[^'));
		const text = hasMarks ? this.readInner(raw, paragraph) : plainText(raw);
		if (text === '') return;
		if (!this.isTitled && paragraph === 1 && fold(text) === fold(this.title)) {
			this.isTitled = true;
			this.references.length = 0;
			return;
		}
		// Before the pages that begin within it.
		if (this.page !== undefined) this.pages.splice(begun, 0, { paragraph, at: 0, page: this.page });
		this.page = undefined;
		if (level !== undefined) this.headings.push({ paragraph, level });
		this.paragraphs.push(text);
		this.lines.push(this.first);
	}

	private readInner(raw: string, paragraph: number): string {
		let text = '';
		let from = 0;
		for (const { 0: mark, 1: page, 2: label, index } of raw.matchAll(inner)) {
			if (label !== undefined && !this.labels.has(label)) continue;
			text += raw.slice(from, index);
			from = index + mark.length;
			if (page !== undefined) this.addPage(page, paragraph, text.length);
			else if (label !== undefined) this.references.push({ paragraph, at: text.length, label });
			else text += mark.slice(1);
		}
		return (text + raw.slice(from)).trim();
	}

	private addPage(page: string, paragraph: number, at: number): void {
		if (at === 0) this.page = page;
		else this.pages.push({ paragraph, at, page });
	}
}

const plainText = (raw: string): string => raw.replace(hidden, '$1');

/** A heading without the marks that close it (`## 题目 ##`). */
function withoutClosing(heading: string): string {
	const text = heading.trimEnd();
	let marks = text.length;
	while (text[marks - 1] === '#') marks--;
	return marks < text.length && /[ \t]/.test(text[marks - 1] ?? '') ? text.slice(0, marks) : heading;
}

function isHead(raw: string, next: string | undefined): boolean {
	return (
		next !== undefined &&
		next !== '' &&
		/^ {0,3}[|:-]/.test(next) &&
		isRow(raw) &&
		delimiter.test(next) &&
		columns(raw) === columns(next)
	);
}

function isRow(raw: string | undefined): boolean {
	return raw?.includes('|') === true && raw.trim() !== '';
}

/** How many cells a line has. */
function columns(line: string): number {
	const inside = line
		.trim()
		.replace(/^\|/, '')
		.replace(/(?<!\\)\|$/, '');
	return inside.split(/(?<!\\)\|/).length;
}
