// A comment before a paragraph that leaves a finding out, put so that lists, block quotes and notes stay what they
// are.

import { ignoreComment, type Block } from '../../draft/blocks';
import type { Draft } from '../../draft/draft';
import type { Edit } from '../../draft/edit';
import { isTex } from '../../draft/language';
import { lineAt, type TextLine } from '../../draft/lines';
import { isWithinEmphasis } from './markup';

/** The edit that leaves a code out of paragraph `at` of a draft; joined to the comment that is there already. */
export function ignoring(
	{ text, blocks, lines, language }: Draft,
	at: number,
	code: string,
	lineEnd: string,
): Edit | undefined {
	const block = blocks[firstPart(blocks, at)];
	const number = block && lineAt(lines, block.start);
	const line = number === undefined ? undefined : lines[number];
	if (!block || number === undefined || !line) return undefined;
	if (block.ignored.length > 0) return continued(lines, number, code);
	if (language === 'markdown' && breaksEmphasis(lines, number)) return undefined;
	const tex = isTex(language);
	const comment = tex ? `% policy-writing: ignore ${code}` : `<!-- policy-writing: ignore ${code} -->`;
	const indent = language === 'markdown' ? indentOf(lines, number, line) : (/^\s*/.exec(line.text)?.[0] ?? '');
	// A byte order mark stays the first of the draft.
	const start = line.start + (text.charCodeAt(line.start) === 0xfeff ? 1 : 0);
	return { start, end: start, text: `${indent}${comment}${lineEnd}` };
}

/** The first part of a very long paragraph: the parts are told of together. */
function firstPart(blocks: readonly Block[], at: number): number {
	let first = at;
	const endOf = (block: Block | undefined) => block && block.start + block.text.length;
	while (first > 0 && endOf(blocks[first - 1]) === blocks[first]?.start) first--;
	return first;
}

/** So many lines before a paragraph its comment may stand, or the item before an item. */
const reach = { comment: 200, item: 1000 } as const;

/** The comment that is there, with another code. */
function continued(lines: readonly TextLine[], from: number, code: string): Edit | undefined {
	for (const { start, text } of lines.slice(Math.max(0, from - reach.comment), from + 1).reverse()) {
		const found = ignoreComment.exec(text);
		if (!found || text.slice(0, found.index).trim() !== '') continue;
		const [comment, codes] = found;
		if (codes === undefined) return undefined;
		const end = start + found.index + comment.indexOf(codes, comment.indexOf('ignore') + 6) + codes.length;
		return { start: end, end, text: `, ${code}` };
	}
	return undefined;
}

/**
 * Whether a comment above a line would end emphasis: by their indent lines are paragraphs to their writer where they
 * are one to Markdown, whose emphasis goes on over them.
 */
function breaksEmphasis(lines: readonly TextLine[], at: number): boolean {
	const isBlank = (line: TextLine | undefined) => (line?.text ?? '').trim() === '';
	let [first, end] = [at, at];
	while (at - first < reach.comment && !isBlank(lines[first - 1])) first--;
	while (end - at < reach.comment && !isBlank(lines[end])) end++;
	const above = lines.slice(first, at).map(line => `${line.text}\n`);
	const here = lines.slice(at, end).map(line => `${line.text}\n`);
	return /^\u3000/.test(here[0] ?? '') && isWithinEmphasis([...above, ...here].join(''), above.join('').length);
}

const item = /^(\s*)([-*+]|\d{1,9}[.)])(\s+|$)/;

/** The space a line begins with. */
function marginOf(line: string): string {
	return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** How far in a comment stands: within the item before, so that the list goes on around it. */
function indentOf(lines: readonly TextLine[], at: number, { text: own }: TextLine): string {
	const text = own.replace(/^\uFEFF/, '');
	const margin = marginOf(text);
	if (!item.test(text)) return margin;
	for (const { text: line } of lines.slice(Math.max(0, at - reach.item), at).reverse()) {
		if (line.trim() === '') continue;
		const other = item.exec(line);
		const depth = marginOf(line).length;
		// The item before on the same level, or the one this belongs to.
		if (other && depth === margin.length) {
			const { 2: marker = '', 3: space = '' } = other;
			return margin + ' '.repeat(marker.length + Math.min(Math.max(space.length, 1), 4));
		}
		if (depth < margin.length || (!other && depth === 0)) break;
	}
	return margin;
}
