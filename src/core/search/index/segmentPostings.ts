// The pairs of a segment in its file: a few keys are in memory, or, where there is room, all; postings are read when
// they are asked for.

import { lowerBound } from '../../text/lowerBound';
import { ascending, none } from '../intersection';
import { gram, type PairLists } from '../postings';
import { pairsEach } from './segmentFormat';
import type { StoredFile } from './store';

/** Room for the pairs between two keys in memory, and the one after them; shared, since nothing is kept in it. */
const block = new Uint32Array((pairsEach + 1) * 2);

/** So many pairs that were looked up in the file are remembered, 2 to the power of bits: each is asked for twice. */
const bits = 6;
const remembered = 2 ** bits;

/** Memory that may be taken for looking up pairs: reading from a file costs most of a search. In bytes. */
export interface MemoryBudget {
	left: number;
}

/** Fills a typed array from an offset on; what a damaged file does not have stays 0. */
export function fill<T extends Uint16Array | Uint32Array>(file: StoredFile, offset: number, into: T): T {
	file.read(offset, new Uint8Array(into.buffer, into.byteOffset, into.byteLength));
	return into;
}

/** Pairs at one distance. */
export class StoredPairs implements PairLists {
	/** All pairs with their offsets, read when first asked for, if there is room. */
	private all: Uint32Array | undefined;
	/** Pairs with their offsets, in which {@link place} found the last one. */
	private found: Uint32Array = block;
	/** Pairs that were looked up in the file, each with where its postings begin and end. */
	private known: Uint32Array | undefined;

	/**
	 * `keys`: every {@link pairsEach}th key. `total` pairs lie at `pairs`, `size` postings at `postings`, both offsets
	 * in bytes.
	 */
	constructor(
		private readonly file: StoredFile,
		private readonly keys: Uint32Array,
		private readonly total: number,
		private readonly pairs: number,
		private readonly size: number,
		private readonly postings: number,
		private readonly budget: MemoryBudget,
	) {}

	of(key: number): Uint16Array {
		return this.withOffsets(key, (from, to) => this.read(from, to));
	}

	count(key: number): number {
		return this.withOffsets(key, (from, to) => this.span(from, to));
	}

	holding(code: number): Uint16Array {
		// The lists of all pairs that begin with it lie one after the other.
		const from = this.offsetOf(gram(code, 0));
		const to = code === 0xffff ? this.size : this.offsetOf(gram(code + 1, 0));
		return ascending(this.read(from, to));
	}

	/** Gives back the memory that was taken. */
	close(): void {
		this.budget.left += this.all?.byteLength ?? 0;
		this.all = undefined;
		this.found = block;
		this.known = undefined;
	}

	/** What is made of where the postings of a pair begin and end: at one place where there are none. */
	private withOffsets<T>(key: number, make: (from: number, to: number) => T): T {
		const slot = Math.imul(key, 0x9e3779b1) >>> (32 - bits);
		const { known } = this;
		if (known?.[slot * 3] === key) return make(known[slot * 3 + 1] ?? 0, known[slot * 3 + 2] ?? 0);
		const at = this.place(key);
		const isThere = at >= 0 && this.found[at * 2] === key;
		const [from, to] = isThere ? [this.offsetAt(at), this.offsetAt(at + 1)] : [0, 0];
		if (!this.all) (this.known ??= new Uint32Array(remembered * 3)).set([key, from, to], slot * 3);
		return make(from, to);
	}

	/** Where the postings begin of the pair at a place in what was looked into. */
	private offsetAt(place: number): number {
		return this.found[place * 2 + 1] ?? 0;
	}

	/** The offset among the postings of the first pair that is not less than a key. */
	private offsetOf(key: number): number {
		const at = this.place(key);
		return at < 0 ? 0 : this.offsetAt(at);
	}

	/**
	 * Looks a key up: the place in what was looked into of the first pair that is not less, -1 if that is the very
	 * first of all.
	 */
	private place(key: number): number {
		const bytes = (this.total + 1) * 8;
		if (!this.all && bytes <= this.budget.left) {
			this.budget.left -= bytes;
			this.all = fill(this.file, this.pairs, new Uint32Array(bytes / 4));
		}
		let count = this.total;
		if (this.all) {
			this.found = this.all;
		} else {
			const behind = lowerBound(0, this.keys.length, at => (this.keys[at] ?? 0) <= key);
			if (behind === 0) return -1;
			const first = (behind - 1) * pairsEach;
			count = Math.min(pairsEach, this.total - first);
			fill(this.file, this.pairs + first * 8, count === pairsEach ? block : block.subarray(0, (count + 1) * 2));
			this.found = block;
		}
		return lowerBound(0, count, at => (this.found[at * 2] ?? 0) < key);
	}

	/** How many postings a span has; none if the file is damaged and the span is impossible. */
	private span(from: number, to: number): number {
		return from <= to && to <= this.size ? to - from : 0;
	}

	private read(from: number, to: number): Uint16Array {
		const count = this.span(from, to);
		return count === 0 ? none : fill(this.file, this.postings + from * 2, new Uint16Array(count));
	}
}
