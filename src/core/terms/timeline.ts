// How often something is used in the sources of a corpus, by year and by source: in this corpus, which says nothing
// of first uses elsewhere.
import { compareDates } from '../corpus/dates';
import type { PartialDate } from '../corpus/records';
import { excerptOf, type Excerpt } from './excerpt';
import type { Subject } from './subject';
import type { DateOf, Passage, Writing } from './datedTexts';

/** The uses in one source. */
export interface SourceUse {
	readonly source: string;
	readonly title: string;
	/** Of publication, else of the copy at hand (`of` says which); none where no page proves one. */
	readonly date?: PartialDate;
	readonly of?: DateOf;
	/** Counted in its full text, or only in what the corpus cites of it. */
	readonly from: 'text' | 'citations';
	readonly uses: number;
	/** How many of the uses stand in points and figures: worded by whoever made the record, not by the source. */
	readonly ours: number;
	/** The paragraph of the first use, where it is known. */
	readonly paragraph?: number;
	readonly first: Excerpt;
}

/** The uses in the sources of a year. */
export interface YearUse {
	/** `2016`. */
	readonly year: string;
	readonly uses: number;
	/** In how many sources, and how many sources of the year there are in all. */
	readonly documents: number;
	readonly looked: number;
	/** How many of the uses are dated only by the copy at hand. */
	readonly held: number;
}

export interface Timeline {
	readonly subject: Pick<Subject, 'kind' | 'id' | 'text'>;
	readonly uses: number;
	/** How often it is written in which way; those that are not used are left out. */
	readonly forms: readonly { readonly form: string; readonly uses: number }[];
	/** Uses within longer terms, which were not counted. */
	readonly within: number;
	/** Every year of which there is a source, in order. */
	readonly years: readonly YearUse[];
	/** The sources that use it, the earliest first, those without a date last. */
	readonly documents: readonly SourceUse[];
	readonly undated: { readonly uses: number; readonly documents: number; readonly looked: number };
	/** How many sources were looked at, and of how many the full text. */
	readonly looked: number;
	readonly texts: number;
}

/** What was counted in one source. */
export interface Tally {
	uses: number;
	ours: number;
	/** Uses within longer terms. */
	within: number;
	/** By the number of the form. */
	readonly forms: number[];
	first?: Pick<SourceUse, 'paragraph' | 'first'>;
}

/** Counts the uses of a subject in a passage, along with those counted before. */
export function count(subject: Subject, { text, paragraph, ours }: Passage, tally: Tally): void {
	const found = subject.uses(text);
	const [use] = found.uses;
	tally.within += found.within;
	if (!use) return;
	tally.uses += found.uses.length;
	if (ours) tally.ours += found.uses.length;
	for (const { form } of found.uses) tally.forms[form] = (tally.forms[form] ?? 0) + 1;
	if (tally.first && (paragraph === undefined || paragraph >= (tally.first.paragraph ?? 0))) return;
	tally.first = { first: excerptOf(text, use.start, use.end), ...(paragraph === undefined ? {} : { paragraph }) };
}

export const nothingYet = (): Tally => ({ uses: 0, ours: 0, within: 0, forms: [] });

/** Characters read in a step. */
const atOnce = 50_000;

/**
 * Counts the uses of a subject in writings, in steps of some milliseconds; `known`: what was counted elsewhere, by the
 * id of the source.
 */
export function* timelineOf(
	subject: Subject,
	writings: Iterable<Writing>,
	known: ReadonlyMap<string, Tally> = new Map(),
): Generator<void, Timeline, void> {
	const years = new Map<string, { uses: number; documents: number; looked: number; held: number }>();
	const undated = { uses: 0, documents: 0, looked: 0, held: 0 };
	const documents: SourceUse[] = [];
	const forms = subject.forms.map(form => ({ form, uses: 0 }));
	let [looked, texts, within, since] = [0, 0, 0, 0];
	for (const { source, date, of, from, passages } of writings) {
		const tally = known.get(source.id) ?? nothingYet();
		for (const passage of passages) {
			since += passage.text.length;
			if (since > atOnce) {
				since = 0;
				yield;
			}
			count(subject, passage, tally);
		}
		const { uses, ours, first } = tally;
		within += tally.within;
		for (const [form, times] of tally.forms.entries()) if (times) forms[form]!.uses += times;
		looked++;
		if (from === 'text') texts++;
		const year = date?.slice(0, 4);
		const own = year === undefined ? undated : (years.get(year) ?? { uses: 0, documents: 0, looked: 0, held: 0 });
		if (year !== undefined) years.set(year, own);
		own.looked++;
		if (!first) continue;
		own.uses += uses;
		own.documents++;
		if (of === 'held') own.held += uses;
		documents.push({
			source: source.id,
			title: source.title,
			...(date === undefined ? {} : { date }),
			...(of === undefined ? {} : { of }),
			from,
			uses,
			ours,
			...first,
		});
	}
	return {
		subject: { kind: subject.kind, text: subject.text, ...(subject.id === undefined ? {} : { id: subject.id }) },
		uses: documents.reduce((sum, one) => sum + one.uses, 0),
		within,
		looked,
		texts,
		forms: forms.filter(form => form.uses > 0),
		years: [...years].map(([year, one]) => ({ year, ...one })).sort((a, b) => (a.year < b.year ? -1 : 1)),
		documents: documents.sort((a, b) => byDate(a.date, b.date)),
		undated: { uses: undated.uses, documents: undated.documents, looked: undated.looked },
	};
}

function byDate(a: PartialDate | undefined, b: PartialDate | undefined): number {
	return a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : compareDates(a, b);
}
