// Which source words name: by its title, by author and year, by newspaper and day, by speaker and day.

import type { Corpus } from '../../corpus/corpus';
import type { Name, Source } from '../../corpus/records';
import { fold } from '../../text/fold';
import { provinces, workReport } from '../../text/officialNames';
import { normalizedText } from '../compare/comparedText';
import { filled } from '../../text/values/optional';

/** A shorter title is a common word. */
const shortestTitle = 4;
/** Words that may mean more sources name none. */
const mostMeant = 3;
/** So many wordings are known again. */
const remembered = 2000;

/** A source with what is compared of it. */
interface Names {
	readonly id: string;
	readonly title: string;
	readonly authors: readonly string[];
	readonly host: string;
	readonly dates: readonly string[];
	readonly years: readonly string[];
}

/** Knows the sources of a corpus by what people call them. Costs nothing until it is asked. */
export class NamedSources {
	private names: readonly Names[] | undefined;
	private byTitle: ReadonlyMap<string, readonly Names[]> | undefined;
	private readonly known = new Map<string, readonly string[]>();

	constructor(private readonly corpus: Corpus) {}

	/** Ids of the sources that words may name: mostly one; none where they name none, or too many. */
	of(words: string): readonly string[] {
		let found = this.known.get(words);
		if (!found) {
			if (this.known.size >= remembered) this.known.clear();
			this.known.set(words, (found = this.meant(words)));
		}
		return found;
	}

	/** Sources whose title stands in the words, or a report on the work of a government by its year. */
	titled(words: string): readonly string[] {
		const letters = normalizedText(words);
		const titled = this.likeliest(this.inTitles(letters), letters);
		if (titled.length > 0) return idsOf(titled);
		return letters.includes(workReport) ? idsOf(this.reports(letters)) : [];
	}

	/** Sources by who says something in a sentence, or by the newspaper that is named for it, whatever their year. */
	written(words: string): readonly string[] {
		const letters = normalizedText(words);
		const signed = this.all().filter(one => one.authors.some(author => letters.endsWith(author)));
		return idsOf(signed.length > 0 ? signed : this.all().filter(one => one.host !== '' && one.host === letters));
	}

	private meant(words: string): readonly string[] {
		const titled = this.titled(words);
		if (titled.length > 0) return titled;
		const letters = normalizedText(words);
		const years = yearsIn(letters);
		const day = dayIn(words);
		if (years.length === 0) return [];
		const isOfYear = (one: Names) => one.years.some(year => years.includes(year));
		const isOfDay = (one: Names) => day === undefined || one.dates.includes(day);
		const written = this.all().filter(
			one => isOfYear(one) && isOfDay(one) && one.authors.some(author => letters.includes(author)),
		);
		if (written.length > 0) return idsOf(written);
		if (day === undefined) return [];
		const printed = this.all().filter(one => one.host !== '' && one.dates.includes(day) && letters.includes(one.host));
		return printed.length > 0 ? idsOf(printed) : this.saidOn(day, letters);
	}

	private saidOn(day: string, letters: string): readonly string[] {
		const said = this.corpus.citations.filter(
			({ speaker, date }) => speaker !== undefined && date === day && letters.includes(normalizedText(speaker)),
		);
		return few([...new Set(said.flatMap(one => this.corpus.source(one.source)?.id ?? []))]);
	}

	/** The sources with the longest title that stands in some letters. */
	private inTitles(letters: string): readonly Names[] {
		const titles = (this.byTitle ??= titlesOf(this.all()));
		let longest: readonly Names[] = [];
		for (let at = 0; at + shortestTitle <= letters.length; at++) {
			for (const one of titles.get(letters.slice(at, at + shortestTitle)) ?? []) {
				const size = longest[0]?.title.length ?? 0;
				if (one.title.length < size || !letters.startsWith(one.title, at)) continue;
				longest = one.title.length > size ? [one] : [...longest.filter(other => other !== one), one];
			}
		}
		return longest;
	}

	/** Of sources with one title those whose year, or author, is named. */
	private likeliest(titled: readonly Names[], letters: string): readonly Names[] {
		const [only, ...rest] = titled;
		const isReport = only?.title === workReport;
		if (!only || (rest.length === 0 && !isReport)) return titled;
		const years = yearsIn(letters);
		const dated = titled.filter(one => one.years.some(year => years.includes(year)) && mayBeOfPlace(one, letters));
		// The report of another place or year is another text.
		const left = filled(dated) ?? (isReport && namesReport(letters) ? [] : titled);
		const signed = left.filter(one => one.authors.some(author => letters.includes(author)));
		const found = filled(signed) ?? left;
		return areOne(found) ? found : [];
	}

	private reports(letters: string): readonly Names[] {
		const years = yearsIn(letters);
		const place = placeOf(letters);
		const found = this.all().filter(
			one =>
				one.title.includes(workReport) &&
				placeOf(one.title + one.authors.join()) === place &&
				one.years.some(year => years.includes(year)),
		);
		return areOne(found) ? found : [];
	}

	private all(): readonly Names[] {
		return (this.names ??= this.corpus.sources.map(namesOf));
	}
}

function placeOf(text: string): string | undefined {
	return provinces.find(one => text.includes(one));
}

/** Whether a report may be that of the place some letters name. */
function mayBeOfPlace({ title, authors }: Names, letters: string): boolean {
	const place = placeOf(letters);
	return place === undefined || place === placeOf(title + authors.join());
}

function namesReport(letters: string): boolean {
	return yearsIn(letters).length > 0 || placeOf(letters) !== undefined;
}

/** Whether sources are one text, held more than once: of one title and one year. */
function areOne([first, ...others]: readonly Names[]): boolean {
	return (
		first !== undefined &&
		others.every(one => one.title === first.title && one.years.some(year => first.years.includes(year)))
	);
}

/** Of a law the name of the state is left out as often as not. */
function withoutState(title: string): string {
	return title.replace(/^中华人民共和国(?=.{2,}(?:法|条例)$)/, '');
}

function namesOf(source: Source): Names {
	const dates = [source.issued, source.held?.date].filter(one => one !== undefined);
	// The column an article stands in is left out as well.
	const title = withoutState(normalizedText(source.title.replace(/^【[^【】]*】(?=.)/, '')));
	return {
		id: source.id,
		title,
		authors: [...(source.author ?? []).map(nameOf), ...(source.contributors ?? []).map(one => one.name)]
			.map(normalizedText)
			.filter(one => one.length > 1),
		host: normalizedText(source['container-title'] ?? ''),
		dates,
		years: [...new Set([...dates.map(one => one.slice(0, 4)), ...yearsIn(title)])],
	};
}

function nameOf({ literal, family = '', given = '' }: Name): string {
	return literal ?? `${family}${given}`;
}

function titlesOf(names: readonly Names[]): ReadonlyMap<string, readonly Names[]> {
	const titles = new Map<string, Names[]>();
	for (const one of names) {
		if (one.title.length < shortestTitle) continue;
		const head = one.title.slice(0, shortestTitle);
		titles.set(head, [...(titles.get(head) ?? []), one]);
	}
	return titles;
}

function idsOf(names: readonly Names[]): readonly string[] {
	return few(names.map(one => one.id));
}

function few(ids: readonly string[]): readonly string[] {
	return ids.length <= mostMeant ? ids : [];
}

function yearsIn(letters: string): readonly string[] {
	return [...letters.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d{1,3}(?!\d))/g)].map(one => one[0]);
}

/** A day in words or in figures: 2024年2月14日, 2024-02-14. */
function dayIn(words: string): string | undefined {
	const [, year, month, day] = /((?:19|20)\d\d)(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})/.exec(fold(words)) ?? [];
	if (year === undefined || month === undefined || day === undefined) return undefined;
	return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
