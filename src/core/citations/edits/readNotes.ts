// What the footnotes of a draft become in a finished copy: a citation of a source, a reference in the writer's own
// words, or the note they are.

import type { Draft } from '../../draft/draft';
import type { Source } from '../../corpus/records';
import type { Locator } from '../../draft/locator';
import { labelKey, type NoteDefinition } from '../../draft/notes';
import { removable } from './definitions';
import type { PlanProblem } from './plan';
import type { Sources } from '../sources';
import { citedBy } from './switch';
import { isReference } from './sameReferences';

/**
 * What becomes of notes in the writer's own words: `entries`, those that cite are entries of the list like ours;
 * `inText`, their words stand in the text; `stay`, they stay notes.
 */
export type OwnWords = 'entries' | 'inText' | 'stay';

/** What the note of one label is. Without `cites` it stays a note, with `stays` for a reason that is told. */
export interface NoteReading {
	readonly cites?: NoteCites;
	readonly stays?: PlanProblem['code'];
	/** Its definition, and those that say the same again. */
	readonly definitions: readonly NoteDefinition[];
}

/** A source, or words of the writer's on one line; both where the words are about a source that is known. */
export type NoteCites = { readonly locator?: Locator | undefined } & (
	| { readonly source: Source; readonly words?: undefined }
	| { readonly source?: Source | undefined; readonly words: string }
);

/** The notes of a draft that are referred to. */
export interface NotesRead {
	/** By labelKey. */
	readonly notes: ReadonlyMap<string, NoteReading>;
	/** Definitions that the copy does not need any more and that can be taken out. */
	readonly spent: ReadonlySet<NoteDefinition>;
	/** What is told of definitions; what is told of a reference stands with its reading. */
	readonly problems: PlanProblem[];
}

/** Reads every note that the draft refers to. */
export function readNotes(draft: Draft, sources: Sources, own: OwnWords): NotesRead {
	const defined = new Map<string, NoteDefinition[]>();
	for (const one of draft.definitions) {
		const same = defined.get(labelKey(one.label));
		if (same) same.push(one);
		else defined.set(labelKey(one.label), [one]);
	}
	const notes = new Map<string, NoteReading>();
	const problems: PlanProblem[] = [];
	for (const { label } of draft.references) {
		const key = labelKey(label);
		if (notes.has(key)) continue;
		const all = defined.get(key) ?? [];
		const reading = readNote(draft, sources, own, label, all);
		notes.set(key, reading);
		if (!reading.cites) continue;
		for (const other of all)
			if (!reading.definitions.includes(other)) problems.push({ code: 'duplicate', ...placeOf(other) });
	}
	const spent = takenOut(draft, notes);
	for (const { cites, definitions } of notes.values())
		for (const one of cites ? definitions : []) if (!spent.has(one)) problems.push({ code: 'nested', ...placeOf(one) });
	return { notes, spent, problems };
}

/** Definitions that go. Where one cannot be taken out, words of the writer's stay in it, and only there. */
function takenOut(draft: Draft, notes: Map<string, NoteReading>): Set<NoteDefinition> {
	for (;;) {
		const wanted = new Set([...notes.values()].flatMap(({ cites, definitions }) => (cites ? definitions : [])));
		const gone = removable(draft, wanted);
		const nested = [...notes].filter(
			([, { cites, definitions }]) => cites?.words !== undefined && definitions.some(one => !gone.has(one)),
		);
		if (nested.length === 0) return gone;
		for (const [key, { definitions }] of nested) notes.set(key, { stays: 'nested', definitions });
	}
}

function readNote(
	draft: Draft,
	sources: Sources,
	own: OwnWords,
	label: string,
	all: readonly NoteDefinition[],
): NoteReading {
	const [definition] = all;
	const known = citedBy(draft, label, definition, sources);
	if (!definition) return known ? { cites: known, definitions: all } : { stays: 'undefined', definitions: all };
	const wordsOf = ({ textStart, end }: NoteDefinition) => draft.text.slice(textStart, end).trim();
	const said = wordsOf(definition);
	const ours = (words: string) => known !== undefined && (words === '' || sources.wrote(known, words));
	if (known && ours(said)) return { cites: known, definitions: all.filter(one => ours(wordsOf(one))) };
	const definitions = all.filter(one => wordsOf(one) === said);
	const words = own === 'stay' || holdsMarks(draft, definition) ? undefined : onOneLine(draft, definition);
	if (known)
		return words === undefined
			? { stays: 'edited', definitions }
			: { cites: { source: known.source, words }, definitions };
	return own === 'entries' && words !== undefined && isReference(words)
		? { cites: { words }, definitions }
		: { definitions };
}

/** Whether a note cites itself: in a list its marks would stand as they are. */
function holdsMarks(draft: Draft, { textStart, end }: NoteDefinition): boolean {
	const inside = (one: { readonly start: number; readonly end: number }) => textStart <= one.start && one.end <= end;
	return draft.references.some(inside) || draft.citations.some(inside);
}

/** What begins a block of its own in a note, which no line can hold. */
const block = /^(?:[-*+][ \t]|\d{1,9}[.)][ \t]|>|#{1,6}[ \t]|`{3}|~{3}|\||\$\$|<)/;
const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’…—]';
const [wideEnd, wideStart] = [new RegExp(`${wide}$`, 'u'), new RegExp(`^${wide}`, 'u')];

/** The words of a note on one line; nothing where it has more than one paragraph, or a block. */
function onOneLine(draft: Draft, { start, labelStart, textStart, end }: NoteDefinition): string | undefined {
	const quoted = draft.text.slice(start, labelStart).includes('>');
	const lines = draft.text
		.slice(textStart, end)
		.split(/\r\n|[\r\n]/)
		.map((line, at) => (at > 0 && quoted ? line.replace(/^[ \t]*(?:>[ \t]?)+/, '') : line).trim());
	if (lines.some(line => line === '' || block.test(line))) return undefined;
	return lines.reduce((all, line) => all + (wideEnd.test(all) && wideStart.test(line) ? '' : ' ') + line);
}

function placeOf({ label, labelStart, labelEnd }: NoteDefinition): Omit<PlanProblem, 'code'> {
	return { key: label, start: labelStart, end: labelEnd };
}
