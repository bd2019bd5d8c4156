// Footnotes of a Markdown draft: where they are referred to and where they are defined, in lists, tables and block
// quotes too.

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
}

const head = new RegExp(
	`^((?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t])))*[ \\t]*)\\[\\^([^\\[\\]\\s${blank}]+)\\]:[ \\t]*`,
);
const mark = new RegExp(`\\[\\^([^\\[\\]\\s${blank}]+)\\]`, 'g');
/** What begins a block of its own directly behind a line of a note. An indented Chinese paragraph counts: nobody means it as part of a note. */
const begins =
	/^ {0,3}(?:#{1,6}(?:\s|$)|>|`{3}|~{3}|[-*+][ \t]|\d{1,9}[.)][ \t]|<[!/?A-Za-z]|\[\^[^\]\s]+\]:|(?:[-*_][ \t]*){3,}$|\$\$|\||\u3000)/;

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
		const [whole, before, label] = start as unknown as [string, string, string];
		const quotes = before.split('>').length - 1;
		const tail = before.slice(before.lastIndexOf('>') + 1);
		const indent = columns(quotes > 0 ? tail.replace(/^ /, '') : tail);
		const list = /[-*+\d]/.test(before) || indent > 0;
		const lastLine = endOf(draft, number, quotes, indent);
		const labelStart = line.start + before.length + 2;
		const last = draft.lines[lastLine]!;
		found.push({
			label,
			labelStart,
			labelEnd: labelStart + label.length,
			start: line.start,
			end: last.start + last.text.length,
			textStart: line.start + whole.length,
			firstLine: number,
			lastLine,
			nested: list || quotes > 0,
		});
	});
	return found;
}

/** Every reference, in the order of the draft; labels of definitions are none. */
export function noteReferences(draft: MaskedDraft, definitions: readonly NoteDefinition[]): NoteReference[] {
	const labels = new Set(definitions.map(definition => definition.labelStart));
	return [...draft.masked.matchAll(mark)]
		.filter(found => !labels.has(found.index + 2))
		.map(found => ({ start: found.index, end: found.index + found[0].length, label: found[1]! }));
}

/** The last line of the note that begins on a line, in so many block quotes and so far indented. */
function endOf(draft: MaskedDraft, first: number, quotes: number, indent: number): number {
	let last = first;
	let empty = false;
	let paragraph = true;
	for (let at = first + 1; at < draft.lines.length; at++) {
		const text = draft.lines[at]!.text;
		const rest = inside(text, quotes);
		if ((rest ?? text).trim() === '') {
			if (rest === undefined) break;
			empty = true;
		} else if (rest !== undefined && columns(/^[ \t]*/.exec(rest)![0]) >= indent + 4) {
			if (empty || draft.closed[at]) paragraph = false;
			last = at;
			empty = false;
		} else {
			// A line that is not indented goes on with the paragraph it directly follows.
			if (empty || !paragraph || draft.closed[at] || begins.test(rest ?? text)) break;
			last = at;
		}
	}
	return last;
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

/** Columns that a beginning of a line takes; a tab goes on to the next multiple of four. */
function columns(text: string): number {
	let count = 0;
	for (const character of text) count += character === '\t' ? 4 - (count % 4) : 1;
	return count;
}
