// A finished copy of a draft: its keys and footnotes made numbers with a list, 括注, or footnotes that say 同N where a
// source comes again.

import { isTex } from '../../draft/language';
import { definitionAt } from '../../draft/notes';
import type { Draft } from '../../draft/draft';
import { sayLocator } from '../../draft/locator';
import { citesOf, sourcesCited } from '../cited';
import { removable, removalOf } from './definitions';
import { escapeFor, type DraftLanguage } from './escape';
import { finishList } from './finishList';
import { finishAsNotes } from './finishNotes';
import { readItem } from '../gbt7714/item';
import { listPlaces, type ListOptions } from './list';
import { inWidth } from '../../draft/conventions';
import { marksOf, type Entry, type Mark, type MarkItem, type Marks, shortPlace } from './marks';
import { printNames } from '../gbt7714/names';
import { markedTitle } from '../../text/titles';
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
	const edits: Edit[] = marks.marks.map(mark => {
		const words = style === 'numeric' ? numbered(mark, entries, language, options) : bracketed(mark, draft);
		return { start: mark.start, end: mark.end, text: apart(words, text[mark.end]) };
	});
	edits.push(...removalOf(draft, removable(draft, new Set([...marks.spent, ...unusedOf(draft, sources)]))));
	const places = listPlaces(draft);
	const inList = liesInside(places);
	const listed =
		style === 'numeric' ? entries : sourcesCited(citesOf(draft, sources, places)).map((source): Entry => ({ source }));
	const list = finishList(draft, sources, listed, style === 'numeric', options);
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

/** `[1]`, `[1-3]`, `[1，3]`; with pages behind the bracket: `[2]15-17` (GB/T 7714, 顺序编码制). */
export function numbered(
	mark: Mark,
	entries: readonly Entry[],
	language: DraftLanguage,
	options: FinishOptions,
): string {
	const comma = options.edition === '2015' ? ',' : '，';
	const [open, close] = raisedBy(language, options);
	const shown = (text: string) => open + text + close;
	const number = (item: MarkItem) => entries.indexOf(item.entry) + 1;
	if (mark.items.some(item => item.before || item.behind)) {
		return `（${mark.items.map(item => `${item.before ?? ''}${shown(`[${number(item)}]${place(item)}`)}${item.behind ?? ''}`).join('；')}）`;
	}
	const name = nameInText(mark);
	if (mark.items.some(item => place(item) !== ''))
		return name + mark.items.map(item => shown(`[${number(item)}]${place(item)}`)).join('');
	const numbers = [...new Set(mark.items.map(number))].sort((a, b) => a - b);
	const runs: [number, number][] = [];
	for (const one of numbers) {
		const last = runs.at(-1);
		if (last && last[1] === one - 1) last[1] = one;
		else runs.push([one, one]);
	}
	return name + shown(`[${runs.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(comma)}]`);
}

/** What stands around a number that is raised. */
function raisedBy(language: DraftLanguage, { raised }: FinishOptions): readonly [open: string, close: string] {
	if (isTex(language)) return ['\\textsuperscript{', '}'];
	return raised ?? ['', ''];
}

function place({ locator }: MarkItem): string {
	return shortPlace(locator) ?? '';
}

/** A mark as 括注; several sources in one pair of brackets. What the writer wrote stands as it was written. */
function bracketed(mark: Mark, draft: Draft): string {
	const { language } = draft;
	const { width } = draft.conventions;
	const escaped = (text: string) => escapeFor(language, inWidth(text, width));
	const notes = mark.items.map(({ entry, locator, before, behind }) => {
		const note =
			entry.words === undefined
				? escaped(noteOf(undefined, entry.source, { locator: sayLocator(locator) }).text.slice(1, -1))
				: entry.words.replace(/[。.]$/, '');
		return `${before ?? ''}${note}${behind ?? ''}`;
	});
	const name = escaped(nameInText(mark));
	return name + inWidth('（', width) + [...new Set(notes)].join(inWidth('；', width)) + inWidth('）', width);
}

/** What a mark says in the text itself; nothing where it names nobody there. */
function nameInText({ items: [first] }: Mark): string {
	return first?.named && first.entry.source ? nameOf(first.entry.source) : '';
}

/** Who is named in the text: the authors, else the title. */
function nameOf(source: NonNullable<Entry['source']>): string {
	return (
		printNames(readItem(source).names('author'), {
			comma: '、',
			limit: 3,
			others: '等',
			capitals: false,
			hyphen: true,
		}) ?? markedTitle(source.title)
	);
}

/** A number behind which a digit or letter follows would read as another. */
function apart(words: string, next: string | undefined): string {
	return /[0-9A-Za-z]$/.test(words) && /[0-9A-Za-z]/.test(next ?? '') ? `${words} ` : words;
}
