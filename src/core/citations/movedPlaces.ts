// A document was taken in again, and its paragraphs have other numbers: the citations of a draft that lead elsewhere
// now, and the changes that would make them lead where they did. Nothing is changed by itself.

import type { Draft } from '../draft/draft';
import type { Edit } from '../draft/edit';
import { labelKey, type NoteDefinition } from '../draft/notes';
import type { ReferenceOptions } from './gbt7714/reference';
import type { Known, Sources } from './sources';
import { labelFor } from './edits/labels';
import { keyEdit } from './edits/locator';
import { sayLocator } from '../draft/locator';
import { citedBy, definitionText, definitionsByLabel } from './edits/switch';

/** A place of a draft whose paragraph has another number. */
export interface MovedPlace {
	/** Of the key or of the note's label where it is referred to first. */
	readonly start: number;
	readonly end: number;
	readonly from: number;
	readonly to: number;
	/** What makes it lead there; none where words stand beside it that are the writer's. */
	readonly edits: readonly Edit[];
}

/** The citations of a source by paragraphs that `moves` gives other numbers, in the order of the draft. */
export function movedPlaces(
	draft: Draft,
	source: string,
	moves: ReadonlyMap<number, number>,
	sources: Sources,
	options: ReferenceOptions,
): readonly MovedPlace[] {
	const keys = draft.citations.flatMap(citation =>
		citation.keys.flatMap((key): MovedPlace[] => {
			const found = sources.byKey(key.key);
			const move = found?.id === source ? moveOf({ source: found, ...key }, moves) : undefined;
			if (!move) return [];
			const { start, end } = key;
			const edit = keyEdit(draft, { start, end }, sayLocator(move.known.locator));
			return [{ start, end, from: move.from, to: move.to, edits: edit ? [edit] : [] }];
		}),
	);
	return [...keys, ...movedNotes(draft, source, moves, sources, options)].sort((a, b) => a.start - b.start);
}

interface Move {
	readonly from: number;
	readonly to: number;
	readonly known: Known;
}

function moveOf({ source, locator }: Known, moves: ReadonlyMap<number, number>): Move | undefined {
	const from = locator?.paragraph;
	const to = from === undefined ? undefined : moves.get(from);
	if (from === undefined || to === undefined || to === from) return undefined;
	return { from, to, known: { source, locator: { ...locator, paragraph: to } } };
}

/** The notes, each with all places that refer to it. */
function movedNotes(
	draft: Draft,
	source: string,
	moves: ReadonlyMap<number, number>,
	sources: Sources,
	options: ReferenceOptions,
): readonly MovedPlace[] {
	const definitions = definitionsByLabel(draft);
	const notes = new Map<string, { readonly label: string; readonly old: Known; readonly move: Move }>();
	for (const { label } of draft.references) {
		const old = citedBy(draft, label, definitions.get(labelKey(label)), sources);
		const move = old?.source.id === source ? moveOf(old, moves) : undefined;
		if (old && move) notes.set(labelKey(label), { label, old, move });
	}
	// A label may be taken by a note that does not move itself.
	const staying = new Set([...definitions.keys()].filter(label => !notes.has(label)));
	return [...notes].flatMap(([key, { label, old, move }]): MovedPlace[] => {
		const references = draft.references.filter(one => labelKey(one.label) === key);
		const [first] = references;
		if (!first) return [];
		const isNamed = key === labelKey(labelFor(old));
		const now = isNamed ? labelFor(move.known) : label;
		const definition = definitions.get(key);
		const isFree = !isNamed || !staying.has(labelKey(now));
		const isOurs = !definition || sources.wrote(old, wordsOf(draft, definition), options);
		const labels = isNamed ? references.map(one => ({ start: one.start + 2, end: one.end - 1, text: now })) : [];
		const edits = [...labels, ...definitionEdits(definition, isNamed ? now : undefined, move.known, options)];
		const { from, to } = move;
		return [{ start: first.start + 2, end: first.end - 1, from, to, edits: isFree && isOurs ? edits : [] }];
	});
}

function wordsOf(draft: Draft, { textStart, end }: NoteDefinition): string {
	return draft.text.slice(textStart, end);
}

function definitionEdits(
	definition: NoteDefinition | undefined,
	label: string | undefined,
	known: Known,
	options: ReferenceOptions,
): readonly Edit[] {
	if (!definition) return [];
	const { labelStart, labelEnd, textStart, end } = definition;
	const words = { start: textStart, end, text: definitionText(known, options) };
	return label === undefined ? [words] : [{ start: labelStart, end: labelEnd, text: label }, words];
}
