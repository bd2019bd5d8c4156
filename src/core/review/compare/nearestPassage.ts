// The sentence of the sources that has most of the words of a quotation that stands nowhere, or a clause of it: where
// to look, no verdict.

import type { NearestWords } from '../../draft/finding';
import { fold } from '../../text/fold';
import { sentences } from '../../text/sentences';
import { normalizedText } from './comparedText';
import { namedBy, type Passage } from './passageRun';
import type { Query } from './query';
import type { ReferenceTexts } from './referenceTexts';

/** So many places are looked at. */
const mostPlaces = 8;
/** Places are found to so many letters. */
const nearby = 128;
/** A passage has more than so great a part of the words, and at least so many of them. */
const leastShared = 0.5;
const fewestShared = 3;

/** Every year has other figures. */
const figure = /^[\d零〇一二两三四五六七八九十百千万亿点.%]+$/;

let segmenter: Intl.Segmenter | undefined;

/** The words of a text that say what it is about: of two characters or more, no figures; each once. */
function contentWords(text: string): readonly string[] {
	if (typeof Intl.Segmenter !== 'function') return [];
	segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
	const words = new Set<string>();
	for (const { segment, isWordLike } of segmenter.segment(fold(text)))
		if (isWordLike && segment.length > 1 && !figure.test(segment)) words.add(normalizedText(segment));
	words.delete('');
	return [...words];
}

/**
 * The sentence that shares most of the content words of a quotation; where none shares more than half, the one that has
 * its longest clause that stands somewhere.
 */
export function nearestWords(query: Query, authority: ReferenceTexts): NearestWords | undefined {
	return sharingWords(query, authority) ?? havingClause(query, authority);
}

function sharingWords(query: Query, authority: ReferenceTexts): NearestWords | undefined {
	const words = contentWords(query.text);
	const all = sizeOf(words);
	const count = Math.max(1, sentences(query.text).length);
	let best: { readonly words: NearestWords; readonly shared: number; readonly size: number } | undefined;
	for (const passage of passagesNear(query, authority)) {
		for (const wording of windowsOf(passage.text, count)) {
			const letters = normalizedText(wording);
			const common = words.filter(word => letters.includes(word));
			const shared = sizeOf(common) / all;
			if (shared <= leastShared || common.length < fewestShared) continue;
			const size = letters.length;
			if (!best || shared > best.shared || (shared === best.shared && size < best.size))
				best = { words: { ...namedBy(passage), wording }, shared, size };
		}
	}
	return best?.words;
}

/** A clause of fewer letters leads nowhere. */
const shortestClause = 4;
/** What stands in so many places is a set phrase, unless it is long. */
const manyPlaces = 4;
const longClause = 8;

/** The first sentence that has the longest clause of a quotation, as a clause of its own. */
function havingClause({ codes, joints, text }: Query, authority: ReferenceTexts): NearestWords | undefined {
	const borders = [0, ...joints, codes.length];
	const clauses = borders
		.slice(1)
		.map((end, at) => ({ start: borders[at] ?? 0, end }))
		.filter(one => one.end - one.start >= shortestClause)
		.sort((a, b) => b.end - b.start - (a.end - a.start));
	for (const { start, end } of clauses) {
		const places = authority.grams.exact(codes, start, end, manyPlaces);
		if (places.length === manyPlaces && end - start < longClause) continue;
		const place = places.find(one => authority.gap(one) !== '');
		const passage = place === undefined ? undefined : authority.passageAt(place);
		if (!passage) continue;
		const letters = normalizedText(text).slice(start, end);
		const whole = [...windowsOf(passage.text, 1)].find(one => normalizedText(one).includes(letters));
		if (whole !== undefined) return { ...namedBy(passage), wording: whole };
	}
	return undefined;
}

function sizeOf(words: readonly string[]): number {
	return words.reduce((sum, word) => sum + word.length, 0);
}

/** The passages that have most in common with a quotation, rare letters counting more. */
export function passagesNear({ codes }: Query, authority: ReferenceTexts): ReadonlySet<Passage> {
	const passages = new Set<Passage>();
	for (const start of authority.grams.near(codes, mostPlaces)) {
		const end = start + nearby + codes.length;
		for (let at = Math.max(0, start); at < end;) {
			const passage = authority.passageAt(at);
			if (passage) passages.add(passage);
			at = Math.max(passage?.end ?? at + 1, at + 1);
		}
	}
	return passages;
}

/** Every so many sentences of a passage that follow each other. */
function* windowsOf(text: string, count: number): Generator<string> {
	const spans = sentences(text);
	for (const [at, { start }] of spans.entries()) {
		const last = spans[Math.min(spans.length, at + count) - 1];
		if (last) yield text.slice(start, last.end);
		if (at + count >= spans.length) return;
	}
}
