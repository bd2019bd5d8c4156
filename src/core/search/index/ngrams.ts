// Answers how the documents of an index go on: n-gram counts of the latest of them.

import { NgramCounts } from '../../text/ngrams';
import { writeNgrams } from '../../text/ngramText';
import { compareCodeUnits } from '../../text/order';
import type { StoredSegment } from './segment';

/** So many characters tell: a hundred reports, a second or two. */
const countedCharacters = 2_000_000;
/** Bytes of the answer. */
const longestAnswer = 1_000_000;
/** Passages that are read between two pauses. */
const stretch = 16;

/** The counts of the documents, the latest first, as `writeNgrams` has them. Pauses (yields) now and then. */
export function* ngramsOf(segments: readonly StoredSegment[]): Generator<void, string> {
	const documents = segments.flatMap(segment =>
		segment.documents.flatMap(({ date, first }, number) =>
			segment.dead.has(number) ? [] : [{ segment, date, first, end: segment.endOf(number) }],
		),
	);
	documents.sort((a, b) => compareCodeUnits(b.date, a.date));
	const counts = new NgramCounts();
	let read = 0;
	for (const { segment, first, end } of documents) {
		for (let passage = first; passage < end && read < countedCharacters; passage++) {
			const text = segment.text(passage);
			counts.add(text);
			read += text.length;
			if (passage % stretch === 0) yield;
		}
	}
	return writeNgrams(counts, longestAnswer);
}
