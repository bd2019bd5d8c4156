// What is told of the documents that hold words, whoever has found them: the first and the last, their years, and
// whether a short name stands by itself.

import { CommonWords } from '../../text/words/commonWords';
import { fold } from '../../text/fold';
import type { DocumentMention, DocumentUse, IndexedSource, IndexTimeline } from './engine';
import { present } from '../../text/values/fields';

/** The first and the last source that has a date; of those of the same date, the one that came first. */
export class Span {
	private first: IndexedSource | undefined;
	private last: IndexedSource | undefined;

	add(source: IndexedSource): void {
		if (source.date === undefined) return;
		if (!this.first || dateOf(source) < dateOf(this.first)) this.first = source;
		if (!this.last || dateOf(this.last) < dateOf(source)) this.last = source;
	}

	get ends(): Pick<DocumentMention, 'first' | 'last'> {
		const { first, last } = this;
		return present({ first, last });
	}
}

/** Whether a passage holds a short name that stands by itself; nothing where any name does. */
export function standsIn(
	[word, ...others]: readonly string[],
	common: string | undefined,
): ((text: string) => boolean) | undefined {
	if (common === undefined || !word || others.length > 0) return undefined;
	const words = new CommonWords(common, () => false);
	return text => {
		const folded = fold(text);
		let at = folded.indexOf(word);
		while (at >= 0 && !words.stands(folded, at, at + word.length)) at = folded.indexOf(word, at + 1);
		return at >= 0;
	};
}

/** Uses by year of publication, ascending, of documents in the order of their dates. */
export function yearsOf(documents: readonly DocumentUse[]): IndexTimeline['years'] {
	const years = new Map<number, { year: number; uses: number; documents: number }>();
	for (const { date, uses } of documents) {
		if (date === undefined) continue;
		const year = Number(date.slice(0, 4));
		const known = years.get(year) ?? { year, uses: 0, documents: 0 };
		years.set(year, { year, uses: known.uses + uses, documents: known.documents + 1 });
	}
	return [...years.values()].sort((a, b) => a.year - b.year);
}

/** When it was published, as it sorts: 2016 is before 2016-03, what has no date is last. */
export function dateOf({ date }: IndexedSource): string {
	return date ?? '~';
}
