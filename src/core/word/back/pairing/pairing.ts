// Which paragraph that came back is which of the draft: paragraphs one by one, the cells of a row together with it.

import type { Draft } from '../../../draft/draft';
import { lineAt } from '../../../draft/lines';
import { commonIn, pairedTexts, withoutBrackets } from './match';
import { bareKey, citelessKey, keyOf } from './keys';
import { isTitle } from '../matter';
import { PairedParagraph } from '../paired';
import { pairLeft } from './left';
import { groupsOf, putInOne, putTogether } from './regrouped';
import { noteSign, originalOf, type ReturnedParagraph } from '../returned';
import type { Unit } from '../units';

/** What is paired as one: a paragraph, or a row with what its cells say. */
interface Item<T> {
	readonly isRow: boolean;
	readonly parts: readonly T[];
	/** What each cell says, space and notes left out; one for a paragraph. */
	readonly keys: readonly string[];
	/** A paragraph that does nothing but cite. */
	readonly isCite: boolean;
}

/** Each paragraph with its like in the draft. */
export function pairedWith(
	draft: Draft,
	paragraphs: readonly ReturnedParagraph[],
	units: readonly Unit[],
): readonly PairedParagraph[] {
	const returned = returnedItems(paragraphs);
	const written = unitItems(draft, units);
	const pairs = pairsOf(returned, written);
	pairTitles(returned, written, pairs);
	pairCiting(returned, written, pairs);
	pairLeft(returned.map(textKey), written.map(textKey), pairs);
	const { parted, joined } = groupsOf(draft, returned.map(only), written.map(only), pairs);
	const within = new Set([...parted.values()].flatMap(({ all }) => all));
	return returned.flatMap((item, at) => {
		const group = parted.get(at);
		const whole = group && putTogether(group.all.flatMap(one => returned[one]?.parts ?? []));
		if (whole) return [new PairedParagraph(draft, whole, written[group.unit]?.parts[0])];
		if (within.has(at)) return [];
		const units = joined.get(at)?.flatMap(one => written[one]?.parts ?? []);
		const [own] = item.parts;
		if (units && own) return [new PairedParagraph(draft, own, putInOne(units))];
		return pairedItem(draft, item, written[pairs[at] ?? -1]);
	});
}

/** What a paragraph says; nothing of a row, nor of a note. */
function textKey({ isRow, keys, parts }: Item<ReturnedParagraph> | Item<Unit>): string {
	const [first] = parts;
	const isNote = first !== undefined && 'mark' in first && /\[\^/.test(first.mark);
	return isRow || isNote ? '' : bareKey(keys[0] ?? '');
}

/** A paragraph; nothing of a row. */
function only<T>({ isRow, parts }: Item<T>): T | undefined {
	return isRow ? undefined : parts[0];
}

function pairedItem(
	draft: Draft,
	item: Item<ReturnedParagraph>,
	like: Item<Unit> | undefined,
): readonly PairedParagraph[] {
	const own = like ? cellPairs(item, like) : [];
	let cell = -1;
	return item.parts.map(paragraph => {
		const isFirst = !item.isRow || paragraph.opensCell;
		if (isFirst) cell++;
		return new PairedParagraph(draft, paragraph, isFirst ? like?.parts[own[cell] ?? -1] : undefined);
	});
}

/** The first title of a file is that of the draft, however little of it is left; not in a file of another draft. */
function pairTitles(
	returned: readonly Item<ReturnedParagraph>[],
	written: readonly Item<Unit>[],
	pairs: Int32Array,
): void {
	const at = returned.findIndex(({ parts }) => parts[0]?.isTitle);
	const others = pairs.filter(one => one >= 0).length;
	if (at < 0 || (pairs[at] ?? 0) >= 0 || 2 * others < returned.length - 1) return;
	const isOfDraft = ({ parts: [unit] }: Item<Unit>) => unit !== undefined && (isTitle(unit) || /^#\s/.test(unit.mark));
	const title = written.findIndex(isOfDraft);
	if (title >= 0 && !pairs.includes(title)) pairs[at] = title;
}

/** What stands between the same paragraphs and cites as often is the same one, however little of its words is left. */
function pairCiting(
	returned: readonly Item<ReturnedParagraph>[],
	written: readonly Item<Unit>[],
	pairs: Int32Array,
): void {
	for (let at = 1; at < pairs.length; at++) {
		const unit = (pairs[at - 1] ?? -1) + 1;
		const isNext = at + 1 === pairs.length || pairs[at + 1] === unit + 1;
		const [own, like] = [returned[at], written[unit]];
		if ((pairs[at] ?? 0) >= 0 || unit < 1 || !isNext || !own || !like) continue;
		if (citesAlike(own, like)) pairs[at] = unit;
	}
}

/** Two paragraphs that say something, and cite as often. */
function citesAlike({ isRow, keys, parts: [own] }: Item<ReturnedParagraph>, other: Item<Unit>): boolean {
	if (isRow || other.isRow || keys[0] === '' || other.keys[0] === '' || !own) return false;
	const notes = signsIn(other.parts[0]?.text ?? '');
	return notes > 0 && notes === signsIn(originalOf(own.pieces));
}

function signsIn(text: string): number {
	return text.split(noteSign).length - 1;
}

/** The rows of a draft, and its other units one by one. */
export function unitItems(draft: Draft, units: readonly Unit[]): readonly Item<Unit>[] {
	const lineOf = (unit: Unit) => (unit.kind === 'cell' ? lineAt(draft.lines, unit.start) : undefined);
	return together(units, lineOf).map(parts => ({
		isRow: parts[0]?.kind === 'cell',
		parts,
		keys: parts.map(({ text }) => keyOf(text)),
		isCite: parts.length === 1 && /^\uFFFC+$/.test(parts[0]?.text ?? ''),
	}));
}

function returnedItems(paragraphs: readonly ReturnedParagraph[]): readonly Item<ReturnedParagraph>[] {
	return together(paragraphs, ({ row }) => row?.id).map(parts => {
		const isRow = parts[0]?.row !== undefined;
		// A row that was put in, and tracked, is none of the draft.
		const isNew = parts[0]?.row?.change?.kind === 'inserted';
		const cells = parts.filter(({ opensCell }) => !isNew && (!isRow || opensCell));
		const keys = cells.map(({ pieces }) => keyOf(originalOf(pieces)));
		const isNote = !isRow && parts.some(({ pieces }) => originalOf(pieces).includes(noteSign));
		// A page may stand behind a number.
		const isCite =
			!isRow && /^[\d–-]*$/.test(withoutBrackets(keys[0] ?? '')) && (isNote || /^[（([]/.test(keys[0] ?? ''));
		return { isRow, parts, keys, isCite };
	});
}

/** What stands one behind the other and is of one thing; what is of nothing stands by itself. */
function together<T>(list: readonly T[], of: (one: T) => number | undefined): readonly (readonly T[])[] {
	const groups: T[][] = [];
	let last: number | undefined;
	for (const one of list) {
		const own = of(one);
		if (own === undefined || own !== last) groups.push([one]);
		else groups.at(-1)?.push(one);
		last = own;
	}
	return groups;
}

function pairsOf(returned: readonly Item<unknown>[], written: readonly Item<unknown>[]): Int32Array {
	// What is empty is like nothing: it says not which one it is. A row is like no paragraph.
	const known = new Set(written.map(({ keys }) => keys[0]));
	const textOf = ({ isRow, keys, isCite }: Item<unknown>, nothing: string) => {
		if (isCite && (keys[0] === '' || !known.has(keys[0]))) return '\u0004';
		if (keys.every(key => key === '')) return nothing;
		return isRow ? `\u0003${keys.join('\u0003')}` : (keys[0] ?? '');
	};
	const own = written.map(one => textOf(one, '\u0002'));
	const all = new Set(own);
	const texts = returned.map(one => {
		const cited = textOf({ ...one, keys: one.keys.map(citelessKey) }, '\u0001');
		return all.has(cited) ? cited : textOf(one, '\u0001');
	});
	const pairs = pairedTexts(texts, own);
	for (let at = 0; at < pairs.length; at++) if (returned[at]?.isRow !== written[pairs[at] ?? -1]?.isRow) pairs[at] = -1;
	for (let at = 0; at < pairs.length; at++)
		if (returned[at]?.isRow && (pairs[at] ?? -1) < 0) pairs[at] = rowBetween(returned, written, pairs, at);
	return pairs;
}

/** The row between those that are paired which begins with the same cell, or is the only one left in its place. */
function rowBetween(
	returned: readonly Item<unknown>[],
	written: readonly Item<unknown>[],
	pairs: Int32Array,
	at: number,
): number {
	const from = pairs.subarray(0, at).reduce((last, to) => Math.max(last, to), -1) + 1;
	const next = pairs.subarray(at + 1).findIndex(to => to >= from);
	const to = next < 0 ? written.length : (pairs[at + 1 + next] ?? 0);
	const first = returned[at]?.keys[0];
	if (first === undefined) return -1;
	const rows = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter(
		one => written[one]?.isRow,
	);
	const alike = rows.find(one => first !== '' && written[one]?.keys[0] === first);
	if (alike !== undefined) return alike;
	const own = returned.slice(at, next < 0 ? undefined : at + 1 + next).filter(({ isRow }) => isRow);
	return own.length === rows.length ? (rows[0] ?? -1) : -1;
}

/** For each cell of a row the one of the draft; by their places where there are as many. */
function cellPairs(one: Item<unknown>, other: Item<unknown>): ArrayLike<number> {
	if (one.keys.length === other.keys.length) return one.keys.map((_, at) => at);
	return commonIn(one.keys.map(withoutBrackets), other.keys.map(withoutBrackets));
}
