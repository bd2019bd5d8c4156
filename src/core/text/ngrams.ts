// How often strings of a few characters (n-grams) stand in texts: counted once, looked up in a microsecond.

import { fold } from './fold';

/** Characters of the longest n-gram: four before a character and the character itself. */
export const order = 5;
/** So many n-grams are counted from their first use on; when there are more, longer ones only once they recur. */
const roomy = 250_000;
/** Never more than that: some 20 MB. */
const gramLimit = 800_000;
const first = 1024;

/**
 * A trie of n-grams in flat memory, each with its count; some twenty bytes an n-gram. Of Han only: whatever else
 * stands in a text ends an n-gram.
 */
export class NgramCounts {
	/** How many different n-grams there are; their numbers go from 1, and 0 is the empty one all begin with. */
	size = 0;
	private parents = new Int32Array(first);
	private codes = new Uint16Array(first);
	private counts = new Int32Array(first);
	private slots = new Int32Array(first * 2);

	/** Counts every n-gram of a text, as if it stood somewhere so many times. */
	add(text: string, times = 1): void {
		const folded = fold(text);
		for (let start = 0; start < folded.length; start++) this.addFrom(folded, start, times);
	}

	/** How often a folded n-gram stands in the texts; 0 also for one longer than `order`. */
	count(ngram: string): number {
		if (ngram.length > order) return 0;
		let node = 0;
		for (let at = 0; at < ngram.length; at++) {
			node = this.find(node, ngram.charCodeAt(at));
			if (node < 0) return 0;
		}
		return this.counts[node] ?? 0;
	}

	/** Adds to the count of the n-gram that is another, by its number, and one code unit more; answers its number. */
	put(parent: number, code: number, by: number): number {
		const known = this.find(parent, code);
		const node = known < 0 ? this.insert(parent, code) : known;
		this.counts[node] = (this.counts[node] ?? 0) + by;
		return node;
	}

	/** An n-gram by its number: that of the one without its last code unit, the unit, the count. */
	at(number: number): { readonly parent: number; readonly code: number; readonly count: number } {
		return {
			parent: this.parents[number] ?? 0,
			code: this.codes[number] ?? 0,
			count: this.counts[number] ?? 0,
		};
	}

	private addFrom(text: string, start: number, times: number): void {
		let node = 0;
		for (let at = start; at < text.length && at < start + order; at++) {
			const code = text.charCodeAt(at);
			if (!isHan(code)) return;
			const known = this.find(node, code);
			if (known < 0 && this.size >= gramLimit) return;
			node = this.put(node, code, times);
			if (known < 0 && this.size > roomy) return;
		}
	}

	/** The number of an n-gram and one code unit more; -1 where it was not counted. */
	private find(parent: number, code: number): number {
		const mask = this.slots.length - 1;
		let slot = hash(parent, code) & mask;
		for (let node = this.slots[slot] ?? 0; node !== 0; node = this.slots[slot] ?? 0) {
			if (this.parents[node] === parent && this.codes[node] === code) return node;
			slot = (slot + 1) & mask;
		}
		return -1;
	}

	private insert(parent: number, code: number): number {
		if (this.size + 1 === this.parents.length) this.grow();
		const node = ++this.size;
		this.parents[node] = parent;
		this.codes[node] = code;
		this.place(node);
		return node;
	}

	private place(node: number): void {
		const mask = this.slots.length - 1;
		let slot = hash(this.parents[node] ?? 0, this.codes[node] ?? 0) & mask;
		while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
		this.slots[slot] = node;
	}

	private grow(): void {
		const length = this.parents.length * 2;
		const parents = new Int32Array(length);
		parents.set(this.parents);
		this.parents = parents;
		const codes = new Uint16Array(length);
		codes.set(this.codes);
		this.codes = codes;
		const counts = new Int32Array(length);
		counts.set(this.counts);
		this.counts = counts;
		this.slots = new Int32Array(length * 2);
		for (let node = 1; node <= this.size; node++) this.place(node);
	}
}

function isHan(code: number): boolean {
	return code >= 0x3400 && code <= 0x9fff;
}

function hash(parent: number, code: number): number {
	let mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
	return mixed ^ (mixed >>> 13);
}
