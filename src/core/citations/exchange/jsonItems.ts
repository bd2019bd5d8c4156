// JSON that holds a list → its items one by one with their places, the broken ones apart. JSON.parse alone would lose
// ten thousand items for one comma.

/** An item of the list, or why it is none; half-open offsets. */
export type JsonItem =
	| { readonly value: unknown; readonly start: number; readonly end: number }
	| { readonly fault: 'item' | 'list'; readonly start: number; readonly end: number };

/** So much may be read in vain. */
const mostInVain = 50_000_000;

/** The items of `[…]`, of `{ "items": […] }` (also `references`), or the one item `{…}`. */
export function* jsonItems(text: string): Generator<JsonItem, void> {
	const list = /^\s*(?:\{\s*"(?:items|references)"\s*:\s*)?\[/.exec(text);
	let at = list ? list[0].length : text.length - text.trimStart().length;
	if (!list && text[at] !== '{') {
		if (text.trim() !== '') yield { fault: 'list', start: at, end: endOfLine(text, at) };
		return;
	}
	let inVain = 0;
	for (;;) {
		const gap = /[\s,]*/y;
		gap.lastIndex = at;
		gap.exec(text);
		at = gap.lastIndex;
		if (at >= text.length || text[at] === ']') return;
		const { end, whole } = extent(text, at);
		const value = whole ? parsed(text.slice(at, end)) : undefined;
		if (value) yield { ...value, start: at, end };
		else {
			yield { fault: 'item', start: at, end: endOfLine(text, at) };
			inVain += end - at;
			if (inVain > mostInVain) return;
		}
		if (!list) return;
		at = value || whole ? end : next(text, at);
	}
}

function parsed(text: string): { readonly value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch {
		return undefined;
	}
}

/**
 * Where an item ends; `whole` is false where a bracket, a quotation mark or the end of the item before the next one is
 * missing.
 */
function extent(text: string, start: number): { readonly end: number; readonly whole: boolean } {
	if (!/["{[]/.test(text.charAt(start))) return scalarExtent(text, start);
	const marks = /["{}[\]]/g;
	marks.lastIndex = start;
	const open: string[] = [];
	for (let match = marks.exec(text); match; match = marks.exec(text)) {
		const mark = match[0];
		if (mark === '"') {
			const end = stringEnd(text, match.index);
			if (end < 0) return { end: match.index, whole: false };
			marks.lastIndex = end;
		} else if (mark === '{' || mark === '[') {
			if (mark === '{' && open.at(-1) === '{' && isBehindComma(text, start, match.index))
				return { end: match.index, whole: false };
			open.push(mark);
		} else if (open.pop() !== (mark === '}' ? '{' : '[')) return { end: match.index, whole: false };
		if (open.length === 0) return { end: marks.lastIndex, whole: true };
	}
	return { end: text.length, whole: false };
}

/** A number or a word. */
function scalarExtent(text: string, start: number): { readonly end: number; readonly whole: boolean } {
	const scalar = /[^,\]\r\n]*/y;
	scalar.lastIndex = start;
	scalar.exec(text);
	return { end: Math.max(scalar.lastIndex, start + 1), whole: true };
}

/** Within a map nothing begins behind a comma but a name: where a map does, the item before was not closed. */
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
