// A document as the engine keeps it, a record for each passage and one for itself, and what is found of it as a hit.

import { compact } from '../../text/compact';
import { fold } from '../../text/fold';
import { pagesOf, tableAt, type TablePlace } from '../../text/layout/layout';
import { present } from '../../text/values/fields';
import type { IndexedDocument, IndexedPassage, IndexedSource, PassageHit } from '../index/engine';

/** What stands behind each text, so that its last character begins a pair like every other. */
const end = '$';

/** A passage, as it is written and found. */
export interface PassageRecord {
	readonly kind: 'passage';
	readonly document: string;
	readonly source: string;
	readonly title: string;
	readonly date?: string;
	readonly year?: number;
	/** From 1. */
	readonly paragraph: number;
	/** As it is compared, in code units. */
	readonly length: number;
	readonly text: string;
	readonly table?: string;
	readonly head?: string;
	readonly page?: string;
}

/** What is looked up of a passage; only ever written. */
export interface LookedUp {
	readonly folded: string;
	/** Pairs with one character between them. */
	readonly skips: string;
}

/** A document: written last, so that it is there only with all its passages. */
export interface DocumentRecord {
	readonly kind: 'document';
	readonly document: string;
	readonly source: string;
	readonly title: string;
	readonly date?: string;
	readonly year?: number;
	/** Tells its words: the same for the same text, whoever brought it. */
	readonly version: string;
	/** How many passages it has. */
	readonly total: number;
	/** When it was written, as ISO 8601 has it. */
	readonly added?: string;
	/** The fields of its source, as its file has them. */
	readonly provenance?: Readonly<Record<string, unknown>>;
}

/** A text as it is compared, here as on the engine. */
export function comparedText(text: string): string {
	return compact(fold(text)).text;
}

/** Pairs of characters with one between them, as words of the field that holds them. */
export function skipsOf(compared: string): string {
	const characters = [...compared];
	return characters
		.slice(2)
		.map((second, at) => `${characters[at] ?? ''}${second}`)
		.join(' ');
}

/** The id of a record of a document; paragraph 0 is the document itself. */
export function recordId(document: string, paragraph: number): string {
	return `${paragraph} ${document}`;
}

/** The document of a record, by its id. */
export function documentOf(id: string): string {
	return id.slice(id.indexOf(' ') + 1);
}

/** What is looked up of a text. */
export function lookedUp(text: string): LookedUp & { readonly length: number } {
	const compared = comparedText(text);
	return { length: compared.length, folded: compared === '' ? '' : compared + end, skips: skipsOf(compared) };
}

function yearOf(date: string | undefined): number | undefined {
	const year = date === undefined ? NaN : Number(date.slice(0, 4));
	return Number.isInteger(year) ? year : undefined;
}

/** The passages of a document in their order. */
export function* passageRecords(document: IndexedDocument): Generator<PassageRecord & LookedUp, void> {
	const { name, source, title, date, paragraphs, layout } = document;
	for (const [at, text] of paragraphs.entries()) {
		const paragraph = at + 1;
		const table = tableAt(layout, paragraph);
		yield present({
			kind: 'passage' as const,
			document: name,
			source,
			title,
			date,
			year: yearOf(date),
			paragraph,
			text,
			table: table?.number,
			head: headOf(table, paragraph, paragraphs),
			page: pagesOf(layout, paragraph),
			...lookedUp(text),
		});
	}
}

/** The head of a table above one of its rows. */
function headOf(table: TablePlace | undefined, paragraph: number, paragraphs: readonly string[]): string | undefined {
	if (!table || table.first >= paragraph) return undefined;
	return paragraphs[table.first - 1];
}

/** The record of a document itself. */
export function documentRecord(
	{ name, source, title, date, version, paragraphs }: IndexedDocument,
	provenance?: Readonly<Record<string, unknown>>,
): DocumentRecord {
	return present({
		kind: 'document' as const,
		document: name,
		source,
		title,
		date,
		year: yearOf(date),
		version,
		total: paragraphs.length,
		provenance,
	});
}

type SourceFields = Pick<PassageRecord, 'document' | 'source' | 'title' | 'date'>;

/** The document of a record as it is told of. */
export function sourceOf({ document, source, title, date }: SourceFields): IndexedSource {
	return present({ library: 'group' as const, document, source, title, date });
}

/** A record as a hit. */
export function hitOf(record: PassageRecord, fit: Pick<PassageHit, 'score' | 'exact' | 'wording'>): PassageHit {
	const { paragraph, text, table, head, page } = record;
	const { score, exact, wording } = fit;
	return { ...sourceOf(record), paragraph, text, ...present({ table, head, page }), score, exact, wording };
}

/** A record as a passage with where it stands. */
export function passageOf({ document, source, paragraph, text }: PassageRecord): IndexedPassage {
	return { library: 'group', document, source, paragraph, text };
}
