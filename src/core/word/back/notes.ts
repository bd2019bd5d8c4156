// Changes and remarks inside the notes of a file, beside the notes of the draft.

import type { Draft } from '../../draft/draft';
import { labelKey } from '../../draft/notes';
import { pairedTexts } from './pairing/match';
import { PairedParagraph, type NotePlace } from './paired';
import type { Proposal } from './proposal';
import { originalOf, type ReturnedParagraph } from './returned';
import { unitWithin, type Unit } from './units';
import type { Write } from './writing';

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
		// Of one paragraph no other can be meant, however little is left of it.
		const only = own.length === 1 && of.length === 1 && isOwnWords(own[0], of[0]) ? of[0] : undefined;
		return own.map((paragraph, at) => ({
			cited: place.start,
			paragraph: new PairedParagraph(draft, paragraph, of[pairs[at] ?? -1] ?? only),
		}));
	});
	return { paired: found.flat().map(one => one.paragraph), cited: found.flat().map(({ cited }) => cited) };
}

/** What was changed in a note and, where its words are the writer's own, what is otherwise with nothing tracked. */
export function changesInNote(one: PairedParagraph, write: Write, cited: number): readonly Proposal[] {
	const tracked = one.changes(write, cited);
	return isOwnWords(one.paragraph, one.unit) ? [...tracked, ...one.differences(write)] : tracked;
}

/** The code of a kind of source, [N] or [EB/OL]: an export writes such a note as the edition that is set has it. */
const sourceCode = /\[[A-Z]{1,2}(?:\/[A-Z]{2})?\]/;
/** A note that a file has instead of one that says the same. */
const again = /^\s*同/;

/** Whether an export writes a note word for word as the draft has it. */
function isOwnWords(paragraph: ReturnedParagraph | undefined, unit: Unit | undefined): boolean {
	if (!paragraph || !unit || sourceCode.test(unit.text)) return false;
	return again.test(unit.text) || !again.test(originalOf(paragraph.pieces));
}

/** The words of a note in the draft; nothing where it is made from a source. */
function noteUnits(draft: Draft, units: readonly Unit[], { start, end }: NotePlace): readonly Unit[] {
	const cited = draft.text.slice(start, end);
	const label = /^\[\^([^\]\s]+)\]$/.exec(cited)?.[1];
	// Of several with one label the last counts.
	const definition = draft.definitions.findLast(one => labelKey(one.label) === labelKey(label ?? ''));
	if (definition) return units.filter(one => one.start >= definition.textStart && one.end <= definition.end);
	const opening = /^(?:\^\[|\\footnote\{)/.exec(cited)?.[0].length;
	return opening === undefined ? [] : [unitWithin(draft, start + opening, end - 1)];
}
