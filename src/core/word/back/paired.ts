// A paragraph that came back and the one of the draft that it was.

import type { Draft } from '../../draft/draft';
import type { Edit } from '../../draft/edit';
import { breakIn, isCodeLine, isHeading, linesOf } from './breaks';
import { harmlessStart } from './lineStarts';
import { keptIn } from './moved/kept';
import { commonIn } from './pairing/match';
import { settled } from './pairing/settled';
import { matterEdits } from './matter';
import { unusedNotes } from './noteEdits';
import { untracked, type Proposal, type Said } from './proposal';
import { editsBetween, marksAt, partAt, replacing } from './citations/replacing';
import { noteSign, originalOf, writtenSign, type Piece, type ReturnedParagraph } from './returned';
import { comparedWith, type Compared } from './citations/standIns';
import type { Unit } from './units';
import type { Write } from './writing';
import { joinedLines } from '../../text/words/textEnd';

/** A note of the file, and what stands for it in the draft. */
export interface NotePlace {
	readonly id: string;
	readonly start: number;
	readonly end: number;
	/** As the draft has it where it stands alone. */
	readonly text: string;
}

export class PairedParagraph {
	/** The text before the changes as it is compared. */
	private readonly compared: Compared;
	private readonly pairs: Int32Array;

	constructor(
		readonly draft: Draft,
		readonly paragraph: ReturnedParagraph,
		readonly unit: Unit | undefined,
	) {
		this.compared = comparedWith(originalOf(paragraph.pieces), unit, draft, paragraph.note !== undefined);
		const own = this.original.replaceAll(writtenSign, noteSign);
		const words = unit?.text ?? '';
		this.pairs = settled(commonIn(own.split(''), words.split('')), own, words);
	}

	private get original(): string {
		return this.compared.text;
	}

	private get places(): readonly number[] {
		return this.compared.places;
	}

	/** The draft has it not, and nothing is in it. */
	get isEmpty(): boolean {
		return !this.unit && this.original === '' && !this.isNew;
	}

	/** It was not there before the changes. */
	get isNew(): boolean {
		const { paragraph, original, unit } = this;
		return !unit && original === '' && paragraph.pieces.some(one => one.kind === 'inserted' && one.text.trim() !== '');
	}

	/** All of it was taken out, its end too. */
	get isGone(): boolean {
		const { joined, pieces } = this.paragraph;
		const isText = this.unit?.kind === 'text' && this.original !== '' && joined !== undefined;
		return isText && pieces.every(one => one.kind === 'deleted' || one.text.trim() === '');
	}

	/** What the draft has for citations that are written out, by their words. */
	get cites(): ReadonlyMap<string, string> {
		return this.compared.cites;
	}

	/** Notes of the file and where each is cited in the draft. */
	notePlaces(): readonly NotePlace[] {
		const { unit, pairs, draft } = this;
		if (!unit) return [];
		const ids = this.paragraph.pieces.filter(({ kind }) => kind !== 'inserted').flatMap(({ notes }) => notes);
		let at = -1;
		return ids.flatMap(id => {
			at = this.original.indexOf(noteSign, at + 1);
			const to = pairs[at] ?? -1;
			const [start, end] = [unit.from[to], unit.to[to]];
			return start === undefined || end === undefined ? [] : [{ id, start, end, text: partAt(draft, unit, to) }];
		});
	}

	/** Each change; what is taken out and put in at one place by one person is one. */
	changes(write: Write, otherwise: number): readonly Proposal[] {
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
			found.push(this.change(deleted, inserted, at, inserted ? write(inserted, this.unit) : '', otherwise));
			at += deleted?.text.length ?? 0;
			if (isPair) index++;
		}
		return found;
	}

	/** The whole of it with the line it stands in. */
	gone(): Proposal {
		const { unit, draft, paragraph } = this;
		const [start, end] = unit ? [unit.start, unit.end] : [0, 0];
		const lines = unit ? linesOf(draft, unit) : { start, end };
		const deleted = `${originalOf(paragraph.pieces)}¶`;
		const by = paragraph.joined ?? { author: '', date: '' };
		const edits = [{ ...lines, text: '' }, ...unusedNotes(draft, lines.start, lines.end)];
		return { kind: 'change', ...by, start, end, deleted, inserted: '', remark: '', edits };
	}

	/** Words that are others than those of the draft, and notes put in; not where numbers and notes are written out. */
	differences(write: Write): readonly Proposal[] {
		const { unit, pairs, original, places } = this;
		if (!unit || original === '' || this.isCode(unit)) return [];
		const found: Proposal[] = [];
		let to = 0;
		for (let at = 0; at <= original.length; at++) {
			const from = at;
			while (at < original.length && (pairs[at] ?? -1) < 0) at++;
			const next = at < original.length ? (pairs[at] ?? -1) : unit.text.length;
			found.push(...this.difference(unit, keptIn(this.paragraph.pieces, places, from, at), [to, next], write));
			to = next + 1;
		}
		return found;
	}

	/** What stands between two characters that are the same, in the file and in the draft. */
	private difference(
		unit: Unit,
		[from, behind]: readonly [number, number],
		[to, next]: readonly [number, number],
		write: Write,
	): readonly Proposal[] {
		const [inserted, deleted] = [
			this.original.slice(from, behind).replaceAll(writtenSign, ''),
			unit.text.slice(to, next),
		];
		if ((inserted === '' && deleted === '') || !this.isOtherwise(inserted, deleted, [from, behind])) return [];
		if (deleted === '' && marksAt(this.draft, unit, to).includes(inserted)) return [];
		const start = unit.from[to] ?? unit.end;
		const end = next > to ? (unit.to[next - 1] ?? start) : start;
		const text = inserted === '' ? '' : write(this.pieceOf(from, behind, deleted === ''), unit);
		const made = editsBetween(this.draft, unit, to, next, text);
		const edits = made && this.harmless(unit, made);
		const proposal = { ...untracked, start, end, deleted, inserted, remark: '' };
		return [edits ? { ...proposal, edits: [...edits, ...this.notesLeft(deleted, start, end)] } : proposal];
	}

	private isWrittenAt(at: number): boolean {
		return this.original[at] === writtenSign;
	}

	/** Lines of code are one paragraph in Word, and paired with one of them. */
	private isCode({ start }: Unit): boolean {
		return isCodeLine(this.draft, start) && originalOf(this.paragraph.pieces).includes('\n');
	}

	/**
	 * Not where what cites is written out, in the text or in a note; a note with nothing in its place is one that was
	 * put in, and one that has nothing in its place was taken out.
	 */
	private isOtherwise(inserted: string, deleted: string, [from, behind]: readonly [number, number]): boolean {
		if (!deleted.includes(noteSign)) return isNewNote(inserted, deleted, this.draft);
		const { note } = this.paragraph;
		if (note !== undefined || inserted.includes(noteSign)) return false;
		if (this.original.slice(from, behind).includes(writtenSign)) return false;
		// Numbers of several are written as one.
		return !/^\uFFFC+$/.test(deleted) || (inserted === '' && !this.isWrittenAt(from - 1) && !this.isWrittenAt(behind));
	}

	/** A stretch of the text before the changes with its notes; with the spaces around it where nothing had its place. */
	private pieceOf(from: number, to: number, isNew: boolean): Piece {
		const { pieces } = this.paragraph;
		const whole = originalOf(pieces);
		const [first, behind] = [this.places.indexOf(from), this.places.indexOf(to)];
		const stretch = whole.slice(first, behind);
		const isEnd = to >= this.original.length;
		const spaced = isEnd ? stretch.trimEnd() : stretch.trimStart() + spaceAt(whole, behind);
		const text = joinedLines(isNew ? spaced : stretch.trim(), '');
		const ids = pieces.filter(({ kind }) => kind !== 'inserted').flatMap(({ notes }) => notes);
		const before = this.original.slice(0, from).split(noteSign).length - 1;
		return { kind: 'same', text, notes: ids.slice(before) };
	}

	/** The character of the draft at a place of the text before the changes, else the paragraph, else what is before. */
	near(at: number, otherwise: number): readonly [number, number] {
		const { unit } = this;
		if (!unit) return [otherwise, otherwise];
		const to = this.pairs[this.places[at] ?? 0] ?? -1;
		return to < 0 ? [unit.start, unit.end] : [unit.from[to] ?? unit.start, unit.to[to] ?? unit.end];
	}

	private change(
		deleted: Piece | undefined,
		inserted: Piece | undefined,
		at: number,
		words: string,
		otherwise: number,
	): Proposal {
		const taken = deleted?.text ?? '';
		const found = this.editsFor(at, at + taken.length, words);
		const edits = found && this.unit && this.harmless(this.unit, found);
		const [start, end] = edits ? rangeOf(edits) : this.near(at, otherwise);
		const { author, date = '' } = deleted ?? inserted ?? {};
		// What was parted with nothing tracked has no author.
		const said: Said = author === undefined ? untracked : { kind: 'change', author, date };
		const shown = { deleted: taken, inserted: inserted?.text ?? '', remark: '' };
		const proposal = { ...said, start, end, ...shown };
		return edits ? { ...proposal, edits: [...edits, ...this.notesLeft(taken, start, end)] } : proposal;
	}

	/** What takes out the notes that words cite that are taken out. */
	private notesLeft(words: string, start: number, end: number): readonly Edit[] {
		return words.includes(noteSign) ? unusedNotes(this.draft, start, end) : [];
	}

	/** Edits that begin nothing but text, and leave the front matter what it is. */
	private harmless(unit: Unit, edits: readonly Edit[]): readonly Edit[] {
		return unit.kind === 'matter' ? matterEdits(this.draft, unit, edits) : harmlessStart(this.draft, unit, edits);
	}

	/** What puts words in the place of a stretch of the text before the changes; nothing where the draft has others. */
	private editsFor(from: number, to: number, words: string): readonly Edit[] | undefined {
		const { unit, pairs } = this;
		if (!unit) return undefined;
		const [first, last] = [this.places[from] ?? 0, this.places[to] ?? 0];
		const stretch = Array.from(pairs.subarray(first, last));
		// What was put in untracked and taken out again never was.
		const chosen = this.isOnlyMore(first, last) ? stretch.filter(one => one >= 0) : stretch;
		const start = chosen[0];
		if (start === undefined) return words === '' && stretch.length > 0 ? [] : this.insertion(unit, first, last, words);
		if (chosen.some((one, index) => one !== start + index)) return undefined;
		const end = start + chosen.length - 1;
		return replacing(this.draft, unit, start, end, words);
	}

	/** The draft has nothing in a stretch that the file has not. */
	private isOnlyMore(first: number, last: number): boolean {
		const { pairs, unit } = this;
		const behind = pairs.subarray(last).find(one => one >= 0) ?? unit?.text.length ?? 0;
		const before = pairs.subarray(0, first).findLast(one => one >= 0) ?? -1;
		const inner = pairs.subarray(first, last).filter(one => one >= 0);
		return behind - before === inner.length + 1;
	}

	private insertion(unit: Unit, at: number, end: number, words: string): readonly Edit[] | undefined {
		const { pairs } = this;
		const [before, behind] = [pairs.subarray(0, at).findLast(one => one >= 0) ?? -1, pairs[end] ?? -1];
		// A paragraph before a heading is no heading.
		const isBefore = at === 0 && behind >= 0 && isHeading(unit) && words.endsWith(breakIn(this.draft, unit));
		const place = isBefore ? unit.start - unit.mark.length : this.placeBetween(unit, before, behind);
		return place === undefined ? undefined : [{ start: place, end: place, text: words }];
	}

	private placeBetween(unit: Unit, before: number, behind: number): number | undefined {
		if (unit.text === '') return unit.start;
		return unit.to[before] ?? unit.from[behind];
	}
}

/** A note that was put in has nothing in its place; in a language that writes it so. */
function isNewNote(inserted: string, deleted: string, { language }: Draft): boolean {
	return !inserted.includes(noteSign) || (deleted === '' && language === 'markdown');
}

/** The spaces at a place. */
function spaceAt(text: string, at: number): string {
	return /^[ \t]*/.exec(text.slice(at))?.[0] ?? '';
}

function rangeOf(edits: readonly Edit[]): readonly [number, number] {
	return [edits[0]?.start ?? 0, edits.at(-1)?.end ?? 0];
}
