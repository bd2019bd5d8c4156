// N-gram counts as a line of text, small enough to be shipped: the trie, depth first.

import { NgramCounts } from './ngrams';

/**
 * An n-gram is its last character and a letter for its count, then what goes on from it in brackets: `未S(来H(产A))`. A
 * letter is a third of a power of two, A to Z, a to z. Before all stands how often each stands at least.
 */
const steps = 3;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Counts as they were written: what stands there less often than `least` was left out. */
export interface WrittenNgrams {
	readonly counts: NgramCounts;
	readonly least: number;
}

/**
 * As many of the n-grams as a text of so many bytes of UTF-8 holds, the commonest; what is read again has counts that
 * differ by an eighth at most.
 */
export function writeNgrams(counts: NgramCounts, bytes: number): string {
	for (let least = 1; ; least++) {
		const text = `${least} ${written(counts, least)}`;
		// A character of Han takes three.
		if (text.length + 2 * (text.match(/[\u3400-\u9fff]/g)?.length ?? 0) <= bytes) return text;
	}
}

function written(counts: NgramCounts, least: number): string {
	const children = new Map<number, number[]>();
	for (let node = 1; node <= counts.size; node++) {
		const { parent, count } = counts.at(node);
		if (count < least) continue;
		const known = children.get(parent);
		if (known) known.push(node);
		else children.set(parent, [node]);
	}
	const write = (parent: number): string => {
		const own = (children.get(parent) ?? []).map(node => ({ node, ...counts.at(node) }));
		own.sort((a, b) => a.code - b.code);
		return own
			.map(({ node, code, count }) => {
				const inner = write(node);
				return String.fromCharCode(code) + letterOf(count) + (inner === '' ? '' : `(${inner})`);
			})
			.join('');
	};
	return write(0);
}

/** What `writeNgrams` wrote; of a text that is damaged as much as can be read. */
export function readNgrams(text: string): WrittenNgrams {
	const counts = new NgramCounts();
	const above: number[] = [];
	let parent = 0;
	let node = 0;
	for (let at = text.indexOf(' ') + 1; at < text.length; at++) {
		const mark = text.charAt(at);
		if (mark === '(') {
			above.push(parent);
			parent = node;
		} else if (mark === ')') parent = above.pop() ?? 0;
		else {
			node = counts.put(parent, text.charCodeAt(at), countOf(text.charAt(at + 1)));
			at++;
		}
	}
	return { counts, least: Math.max(1, parseInt(text, 10) || 1) };
}

function letterOf(count: number): string {
	return letters.charAt(Math.min(letters.length - 1, Math.round(steps * Math.log2(count))));
}

function countOf(letter: string): number {
	return Math.round(2 ** (Math.max(0, letters.indexOf(letter)) / steps));
}
