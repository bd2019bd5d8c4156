// Paragraphs that stand elsewhere than in the draft, tracked or not, changed on the way or not: each beside what it
// was.

import type { Draft } from '../../../draft/draft';
import { applyEdits, type Edit } from '../../../draft/edit';
import { isCaptionText } from '../../read/captions';
import { PairedParagraph } from '../paired';
import { bareKey } from '../pairing/keys';
import { likeness } from '../pairing/match';
import { putTogether } from '../pairing/regrouped';
import { originalOf, type Piece } from '../returned';
import type { Unit } from '../units';
import type { Write } from '../writing';

/** What each paragraph that moved is where the draft has it; nothing of the second part of one. */
export type Moves = ReadonlyMap<PairedParagraph, PairedParagraph | undefined>;

/** `isOwn`: a paragraph is none that an export writes of its own. */
export function movesIn(
	draft: Draft,
	units: readonly Unit[],
	paired: readonly PairedParagraph[],
	isOwn: (one: PairedParagraph) => boolean,
): Moves {
	const known = new Set(paired.flatMap(({ unit }) => (unit ? (unit.parts ?? [unit]) : [])));
	const absent = units.filter(one => one.kind === 'text' && !known.has(one) && !/\[\^/.test(one.mark));
	const others = paired.filter(({ paragraph, unit }) => !unit && !paragraph.row && !paragraph.isReference);
	// An export sets captions above tables and below pictures, wherever the draft has them.
	const old = others.filter(one => !isCaptionText(bareKey(textOf(one))) && isUntouchedAsAWhole(one) && isOwn(one));
	const moves = new Map<PairedParagraph, PairedParagraph | undefined>(partedIn(draft, paired, old, absent));
	const taken = new Set([...moves.values()].map(one => one?.unit));
	const rest = old.filter(one => !moves.has(one));
	for (const [one, unit] of alike(
		rest,
		textOf,
		absent.filter(unit => !taken.has(unit)),
	))
		moves.set(one, new PairedParagraph(draft, one.paragraph, unit));
	const gone = paired.map(one => moves.get(one) ?? one).filter(one => one.isGone);
	const left = gone.flatMap(({ unit }) => unit ?? []);
	for (const [one, unit] of alike(
		others.filter(one => one.isNew),
		newTextOf,
		left,
	)) {
		const pieces = one.paragraph.pieces.filter(isKept).map(({ text, notes }): Piece => ({ kind: 'same', text, notes }));
		moves.set(one, new PairedParagraph(draft, { ...one.paragraph, pieces }, unit));
	}
	return moves;
}

function textOf({ paragraph }: PairedParagraph): string {
	return originalOf(paragraph.pieces);
}

function newTextOf({ paragraph }: PairedParagraph): string {
	return paragraph.pieces
		.filter(isKept)
		.map(({ text }) => text)
		.join('');
}

function isKept({ kind }: Piece): boolean {
	return kind !== 'deleted';
}

/** It was not put together with the next one; all of it may be taken out. */
function isUntouchedAsAWhole({ paragraph: { joined, pieces } }: PairedParagraph): boolean {
	return joined === undefined || pieces.every(({ kind, text }) => kind === 'deleted' || text.trim() === '');
}

/** Paragraphs that moved and were parted in two; the second of them with nothing. */
function partedIn(
	draft: Draft,
	paired: readonly PairedParagraph[],
	old: readonly PairedParagraph[],
	units: readonly Unit[],
): ReadonlyMap<PairedParagraph, PairedParagraph | undefined> {
	const found = new Map<PairedParagraph, PairedParagraph | undefined>();
	const wholes = new Map(units.map(unit => [bareKey(unit.text), unit]));
	const known = new Set(old);
	for (const [at, first] of paired.entries()) {
		const second = paired[at + 1];
		if (!second || !known.has(first) || !known.has(second) || found.has(first)) continue;
		const [one, other] = [bareKey(textOf(first)), bareKey(textOf(second))];
		const unit = one === '' || other === '' ? undefined : wholes.get(one + other);
		const whole = unit && putTogether([first.paragraph, second.paragraph]);
		if (whole) found.set(first, new PairedParagraph(draft, whole, unit)).set(second, undefined);
	}
	return found;
}

/** More than so much of it stays when a paragraph moves. */
const leastAlike = 0.5;

/** Each paragraph with the unit that says the same, else with the one it is most like; no unit twice. */
function alike(
	paragraphs: readonly PairedParagraph[],
	text: (one: PairedParagraph) => string,
	units: readonly Unit[],
): ReadonlyMap<PairedParagraph, Unit> {
	const found = new Map<PairedParagraph, Unit>();
	if (units.length === 0) return found;
	const left = new Map(units.map(unit => [unit, bareKey(unit.text)]));
	const take = (one: PairedParagraph, unit: Unit | undefined) => {
		if (!unit) return;
		found.set(one, unit);
		left.delete(unit);
	};
	const keys = paragraphs.map(one => [one, bareKey(text(one))] as const).filter(([, key]) => key !== '');
	for (const [one, key] of keys) take(one, [...left].find(([, own]) => own === key)?.[0]);
	for (const [one, key] of keys) if (!found.has(one)) take(one, mostAlike(key, left));
	return found;
}

function mostAlike(key: string, units: ReadonlyMap<Unit, string>): Unit | undefined {
	let [best, rate]: [Unit | undefined, number] = [undefined, leastAlike];
	for (const [unit, own] of units) {
		const share = likeness(key, own);
		if (share > rate) [best, rate] = [unit, share];
	}
	return best;
}

/** A paragraph as the draft writes it, with what is otherwise in the file. */
export function writtenLike(draft: Draft, like: PairedParagraph, write: Write): string {
	const { unit } = like;
	if (!unit) return '';
	const found = [...like.changes(write, unit.start), ...like.differences(write)].flatMap(({ edits = [] }) => edits);
	const edits: Edit[] = [];
	for (const { start, end, text } of found.sort((a, b) => a.start - b.start || a.end - b.end))
		if (start >= Math.max(unit.start, (edits.at(-1)?.end ?? 0) + unit.start) && end <= unit.end)
			edits.push({ start: start - unit.start, end: end - unit.start, text });
	return applyEdits(draft.text.slice(unit.start, unit.end), edits);
}
