// Where three letters in a row stand in a long text of letters: typed arrays, built in two passes.

import { Best } from '../../search/topScores';
import type { Steps } from '../steps';

/** A longer list says little of where a text comes from, and reading it costs. */
const mostRead = 512;

/** So many places are looked at to see where a query might begin. */
const mostVotes = 400_000;
/** Beginnings are counted in bins of so many bits. */
const binWidth = 6;

/** So many letters, or slots of the table, are gone through in a step: one to three milliseconds. */
const atOnce = 50_000;
const slotsAtOnce = 500_000;

/** Positions of every three letters; parts of the text that are not to match each other are separated by code 0. */
export class Grams {
	/** Places looked at so far: what bounds the work on one quotation. */
	work = 0;

	private constructor(
		readonly letters: string,
		readonly codes: Uint16Array,
		private readonly bits: number,
		private readonly offsets: Uint32Array,
		private readonly positions: Uint32Array,
	) {}

	/** Builds the table a step at a time. */
	static *steps(letters: string): Steps<Grams> {
		const size = letters.length;
		const codes = new Uint16Array(size);
		for (let at = 0; at < size; at++) {
			codes[at] = letters.charCodeAt(at);
			if (at % slotsAtOnce === slotsAtOnce - 1) yield;
		}
		yield;
		const bits = Math.min(20, Math.max(8, Math.ceil(Math.log2(size + 1))));
		const offsets = new Uint32Array((1 << bits) + 1);
		for (let from = 0; from + 2 < size; from += atOnce) {
			count(codes, from, Math.min(from + atOnce, size - 2), bits, offsets);
			yield;
		}
		for (let slot = 1; slot < offsets.length; slot++) {
			offsets[slot] = (offsets[slot] ?? 0) + (offsets[slot - 1] ?? 0);
			if (slot % slotsAtOnce === 0) yield;
		}
		const next = offsets.slice(0, -1);
		const positions = new Uint32Array(offsets.at(-1) ?? 0);
		yield;
		for (let from = 0; from + 2 < size; from += atOnce) {
			place(codes, from, Math.min(from + atOnce, size - 2), bits, next, positions);
			yield;
		}
		return new Grams(letters, codes, bits, offsets, positions);
	}

	/**
	 * Ascending positions that may hold three letters of a query, from `at` on (of a slot of the table: compare before
	 * use).
	 */
	private positionsOf(query: Uint16Array, at: number): Uint32Array {
		const slot = slotAt(query, at, this.bits);
		return slot < 0
			? this.positions.subarray(0, 0)
			: this.positions.subarray(this.offsets[slot], this.offsets[slot + 1]);
	}

	/** Every place (at most `limit`) where a run of three letters or more stands as it is. */
	exact(query: Uint16Array, from: number, to: number, limit: number): number[] {
		if (to - from < 3) return [];
		let rarest = from;
		let list = this.positionsOf(query, from);
		for (let at = from + 1; at + 2 < to && list.length > 1; at++) {
			const other = this.positionsOf(query, at);
			if (other.length < list.length) [list, rarest] = [other, at];
		}
		const found: number[] = [];
		for (const position of list) {
			if (found.length === limit) break;
			const start = position - (rarest - from);
			if (start >= 0 && this.common(query, from, start, to - from) === to - from) found.push(start);
		}
		return found;
	}

	/** How many letters of the query from `from` on stand at a position, up to `limit`. */
	common(query: Uint16Array, from: number, position: number, limit: number): number {
		const { codes } = this;
		const end = Math.min(limit, query.length - from, codes.length - position);
		let same = 0;
		while (same < end && codes[position + same] === query[from + same]) same++;
		return same;
	}

	/**
	 * The longest run of the query from `from` on that stands anywhere; of equally long ones the first that `better`
	 * prefers to the one before.
	 */
	longest(
		query: Uint16Array,
		from: number,
		limit: number,
		better: (position: number, than: number) => boolean,
	): { readonly position: number; readonly length: number } {
		let position = -1;
		let length = 0;
		if (from + 2 < query.length) {
			const list = this.positionsOf(query, from);
			// Of very common letters only some places are looked at, spread over the text.
			const step = Math.max(1, Math.floor(list.length / (mostRead * 2)));
			this.work += Math.ceil(list.length / step);
			for (let at = 0; at < list.length; at += step) {
				const place = list[at] ?? 0;
				const same = this.common(query, from, place, limit);
				if (same > length || (same === length && same > 0 && better(place, position)))
					[position, length] = [place, same];
			}
		}
		return { position, length };
	}

	/**
	 * Places that share most with a query, rare letters counting more: starts of stretches about as long as the query,
	 * best first; and as many of those that are `preferred`.
	 */
	near(query: Uint16Array, limit: number, preferred?: (start: number, end: number) => boolean): number[] {
		let votes = this.votes(query, mostRead);
		// Of letters that are all frequent, these have to do.
		if (votes.size === 0) votes = this.votes(query, Infinity);
		const starts = (wanted: (start: number) => boolean): readonly number[] => {
			const best = new Best<number>(limit);
			for (const [bin, vote] of votes) {
				const sum = vote + (votes.get(bin + 1) ?? 0);
				const start = (bin << binWidth) - query.length;
				if (sum > best.floor && wanted(start)) best.add(sum, start);
			}
			return best.values;
		};
		const all = starts(() => true);
		if (!preferred) return [...all];
		const own = starts(start => preferred(start, start + (2 << binWidth) + query.length));
		return [...new Set([...all, ...own])];
	}

	/**
	 * How much speaks for each place at which a query might begin, places in bins of 64: those of one match agree on it,
	 * up to what was dropped or put in. Letters that stand in more than `mostOften` places are not asked.
	 */
	private votes(query: Uint16Array, mostOften: number): ReadonlyMap<number, number> {
		const votes = new Map<number, number>();
		let read = 0;
		for (let at = 0; at + 2 < query.length && read < mostVotes; at++) {
			const list = this.positionsOf(query, at);
			if (list.length === 0 || list.length > mostOften) continue;
			const weight = 1 / (1 + Math.log2(list.length));
			const end = Math.min(list.length, mostRead);
			read += end;
			for (let one = 0; one < end; one++) {
				const bin = ((list[one] ?? 0) - at + query.length) >> binWidth;
				votes.set(bin, (votes.get(bin) ?? 0) + weight);
			}
		}
		return votes;
	}
}

function slotOf(a: number, b: number, c: number, bits: number): number {
	return Math.imul(Math.imul(Math.imul(a, 0x01000193) ^ b, 0x01000193) ^ c, 0x9e3779b1) >>> (32 - bits);
}

/** The slot of the three letters from a place on; -1 where the end of a text is among them. */
function slotAt(codes: Uint16Array, at: number, bits: number): number {
	const a = codes[at] ?? 0;
	const b = codes[at + 1] ?? 0;
	const c = codes[at + 2] ?? 0;
	return a === 0 || b === 0 || c === 0 ? -1 : slotOf(a, b, c, bits);
}

/** Counts the three letters from each place in their slot, one slot further on. */
function count(codes: Uint16Array, from: number, to: number, bits: number, counts: Uint32Array): void {
	for (let at = from; at < to; at++) {
		const slot = slotAt(codes, at, bits);
		if (slot >= 0) counts[slot + 1] = (counts[slot + 1] ?? 0) + 1;
	}
}

/** Puts each place where its slot goes on. */
function place(
	codes: Uint16Array,
	from: number,
	to: number,
	bits: number,
	next: Uint32Array,
	positions: Uint32Array,
): void {
	for (let at = from; at < to; at++) {
		const slot = slotAt(codes, at, bits);
		if (slot < 0) continue;
		const position = next[slot] ?? 0;
		positions[position] = at;
		next[slot] = position + 1;
	}
}
