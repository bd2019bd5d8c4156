// The letters of texts, folded and without marks, as everything here compares them; those of a document are kept.

import { compact } from '../../text/compact';
import { fold } from '../../text/fold';
import type { Steps } from '../steps';

/** So many characters are folded in a step: about a millisecond. */
const atOnce = 30_000;

/** Letters and digits of a text, folded. */
export function normalizedText(text: string): string {
	return compact(fold(text)).text;
}

/**
 * The letters of documents: one that has not changed, by its list of paragraphs, is not folded again for another
 * corpus.
 */
export class NormalizedTexts {
	private readonly known = new WeakMap<readonly string[], readonly string[]>();

	/** The letters of each paragraph. */
	*of(paragraphs: readonly string[]): Steps<readonly string[]> {
		const before = this.known.get(paragraphs);
		if (before) return before;
		const letters: string[] = [];
		let done = 0;
		for (const text of paragraphs) {
			let own = '';
			for (let from = 0; from < text.length;) {
				let end = Math.min(text.length, from + atOnce);
				if (end < text.length && isHigh(text.charCodeAt(end - 1))) end--; // a character of two units stays whole
				own += normalizedText(text.slice(from, end));
				done += end - from;
				from = end;
				if (done >= atOnce) {
					done = 0;
					yield;
				}
			}
			letters.push(own);
		}
		this.known.set(paragraphs, letters);
		return letters;
	}
}

function isHigh(code: number): boolean {
	return code >= 0xd800 && code <= 0xdbff;
}
