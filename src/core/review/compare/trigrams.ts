// Where three letters in a row stand in a long text of letters: typed arrays, built in two passes.

import type { Steps } from '../steps';

/** A longer list says little of where a text comes from, and reading it costs. */
const mostRead = 512;

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
			offsets[slot]! += offsets[slot - 1]!;
			if (slot % slotsAtOnce === 0) yield;
		}
		const next = offsets.slice(0, -1);
		const positions = new Uint32Array(offsets.at(-1)!);
		yield;
		for (let from = 0; from + 2 < size; from += atOnce) {
			place(codes, from, Math.min(from + atOnce, size - 2), bits, next, positions);
			yield;
		}
		return new Grams(letters, codes, bits, offsets, positions);
	}

	/** Ascending positions that may hold the three letters (of a slot of the table: compare before use). */
	of(a: number, b: number, c: number): Uint32Array {
		const slot = slotOf(a, b, c, this.bits);
		return this.positions.subarray(this.offsets[slot], this.offsets[slot + 1]);
	}

	/** Every place (at most `most`) where a run of three letters or more stands as it is. */
	exact(query: Uint16Array, from: number, to: number, most: number): number[] {
		if (to - from < 3) return [];
		let rarest = from;
		let list = this.of(query[from]!, query[from + 1]!, query[from + 2]!);
		for (let at = from + 1; at + 2 < to && list.length > 1; at++) {
			const other = this.of(query[at]!, query[at + 1]!, query[at + 2]!);
			if (other.length < list.length) [list, rarest] = [other, at];
		}
		const found: number[] = [];
		for (let at = 0; at < list.length && found.length < most; at++) {
			const start = list[at]! - (rarest - from);
			if (start >= 0 && this.common(query, from, start, to - from) === to - from) found.push(start);
		}
		return found;
	}

	/** How many letters of the query from `from` on stand at a position, up to `most`. */
	common(query: Uint16Array, from: number, position: number, most: number): number {
		const { codes } = this;
		const end = Math.min(most, query.length - from, codes.length - position);
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
		most: number,
		better: (position: number, than: number) => boolean,
	): { readonly position: number; readonly length: number } {
		let position = -1;
		let length = 0;
		if (from + 2 < query.length) {
			const list = this.of(query[from]!, query[from + 1]!, query[from + 2]!);
			// Of very common letters only some places are looked at, spread over the text.
			const step = Math.max(1, Math.floor(list.length / (mostRead * 2)));
			this.work += Math.ceil(list.length / step);
			for (let at = 0; at < list.length; at += step) {
				const place = list[at]!;
				const same = this.common(query, from, place, most);
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
	near(query: Uint16Array, most: number, preferred?: (start: number, end: number) => boolean): number[] {
		const width = 6;
		const votes = new Map<number, number>();
		let read = 0;
		for (const frequent of [false, true]) {
			if (frequent && votes.size > 0) break;
			for (let at = 0; at + 2 < query.length && read < 400_000; at++) {
				const list = this.of(query[at]!, query[at + 1]!, query[at + 2]!);
				if (list.length === 0 || (!frequent && list.length > mostRead)) continue;
				const weight = 1 / (1 + Math.log2(list.length));
				const end = Math.min(list.length, mostRead);
				read += end;
				for (let one = 0; one < end; one++) {
					// Where the query would begin if it stood there: places of one match agree on it, up to what was dropped or
					// put in.
					const bin = (list[one]! - at + query.length) >> width;
					votes.set(bin, (votes.get(bin) ?? 0) + weight);
				}
			}
		}
		const starts = (wanted: (start: number) => boolean) => {
			const best: { start: number; vote: number }[] = [];
			for (const [bin, vote] of votes) {
				const sum = vote + (votes.get(bin + 1) ?? 0);
				const start = (bin << width) - query.length;
				if ((best.length === most && sum <= best.at(-1)!.vote) || !wanted(start)) continue;
				best.push({ start, vote: sum });
				best.sort((a, b) => b.vote - a.vote);
				if (best.length > most) best.pop();
			}
			return best.map(({ start }) => start);
		};
		const all = starts(() => true);
		return preferred
			? [...new Set([...all, ...starts(start => preferred(start, start + (2 << width) + query.length))])]
			: all;
	}
}

function slotOf(a: number, b: number, c: number, bits: number): number {
	return Math.imul(Math.imul(Math.imul(a, 0x01000193) ^ b, 0x01000193) ^ c, 0x9e3779b1) >>> (32 - bits);
}

/** Counts the three letters from each place in their slot, one slot further on. */
function count(codes: Uint16Array, from: number, to: number, bits: number, counts: Uint32Array): void {
	for (let at = from; at < to; at++) {
		const [a, b, c] = [codes[at]!, codes[at + 1]!, codes[at + 2]!];
		if (a !== 0 && b !== 0 && c !== 0) counts[slotOf(a, b, c, bits) + 1]!++;
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
		const [a, b, c] = [codes[at]!, codes[at + 1]!, codes[at + 2]!];
		if (a !== 0 && b !== 0 && c !== 0) positions[next[slotOf(a, b, c, bits)]!++] = at;
	}
}
