// Counts pairs of whole numbers in flat memory: how often each came, and in how many documents.

const first = 1024;

/** A pair and how often it came. */
export interface CountedPair {
	readonly left: number;
	readonly right: number;
	readonly count: number;
	readonly documents: number;
	/** Where it came first. */
	readonly place: number;
}

/** Pairs in the order they first came; thirty-two bytes a pair, or twice that while it grows. */
export class Pairs {
	/** How many different pairs there are. */
	size = 0;
	private left = new Int32Array(first);
	private right = new Int32Array(first);
	private count = new Int32Array(first);
	private documents = new Int32Array(first);
	private place = new Int32Array(first);
	private last = new Int32Array(first);
	private slots = new Int32Array(first * 2);

	/** Counts a pair and answers its number. */
	add(left: number, right: number, document = 0, place = 0): number {
		const mask = this.slots.length - 1;
		let slot = hash(left, right) & mask;
		for (let at = this.slots[slot] ?? 0; at !== 0; at = this.slots[slot] ?? 0) {
			if (this.left[at - 1] === left && this.right[at - 1] === right) {
				this.seen(at - 1, document);
				return at - 1;
			}
			slot = (slot + 1) & mask;
		}
		if (this.size === this.left.length) {
			this.grow();
			return this.add(left, right, document, place);
		}
		const number = this.size++;
		this.slots[slot] = number + 1;
		this.left[number] = left;
		this.right[number] = right;
		this.place[number] = place;
		this.last[number] = -1;
		this.seen(number, document);
		return number;
	}

	/** A pair by its number. */
	at(number: number): CountedPair {
		return {
			left: this.left[number] ?? 0,
			right: this.right[number] ?? 0,
			count: this.count[number] ?? 0,
			documents: this.documents[number] ?? 0,
			place: this.place[number] ?? 0,
		};
	}

	private seen(number: number, document: number): void {
		this.count[number] = (this.count[number] ?? 0) + 1;
		if (this.last[number] === document) return;
		this.last[number] = document;
		this.documents[number] = (this.documents[number] ?? 0) + 1;
	}

	private grow(): void {
		const length = this.left.length * 2;
		this.left = wider(this.left, length);
		this.right = wider(this.right, length);
		this.count = wider(this.count, length);
		this.documents = wider(this.documents, length);
		this.place = wider(this.place, length);
		this.last = wider(this.last, length);
		this.slots = new Int32Array(length * 2);
		const mask = this.slots.length - 1;
		for (let number = 0; number < this.size; number++) {
			let slot = hash(this.left[number] ?? 0, this.right[number] ?? 0) & mask;
			while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
			this.slots[slot] = number + 1;
		}
	}
}

function hash(left: number, right: number): number {
	let mixed = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
	return mixed ^ (mixed >>> 13);
}

function wider(old: Int32Array, length: number): Int32Array<ArrayBuffer> {
	const made = new Int32Array(length);
	made.set(old);
	return made;
}
