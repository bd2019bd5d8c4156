// Which stretches of Han characters recur in many documents: how often, in how many, how firmly they hold together,
// how freely they stand.

import { fold } from '../text/fold';
import { Pairs } from './pairCounts';
import { Stretches } from './stretches';

/** A stretch that recurs. */
export interface Gram {
	/** Folded. */
	readonly text: string;
	readonly uses: number;
	readonly documents: number;
	/**
	 * How much likelier it is than its weakest pair of parts by chance: pointwise mutual information in bits, the least
	 * over all splits.
	 */
	readonly cohesion: number;
	/**
	 * How many different characters may stand before and after it: the lesser entropy, in bits; a mark or an end counts
	 * as one of its own.
	 */
	readonly freedom: number;
	/** The largest share of its uses before or after which the same character stands. */
	readonly tied: number;
}

export interface GramOptions {
	/** Lengths in characters, from and to. */
	readonly shortest: number;
	readonly longest: number;
	/** Uses and documents it must have at least. */
	readonly uses: number;
	readonly documents: number;
	/**
	 * Whether a stretch may be asked after at all, by its folded text; of others no neighbours are counted. `bond(at)` is
	 * how much likelier its characters at `at` and `at + 1` stand together than by chance, in bits.
	 */
	readonly wanted: (text: string, bond: (at: number) => number) => boolean;
	/** Bits that hold it together at least. */
	readonly cohesion: number;
}

/** Positions looked at in a step. */
const atOnce = 8192;

/** The documents as one text of code units, folded; 0 where nothing may go on (marks, spaces, ends of paragraphs). */
function* textOf(
	documents: readonly (readonly string[])[],
	limit: number,
): Generator<void, { readonly codes: Uint16Array; readonly ends: readonly number[]; readonly partial: boolean }, void> {
	let length = 1;
	for (const paragraphs of documents) for (const { length: size } of paragraphs) length += size + 1;
	// What stands word for word in several places (licences, forms of address) is one text that was copied.
	const seen = new Set<string>();
	const codes = new Uint16Array(Math.min(length, limit));
	const ends: number[] = [];
	let at = 1;
	let since = 0;
	for (const paragraphs of documents) {
		for (const paragraph of paragraphs) {
			if (at + paragraph.length + 1 > codes.length) break;
			if (seen.has(paragraph)) continue;
			seen.add(paragraph);
			const folded = fold(paragraph);
			for (let i = 0; i < folded.length; i++) {
				const code = folded.charCodeAt(i);
				if (isHan(code) || isLetter(code)) codes[at + i] = code;
			}
			at += folded.length + 1;
			since += folded.length;
			if (since < atOnce) continue;
			since = 0;
			yield;
		}
		ends.push(at);
	}
	return { codes: codes.subarray(0, at), ends, partial: length > limit };
}

/** Characters of one text at most; twenty times a large library of documents made by hand. */
const mostCharacters = 20_000_000;

/**
 * The stretches that recur, in no order. Memory: six bytes a character, and some forty for each different stretch that
 * recurs.
 */
export function* recurring(
	documents: readonly (readonly string[])[],
	options: GramOptions,
): Generator<void, { readonly grams: readonly Gram[]; readonly partial: boolean }, void> {
	const { codes, ends, partial } = yield* textOf(documents, mostCharacters);
	const stretches = new Stretches(codes);
	const ids = new Int32Array(codes.length);
	const all = yield* characters(codes, ids, stretches);
	const grams: Gram[] = [];
	for (let length = 2; length <= options.longest; length++) {
		const from = stretches.size;
		yield* longer(ids, ends, stretches, options);
		if (stretches.size === from) break;
		if (length < options.shortest) continue;
		const asked = yield* wantedOf(stretches, from, length, all, options);
		const freedom = yield* neighbours(codes, ids, asked, length);
		for (const [number, { text, cohesion }] of asked) {
			const uses = stretches.usesOf(number);
			grams.push({ text, cohesion, uses, documents: stretches.documentsOf(number), ...freedom(number, uses) });
		}
	}
	return { grams, partial };
}

/** Of the stretches from a number on, all of one length, those that hold together and are asked after. */
function* wantedOf(
	stretches: Stretches,
	from: number,
	length: number,
	all: number,
	options: GramOptions,
): Generator<void, ReadonlyMap<number, Pick<Gram, 'text' | 'cohesion'>>, void> {
	const asked = new Map<number, Pick<Gram, 'text' | 'cohesion'>>();
	for (let number = from; number < stretches.size; number++) {
		if (number % 256 === 0) yield;
		const cohesion = stretches.cohesion(number, length, all);
		if (cohesion < options.cohesion) continue;
		const text = stretches.text(number, length);
		if (options.wanted(text, at => stretches.bond(number, length, at, all))) asked.set(number, { text, cohesion });
	}
	return asked;
}

/** Numbers the single characters; answers how many there are in all. */
function* characters(codes: Uint16Array, ids: Int32Array, stretches: Stretches): Generator<void, number, void> {
	const counts = new Map<number, { id: number; place: number; uses: number }>();
	let all = 0;
	for (let at = 0; at < codes.length; at++) {
		const code = codes[at] ?? 0;
		if (at % atOnce === 0) yield;
		if (code === 0) {
			ids[at] = -1;
			continue;
		}
		let known = counts.get(code);
		if (!known) counts.set(code, (known = { id: counts.size, place: at, uses: 0 }));
		known.uses++;
		ids[at] = known.id;
		all++;
	}
	for (const { id, place, uses } of counts.values()) stretches.add({ head: id, tail: id, uses, documents: 0, place });
	return all;
}

/** From the stretches that begin at each place to those one longer, in place; those that recur are added. */
function* longer(
	ids: Int32Array,
	ends: readonly number[],
	stretches: Stretches,
	options: GramOptions,
): Generator<void, void, void> {
	const pairs = yield* overlapping(ids, ends);
	/** For each pair the number of the stretch it makes; -1 where it does not recur. */
	const numbers = new Int32Array(pairs.size).fill(-1);
	for (let pair = 0; pair < pairs.size; pair++) {
		if (pair % atOnce === 0) yield;
		const { left, right, count, documents, place } = pairs.at(pair);
		if (count < options.uses || documents < options.documents) continue;
		numbers[pair] = stretches.size;
		stretches.add({ head: left, tail: right, uses: count, documents, place });
	}
	for (let at = 0; at < ids.length; at++) {
		const pair = ids[at] ?? -1;
		if (pair >= 0) ids[at] = numbers[pair] ?? -1;
		if (at % atOnce === 0) yield;
	}
}

/** The pairs of stretches that begin at neighbouring places; their numbers take the place of the stretches. */
function* overlapping(ids: Int32Array, ends: readonly number[]): Generator<void, Pairs, void> {
	const pairs = new Pairs();
	let document = 0;
	for (let at = 0; at < ids.length; at++) {
		while (at >= (ends[document] ?? Infinity)) document++;
		const head = ids[at] ?? -1;
		const tail = ids[at + 1] ?? -1;
		ids[at] = head < 0 || tail < 0 ? -1 : pairs.add(head, tail, document, at);
		if (at % atOnce === 0) yield;
	}
	return pairs;
}

/** Counts what stands before and after the stretches asked for. */
function* neighbours(
	codes: Uint16Array,
	ids: Int32Array,
	asked: ReadonlyMap<number, unknown>,
	length: number,
): Generator<void, (stretch: number, uses: number) => Pick<Gram, 'freedom' | 'tied'>, void> {
	const [before, after] = [new Pairs(), new Pairs()];
	for (let at = 0; at < ids.length; at++) {
		if (at % atOnce === 0) yield;
		const stretch = ids[at] ?? -1;
		if (stretch < 0 || !asked.has(stretch)) continue;
		before.add(stretch, codes[at - 1] ?? 0);
		after.add(stretch, codes[at + length] ?? 0);
	}
	const sides = [yield* spread(before), yield* spread(after)];
	return (stretch, uses) => {
		const found = sides.map(side => side.get(stretch) ?? { sum: 0, largest: 0 });
		return {
			freedom: Math.min(...found.map(({ sum }) => Math.log2(uses) - sum / uses)),
			tied: Math.max(...found.map(({ largest }) => largest / uses)),
		};
	};
}

/** How the neighbours of a stretch on one side are spread: Σ c log c over how often each comes, and the largest c. */
interface Spread {
	sum: number;
	largest: number;
}

/** The spread for each stretch. A mark is a neighbour of its own each time, so its log is 0. */
function* spread(side: Pairs): Generator<void, ReadonlyMap<number, Spread>, void> {
	const found = new Map<number, Spread>();
	for (let pair = 0; pair < side.size; pair++) {
		if (pair % atOnce === 0) yield;
		const { left, right, count } = side.at(pair);
		let one = found.get(left);
		if (!one) found.set(left, (one = { sum: 0, largest: 0 }));
		if (right === 0) continue;
		one.sum += count * Math.log2(count);
		one.largest = Math.max(one.largest, count);
	}
	return found;
}

function isHan(code: number): boolean {
	return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

function isLetter(code: number): boolean {
	return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}
