// Definitions of notes that nothing refers to any more once a stretch of the draft is taken out.

import type { Draft } from '../../draft/draft';
import type { Edit } from '../../draft/edit';
import { labelKey } from '../../draft/notes';

/** What takes them out, with the lines they stand in; those within the stretch go with it. */
export function unusedNotes(draft: Draft, start: number, end: number): readonly Edit[] {
	const isInside = (one: { readonly start: number; readonly end: number }) => one.start >= start && one.end <= end;
	const left = new Set(draft.references.filter(one => !isInside(one)).map(({ label }) => labelKey(label)));
	const gone = new Set(draft.references.filter(isInside).map(({ label }) => labelKey(label)));
	return draft.definitions
		.filter(one => !isInside(one) && !one.nested)
		.filter(({ label }) => gone.has(labelKey(label)) && !left.has(labelKey(label)))
		.map(one => ({ start: one.start, end: one.end + lineEndLength(draft.text, one.end), text: '' }));
}

function lineEndLength(text: string, at: number): number {
	return /^\r?\n/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
}
