// Paragraphs of the draft that are one in the file, tracked or not.

import { breakBetween, isFollowing } from '../breaks';
import type { PairedParagraph } from '../paired';
import { untracked, type Proposal } from '../proposal';
import type { Unit } from '../units';

/** What was put together with nothing tracked. */
export function joinsIn({ draft, unit }: PairedParagraph): readonly Proposal[] {
	const parts = unit?.parts ?? [];
	return parts.slice(1).map((next, at) => {
		const edit = { ...breakBetween(draft, parts[at] ?? next, next), text: '' };
		return { ...untracked, start: edit.start, end: edit.end, deleted: '¶', inserted: '', remark: '', edits: [edit] };
	});
}

/** The next paragraph goes on in one. `leaving`: units that stand elsewhere in the file, or nowhere. */
export function joined(one: PairedParagraph, next: PairedParagraph, leaving: readonly Unit[]): readonly Proposal[] {
	const { draft, unit, paragraph } = one;
	const { unit: behind, paragraph: other } = next;
	// The end of a cell parts nothing else.
	if (!paragraph.joined || other.opensCell || other.row?.id !== paragraph.row?.id) return [];
	const shown = { kind: 'change', ...paragraph.joined, deleted: '¶', inserted: '', remark: '' } as const;
	const place = unit?.end ?? behind?.start ?? 0;
	if (!unit || !behind || !isFollowing(draft, unit, behind, leaving)) return [{ ...shown, start: place, end: place }];
	const edit = { ...breakBetween(draft, unit, behind), text: '' };
	return [{ ...shown, start: edit.start, end: edit.end, edits: [edit] }];
}
