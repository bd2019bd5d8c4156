// Which terms are meant by the end of a text in which one character was taken for another.

import type { Completion, TermForms, TermHit } from './termHits';
import type { TermKeys } from './termKeys';

/** What is known of characters and words. */
export interface Confusion {
	/** Whether one character may be written for another. */
	readonly isAlike: (a: string, b: string) => boolean;
	/** Whether two characters are a word, or (`common`) one that is often written. */
	readonly isWord: (pair: string, common?: boolean) => boolean;
	/** Whether a character may only say that the sentence goes on. */
	readonly isParticle: (one: string) => boolean;
}

/** Fewer characters may be the beginning of anything. */
const leastWritten = 3;
/** Of so few, what is written must be no word. */
const doubtful = 3;
/** How far before the cursor a term with a slip may begin. */
const longestWritten = 12;

const han = /\p{Script=Han}*$/u;

export class ConfusedTerms {
	constructor(
		private readonly keys: TermKeys,
		private readonly forms: TermForms,
		private readonly confusion: Confusion,
	) {}

	/**
	 * Terms that begin as a text ends, but for one character that sounds or looks like the right one; each with how much
	 * it takes up, at least `least` characters, the longest first. `text` is folded.
	 */
	atEnd(text: string, least: number): Completion[] {
		const found: Completion[] = [];
		const run = han.exec(text.slice(-longestWritten))?.[0].length ?? 0;
		for (let length = run; length >= Math.max(least, leastWritten); length--) {
			const start = text.length - length;
			for (const { at, hit } of this.withOther(text.slice(start)))
				if (this.isSlip(text, start + at, length)) found.push({ hit, matched: length });
		}
		return found;
	}

	/** Whether another character than a form has, in so many written ones, may be a slip rather than meant. */
	private isSlip(text: string, at: number, length: number): boolean {
		if (at === text.length - 1 && this.confusion.isParticle(text.charAt(at))) return false;
		return length > doubtful || !this.isOfWord(text, at, text.length - length);
	}

	/**
	 * Whether a character is part of a word with the one before or behind it; beyond the start of what is written, of a
	 * common one.
	 */
	private isOfWord(text: string, at: number, start: number): boolean {
		const { isWord } = this.confusion;
		return (
			(at > 0 && isWord(text.slice(at - 1, at + 1), at === start)) ||
			(at + 1 < text.length && isWord(text.slice(at, at + 2)))
		);
	}

	/** Forms that begin as is written, but for one character, and where that is: in either half the other one stands. */
	private withOther(written: string): { readonly at: number; readonly hit: TermHit }[] {
		const half = written.length >> 1;
		const numbers = [
			...this.keys.startingWith(written.slice(0, half)),
			...this.keys.holdingAt(written.slice(half), half),
		];
		return numbers.flatMap(number => {
			const form = this.forms.form(number);
			const at = form ? this.otherAt(written, form.text) : -1;
			if (!form || at < 0) return [];
			const score = this.forms.scoreOfSlip(form.term, written.length / form.text.length);
			return [{ at, hit: { term: form.term, form: form.form, how: 'fuzzy', start: 0, score } }];
		});
	}

	/** Where a form has another character than is written, one that is like it and the only one; else -1. */
	private otherAt(written: string, form: string): number {
		let at = 0;
		while (at < written.length && written[at] === form[at]) at++;
		if (at >= written.length || at >= form.length) return -1;
		if (!form.startsWith(written.slice(at + 1), at + 1)) return -1;
		return this.confusion.isAlike(form.charAt(at), written.charAt(at)) ? at : -1;
	}
}
