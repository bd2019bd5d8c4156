// A finished copy whose citations are footnotes: each mark a note of its own, the source in full the first time, 同N
// afterwards.

import { Draft } from '../../draft/draft';
import { definitionAt, labelKey, type NoteDefinition } from '../../draft/notes';
import { additionsOf, removable, removalOf, type NewDefinition } from './definitions';
import { escapeFor, type DraftLanguage } from './escape';
import { insideNotes } from './insideNotes';
import type { ListOptions } from './list';
import { listPlaces } from './list';
import { entryWords, type Entry, type Mark, type MarkItem, type Marks, shortPlace } from './marks';
import { applyEdits, inOrder, type Edit } from '../../draft/edit';
import type { Finished } from './plan';
import { formatReference, formatRepeat } from '../gbt7714/reference';
import { definitionsByLabel } from './switch';
import { markStretch, nameInText } from '../named';
import { numbering } from './noteLabels';
import { planNoteOrder } from './orderNotes';
import { texFootnotes } from './texFootnotes';
import { withoutEnd } from '../../text/words/textEnd';

/** Stands for the number of a note until all are numbered; private use, so no draft has it. */
const number = (label: string) => `\uE0F0${label}\uE0F1`;
const numbers = /\uE0F0([^\uE0F1]*)\uE0F1/g;

export function finishAsNotes(draft: Draft, marks: Marks, options: ListOptions): Finished {
	const { language } = draft;
	const entries = new Set(marks.marks.flatMap(mark => mark.items.map(item => item.entry)));
	const places = listPlaces(draft);
	const outside = {
		...marks,
		marks: marks.marks.filter(mark => !places.some(place => place.start <= mark.start && mark.end <= place.end)),
	};
	const text = language === 'markdown' ? markdown(draft, outside, options) : tex(draft, outside, options);
	return { text, problems: marks.problems, entries: entries.size };
}

function markdown(draft: Draft, marks: Marks, options: ListOptions): string {
	const { text } = draft;
	const stem = freeStem(text);
	const added: NewDefinition[] = [];
	const seen = new Map<Entry, string>();
	const edits: Edit[] = [];
	let count = 0;
	const inNote = insideNotes(draft);
	for (const mark of asRead(draft, marks.marks)) {
		if (inNote(mark.start, mark.end)) {
			edits.push({ ...markStretch(mark, draft), text: inWords(mark, draft, options) });
			continue;
		}
		const labels = mark.items.map(item => {
			const label = `${stem}${++count}`;
			const before = seen.get(item.entry);
			added.push({ label, text: note(item, before, 'markdown', options), first: mark.start });
			if (before === undefined) seen.set(item.entry, label);
			return `[^${label}]`;
		});
		edits.push({ ...markStretch(mark, draft), text: nameInText(mark, draft) + labels.join('') });
	}
	const gone = removable(draft, marks.spent);
	const taken = inOrder([...edits, ...removalOf(draft, gone)]);
	const without = applyEdits(text, taken);
	const left = new Draft(without, 'markdown');
	const first = new Map(left.references.map(one => [one.label, one.start]));
	const placed = added.map(one => ({ ...one, first: first.get(one.label) ?? one.first }));
	const whole = applyEdits(without, inOrder(additionsOf(left, new Set(), placed, offset => without.slice(0, offset))));
	const keyed = new Draft(whole, 'markdown');
	const names = numbering(keyed);
	return applyEdits(whole, planNoteOrder(keyed, { renumber: 'numbers', merge: false, orphans: false }).edits).replace(
		numbers,
		(_, label: string) => names.get(label) ?? label,
	);
}

/**
 * Marks in the order in which a reader meets them: those of the text, then those within notes it refers to; last what
 * no reader gets to.
 */
function asRead(draft: Draft, marks: readonly Mark[]): Mark[] {
	const definitions = definitionsByLabel(draft);
	const within = new Map<NoteDefinition | undefined, NoteDefinition[]>();
	for (const { label, start } of draft.references) {
		const definition = definitions.get(labelKey(label));
		const holder = definitionAt(draft.definitions, start);
		if (!definition) continue;
		const others = within.get(holder);
		if (others) others.push(definition);
		else within.set(holder, [definition]);
	}
	const turns = new Map<NoteDefinition | undefined, number>([[undefined, 0]]);
	for (const holder of turns.keys())
		for (const definition of within.get(holder) ?? []) if (!turns.has(definition)) turns.set(definition, turns.size);
	return marks
		.map(mark => ({ mark, turn: turns.get(definitionAt(draft.definitions, mark.start)) ?? turns.size }))
		.sort((a, b) => a.turn - b.turn || a.mark.start - b.mark.start)
		.map(({ mark }) => mark);
}

/** A mark within a note, where no other can stand, as the references in full; in brackets behind who is named. */
function inWords(mark: Mark, draft: Draft, options: ListOptions): string {
	const { language, text } = draft;
	const words = mark.items.map(item => note(item, undefined, language, options).replace(/\.$/, '')).join('；');
	const name = nameInText(mark, draft);
	if (name !== '') return `${name}（${words}）`;
	return /[，。；：、？！）,.;:?!)]/.test(text[mark.end] ?? '') ? words : `${words}.`;
}

/** What a note says. */
function note(item: MarkItem, before: string | undefined, language: DraftLanguage, options: ListOptions): string {
	const { entry, locator } = item;
	const full = () =>
		entryWords(entry, source => escapeFor(language, formatReference(source, { ...options, locator }).text));
	const place = shortPlace(locator);
	const words = before === undefined ? full() : formatRepeat(0, place, options.edition).replace('0', number(before));
	// Words behind a key go on with the note, whose end is theirs.
	const all = item.behind
		? withoutEnd(`${words.replace(/\.$/, '')}${item.behind}`, /[,，;；\s]/).replace(/(?<![.。])$/, '.')
		: words;
	return `${item.before ?? ''}${all}`;
}

/** The beginning of labels that no label of the draft has. */
function freeStem(text: string): string {
	let stem = 'n';
	while (text.includes(`[^${stem}`)) stem += 'n';
	return stem;
}

/** In LaTeX the notes count themselves; the number of an earlier one is how many stand before it. */
function tex(draft: Draft, marks: Marks, options: ListOptions): string {
	const stays = texFootnotes(draft).filter(
		one => !marks.marks.some(mark => mark.start <= one.from && one.to <= mark.end),
	);
	const seen = new Map<Entry, string>();
	const inNote = insideNotes(draft);
	let count = 0;
	const edits: Edit[] = [];
	const all = [
		...marks.marks.map(mark => ({ at: mark.start, mark })),
		...stays.map(one => ({ at: one.from, mark: undefined })),
	].sort((a, b) => a.at - b.at);
	for (const { mark } of all) {
		if (!mark) {
			count++;
			continue;
		}
		if (inNote(mark.start, mark.end)) {
			edits.push({ ...markStretch(mark, draft), text: inWords(mark, draft, options) });
			continue;
		}
		const notes = mark.items.map(item => {
			count++;
			const before = seen.get(item.entry);
			if (before === undefined) seen.set(item.entry, String(count));
			return `\\footnote{${note(item, before, 'latex', options).replace(numbers, '$1')}}`;
		});
		edits.push({ ...markStretch(mark, draft), text: nameInText(mark, draft) + notes.join('') });
	}
	return applyEdits(draft.text, inOrder(edits));
}
