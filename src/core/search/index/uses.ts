// Answers in which documents of an index words stand, how often, and in which years.

import { wordsOf } from '../query';
import { unitsOf } from './codeUnits';
import type { IndexFilter, DocumentMention, IndexedSource, IndexTimeline, DocumentUse } from './engine';
import { candidatesIn, countingIn, holdsAll, sourceOf, usesIn, type Word } from './matching';
import type { StoredSegment } from './segment';

/** Texts that are read between two pauses. */
const stretch = 1024;

const wordsFor = (text: string): Word[] => wordsOf(text).map(word => ({ text: word, codes: unitsOf(word) }));

/** In how many documents words stand. Pauses (yields) now and then; reads no more of a document than up to the first passage. */
export function* mentionOf(
	segments: readonly StoredSegment[],
	text: string,
	filter: IndexFilter,
): Generator<void, DocumentMention> {
	const words = wordsFor(text);
	if (words.length === 0) return { documents: 0 };
	const names = new Set<string>();
	let first: IndexedSource | undefined;
	let last: IndexedSource | undefined;
	let read = 0;
	for (const segment of segments) {
		const { candidates, certain } = candidatesIn(segment, words);
		const counts = countingIn(segment, filter);
		let end = 0;
		for (const passage of candidates) {
			// What follows in a document that is counted already tells nothing new.
			if (passage < end || !counts(passage)) continue;
			if (!certain) {
				if (++read % stretch === 0) yield;
				if (!holdsAll(segment, passage, words)) continue;
			}
			const number = segment.documentOf(passage);
			end = segment.endOf(number);
			const source = sourceOf(segment.documents[number]!);
			if (names.has(source.document)) continue;
			names.add(source.document);
			if (source.date !== undefined && (!first || earlier(source, first))) first = source;
			if (source.date !== undefined && (!last || earlier(last, source))) last = source;
		}
		yield;
	}
	return { documents: names.size, ...(first ? { first } : {}), ...(last ? { last } : {}) };
}

/** How often words stand in each document and year. Reads every passage that may hold them. Pauses (yields) now and then. */
export function* timelineOf(
	segments: readonly StoredSegment[],
	text: string,
	filter: IndexFilter,
): Generator<void, IndexTimeline> {
	const words = wordsFor(text);
	const found = new Map<string, { -readonly [K in keyof DocumentUse]: DocumentUse[K] }>();
	let read = 0;
	let total = 0;
	for (const segment of words.length > 0 ? segments : []) {
		const { candidates } = candidatesIn(segment, words);
		const counts = countingIn(segment, filter);
		for (const passage of candidates) {
			if (!counts(passage)) continue;
			if (++read % stretch === 0) yield;
			const uses = usesIn(segment, passage, words);
			if (uses === 0) continue;
			const document = segment.documents[segment.documentOf(passage)]!;
			const paragraph = document.paragraph + passage - document.first;
			const known = found.get(document.name);
			total += uses;
			if (known) {
				known.uses += uses;
				known.passages++;
				known.paragraph = Math.min(known.paragraph, paragraph);
			} else {
				found.set(document.name, { ...sourceOf(document), uses, passages: 1, paragraph });
			}
		}
		yield;
	}
	const documents = [...found.values()].sort((a, b) =>
		earlier(a, b) ? -1 : earlier(b, a) ? 1 : a.document < b.document ? -1 : 1,
	);
	const years = new Map<number, { year: number; uses: number; documents: number }>();
	for (const { date, uses } of documents) {
		if (date === undefined) continue;
		const year = Number(date.slice(0, 4));
		const known = years.get(year) ?? { year, uses: 0, documents: 0 };
		years.set(year, { year, uses: known.uses + uses, documents: known.documents + 1 });
	}
	return { documents, years: [...years.values()].sort((a, b) => a.year - b.year), uses: total };
}

/** Whether one was published before the other: 2016 is before 2016-03, what has no date is last. */
function earlier(a: IndexedSource, b: IndexedSource): boolean {
	return (a.date ?? '~') < (b.date ?? '~');
}
