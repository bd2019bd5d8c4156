// Paragraphs with their layout → the Markdown of a document below its title (documentBody.ts reads it back).

import { hiding, onOneLine } from '../hiding';
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
	const { headings = [], tables = [], notes = [] } = layout;
	const levels = new Map(headings.map(({ paragraph, level }) => [paragraph, level]));
	const rows = rowsOf(tables, paragraphs);
	const marks = marksOf(layout);
	const blocks = paragraphs.map((text, i) => {
		const { starts, within } = marksAt(marks.get(i + 1));
		return starts + (rows.get(i + 1) ?? block(onOneLine(text), levels.get(i + 1), within));
	});
	return [...blocks, ...notes.map(({ text }, i) => `\n[^${i + 1}]: ${hiding(onOneLine(text))}\n`)].join('');
}

function block(text: string, level: number | undefined, marks: readonly Mark[]): string {
	if (text === '') return '';
	const words = withMarks(text, marks);
	if (level === undefined) return `\n${words}\n`;
	return `\n${'#'.repeat(Math.min(6, Math.max(2, level)))} ${words.replace(/(?<=\s)#$/, '\\#')}\n`;
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
	const row = `| ${places.map(cell => hiding(cell)).join(' | ')} |\n`;
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
function withMarks(text: string, marks: readonly Mark[]): string {
	let words = '';
	let from = 0;
	for (const { at, text: mark } of marks) {
		words += hiding(text.slice(from, at)) + mark;
		from = Math.max(from, at);
	}
	return words + hiding(text.slice(from));
}
