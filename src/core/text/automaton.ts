// Answers which of many terms stand where in a text, in one pass that folds as it goes.

import { fold, foldTable } from './fold';
import { buildTrie, type Trie } from './trie';
import { isWordCode } from './spacedScripts';

/** An occurrence: UTF-16 offsets into the text as given, half-open, and the index of the pattern. */
export interface TermMatch {
	readonly start: number;
	readonly end: number;
	readonly pattern: number;
}

/** Whether what reads like a pattern stands by itself at a place of a text (half-open), rather than across words. */
export type StandsAt = (text: string, start: number, end: number) => boolean;

/** Called for each occurrence, see {@link TermMatch}. */
export type MatchVisitor = (start: number, end: number, pattern: number) => void;

/** Whether a match cuts no word of letters in two: AI does not stand in MAIL, nor 5G in 15G. Han has no such border. */
function isBounded(text: string, start: number, end: number): boolean {
	if (start > 0 && isWordCode(text.charCodeAt(start)) && isWordCode(text.charCodeAt(start - 1))) return false;
	return end >= text.length || !isWordCode(text.charCodeAt(end - 1)) || !isWordCode(text.charCodeAt(end));
}

/**
 * Finds patterns in text that is not folded. Patterns that fold to the same string answer with the index of the first.
 */
export class TermAutomaton {
	/** `stands`: whether what reads like a pattern is one there. */
	constructor(
		private readonly trie: Trie,
		private readonly stands?: StandsAt,
	) {}

	/** Visits the longest patterns from left to right, none overlapping another. */
	// eslint-disable-next-line complexity -- `descend` written out: calls cost whole documents a quarter more
	visitLongest(text: string, visit: MatchVisitor): void {
		const { classes, unknown, bases, marks, nodes, ends, tails, singles } = this.trie;
		const hasSingles = singles.length > 0;
		const size = text.length;
		let start = 0;
		let ahead = size > 0 ? (classes[text.charCodeAt(0)] ?? unknown) : unknown;
		while (start < size) {
			const first = ahead;
			let at = start + 1;
			ahead = at < size ? (classes[text.charCodeAt(at)] ?? unknown) : unknown;
			let cell = (bases[first] ?? 0) + ahead;
			let end = 0;
			let pattern = 0;
			const single = hasSingles ? (singles[first] ?? 0) : 0;
			if (single > 0 && this.isAt(text, start, at)) {
				end = at;
				pattern = single - 1;
			}
			if (marks[cell] === ahead) {
				at++;
				for (;;) {
					const node = nodes[cell] ?? 0;
					if (node < 0) {
						let tail = -1 - node;
						const stop = at + (tails[tail] ?? 0);
						if (stop > size) break;
						const found = (tails[tail + 1] ?? 0) | ((tails[tail + 2] ?? 0) << 16);
						tail += 3;
						while (at < stop && classes[text.charCodeAt(at)] === tails[tail]) {
							at++;
							tail++;
						}
						if (at === stop && this.isAt(text, start, at)) {
							end = at;
							pattern = found;
						}
						break;
					}
					if ((node & 1) === 1 && this.isAt(text, start, at)) {
						end = at;
						pattern = ends[cell] ?? 0;
					}
					if (at >= size) break;
					const next = classes[text.charCodeAt(at)] ?? unknown;
					cell = (node >> 1) + next;
					if (marks[cell] !== next) break;
					at++;
				}
			}
			if (end === 0) {
				start++;
			} else {
				visit(start, end, pattern);
				start = end;
				ahead = start < size ? (classes[text.charCodeAt(start)] ?? unknown) : unknown;
			}
		}
	}

	/** The longest patterns from left to right, none overlapping another. */
	longest(text: string): TermMatch[] {
		const found: TermMatch[] = [];
		this.visitLongest(text, (start, end, pattern) => found.push({ start, end, pattern }));
		return found;
	}

	/** Every occurrence, nested and overlapping ones too, by start and then by length. */
	all(text: string): TermMatch[] {
		const found: TermMatch[] = [];
		const add: MatchVisitor = (start, end, pattern) => found.push({ start, end, pattern });
		for (let start = 0; start < text.length; start++) this.visitFrom(text, start, add);
		return found;
	}

	/**
	 * Every occurrence over the code unit at an offset (start ≤ offset < end), the longest first. Reads only around the
	 * offset.
	 */
	covering(text: string, offset: number): TermMatch[] {
		const found: TermMatch[] = [];
		if (offset < 0 || offset >= text.length) return found;
		const add: MatchVisitor = (start, end, pattern) => {
			if (end > offset) found.push({ start, end, pattern });
		};
		for (let start = Math.max(0, offset - this.trie.longest + 1); start <= offset; start++)
			this.visitFrom(text, start, add);
		return found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
	}

	private isAt(text: string, start: number, end: number): boolean {
		return isBounded(text, start, end) && (this.stands === undefined || this.stands(text, start, end));
	}

	/** Visits the patterns that begin at one offset, the shortest first. */
	private visitFrom(text: string, start: number, visit: MatchVisitor): void {
		const { classes, unknown, bases, marks } = this.trie;
		const first = classes[text.charCodeAt(start)] ?? unknown;
		if (this.trie.singles.length > 0) this.visitSingle(text, start, first, visit);
		if (start + 1 >= text.length) return;
		const second = classes[text.charCodeAt(start + 1)] ?? unknown;
		const cell = (bases[first] ?? 0) + second;
		if (marks[cell] === second) this.descend(text, start, cell, visit);
	}

	/** Visits the pattern that is the one character at an offset, of this class, if there is one. */
	private visitSingle(text: string, start: number, first: number, visit: MatchVisitor): void {
		const single = this.trie.singles[first] ?? 0;
		if (single > 0 && this.isAt(text, start, start + 1)) visit(start, start + 1, single - 1);
	}

	/** Visits the patterns of two characters and more that begin at an offset; `cell` is where its first two lead. */
	private descend(text: string, start: number, cell: number, visit: MatchVisitor): void {
		const { classes, unknown, marks, nodes, ends } = this.trie;
		const size = text.length;
		let here = cell;
		for (let at = start + 2; ; at++) {
			const node = nodes[here] ?? 0;
			if (node < 0) {
				this.visitTail(text, start, at, -1 - node, visit);
				return;
			}
			if ((node & 1) === 1 && this.isAt(text, start, at)) visit(start, at, ends[here] ?? 0);
			if (at >= size) return;
			const next = classes[text.charCodeAt(at)] ?? unknown;
			here = (node >> 1) + next;
			if (marks[here] !== next) return;
		}
	}

	/** Visits the one pattern that goes on from `at`, if all that is left of it stands there; see {@link Trie.tails}. */
	private visitTail(text: string, start: number, at: number, tail: number, visit: MatchVisitor): void {
		const { classes, tails } = this.trie;
		const end = at + (tails[tail] ?? 0);
		if (end > text.length) return;
		let left = tail + 3;
		for (let same = at; same < end; same++) if (classes[text.charCodeAt(same)] !== tails[left++]) return;
		if (this.isAt(text, start, end)) visit(start, end, (tails[tail + 1] ?? 0) | ((tails[tail + 2] ?? 0) << 16));
	}
}

/** Code units that are half of a character: a pattern that begins or ends inside one would match inside others. */
function isTorn(pattern: string): boolean {
	const first = pattern.charCodeAt(0);
	const last = pattern.charCodeAt(pattern.length - 1);
	return (first >= 0xdc00 && first <= 0xdfff) || (last >= 0xd800 && last <= 0xdbff);
}

/**
 * The automaton of these patterns, folded here. Empty patterns and those cut inside a character never match, nor those
 * that do not stand by themselves where somebody can tell.
 */
export function buildAutomaton(patterns: readonly string[], stands?: StandsAt): TermAutomaton {
	const folded = patterns.map(pattern => (isTorn(pattern) ? '' : fold(pattern)));
	return new TermAutomaton(buildTrie(folded, foldTable()), stands);
}
