// The footnotes of a LaTeX draft.

import type { MaskedDraft } from '../../draft/mask';

/** What a \footnote says; `from` and `to` hold the command and its braces as well. Half-open offsets. */
export interface TexFootnote {
	readonly start: number;
	readonly end: number;
	readonly from: number;
	readonly to: number;
}

/** Every `\footnote{…}` of a draft whose braces match. */
export function texFootnotes(draft: MaskedDraft): TexFootnote[] {
	const found: TexFootnote[] = [];
	for (const note of draft.masked.matchAll(/\\footnote\s*\{/g)) {
		const start = note.index + note[0].length;
		let depth = 1;
		let end = start;
		for (; end < draft.masked.length && depth > 0; end++) {
			const character = draft.masked[end];
			if (character === '\\') end++;
			else if (character === '{') depth++;
			else if (character === '}') depth--;
		}
		if (depth === 0) found.push({ start, end: end - 1, from: note.index, to: end });
	}
	return found;
}
