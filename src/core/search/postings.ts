// Answers which texts of a segment hold a pair of characters: sorted gram keys, offsets, 16-bit postings.
// Must not know what the texts are, how they are ranked or how queries look.

/** Most texts a segment may have: their numbers fit into 16 bits. */
export const segmentSize = 65536;

/** Two code units as one key; `second` 0: the end of the text. */
export function gram(first: number, second: number): number {
	return ((first << 16) | second) >>> 0;
}

const none = new Uint16Array(0);

/** A hash table from gram to a running number, open addressing. */
class GramNumbers {
	keys = new Uint32Array(1024);
	count = 0;
	private slots = new Int32Array(4096);
	private mask = 4095;

	private slotOf(key: number): number {
		let slot = (Math.imul(key, 0x9e3779b1) >>> 11) & this.mask;
		for (;;) {
			const number = this.slots[slot]!;
			if (number === 0 || this.keys[number - 1] === key) return slot;
			slot = (slot + 1) & this.mask;
		}
	}

	of(key: number): number {
		const slot = this.slotOf(key);
		const known = this.slots[slot]!;
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

	private spread(): void {
		this.slots = new Int32Array(this.slots.length * 4);
		this.mask = this.slots.length - 1;
		for (let number = 0; number < this.count; number++) this.slots[this.slotOf(this.keys[number]!)] = number + 1;
	}
}

/** Which texts of a segment hold which pairs of characters. Numbers of texts are counted from the start of the segment. */
export class Postings {
	private constructor(
		private readonly keys: Uint32Array,
		private readonly offsets: Uint32Array,
		private readonly texts: Uint16Array,
	) {}

	/**
	 * Pairs at a distance of 1 (neighbours, and the last character with the end, so that every character begins a pair) or 2 (one
	 * character between them). At most {@link segmentSize} texts.
	 */
	static of(texts: readonly string[], distance: 1 | 2): Postings {
		const numbers = new GramNumbers();
		let size = 0;
		for (const text of texts) size += Math.max(0, text.length + 1 - distance);
		// Once through the texts: each pair's number, where it is new in its text; a second time through the numbers alone.
		const stream = new Uint32Array(size);
		const ends = new Uint32Array(texts.length);
		let counts = new Uint32Array(1024);
		let seen = new Int32Array(1024);
		let filled = 0;
		texts.forEach((text, at) => {
			const last = text.length - distance;
			for (let from = 0; from <= last; from++) {
				const second = distance === 1 && from === last ? 0 : text.charCodeAt(from + distance);
				const number = numbers.of(gram(text.charCodeAt(from), second));
				if (number >= counts.length) {
					const wideCounts = new Uint32Array(number * 2);
					const wideSeen = new Int32Array(number * 2);
					wideCounts.set(counts);
					wideSeen.set(seen);
					counts = wideCounts;
					seen = wideSeen;
				}
				if (seen[number] === at + 1) continue;
				seen[number] = at + 1;
				counts[number]!++;
				stream[filled++] = number;
			}
			ends[at] = filled;
		});

		const keys = numbers.keys.slice(0, numbers.count).sort();
		const offsets = new Uint32Array(keys.length + 1);
		const next = new Uint32Array(keys.length);
		keys.forEach((key, at) => {
			const number = numbers.of(key);
			next[number] = offsets[at]!;
			offsets[at + 1] = offsets[at]! + counts[number]!;
		});
		const postings = new Uint16Array(filled);
		let at = 0;
		ends.forEach((end, text) => {
			for (; at < end; at++) postings[next[stream[at]!]!++] = text;
		});
		return new Postings(keys, offsets, postings);
	}

	/** The texts that hold a pair, in ascending order. */
	of(key: number): Uint16Array {
		const at = this.bound(key);
		return this.keys[at] === key ? this.texts.subarray(this.offsets[at]!, this.offsets[at + 1]!) : none;
	}

	/** For every pair that begins with a code unit its texts. */
	beginningWith(first: number): Uint16Array[] {
		const found: Uint16Array[] = [];
		const low = gram(first, 0);
		const high = gram(first, 0xffff);
		for (let at = this.bound(low); at < this.keys.length && this.keys[at]! <= high; at++) {
			found.push(this.texts.subarray(this.offsets[at]!, this.offsets[at + 1]!));
		}
		return found;
	}

	private bound(key: number): number {
		let low = 0;
		let high = this.keys.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.keys[middle]! < key) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
