// Changes and remarks inside the notes of a file, beside the notes of the draft.

import type { Draft } from '../../draft/draft';
import { labelKey } from '../../draft/notes';
import { pairedTexts } from './match';
import { PairedParagraph, type NotePlace } from './paired';
import { originalOf, type ReturnedParagraph } from './returned';
import { unitWithin, type Unit } from './units';

/** What came back in notes; those that were put in are written with their words. */
export interface PairedNotes {
	readonly paired: readonly PairedParagraph[];
	/** Where each is cited, in the same order. */
	readonly cited: readonly number[];
}

export function pairedNotes(
	draft: Draft,
	units: readonly Unit[],
	paragraphs: readonly ReturnedParagraph[],
	places: readonly NotePlace[],
): PairedNotes {
	const found = places.map(place => {
		const own = paragraphs.filter(({ note }) => note === place.id);
		const of = noteUnits(draft, units, place);
		const pairs = pairedTexts(
			own.map(({ pieces }) => originalOf(pieces).replace(/\s+/g, '')),
			of.map(({ text }) => text),
		);
		return own.map((paragraph, at) => ({
			cited: place.start,
			paragraph: new PairedParagraph(draft, paragraph, of[pairs[at] ?? -1]),
		}));
	});
	return { paired: found.flat().map(one => one.paragraph), cited: found.flat().map(({ cited }) => cited) };
}

/** The words of a note in the draft; nothing where it is made from a source. */
function noteUnits(draft: Draft, units: readonly Unit[], { start, end }: NotePlace): readonly Unit[] {
	const cited = draft.text.slice(start, end);
	const label = /^\[\^([^\]\s]+)\]$/.exec(cited)?.[1];
	const definition = draft.definitions.find(one => labelKey(one.label) === labelKey(label ?? ''));
	if (definition) return units.filter(one => one.start >= definition.textStart && one.end <= definition.end);
	const opening = /^(?:\^\[|\\footnote\{)/.exec(cited)?.[0].length;
	return opening === undefined ? [] : [unitWithin(draft, start + opening, end - 1)];
}
