// The citations of a draft as a finished copy sees them: each mark in the text with the entries it stands for,
// whatever form it was written in.

import { inWidth, type Conventions } from '../../draft/conventions';
import type { Draft } from '../../draft/draft';
import type { Source } from '../../corpus/records';
import type { CitedKey } from '../../draft/clusters';
import { sayLocator, type Locator } from '../../draft/locator';
import { labelKey, type NoteDefinition } from '../../draft/notes';
import { liesInside, type PlanProblem } from './plan';
import { readNotes, type NoteCites, type OwnWords } from './readNotes';
import type { Sources } from '../sources';
import { texFootnotes } from './texFootnotes';

/**
 * What a mark stands for: a source, or a reference in the writer's own words. `words`: those of a definition that are
 * not ours, on one line; they go before what we would write.
 */
export type Entry =
	| { readonly source: Source; readonly words?: undefined }
	| { readonly source?: Source | undefined; readonly words: string };

/** The words of an entry: the writer's, else what is written of its source. */
export function entryWords(entry: Entry, write: (source: Source) => string): string {
	return entry.words === undefined ? write(entry.source) : entry.words;
}

/** One entry cited at a mark. */
export interface MarkItem {
	readonly entry: Entry;
	readonly locator?: Locator;
	readonly before?: string;
	readonly behind?: string;
	/** `@key` without brackets, `\\textcite`: the author is named in the text. */
	readonly named?: boolean;
}

/** The place cited, as it stands right behind a number: a page alone needs no word. */
export function shortPlace(locator: Locator | undefined): string | undefined {
	if (locator?.page !== undefined && locator.paragraph === undefined && locator.table === undefined)
		return locator.page;
	return sayLocator(locator);
}

/** Commands of LaTeX that name the author in the text. */
const naming = /^(?:[Tt]extcite|[Cc]itet)\*?$/;

/** Words behind a key that say nothing but a place: `, 第2版`, `，第三章第二节`. */
const placeOnly = new RegExp(
	'^[,，]?\\s*((?:第[\\d〇零一二三四五六七八九十百]{1,6}(?:部分|[版章节条款项目卷册期讲编篇回辑集栏]))+)$',
);

/**
 * The place cited beside a page, in words: 表2, 第3段, and what only words say, 第2版; nothing where words of the
 * writer's stand around the key.
 */
export function otherPlace({ locator, before, behind }: MarkItem): string | undefined {
	const [, words] = (before === undefined && placeOnly.exec(behind ?? '')) || [];
	return words ?? sayLocator(locator && { ...locator, page: undefined });
}

/** Whether the writer has words around a key, which say more than a place. */
export function hasOwnWords(item: MarkItem): boolean {
	if (item.before !== undefined) return true;
	return item.behind !== undefined && !placeOnly.test(item.behind);
}

/** What stands behind an item, its comma as wide as those around it. */
export function wordsBehind({ behind = '' }: MarkItem, width: Conventions['width']): string {
	return behind.replace(/^[,，]\s*/, () => inWidth('，', width) + ' '.repeat(Number(width === 'half')));
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
export function marksOf(draft: Draft, sources: Sources, own: OwnWords): Marks {
	const read = singleMarksOf(draft, sources, own);
	return { ...read, marks: joined(read.marks) };
}

/** The same with each citation a mark of its own, also where they touch. */
export function singleMarksOf(draft: Draft, sources: Sources, own: OwnWords): Marks {
	const entries = new Entries();
	const { notes, spent, problems } = readNotes(draft, sources, own);
	const marks: Mark[] = [];
	const edited = new Set<string>();
	for (const { label, start, end } of draft.references) {
		const note = notes.get(labelKey(label));
		if (note?.cites) {
			marks.push({ start, end, items: [noteItem(label, note.cites, entries)] });
			// What it says differs from what would be written of its source; none of its words is lost.
			const differs = own === 'entries' && note.cites.words !== undefined && note.cites.source !== undefined;
			if (differs && !edited.has(labelKey(label))) problems.push({ code: 'edited', key: label, start, end });
			edited.add(labelKey(label));
		} else if (note?.stays) problems.push({ code: note.stays, key: label, start, end });
	}
	for (const { start, end, keys: cited, form, command = '' } of draft.citations) {
		if (command === 'nocite') continue;
		const isNaming = form === 'bare' || naming.test(command);
		const known = cited.map(one => itemOf(one, sources.byKey(one.key), isNaming, entries));
		const lacking = cited.filter((_, at) => !known[at]);
		problems.push(...lacking.map(one => ({ code: 'unknown' as const, key: one.key, start: one.start, end: one.end })));
		const items = known.filter(item => item !== undefined);
		if (items.length === cited.length) marks.push({ start, end, items });
	}
	marks.push(...texMarks(draft, sources, entries));
	const inSpent = liesInside(spent);
	return { marks: marks.filter(mark => !inSpent(mark.start, mark.end)), spent, problems };
}

/** The entries of a draft: whatever cites the same has the same entry. */
class Entries {
	private readonly sources = new Map<Source, Entry>();
	private readonly notes = new Map<string, Entry>();

	ofSource(source: Source): Entry {
		const entry = this.sources.get(source) ?? { source };
		this.sources.set(source, entry);
		return entry;
	}

	/** Words of the writer's in the note of a label. */
	ofNote(label: string, words: string, source: Source | undefined): Entry {
		const entry = this.notes.get(labelKey(label)) ?? { source, words };
		this.notes.set(labelKey(label), entry);
		return entry;
	}
}

function noteItem(label: string, cites: NoteCites, entries: Entries): MarkItem {
	const entry =
		cites.words === undefined ? entries.ofSource(cites.source) : entries.ofNote(label, cites.words, cites.source);
	return { entry, locator: cites.locator };
}

/** Footnotes of LaTeX that hold a reference of ours. */
function texMarks(draft: Draft, sources: Sources, entries: Entries): readonly Mark[] {
	return texFootnotes(draft).flatMap(({ start, end, from, to }) => {
		const known = sources.recognize(draft.text.slice(start, end));
		if (!known) return [];
		const { source, locator } = known;
		return [{ start: from, end: to, items: [{ entry: entries.ofSource(source), locator }] }];
	});
}

/** An item; nothing of a key that no source has. */
function itemOf(
	{ locator, before, behind }: CitedKey,
	source: Source | undefined,
	named: boolean,
	entries: Entries,
): MarkItem | undefined {
	return source && { locator, before, behind, named, entry: entries.ofSource(source) };
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
