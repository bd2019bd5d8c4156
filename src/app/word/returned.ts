// A Word file that came back, beside its draft; what is taken over moves what is left.
import { escapeFor } from '../../core/citations/edits/escape';
import type { Draft } from '../../core/draft/draft';
import type { Edit } from '../../core/draft/edit';
import type { Proposal } from '../../core/word/back/proposal';
import { proposalsOf, type ReturnedWord } from '../../core/word/back/proposals';

export type { Proposal } from '../../core/word/back/proposal';
export type { ReturnedWord } from '../../core/word/back/proposals';

/** What a file says beside a draft; nothing where it is no Word file. */
export function returnedWord(bytes: Uint8Array, draft: Draft): ReturnedWord | undefined {
	const escape = (text: string) => {
		if (text.trim() === '') return text;
		const before = text.slice(0, text.length - text.trimStart().length);
		const behind = text.slice(text.trimEnd().length);
		return before.replaceAll('\n', ' ') + escapeFor(draft.language, text) + behind.replaceAll('\n', ' ');
	};
	return proposalsOf(bytes, draft, escape);
}

/** The edits of several proposals, in order; of two that meet in one place the first. */
export function editsOf(proposals: readonly Proposal[]): readonly Edit[] {
	const edits: Edit[] = [];
	for (const edit of proposals.flatMap(one => one.edits ?? []).sort((a, b) => a.start - b.start || a.end - b.end))
		if (edit.start >= (edits.at(-1)?.end ?? 0)) edits.push(edit);
	return edits;
}

/** What is left of proposals, where it is once some are taken over; one whose words were edited fits no more. */
export function movedBehind(proposals: readonly Proposal[], taken: readonly Proposal[]): readonly Proposal[] {
	const all = editsOf(taken);
	const mine = new Set(proposals.filter(one => !taken.includes(one)));
	const before: Edit[] = [];
	const left: Proposal[] = [];
	for (const one of proposals) {
		if (mine.has(one)) left.push(moved(one, all, new Set(before)));
		else before.push(...(one.edits ?? []));
	}
	return left;
}

/** What is put in at the place of a proposal stands before it if it came before it in the file: `before`. */
function moved(proposal: Proposal, edits: readonly Edit[], before: ReadonlySet<Edit>): Proposal {
	const to = (offset: number, isIn: (edit: Edit) => boolean = edit => before.has(edit)) =>
		edits
			.filter(edit => edit.end <= offset && (edit.start < offset || isIn(edit)))
			.reduce((sum, { start, end, text }) => sum + text.length - (end - start), offset);
	const { edits: own, ...rest } = proposal;
	const place = { ...rest, start: to(proposal.start), end: Math.max(to(proposal.start), to(proposal.end)) };
	// What takes words out takes none that was put in before or behind them.
	const shifted = ({ start, end, text }: Edit): Edit =>
		start < end
			? { start: to(start, () => true), end: to(end, () => false), text }
			: { start: to(start), end: to(end), text };
	const isTouched = own?.some(mine => edits.some(({ start, end }) => start < mine.end && mine.start < end)) ?? true;
	if (isTouched || !own) return place;
	return { ...place, edits: own.map(shifted) };
}
