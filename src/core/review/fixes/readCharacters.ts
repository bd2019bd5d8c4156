// What of a stretch of a draft is text, character by character: no markup, no space, no beginning of a line.

import type { Block } from '../../draft/blocks';
import type { Edit } from '../../draft/edit';
import { isTex } from '../../draft/language';
import { blank } from '../../draft/mask';

/** A character of the draft that is read, and where it stands, with what escapes it; half-open offsets. */
export interface ReadCharacter {
	readonly mark: string;
	readonly start: number;
	readonly end: number;
}

/** Characters that are markup where they are read, by the language of the draft. */
const markupOf: Readonly<Record<string, RegExp>> = {
	markdown: /[[\]~|`]/,
	latex: /[{}~$&`'\\]/,
	tex: /[{}~$&`'\\]/,
};

/** What of a stretch is text: not markup, not space, not the beginning of a line. */
export function readIn(draft: string, block: Block, language: string, start: number, end: number): ReadCharacter[] {
	const read: ReadCharacter[] = [];
	for (let at = start; at < end; at++) {
		const isMasked = (block.text[at - block.start] ?? blank) === blank;
		const escaped = isMasked ? isEscaped(draft, block, language, at) : isTexEscaped(draft, language, at);
		const isText = escaped || (!isMasked && isPlain(draft, language, at));
		if (isText) read.push({ mark: draft.charAt(at), start: escaped ? at - 1 : at, end: at + 1 });
	}
	return read;
}

/** Whether a character of LaTeX has a backslash before it that makes it text. */
function isTexEscaped(draft: string, language: string, at: number): boolean {
	return isTex(language) && draft[at - 1] === '\\' && /[%&$#_{}]/.test(draft.charAt(at));
}

/** Whether a character that is masked is one that Markdown escapes: it is text, too. */
function isEscaped(draft: string, block: Block, language: string, at: number): boolean {
	return (
		language === 'markdown' &&
		draft[at - 1] === '\\' &&
		/[!-/:-@[-`{-~]/.test(draft.charAt(at)) &&
		block.text[at - block.start - 2] !== blank &&
		block.text[at - block.start + 1] !== blank
	);
}

/** Whether a character that is read is text. */
function isPlain(draft: string, language: string, at: number): boolean {
	const mark = draft.charAt(at);
	return mark.trim() !== '' && !markupOf[language]?.test(mark) && !isHighlight(draft, language, at);
}

/** Whether a character is one of the marks around what is highlighted or put in: ==…==, ++…++. */
function isHighlight(draft: string, language: string, at: number): boolean {
	const mark = draft.charAt(at);
	return language === 'markdown' && /[=+]/.test(mark) && (draft[at - 1] === mark || draft[at + 1] === mark);
}

const han = /\p{Script=Han}/gu;

/**
 * Whether an edit would write again what stands beside it where it is not read, as in code within a sentence; `read`:
 * the characters of the stretch, in order.
 */
export function repeatsUnread(draft: string, read: readonly ReadCharacter[], { start, end, text }: Edit): boolean {
	const from = read.findLast(one => one.end <= start)?.end ?? start;
	const to = read.find(one => one.start >= end)?.start ?? end;
	const unread = draft.slice(from, start) + draft.slice(end, to);
	return (text.match(han) ?? []).some(mark => unread.includes(mark));
}
