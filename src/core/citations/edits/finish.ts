// A finished copy of a draft: its keys and footnotes made numbers with a list, 括注, or footnotes that say 同N where a
// source comes again.

import { definitionAt, keysOf, type DraftKeys } from '../../draft/keys';
import { sayLocator } from '../../draft/locator';
import { removable, removalOf } from './definitions';
import { escapeFor, labelOf, type DraftLanguage } from './escape';
import { finishAsNotes } from './finishNotes';
import { placeAtEnd } from './footnotePlaces';
import { readItem } from '../gbt7714/item';
import { listLines, listPlaces, type ListOptions } from './list';
import { blankLine, inWidth, mannerOf } from './conventions';
import { marksOf, type Entry, type Mark, type MarkItem, type Marks } from './marks';
import { printNames } from '../gbt7714/names';
import { noteOf } from '../gbt7714/inTextNote';
import { applyEdits, inOrder, type Edit } from '../../draft/edit';
import { type Finished } from './plan';
import { formatReference } from '../gbt7714/reference';
import type { Sources } from '../sources';

/** `numeric`: `[1]` and a list. `note`: 括注. `footnote`: footnotes, repeats as 同N. */
export type FinishStyle = 'numeric' | 'note' | 'footnote';

/** Makes the copy. What cannot be resolved stays as it is and is told of; offsets of problems are those of the draft. */
export function finishDraft(
	text: string,
	language: DraftLanguage,
	style: FinishStyle,
	sources: Sources,
	options: ListOptions,
): Finished {
	const keys = keysOf(text, language);
	if (language === 'plaintext') return { text, problems: [], entries: 0 };
	const marks = marksOf(keys, sources, style !== 'note');
	if (style === 'footnote') return finishAsNotes(keys, language, marks, options);
	const entries = entriesOf(keys, marks);
	const edits: Edit[] = marks.marks.map(mark => {
		const words = style === 'numeric' ? numbered(mark, entries, language, options) : bracketed(mark, language, keys);
		return { start: mark.start, end: mark.end, text: apart(words, text[mark.end]) };
	});
	edits.push(...removalOf(keys, removable(keys, new Set([...marks.spent, ...unusedOf(keys, sources)]))));
	const places = listPlaces(keys);
	const inner = edits.filter(edit => !places.some(place => place.start <= edit.start && edit.end <= place.end));
	const listed =
		style === 'numeric'
			? list(entries, language, options)
			: list(entries, language, options).map(line => line.replace(/^\[\d+\] /, ''));
	inner.push(...listEdits(keys, language, places, listed, style === 'numeric', entries));
	return { text: applyEdits(text, inOrder(inner)), problems: marks.problems, entries: entries.length };
}

/** The entries in the order in which a reader meets them. */
function entriesOf(keys: DraftKeys, { marks }: Marks): Entry[] {
	const ordered = marks
		.map(mark => ({ mark, inner: definitionAt(keys.definitions, mark.start) !== undefined }))
		.sort((a, b) => Number(a.inner) - Number(b.inner) || a.mark.start - b.mark.start);
	return [...new Set(ordered.flatMap(({ mark }) => mark.items.map(item => item.entry)))];
}

/** Definitions of ours that nobody refers to: a finished copy has no use for them. */
function unusedOf(keys: DraftKeys, sources: Sources) {
	const used = new Set(keys.references.map(one => one.label.toLowerCase()));
	return keys.definitions.filter(one => {
		const known = used.has(one.label.toLowerCase()) ? undefined : sources.byLabel(one.label);
		return known && sources.wrote(known, keys.draft.text.slice(one.textStart, one.end));
	});
}

/** `[1]`, `[1-3]`, `[1，3]`; with pages behind the bracket: `[2]15-17` (GB/T 7714, 顺序编码制). */
function numbered(mark: Mark, entries: readonly Entry[], language: DraftLanguage, options: ListOptions): string {
	const comma = options.edition === '2015' ? ',' : '，';
	const tex = language === 'latex' || language === 'tex';
	const shown = (text: string) => (tex ? `\\textsuperscript{${text}}` : text);
	const number = (item: MarkItem) => entries.indexOf(item.entry) + 1;
	if (mark.items.some(item => item.before || item.behind)) {
		return `（${mark.items.map(item => `${item.before ?? ''}${shown(`[${number(item)}]${place(item)}`)}${item.behind ?? ''}`).join('；')}）`;
	}
	const name = mark.items[0]!.named && mark.items[0]!.entry.source ? nameOf(mark.items[0]!.entry.source) : '';
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

function place({ locator }: MarkItem): string {
	if (!locator) return '';
	return locator.page !== undefined && locator.paragraph === undefined ? locator.page : (sayLocator(locator) ?? '');
}

/** A mark as 括注; several sources in one pair of brackets. */
function bracketed(mark: Mark, language: DraftLanguage, keys: DraftKeys): string {
	const notes = mark.items.map(item => {
		const note = item.entry.source
			? noteOf(undefined, item.entry.source, { locator: sayLocator(item.locator) }).text.slice(1, -1)
			: (item.entry.words ?? '');
		return `${item.before ?? ''}${note}${item.behind ?? ''}`;
	});
	const name = mark.items[0]!.named && mark.items[0]!.entry.source ? nameOf(mark.items[0]!.entry.source) : '';
	return escapeFor(language, inWidth(`${name}（${[...new Set(notes)].join('；')}）`, mannerOf(keys.draft.text).width));
}

/** Who is named in the text: the authors, else the title. */
function nameOf(source: NonNullable<Entry['source']>): string {
	return (
		printNames(readItem(source).names('author'), {
			comma: '、',
			most: 3,
			others: '等',
			capitals: false,
			hyphen: true,
		}) ?? `《${source.title}》`
	);
}

/** A number behind which a digit or letter follows would read as another. */
function apart(words: string, next: string | undefined): string {
	return /[0-9A-Za-z]$/.test(words) && /[0-9A-Za-z]/.test(next ?? '') ? `${words} ` : words;
}

/** The lines of the list, escaped. */
function list(entries: readonly Entry[], language: DraftLanguage, options: ListOptions): string[] {
	const words = (entry: Entry) => entry.words ?? escapeFor(language, formatReference(entry.source!, options).text);
	if (options.order === 'author' && entries.every(entry => entry.words === undefined))
		return listLines(
			entries.map(entry => entry.source!),
			options,
		).map(line => escapeFor(language, line));
	return entries.map((entry, at) => `[${at + 1}] ${words(entry)}`);
}

/** Where the list goes: between the markers, which go; with numbers in the text and no markers, at the end. */
function listEdits(
	keys: DraftKeys,
	language: DraftLanguage,
	places: readonly { readonly start: number; readonly end: number }[],
	lines: readonly string[],
	needed: boolean,
	entries: readonly Entry[],
): Edit[] {
	const { text } = keys.draft;
	const end = mannerOf(text).lineEnd;
	const tex = language === 'latex' || language === 'tex';
	const items = lines.map(
		(line, at) =>
			`\\bibitem{${entries[at]?.source ? labelOf(entries[at].source.id) : `n${at + 1}`}} ${line.replace(/^\[\d+\] /, '')}`,
	);
	const block = tex
		? [`\\begin{thebibliography}{${'9'.repeat(String(items.length).length)}}`, ...items, '\\end{thebibliography}'].join(
				end,
			)
		: lines.join(end + end);
	const [first, ...others] = places;
	if (first) return [{ ...outer(text, first), text: block }, ...others.map(one => ({ ...outer(text, one), text: '' }))];
	if (!needed || lines.length === 0) return [];
	const last = tex ? keys.draft.masked.lastIndexOf('\\end{document}') : -1;
	const at = last >= 0 ? last : tex ? text.length : placeAtEnd(text);
	const before = blankLine(text.slice(0, at), end);
	return [
		{
			start: at,
			end: at,
			text: `${before}${tex ? '' : `## 参考文献${end}${end}`}${block}${at < text.length || /[\r\n]$/.test(text) ? end : ''}${at < text.length && !tex ? end : ''}`,
		},
	];
}

/** A place with the lines of its markers. */
function outer(
	text: string,
	{ start, end }: { readonly start: number; readonly end: number },
): { start: number; end: number } {
	const from = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
	const behind = /[\r\n]/.exec(text.slice(end));
	return { start: from, end: behind ? end + behind.index : text.length };
}
