// Markdown → plain text that says of its lines what Markdown said: headings with their level, rows of tables, notes.

import { rowText } from '../../text/layout/layout';
import { noteSign } from '../noteSigns';
import type { ParagraphMark } from '../paragraphMarks';
import { present } from '../proved';
import type { KnownLines } from './plainDocument';

/** A text, and what is known of its lines. */
export interface MarkedText extends KnownLines {
	readonly text: string;
}

const delimiter = /^\s*\|?\s*:?-+:?(?:\s*\|\s*:?-+:?)*\s*\|?$/;
const isDelimiter = (line: string) => delimiter.test(line.trim());
const definition = /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*(.*)$/;

/** Headings and items stand apart, marks around words go, the words of links stay, definitions of notes are notes. */
export function markdownText(text: string): MarkedText {
	const notes = new NotesOfText(text);
	const lines = new MarkedLines();
	const raws = text.split('\n');
	let table: object | undefined;
	raws.forEach((raw, i) => {
		if (notes.takes(raw)) return;
		const cells = cellsIn(raw);
		if (!cells || !(table ?? isHead(raw, raws[i + 1]))) table = undefined;
		else table ??= {};
		addLine(lines, raw, cells, table, notes);
	});
	return { text: lines.text(), markOf: line => lines.marks.get(line), notes: notes.texts() };
}

function addLine(
	lines: MarkedLines,
	raw: string,
	cells: readonly string[] | undefined,
	table: object | undefined,
	notes: NotesOfText,
): void {
	if (/^\s{0,3}(?:[-*_]\s*){3,}$|^\s{0,3}(?:```|~~~)|^\s*\\?[-*_]\s*$/.test(raw)) return lines.add('');
	if (cells && isDelimiter(raw)) return table ? undefined : lines.add('');
	if (cells && table) return lines.addApart(rowText(cells.map(cell => plainWords(notes.signed(cell)))), { table });
	if (cells && /^\s{0,3}\|/.test(raw)) return lines.addApart(cells.join(' | '), {});
	const block = /^\s{0,3}(?:(#{1,6})\s+|>\s?)|^\s{0,12}([-*+])\s+(?=\S)/.exec(raw);
	const words = plainWords(notes.signed(block ? raw.slice(block[0].length) : raw));
	if (!block) return isNumberedItem(raw) ? lines.addApart(words.trim(), {}) : lines.add(words);
	const [, level, bullet] = block;
	lines.addApart(words, present({ heading: level?.length, item: bullet === undefined ? undefined : true }));
}

/** `1. …`: every item of a list is a paragraph, whatever it ends with. */
function isNumberedItem(raw: string): boolean {
	return /^\s{0,12}\d{1,2}[.)]\s+\S/.test(raw);
}

/** Lines with what is known of them. */
class MarkedLines {
	/** By line, from 1. */
	readonly marks = new Map<number, ParagraphMark>();
	private readonly lines: string[] = [];

	add(line: string): void {
		this.lines.push(line);
	}

	/** A line between blank ones. */
	addApart(line: string, mark: ParagraphMark): void {
		this.lines.push('', line, '');
		this.marks.set(this.lines.length - 1, mark);
	}

	text(): string {
		return this.lines.join('\n');
	}
}

/** The notes a text defines, and where it refers to them. */
class NotesOfText {
	private readonly found = new Map<string, string>();
	private readonly order: string[] = [];
	/** The note whose definition is open. */
	private open: string | undefined;
	private readonly labels: ReadonlySet<string>;

	constructor(text: string) {
		const lines = text.includes('[^') ? text.split('\n') : [];
		this.labels = new Set(lines.flatMap(line => definition.exec(line)?.[1] ?? []));
	}

	/** Whether a line belongs to a definition. */
	takes(raw: string): boolean {
		if (this.labels.size === 0) return false;
		const [, label, words = ''] = definition.exec(raw) ?? [];
		if (label !== undefined) {
			this.found.set(label, plainWords(words.trim()));
			this.open = label;
			return true;
		}
		if (this.open === undefined) return false;
		const goesOn = raw.trim() === '' || /^(?: {4}|\t)/.test(raw);
		if (goesOn) this.found.set(this.open, `${this.found.get(this.open) ?? ''} ${plainWords(raw.trim())}`.trim());
		else this.open = undefined;
		return goesOn;
	}

	/** A line with signs where it refers to notes. */
	signed(line: string): string {
		if (this.labels.size === 0) return line;
		return line.replace(/(?<!\\)\[\^([^\]\s]{1,100})\]/g, (all, label: string) => {
			if (!this.labels.has(label)) return all;
			this.order.push(label);
			return noteSign(this.order.length - 1);
		});
	}

	/** In the order of reference. */
	texts(): readonly string[] {
		return this.order.map(label => this.found.get(label) ?? '');
	}
}

function plainWords(line: string): string {
	return line
		.replace(/!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)/g, '')
		.replace(/\[([^\]\n]{1,300})\]\((?:https?:|\.{0,2}\/)[^)\n]{0,2000}\)/g, '$1')
		.replace(/(\*\*|__)(?=\S)([^*_\n]{1,2000}?)\1/g, '$2')
		.replace(/(?<![\p{L}\d_\\])_(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s\\])_(?![\p{L}\d_])/gu, '$1')
		.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** The cells of a line with bars. */
function cellsIn(line: string): readonly string[] | undefined {
	if (!line.includes('|') || line.trim() === '') return undefined;
	const inner = line
		.trim()
		.replace(/^\|/, '')
		.replace(/(?<!\\)\|$/, '');
	return inner.split(/(?<!\\)\|/).map(cell => cell.trim().replaceAll('\\|', '|'));
}

function isHead(raw: string, next: string | undefined): boolean {
	if (next === undefined || !next.includes('-') || !isDelimiter(next)) return false;
	return cellsIn(raw)?.length === (cellsIn(next)?.length ?? 1);
}
