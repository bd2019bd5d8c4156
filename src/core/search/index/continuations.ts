// The documents of an index, and other drafts, as texts whose wording continues drafts.

import { Phrases, type OfferedText } from '../continuations/phrases';
import type { ContinuationPlace, ContinuationQuery, DocumentContinuation, DraftWording } from './engine';
import type { StoredSegment } from './segment';

/** Where a text is from. */
type Origin = Omit<ContinuationPlace, 'paragraph'>;

/** A draft with its lines. */
type HeldDraft = DraftWording & Required<Pick<DraftWording, 'lines'>>;

/** What is held of the documents, from the first question on. */
export class DocumentPhrases {
	private readonly phrases = new Phrases();
	private origins = new Map<string, Origin>();
	private drafts: ReadonlyMap<string, HeldDraft> = new Map();

	/** Takes these drafts and no others; what that changes is to be taken in. Answers those whose lines are not held. */
	hold(drafts: readonly DraftWording[]): { readonly lacking: readonly string[]; readonly isChanged: boolean } {
		const held = new Map<string, HeldDraft>();
		const lacking: string[] = [];
		for (const { name, version, title, lines = this.linesIn(name, version) } of drafts) {
			if (lines) held.set(name, { name, version, title, lines });
			else lacking.push(name);
		}
		const isSame = ({ name, version, title }: HeldDraft) => {
			const before = this.drafts.get(name);
			return before?.version === version && before.title === title;
		};
		const isChanged = held.size !== this.drafts.size || ![...held.values()].every(isSame);
		this.drafts = held;
		return { lacking, isChanged };
	}

	/** Lines of a draft that is held; nothing of what is none. */
	linesOf(name: string, from: number, to: number): readonly string[] | undefined {
		return this.drafts.get(name)?.lines.slice(Math.max(0, from - 1), to);
	}

	private linesIn(name: string, version: string): readonly string[] | undefined {
		const held = this.drafts.get(name);
		return held?.version === version ? held.lines : undefined;
	}

	/** Takes documents and drafts as they are, in steps. */
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
		for (const draft of this.drafts.values()) {
			const key = keyOf(draft);
			origins.set(key, { draft: true, document: draft.name, source: '', title: draft.title });
			offered.push({ ...offeredDraft(draft), key });
		}
		yield* this.phrases.take(offered);
		this.origins = origins;
	}

	after({ before, confidence = 'balanced', caution, draft }: ContinuationQuery): readonly DocumentContinuation[] {
		const own = draft === undefined ? undefined : this.drafts.get(draft);
		const found = this.phrases.after(before, confidence, caution, own && keyOf(own));
		if (!found) return [];
		const places = found.places.flatMap(({ key, paragraph }) => {
			const origin = this.origins.get(key);
			return origin ? [{ ...origin, paragraph }] : [];
		});
		return [{ ...found, places }];
	}
}

const keyOf = ({ name, version }: HeldDraft): string => ['', name, version].join('\0');

/** Of no date, so that documents, which can be cited, are named first. */
function offeredDraft({ lines }: HeldDraft): Omit<OfferedText, 'key'> {
	const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
	return { date: '', isDraft: true, length, read: () => lines };
}

function textOf(segment: StoredSegment, number: number, key: string): OfferedText {
	const { date, first, paragraph } = segment.document(number);
	const end = segment.endOf(number);
	let length = 0;
	for (let at = first; at < end; at++) length += (segment.lengths[at] ?? 0) + 1;
	return { key, date, paragraph, length, read: () => segment.textsOf(number) };
}
