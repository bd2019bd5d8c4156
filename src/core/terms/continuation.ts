// How often what is written goes on as it is offered, by the texts of the corpus: 新质 always as 新质生产力, 产业 seldom as
// 产业集群.
import type { Corpus } from '../corpus/corpus';
import { KeyIndex } from '../search/sortedKeys';
import { fold } from '../text/fold';

/** So much text tells; more of it would tell the same and cost the first key. */
const enough = 200_000;

/** What follows what in a sample of the corpus's texts; a question is a search in sorted keys. */
export class Habit {
	private readonly keys: readonly KeyIndex[];

	constructor(corpus: Corpus) {
		const texts: string[] = [];
		let read = 0;
		for (const { text } of [...corpus.citations, ...corpus.formulations]) {
			if ((read += text.length) > enough) break;
			texts.push(fold(text));
		}
		this.keys = [KeyIndex.of(texts.map((key, item) => ({ key, item }))), KeyIndex.inner(texts, 2)];
	}

	/** Share of the places where the corpus writes `typed` (folded) that it goes on with `next`; 1 where it never writes it. */
	share(typed: string, next: string): number {
		const all = this.count(typed);
		return all === 0 ? 1 : this.count(typed + next) / all;
	}

	private count(text: string): number {
		return this.keys.reduce((sum, index) => {
			const { from, to } = index.range(text);
			return sum + to - from;
		}, 0);
	}
}
