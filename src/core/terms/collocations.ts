// Which stretches of Han characters recur in many documents: how often, in how many, how firmly they hold together,
// how freely they stand.

import { fold } from '../text/fold';
import { Pairs } from './pairCounts';

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

/**
 * What is known of the stretches of all lengths that recur often enough, by their numbers. A stretch of n + 1 is two of
 * n that overlap.
 */
class Table {
	/** The stretch without its last, and without its first character. */
	readonly head: number[] = [];
	readonly tail: number[] = [];
	readonly uses: number[] = [];
	readonly documents: number[] = [];
	/** A place where it stands. */
	readonly place: number[] = [];

	constructor(private readonly codes: Uint16Array) {}

	text(gram: number, length: number): string {
		return String.fromCharCode(...this.codes.subarray(this.place[gram]!, this.place[gram]! + length));
	}

	/** See {@link Gram.cohesion}; `all` is how many characters there are. */
	cohesion(gram: number, length: number, all: number): number {
		let least = Infinity;
		const heads: number[] = [];
		for (let at = gram, left = length; left > 1; left--) heads.push((at = this.head[at]!));
		for (let at = gram, cut = 1; cut < length; cut++) {
			at = this.tail[at]!;
			const before = heads[length - 1 - cut]!;
			least = Math.min(least, Math.log2((this.uses[gram]! * all) / (this.uses[before]! * this.uses[at]!)));
		}
		return least;
	}

	/** See {@link GramOptions.wanted}. */
	bond(gram: number, length: number, at: number, all: number): number {
		let pair = gram;
		for (let cut = 0; cut < at; cut++) pair = this.tail[pair]!;
		for (let left = length - at; left > 2; left--) pair = this.head[pair]!;
		const [both, head, tail] = [this.uses[pair]!, this.uses[this.head[pair]!]!, this.uses[this.tail[pair]!]!];
		// What was seen a few times proves little (Pantel and Lin 2002: discounted mutual information).
		const seen = (both / (both + 1)) * (Math.min(head, tail) / (Math.min(head, tail) + 1));
		return seen * Math.log2((both * all) / (head * tail));
	}
}

/** The documents as one row of code units, folded; 0 where nothing may go on (marks, spaces, ends of paragraphs). */
function* rowOf(
	documents: readonly (readonly string[])[],
	most: number,
): Generator<void, { readonly codes: Uint16Array; readonly ends: readonly number[]; readonly partial: boolean }, void> {
	let length = 1;
	for (const paragraphs of documents) for (const { length: size } of paragraphs) length += size + 1;
	// What stands word for word in several places (licences, forms of address) is one text that was copied.
	const seen = new Set<string>();
	const codes = new Uint16Array(Math.min(length, most));
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
	return { codes: codes.subarray(0, at), ends, partial: length > most };
}

/** Characters of one text at most; twenty times a large library of documents made by hand. */
const most = 20_000_000;

/**
 * The stretches that recur, in no order. Memory: six bytes a character, and some forty for each different stretch that
 * recurs.
 */
export function* recurring(
	documents: readonly (readonly string[])[],
	options: GramOptions,
): Generator<void, { readonly grams: readonly Gram[]; readonly partial: boolean }, void> {
	const { codes, ends, partial } = yield* rowOf(documents, most);
	const table = new Table(codes);
	const ids = new Int32Array(codes.length);
	const all = yield* characters(codes, ids, table);
	const grams: Gram[] = [];
	for (let length = 2; length <= options.longest; length++) {
		const fresh = yield* longer(ids, ends, table, options);
		if (fresh.size === 0) break;
		if (length < options.shortest) continue;
		const asked = new Map<number, Pick<Gram, 'text' | 'cohesion'>>();
		for (let gram = fresh.from; gram < fresh.from + fresh.size; gram++) {
			if (gram % 256 === 0) yield;
			const cohesion = table.cohesion(gram, length, all);
			if (cohesion < options.cohesion) continue;
			const text = table.text(gram, length);
			if (options.wanted(text, at => table.bond(gram, length, at, all))) asked.set(gram, { text, cohesion });
		}
		const freedom = yield* neighbours(codes, ids, asked, length);
		for (const [gram, { text, cohesion }] of asked) {
			const { entropy, tied } = freedom(gram, table.uses[gram]!);
			grams.push({
				text,
				cohesion,
				uses: table.uses[gram]!,
				documents: table.documents[gram]!,
				freedom: entropy,
				tied,
			});
		}
	}
	return { grams, partial };
}

/** Numbers the single characters; answers how many there are in all. */
function* characters(codes: Uint16Array, ids: Int32Array, table: Table): Generator<void, number, void> {
	const known = new Map<number, number>();
	let all = 0;
	for (let at = 0; at < codes.length; at++) {
		const code = codes[at]!;
		if (at % atOnce === 0) yield;
		if (code === 0) {
			ids[at] = -1;
			continue;
		}
		let id = known.get(code);
		if (id === undefined) {
			known.set(code, (id = table.uses.length));
			table.place.push(at);
			table.uses.push(0);
			table.documents.push(0);
			table.head.push(id);
			table.tail.push(id);
		}
		table.uses[id]!++;
		ids[at] = id;
		all++;
	}
	return all;
}

/** From the stretches that begin at each place to those one longer, in place; answers the numbers of the new ones. */
function* longer(
	ids: Int32Array,
	ends: readonly number[],
	table: Table,
	options: GramOptions,
): Generator<void, { readonly from: number; readonly size: number }, void> {
	const pairs = new Pairs();
	let document = 0;
	for (let at = 0; at < ids.length; at++) {
		while (at >= ends[document]!) document++;
		const head = ids[at]!;
		const tail = at + 1 < ids.length ? ids[at + 1]! : -1;
		ids[at] = head < 0 || tail < 0 ? -1 : pairs.add(head, tail, document, at);
		if (at % atOnce === 0) yield;
	}
	const from = table.uses.length;
	const numbers = new Int32Array(pairs.size);
	for (let pair = 0; pair < pairs.size; pair++) {
		if (pair % atOnce === 0) yield;
		if (pairs.count[pair]! < options.uses || pairs.documents[pair]! < options.documents) {
			numbers[pair] = -1;
			continue;
		}
		numbers[pair] = table.uses.length;
		table.uses.push(pairs.count[pair]!);
		table.documents.push(pairs.documents[pair]!);
		table.place.push(pairs.place[pair]!);
		table.head.push(pairs.left[pair]!);
		table.tail.push(pairs.right[pair]!);
	}
	for (let at = 0; at < ids.length; at++) {
		if (ids[at]! >= 0) ids[at] = numbers[ids[at]!]!;
		if (at % atOnce === 0) yield;
	}
	return { from, size: table.uses.length - from };
}

/** Counts what stands before and after the stretches asked for. */
function* neighbours(
	codes: Uint16Array,
	ids: Int32Array,
	asked: ReadonlyMap<number, unknown>,
	length: number,
): Generator<void, (gram: number, uses: number) => { readonly entropy: number; readonly tied: number }, void> {
	const sides = [new Pairs(), new Pairs()] as const;
	for (let at = 0; at < ids.length; at++) {
		if (at % atOnce === 0) yield;
		const gram = ids[at]!;
		if (gram < 0 || !asked.has(gram)) continue;
		sides[0].add(gram, codes[at - 1] ?? 0);
		sides[1].add(gram, codes[at + length] ?? 0);
	}
	const [before, after] = [yield* spread(sides[0]), yield* spread(sides[1])];
	return (gram, uses) => {
		const one = (side: ReadonlyMap<number, { sum: number; most: number }>) => {
			const { sum, most: largest } = side.get(gram) ?? { sum: 0, most: 0 };
			return { entropy: Math.log2(uses) - sum / uses, tied: largest / uses };
		};
		const [left, right] = [one(before), one(after)];
		return { entropy: Math.min(left.entropy, right.entropy), tied: Math.max(left.tied, right.tied) };
	};
}

/**
 * For each stretch Σ c log c over its neighbours, and the largest c. A mark is a neighbour of its own each time, so its
 * log is 0.
 */
function* spread(side: Pairs): Generator<void, ReadonlyMap<number, { sum: number; most: number }>, void> {
	const found = new Map<number, { sum: number; most: number }>();
	for (let pair = 0; pair < side.size; pair++) {
		if (pair % atOnce === 0) yield;
		const count = side.count[pair]!;
		let one = found.get(side.left[pair]!);
		if (!one) found.set(side.left[pair]!, (one = { sum: 0, most: 0 }));
		if (side.right[pair] === 0) continue;
		one.sum += count * Math.log2(count);
		one.most = Math.max(one.most, count);
	}
	return found;
}

function isHan(code: number): boolean {
	return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

function isLetter(code: number): boolean {
	return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}
