// Which parts of a Markdown line are prose, line by line: blocks carried from line to line, spans within the line. A
// full parser would cost with the length of the draft on every key; this costs one line.
import type { BlockState, LineScan, LineScanner, Region } from './region';
import { whole } from './region';

// States: 's' before the first line · 't' text (+'b' after a blank line, +'l' within a list) · 'y'/'+' front matter ·
// 'f' + (q when within a block quote) + mark + length: fenced code · 'm' display math · 'c' comment or 'i' indented
// code.
const opening = /^((?: {0,3}>)*)[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;
const indentedCode = /^(?: {4}|\t)/;
const listItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
/** What goes on with a footnote is indented like what goes on with a list item, and is no more code than that. */
const footnote = /^ {0,3}\[\^[^\]\s]+\]:/;
/** A heading or a rule: what comes behind stands as behind a blank line. */
const apart = /^ {0,3}(?:#{1,6}(?:\s|$)|(?:[-*_][ \t]*){3,}$)/;
const linkDefinition = /^ {0,3}\[(?![\^＾])[^\]]+\]:\s/;

/** CommonMark with front matter, footnotes (GFM) and pandoc keys, as far as one must know where prose is. */
export const markdownScanner: LineScanner = {
	initial: 's',
	scan(before: BlockState, line: string): LineScan {
		switch (before[0]) {
			case 's':
				if (/^---\s*$/.test(line)) return { after: 'y', regions: whole(line, 'frontMatter') };
				if (/^\+\+\+\s*$/.test(line)) return { after: '+', regions: whole(line, 'frontMatter') };
				// What begins a draft stands as behind a blank line.
				return text('tb', line);
			case 'y':
				return { after: /^(?:---|\.\.\.)\s*$/.test(line) ? 'tb' : 'y', regions: whole(line, 'frontMatter') };
			case '+':
				return { after: /^\+\+\+\s*$/.test(line) ? 'tb' : '+', regions: whole(line, 'frontMatter') };
			case 'f':
				return inFence(before, line);
			case 'm':
				return { after: /\$\$\s*$/.test(line) ? 't' : 'm', regions: whole(line, 'math') };
			case 'c':
				return inComment(line);
			case 'i':
				if (indentedCode.test(line)) return { after: 'i', regions: whole(line, 'code') };
				return line.trim() === '' ? { after: 'i', regions: [] } : text('tb', line);
			default:
				return text(before, line);
		}
	},
};

function inFence(before: BlockState, line: string): LineScan {
	const quoted = before[1] === 'q';
	const mark = before[quoted ? 2 : 1] ?? '`';
	const length = Number(before.slice(quoted ? 3 : 2));
	// A block quote ends where its marks end, and with it the fence inside it.
	if (quoted && !/^ {0,3}>/.test(line)) return text('t', line);
	const bare = line.replace(/^(?:[ \t]*>)*[ \t]*/, '').trimEnd();
	const closes = bare.length >= length && [...bare].every(c => c === mark);
	return { after: closes ? 'tb' : before, regions: whole(line, 'code') };
}

function inComment(line: string): LineScan {
	const end = line.indexOf('-->');
	if (end < 0) return { after: 'c', regions: whole(line, 'comment') };
	const rest = inline(line, end + 3);
	return { after: rest.comment ? 'c' : 't', regions: [{ start: 0, end: end + 3, kind: 'comment' }, ...rest.regions] };
}

function text(before: BlockState, line: string): LineScan {
	const inList = before.includes('l');
	if (line.trim() === '') return { after: inList ? 'tbl' : 'tb', regions: [] };
	const block = blockBegun(before, line, inList);
	if (block) return block;
	const { regions, comment } = inline(line, 0);
	return { after: comment ? 'c' : afterText(before, line, inList), regions };
}

/** A line that is none of the text, since something begins on it: code, a formula, the address of a link. */
function blockBegun(before: BlockState, line: string, inList: boolean): LineScan | undefined {
	// Outside of lists so much indent opens no fence: it is code itself, or more of the paragraph.
	const isIndented = !inList && indentedCode.test(line);
	const fence = isIndented ? undefined : fenceState(line);
	if (fence !== undefined) return { after: fence, regions: whole(line, 'code') };
	if (isIndented && before.includes('b')) return { after: 'i', regions: whole(line, 'code') };
	if (/^\s*\$\$(?!.*\$\$)/.test(line)) return { after: 'm', regions: whole(line, 'math') };
	if (linkDefinition.test(line)) return { after: 't', regions: whole(line, 'link') };
	return undefined;
}

/** The state within the fence that a line opens; nothing where it opens none. */
function fenceState(line: string): BlockState | undefined {
	const [, quotes, mark] = opening.exec(line) ?? [];
	return mark && `f${quotes ? 'q' : ''}${mark.charAt(0)}${mark.length}`;
}

/** The state behind a line of text. */
function afterText(before: BlockState, line: string, inList: boolean): BlockState {
	if (listItem.test(line) || footnote.test(line)) return 'tl';
	if (inList && /^[ \t]/.test(line)) return 'tl';
	if (apart.test(line)) return 'tb';
	// A line that is not indented goes on with the paragraph it directly follows.
	if (inList && !before.includes('b') && !/^ {0,3}>/.test(line)) return 'tl';
	return 't';
}

/** Spans within a line of text, from `from` on; `comment`: a comment opens and does not close on this line. */
function inline(line: string, from: number): { regions: Region[]; comment: boolean } {
	const regions: Region[] = [];
	let at = from;
	while (at < line.length) {
		// An escaped mark opens nothing.
		const isEscape = line[at] === '\\';
		const found = isEscape ? undefined : spanAt(line, at);
		if (found) regions.push(found);
		if (found?.kind === 'comment' && found.open) return { regions, comment: true };
		at = Math.max(found?.end ?? 0, at + (isEscape ? 2 : 1));
	}
	return { regions, comment: false };
}

/** Characters a bare address may consist of: ASCII without spaces and brackets that enclose it. */
const address = /(?:https?|ftp):\/\/[^\s<>()\u0080-\uffff]*|[\w.+-]{1,64}@[\w-]+\.[\w.-]+/y;

function spanAt(line: string, at: number): Region | undefined {
	switch (line[at]) {
		case '`':
			return code(line, at);
		case '$':
			return math(line, at);
		case '<':
			return angle(line, at);
		case '[':
			return bracket(line, at);
		case ']':
			return line[at + 1] === '(' ? destination(line, at + 1) : undefined;
		default:
			return bareAddress(line, at);
	}
}

function code(line: string, at: number): Region {
	let ticks = 1;
	while (line[at + ticks] === '`') ticks++;
	for (let close = line.indexOf('`'.repeat(ticks), at + ticks); close >= 0;) {
		let run = ticks;
		while (line[close + run] === '`') run++;
		if (run === ticks) return { start: at, end: close + ticks, kind: 'code' };
		close = line.indexOf('`'.repeat(ticks), close + run);
	}
	return { start: at, end: at + ticks, kind: 'code' }; // never closed on this line: plain backticks
}

function math(line: string, at: number): Region | undefined {
	const mark = line[at + 1] === '$' ? '$$' : '$';
	const close = line.indexOf(mark, at + mark.length);
	// pandoc: the opening mark has no space after it, the closing none before it and no digit behind it; amounts stay
	// prose.
	if (
		close < 0 ||
		close === at + mark.length ||
		/\s/.test(line[at + mark.length] ?? ' ') ||
		/\s/.test(line[close - 1] ?? ' ')
	)
		return undefined;
	if (mark === '$' && /\d/.test(line[close + 1] ?? '')) return undefined;
	return { start: at, end: close + mark.length, kind: 'math' };
}

function angle(line: string, at: number): Region | undefined {
	if (line.startsWith('<!--', at)) {
		const short = /<!---?>/y;
		short.lastIndex = at;
		if (short.test(line)) return { start: at, end: short.lastIndex, kind: 'comment' };
		const close = line.indexOf('-->', at + 4);
		if (close < 0) return { start: at, end: line.length, kind: 'comment', open: true };
		return { start: at, end: close + 3, kind: 'comment' };
	}
	const tag = /<(?:\/?[A-Za-z][^<>]*|[A-Za-z][\w+.-]*:[^\s<>]*)>/y;
	tag.lastIndex = at;
	const found = tag.exec(line);
	if (found) return { start: at, end: at + found[0].length, kind: 'html' };
	return undefined;
}

/** What a bracket begins: a label, a key, or nothing of ours. */
function bracketKind(line: string, at: number): 'footnote' | 'key' | undefined {
	if (line[at + 1] === '^') return 'footnote';
	if (/^\[-?@/.test(line.slice(at, at + 3))) return 'key';
	return undefined;
}

function bracket(line: string, at: number): Region | undefined {
	const kind = bracketKind(line, at);
	if (!kind) return undefined;
	// Code, a comment or another bracket ends it: what stands in those is theirs.
	const closed = /\[[^[\]`<]*\]/y;
	closed.lastIndex = at;
	const whole = closed.exec(line);
	if (whole) return { start: at, end: at + whole[0].length, kind };
	// A label that is just being written ends where it cannot go on; prose behind it stays prose.
	const written = /\[[^\s，。；：！？[\]`<]*/y;
	written.lastIndex = at;
	return { start: at, end: at + (written.exec(line)?.[0].length ?? 2), kind, open: true };
}

function destination(line: string, at: number): Region {
	let depth = 0;
	for (let i = at; i < line.length; i++) {
		if (line[i] === '\\') i++;
		else if (line[i] === '(') depth++;
		else if (line[i] === ')' && --depth === 0) return { start: at, end: i + 1, kind: 'link' };
	}
	return { start: at, end: line.length, kind: 'link', open: true };
}

function bareAddress(line: string, at: number): Region | undefined {
	const before = line.charCodeAt(at - 1);
	const c = line.charCodeAt(at);
	if (c > 0x7f || (at > 0 && before < 0x80 && /\w/.test(line[at - 1] ?? ''))) return undefined;
	address.lastIndex = at;
	const found = address.exec(line);
	if (found) return { start: at, end: at + found[0].length, kind: 'link', open: true };
	return undefined;
}
