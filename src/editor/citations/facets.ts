// How many passages of the person's documents there are by source and year, beside what the corpus has.
import type { Facets, DocumentUse } from '../../core/service';
import type { Filters } from '../../webviews/panel/protocol';

/** How many passages fit, with all filters, and by source and year as if that filter alone were not set. */
export interface PassageCounts {
	readonly total: number;
	readonly source: Readonly<Record<string, number>>;
	readonly year: Readonly<Record<string, number>>;
}

/** The counts of passages; `ofSources` counted without the filter by source, `ofYears` without that by year. */
export function passageCounts(
	ofSources: readonly PassageUse[],
	ofYears: readonly PassageUse[],
	filters: Filters,
): PassageCounts {
	const source = none();
	const year = none();
	for (const use of ofSources) add(source, use.source, use.passages);
	for (const { date, passages } of ofYears)
		if (date !== undefined) add(year, String(Number(date.slice(0, 4))), passages);
	return { total: filters.source === undefined ? sum(source) : (source[filters.source] ?? 0), source, year };
}

/** Passages of one document. */
export type PassageUse = Pick<DocumentUse, 'source' | 'date' | 'passages'>;

/** The counts of the corpus and those of passages as one; a filter by kind leaves either this or that. */
export function together(corpus: Facets, passages: PassageCounts, filters: Filters): Facets {
	const { kind } = filters;
	// Passages are let through by all filters but perhaps that by kind, so they count for the choice of kinds.
	const kinds =
		filters.speaker === undefined && passages.total > 0 ? { ...corpus.kind, document: passages.total } : corpus.kind;
	if (filters.speaker !== undefined || (kind !== undefined && kind !== 'document')) return { ...corpus, kind: kinds };
	return {
		kind: kinds,
		source: both(corpus.source, passages.source),
		speaker: corpus.speaker,
		year: both(corpus.year, passages.year),
	};
}

// Ids are what packs say: one may be called `constructor`.
const none = (): Record<string, number> => Object.create(null) as Record<string, number>;

function add(counts: Record<string, number>, value: string, count: number): void {
	counts[value] = (counts[value] ?? 0) + count;
}

function both(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
	const counts = none();
	for (const [value, count] of [...Object.entries(a), ...Object.entries(b)]) add(counts, value, count);
	return counts;
}

function sum(counts: Readonly<Record<string, number>>): number {
	return Object.values(counts).reduce((total, count) => total + count, 0);
}
