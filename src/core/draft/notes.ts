// Footnotes of a Markdown draft: where they are referred to and where they are defined, in lists, tables and block
// quotes too.

import { lastStarting } from './lines';
import { blank, type MaskedDraft } from './mask';

/** `[^label]` in the text. Offsets are UTF-16 code units of the draft, half-open. */
export interface NoteReference {
	readonly start: number;
	readonly end: number;
	readonly label: string;
}

/** `[^label]: …` with all its lines. */
export interface NoteDefinition {
	readonly label: string;
	/** Of the label, without `[^` and `]`. */
	readonly labelStart: number;
	readonly labelEnd: number;
	/** From the beginning of its first line to the end of its last, line ends not counted. */
	readonly start: number;
	readonly end: number;
	/** Where the text of the note begins. */
	readonly textStart: number;
	readonly firstLine: number;
	readonly lastLine: number;
	/** Whether it stands in a block quote, a list or another note: such a one stays where it is. */
	readonly nested: boolean;
	/**
	 * Where lines begin right below it that are not indented. Markdown takes them for its own, the writer may mean a
	 * paragraph; one with
	 * the indent of Chinese paragraphs nobody means otherwise, and it lies behind the end.
	 */
	readonly below?: number;
}

const head = new RegExp(
	`^((?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t])))*[ \\t]*)\\[\\^([^\\[\\]\\s${blank}]+)\\]:[ \\t]*`,
);
const mark = new RegExp(`\\[\\^([^\\[\\]\\s${blank}]+)\\]`, 'g');
/** What begins a block of its own directly behind a line of a note. */
const begins = new RegExp(
	`^ {0,3}(?:${[
		/#{1,6}(?:\s|$)/, // heading
		/>|`{3}|~{3}|\$\$/, // quotation, fence, formula
		/(?:[-*+]|1[.)])[ \t]+\S/, // item of a list
		/<[!/?A-Za-z]/, // HTML
		/\[\^[^\]\s]+\]:/, // another note
		/(?:[-*_][ \t]*){3,}$/, // rule
	]
		.map(one => one.source)
		.join('|')})`,
);

/** Labels as they are compared: Markdown does not tell capitals apart. */
export function labelKey(label: string): string {
	return label.toLowerCase();
}

/** Every definition, in the order of the draft. */
export function noteDefinitions(draft: MaskedDraft): NoteDefinition[] {
	const found: NoteDefinition[] = [];
	if (!draft.masked.includes(']:')) return found;
	draft.lines.forEach((line, number) => {
		if (!line.text.includes(']:')) return;
		const start = head.exec(draft.masked.slice(line.start, line.start + line.text.length));
		if (!start) return;
		const [whole, before = '', label = ''] = start;
		const quotes = before.split('>').length - 1;
		const tail = before.slice(before.lastIndexOf('>') + 1);
		const indent = columns(quotes > 0 ? tail.replace(/^ /, '') : tail);
		const content = /[-*+\d]/.test(before) ? indent : contentColumn(draft, number, quotes, indent);
		const { lastLine, below } = endOf(draft, number, quotes, content);
		const labelStart = line.start + before.length + 2;
		found.push({
			label,
			labelStart,
			labelEnd: labelStart + label.length,
			start: line.start,
			end: endOfLine(draft, lastLine),
			textStart: line.start + whole.length,
			firstLine: number,
			lastLine,
			nested: content > 0 || quotes > 0,
			...(below === undefined ? {} : { below: draft.lines[below]?.start }),
		});
	});
	return found;
}

/** The definition whose text an offset stands in; the inner one where one stands in another. */
export function definitionAt(definitions: readonly NoteDefinition[], offset: number): NoteDefinition | undefined {
	// A note may hold others, so the one that began last need not be the one that still goes on.
	for (let at = lastStarting(definitions, offset); at >= 0; at--) {
		const definition = definitions[at];
		if (!definition || definition.end >= offset) return definition;
		if (!definition.nested) return undefined;
	}
	return undefined;
}

/** Every reference, in the order of the draft; labels of definitions are none. */
export function noteReferences(draft: MaskedDraft, definitions: readonly NoteDefinition[]): NoteReference[] {
	const labels = new Set(definitions.map(definition => definition.labelStart));
	return [...draft.masked.matchAll(mark)]
		.filter(found => !labels.has(found.index + 2))
		.map(({ 0: written, 1: label = '', index }) => ({ start: index, end: index + written.length, label }));
}

/**
 * The last line of the note that begins on a line, in so many block quotes, where what surrounds it begins at a column;
 * and the first that is not indented.
 */
function endOf(
	draft: MaskedDraft,
	first: number,
	quotes: number,
	content: number,
): { readonly lastLine: number; readonly below?: number } {
	let lastLine = first;
	let below: number | undefined;
	let empty = false;
	let paragraph = true;
	for (let at = first + 1; at < draft.lines.length; at++) {
		const kind = kindOf(draft, at, quotes, content);
		if (kind === 'outside') break;
		if (kind === 'blank') {
			empty = true;
			continue;
		}
		if (kind === 'indented') {
			if (empty || !paragraph || draft.closed[at]) paragraph = isParagraph(draft, at, quotes, content + 4);
		} else {
			// A line that is not indented goes on with the paragraph it directly follows.
			if (empty || !paragraph || kind === 'block') break;
			below ??= at;
			if (kind === 'chinese') break;
		}
		lastLine = at;
		empty = false;
	}
	if (below === undefined) return { lastLine };
	return { lastLine, below };
}

/**
 * What a line may be to a note: `chinese`: text with the indent of Chinese paragraphs, which is its own paragraph to
 * whoever wrote it.
 */
function kindOf(
	draft: MaskedDraft,
	at: number,
	quotes: number,
	content: number,
): 'blank' | 'outside' | 'indented' | 'block' | 'chinese' | 'text' {
	const text = textOf(draft, at);
	const rest = inside(text, quotes);
	const line = rest ?? text;
	if (line.trim() === '') return rest === undefined ? 'outside' : 'blank';
	if (rest !== undefined && indentOf(rest) >= content + 4) return 'indented';
	const bare = outdented(line, content);
	if (draft.closed[at] !== undefined || begins.test(bare)) return 'block';
	if (bare.startsWith('\u3000')) return 'chinese';
	return 'text';
}

function isParagraph(draft: MaskedDraft, at: number, quotes: number, indent: number): boolean {
	const line = inside(textOf(draft, at), quotes) ?? '';
	return draft.closed[at] === undefined && !noParagraph.test(outdented(line, indent));
}

/** A line behind which no paragraph goes on: code, a heading, a rule, HTML. */
const noParagraph = /^(?: {4}|\t|#{1,6}(?:\s|$)|(?:[-*_][ \t]*){3,}$|<)/;

const listMark = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))/;

/**
 * The column at which the content of the list item or note begins that a line with so much indent stands in; 0 where it
 * stands in none.
 */
function contentColumn(draft: MaskedDraft, line: number, quotes: number, indent: number): number {
	/** The least indent of what stands between; an item whose content begins further right has ended there. */
	let least = indent;
	for (let at = line - 1; at >= 0 && least > 0; at--) {
		const rest = inside(textOf(draft, at), quotes);
		if (rest === undefined) break;
		if (rest.trim() === '') continue;
		const columnsOfItem = contentColumns(rest).filter(column => column <= least);
		if (columnsOfItem.length > 0) return Math.max(...columnsOfItem);
		const before = inside(textOf(draft, at - 1), quotes) ?? '';
		// A mark of a list, whatever its number, ends an item whose content begins further right.
		const isText = !begins.test(rest) && !listMark.test(rest);
		const goesOn = before.trim() !== '' && !draft.closed[at] && !draft.closed[at - 1] && isText;
		if (!goesOn) least = Math.min(least, indentOf(rest));
	}
	// Four columns and more are code, or go on with a paragraph: whatever is meant, it stays where it is.
	if (indent > 3) return indent;
	return 0;
}

/** Where the contents of the list items and notes begin that begin on a line. */
function contentColumns(line: string): number[] {
	const found: number[] = [];
	let rest = line;
	let before = '';
	for (let mark = listMark.exec(rest); mark; mark = listMark.exec(rest)) {
		before += mark[0];
		rest = line.slice(before.length);
		const bare = before.trimEnd();
		// Five spaces behind the mark are one, and code; an item that is empty as yet has one, too.
		found.push(columns(before) - columns(bare) > 4 || rest === '' ? columns(bare) + 1 : columns(before));
	}
	if (/^ {0,3}\[\^[^\]\s]+\]:/.test(rest)) found.push((found.at(-1) ?? 0) + 4);
	return found;
}

/** A line without so much of its indent. */
function outdented(line: string, indent: number): string {
	let at = 0;
	while (at < line.length && /[ \t]/.test(line.charAt(at)) && columns(line.slice(0, at + 1)) <= indent) at++;
	return line.slice(at);
}

/** A line without the marks of so many block quotes; nothing where it has fewer. */
function inside(text: string, quotes: number): string | undefined {
	let rest = text;
	for (let n = 0; n < quotes; n++) {
		const mark = /^ {0,3}> ?/.exec(rest)?.[0];
		if (mark === undefined) return undefined;
		rest = rest.slice(mark.length);
	}
	return rest;
}

/** The text of a line; empty beyond the draft. */
function textOf({ lines }: MaskedDraft, at: number): string {
	return lines[at]?.text ?? '';
}

/** Where a line ends, its line end not counted. */
function endOfLine({ lines }: MaskedDraft, at: number): number {
	const line = lines[at];
	if (line) return line.start + line.text.length;
	return 0;
}

/** Columns of white space a line begins with. */
function indentOf(line: string): number {
	return columns(line.slice(0, line.length - line.replace(/^[ \t]+/, '').length));
}

/** Columns that a beginning of a line takes; a tab goes on to the next multiple of four. */
function columns(text: string): number {
	let count = 0;
	for (const character of text) count += character === '\t' ? 4 - (count % 4) : 1;
	return count;
}
