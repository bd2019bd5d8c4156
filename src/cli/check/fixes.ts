// What may be done about each finding of a check, as the quick fixes of the editor do it.

import { waysOut, type WayOut } from '../../app/review';
import type { Draft, Edit, Finding, PolicyService, ReferenceOptions } from '../../core/service';

/** One way out of a finding. Offsets of the text as it was read; the edits are disjoint and in order. */
export interface PrintedFix {
	readonly kind: 'wording' | 'mark' | 'cite' | 'attribute' | 'ignore' | 'other';
	readonly edits: readonly Edit[];
}

const kinds: Readonly<Record<WayOut['kind'], PrintedFix['kind']>> = {
	wording: 'wording',
	unmark: 'mark',
	attribute: 'attribute',
	cite: 'cite',
	ignoreHere: 'ignore',
	reference: 'other',
};

/**
 * The ways out of a finding of a draft, the preferred one first; citations are footnotes, as in the editor where
 * nothing is set.
 */
export function fixesFor(
	service: PolicyService,
	draft: Draft,
	finding: Finding,
	options: ReferenceOptions,
): readonly PrintedFix[] {
	return waysOut(service, draft, finding, 'footnote', options).map(({ kind, edits }) => ({
		kind: kinds[kind],
		edits: edits.map(({ start, end, text }) => ({ start, end, text })),
	}));
}
