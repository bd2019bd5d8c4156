// Which terms stand where in a text, in any script and width.
import type { Corpus } from '../corpus/corpus';
import { buildAutomaton, type TermAutomaton } from '../text/automaton';

/** A term in a text; UTF-16 code units, half-open. `record` is the term's place in `corpus.terms`. */
export interface TermSpan {
	readonly start: number;
	readonly end: number;
	readonly record: number;
}

/**
 * Finds the terms of a corpus, not across words: their own forms, aliases and English names are one automaton, built
 * when the spotter is.
 */
export class Spotter {
	readonly automaton: TermAutomaton;
	/** The record of each pattern of the automaton. */
	readonly owner: readonly number[];

	constructor(corpus: Corpus) {
		const patterns: string[] = [];
		const owner: number[] = [];
		corpus.terms.forEach((term, record) => {
			for (const form of [term.term, ...(term.aliases ?? [])]) {
				if (form.length < 2) continue; // one character stands everywhere
				patterns.push(form);
				owner.push(record);
			}
		});
		this.automaton = buildAutomaton(patterns, corpus.stands);
		this.owner = owner;
	}

	/** The longest terms from left to right, none overlapping another. */
	longest(text: string): TermSpan[] {
		return this.automaton.longest(text).map(m => this.span(m));
	}

	/** Every term, nested ones too. */
	all(text: string): TermSpan[] {
		return this.automaton.all(text).map(m => this.span(m));
	}

	/** Every term over the code unit at an offset, the longest first; reads only around the offset. */
	at(text: string, offset: number): TermSpan[] {
		return this.automaton.covering(text, offset).map(m => this.span(m));
	}

	private span(m: { start: number; end: number; pattern: number }): TermSpan {
		return { start: m.start, end: m.end, record: this.owner[m.pattern] ?? -1 };
	}
}
