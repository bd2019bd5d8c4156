// What of a corpus was written by others and when: the full texts, and of sources without one the passages that are
// cited.
import type { Corpus } from '../corpus/corpus';
import type { PartialDate, Source } from '../corpus/records';

/** What a date is the date of: of publication, or only of the page the copy at hand comes from (no later than). */
export type DateOf = 'issued' | 'held';

/** A paragraph of a full text, or a citation. */
export interface Passage {
	readonly text: string;
	/** Counted from 1; a citation need not say it. */
	readonly paragraph?: number;
	/** A point or a figure of the corpus: worded by whoever made the record. */
	readonly ours: boolean;
}

/** A source with as much of its text as the corpus has. */
export interface Writing {
	readonly source: Source;
	readonly date?: PartialDate;
	readonly of?: DateOf;
	readonly from: 'text' | 'citations';
	readonly passages: readonly Passage[];
}

/** The full texts of a corpus. */
export function* fullTexts(corpus: Corpus): Generator<Writing> {
	for (const document of corpus.documents) {
		const source = corpus.source(document.source);
		if (!source) continue;
		yield {
			source,
			...dated(source),
			from: 'text',
			passages: document.paragraphs.map((text, at) => ({ text, paragraph: at + 1, ours: false })),
		};
	}
}

/**
 * The full texts, then the sources of which only citations are there. Citations of a source whose text is there stand
 * in the text. Of
 * `unread` sources (ids) the text is there, but looked at elsewhere.
 */
export function* writings(corpus: Corpus, unread: readonly string[] = []): Generator<Writing> {
	const whole = new Set(corpus.documents.map(document => document.source));
	yield* fullTexts(corpus);
	for (const id of unread) {
		const source = corpus.source(id);
		if (!source || whole.has(source.id)) continue;
		whole.add(source.id);
		yield { source, ...dated(source), from: 'text', passages: [] };
	}
	for (const source of corpus.sources) {
		if (whole.has(source.id)) continue;
		const passages = corpus.citationsOfSource(source.id).map(({ text, paragraph, kind }) => ({
			text,
			ours: kind !== 'quotation',
			...(paragraph === undefined ? {} : { paragraph }),
		}));
		if (passages.length > 0) yield { source, ...dated(source), from: 'citations', passages };
	}
}

/** The date of a source, and of what it is the date; nothing where no page proves one. */
export function dated(source: Source): { readonly date?: PartialDate; readonly of?: DateOf } {
	if (source.issued) return { date: source.issued, of: 'issued' };
	return source.held?.date ? { date: source.held.date, of: 'held' } : {};
}
