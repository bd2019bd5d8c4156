// JSON that holds a list → its items one by one with their places, the broken ones apart. JSON.parse alone would lose
// ten thousand items for one comma.

import { jsonFault, type JsonReason } from './jsonFault';
import { withoutEnd } from './words/textEnd';

/** An item of the list, or why it is none; half-open offsets, of what is wrong in it where something is. */
export type JsonItem =
	| { readonly value: unknown; readonly start: number; readonly end: number }
	| { readonly fault: 'list'; readonly start: number; readonly end: number }
	| { readonly fault: 'item'; readonly reason: JsonReason; readonly start: number; readonly end: number };

/** So much may be read in vain. */
const mostInVain = 50_000_000;

/** The items of `[…]`, of the first list under one of the names in `{ "items": […] }`, or the one item `{…}`. */
export function* jsonItems(text: string, names: readonly string[]): Generator<JsonItem, void> {
	const start = behindSpaces(text, 0);
	const list = listStart(text, start, names);
	if (list === undefined && text[start] !== '{') {
		if (start < text.length) yield { fault: 'list', start, end: endOfLine(text, start) };
		return;
	}
	let inVain = 0;
	for (let at = list ?? start; ;) {
		at = behindGap(text, at);
		if (at >= text.length || text[at] === ']') return;
		const { end, whole } = extent(text, at);
		const value = whole ? parsed(text.slice(at, end)) : undefined;
		if (value) yield { ...value, start: at, end };
		else {
			yield faultIn(text, at, whole ? end : brokenEnd(text, end));
			inVain += end - at;
		}
		if (list === undefined || inVain > mostInVain) return;
		at = whole ? end : next(text, at);
	}
}

/** Behind the bracket of the list; nothing where the text is none and has none under the names. */
function listStart(text: string, start: number, names: readonly string[]): number | undefined {
	if (text[start] === '[') return start + 1;
	if (text[start] !== '{') return undefined;
	const key = /"((?:[^"\\\r\n]|\\.)*)"\s*:\s*/y;
	for (let at = behindGap(text, start + 1); ;) {
		key.lastIndex = at;
		const name = key.exec(text)?.[1];
		if (name === undefined) return undefined;
		at = key.lastIndex;
		if (text[at] === '[' && names.includes(name)) return at + 1;
		const { end, whole } = at < text.length ? extent(text, at) : { end: at, whole: false };
		if (!whole) return undefined;
		at = behindGap(text, end);
	}
}

function behindSpaces(text: string, at: number): number {
	return behind(/\s*/y, text, at);
}

function behindGap(text: string, at: number): number {
	return behind(/[\s,]*/y, text, at);
}

function behind(sticky: RegExp, text: string, at: number): number {
	sticky.lastIndex = at;
	sticky.exec(text);
	return sticky.lastIndex;
}

function parsed(text: string): { readonly value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch {
		return undefined;
	}
}

/** What is wrong with an item that could be followed to `end`. */
function faultIn(text: string, start: number, end: number): JsonItem {
	const { reason, ...place } = jsonFault(withoutEnd(text.slice(start, end), /[\s,]/));
	return { fault: 'item', reason, start: start + place.start, end: start + place.end };
}

/** A quotation mark that does not close ends with its line. */
function brokenEnd(text: string, end: number): number {
	return text[end] === '"' ? endOfLine(text, end) : end;
}

interface Extent {
	readonly end: number;
	/** Not where a bracket, a quotation mark or the end of the item before the next one is missing. */
	readonly whole: boolean;
}

const closers: ReadonlyMap<string, string> = new Map([
	['}', '{'],
	[']', '['],
]);

/** Where an item ends, or where it is seen not to. */
function extent(text: string, start: number): Extent {
	if (!/["{[]/.test(text.charAt(start))) return { end: behindScalar(text, start), whole: true };
	const marks = /["{}[\]]/g;
	marks.lastIndex = start;
	const open: string[] = [];
	for (let match = marks.exec(text); match; match = marks.exec(text)) {
		const [mark] = match;
		const opener = closers.get(mark);
		if (mark === '"') {
			const end = stringEnd(text, match.index);
			if (end < 0) return { end: match.index, whole: false };
			marks.lastIndex = end;
		} else if (opener === undefined) {
			if (mark === '{' && open.at(-1) === '{' && isBehindComma(text, start, match.index))
				return { end: match.index, whole: false };
			open.push(mark);
		} else if (open.pop() !== opener) return { end: match.index, whole: false };
		if (open.length === 0) return { end: marks.lastIndex, whole: true };
	}
	return { end: text.length, whole: false };
}

function behindScalar(text: string, start: number): number {
	return Math.max(behind(/[^,\]\r\n]*/y, text, start), start + 1);
}

/** Within a map nothing begins behind a comma but a name: there the item before was not closed. */
function isBehindComma(text: string, start: number, at: number): boolean {
	return text
		.slice(Math.max(start, at - 200), at)
		.trimEnd()
		.endsWith(',');
}

/** Behind the closing quotation mark; -1 where the line ends before it. */
function stringEnd(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at++) {
		const c = text.charCodeAt(at);
		if (c === 34) return at + 1;
		if (c === 92) at++;
		else if (c === 10 || c === 13) return -1;
	}
	return -1;
}

/**
 * Where the next item may begin behind a broken one: on a line like its own, or where one ends and another begins with
 * what items begin with.
 */
function next(text: string, start: number): number {
	const line = text.slice(Math.max(0, start - 200), start);
	const indent = /(?:^|[\r\n])([ \t]*)$/.exec(line)?.[1];
	const likely = /\}\s*,\s*(?=\{\s*"(?:id|type|title|citation-key)"\s*:)/g;
	likely.lastIndex = start;
	const ended = likely.exec(text);
	let found = ended ? likely.lastIndex : text.length;
	if (indent !== undefined) {
		const alike = new RegExp(`[\\r\\n]${indent}(?=\\{)`, 'g');
		alike.lastIndex = start;
		if (alike.exec(text)) found = Math.min(found, alike.lastIndex);
	} else {
		const inner = /,\s*(?=\{\s*"id"\s*:)/g;
		inner.lastIndex = start;
		if (inner.exec(text)) found = Math.min(found, inner.lastIndex);
	}
	return Math.max(found, start + 1);
}

function endOfLine(text: string, start: number): number {
	const end = text.slice(start, start + 200).search(/[\r\n]/);
	return end < 0 ? Math.min(text.length, start + 200) : start + end;
}
