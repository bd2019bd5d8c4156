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

/** What is counted of a year, or of the sources without one. */
interface YearCount {
	uses: number;
	documents: number;
	looked: number;
	held: number;
}

/** Adds up what was counted in one source after the other. */
class TimelineCount {
	private readonly years = new Map<string, YearCount>();
	private readonly undated: YearCount = { uses: 0, documents: 0, looked: 0, held: 0 };
	private readonly documents: SourceUse[] = [];
	private readonly forms: number[] = [];
	private texts = 0;
	private looked = 0;
	private within = 0;

	constructor(private readonly subject: Subject) {}

	add({ source, date, of, from }: Writing, { uses, ours, first, within, forms }: Tally): void {
		this.within += within;
		for (const [form, times = 0] of forms.entries()) this.forms[form] = (this.forms[form] ?? 0) + times;
		this.looked++;
		if (from === 'text') this.texts++;
		const year = this.yearOf(date);
		year.looked++;
		if (!first) return;
		year.uses += uses;
		year.documents++;
		if (of === 'held') year.held += uses;
		this.documents.push({
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

	private yearOf(date: PartialDate | undefined): YearCount {
		if (date === undefined) return this.undated;
		const year = date.slice(0, 4);
		let count = this.years.get(year);
		if (!count) this.years.set(year, (count = { uses: 0, documents: 0, looked: 0, held: 0 }));
		return count;
	}

	get timeline(): Timeline {
		const { kind, text, id, forms } = this.subject;
		const { uses, documents, looked } = this.undated;
		return {
			subject: { kind, text, ...(id === undefined ? {} : { id }) },
			uses: this.documents.reduce((sum, one) => sum + one.uses, 0),
			within: this.within,
			looked: this.looked,
			texts: this.texts,
			forms: forms.map((form, at) => ({ form, uses: this.forms[at] ?? 0 })).filter(form => form.uses > 0),
			years: [...this.years].map(([year, one]) => ({ year, ...one })).sort((a, b) => (a.year < b.year ? -1 : 1)),
			documents: this.documents.sort((a, b) => byDate(a.date, b.date)),
			undated: { uses, documents, looked },
		};
	}
}

/**
 * Counts the uses of a subject in writings, in steps of some milliseconds; `known`: what was counted elsewhere, by the
 * id of the source.
 */
export function* timelineOf(
	subject: Subject,
	writings: Iterable<Writing>,
	known: ReadonlyMap<string, Tally> = new Map(),
): Generator<void, Timeline, void> {
	const all = new TimelineCount(subject);
	let read = 0;
	for (const writing of writings) {
		const tally = known.get(writing.source.id) ?? nothingYet();
		for (const passage of writing.passages) {
			read += passage.text.length;
			if (read > atOnce) {
				read = 0;
				yield;
			}
			count(subject, passage, tally);
		}
		all.add(writing, tally);
	}
	return all.timeline;
}

function byDate(a: PartialDate | undefined, b: PartialDate | undefined): number {
	return a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : compareDates(a, b);
}
