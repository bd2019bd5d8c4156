// Definitions of notes that nothing refers to any more once a stretch of the draft is taken out.

import type { Draft } from '../../draft/draft';
import type { Edit } from '../../draft/edit';
import { labelKey } from '../../draft/notes';
import type { Proposal } from './proposal';

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

/** Proposals that take no note out which another of them puts in somewhere else: what moved, what was copied. */
export function withNotes(draft: Draft, proposals: readonly Proposal[]): readonly Proposal[] {
	const written = proposals.flatMap(({ edits = [] }) =>
		edits.flatMap(({ text }) => [...text.matchAll(/\[\^([^\]\s]+)\]/g)]),
	);
	const labels = new Set(written.map(([, label = '']) => labelKey(label)));
	const kept = new Set(draft.definitions.filter(({ label }) => labels.has(labelKey(label))).map(({ start }) => start));
	if (kept.size === 0) return proposals;
	return proposals.map(one => {
		const edits = one.edits?.filter(({ start, text }) => text !== '' || !kept.has(start));
		return edits && edits.length > 0 ? { ...one, edits } : one;
	});
}
