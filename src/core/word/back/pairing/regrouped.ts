// Paragraphs that were parted or put together with nothing tracked: several of the file that are one of the draft, and
// one that is several.

import type { Draft } from '../../../draft/draft';
import { isCodeLine, isFollowing } from '../breaks';
import { likeness, partOf } from './match';
import { bareKey } from './keys';
import { originalOf, type Piece, type Remark, type ReturnedParagraph } from '../returned';
import type { Unit } from '../units';

/** Paragraphs and the units that they are like; what stands in tables is none of either. */
export interface Groups {
	/** Paragraphs of the file that are one of the draft: by the first of them all of them, and the unit they were. */
	readonly parted: ReadonlyMap<number, { readonly all: readonly number[]; readonly unit: number }>;
	/** Units that are one paragraph of the file, by its place. */
	readonly joined: ReadonlyMap<number, readonly number[]>;
}

/** So much of a paragraph stands in another that it is a part of it. */
const leastPart = 0.75;

/** `pairs`: which unit each paragraph is like, -1 for none. */
export function groupsOf(
	draft: Draft,
	paragraphs: readonly (ReturnedParagraph | undefined)[],
	units: readonly (Unit | undefined)[],
	pairs: Int32Array,
): Groups {
	const parted = new Map<number, { all: readonly number[]; unit: number }>();
	const joined = new Map<number, readonly number[]>();
	const known = new Set(pairs);
	const elsewhere = new Set(paragraphs.flatMap((one, at) => (one && (pairs[at] ?? 0) < 0 ? (partKey(one) ?? []) : [])));
	const partAt = (at: number) => {
		const one = paragraphs[at];
		return one && (pairs[at] ?? 0) < 0 ? partKey(one) : undefined;
	};
	for (const [at, unit] of pairs.entries()) {
		const [own, like] = [paragraphs[at], units[unit]];
		if (!own || like?.kind !== 'text' || own.joined || isCodeLine(draft, like.start)) continue;
		const [words, whole] = [bareKey(originalOf(own.pieces)), bareKey(like.text)];
		const all = around(at, words, whole, partAt);
		if (all.length > 1) parted.set(all[0] ?? at, { all, unit });
		// One that stands elsewhere now parts nothing.
		const besideKey = (text: string) => (elsewhere.has(bareKey(text)) ? '' : bareKey(text));
		const beside = (next: number, last: number) => {
			const [one, other] = [units[Math.min(next, last)], units[Math.max(next, last)]];
			return one && other && !known.has(next) && isFollowing(draft, one, other)
				? besideKey(units[next]?.text ?? '')
				: undefined;
		};
		const several = around(unit, whole, words, beside);
		const parts = several.filter(one => one === unit || besideKey(units[one]?.text ?? '') !== '');
		if (parts.length > 1) joined.set(at, parts);
	}
	return { parted, joined };
}

/** What counts of a paragraph that may be a part of one; nothing of one that is its own. */
function partKey({ pieces, joined, isReference }: ReturnedParagraph): string | undefined {
	if (joined || isReference) return undefined;
	const text = originalOf(pieces);
	return text.trim() === '' && pieces.length > 0 ? undefined : bareKey(text);
}

type KeyAt = (at: number, last: number) => string | undefined;

/** The places around one that are parts of `whole` as it is, in order. */
function around(at: number, key: string, whole: string, keyAt: KeyAt): readonly number[] {
	const before = gathered(at, -1, key, whole, keyAt);
	const behind = gathered(at, 1, before.key, whole, keyAt);
	return [...before.all.reverse(), at, ...behind.all];
}

/** Places from one on, as long as what stands there makes a text more like the whole. */
function gathered(
	from: number,
	step: 1 | -1,
	start: string,
	whole: string,
	keyAt: KeyAt,
): { all: number[]; key: string } {
	const all: number[] = [];
	let [key, empty] = [start, [] as number[]];
	for (let at = from + step; ; at += step) {
		const next = keyAt(at, at - step);
		if (next === undefined) break;
		empty.push(at);
		if (next === '') continue;
		const both = step < 0 ? next + key : key + next;
		if (partOf(next, whole) < leastPart || likeness(both, whole) <= likeness(key, whole)) break;
		all.push(...empty);
		[key, empty] = [both, []];
	}
	return { all, key };
}

/** Paragraphs that were one before somebody parted them, with nothing tracked. */
export function putTogether(paragraphs: readonly ReturnedParagraph[]): ReturnedParagraph | undefined {
	const filled = paragraphs.filter(({ pieces }) => pieces.length > 0);
	const [first] = filled;
	if (!first) return paragraphs[0];
	const pieces: Piece[] = [];
	const remarks: Remark[] = [];
	const begins = new Map<readonly Piece[], number>();
	for (const one of filled) {
		if (one !== first) pieces.push({ kind: 'inserted', text: '\n\n', notes: [] });
		const shift = originalOf(pieces).length;
		begins.set(one.pieces, shift);
		for (const { begun, start, end, ...remark } of one.remarks) {
			const own = begun === undefined ? shift : begins.get(begun);
			remarks.push({ ...remark, start: start + (own ?? 0), end: end + shift, ...(own === undefined && { begun }) });
		}
		pieces.push(...one.pieces);
	}
	return { ...first, pieces, remarks };
}

/** Units of the draft that are one paragraph now. */
export function putInOne(units: readonly Unit[]): Unit | undefined {
	const [first] = units;
	const last = units.at(-1);
	if (!first || !last || first === last) return first;
	return {
		...first,
		text: units.map(({ text }) => text).join(''),
		from: units.flatMap(({ from }) => from),
		to: units.flatMap(({ to }) => to),
		end: last.end,
		parts: units,
	};
}
