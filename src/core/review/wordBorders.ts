// Whether a stretch of a text begins and ends where words do: 国家创|新型产业 is no slip for 新兴产业.

/** A wording, and the stretch of a text's letters that is like it; half-open. */
interface Likeness {
	readonly known: string;
	readonly letters: string;
	/** Where each letter stands in the text. */
	readonly offsets: ArrayLike<number>;
	readonly start: number;
	readonly end: number;
}

/** Particles and short verbs stand before and behind any word. */
const anyWhere = /[的了和与及以而等之是在地得有要并对为于将把被由从向更不也都又很让使靠促抓建做到就再并还后前中]/;

/** Tells by how often characters stand together in texts where a word ends. */
export class WordBorders {
	private readonly counts = new Map<string, number>();

	/** `texts`: letters without marks. */
	constructor(private readonly texts: readonly string[]) {}

	/** How often characters stand together. */
	count(characters: string): number {
		let count = this.counts.get(characters);
		if (count === undefined) {
			count = 0;
			for (const text of this.texts)
				for (let at = text.indexOf(characters); at >= 0; at = text.indexOf(characters, at + 1)) count++;
			this.counts.set(characters, count);
		}
		return count;
	}

	/** Whether a word goes on over an end of the stretch. */
	isCrossed({ known, letters, offsets, start, end }: Likeness): boolean {
		/** The letters from `from` to `to`, where no mark stands between them. */
		const run = (from: number, to: number) =>
			from >= 0 && to <= letters.length && Number(offsets[to - 1]) - Number(offsets[from]) === to - from - 1
				? letters.slice(from, to)
				: '';
		const [before, behind] = [run(start - 1, start + 1), run(end - 1, end + 1)];
		return (
			this.isWord(before, before.charAt(0), run(start - 2, start), before.charAt(0) + known.slice(0, 3)) ||
			this.isWord(behind, behind.charAt(1), run(end, end + 2), known.slice(-3) + behind.charAt(1))
		);
	}

	/**
	 * Whether the two characters at an end are a word, rather than the outer one and its other neighbour (`beside`);
	 * where the outer one stands beside what is known (`asKnown`) they are none.
	 */
	private isWord(pair: string, outer: string, beside: string, asKnown: string): boolean {
		if (pair === '' || anyWhere.test(outer)) return false;
		const together = this.count(pair) - (asKnown.includes(pair) ? this.count(asKnown) : 0);
		return together > (beside === '' ? 0 : this.count(beside));
	}
}
