// How often two characters that begin a term are meant as that term, by the texts of the corpus: 新质 always, 产业 seldom.
// Knows nothing of completion lists.
import type { Corpus } from '../corpus/corpus';
import type { TermAutomaton } from '../text/automaton';
import { fold } from '../text/fold';

/** So much text tells; more of it would tell the same and cost the first key. */
const enough = 200_000;

/** Counts over a sample of the corpus's texts. */
export class Habit {
	private readonly pairs = new Map<string, number>();
	private readonly records = new Map<number, number>();

	constructor(corpus: Corpus, automaton: TermAutomaton, owner: readonly number[]) {
		let read = 0;
		for (const { text } of [...corpus.citations, ...corpus.formulations]) {
			if ((read += text.length) > enough) break;
			const folded = fold(text);
			for (let i = 0; i + 2 <= folded.length; i++) add(this.pairs, folded.slice(i, i + 2));
			for (const { pattern } of automaton.all(text)) add(this.records, owner[pattern] ?? -1);
		}
	}

	/** Share of the occurrences of a folded pair that are the beginning of the term; 1 where the corpus does not know the pair. */
	share(pair: string, record: number): number {
		const all = this.pairs.get(pair) ?? 0;
		return all === 0 ? 1 : Math.min(1, (this.records.get(record) ?? 0) / all);
	}
}

function add<K>(counts: Map<K, number>, key: K): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}
