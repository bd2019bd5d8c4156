// The citations of a draft as a finished copy sees them: each mark in the text with the entries it stands for,
// whatever form it was written in.

import type { Source } from '../../corpus/records';
import type { CitedKey } from '../../draft/clusters';
import type { DraftKeys } from '../../draft/keys';
import type { Locator } from '../../draft/locator';
import { labelKey, type NoteDefinition } from '../../draft/notes';
import { within, type PlanProblem } from './plan';
import { readNotes, type OwnWords } from './readNotes';
import type { Sources } from '../sources';
import { texFootnotes } from './texFootnotes';

/** What a mark stands for: a source, or a reference in the writer's own words. */
export interface Entry {
	readonly source?: Source | undefined;
	/** The words of a definition that are not ours, on one line; they go before what we would write. */
	readonly words?: string;
}

/** One entry cited at a mark. */
export interface MarkItem {
	readonly entry: Entry;
	readonly locator?: Locator;
	readonly before?: string;
	readonly behind?: string;
	/** `@key` without brackets: the author is named in the text. */
	readonly named?: boolean;
}

/** A stretch of the draft that cites, to be replaced as a whole. Marks that touch are one. */
export interface Mark {
	readonly start: number;
	readonly end: number;
	readonly items: readonly MarkItem[];
}

/** The marks of a draft, the definitions that are used up by them, and what could not be made a mark. */
export interface Marks {
	readonly marks: readonly Mark[];
	readonly spent: ReadonlySet<NoteDefinition>;
	readonly problems: readonly PlanProblem[];
}

/**
 * Reads the marks of a draft. A word of the writer's that no mark can hold leaves its note as it is, and is told of.
 */
export function marksOf(keys: DraftKeys, sources: Sources, own: OwnWords): Marks {
	const { text } = keys.draft;
	const marks: Mark[] = [];
	const entries = new Map<Source | string, Entry>();
	const entryOf = (key: Source | string, made: Entry): Entry => {
		const known = entries.get(key);
		if (known) return known;
		entries.set(key, made);
		return made;
	};
	const { notes, spent, problems } = readNotes(keys, sources, own);
	for (const { label, start, end } of keys.references) {
		const note = notes.get(labelKey(label));
		if (!note?.cites) {
			if (note?.stays) problems.push({ code: note.stays, key: label, start, end });
			continue;
		}
		const { source, words, locator } = note.cites;
		const entry = words === undefined ? entryOf(source!, { source }) : entryOf(labelKey(label), { source, words });
		marks.push({ start, end, items: [{ entry, ...(locator ? { locator } : {}) }] });
	}
	for (const { start, end, keys: cited, form, command } of keys.citations) {
		if (command === 'nocite') continue;
		const unknown = cited.filter(({ key }) => !sources.byKey(key));
		for (const one of unknown) problems.push({ code: 'unknown', key: one.key, start: one.start, end: one.end });
		if (unknown.length > 0) continue;
		marks.push({
			start,
			end,
			items: cited.map(one => ({
				...itemOf(one),
				named: form === 'bare',
				entry: entryOf(sources.byKey(one.key)!, { source: sources.byKey(one.key)! }),
			})),
		});
	}
	for (const { start, end, from, to } of texFootnotes(keys.draft)) {
		const known = sources.recognize(text.slice(start, end));
		if (known)
			marks.push({
				start: from,
				end: to,
				items: [
					{
						entry: entryOf(known.source, { source: known.source }),
						...(known.locator ? { locator: known.locator } : {}),
					},
				],
			});
	}
	const inSpent = within(spent);
	return {
		marks: joined(marks.filter(mark => !inSpent(mark.start, mark.end))),
		spent,
		problems,
	};
}

function itemOf({ locator, before, behind }: CitedKey): Omit<MarkItem, 'entry'> {
	return { ...(locator ? { locator } : {}), ...(before ? { before } : {}), ...(behind ? { behind } : {}) };
}

function joined(marks: readonly Mark[]): Mark[] {
	const out: Mark[] = [];
	for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
		const last = out.at(-1);
		const apart =
			!last || last.end !== mark.start || mark.items.some(item => item.named) || last.items.some(item => item.named);
		if (apart) out.push(mark);
		else out[out.length - 1] = { start: last.start, end: mark.end, items: [...last.items, ...mark.items] };
	}
	return out;
}
