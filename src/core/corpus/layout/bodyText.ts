// Paragraphs with their layout → the Markdown of a document below its title (documentBody.ts reads it back).

import { hiding, hidingMarks, onOneLine } from '../hiding';
import { cellsOf, type Layout, type TablePlace } from '../../text/layout/layout';

/** A mark within a paragraph, at an offset of it. */
interface Mark {
	readonly at: number;
	readonly text: string;
}

/**
 * The paragraphs between blank lines, each on one line; rows of a table on lines that follow each other, its first one
 * as its head; what else the layout has as Markdown has it, definitions of notes at the end.
 */
export function bodyText(paragraphs: readonly string[], layout: Layout): string {
	const { headings = [], tables = [], notes = [], items = [] } = layout;
	const levels = new Map(headings.map(({ paragraph, level }) => [paragraph, level]));
	const rows = rowsOf(tables, paragraphs);
	const bullets = new Set(items);
	const lists = new Lists();
	const marks = marksOf(layout);
	const blocks = paragraphs.map((text, i) => {
		const { starts, within } = marksAt(marks.get(i + 1));
		const level = levels.get(i + 1);
		const isPlain = level === undefined && !rows.has(i + 1) && !bullets.has(i + 1);
		const item = lists.next(isPlain ? onOneLine(text) : '');
		const form: Form = { level, lead: bullets.has(i + 1) ? '- ' : '', isNumbered: level !== undefined || item };
		return starts + (rows.get(i + 1) ?? block(onOneLine(text), form, within));
	});
	return [...blocks, ...notes.map(({ text }, i) => `\n[^${i + 1}]: ${hiding(onOneLine(text))}\n`)].join('');
}

/** What a paragraph is written as. */
interface Form {
	/** Of a heading. */
	readonly level: number | undefined;
	/** What makes an item of it. */
	readonly lead: string;
	/** Whether a number at its beginning stands as it is. */
	readonly isNumbered: boolean;
}

function block(text: string, { level, lead, isNumbered }: Form, marks: readonly Mark[]): string {
	if (text === '') return '';
	const words = withMarks(text, marks, isNumbered);
	if (level === undefined) return `\n${lead}${words}\n`;
	return `\n${'#'.repeat(Math.min(6, Math.max(2, level)))} ${words.replace(/(?<=\s)#$/, '\\#')}\n`;
}

/** Numbered paragraphs are items of a list wherever Markdown counts as they do. */
class Lists {
	private last: { readonly number: number; readonly mark: string } | undefined;

	/** Whether the next paragraph is an item. A list counts up by one from its first number, whatever the others are. */
	next(text: string): boolean {
		const [, digits, mark = ''] = /^(\d{1,3})([.)])\s+\S/.exec(text) ?? [];
		const before = this.last;
		this.last = digits === undefined ? undefined : { number: Number(digits), mark };
		if (!this.last || !before || before.mark !== mark || this.last.number === before.number + 1)
			return this.last !== undefined;
		this.last = undefined;
		return false;
	}
}

/** The rows of all tables by paragraph. */
function rowsOf(tables: readonly TablePlace[], paragraphs: readonly string[]): ReadonlyMap<number, string> {
	const rows = new Map<number, string>();
	for (const { first, last } of tables) {
		const cells = paragraphs.slice(first - 1, last).map(row => cellsOf(onOneLine(row)));
		const columns = cells.reduce((most, row) => Math.max(most, row.length), 0);
		cells.forEach((row, i) => rows.set(first + i, rowLines(row, columns, i === 0)));
	}
	return rows;
}

function rowLines(cells: readonly string[], columns: number, isHead: boolean): string {
	const places = Array.from({ length: columns }, (_, i) => cells[i] ?? '');
	const row = `| ${places.map(cell => hidingMarks(cell)).join(' | ')} |\n`;
	return isHead ? `\n${row}|${' --- |'.repeat(columns)}\n` : row;
}

function marksOf({ pages = [], notes = [] }: Layout): ReadonlyMap<number, readonly Mark[]> {
	const marks = new Map<number, Mark[]>();
	const add = (paragraph: number, mark: Mark) => marks.set(paragraph, [...(marks.get(paragraph) ?? []), mark]);
	for (const { paragraph, at, page } of pages) add(paragraph, { at, text: `<!-- policy-writing: page ${page} -->` });
	for (const [i, { paragraph, at }] of notes.entries()) add(paragraph, { at, text: `[^${i + 1}]` });
	return marks;
}

/** A page that begins with a paragraph stands above it. */
function marksAt(marks: readonly Mark[] = []): { readonly starts: string; readonly within: readonly Mark[] } {
	const isStart = ({ at, text }: Mark) => at === 0 && text.startsWith('<');
	return {
		starts: marks
			.filter(isStart)
			.map(({ text }) => `\n${text}\n`)
			.join(''),
		within: marks.filter(mark => !isStart(mark)).sort((a, b) => a.at - b.at),
	};
}

/** A text as Markdown, with marks at their offsets. */
function withMarks(text: string, marks: readonly Mark[], isNumbered: boolean): string {
	const number = isNumbered ? (/^\d{1,9}[.)]\s+/.exec(text)?.[0] ?? '') : '';
	let words = number;
	let from = number.length;
	for (const { at, text: mark } of marks) {
		words += hiding(text.slice(from, at)) + mark;
		from = Math.max(from, at);
	}
	return words + hiding(text.slice(from));
}
