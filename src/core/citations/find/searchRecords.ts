// What can be found: one record for each citation and source of a corpus, with its fields as they read and as they are
// compared.

import type { Corpus } from '../../corpus/corpus';
import type { Citation, Name, PartialDate, Source } from '../../corpus/records';
import { compact } from '../../text/compact';
import { fold } from '../../text/fold';
import { compareCodeUnits } from '../../text/order';

/** What a record stands for: one of the three kinds of citation, or a source. */
export type RowKind = 'quotation' | 'point' | 'figure' | 'source';

/**
 * Fields of a record that are searched and may be highlighted. Of a source: its title, authors and where it appeared.
 */
export type RowField = 'text' | 'speaker' | 'title' | 'occasion';

export const searchFields: readonly RowField[] = ['text', 'speaker', 'title', 'occasion'];

/** One citation or source. */
export interface SearchRecord {
	readonly id: string;
	readonly kind: RowKind;
	/** Id of the source it stands in; of a source, its own. */
	readonly source: string;
	readonly speaker?: string;
	readonly date?: PartialDate;
	readonly occasion?: string;
	/** Whether the date is that of the statement itself. */
	readonly said?: boolean;
	readonly paragraph?: number;
	readonly year?: number;
	/** The fields as they read. A source's own title is its `text`. */
	readonly fields: { readonly [F in RowField]?: string };
	/** The fields as they are compared: folded, without marks and spaces. */
	readonly keys: { readonly [F in RowField]: string };
	/** Ids of the terms the record names. */
	readonly terms: readonly string[];
}

/** A text as it is compared: script, width and case folded, punctuation and spaces out. */
export function keyOf(text: string): string {
	return compact(fold(text)).text;
}

/**
 * The records of a corpus in the order of an empty query: words of officials first, then other quotations, points,
 * figures, sources; the latest first.
 */
export function searchRecordsOf(corpus: Corpus): readonly SearchRecord[] {
	const records = [...corpus.citations.map(c => citationRecord(corpus, c)), ...corpus.sources.map(sourceRecord)];
	return records
		.map((record, at) => ({ record, at }))
		.sort((a, b) => byStanding(a.record, b.record) || a.at - b.at)
		.map(one => one.record);
}

/** Order of records nothing else tells apart. */
export function byStanding(a: SearchRecord, b: SearchRecord): number {
	return standing(a) - standing(b) || compareCodeUnits(b.date ?? '', a.date ?? '');
}

/** 0: words of an official or a meeting; 1: other quotations; 2: points; 3: figures; 4: sources. */
export function standing(record: SearchRecord): number {
	// Somebody who speaks on an occasion or a day; the author of an article has neither.
	if (record.kind === 'quotation') return record.speaker && (record.occasion || record.said) ? 0 : 1;
	return { point: 2, figure: 3, source: 4 }[record.kind];
}

function citationRecord(corpus: Corpus, citation: Citation): SearchRecord {
	const source = corpus.source(citation.source);
	const date = citation.date ?? source?.issued;
	return withKeys({
		id: citation.id,
		kind: citation.kind,
		source: source?.id ?? citation.source,
		speaker: citation.speaker,
		occasion: citation.occasion,
		paragraph: citation.paragraph,
		date,
		said: citation.date !== undefined,
		year: citation.year ?? yearOf(date),
		terms: citation.terms ?? [],
		fields: { text: citation.text, speaker: citation.speaker, title: source?.title, occasion: citation.occasion },
	});
}

function sourceRecord(source: Source): SearchRecord {
	const speaker = source.author?.map(nameOf).filter(Boolean).join('、') || undefined;
	return withKeys({
		id: source.id,
		kind: 'source',
		source: source.id,
		date: source.issued,
		year: yearOf(source.issued),
		terms: [],
		speaker,
		occasion: source['container-title'],
		fields: { text: source.title, speaker, occasion: source['container-title'] },
	});
}

function withKeys(record: Omit<SearchRecord, 'keys'>): SearchRecord {
	return { ...record, keys: new Keys(record.fields) };
}

/** Each field's compared form, made when first asked for. */
class Keys {
	private readonly folded: { [F in RowField]?: string } = {};

	constructor(private readonly fields: SearchRecord['fields']) {}

	get text(): string {
		return this.of('text');
	}
	get speaker(): string {
		return this.of('speaker');
	}
	get title(): string {
		return this.of('title');
	}
	get occasion(): string {
		return this.of('occasion');
	}

	private of(field: RowField): string {
		return (this.folded[field] ??= keyOf(this.fields[field] ?? ''));
	}
}

function nameOf(name: Name): string {
	return name.literal ?? `${name.family ?? ''}${name.given ?? ''}`;
}

function yearOf(date: PartialDate | undefined): number | undefined {
	const year = Number(date?.slice(0, 4));
	return Number.isInteger(year) && year > 0 ? year : undefined;
}
