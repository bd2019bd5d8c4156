// A text of which another pack has the source and citations, but not the text → that source, and the head of a document that is its full text.
// Knows nothing of packs on disk; what the other pack says of the source stays as it is.

import type { Citation, Extension, Source } from '../corpus/records';
import { compact } from '../text/compact';
import { fold } from '../text/fold';
import type { ImportedDocument } from './document';

/** A source of another pack with the words cited from it, each with the paragraph (from 1) it stands in. */
export interface CitedSource {
	readonly source: Source;
	readonly citations: readonly { readonly text: string; readonly paragraph: number }[];
}

/** The head of a document that `extends` a source: the title, so that it can be read alone, and what the source lacks. */
export type FullTextHead = { readonly extends: string; readonly title: string } & Partial<Omit<Source, 'id'>>;

/** The sources that are cited with paragraphs. Of one that is an excerpt, paragraphs of the whole text have other numbers. */
export function citedSources(sources: readonly Source[], citations: readonly Citation[]): readonly CitedSource[] {
	const words = new Map<string, { text: string; paragraph: number }[]>();
	for (const { source, text, paragraph } of citations) {
		if (paragraph !== undefined) words.set(source, [...words.get(source) ?? [], { text, paragraph }]);
	}
	return sources.filter(({ id, fidelity }) => fidelity !== 'excerpt' && words.has(id)).map(source => ({ source, citations: words.get(source.id)! }));
}

/** Finds the source a text is the full text of: what is cited from it stands in the paragraphs that the citations name. */
export class Cited {
	private readonly known: readonly { readonly source: Source; readonly title: string; readonly words: readonly (readonly [text: string, paragraph: number])[] }[];

	constructor(cited: readonly CitedSource[]) {
		this.known = cited.map(({ source, citations }) => ({ source, title: letters(source.title), words: citations.map(({ text, paragraph }): [string, number] => [letters(text), paragraph]).filter(([text]) => text.length >= 8) }));
	}

	/** Half of the citations have to agree, and with another title at least five. A damaged copy is no full text of a source that is whole. */
	sourceOf({ source, paragraphs }: ImportedDocument): Source | undefined {
		if (this.known.length === 0) return undefined;
		const title = letters(source.title ?? '');
		const folded: string[] = [];
		const paragraph = (n: number) => (folded[n] ??= letters(paragraphs[n - 1] ?? ''));
		return this.known.find(one => {
			const agree = one.words.filter(([text, n]) => paragraph(n).includes(text)).length;
			return agree >= (one.title === title ? 1 : 5) && agree * 2 >= one.words.length && !(source.fidelity === 'damaged' && one.source.fidelity !== 'damaged');
		})?.source;
	}
}

const letters = (text: string) => compact(fold(text)).text;

/** Fields that are the target's, or stand in every head. */
const fixed: ReadonlySet<string> = new Set(['id', 'type', 'title', 'issued', 'missing', 'damage', 'fidelity']);

/** The head of the full text of `target`. Fields it has stay its own, except those in `own`, which the document said before. */
export function fullTextHead(target: Source, fields: Source, own: Extension['fields'] = {}): FullTextHead {
	const added = Object.entries(fields).filter(([field]) => !fixed.has(field) && (Object.hasOwn(own, field) || empty(target[field as keyof Source])));
	const issued = target.issued ?? fields.issued;
	return { extends: target.id, title: target.title, ...(issued === undefined ? {} : { issued }), ...Object.fromEntries(added) };
}

function empty(value: unknown): boolean {
	return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
