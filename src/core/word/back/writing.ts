// The words of Word as a draft has them: harmless, lines parted as its language parts them, notes as what cites.

import type { Draft } from '../../draft/draft';
import { isTex } from '../../draft/language';
import { breakIn, lineBreakIn } from './breaks';
import { markdownLine, markdownText } from './markdownText';
import { noteSign, type Piece } from './returned';
import type { Unit } from './units';

/** What writes a piece for a unit of the draft; `begins`: it begins a paragraph that is new. */
export type Write = (piece: Piece, unit: Unit | undefined, begins?: boolean) => string;

/** What stands in the draft for the notes of the file, by their ids and by their words. */
export interface NoteKeys {
	readonly byId: ReadonlyMap<string, string>;
	readonly byWords: ReadonlyMap<string, string>;
	/** What stands for what is written out: a number, 括注. */
	readonly byStandIn: ReadonlyMap<string, string>;
}

/**
 * @param keys what stands in the draft for a note
 * @param words the text of each note, by id
 * @param escape makes text harmless for the draft
 */
export function writerFor(
	draft: Draft,
	keys: NoteKeys,
	words: ReadonlyMap<string, string>,
	escape: (text: string) => string,
): Write {
	const isMarkdown = draft.language === 'markdown';
	const inLine = (text: string) => (isMarkdown ? markdownText(text) : escape(text));
	const pattern = patternOf(keys.byStandIn);
	const noteOf = (id: string) => {
		const known = keys.byId.get(id) ?? keys.byStandIn.get(id) ?? keys.byWords.get(words.get(id) ?? '');
		const own = escape(words.get(id) ?? '');
		if (known !== undefined || own === '') return known ?? '';
		if (isMarkdown) return `^[${own}]`;
		return isTex(draft.language) ? `\\footnote{${own}}` : `（${own}）`;
	};
	return (piece, unit, begins = false) => {
		const { text, notes } = withSigns(piece, pattern);
		// The front matter is made harmless where it is changed.
		if (unit?.kind === 'matter') return text.replaceAll(noteSign, '');
		const isText = isMarkdown && unit?.kind !== 'cell';
		const harmless = (line: string, isFirst: boolean) => {
			const written = unit?.kind === 'cell' ? inLine(line).replaceAll('|', '\\|') : inLine(line);
			return isText && !isFirst ? markdownLine(written) : written;
		};
		const [first = '', ...others] = text.split('\n\n').map((paragraph, at) =>
			paragraph
				.split('\n')
				.map((line, row) => harmless(line, at + row === 0 && !begins))
				.join(lineBreakIn(draft, unit)),
		);
		const parts = [first, ...others].join(breakIn(draft, unit)).split(noteSign);
		return parts.map((part, at) => part + (at < parts.length - 1 ? noteOf(notes[at] ?? '') : '')).join('');
	};
}

/** What finds words that stand for what cites, the longest first; nothing where there are none. */
function patternOf(standIns: ReadonlyMap<string, string>): RegExp | undefined {
	if (standIns.size === 0) return undefined;
	const words = [...standIns.keys()].sort((a, b) => b.length - a.length);
	const harmless = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
	return new RegExp(words.map(one => one.split('').map(harmless).join('\\s*')).join('|'), 'g');
}

/** A piece with a sign for each of them. */
function withSigns({ text, notes }: Piece, pattern: RegExp | undefined): Pick<Piece, 'text' | 'notes'> {
	if (!pattern) return { text, notes };
	const ids: string[] = [];
	let next = 0;
	const signed = text.replace(new RegExp(`${noteSign}|${pattern.source}`, 'g'), words => {
		ids.push(words === noteSign ? (notes[next++] ?? '') : words.replace(/\s+/g, ''));
		return noteSign;
	});
	return { text: signed, notes: ids };
}
