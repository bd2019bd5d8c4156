// Answers with the passages of an index that hold some words, all of them, a stretch at a time.

import { wordsOf } from '../query';
import { unitsOf } from './codeUnits';
import type { IndexFilter, IndexedPassage, PassagePage } from './engine';
import { candidatesIn, countingIn, holdsAll, type Word } from './matching';
import type { StoredSegment } from './segment';

/** So many passages are answered at a time, and so many read between two pauses. */
const mostPassages = 500;
const stretch = 1024;

/**
 * The passages that hold all words of a text, from a place on; see `IndexEngine.passages`. Pauses (yields) now and
 * then.
 */
export function* passagesHolding(
	segments: readonly StoredSegment[],
	text: string,
	filter: IndexFilter,
	from = 0,
): Generator<void, PassagePage> {
	const words = wordsOf(text).map((word): Word => ({ text: word, codes: unitsOf(word) }));
	const passages: IndexedPassage[] = [];
	let read = 0;
	let first = 0;
	for (const segment of words.length > 0 ? segments : []) {
		const begin = from - first;
		if (begin < segment.size) {
			const { candidates, certain } = candidatesIn(segment, words);
			const counts = countingIn(segment, filter);
			for (const passage of candidates) {
				if (passage < begin || !counts(passage)) continue;
				if (++read % stretch === 0) yield;
				if (!certain && !holdsAll(segment, passage, words)) continue;
				if (passages.length === mostPassages) return { passages, next: first + passage };
				const { name, source, paragraph, first: start } = segment.documentAt(passage);
				passages.push({ document: name, source, paragraph: paragraph + passage - start, text: segment.text(passage) });
			}
			yield;
		}
		first += segment.size;
	}
	return { passages };
}
