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
	readonly rows: Int32Array;
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

/** Classes by frequency: frequent characters get neighbouring cells. Class 0 is nobody's. */
function numberClasses(strings: readonly string[]): { classOf: Uint16Array; unknown: number } {
	const counts = new Uint32Array(65536);
	for (const string of strings) for (let at = 0; at < string.length; at++) counts[string.charCodeAt(at)]!++;
	const codes: number[] = [];
	for (let code = 0; code < 65536; code++) if (counts[code]! > 0) codes.push(code);
	codes.sort((a, b) => counts[b]! - counts[a]! || a - b);
	const unknown = codes.length + 1;
	const classOf = new Uint16Array(65536).fill(unknown);
	codes.forEach((code, at) => {
		classOf[code] = at + 1;
	});
	return { classOf, unknown };
}

/**
 * The strings that share their first `depth` characters and go on, as a range of the sorted ones; `cell` is their node.
 */
interface Node {
	readonly from: number;
	readonly to: number;
	readonly cell: number;
	/** Where in the range the next character changes, and its classes. */
	readonly groups: readonly number[];
	readonly children: readonly number[];
}

/**
 * The trie of these strings. `foldedCode` gives, for every code unit of a text to be scanned, the code unit to look
 * for, so that folding costs a scan nothing. Empty strings never match; of equal strings the first counts.
 */
export function buildTrie(strings: readonly string[], foldedCode: Uint16Array): Trie {
	const { classOf, unknown } = numberClasses(strings);
	const order: number[] = [];
	strings.forEach((string, at) => {
		if (string.length > 0) order.push(at);
	});
	order.sort((a, b) => compareCodeUnits(strings[a] ?? '', strings[b] ?? '') || a - b);
	const numbers = order.filter((at, i) => i === 0 || strings[at] !== strings[order[i - 1]!]);
	const sorted = numbers.map(at => strings[at]!);

	const group = (from: number, to: number, depth: number, cell: number): Node => {
		const groups: number[] = [];
		const children: number[] = [];
		for (let at = from; at < to; at++) {
			const child = classOf[sorted[at]!.charCodeAt(depth)]!;
			if (child === children[children.length - 1]) continue;
			groups.push(at);
			children.push(child);
		}
		return { from, to, cell, groups, children };
	};

	const cells = new Cells(unknown + numbers.length * 2);
	let nodes = new Int32Array(cells.marks.length);
	let ends = new Int32Array(cells.marks.length);
	const rows = new Int32Array(unknown + 1);
	const tails: number[] = [];
	const singles = new Int32Array(unknown + 1);
	let hasSingles = false;
	let longest = 0;
	const place = (node: Node): number => {
		const base = cells.place(node.children);
		if (cells.length > nodes.length) {
			const wider = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
				const made = new Int32Array(cells.marks.length);
				made.set(old);
				return made;
			};
			nodes = wider(nodes);
			ends = wider(ends);
		}
		return base;
	};

	// Level by level, nodes with many children first: they are the hardest to fit in, and the busiest.
	let level: Node[] = [];
	const root = group(0, sorted.length, 0, -1);
	root.children.forEach((child, at) => {
		let from = root.groups[at]!;
		const to = root.groups[at + 1] ?? root.to;
		longest = Math.max(longest, sorted[from]!.length);
		if (sorted[from]!.length === 1) {
			singles[child] = numbers[from]! + 1;
			hasSingles = true;
			from++;
		}
		if (from < to) level.push(group(from, to, 1, -1 - child));
	});
	for (let depth = 1; level.length > 0; depth++) {
		level.sort((a, b) => b.children.length - a.children.length);
		const below: Node[] = [];
		for (const node of level) {
			const base = place(node);
			if (node.cell < 0) rows[-1 - node.cell] = base;
			else nodes[node.cell]! += base * 2;
			node.children.forEach((child, at) => {
				const cell = base + child;
				const from = node.groups[at]!;
				const to = node.groups[at + 1] ?? node.to;
				const string = sorted[from]!;
				longest = Math.max(longest, string.length);
				if (to - from === 1) {
					nodes[cell] = -1 - tails.length;
					tails.push(string.length - depth - 1, numbers[from]! & 0xffff, numbers[from]! >>> 16);
					for (let rest = depth + 1; rest < string.length; rest++) tails.push(classOf[string.charCodeAt(rest)]!);
					return;
				}
				const stops = string.length === depth + 1;
				nodes[cell] = stops ? 1 : 0;
				if (stops) ends[cell] = numbers[from]!;
				below.push(group(stops ? from + 1 : from, to, depth + 1, cell));
			});
		}
		level = below;
	}

	// Room behind the last cell, so that no look-up reads outside; there stands the base of the classes that begin
	// nothing.
	const nowhere = cells.length;
	for (let row = 0; row <= unknown; row++) if (rows[row] === 0) rows[row] = nowhere;
	const marks = new Uint16Array(nowhere + unknown + 1);
	marks.set(cells.marks.subarray(0, nowhere));
	const classes = new Uint16Array(65536);
	for (let code = 0; code < 65536; code++) classes[code] = classOf[foldedCode[code]!]!;
	return {
		classes,
		unknown,
		rows,
		marks,
		nodes: nodes.slice(0, nowhere),
		ends: ends.slice(0, nowhere),
		tails: Uint16Array.from(tails),
		singles: hasSingles ? singles : new Int32Array(0),
		longest,
	};
}
