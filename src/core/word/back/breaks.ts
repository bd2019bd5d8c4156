// How a paragraph ends and another begins in a draft, by what it stands in.

import type { Draft } from '../../draft/draft';
import { lineAt } from '../../draft/lines';
import type { Unit } from './units';

/** Nothing but what ends one paragraph and begins another: no picture, no rule. */
const isBetween = /^(?:\s|>|#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s)*$/;

/** What parts two paragraphs that were one unit: a new item of its list, a line of its quotation. */
export function breakIn(draft: Draft, unit: Unit | undefined): string {
	const { lineEnd } = draft.conventions;
	if (unit?.kind === 'cell') return '<br>';
	if (draft.language === 'plaintext') return lineEnd;
	const mark = unit?.mark ?? '';
	if (/^\s*>/.test(mark)) return `${lineEnd}${mark.trimEnd()}${lineEnd}${mark}`;
	if (/^\s*\[\^/.test(mark)) return `${lineEnd}${lineEnd}    `;
	if (isItem(unit)) return `${lineEnd}${following(mark)}`;
	return lineEnd + lineEnd;
}

/** A line that ends within a paragraph. */
export function lineBreakIn({ language, conventions }: Draft, unit: Unit | undefined): string {
	if (unit?.kind === 'cell') return '<br>';
	return language === 'markdown' ? `\\${conventions.lineEnd}` : conventions.lineEnd;
}

export function isItem(unit: Unit | undefined): boolean {
	return /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(unit?.mark ?? '');
}

export function isHeading(unit: Unit): boolean {
	return /^\s*#/.test(unit.mark);
}

/** The mark of the next item. */
function following(mark: string): string {
	return mark.replace(/\d+/, number => String(Number(number) + 1)).replace('[x]', '[ ]');
}

/** A unit with its lines: what has to go with it where it is taken out altogether; the draft's offsets. */
export function linesOf({ text }: Draft, { start, end, mark }: Unit): { readonly start: number; readonly end: number } {
	const from = start - mark.length;
	const isBehindBlank = /(?:^|\n[ \t]*\r?\n)$/.test(text.slice(Math.max(0, from - 100), from)) || from === 0;
	const behind = isBehindBlank ? /^(?:[ \t]*\r?\n)+/ : /^[ \t]*\r?\n/;
	return { start: from, end: end + (behind.exec(text.slice(end, end + 1000))?.[0].length ?? 0) };
}

/**
 * Nothing stands between two paragraphs that would be lost if the second went on in the first. `leaving`: units that
 * are taken to another place.
 */
export function isFollowing(draft: Draft, unit: Unit, next: Unit, leaving: readonly Unit[] = []): boolean {
	const isText = unit.kind === 'text' && next.kind === 'text' && next.start >= unit.end;
	if (isCodeLine(draft, unit.start) || isCodeLine(draft, next.start)) return false;
	if (!isText) return false;
	let [between, at] = ['', unit.end];
	for (const { start, end } of leaving.filter(one => one.start >= unit.end && one.end <= next.start)) {
		between += draft.text.slice(at, start);
		at = end;
	}
	return isBetween.test(between + draft.text.slice(at, next.start));
}

/** What parts a paragraph from one that goes on in it; from what stands there now, where that is taken away itself. */
export function breakBetween(
	{ text }: Draft,
	{ end }: Unit,
	next: Unit,
): { readonly start: number; readonly end: number } {
	const between = text.slice(end, next.start);
	return { start: end, end: isBetween.test(between) ? next.start : end + between.length - between.trimStart().length };
}

/** Whether a place stands in code. */
export function isCodeLine({ lines, closed }: Draft, offset: number): boolean {
	return closed[lineAt(lines, offset)] === 'code';
}
