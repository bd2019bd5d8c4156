// Answers which keys begin with a given string, by binary search over one sorted row of keys.

import { lowerBound } from '../text/lowerBound';

/** One key and the number of what it stands for. */
export interface KeyEntry {
	readonly key: string;
	readonly item: number;
}

/** Positions in the sorted row, half-open. */
export interface KeyRange {
	readonly from: number;
	readonly to: number;
}

/** So many keys can be sorted by number: two code units and the place of a key fit into the integers of a double. */
const mostPacked = 2 ** 21;

/** Keys as stretches of one pool of text, so that a million of them are not a million strings. */
class Stretches {
	private constructor(
		private readonly pool: string,
		private readonly starts: Uint32Array,
		private readonly ends: Uint32Array,
	) {}

	/** Stretches of a text, each from its start to its end. */
	static of(pool: string, starts: ArrayLike<number>, ends: ArrayLike<number>): Stretches {
		return new Stretches(pool, Uint32Array.from(starts), Uint32Array.from(ends));
	}

	/** How many there are. */
	get size(): number {
		return this.starts.length;
	}

	/** Length of a stretch, in code units. */
	length(at: number): number {
		return (this.ends[at] ?? 0) - (this.starts[at] ?? 0);
	}

	/** The same stretches in another order. */
	inOrder(order: Uint32Array): Stretches {
		const { pool, starts, ends } = this;
		return new Stretches(
			pool,
			order.map(at => starts[at] ?? 0),
			order.map(at => ends[at] ?? 0),
		);
	}

	/** The numbers of the stretches, sorted by their code units; equal ones stay as they are. */
	sorted(): Uint32Array {
		const order = new Uint32Array(this.size);
		if (this.size > mostPacked) {
			for (let at = 0; at < order.length; at++) order[at] = at;
			return order.sort((a, b) => this.compare(a, b, 0));
		}
		// Numbers sort natively: by the first two characters at once, then each run of equal ones by the rest.
		const packed = new Float64Array(this.size);
		for (let at = 0; at < packed.length; at++) packed[at] = this.head(at) * mostPacked + at;
		packed.sort();
		let from = 0;
		let head = -1;
		for (let at = 0; at < packed.length; at++) {
			const key = packed[at] ?? 0;
			order[at] = key % mostPacked;
			const own = Math.floor(key / mostPacked);
			if (own === head) continue;
			this.sortByRest(order.subarray(from, at));
			[from, head] = [at, own];
		}
		this.sortByRest(order.subarray(from));
		return order;
	}

	/** Sorts stretches that begin with the same two code units. */
	private sortByRest(numbers: Uint32Array): void {
		if (numbers.length > 1) numbers.sort((a, b) => this.compare(a, b, 2));
	}

	/** The first two code units as one number. */
	private head(at: number): number {
		return this.code(at, 0) * 65536 + this.code(at, 1);
	}

	private code(at: number, offset: number): number {
		return offset < this.length(at) ? this.pool.charCodeAt((this.starts[at] ?? 0) + offset) : 0;
	}

	/** The order of two stretches that are the same before `from`. */
	private compare(a: number, b: number, from: number): number {
		const [startOfA, startOfB] = [this.starts[a] ?? 0, this.starts[b] ?? 0];
		const [lengthOfA, lengthOfB] = [this.length(a), this.length(b)];
		for (let offset = from; offset < lengthOfA && offset < lengthOfB; offset++) {
			const difference = this.pool.charCodeAt(startOfA + offset) - this.pool.charCodeAt(startOfB + offset);
			if (difference !== 0) return difference;
		}
		return lengthOfA - lengthOfB || a - b;
	}

	/** The order of a stretch against a beginning: 0 if it begins so. */
	compareTo(at: number, key: string): number {
		const start = this.starts[at] ?? 0;
		const length = this.length(at);
		for (let offset = 0; offset < key.length; offset++) {
			if (offset >= length) return -1;
			const difference = this.pool.charCodeAt(start + offset) - key.charCodeAt(offset);
			if (difference !== 0) return difference;
		}
		return 0;
	}
}

/** Keys in the order of their code units. */
export class KeyIndex {
	private constructor(
		private readonly keys: Stretches,
		private readonly items: Uint32Array,
	) {}

	/** The index of these entries; equal keys may repeat, empty ones are dropped. */
	static of(entries: readonly KeyEntry[]): KeyIndex {
		const kept = entries.filter(entry => entry.key !== '');
		const starts = new Uint32Array(kept.length);
		const ends = new Uint32Array(kept.length);
		let length = 0;
		kept.forEach(({ key }, at) => {
			starts[at] = length;
			length += key.length;
			ends[at] = length;
		});
		const keys = Stretches.of(kept.map(entry => entry.key).join(''), starts, ends);
		return KeyIndex.sorted(
			keys,
			kept.map(entry => entry.item),
		);
	}

	/**
	 * The index of what each text holds after its start: a key for every offset from 1 at which `isStart` says one may
	 * begin, reaching to the end of the text and at least `least` code units long. The item is the place of the text in
	 * the list; the offset is the length of the text less that of the key.
	 */
	static inner(
		texts: readonly string[],
		least: number,
		isStart: (text: string, at: number) => boolean = () => true,
	): KeyIndex {
		const starts: number[] = [];
		const ends: number[] = [];
		const items: number[] = [];
		let length = 0;
		texts.forEach((text, item) => {
			for (let at = 1; at + least <= text.length; at++) {
				if (!isStart(text, at)) continue;
				starts.push(length + at);
				ends.push(length + text.length);
				items.push(item);
			}
			length += text.length;
		});
		return KeyIndex.sorted(Stretches.of(texts.join(''), starts, ends), items);
	}

	private static sorted(keys: Stretches, items: readonly number[]): KeyIndex {
		const order = keys.sorted();
		return new KeyIndex(
			keys.inOrder(order),
			order.map(at => items[at] ?? 0),
		);
	}

	/** How many keys there are. */
	get size(): number {
		return this.keys.size;
	}

	/** Length of the longest key, in code units. */
	get longest(): number {
		let longest = 0;
		for (let at = 0; at < this.size; at++) longest = Math.max(longest, this.keyLength(at));
		return longest;
	}

	/** Where the keys stand that begin with `key`; in time that grows with the logarithm of the size. */
	range(key: string): KeyRange {
		const from = lowerBound(0, this.size, at => this.keys.compareTo(at, key) < 0);
		return { from, to: lowerBound(from, this.size, at => this.keys.compareTo(at, key) <= 0) };
	}

	/** What the key at a position stands for. */
	item(position: number): number {
		return this.items[position] ?? 0;
	}

	/** Length of the key at a position, in code units. */
	keyLength(position: number): number {
		return this.keys.length(position);
	}

	/** The items of at most `limit` keys that begin with `key`, in the order of the keys, each item once. */
	prefix(key: string, limit: number): number[] {
		const { from, to } = this.range(key);
		const items = new Set<number>();
		for (let at = from; at < to && items.size < limit; at++) items.add(this.item(at));
		return [...items];
	}
}
