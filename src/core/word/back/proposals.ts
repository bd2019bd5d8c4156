// What came back in a Word file, beside the draft: each change and each remark at its place, with what it makes of the
// draft. What no longer fits is said to.

import type { Draft } from '../../draft/draft';
import { breakIn, isItem } from './breaks';
import { pairedTexts } from './match';
import { pairedNotes } from './notes';
import { PairedParagraph, type NotePlace } from './paired';
import type { Proposal } from './proposal';
import { readReturned } from './read';
import { noteSign, originalOf, type Piece, type ReturnedParagraph } from './returned';
import { rowChange } from './rows';
import { unitsOf, type Unit } from './units';
import { writerFor, type Write } from './writing';

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
	const paired = pairedWith(draft, returned.paragraphs, units);
	const places = paired.flatMap(one => one.notePlaces());
	const write = writerFor(draft, keysOf(draft, places), returned.notes, escape);
	const found = [...new Beside(draft, paired, write, escape).proposals()];
	const kept = places.filter(({ id }) => !removedNotes(paired).has(id));
	const { paired: notes, cited } = pairedNotes(draft, units, returned.inNotes, kept);
	for (const [at, one] of notes.entries()) {
		const place = cited[at] ?? 0;
		const inside = [...one.changes(write, place), ...remarksOf(one, notes, place)];
		found.push(...inside.map(proposal => (one.unit ? proposal : { ...proposal, isGenerated: true })));
	}
	return { proposals: found, looks: returned.looks };
}

/** Each paragraph with its like; one that is empty with the empty cell that stands there. */
function pairedWith(
	draft: Draft,
	paragraphs: readonly ReturnedParagraph[],
	units: readonly Unit[],
): readonly PairedParagraph[] {
	const keyOf = (text: string) => text.replaceAll(noteSign, '').replace(/\s+/g, '');
	// What is empty is like nothing: it says not which one it is.
	const pairs = pairedTexts(
		paragraphs.map(({ pieces }) => keyOf(originalOf(pieces)) || '\u0001'),
		units.map(({ text }) => keyOf(text) || '\u0002'),
	);
	let before = -1;
	return paragraphs.map((paragraph, at) => {
		const isEmptyCell = paragraph.opensCell && originalOf(paragraph.pieces).trim() === '' && !paragraph.row?.change;
		const known = pairs[at] ?? -1;
		const next = units[before + 1];
		const to = known < 0 && isEmptyCell && next?.kind === 'cell' && next.text === '' ? before + 1 : known;
		if (to >= 0) before = to;
		return new PairedParagraph(draft, paragraph, units[to]);
	});
}

/** What stands in the draft for the notes of the file, by their ids. */
function keysOf(draft: Draft, places: readonly NotePlace[]): ReadonlyMap<string, string> {
	return new Map(places.map(({ id, start, end }) => [id, draft.text.slice(start, end)]));
}

/** Notes that are taken out where they are cited: what is changed in them is nothing of its own. */
function removedNotes(paired: readonly PairedParagraph[]): ReadonlySet<string> {
	const deleted = (piece: Piece) => piece.kind === 'deleted';
	return new Set(paired.flatMap(({ paragraph }) => paragraph.pieces.filter(deleted).flatMap(({ notes }) => notes)));
}

/** The comments of a paragraph; one that begins in an earlier one, there. */
function remarksOf(one: PairedParagraph, all: readonly PairedParagraph[], otherwise: number): readonly Proposal[] {
	return one.paragraph.remarks.map(({ author, date, text, isDone, begun, start: from, end: to }): Proposal => {
		const first = all.find(({ paragraph }) => paragraph.pieces === begun) ?? one;
		const [start, nearEnd] = first.near(from, otherwise);
		const [, last] = one.near(Math.max(0, to - 1), otherwise);
		const end = Math.max(start, to > from || first !== one ? last : nearEnd);
		return { kind: 'remark', author, date, start, end, deleted: '', inserted: '', remark: text, isDone };
	});
}

/** The paragraphs of the text, one behind the other. */
class Beside {
	/** The last one that the draft has. */
	private before: PairedParagraph | undefined;

	constructor(
		private readonly draft: Draft,
		private readonly paired: readonly PairedParagraph[],
		private readonly write: Write,
		private readonly escape: (text: string) => string,
	) {}

	*proposals(): Iterable<Proposal> {
		const { paired } = this;
		for (const [at, one] of paired.entries()) {
			const place = this.before?.unit?.end ?? 0;
			if (one.paragraph.row?.change) yield* this.row(at);
			else yield* this.changesOf(one, at, place);
			yield* remarksOf(one, paired, place);
			if (one.unit && !this.isGone(one, at)) this.before = one;
		}
	}

	/** A row that was put in or taken out, with its first cell; a table that was put in, with its first row. */
	private row(at: number): readonly Proposal[] {
		const row = this.paired[at]?.paragraph.row;
		const above = this.paired[at - 1]?.paragraph.row;
		const isTable = (one: typeof row) => one?.change?.kind === 'inserted' && this.before?.unit?.kind !== 'cell';
		if (above && (above.id === row?.id || (isTable(row) && isTable(above)))) return [];
		const isIn = ({ paragraph }: PairedParagraph) =>
			paragraph.row !== undefined && (paragraph.row.id === row?.id || (isTable(row) && isTable(paragraph.row)));
		const behind = this.paired.slice(at);
		const end = behind.findIndex(one => !isIn(one));
		return rowChange(this.draft, behind.slice(0, end < 0 ? undefined : end), this.write, this.before);
	}

	private changesOf(one: PairedParagraph, at: number, place: number): readonly Proposal[] {
		if (one.isEmpty) return [];
		if (one.isNew) return [this.newParagraph(one, at)];
		if (this.isGone(one, at)) return [one.gone()];
		const next = this.joinedWith(at);
		return [...one.changes(this.write, place), ...one.differences(this.escape), ...(next ? one.joined(next) : [])];
	}

	/** It is taken out with its line, so that nothing is put behind it. */
	private isGone(one: PairedParagraph, at: number): boolean {
		if (one.paragraph.row?.change?.kind === 'deleted') return true;
		return one.isGone && !this.paired[at - 1]?.paragraph.joined;
	}

	/** The paragraph that one goes on in; those between that are empty go with its end. */
	private joinedWith(at: number): PairedParagraph | undefined {
		for (let next = at + 1; this.paired[next - 1]?.paragraph.joined; next++)
			if (!this.paired[next]?.isEmpty) return this.paired[next];
		return undefined;
	}

	/** A paragraph, or several, that the draft has not: behind the last one that it has, else before the next. */
	private newParagraph({ paragraph }: PairedParagraph, at: number): Proposal {
		const { draft } = this;
		const pieces = paragraph.pieces.filter(({ kind }) => kind === 'inserted');
		const { author = '', date = '' } = pieces[0] ?? {};
		const above = this.before?.unit;
		const inserted = pieces.map(({ text }) => text).join('');
		const unit = this.likeAbove(paragraph);
		const written = pieces.map(one => this.write(one, unit)).join('');
		const shown = { kind: 'change', author, date, deleted: '', inserted, remark: '' } as const;
		const words = trimmed(written, breakIn(draft, unit));
		const next = this.paired.slice(at).find(one => one.unit)?.unit;
		const isFirst = paragraph.isItem && isItem(next) && !unit;
		if (next && (!above || isFirst)) {
			const place = next.start - next.mark.length;
			const text = isFirst ? next.mark + words + draft.conventions.lineEnd : words + breakIn(draft, undefined);
			const edits = [{ start: place, end: place, text }];
			return { ...shown, start: place, end: place, ...(next.kind === 'text' && { edits }) };
		}
		const place = placeBehind(draft, above, unit);
		const edits = [{ start: place, end: place, text: above ? breakIn(draft, unit) + words : words }];
		return { ...shown, start: place, end: place, ...(this.hasPlace(paragraph) && { edits }) };
	}

	/** The unit above, where the paragraph stands in the same list or cell; else it begins at the margin. */
	private likeAbove({ row, isItem: isListed }: ReturnedParagraph): Unit | undefined {
		const { before } = this;
		if (row) return before?.unit;
		return isListed && isItem(before?.unit) ? before?.unit : undefined;
	}

	/** Not in a cell that the draft has not. */
	private hasPlace({ row, opensCell }: ReturnedParagraph): boolean {
		return row === undefined || (!opensCell && this.before?.paragraph.row?.id === row.id);
	}
}

function trimmed(text: string, mark: string): string {
	const from = text.startsWith(mark) ? mark.length : 0;
	return text.endsWith(mark) && text.length > mark.length ? text.slice(from, -mark.length) : text.slice(from);
}

/** Where a paragraph ends; a cell that it is not in, with its line. */
function placeBehind(draft: Draft, above: Unit | undefined, unit: Unit | undefined): number {
	if (!above) return draft.text.length;
	return unit || above.kind === 'text' ? above.end : lineEndAt(draft, above.end);
}

function lineEndAt(draft: Draft, offset: number): number {
	const end = draft.text.slice(offset).search(/\r?\n/);
	return end < 0 ? draft.text.length : offset + end;
}
