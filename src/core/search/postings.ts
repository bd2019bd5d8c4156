// Answers which texts of a segment hold a pair of characters: sorted gram keys, offsets, 16-bit postings.

import { lowerBound } from '../text/lowerBound';
import { ascending, none } from './intersection';
import { finish } from './steps';

/** Most texts a segment may have: their numbers fit into 16 bits. */
export const segmentSize = 65536;

/** Two code units as one key; `second` 0: the end of the text. */
export function gram(first: number, second: number): number {
	return ((first << 16) | second) >>> 0;
}

/** A hash table from gram to a running number, open addressing. */
class GramNumbers {
	keys = new Uint32Array(1024);
	count = 0;
	private slots = new Int32Array(4096);
	private mask = 4095;

	/** Where a gram is, or would be, in the table. */
	private slotOf(key: number): number {
		let slot = (Math.imul(key, 0x9e3779b1) >>> 11) & this.mask;
		for (;;) {
			const number = this.slots[slot] ?? 0;
			if (number === 0 || this.keys[number - 1] === key) return slot;
			slot = (slot + 1) & this.mask;
		}
	}

	/** The number of a gram; one that is new gets the next. */
	of(key: number): number {
		const slot = this.slotOf(key);
		const known = this.slots[slot] ?? 0;
		if (known > 0) return known - 1;
		if (this.count === this.keys.length) {
			const keys = new Uint32Array(this.count * 2);
			keys.set(this.keys);
			this.keys = keys;
		}
		this.keys[this.count] = key;
		this.slots[slot] = ++this.count;
		if (this.count * 2 > this.mask) this.spread();
		return this.count - 1;
	}

	/** Forgets all, keeping its room. */
	clear(): void {
		this.count = 0;
		this.slots.fill(0);
	}

	private spread(): void {
		this.slots = new Int32Array(this.slots.length * 4);
		this.mask = this.slots.length - 1;
		this.keys.subarray(0, this.count).forEach((key, number) => {
			this.slots[this.slotOf(key)] = number + 1;
		});
	}
}

/**
 * The pairs of a run of texts in order: `postings[offsets[n]…offsets[n + 1])` are the texts that hold `keys[n]`,
 * ascending.
 */
export interface ArrangedPairs {
	readonly keys: Uint32Array;
	readonly offsets: Uint32Array;
	readonly postings: Uint16Array;
}

/** So much is done between two pauses: about ten milliseconds of work. */
const stretch = 1 << 20;

/** Gathers the pairs of texts, one text after the other, and arranges them. At most {@link segmentSize} texts. */
export class PairCollector {
	private readonly numbers = new GramNumbers();
	// Once through the texts: each pair's number, where it is new in its text; a second time through the numbers alone.
	private stream = new Uint32Array(0);
	private readonly ends = new Uint32Array(segmentSize);
	private counts = new Uint32Array(1024);
	private seen = new Int32Array(1024);
	private filled = 0;
	private texts = 0;

	private distance: 1 | 2 = 1;

	/**
	 * Begins anew, in the room there is: pairs at a distance of 1 (neighbours, and the last character with the end, so
	 * that every character begins a pair) or 2 (one character between them). `capacity`: how many code units there will
	 * be at most.
	 */
	begin(distance: 1 | 2, capacity: number): void {
		this.distance = distance;
		if (this.stream.length < capacity) this.stream = new Uint32Array(capacity);
		this.numbers.clear();
		this.counts.fill(0);
		this.seen.fill(0);
		this.filled = 0;
		this.texts = 0;
	}

	/** The next text: the first `length` of some code units. */
	add(codes: Uint16Array, length: number): void {
		const { distance, numbers, stream } = this;
		const text = ++this.texts;
		const end = distance === 1 ? length : length - distance;
		for (let from = 0; from < end; from++) {
			// What lies behind the text in the array belongs to another one.
			const second = from + distance === length ? 0 : (codes[from + distance] ?? 0);
			const number = numbers.of(gram(codes[from] ?? 0, second));
			if (number >= this.counts.length) this.widen(number * 2);
			if (this.seen[number] === text) continue;
			this.seen[number] = text;
			this.counts[number] = (this.counts[number] ?? 0) + 1;
			stream[this.filled++] = number;
		}
		this.ends[text - 1] = this.filled;
	}

	private widen(size: number): void {
		const counts = new Uint32Array(size);
		const seen = new Int32Array(size);
		counts.set(this.counts);
		seen.set(this.seen);
		this.counts = counts;
		this.seen = seen;
	}

	/** All pairs in the order of their keys. Pauses (yields) now and then. */
	*arrange(): Generator<void, ArrangedPairs> {
		const { numbers, stream, ends, filled } = this;
		const keys = numbers.keys.slice(0, numbers.count).sort();
		yield;
		const offsets = new Uint32Array(keys.length + 1);
		const next = new Uint32Array(keys.length);
		keys.forEach((key, at) => {
			const number = numbers.of(key);
			const offset = offsets[at] ?? 0;
			next[number] = offset;
			offsets[at + 1] = offset + (this.counts[number] ?? 0);
		});
		yield;
		const postings = new Uint16Array(filled);
		let at = 0;
		for (let text = 0, pause = stretch; text < this.texts; text++) {
			for (const end = ends[text] ?? 0; at < end; at++) {
				const number = stream[at] ?? 0;
				const place = next[number] ?? 0;
				postings[place] = text;
				next[number] = place + 1;
			}
			if (at < pause) continue;
			pause = at + stretch;
			yield;
		}
		return { keys, offsets, postings };
	}
}

/**
 * Which texts of a segment hold which pairs of characters, wherever that is kept. Numbers of texts are counted from the
 * start of the segment.
 */
export interface PairLists {
	/** The texts that hold a pair, in ascending order. */
	of(key: number): Uint16Array;
	/** How many those are. */
	count(key: number): number;
	/** The texts that hold a code unit, in ascending order; only of neighbours, where every character begins a pair. */
	holding(code: number): Uint16Array;
}

/** Pairs kept in memory. */
export class Postings implements PairLists {
	private constructor(
		private readonly keys: Uint32Array,
		private readonly offsets: Uint32Array,
		private readonly texts: Uint16Array,
	) {}

	/** The pairs of some texts at a distance, see {@link PairCollector}. */
	static of(texts: readonly string[], distance: 1 | 2): Postings {
		let size = 0;
		let longest = 0;
		for (const text of texts) {
			size += text.length;
			longest = Math.max(longest, text.length);
		}
		const collector = new PairCollector();
		collector.begin(distance, size);
		const codes = new Uint16Array(longest);
		for (const text of texts) {
			for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
			collector.add(codes, text.length);
		}
		const { keys, offsets, postings } = finish(collector.arrange());
		return new Postings(keys, offsets, postings);
	}

	of(key: number): Uint16Array {
		const at = this.bound(key);
		return this.keys[at] === key ? this.list(at, at + 1) : none;
	}

	count(key: number): number {
		return this.of(key).length;
	}

	holding(code: number): Uint16Array {
		const from = this.bound(gram(code, 0));
		let to = from;
		while (to < this.keys.length && (this.keys[to] ?? 0) <= gram(code, 0xffff)) to++;
		const texts = this.list(from, to);
		return to - from === 1 ? texts : ascending(texts);
	}

	/** The texts of the pairs from one place to another. */
	private list(from: number, to: number): Uint16Array {
		return this.texts.subarray(this.offsets[from], this.offsets[to]);
	}

	/** Where a pair stands, or would stand, among the keys. */
	private bound(key: number): number {
		return lowerBound(0, this.keys.length, at => (this.keys[at] ?? 0) < key);
	}
}
