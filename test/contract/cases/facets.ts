// What is counted beside the filters of the panel, whoever holds the documents.
import { expect, test } from 'vitest';
import { passageFilters } from '../../../src/app/search';
import { fold } from '../../../src/core/text/fold';
import type { IndexedDocument, PassageLibrary } from '../../../src/core/search/index/engine';
import { passageCounts, type PassageCounts } from '../../../src/editor/citations/facets';
import type { Filters } from '../../../src/webviews/panel/protocol';

/** The same counts, by looking at each passage. */
function countsByHand(held: readonly IndexedDocument[], words: string, { source, year }: Filters): PassageCounts {
	const all = held.flatMap(one =>
		one.paragraphs
			.filter(text => fold(text).includes(fold(words)))
			.map(() => ({ source: one.source, year: one.date?.slice(0, 4) })),
	);
	const count = (values: readonly (string | undefined)[]) => {
		const counts: Record<string, number> = {};
		for (const value of values) if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
		return counts;
	};
	const inYear = all.filter(one => year === undefined || one.year === year);
	const inSource = all.filter(one => source === undefined || one.source === source);
	return {
		total: inYear.filter(one => inSource.includes(one)).length,
		source: count(inYear.map(one => one.source)),
		year: count(inSource.map(one => one.year)),
	};
}

/** Asks a library that holds some documents. */
export function countsWhatFiltersLeave(
	opened: () => Promise<PassageLibrary>,
	held: readonly IndexedDocument[],
	choices: readonly (readonly [string, Filters])[],
): void {
	test.each(choices)('counts what each filter of the panel would leave, with %s', async (_, filters) => {
		const library = await opened();
		for (const words of ['产业', '科技创新', '承包期', '没有这样的话']) {
			const of = async (with_: Filters) =>
				(
					await library.timeline(
						words,
						passageFilters({ source: with_.source, year: with_.year === undefined ? undefined : Number(with_.year) }),
					)
				).documents;
			const { source, year } = filters;
			const counts = passageCounts(
				await of(year === undefined ? {} : { year }),
				await of(source === undefined ? {} : { source }),
				filters,
			);
			expect(counts, words).toEqual(countsByHand(held, words, filters));
		}
	});
}
