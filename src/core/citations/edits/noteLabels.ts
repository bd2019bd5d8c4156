// The labels footnotes get when they are put in order: the definition that counts for each, its turn, what it becomes,
// and the changes for that.

import type { Draft } from '../../draft/draft';
import type { Edit } from '../../draft/edit';
import { definitionAt, labelKey, type NoteDefinition, type NoteReference } from '../../draft/notes';
import { liesInside, type PlanProblem } from './plan';
import { bodyOf, isNumber } from './sameReferences';

/**
 * The definition that counts for each label: the first. A later one that says the same goes; one that says something
 * else is reported.
 */
export function firstDefinitions(
	draft: Draft,
	merge: boolean,
	gone: Set<NoteDefinition>,
	problems: PlanProblem[],
): Map<string, NoteDefinition> {
	const first = new Map<string, NoteDefinition>();
	for (const definition of draft.definitions) {
		const known = first.get(labelKey(definition.label));
		if (!known) first.set(labelKey(definition.label), definition);
		else if (merge && definition.below === undefined && bodyOf(draft, known) === bodyOf(draft, definition))
			gone.add(definition);
		else
			problems.push({
				code: 'duplicate',
				key: definition.label,
				start: definition.labelStart,
				end: definition.labelEnd,
			});
	}
	return first;
}

/**
 * Labels in the order in which a reader meets them: those of the text, then those within the notes that are referred
 * to. Label → its turn.
 */
export function inTurn(
	draft: Draft,
	first: ReadonlyMap<string, NoteDefinition>,
	real: (label: string) => string,
): Map<string, number> {
	const within = new Map<NoteDefinition, NoteReference[]>();
	const turn = new Map<string, number>();
	const queue: string[] = [];
	const meet = ({ label }: NoteReference) => {
		const key = real(label);
		if (turn.has(key) || !first.has(key)) return;
		turn.set(key, turn.size);
		queue.push(key);
	};
	for (const one of draft.references) {
		const definition = definitionAt(draft.definitions, one.start);
		if (!definition) {
			meet(one);
			continue;
		}
		const inside = within.get(definition);
		if (inside) inside.push(one);
		else within.set(definition, [one]);
	}
	for (const label of queue) {
		const definition = first.get(label);
		for (const one of (definition && within.get(definition)) ?? []) meet(one);
	}
	return turn;
}

/**
 * The label each label becomes. Labels that stay although nothing is to be done with them keep theirs, and nobody else
 * gets it.
 */
export function labelsFor(
	draft: Draft,
	first: ReadonlyMap<string, NoteDefinition>,
	turn: ReadonlyMap<string, number>,
	gone: ReadonlySet<NoteDefinition>,
	mode: 'keys' | 'numbers',
	real: (label: string) => string,
): Map<string, string> {
	const goes = liesInside(gone);
	const kept = new Set(
		draft.references
			.filter(one => !goes(one.start, one.end))
			.map(one => real(one.label))
			.filter(label => !first.has(label)),
	);
	const names = new Map<string, string>();
	for (const { label } of draft.definitions.filter(one => !gone.has(one) && !turn.has(labelKey(one.label)))) {
		kept.add(labelKey(label));
		// What was made one with it is called as it is.
		if (!names.has(labelKey(label))) names.set(labelKey(label), label);
	}
	const ordered = [...turn].sort((a, b) => a[1] - b[1]).map(([label]) => label);
	let number = 0;
	for (const label of ordered) {
		// Of a note without words the label alone says what it cites.
		const definition = first.get(label);
		if (definition && !isNumber(label) && (mode === 'keys' || bodyOf(draft, definition) === '')) {
			names.set(label, definition.label);
			continue;
		}
		do number++;
		while (kept.has(String(number)));
		names.set(label, String(number));
	}
	return names;
}

/** The number each label gets when all are numbered, nothing merged or taken out. */
export function numbering(draft: Draft): ReadonlyMap<string, string> {
	const first = firstDefinitions(draft, false, new Set(), []);
	return labelsFor(draft, first, inTurn(draft, first, labelKey), new Set(), 'numbers', labelKey);
}

/** Changes of labels, in references and definitions; those in definitions that go are left out. */
export function labelEdits(
	draft: Draft,
	names: ReadonlyMap<string, string>,
	real: (label: string) => string,
	gone: ReadonlySet<NoteDefinition>,
): Edit[] {
	const edits: Edit[] = [];
	const goes = liesInside(gone);
	const rename = (label: string, start: number, end: number) => {
		// A name keeps its own capitals wherever it need not become another.
		const name = names.get(real(label));
		if (name !== undefined && labelKey(name) !== labelKey(label) && !goes(start, end))
			edits.push({ start, end, text: name });
	};
	for (const { label, start, end } of draft.references) rename(label, start + 2, end - 1);
	for (const { label, labelStart, labelEnd } of draft.definitions) rename(label, labelStart, labelEnd);
	return edits.sort((a, b) => a.start - b.start);
}
