// What a reader sees of the citations of a Markdown draft before it is finished: numbers and the list, as the finished
// copy will have them. The draft stays as it is.

import type { Draft } from '../draft/draft';
import { labelKey } from '../draft/notes';
import { nameInText } from './named';
import { entriesOf, numbered, numberingOf, placesIn } from './edits/finish';
import { escapeFor } from './edits/escape';
import { entryWords, singleMarksOf, type Mark } from './edits/marks';
import { formatReference, type ReferenceOptions } from './gbt7714/reference';
import type { Sources } from './sources';

/** Words of a mark; `raised` ones stand above the line. */
export interface PreviewPart {
	readonly text: string;
	readonly raised: boolean;
}

/** A citation as it is shown. */
export interface PreviewMark {
	readonly parts: readonly PreviewPart[];
	/** The numbers it stands for, from 1, in the order in which they are cited. */
	readonly entries: readonly number[];
}

/** The citations of a draft. What stands in no map cites nothing that is known. */
export interface CitationPreview {
	/** Footnotes that cite, by `labelKey`. */
	readonly notes: ReadonlyMap<string, PreviewMark>;
	/** Citations by key, by what stands in the draft: `[@key, 第3段]`. */
	readonly keys: ReadonlyMap<string, PreviewMark>;
	/** Citations with a key that means no source, by what stands in the draft, with those keys. */
	readonly unknown: ReadonlyMap<string, readonly string[]>;
	/** The references in the order of their numbers, as Markdown. */
	readonly list: readonly string[];
}

/** What no draft has: where a raised stretch begins and ends. */
const edge = '\0';

/** Reads the citations of a Markdown draft. */
export function previewOf(draft: Draft, sources: Sources, options: ReferenceOptions): CitationPreview {
	const marks = singleMarksOf(draft, sources, 'entries');
	const entries = entriesOf(draft, marks);
	// The preview has a list of its own, behind whatever list the draft has.
	const numbering = { ...numberingOf(draft, entries, { ...options, raised: [edge, edge] }), first: 1 };
	const placesOf = placesIn(marks);
	const shown = (mark: Mark): PreviewMark => {
		const words = nameInText(mark, draft) + numbered(mark, numbering);
		const parts = words.split(edge).map((text, at): PreviewPart => ({ text, raised: at % 2 === 1 }));
		return {
			parts: parts.filter(part => part.text !== ''),
			entries: mark.items.map(item => entries.indexOf(item.entry) + 1),
		};
	};
	const byStart = new Map(marks.marks.map(mark => [mark.start, mark]));
	const notes = new Map<string, PreviewMark>();
	for (const { label, start } of draft.references) {
		const mark = byStart.get(start);
		if (mark && !notes.has(labelKey(label))) notes.set(labelKey(label), shown(mark));
	}
	const keys = new Map<string, PreviewMark>();
	const unknown = new Map<string, readonly string[]>();
	for (const { start, end, keys: cited } of draft.citations) {
		const written = draft.text.slice(start, end);
		const mark = byStart.get(start);
		if (mark) keys.set(written, shown(mark));
		else
			unknown.set(
				written,
				cited.filter(one => !sources.byKey(one.key)).map(one => one.key),
			);
	}
	const reference = (entry: (typeof entries)[number]) =>
		entryWords(entry, source =>
			escapeFor(draft.language, formatReference(source, { ...options, places: placesOf(entry) }).text),
		);
	return { notes, keys, unknown, list: entries.map(reference) };
}
