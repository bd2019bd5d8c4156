// What the timeline says in a given state: the sentences above the chart, which are its text alternative too, and
// what to do where there is nothing.
import type { Bar, Model } from './model';
import { undated } from './model';
import type { Sheet, Strings } from './protocol';

/** Puts values in the places `{0}`, `{1}` … of a sentence; a place without a value stays. */
export function fill(sentence: string, ...values: readonly (string | number)[]): string {
	return sentence.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}

/** What a timeline says, sentence by sentence. “First” is said of dated sources of this corpus only. */
export function sentences({ timeline, dates }: Sheet, strings: Strings): readonly string[] {
	const { uses, documents, looked, texts, years, forms } = timeline;
	const all = [fill(strings.summary, uses, documents.length, looked, texts)];
	const [first] = documents;
	if (first?.date !== undefined)
		all.push(
			fill(
				strings.first,
				first.of === 'held' ? fill(strings.ofCopy, dates[0] ?? '', strings.copy) : (dates[0] ?? ''),
				first.title,
			),
		);
	const highest = Math.max(0, ...years.map(year => year.uses));
	const peaks = years.filter(year => year.uses === highest);
	if (highest > 0 && peaks.length === 1 && years.filter(year => year.uses > 0).length > 1)
		all.push(fill(strings.peak, peaks[0]!.year, highest));
	if (forms.length > 1)
		all.push(fill(strings.forms, forms.map(({ form, uses: count }) => `${form} ${count}`).join(' · ')));
	const copies = years.reduce((sum, year) => sum + year.held, 0);
	if (copies > 0) all.push(fill(strings.held, copies));
	if (timeline.within > 0) all.push(fill(strings.within, timeline.within));
	return all;
}

/** What a bar stands for. */
export function barWords({ year, uses, documents, looked }: Bar, strings: Strings): string {
	const name = year === undated ? strings.undated : year;
	return looked === 0 ? fill(strings.blank, name) : fill(strings.bar, name, uses, documents, looked);
}

/** What stands in place of chart and tables: a headline, what to do, and whether asking again helps. */
export interface Notice {
	readonly title: string;
	readonly help: string;
	readonly again: boolean;
}

/** What to say instead of a timeline; nothing where there is one to show. */
export function notice({ phase, sheet, trouble }: Model, strings: Strings): Notice | undefined {
	if (phase === 'failed') return { title: strings.failed, help: trouble, again: true };
	if (!sheet) return { title: strings.loading, help: '', again: false };
	const { uses, looked, texts, within } = sheet.timeline;
	if (uses > 0) return undefined;
	return {
		title: strings.nothing,
		help: [
			fill(strings.nothingHelp, looked, texts),
			within > 0 ? fill(strings.within, within) : '',
			texts === 0 ? strings.noTexts : '',
		]
			.filter(Boolean)
			.join(' '),
		again: false,
	};
}
