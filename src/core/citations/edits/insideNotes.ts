// What stands within a note, where no footnote can stand: programs do not read a note in a note.

import type { Draft } from '../../draft/draft';
import { within } from './plan';
import { texFootnotes } from './texFootnotes';

/** Answers whether a stretch of a draft lies within a note: a definition, `^[…]` or `\footnote{…}`. */
export function insideNotes(draft: Draft): (start: number, end: number) => boolean {
	const { definitions } = draft;
	return within([
		...definitions.map(({ textStart, end }) => ({ start: textStart, end })),
		...inlineNotes(draft.masked),
		...texFootnotes(draft),
	]);
}

/**
 * The words of pandoc's notes in the text, `^[…]`; brackets within come in pairs, and a paragraph ends what is open.
 */
function inlineNotes(masked: string): { readonly start: number; readonly end: number }[] {
	const found: { start: number; end: number }[] = [];
	const open: { readonly note: boolean; readonly at: number }[] = [];
	for (const { 0: mark, index } of masked.matchAll(/\^?\[|\]|(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])/g)) {
		if (mark.endsWith('[')) open.push({ note: mark.length > 1, at: index + mark.length });
		else if (mark !== ']') open.length = 0;
		else {
			const last = open.pop();
			if (last?.note) found.push({ start: last.at, end: index });
		}
	}
	return found;
}
