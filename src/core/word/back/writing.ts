// The words of Word as a draft has them: harmless, lines parted as its language parts them, notes as what cites.

import type { Draft } from '../../draft/draft';
import { isTex } from '../../draft/language';
import { breakIn, lineBreakIn } from './breaks';
import { noteSign, type Piece } from './returned';
import type { Unit } from './units';

/** What writes a piece for a unit of the draft. */
export type Write = (piece: Piece, unit: Unit | undefined) => string;

/**
 * @param keys what stands in the draft for a note, by its id and by its words
 * @param words the text of each note, by id
 * @param escape makes text harmless for the draft
 */
export function writerFor(
	draft: Draft,
	keys: ReadonlyMap<string, string>,
	words: ReadonlyMap<string, string>,
	escape: (text: string) => string,
): Write {
	const noteOf = (id: string) => {
		const known = keys.get(id) ?? keys.get(words.get(id) ?? '');
		const own = escape(words.get(id) ?? '');
		if (known !== undefined || own === '') return known ?? '';
		if (draft.language === 'markdown') return `^[${own}]`;
		return isTex(draft.language) ? `\\footnote{${own}}` : `（${own}）`;
	};
	return ({ text, notes }, unit) => {
		const [paragraph, line] = [breakIn(draft, unit), lineBreakIn(draft, unit)];
		const harmless = (one: string) => (unit?.kind === 'cell' ? escape(one).replaceAll('|', '\\|') : escape(one));
		const written = (part: string) =>
			part
				.split('\n\n')
				.map(one => one.split('\n').map(harmless).join(line))
				.join(paragraph);
		const parts = text.split(noteSign).map(written);
		return parts.map((part, at) => part + (at < parts.length - 1 ? noteOf(notes[at] ?? '') : '')).join('');
	};
}
