// A Word file that came back, beside its draft; what is taken over moves what is left.
import { escapeFor } from '../../core/citations/edits/escape';
import type { Draft } from '../../core/draft/draft';
import type { Edit } from '../../core/draft/edit';
import { proposalsOf, type Proposal, type ReturnedWord } from '../../core/word/back/proposals';

export type { Proposal, ReturnedWord } from '../../core/word/back/proposals';

/** What a file says beside a draft; nothing where it is no Word file. */
export function returnedWord(bytes: Uint8Array, draft: Draft): ReturnedWord | undefined {
	const escape = (text: string) => {
		const [, before = '', behind = ''] = /^(\s*).*?(\s*)$/s.exec(text) ?? [];
		if (text.trim() === '') return text;
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

/** Proposals where they are after edits; one whose words were edited fits no more. */
export function movedBehind(proposals: readonly Proposal[], edits: readonly Edit[]): readonly Proposal[] {
	const moved = (offset: number) =>
		edits
			.filter(({ start, end }) => end <= offset && start < Math.max(offset, end + 1))
			.reduce((sum, { start, end, text }) => sum + text.length - (end - start), offset);
	return proposals.map((one): Proposal => {
		const { edits: own, ...rest } = one;
		const place = { ...rest, start: moved(one.start), end: Math.max(moved(one.start), moved(one.end)) };
		const isTouched = own?.some(mine => edits.some(({ start, end }) => start < mine.end && mine.start < end)) ?? true;
		if (isTouched || !own) return place;
		return { ...place, edits: own.map(({ start, end, text }) => ({ start: moved(start), end: moved(end), text })) };
	});
}
