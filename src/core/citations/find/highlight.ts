// Where in the fields of a record the words of a query stand: every occurrence, or what comes nearest to it.

import { wordsOf } from '../../search/query';
import { compact } from '../../text/compact';
import { fold } from '../../text/fold';
import type { SearchRecord, RowField } from './searchRecords';
import { searchFields } from './searchRecords';
import { filled } from '../../text/values/optional';

/** A stretch of a field as it reads: half-open, UTF-16 code units. */
export interface Highlight {
	readonly field: RowField;
	readonly start: number;
	readonly end: number;
}

/** Every occurrence of every key (as keyOf makes them) in the fields of a record, in order, overlapping ones as one. */
export function highlightExact(
	record: SearchRecord,
	keys: readonly string[],
	fields: readonly RowField[] = searchFields,
): Highlight[] {
	return fields.flatMap(field =>
		spansIn(record.fields[field] ?? '', text => keys.flatMap(key => occurrencesOf(text, key))).map(span => ({
			field,
			...span,
		})),
	);
}

/**
 * What a record's text shares with a key that does not stand in it: runs of at least `least` characters, the longest
 * first claimed.
 */
export function highlightShared(record: SearchRecord, key: string, least: number): Highlight[] {
	return spansIn(record.fields.text ?? '', text => sharedRuns(text, key, least)).map(span => ({
		field: 'text' as const,
		...span,
	}));
}

/**
 * Where the words of a query stand in a passage, half-open in UTF-16 code units; of a word that does not stand there as
 * it was typed, the runs that do.
 */
export function highlightPassage(passage: string, query: string): Run[] {
	const words = wordsOf(query);
	return spansIn(passage, text =>
		words.flatMap(word => {
			const exact = occurrencesOf(text, word);
			return filled(exact) ?? sharedRuns(text, word, word.length > 8 ? 3 : 2);
		}),
	);
}

/** A run of characters two texts have in common; offsets into the first. */
export interface Run {
	readonly start: number;
	readonly end: number;
}

/**
 * Runs of at least `least` characters of `text` that stand in `key` too; maximal, from left to right. `starts`: see
 * startsOf.
 */
export function sharedRuns(
	text: string,
	key: string,
	least: number,
	starts: ReadonlySet<string> = startsOf(key, least),
): Run[] {
	const runs: Run[] = [];
	for (let start = 0; start + least <= text.length;) {
		let length = 0;
		if (starts.has(text.slice(start, start + least))) {
			length = least;
			while (start + length < text.length && key.includes(text.slice(start, start + length + 1))) length++;
		}
		if (length > 0) runs.push({ start, end: start + length });
		start += Math.max(1, length);
	}
	return runs;
}

/**
 * Every stretch of `least` characters of a key: made once, it tells of many texts whether anything in them can be
 * shared.
 */
export function startsOf(key: string, least: number): ReadonlySet<string> {
	const starts = new Set<string>();
	for (let at = 0; at + least <= key.length; at++) starts.add(key.slice(at, at + least));
	return starts;
}

function occurrencesOf(text: string, key: string): Run[] {
	const runs: Run[] = [];
	if (key === '') return runs;
	for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1))
		runs.push({ start: at, end: at + key.length });
	return runs;
}

/** The same stretches in order, overlapping and touching ones of a field as one. */
export function merged(highlights: readonly Highlight[]): Highlight[] {
	const result: { field: RowField; start: number; end: number }[] = [];
	for (const one of [...highlights].sort(
		(a, b) => searchFields.indexOf(a.field) - searchFields.indexOf(b.field) || a.start - b.start,
	)) {
		const last = result.at(-1);
		if (last && last.field === one.field && one.start <= last.end) last.end = Math.max(last.end, one.end);
		else result.push({ ...one });
	}
	return result;
}

/** Runs found in the compared form of a text, as spans of the text as it reads. */
function spansIn(raw: string, find: (compacted: string) => readonly Run[]): { start: number; end: number }[] {
	if (raw === '') return [];
	const { text, offsets } = compact(fold(raw));
	const spans: { start: number; end: number }[] = [];
	for (const run of [...find(text)].sort((a, b) => a.start - b.start || a.end - b.end)) {
		const start = offsets[run.start] ?? raw.length;
		const end = (offsets[run.end - 1] ?? raw.length - 1) + 1;
		const last = spans.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else spans.push({ start, end });
	}
	return spans;
}
