// Whether what is written ends within a word, by the texts of the corpus: 高质量发|展 does, 高质量|发展 does not.
import type { Corpus } from '../corpus/corpus';
import { KeyIndex } from '../search/sortedKeys';
import { fold } from '../text/fold';

/** So much text tells; more of it would tell the same and cost the first key. */
const enough = 200_000;

/** What stands beside what in a sample of the corpus's texts; a question is a search in sorted keys. */
export class Continuations {
	private readonly keys: readonly KeyIndex[];

	constructor(corpus: Corpus) {
		const texts: string[] = [];
		let read = 0;
		const add = (text: string): void => {
			if ((read += text.length) <= enough) texts.push(fold(text));
		};
		for (const { text } of [...corpus.citations, ...corpus.formulations]) add(text);
		for (const { term } of corpus.terms) add(term);
		this.keys = [KeyIndex.of(texts.map((key, item) => ({ key, item }))), KeyIndex.inner(texts, 2)];
	}

	/**
	 * Whether a cut falls within a word: the characters on both sides of it go together more often than the two before it
	 * do, as only the two halves of a word can. `typed`, two characters at least, and `next`, one, are folded.
	 */
	cutsWord(typed: string, next: string): boolean {
		return this.count(typed.slice(-1) + next) > this.count(typed.slice(-2));
	}

	private count(text: string): number {
		return this.keys.reduce((sum, index) => {
			const { from, to } = index.range(text);
			return sum + to - from;
		}, 0);
	}
}
