// Answers which keys begin with a given string, by binary search over one sorted row of keys.

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

/**
 * Keys in order of their code units. A key is a stretch of one pool, so that a million of them are not a million
 * strings.
 */
export class KeyIndex {
	private constructor(
		private readonly pool: string,
		private readonly starts: Uint32Array,
		private readonly ends: Uint32Array,
		private readonly items: Uint32Array,
	) {}

	/** The index of these entries; equal keys may repeat, empty ones are dropped. */
	static of(entries: readonly KeyEntry[]): KeyIndex {
		const kept = entries.filter(entry => entry.key !== '');
		const starts = new Uint32Array(kept.length);
		const ends = new Uint32Array(kept.length);
		const items = new Uint32Array(kept.length);
		let length = 0;
		kept.forEach((entry, at) => {
			starts[at] = length;
			length += entry.key.length;
			ends[at] = length;
			items[at] = entry.item;
		});
		return KeyIndex.sorted(kept.map(entry => entry.key).join(''), starts, ends, items);
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
		return KeyIndex.sorted(texts.join(''), Uint32Array.from(starts), Uint32Array.from(ends), Uint32Array.from(items));
	}

	private static sorted(pool: string, starts: Uint32Array, ends: Uint32Array, items: Uint32Array): KeyIndex {
		const code = (at: number, offset: number): number =>
			starts[at]! + offset < ends[at]! ? pool.charCodeAt(starts[at]! + offset) : 0;
		const compare = (a: number, b: number, from: number): number => {
			const lengthA = ends[a]! - starts[a]!;
			const lengthB = ends[b]! - starts[b]!;
			for (let offset = from; offset < lengthA && offset < lengthB; offset++) {
				const difference = pool.charCodeAt(starts[a]! + offset) - pool.charCodeAt(starts[b]! + offset);
				if (difference !== 0) return difference;
			}
			return lengthA - lengthB || a - b;
		};
		const count = starts.length;
		const order = new Uint32Array(count);
		if (count > mostPacked) {
			for (let at = 0; at < count; at++) order[at] = at;
			order.sort((a, b) => compare(a, b, 0));
		} else {
			// Numbers sort natively: by the first two characters at once, then each run of equal ones by the rest.
			const packed = new Float64Array(count);
			for (let at = 0; at < count; at++) packed[at] = (code(at, 0) * 65536 + code(at, 1)) * mostPacked + at;
			packed.sort();
			for (let at = 0; at < count; at++) order[at] = packed[at]! % mostPacked;
			for (let from = 0; from < count;) {
				const head = Math.floor(packed[from]! / mostPacked);
				let to = from + 1;
				while (to < count && Math.floor(packed[to]! / mostPacked) === head) to++;
				if (to - from > 1) order.subarray(from, to).sort((a, b) => compare(a, b, 2));
				from = to;
			}
		}
		return new KeyIndex(
			pool,
			order.map(at => starts[at]!),
			order.map(at => ends[at]!),
			order.map(at => items[at]!),
		);
	}

	/** How many keys there are. */
	get size(): number {
		return this.starts.length;
	}

	/** Length of the longest key, in code units. */
	get longest(): number {
		let longest = 0;
		for (let at = 0; at < this.size; at++) longest = Math.max(longest, this.keyLength(at));
		return longest;
	}

	/** Where the keys stand that begin with `key`; in time that grows with the logarithm of the size. */
	range(key: string): KeyRange {
		const from = this.bound(key, false);
		return { from, to: this.bound(key, true, from) };
	}

	/**
	 * First position from `low` whose key is not less than `key`, or, with `after`, is greater and does not begin with
	 * it.
	 */
	private bound(key: string, after: boolean, low = 0): number {
		let high = this.size;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const order = this.compareTo(middle, key);
			if (order < 0 || (after && order === 0)) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** Order of the key at a position against a beginning: 0 if it begins so. */
	private compareTo(position: number, key: string): number {
		const start = this.starts[position]!;
		const length = this.ends[position]! - start;
		for (let at = 0; at < key.length; at++) {
			if (at >= length) return -1;
			const difference = this.pool.charCodeAt(start + at) - key.charCodeAt(at);
			if (difference !== 0) return difference;
		}
		return 0;
	}

	/** What the key at a position stands for. */
	item(position: number): number {
		return this.items[position]!;
	}

	/** Length of the key at a position, in code units. */
	keyLength(position: number): number {
		return this.ends[position]! - this.starts[position]!;
	}

	/** The items of at most `limit` keys that begin with `key`, in the order of the keys, each item once. */
	prefix(key: string, limit: number): number[] {
		const { from, to } = this.range(key);
		const items = new Set<number>();
		for (let at = from; at < to && items.size < limit; at++) items.add(this.items[at]!);
		return [...items];
	}
}
