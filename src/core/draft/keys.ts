// Everything in a draft that cites by a key or a footnote label, with its place.

import { latexCitations, pandocCitations, type KeyCitation } from './clusters';
import { maskDraft, type MaskedDraft } from './mask';
import { noteDefinitions, noteReferences, type NoteDefinition, type NoteReference } from './notes';

/** What a draft cites with, in the order of the draft. */
export interface DraftKeys {
	readonly draft: MaskedDraft;
	readonly references: readonly NoteReference[];
	readonly definitions: readonly NoteDefinition[];
	readonly citations: readonly KeyCitation[];
}

/**
 * Reads a draft in `markdown`, `latex` or `tex`; other languages have no keys. What stands in code, formulas, comments,
 * addresses or front matter is none.
 */
export function keysOf(text: string, language: string): DraftKeys {
	const draft = maskDraft(text, language);
	if (language === 'latex' || language === 'tex')
		return { draft, references: [], definitions: [], citations: latexCitations(draft) };
	if (language !== 'markdown') return { draft, references: [], definitions: [], citations: [] };
	const definitions = noteDefinitions(draft);
	return { draft, definitions, references: noteReferences(draft, definitions), citations: pandocCitations(draft) };
}

/** The definition whose text an offset stands in; the inner one where one stands in another. */
export function definitionAt(definitions: readonly NoteDefinition[], offset: number): NoteDefinition | undefined {
	let low = 0;
	let high = definitions.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (definitions[middle]!.start <= offset) low = middle + 1;
		else high = middle;
	}
	// A note may hold others, so the one that began last need not be the one that still goes on.
	for (let i = low - 1; i >= 0; i--) {
		const definition = definitions[i]!;
		if (definition.end >= offset) return definition;
		if (!definition.nested) return undefined;
	}
	return undefined;
}
