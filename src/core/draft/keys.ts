// Everything in a draft that cites by a key or a footnote label, with its place.

import type { KeyCitation } from './clusters';
import type { Draft } from './draft';
import { lastStarting } from './lines';
import type { NoteDefinition, NoteReference } from './notes';

/** What a draft cites with, in the order of the draft. */
export interface DraftKeys {
	readonly draft: Draft;
	readonly references: readonly NoteReference[];
	readonly definitions: readonly NoteDefinition[];
	readonly citations: readonly KeyCitation[];
}

/**
 * What a draft in `markdown`, `latex` or `tex` cites with; other languages have no keys. What stands in code, formulas,
 * comments, addresses or front matter is none.
 */
export function keysOf(draft: Draft): DraftKeys {
	return draft.part(keysIn);
}

function keysIn(draft: Draft): DraftKeys {
	const { references, definitions, citations } = draft;
	return { draft, references, definitions, citations };
}

/** The definition whose text an offset stands in; the inner one where one stands in another. */
export function definitionAt(definitions: readonly NoteDefinition[], offset: number): NoteDefinition | undefined {
	// A note may hold others, so the one that began last need not be the one that still goes on.
	for (let at = lastStarting(definitions, offset); at >= 0; at--) {
		const definition = definitions[at];
		if (!definition || definition.end >= offset) return definition;
		if (!definition.nested) return undefined;
	}
	return undefined;
}
