// A finished copy of a draft: its keys and footnotes made numbers with a list, 括注, or footnotes that say 同N where a
// source comes again.

import { isTex } from '../../draft/language';
import { definitionAt } from '../../draft/notes';
import type { Draft } from '../../draft/draft';
import { sayLocator } from '../../draft/locator';
import { citesOf, sourcesCited } from '../cited';
import { removable, removalOf } from './definitions';
import { escapeFor, type DraftLanguage } from './escape';
import { finishList, firstNumber } from './finishList';
import { finishAsNotes } from './finishNotes';
import { listPlaces, type ListOptions } from './list';
import { inWidth, type Conventions } from '../../draft/conventions';
import {
	hasOwnWords,
	marksOf,
	otherPlace,
	wordsBehind,
	type Entry,
	type Mark,
	type MarkItem,
	type Marks,
} from './marks';
import { numberComma } from '../gbt7714/numberComma';
import { markStretch, nameInText } from '../named';
import { noteOf } from '../gbt7714/inTextNote';
import { applyEdits, inOrder, type Edit } from '../../draft/edit';
import { liesInside, type Finished } from './plan';
import type { Sources } from '../sources';

/** `numeric`: `[1]` and a list. `note`: 括注. `footnote`: footnotes, repeats as 同N. */
export type FinishStyle = 'numeric' | 'note' | 'footnote';

export interface FinishOptions extends ListOptions {
	/**
	 * As 括注: whether words of the writer's in a note about a known source stand in the text (`inText`), or the note
	 * stays a note (default).
	 */
	readonly ownWords?: 'inText' | 'stay' | undefined;
	/** Marks to stand around numbers, for whoever raises them. */
	readonly raised?: readonly [open: string, close: string] | undefined;
}

/**
 * Makes the copy. What cannot be resolved stays as it is and is told of; offsets of problems are those of the draft.
 */
export function finishDraft(draft: Draft, style: FinishStyle, sources: Sources, options: FinishOptions): Finished {
	const { text, language } = draft;
	if (language === 'plaintext') return { text, problems: [], entries: 0 };
	const marks = marksOf(draft, sources, style === 'note' ? (options.ownWords ?? 'stay') : 'entries');
	if (style === 'footnote') return finishAsNotes(draft, marks, options);
	const entries = entriesOf(draft, marks);
	const numbers = numberingOf(draft, entries, options);
	const edits: Edit[] = marks.marks.map(mark => {
		const words = style === 'numeric' ? numbered(mark, numbers) : bracketed(mark, draft);
		const stretch = markStretch(mark, draft);
		return { ...stretch, text: nameInText(mark, draft) + apart(words, text[stretch.end]) };
	});
	edits.push(...removalOf(draft, removable(draft, new Set([...marks.spent, ...unusedOf(draft, sources)]))));
	const places = listPlaces(draft);
	const inList = liesInside(places);
	const listed =
		style === 'numeric' ? entries : sourcesCited(citesOf(draft, sources, places)).map((source): Entry => ({ source }));
	const list = finishList(draft, sources, listed, style === 'numeric' ? numbers.first : undefined, {
		...options,
		placesOf: placesIn(marks),
	});
	return {
		text: applyEdits(text, inOrder([...edits.filter(edit => !inList(edit.start, edit.end)), ...list.edits])),
		problems: [...marks.problems, ...list.problems],
		entries: listed.length,
	};
}

/** The entries in the order in which a reader meets them. */
export function entriesOf(draft: Draft, { marks }: Marks): Entry[] {
	const ordered = marks
		.map(mark => ({ mark, inner: definitionAt(draft.definitions, mark.start) !== undefined }))
		.sort((a, b) => Number(a.inner) - Number(b.inner) || a.mark.start - b.mark.start);
	return [...new Set(ordered.flatMap(({ mark }) => mark.items.map(item => item.entry)))];
}

/** Definitions of ours that nobody refers to: a finished copy has no use for them. */
function unusedOf(draft: Draft, sources: Sources) {
	const used = new Set(draft.references.map(one => one.label.toLowerCase()));
	return draft.definitions.filter(one => {
		const known = used.has(one.label.toLowerCase()) ? undefined : sources.byLabel(one.label);
		return known && sources.wrote(known, draft.text.slice(one.textStart, one.end));
	});
}

/** How citations are numbered. */
export interface Numbering {
	readonly entries: readonly Entry[];
	/** The number of the first of them: behind those of a list that the writer has. */
	readonly first: number;
	readonly comma: string;
	/** Of the marks of the draft. */
	readonly width: Conventions['width'];
	/** A number in its brackets with the page behind it, as it is raised. */
	readonly set: (bracket: string, page: string) => string;
	/** Whether the list says which places are cited. */
	readonly isPlacedInList: boolean;
}

export function numberingOf(draft: Draft, entries: readonly Entry[], options: FinishOptions): Numbering {
	return {
		entries,
		first: firstNumber(draft),
		comma: numberComma(options),
		width: draft.conventions.width,
		set: raisedIn(draft.language, options),
		isPlacedInList: options.order !== 'author',
	};
}

/** Only a page stands right behind a number; all of it is raised (GB/T 7714, 顺序编码制). */
function raisedIn(language: DraftLanguage, { raised }: FinishOptions): Numbering['set'] {
	if (isTex(language)) return (bracket, page) => `\\textsuperscript{${bracket}${page}}`;
	if (raised) return (bracket, page) => raised[0] + bracket + page + raised[1];
	return (bracket, page) => bracket + raisedText(page);
}

/** A page as Markdown raises it: by digits that stand high, else by a tag. */
function raisedText(page: string): string {
	if (!/^[\d-]*$/.test(page)) return `<sup>${page}</sup>`;
	return page.replace(/[\d-]/g, sign => '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.charAt('0123456789-'.indexOf(sign)));
}

/** `[1]`, `[1-3]`, `[1，3]`; with the page behind the bracket. */
export function numbered(mark: Mark, numbering: Numbering): string {
	const { entries, first, comma, width, set } = numbering;
	const number = (item: MarkItem) => entries.indexOf(item.entry) + first;
	const one = (item: MarkItem) => set(`[${number(item)}]`, item.locator?.page ?? '');
	if (mark.items.some(hasOwnWords)) {
		const behind = (item: MarkItem) => (hasOwnWords(item) && wordsBehind(item, width)) || '';
		const parts = mark.items.map(item => `${item.before ?? ''}${one(item)}${otherPlace(item) ?? ''}${behind(item)}`);
		return `（${parts.join('；')}）`;
	}
	const outside = mark.items.filter(item => !numbering.isPlacedInList && otherPlace(item) !== undefined);
	if (outside.length > 0 || mark.items.some(item => item.locator?.page !== undefined))
		return mark.items.map(item => one(item) + inBrackets(outside.includes(item), otherPlace(item))).join('');
	const numbers = [...new Set(mark.items.map(number))].sort((a, b) => a - b);
	const runs: [number, number][] = [];
	for (const next of numbers) {
		const last = runs.at(-1);
		if (last && last[1] === next - 1) last[1] = next;
		else runs.push([next, next]);
	}
	return set(`[${runs.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(comma)}]`, '');
}

function inBrackets(wanted: boolean, words: string | undefined): string {
	if (!wanted || words === undefined) return '';
	return `（${words}）`;
}

/** The places of each entry that the text does not say. */
export function placesIn({ marks }: Marks): (entry: Entry) => string | undefined {
	const found = new Map<Entry, Set<string>>();
	for (const item of marks.filter(({ items }) => !items.some(hasOwnWords)).flatMap(one => one.items)) {
		const place = otherPlace(item);
		if (place !== undefined) found.set(item.entry, (found.get(item.entry) ?? new Set()).add(place));
	}
	return entry => [...(found.get(entry) ?? [])].join('、') || undefined;
}

/** A mark as 括注; several sources in one pair of brackets. What the writer wrote stands as it was written. */
function bracketed(mark: Mark, draft: Draft): string {
	const { language } = draft;
	const { width } = draft.conventions;
	const escaped = (text: string) => escapeFor(language, inWidth(text, width));
	const notes = mark.items.map(item => {
		const { entry, locator, before } = item;
		const note =
			entry.words === undefined
				? escaped(noteOf(undefined, entry.source, { locator: sayLocator(locator) }).text.slice(1, -1))
				: entry.words.replace(/[。.]$/, '');
		return `${before ?? ''}${note}${wordsBehind(item, width)}`;
	});
	return inWidth('（', width) + [...new Set(notes)].join(inWidth('；', width)) + inWidth('）', width);
}

/** A number behind which a digit or letter follows would read as another. */
function apart(words: string, next: string | undefined): string {
	return /[0-9A-Za-z]$/.test(words) && /[0-9A-Za-z]/.test(next ?? '') ? `${words} ` : words;
}
