// Answers in which documents of an index words stand, how often, and in which years.

import { compareCodeUnits } from '../../text/order';
import { wordsOf } from '../query';
import { unitsOf } from './codeUnits';
import type { IndexFilter, MentionFilter, DocumentMention, IndexTimeline, DocumentUse } from './engine';
import { candidatesIn, countingIn, holdsAll, sourceOf, usesIn, type Word } from './matching';
import type { StoredSegment } from './segment';
import { dateOf, Span, standsIn, yearsOf } from './usesTold';

/** Texts that are read between two pauses. */
const stretch = 1024;

const wordsFor = (text: string): Word[] => wordsOf(text).map(word => ({ text: word, codes: unitsOf(word) }));

/**
 * In how many documents words stand, a short name not across words. Pauses (yields) now and then; reads no more of a
 * document than up to the first passage.
 */
export function* mentionOf(
	segments: readonly StoredSegment[],
	text: string,
	filter: MentionFilter,
): Generator<void, DocumentMention> {
	const words = wordsFor(text);
	if (words.length === 0) return { documents: 0 };
	const stands = standsIn(
		words.map(word => word.text),
		filter.common,
	);
	const names = new Set<string>();
	const span = new Span();
	let read = 0;
	for (const segment of segments) {
		const { candidates, certain } = candidatesIn(segment, words);
		const counts = countingIn(segment, filter);
		let end = 0;
		for (const passage of candidates) {
			// What follows in a document that is counted already tells nothing new.
			if (passage < end || !counts(passage)) continue;
			if (!certain || stands) {
				if (++read % stretch === 0) yield;
				if (!holdsAll(segment, passage, words) || stands?.(segment.text(passage)) === false) continue;
			}
			const number = segment.documentOf(passage);
			end = segment.endOf(number);
			const source = sourceOf(segment.document(number));
			if (names.has(source.document)) continue;
			names.add(source.document);
			span.add(source);
		}
		yield;
	}
	return { documents: names.size, ...span.ends };
}

/**
 * How often words stand in each document and year. Reads every passage that may hold them. Pauses (yields) now and
 * then.
 */
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
			const document = segment.documentAt(passage);
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
	const documents = [...found.values()].sort(
		(a, b) => compareCodeUnits(dateOf(a), dateOf(b)) || compareCodeUnits(a.document, b.document),
	);
	return { documents, years: yearsOf(documents), uses: total };
}
