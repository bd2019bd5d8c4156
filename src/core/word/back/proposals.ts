// What came back in a Word file, beside the draft: each change and each remark at its place, with what it makes of the
// draft. What no longer fits is said to.

import type { Draft } from '../../draft/draft';
import type { Edit } from '../../draft/edit';
import { isTex } from '../../draft/language';
import { commonIn, pairedTexts } from './match';
import { noteSign, originalOf, readReturned, type Author, type Piece, type ReturnedParagraph } from './returned';
import { unitsOf, type Unit } from './units';

/** `change`: tracked. `remark`: a comment. `difference`: other words, which nobody tracked. */
export interface Proposal extends Author {
	readonly kind: 'change' | 'remark' | 'difference';
	/** Where it belongs; offsets of the draft, half-open. */
	readonly start: number;
	readonly end: number;
	readonly deleted: string;
	readonly inserted: string;
	/** What a remark says. */
	readonly remark: string;
	/** What makes it of the draft, in order; nothing of a remark, and where it fits nowhere any more. */
	readonly edits?: readonly Edit[];
}

export interface ReturnedWord {
	readonly proposals: readonly Proposal[];
	/** Changes of nothing but looks, which are not taken over. */
	readonly looks: number;
}

/** Reads a file beside a draft; nothing where it is no Word file. `escape`: makes text harmless for the draft. */
export function proposalsOf(
	bytes: Uint8Array,
	draft: Draft,
	escape: (text: string) => string,
): ReturnedWord | undefined {
	const returned = readReturned(bytes);
	if (!returned) return undefined;
	const units = unitsOf(draft);
	const keyOf = (text: string) => text.replaceAll(noteSign, '').replace(/\s+/g, '');
	const pairs = pairedTexts(
		returned.paragraphs.map(({ pieces }) => keyOf(originalOf(pieces))),
		units.map(({ text }) => keyOf(text)),
	);
	const paired = returned.paragraphs.map(
		(paragraph, at) => new PairedParagraph(draft, paragraph, units[pairs[at] ?? -1]),
	);
	const keys = new Map(paired.flatMap(one => one.noteKeys()));
	const write = (piece: Piece) => writtenIn(piece, keys, returned.notes, draft, escape);
	let place = 0;
	const proposals = paired.flatMap((one, at): readonly Proposal[] => {
		const next = units[pairs[at + 1] ?? -1];
		const found = [
			...one.changes(write, place),
			...one.remarks(place),
			...one.differences(escape),
			...one.joined(next),
		];
		place = one.unit?.end ?? place;
		return found;
	});
	return { proposals, looks: returned.looks };
}

/** The words of a piece as the draft has them: a note it knows as its key, another as a note in the text. */
function writtenIn(
	{ text, notes }: Piece,
	keys: ReadonlyMap<string, string>,
	words: ReadonlyMap<string, string>,
	{ language }: Draft,
	escape: (text: string) => string,
): string {
	const parts = text.split(noteSign);
	const noteOf = (id: string) => {
		const known = keys.get(id) ?? keys.get(words.get(id) ?? '');
		const own = escape(words.get(id) ?? '');
		if (known !== undefined || own === '') return known ?? '';
		if (language === 'markdown') return `^[${own}]`;
		return isTex(language) ? `\\footnote{${own}}` : `（${own}）`;
	};
	return parts
		.map(part => part.split('\n\n').map(escape).join('\n\n'))
		.map((part, at) => part + (at < parts.length - 1 ? noteOf(notes[at] ?? '') : ''))
		.join('');
}

/** Nothing that a person reads, so that what is compared is the same however lines and spaces are set. */
const isSpace = (character: string) => /\s/.test(character);

class PairedParagraph {
	/** The text before the changes without space, and for each place of it with space how many stand before it. */
	private readonly original: string;
	private readonly places: number[] = [];
	private readonly pairs: Int32Array;

	constructor(
		private readonly draft: Draft,
		private readonly paragraph: ReturnedParagraph,
		readonly unit: Unit | undefined,
	) {
		const whole = originalOf(paragraph.pieces);
		let count = 0;
		for (const character of whole.split('')) {
			this.places.push(count);
			if (!isSpace(character)) count++;
		}
		this.places.push(count);
		this.original = whole.replace(/\s+/g, '');
		this.pairs = commonIn(this.original.split(''), (unit?.text ?? '').split(''));
	}

	/** Notes of the file and what stands for each in the draft: by id, and by its words. */
	noteKeys(): readonly (readonly [string, string])[] {
		const { unit, pairs } = this;
		const ids = this.paragraph.pieces.filter(({ kind }) => kind !== 'inserted').flatMap(({ notes }) => notes);
		let at = -1;
		return ids.flatMap(id => {
			at = this.original.indexOf(noteSign, at + 1);
			const to = pairs[at] ?? -1;
			if (!unit || to < 0) return [];
			return [[id, this.draft.text.slice(unit.from[to], unit.to[to])] as const];
		});
	}

	/** Each change; what is taken out and put in at one place by one person is one. */
	changes(write: (piece: Piece) => string, otherwise: number): readonly Proposal[] {
		const { pieces } = this.paragraph;
		const found: Proposal[] = [];
		let at = 0;
		for (let index = 0; index < pieces.length; index++) {
			const piece = pieces[index];
			const next = pieces[index + 1];
			if (!piece) continue;
			const length = piece.kind === 'inserted' ? 0 : piece.text.length;
			if (piece.kind === 'same') {
				at += length;
				continue;
			}
			const isPair =
				next !== undefined && next.kind !== 'same' && next.kind !== piece.kind && next.author === piece.author;
			const both = isPair ? [piece, next] : [piece];
			const deleted = both.find(({ kind }) => kind === 'deleted');
			const inserted = both.find(({ kind }) => kind === 'inserted');
			found.push(this.change(piece, deleted, inserted, at, inserted ? write(inserted) : '', otherwise));
			at += deleted?.text.length ?? 0;
			if (isPair) index++;
		}
		return found;
	}

	private change(
		{ author = '', date = '' }: Piece,
		deleted: Piece | undefined,
		inserted: Piece | undefined,
		at: number,
		words: string,
		otherwise: number,
	): Proposal {
		const edits = this.editsFor(at, at + (deleted?.text.length ?? 0), words);
		const [start, end] = edits ? rangeOf(edits) : this.near(at, otherwise);
		const shown = { deleted: deleted?.text ?? '', inserted: inserted?.text ?? '', remark: '' };
		return { kind: 'change', author, date, start, end, ...shown, ...(edits && { edits }) };
	}

	remarks(otherwise: number): readonly Proposal[] {
		return this.paragraph.remarks.map(({ author, date, text, start: from, end: to }): Proposal => {
			const [start, nearEnd] = this.near(from, otherwise);
			const [, last] = this.near(Math.max(from, to - 1), otherwise);
			const end = Math.max(start, to > from ? last : nearEnd);
			return { kind: 'remark', author, date, start, end, deleted: '', inserted: '', remark: text };
		});
	}

	/** Words that are others than those of the draft; not where numbers and notes are written out. */
	differences(escape: (text: string) => string): readonly Proposal[] {
		const { unit, pairs, original } = this;
		if (!unit) return [];
		const found: Proposal[] = [];
		let to = 0;
		for (let at = 0; at <= original.length; at++) {
			const from = at;
			while (at < original.length && (pairs[at] ?? -1) < 0) at++;
			const next = at < original.length ? (pairs[at] ?? -1) : unit.text.length;
			const [inserted, deleted] = [original.slice(from, at), unit.text.slice(to, next)];
			const isSame = inserted === '' && deleted === '';
			if (!isSame && !`${inserted}${deleted}`.includes(noteSign)) {
				const start = unit.from[to] ?? unit.end;
				const end = next > to ? (unit.to[next - 1] ?? start) : start;
				const edits = [{ start, end, text: escape(inserted) }];
				found.push({ kind: 'difference', author: '', date: '', start, end, deleted, inserted, remark: '', edits });
			}
			to = next + 1;
		}
		return found;
	}

	/** The next paragraph goes on in this one. */
	joined(next: Unit | undefined): readonly Proposal[] {
		const { unit, paragraph } = this;
		if (!paragraph.joined) return [];
		const place = unit?.end ?? next?.start ?? 0;
		const isNext =
			unit !== undefined &&
			next !== undefined &&
			unit.kind === 'text' &&
			next.kind === 'text' &&
			next.start >= unit.end;
		const edits = isNext ? { edits: [{ start: unit.end, end: next.start, text: '' }] } : {};
		const end = isNext ? next.start : place;
		return [
			{ kind: 'change', ...paragraph.joined, start: place, end, deleted: '¶', inserted: '', remark: '', ...edits },
		];
	}

	/** The character of the draft at a place of the text before the changes, else the paragraph, else what is before. */
	private near(at: number, otherwise: number): readonly [number, number] {
		const { unit } = this;
		if (!unit) return [otherwise, otherwise];
		const to = this.pairs[this.places[at] ?? 0] ?? -1;
		return to < 0 ? [unit.start, unit.end] : [unit.from[to] ?? unit.start, unit.to[to] ?? unit.end];
	}

	/** What puts words in the place of a stretch of the text before the changes; nothing where the draft has others. */
	private editsFor(from: number, to: number, words: string): readonly Edit[] | undefined {
		const { unit, pairs } = this;
		if (!unit || (unit.kind === 'cell' && words.includes('\n'))) return undefined;
		const [first, last] = [this.places[from] ?? 0, this.places[to] ?? 0];
		const chosen = Array.from(pairs.subarray(first, last));
		const start = chosen[0];
		if (start === undefined) return this.insertion(unit, first, words);
		if (chosen.some((one, index) => one !== start + index)) return undefined;
		const end = start + chosen.length - 1;
		return this.instead(unit, start, end, words);
	}

	private insertion(unit: Unit, at: number, words: string): readonly Edit[] | undefined {
		const { pairs } = this;
		const [before, behind] = [pairs[at - 1] ?? -1, pairs[at] ?? -1];
		const place = at === 0 && behind < 0 ? undefined : (unit.to[before] ?? unit.from[behind]);
		return place === undefined ? undefined : [{ start: place, end: place, text: words }];
	}

	/** All of it, where what stands between has its marks in pairs; else the words without the marks. */
	private instead(unit: Unit, first: number, last: number, words: string): readonly Edit[] | undefined {
		const [start, end] = [unit.from[first], unit.to[last]];
		if (start === undefined || end === undefined) return undefined;
		const written = this.draft.text.slice(start, end);
		const isWhole =
			['**', '~~', '`', '['].every(mark => written.split(mark).length % 2 === 1) || !/[*~`[]/.test(written);
		if (isWhole || unit.text.slice(first, last + 1).includes(noteSign)) return [{ start, end, text: words }];
		const edits: Edit[] = [];
		for (let at = first; at <= last; at++) {
			const [from = 0, to = 0] = [unit.from[at], unit.to[at]];
			const open = edits.at(-1);
			if (open?.end === from) edits[edits.length - 1] = { ...open, end: to };
			else edits.push({ start: from, end: to, text: at === first ? words : '' });
		}
		return edits;
	}
}

function rangeOf(edits: readonly Edit[]): readonly [number, number] {
	return [edits[0]?.start ?? 0, edits.at(-1)?.end ?? 0];
}
