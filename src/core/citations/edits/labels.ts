// Under which label of a draft a place of a source is cited.

import type { Draft } from '../../draft/draft';
import { labelEnding } from '../../draft/locator';
import { labelKey, type NoteDefinition } from '../../draft/notes';
import { placeIn, type Known } from '../sources';
import { labelOf } from './escape';
import { GeneratedReferences, plainReference } from './generated';
import { isReference } from './sameReferences';

/** The label of a known place: `key-p3`. */
export function labelFor({ source, locator }: Known): string {
	return labelOf(source.id) + labelEnding(locator);
}

/**
 * Answers the label of a place as it can be used in a draft: `key-p3`, or `key-p3-2` and so on where the draft has a
 * note of that label which is the reference of something else. A note in the writer's own words is taken for what its
 * label says.
 */
export function labelsIn(draft: Draft): (known: Known) => string {
	const { definitions } = draft;
	const ours = new GeneratedReferences();
	const first = new Map<string, NoteDefinition>();
	const wordsIn = ({ textStart, end }: NoteDefinition) => draft.text.slice(textStart, end);
	// Of several the first that has words counts.
	for (const one of definitions) {
		const before = first.get(labelKey(one.label));
		if (!before || wordsIn(before).trim() === '') first.set(labelKey(one.label), one);
	}
	const wordsOf = (label: string) => {
		const one = first.get(labelKey(label));
		return one && wordsIn(one);
	};
	const isFree = (label: string, known: Known) => {
		const words = wordsOf(label)?.trim() ?? '';
		return words === '' || ours.wrote(known.source, known.locator, words) || !citesOther(ours, known, words);
	};
	const isOurs = (label: string, { source, locator }: Known) => {
		const words = wordsOf(label);
		return words === undefined || ours.wrote(source, locator, words);
	};
	return known => {
		const label = labelFor(known);
		if (isFree(label, known)) return label;
		let number = 2;
		while (!isOurs(`${label}-${number}`, known)) number++;
		return `${label}-${number}`;
	};
}

/** Whether words are the reference of another source, or of another place in this one. */
function citesOther(ours: GeneratedReferences, { source }: Known, words: string): boolean {
	const plain = plainReference(words);
	if (!isReference(plain)) return false;
	return placeIn(ours, source, words) !== undefined || !plain.includes(plainReference(source.title));
}
