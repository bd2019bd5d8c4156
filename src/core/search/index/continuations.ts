// The documents of an index as texts whose wording continues drafts.

import { Phrases, type OfferedText } from '../continuations/phrases';
import type { ContinuationQuery, DocumentContinuation } from './engine';
import type { StoredSegment } from './segment';

/** Where a text is from. */
interface Origin {
	readonly document: string;
	readonly source: string;
	readonly title: string;
	readonly date: string;
}

/** What is held of the documents, from the first question on. */
export class DocumentPhrases {
	private readonly phrases = new Phrases();
	private origins = new Map<string, Origin>();

	/** Takes the documents as they are, in steps. */
	*take(segments: readonly StoredSegment[]): Generator<void, void> {
		const origins = new Map<string, Origin>();
		const offered: OfferedText[] = [];
		for (const segment of segments) {
			yield;
			for (const [number, { name, version, source, title, date, paragraph }] of segment.documents.entries()) {
				if (segment.dead.has(number)) continue;
				const key = [name, version, String(paragraph)].join('\0');
				origins.set(key, { document: name, source, title, date });
				offered.push(textOf(segment, number, key));
			}
		}
		yield* this.phrases.take(offered);
		this.origins = origins;
	}

	after({ before, confidence = 'balanced', caution }: ContinuationQuery): readonly DocumentContinuation[] {
		const found = this.phrases.after(before, confidence, caution);
		if (!found) return [];
		const places = found.places.flatMap(({ key, paragraph }) => {
			const origin = this.origins.get(key);
			return origin ? [{ ...origin, paragraph }] : [];
		});
		return [{ ...found, places }];
	}
}

function textOf(segment: StoredSegment, number: number, key: string): OfferedText {
	const { date, first, paragraph } = segment.document(number);
	const end = segment.endOf(number);
	let length = 0;
	for (let at = first; at < end; at++) length += (segment.lengths[at] ?? 0) + 1;
	return { key, date, paragraph, length, read: () => segment.textsOf(number) };
}
