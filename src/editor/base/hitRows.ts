// What a hit of a search looks like in a list: its words, who said it when and where, the marks, and the filters
// beside it.
import * as vscode from 'vscode';
import type { SearchFilters } from '../../app/search';
import { dateWords, type FindAnswer, type Hit, type Source } from '../../core/service';
import type { Choice, Facet, Fact, FactPart, Filters, Found, Row, Span } from '../../webviews/panel/protocol';
import { kindNames } from '../citations/panelStrings';
import { say } from './say';

/** A date as precise as it is known, as people write it: 2024年1月31日, or 2024-01-31 in English. */
export function dateText(date: string): string {
	return say(dateWords(date));
}

/** Names as one text; empty where there are none. */
export function names(list: Source['author']): string {
	return (list ?? [])
		.map(
			name =>
				name.literal ?? [name.family, name.given].filter(Boolean).join(/[A-Za-z]/.test(name.family ?? '') ? ' ' : ''),
		)
		.join('、');
}

/** What is said of something that does not have all words of a search, or only nearly. */
export function fitWords(missing: readonly string[] | undefined, near: boolean | undefined): Fact[] {
	const fit = (text: string): Fact[] => [{ text, marks: [], part: 'fit' }];
	if (missing) return fit(vscode.l10n.t('without “{0}”', missing.join('、')));
	return near === true ? fit(vscode.l10n.t('nearly these words')) : [];
}

/** The row of a hit. */
export function rowOf(hit: Hit): Row {
	const marked = (field: string, text: string | undefined, before = '', after = ''): Found | undefined =>
		text
			? {
					text: before + text + after,
					marks: hit.highlights
						.filter(mark => mark.field === field)
						.map(({ start, end }): Span => ({ start: start + before.length, end: end + before.length })),
				}
			: undefined;
	const fact = (part: FactPart, found: Found | undefined): Fact[] => (found ? [{ ...found, part }] : []);
	const where = () =>
		marked(
			'title',
			hit.sourceTitle,
			'《',
			hit.paragraph === undefined ? '》' : vscode.l10n.t('》 paragraph {0}', hit.paragraph),
		);
	return {
		id: hit.id,
		kind: hit.kind,
		text: marked('text', hit.text) ?? { text: hit.id, marks: [] },
		facts: [
			...fitWords(hit.missing, hit.near),
			...fact('who', marked('speaker', hit.speaker)),
			...fact('when', hit.date ? { text: dateText(hit.date), marks: [] } : undefined),
			...fact('occasion', marked('occasion', hit.occasion)),
			...fact('where', hit.kind === 'source' ? undefined : where()),
		],
	};
}

/**
 * The values of each filter with their counts: the most frequent first, years the latest first. A value that is
 * filtered by is there also where it leaves nothing, so that one sees why nothing is found.
 */
export function choicesOf(
	answer: FindAnswer,
	filters: Filters,
	titleOf: (source: string) => string,
): { readonly [F in Facet]: readonly Choice[] } {
	const kinds: Readonly<Record<string, string>> = kindNames();
	const chosen = (facet: Facet): Record<string, number> =>
		filters[facet] === undefined ? {} : { [filters[facet]]: 0 };
	const list = (facet: Facet, label: (value: string) => string): Choice[] =>
		Object.entries({ ...chosen(facet), ...answer.facets[facet] })
			.filter(([value, count]) => count > 0 || value === filters[facet])
			.map(([value, count]) => ({ value, label: label(value), count }))
			.sort((a, b) =>
				facet === 'year' ? b.value.localeCompare(a.value) : b.count - a.count || a.label.localeCompare(b.label, 'zh'),
			);
	return {
		kind: list('kind', kind => kinds[kind] ?? kind),
		source: list('source', titleOf),
		speaker: list('speaker', speaker => speaker),
		year: list('year', year => year),
	};
}

/** Filters as a search takes them. */
export function searchFilters({ kind, source, speaker, year }: Filters): SearchFilters {
	return {
		kinds: kind === undefined ? undefined : [kind],
		source,
		speaker,
		year: year === undefined ? undefined : Number(year),
	};
}
