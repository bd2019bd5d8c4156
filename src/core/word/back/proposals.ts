// What came back in a Word file, beside the draft: each change and each remark at its place, with what it makes of the
// draft. What no longer fits is said to.

import type { Draft } from '../../draft/draft';
import { lineAt } from '../../draft/lines';
import { breakIn, isHeading, isItem, linesOf } from './breaks';
import { unusedNotes, withNotes } from './noteEdits';
import { changesInNote, pairedNotes } from './notes';
import type { NotePlace, PairedParagraph } from './paired';
import { joined, joinsIn } from './moved/joins';
import { movesIn, writtenLike, type Moves } from './moved/moves';
import { pairedWith } from './pairing/pairing';
import { matterUnits } from './matter';
import { placeBehind, trimmed } from './places';
import { untracked, type Proposal, type Said } from './proposal';
import { readReturned } from './read';
import { reshapedTables } from './reshaped';
import type { Piece, ReturnedParagraph } from './returned';
import { deletedRows, insertedRows, newCell, rowChange, tableAround } from './rows';
import { unitsOf, type Unit } from './units';
import { Generated, isOfDraft, untrackedIn, type Untracked } from './untracked';
import { writerFor, type NoteKeys, type Write } from './writing';

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
	const units = [...matterUnits(draft), ...unitsOf(draft)];
	const paired = pairedWith(draft, returned.paragraphs, units);
	const generated = new Generated(draft, units);
	const moves = isOfDraft(paired)
		? movesIn(draft, units, paired, one => !generated.isFront(one))
		: new Map<PairedParagraph, undefined>();
	const likes = [...moves.values()].filter(one => one !== undefined);
	const all = [...paired, ...likes];
	const places = all.flatMap(one => one.notePlaces());
	const write = writerFor(draft, keysOf(draft, places, returned.notes, all), returned.notes, escape);
	const reshaped = reshapedTables(draft, units, paired, write);
	const whole = untrackedIn(draft, units, paired, new Set(reshaped.keys()), moves);
	const found = [...new Beside(draft, paired, write, whole, reshaped, moves).proposals()];
	const removed = removedNotes(paired);
	const kept = places.filter(({ id }, at) => !removed.has(id) && places.findIndex(one => one.id === id) === at);
	const { paired: notes, cited } = pairedNotes(draft, units, returned.inNotes, kept);
	for (const [at, one] of notes.entries()) {
		const place = cited[at] ?? 0;
		const inside = [...changesInNote(one, write, place), ...remarksOf(one, notes, place)];
		found.push(...inside.map(proposal => (one.unit ? proposal : { ...proposal, isGenerated: true })));
	}
	return { proposals: withNotes(draft, found), looks: returned.looks };
}

/** What stands in the draft for the notes of the file. A copy has an id of its own: it is known by its words. */
function keysOf(
	draft: Draft,
	places: readonly NotePlace[],
	words: ReadonlyMap<string, string>,
	paired: readonly PairedParagraph[],
): NoteKeys {
	const own = draft.definitions.map(
		({ label, textStart, end }) => [draft.text.slice(textStart, end).trim(), `[^${label}]`] as const,
	);
	const cited = [...places].reverse().map(({ id, text }) => [words.get(id) ?? '', text] as const);
	return {
		byId: new Map(places.map(({ id, text }) => [id, text])),
		byWords: new Map([...own, ...cited]),
		byStandIn: new Map(paired.flatMap(({ cites }) => [...cites]).sort(([, a], [, b]) => b.length - a.length)),
	};
}

/** Notes that are taken out wherever they are cited: what is changed in them is nothing of its own. */
function removedNotes(paired: readonly PairedParagraph[]): ReadonlySet<string> {
	const pieces = paired.flatMap(({ paragraph }) => paragraph.pieces);
	const left = new Set(pieces.filter(({ kind }) => kind !== 'deleted').flatMap(({ notes }) => notes));
	return new Set(pieces.flatMap(({ notes }) => notes).filter(id => !left.has(id)));
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
	/** What the file has no more, and was not told of yet. */
	private readonly absent: (readonly Unit[])[];
	/** What stands elsewhere in the file, or nowhere. */
	private readonly leaving: readonly Unit[];

	constructor(
		private readonly draft: Draft,
		private readonly paired: readonly PairedParagraph[],
		private readonly write: Write,
		private readonly untracked: Untracked,
		private readonly reshaped: ReadonlyMap<PairedParagraph, readonly Proposal[]>,
		private readonly moves: Moves,
	) {
		this.absent = [...untracked.gone];
		this.leaving = [...[...moves.values()].flatMap(one => one?.unit ?? []), ...untracked.gone.flat()];
	}

	*proposals(): Iterable<Proposal> {
		const { paired } = this;
		for (const [at, one] of paired.entries()) {
			const place = this.before?.unit?.end ?? 0;
			if (one.unit) yield* this.goneBefore(one.unit.start);
			yield* this.own(one, at, place);
			yield* remarksOf(one, paired, place);
			if (isBody(one) && !this.isGone(one, at)) this.before = one;
		}
		yield* this.goneBefore(this.draft.text.length);
	}

	private own(one: PairedParagraph, at: number, place: number): readonly Proposal[] {
		const { draft, untracked: whole } = this;
		const [anew, cells, like] = [this.reshaped.get(one), whole.rows.get(one), this.moves.get(one)];
		if (anew) return anew;
		if (cells) return [insertedRows(draft, cells, this.write, this.before?.unit, untracked)];
		if (this.moves.has(one) && !like) return [];
		if (like && !one.isNew) return [like.isGone ? like.gone() : this.moved(like, at)];
		if (whole.added.has(one)) return [this.newParagraph(one, at)];
		if (one.paragraph.row?.change) return this.row(at);
		return this.changesOf(one, at, place);
	}

	/** What the file has no more, as far as it stood before a place of the draft. */
	private *goneBefore(offset: number): Iterable<Proposal> {
		for (let next = this.absent[0]; next?.[0] && next[0].start < offset; next = this.absent[0]) {
			if (next[0].kind === 'text') yield goneUnit(this.draft, next[0]);
			const rows = next[0].kind === 'cell' ? this.absentRows(next[0]) : [];
			if (rows.length > 0) yield* deletedRows(this.draft, rows, untracked);
			this.absent.splice(0, Math.max(1, rows.length));
		}
	}

	/** The rows of the table of a cell that the file has no more. */
	private absentRows({ start }: Unit): readonly (readonly Unit[])[] {
		const { lines } = this.draft;
		const [, last] = tableAround(this.draft, lineAt(lines, start));
		const end = this.absent.findIndex(([cell]) => cell?.kind !== 'cell' || lineAt(lines, cell.start) > last);
		return this.absent.slice(0, end < 0 ? undefined : end);
	}

	/** A paragraph that stood elsewhere, as the draft writes it. */
	private moved(like: PairedParagraph, at: number): Proposal {
		const { draft } = this;
		const unit = like.unit ?? newCell;
		const gone = goneUnit(draft, unit);
		const pieces = like.paragraph.pieces.filter(({ kind }) => kind !== 'deleted');
		const words = unit.mark + writtenLike(draft, like, this.write);
		const { lineEnd } = draft.conventions;
		const above = this.before?.unit;
		const next = this.paired.slice(at).find(isBody)?.unit;
		const between = (other: Unit | undefined) => (isItem(unit) && isItem(other) ? lineEnd : lineEnd + lineEnd);
		const isFirst = next !== undefined && (!above || (isItem(unit) && isItem(next) && !isItem(above)));
		const place = isFirst ? next.start - next.mark.length : placeBehind(draft, above, undefined);
		const text = isFirst ? words + between(next) : between(above) + words;
		const edits = [{ start: place, end: place, text }, ...(gone.edits ?? [])].sort((a, b) => a.start - b.start);
		const inserted = `${pieces.map(one => one.text).join('')}¶`;
		return { ...gone, ...whoSaid(pieces), inserted, isMoved: true, edits };
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
		return [
			...one.changes(this.write, place),
			...one.differences(this.write),
			...joinsIn(one),
			...(next ? joined(one, next, this.leaving) : []),
		];
	}

	/** It is taken out with its line, so that nothing is put behind it. */
	private isGone(one: PairedParagraph, at: number): boolean {
		if (one.paragraph.row?.change?.kind === 'deleted') return true;
		if (!(this.moves.get(one) ?? one).isGone) return false;
		// The end of one that is gone itself is none that goes on.
		const before = this.paired[at - 1];
		return !before?.paragraph.joined || this.isGone(before, at - 1);
	}

	/** The paragraph that one goes on in; those between that are empty go with its end. */
	private joinedWith(at: number): PairedParagraph | undefined {
		for (let next = at + 1; this.paired[next - 1]?.paragraph.joined; next++)
			if (!this.paired[next]?.isEmpty) return this.paired[next];
		return undefined;
	}

	/** A paragraph, or several, that the draft has not: behind the last one that it has, else before the next. */
	private newParagraph(one: PairedParagraph, at: number): Proposal {
		const { draft } = this;
		const { paragraph } = one;
		const like = this.moves.get(one);
		const pieces = paragraph.pieces.filter(({ kind }) => kind !== 'deleted');
		const said = whoSaid(pieces);
		const above = this.before?.unit;
		const inserted = pieces.map(({ text }) => text).join('');
		const unit = this.likeAbove(paragraph);
		const written =
			like === undefined
				? pieces.map((piece, index) => this.write(piece, unit, index === 0)).join('')
				: writtenLike(draft, like, this.write);
		const shown = { ...said, deleted: '', inserted, remark: '' };
		const words = this.headingMark(paragraph) + trimmed(written, breakIn(draft, unit));
		const next = this.paired.slice(at).find(isBody)?.unit;
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

	/** What makes a heading of a paragraph that is one in Word: the mark of another of its level. */
	private headingMark({ heading, pieces }: ReturnedParagraph): string {
		if (heading === undefined || this.draft.language !== 'markdown') return '';
		if (pieces.some(({ text }) => text.includes('\n\n'))) return '';
		const like = this.paired.find(({ paragraph, unit }) => unit && isHeading(unit) && paragraph.heading === heading);
		return like?.unit?.mark ?? `${'#'.repeat(Math.min(6, heading + 1))} `;
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

/** Whether the draft has a paragraph, in its text. */
function isBody({ unit }: PairedParagraph): boolean {
	return unit !== undefined && unit.kind !== 'matter';
}

/** Whose a new paragraph is, and whether it was tracked. */
function whoSaid(pieces: readonly Piece[]): Said {
	const { author = '', date = '' } = pieces[0] ?? {};
	return pieces.some(({ kind }) => kind === 'inserted') ? { kind: 'change', author, date } : untracked;
}

/** A paragraph that is there no more, with its line and the notes that nothing else cites. */
function goneUnit(draft: Draft, unit: Unit): Proposal {
	const { start, end, text } = unit;
	const lines = linesOf(draft, unit);
	const edits = [{ ...lines, text: '' }, ...unusedNotes(draft, lines.start, lines.end)];
	return { ...untracked, start, end, deleted: `${text}¶`, inserted: '', remark: '', edits };
}
