// What stands within a note, where no footnote can stand: programs do not read a note in a note.

import type { Draft } from '../../draft/draft';
import { innerNotes, type InnerNote } from '../../draft/innerNotes';
import { liesInside } from './plan';

/** Answers whether a stretch of a draft lies within a note: a definition, `^[…]`, or `\footnote{…}` and its like. */
export function insideNotes(draft: Draft): (start: number, end: number) => boolean {
	return insideOf(draft, note => note.open === undefined);
}

/** As {@link insideNotes}; also within one that nothing closes as yet, up to the end of its paragraph. */
export function insideNotesBegun(draft: Draft): (start: number, end: number) => boolean {
	return insideOf(draft, () => true);
}

function insideOf(draft: Draft, counts: (note: InnerNote) => boolean): (start: number, end: number) => boolean {
	return liesInside([
		...draft.definitions.map(({ textStart, end }) => ({ start: textStart, end })),
		...innerNotes(draft.masked, draft.language).filter(counts),
	]);
}
