// How a segment lies in its file: a header, what is read when it is opened (the front), what is read when it is asked
// for (the body).

import { checksum, codeTable } from './codeUnits';

/** A document as a segment knows it; a long one may be in several. */
export interface SegmentDocument {
	readonly name: string;
	readonly version: string;
	readonly source: string;
	readonly title: string;
	/** As far as it is known: 2016, 2016-03, 2016-03-05; else empty. */
	readonly date: string;
	/** Its first passage in the segment. */
	readonly first: number;
	/** The number of that passage in the document, from 1. */
	readonly paragraph: number;
	/** How many paragraphs the document has in all. */
	readonly total: number;
	/** Its tables and pages (storedLayout.ts). */
	readonly layout?: string;
}

/** A document as it stands in the table of a segment: its fields in the order of {@link writeDocument}. */
export type DocumentRow = readonly [string, string, string, string, string, number, number, number, string?];

/** The row of a document. */
export function writeDocument(document: SegmentDocument): DocumentRow {
	const { name, version, source, title, date, first, paragraph, total, layout } = document;
	const row: DocumentRow = [name, version, source, title, date, first, paragraph, total];
	if (layout === undefined || layout === '') return row;
	return [name, version, source, title, date, first, paragraph, total, layout];
}

/** The document of a row. */
export function readDocument(row: DocumentRow): SegmentDocument {
	const [name, version, source, title, date, first, paragraph, total, layout] = row;
	const document = { name, version, source, title, date, first, paragraph, total };
	return layout === undefined ? document : { ...document, layout };
}

/** What the header tells; counts, except for the checksums. */
export interface SegmentHeader {
	readonly passages: number;
	/** Code units of the table of documents. */
	readonly table: number;
	/** Pairs of neighbours and their postings, */
	readonly pairs: readonly [number, number];
	/** pairs with one character between them and theirs. */
	readonly skips: readonly [number, number];
	/** Code units of the texts. */
	readonly units: number;
	readonly bodySum: number;
}

const magic = 0x31485350;
/** To be raised when the layout changes, or what is written in it. */
const format = 2;

/** Every so many pairs one key is kept in memory. */
export const pairsEach = 64;

/** Bytes of the header. */
export const headerSize = 48;

/** A length in bytes filled up to whole words. */
export const whole = (bytes: number): number => Math.ceil(bytes / 4) * 4;

/** Offsets in bytes of all that is in a file. */
export interface SegmentPlaces {
	/**
	 * Of the front: the table of documents, lengths of passages as they are compared, starts of their texts, some keys
	 * of both kinds.
	 */
	readonly table: number;
	readonly lengths: number;
	readonly starts: number;
	readonly pairKeys: number;
	readonly skipKeys: number;
	/** Where the body begins: pairs (key and offset each, one more at the end), postings, the same for skips, texts. */
	readonly pairs: number;
	readonly pairPostings: number;
	readonly skips: number;
	readonly skipPostings: number;
	readonly texts: number;
	readonly end: number;
}

/** Where everything lies. */
export function placesOf({ passages, table, pairs, skips, units }: SegmentHeader): SegmentPlaces {
	let at = headerSize;
	const next = (bytes: number): number => (at += whole(bytes)) - whole(bytes);
	const place = {
		table: next(table * 2),
		lengths: next(passages * 2),
		starts: next((passages + 1) * 4),
		pairKeys: next(Math.ceil(pairs[0] / pairsEach) * 4),
		skipKeys: next(Math.ceil(skips[0] / pairsEach) * 4),
		pairs: next((pairs[0] + 1) * 8),
		pairPostings: next(pairs[1] * 2),
		skips: next((skips[0] + 1) * 8),
		skipPostings: next(skips[1] * 2),
		texts: next(units * 2),
	};
	// One word at the very end: a file that was cut off or never filled does not have it.
	return { ...place, end: next(4) + 4 };
}

let known: number | undefined;

/** What passages hold depends on how they are folded, so that is part of the format. */
function formatNow(): number {
	return (known ??= (format ^ checksum(new Uint32Array(codeTable().buffer))) >>> 0);
}

/** The words of a header. */
export function writeHeader(header: SegmentHeader, frontSum: number): Uint32Array {
	return Uint32Array.of(
		magic,
		formatNow(),
		placesOf(header).end,
		frontSum,
		header.bodySum,
		header.passages,
		header.table,
		...header.pairs,
		...header.skips,
		header.units,
	);
}

/** Reads the words of a header; nothing if it is none of ours, or the file is not as long as it was. */
export function readHeader(
	words: Uint32Array,
	size: number,
): { readonly header: SegmentHeader; readonly frontSum: number } | undefined {
	const next = words.values();
	const word = (): number => next.next().value ?? 0;
	// In the order in which writeHeader has them.
	const [mark, kind, end, frontSum, bodySum] = [word(), word(), word(), word(), word()];
	const header: SegmentHeader = {
		bodySum,
		passages: word(),
		table: word(),
		pairs: [word(), word()],
		skips: [word(), word()],
		units: word(),
	};
	const isValid = mark === magic && kind === formatNow() && end === size && placesOf(header).end === size;
	return isValid ? { header, frontSum } : undefined;
}

/** The word at the end of a file. */
export function lastWord(frontSum: number): number {
	return (frontSum ^ magic) >>> 0;
}
