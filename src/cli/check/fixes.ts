// What may be done about each finding of a check, as the quick fixes of the editor do it.

import type { Draft, Edit, Finding, FixKind, PolicyService, ReferenceFinding } from '../../core/service';

/** One way out of a finding. Offsets of the text as it was read; the edits are disjoint and in order. */
export interface ToldFix {
	readonly kind: 'wording' | 'mark' | 'cite' | 'attribute' | 'ignore' | 'other';
	readonly edits: readonly Edit[];
}

const kinds: Readonly<Record<FixKind, ToldFix['kind']>> = {
	wording: 'wording',
	unmark: 'mark',
	attribute: 'attribute',
	cite: 'cite',
	ignoreHere: 'ignore',
};

/**
 * The ways out of a finding of a draft, the preferred one first; citations are footnotes, as in the editor where
 * nothing is set.
 */
export function fixesFor(
	service: PolicyService,
	draft: Draft,
	finding: Finding,
	edition: '2025' | '2015' | undefined,
): readonly ToldFix[] {
	const options = edition ? { edition } : {};
	if (isOfReference(finding)) {
		const edit = service.citing.mend(draft, finding, options);
		return edit ? [{ kind: 'other', edits: [edit] }] : [];
	}
	return service.fixes(draft, finding, 'footnote', options).map(({ kind, edits }) => ({
		kind: kinds[kind],
		edits: edits.map(({ start, end, text }) => ({ start, end, text })),
	}));
}

function isOfReference(finding: Finding | ReferenceFinding): finding is ReferenceFinding {
	return finding.code.startsWith('reference.');
}
