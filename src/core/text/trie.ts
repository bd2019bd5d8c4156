// Answers, as flat tables, which strings begin where: a double-array trie over classes of characters, single tails
// kept apart.

import { Cells } from './doubleArray';
import { compareCodeUnits } from './order';

/**
 * A trie in typed arrays, made for scanning: the first two characters are one look-up, `marks[rows[a] + b] === b`. A
 * node's children stand at its base + their class; a cell with the right mark is the child. What `nodes` says of a
 * cell: ≥ 0: twice the base of its children, plus 1 if a string ends here (its number is in `ends`); < 0: −1 − index
 * into `tails`, where the one string that goes on from here is: how many classes are left, its number (low and high
 * half), the classes.
 */
export interface Trie {
	/** Class of each code unit; those that stand in no string share the class `unknown`, which has no cell. */
	readonly classes: Uint16Array;
	readonly unknown: number;
	/** For each class the base of the strings that begin with it; a base without children if there are none. */
	readonly bases: Int32Array;
	readonly marks: Uint16Array;
	readonly nodes: Int32Array;
	readonly ends: Int32Array;
	readonly tails: Uint16Array;
	/**
	 * For each class 1 + the number of the string that is this one character, 0: none. Empty if no string is so short.
	 */
	readonly singles: Int32Array;
	/** Length of the longest string, in code units. */
	readonly longest: number;
}

/** Code units there are. */
const codeUnits = 65536;

/** Classes by frequency: frequent characters get neighbouring cells. Class 0 is nobody's. */
function numberClasses(strings: readonly string[]): { classOf: Uint16Array; unknown: number } {
	const counts = new Uint32Array(codeUnits);
	const codes: number[] = [];
	for (const string of strings) {
		for (let at = 0; at < string.length; at++) {
			const code = string.charCodeAt(at);
			const count = counts[code] ?? 0;
			if (count === 0) codes.push(code);
			counts[code] = count + 1;
		}
	}
	const frequent = codes.map(code => ({ code, count: counts[code] ?? 0 }));
	frequent.sort((a, b) => b.count - a.count || a.code - b.code);
	const unknown = frequent.length + 1;
	const classOf = new Uint16Array(codeUnits).fill(unknown);
	frequent.forEach(({ code }, at) => {
		classOf[code] = at + 1;
	});
	return { classOf, unknown };
}

/** A string and its number in the list that was given. */
interface Entry {
	readonly text: string;
	readonly number: number;
}

/** The strings that are looked for: sorted, each once, none empty. */
function entriesOf(strings: readonly string[]): Entry[] {
	return strings
		.map((text, number): Entry => ({ text, number }))
		.filter(({ text }) => text !== '')
		.sort((a, b) => compareCodeUnits(a.text, b.text) || a.number - b.number)
		.filter(({ text }, at, sorted) => text !== sorted[at - 1]?.text);
}

/** The strings of a node that go on with the same character, sorted; `first` of them is the shortest. */
interface Child {
	readonly letter: number;
	readonly first: Entry;
	readonly entries: Entry[];
}

/** The strings that share their first characters and go on; `cell` is their node. */
interface Node {
	readonly cell: number;
	readonly children: readonly Child[];
}

/** Puts a trie together, level by level. */
class TrieBuilder {
	private readonly cells: Cells;
	private nodes: Int32Array;
	private ends: Int32Array;
	/** See {@link Trie.bases}. */
	private readonly bases: Int32Array;
	private readonly singles: Int32Array;
	private readonly tails: number[] = [];
	private hasSingles = false;
	private longest = 0;

	constructor(
		private readonly classOf: Uint16Array,
		private readonly unknown: number,
		size: number,
	) {
		this.cells = new Cells(unknown + size * 2);
		this.nodes = new Int32Array(this.cells.marks.length);
		this.ends = new Int32Array(this.cells.marks.length);
		this.bases = new Int32Array(unknown + 1);
		this.singles = new Int32Array(unknown + 1);
	}

	/** Takes all strings in. */
	add(entries: readonly Entry[]): void {
		let level = this.firstLevel(entries);
		for (let depth = 1; level.length > 0; depth++) {
			// Nodes with many children first: they are the hardest to fit in, and the busiest.
			level.sort((a, b) => b.children.length - a.children.length);
			const below: Node[] = [];
			for (const node of level) this.placeNode(node, depth, below);
			level = below;
		}
	}

	private classAt(text: string, at: number): number {
		return this.classOf[text.charCodeAt(at)] ?? this.unknown;
	}

	/** The node of sorted strings that share their first `depth` characters. */
	private nodeOf(entries: readonly Entry[], depth: number, cell: number): Node {
		const children: Child[] = [];
		let last: Child | undefined;
		for (const entry of entries) {
			const letter = this.classAt(entry.text, depth);
			if (last?.letter === letter) {
				last.entries.push(entry);
			} else {
				last = { letter, first: entry, entries: [entry] };
				children.push(last);
			}
		}
		return { cell, children };
	}

	/** Strings of one character are no nodes; the others begin a row, whose `cell` is −1 − the class they begin with. */
	private firstLevel(entries: readonly Entry[]): Node[] {
		const level: Node[] = [];
		for (const { letter, first, entries: same } of this.nodeOf(entries, 0, -1).children) {
			let rest = same;
			this.longest = Math.max(this.longest, first.text.length);
			if (first.text.length === 1) {
				this.singles[letter] = first.number + 1;
				this.hasSingles = true;
				rest = same.slice(1);
			}
			if (rest.length > 0) level.push(this.nodeOf(rest, 1, -1 - letter));
		}
		return level;
	}

	/** Finds room for the children of a node at a depth; those that branch again are added to those `below`. */
	private placeNode({ cell, children }: Node, depth: number, below: Node[]): void {
		const base = this.cells.place(children.map(child => child.letter));
		this.widen();
		if (cell < 0) this.bases[-1 - cell] = base;
		else this.nodes[cell] = (this.nodes[cell] ?? 0) + base * 2;
		for (const { letter, first, entries } of children) {
			const own = base + letter;
			this.longest = Math.max(this.longest, first.text.length);
			if (entries.length === 1) {
				this.nodes[own] = -1 - this.tails.length;
				this.addTail(first, depth + 1);
				continue;
			}
			const stops = first.text.length === depth + 1;
			this.nodes[own] = stops ? 1 : 0;
			if (stops) this.ends[own] = first.number;
			below.push(this.nodeOf(stops ? entries.slice(1) : entries, depth + 1, own));
		}
	}

	/** What is left of the one string that goes on, see {@link Trie}. */
	private addTail({ text, number }: Entry, from: number): void {
		this.tails.push(text.length - from, number & 0xffff, number >>> 16);
		for (let at = from; at < text.length; at++) this.tails.push(this.classAt(text, at));
	}

	private widen(): void {
		if (this.cells.length <= this.nodes.length) return;
		this.nodes = widened(this.nodes, this.cells.marks.length);
		this.ends = widened(this.ends, this.cells.marks.length);
	}

	/** The finished trie. */
	trie(foldedCode: Uint16Array): Trie {
		// Room behind the last cell, so that no look-up reads outside; there stands the base of the classes that begin
		// nothing.
		const nowhere = this.cells.length;
		const marks = new Uint16Array(nowhere + this.unknown + 1);
		marks.set(this.cells.marks.subarray(0, nowhere));
		return {
			classes: foldedCode.map(code => this.classOf[code] ?? this.unknown),
			unknown: this.unknown,
			bases: this.bases.map(base => (base === 0 ? nowhere : base)),
			marks,
			nodes: this.nodes.slice(0, nowhere),
			ends: this.ends.slice(0, nowhere),
			tails: Uint16Array.from(this.tails),
			singles: this.hasSingles ? this.singles : new Int32Array(0),
			longest: this.longest,
		};
	}
}

function widened(old: Int32Array, length: number): Int32Array {
	const wide = new Int32Array(length);
	wide.set(old);
	return wide;
}

/**
 * The trie of these strings. `foldedCode` gives, for every code unit of a text to be scanned, the code unit to look
 * for, so that folding costs a scan nothing. Empty strings never match; of equal strings the first counts.
 */
export function buildTrie(strings: readonly string[], foldedCode: Uint16Array): Trie {
	const { classOf, unknown } = numberClasses(strings);
	const entries = entriesOf(strings);
	const builder = new TrieBuilder(classOf, unknown, entries.length);
	builder.add(entries);
	return builder.trie(foldedCode);
}
