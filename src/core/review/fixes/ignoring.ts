// A comment before a paragraph that leaves a finding out, put so that lists, block quotes and notes stay what they
// are.

import { ignoreComment } from '../../draft/blocks';
import type { Draft } from '../../draft/draft';
import type { Edit } from '../../draft/edit';
import { isTex } from '../../draft/language';
import { lineAt, type TextLine } from '../../draft/lines';

/** The edit that leaves a code out of paragraph `at` of a draft; joined to the comment that is there already. */
export function ignoring(
	{ text, blocks, lines, language }: Draft,
	at: number,
	code: string,
	lineEnd: string,
): Edit | undefined {
	let first = at;
	// Of a very long paragraph the parts are told together.
	while (first > 0 && blocks[first - 1]!.start + blocks[first - 1]!.text.length === blocks[first]!.start) first--;
	const block = blocks[first]!;
	const line = lineAt(lines, block.start);
	if (block.ignored.length > 0) return continued(lines, line, code);
	const tex = isTex(language);
	const comment = tex ? `% policy-writing: ignore ${code}` : `<!-- policy-writing: ignore ${code} -->`;
	const indent = language === 'markdown' ? indentOf(lines, line) : /^\s*/.exec(lines[line]!.text)![0];
	// A byte order mark stays the first of the draft.
	const start = lines[line]!.start + (text.charCodeAt(lines[line]!.start) === 0xfeff ? 1 : 0);
	return { start, end: start, text: `${indent}${comment}${lineEnd}` };
}

/** The comment that is there, with another code. */
function continued(lines: readonly TextLine[], from: number, code: string): Edit | undefined {
	for (let at = from; at >= Math.max(0, from - 200); at--) {
		const found = ignoreComment.exec(lines[at]!.text);
		if (!found || lines[at]!.text.slice(0, found.index).trim() !== '') continue;
		if (found[1] === undefined) return undefined;
		const end =
			lines[at]!.start + found.index + found[0].indexOf(found[1], found[0].indexOf('ignore') + 6) + found[1].length;
		return { start: end, end, text: `, ${code}` };
	}
	return undefined;
}

const item = /^(\s*)([-*+]|\d{1,9}[.)])(\s+|$)/;

/** How far in a comment stands: within the item before, so that the list goes on around it. */
function indentOf(lines: readonly TextLine[], at: number): string {
	const text = lines[at]!.text.replace(/^\uFEFF/, '');
	const own = item.exec(text);
	const margin = /^[ \t]*/.exec(text)![0];
	if (!own) return margin;
	for (let before = at - 1; before >= Math.max(0, at - 1000); before--) {
		const line = lines[before]!.text;
		if (line.trim() === '') continue;
		const other = item.exec(line);
		const depth = /^[ \t]*/.exec(line)![0].length;
		// The item before on the same level, or the one this belongs to.
		if (other && depth === margin.length)
			return margin + ' '.repeat(other[2]!.length + Math.min(Math.max(other[3]!.length, 1), 4));
		if (depth < margin.length || (!other && depth === 0)) break;
	}
	return margin;
}
