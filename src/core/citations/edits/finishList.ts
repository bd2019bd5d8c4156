// The reference list of a finished copy: between the markers of the draft, which go, or at its end. Lines there that
// the writer wrote stay behind the list.

import { isTex } from '../../draft/language';
import type { Source } from '../../corpus/records';
import type { Draft } from '../../draft/draft';
import { escapeFor, labelOf, type DraftLanguage } from './escape';
import { placeAtEnd } from './footnotePlaces';
import { foreign, listLines, listPlaces, type ListOptions, type ListPlace } from './list';
import { blankLine, finalLineEnd } from '../../draft/conventions';
import { entryWords, type Entry } from './marks';
import type { Edit } from '../../draft/edit';
import type { Plan } from './plan';
import { formatReference } from '../gbt7714/reference';
import { lastHead, listEntries } from '../../draft/referenceList';
import type { Sources } from '../sources';
import { foundOr } from '../../text/values/optional';

/** A number, or the command of LaTeX, at the beginning of a line of a list. */
const number = /^\s*\\?\[\d+\\?\]\s*/;

export interface FinishedListOptions extends ListOptions {
	/** The places of an entry that are cited and that the text does not say, in words. */
	readonly placesOf: (entry: Entry) => string | undefined;
}

/** The number of the first entry: behind those of a list that the writer keeps by hand. */
export function firstNumber(draft: Draft): number {
	if (isTex(draft.language) || listPlaces(draft).length > 0) return 1;
	return Math.max(0, ...listEntries(draft).map(entry => entry.number)) + 1;
}

/**
 * Writes the list. `first`: the text has numbers that begin with this one, so there must be a list, and its lines have
 * them too.
 */
export function finishList(
	draft: Draft,
	sources: Sources,
	entries: readonly Entry[],
	first: number | undefined,
	options: FinishedListOptions,
): Pick<Plan, 'edits' | 'problems'> {
	const { text, language } = draft;
	const numbered = first !== undefined;
	const lines = linesOf(entries, language, options, first);
	const places = listPlaces(draft);
	const own = places.map(place => foreign(text.slice(place.start, place.end), place.start, sources));
	const written = own.map(all => all.map(({ start, end }) => text.slice(start, end)));
	const edits = places.map((place, at): Edit => {
		const block =
			at === 0 ? blockOf(draft, entries, lines, written[at] ?? [], numbered) : (written[at] ?? []).join(gap(draft));
		return { ...withMarkers(text, place), text: block };
	});
	if (places.length > 0) return { edits, problems: own.flat() };
	if (!numbered || lines.length === 0) return { edits: [], problems: [] };
	return { edits: [atEnd(draft, blockOf(draft, entries, lines, [], true))], problems: [] };
}

/** The lines of the list, escaped. */
function linesOf(
	entries: readonly Entry[],
	language: DraftLanguage,
	options: FinishedListOptions,
	first: number | undefined,
): readonly string[] {
	const written = (source: Source, entry: Entry) =>
		escapeFor(language, formatReference(source, { ...options, places: options.placesOf(entry) }).text);
	const known = entries.flatMap(entry => (entry.words === undefined && entry.source ? [entry.source] : []));
	const lines =
		options.order === 'author' && known.length === entries.length
			? listLines(known, options).map(line => escapeFor(language, line))
			: entries.map((entry, at) => `[${at + (first ?? 1)}] ${entryWords(entry, source => written(source, entry))}`);
	if (first !== undefined) return lines;
	return lines.map(line => line.replace(number, ''));
}

/** The list as it stands in the copy, with lines of the writer's behind it. */
function blockOf(
	draft: Draft,
	entries: readonly Entry[],
	lines: readonly string[],
	own: readonly string[],
	numbered: boolean,
): string {
	const { language } = draft;
	if (!isTex(language)) {
		let last = lines.length;
		const rest = own.map(line => {
			if (!number.test(line)) return line;
			return line.replace(number, numbered ? `[${++last}] ` : '');
		});
		return [...lines, ...rest].join(gap(draft));
	}
	const items = [
		...lines.map((line, at) => {
			const source = entries[at]?.source;
			return `\\bibitem{${source ? labelOf(source.id) : `n${at + 1}`}} ${line.replace(number, '')}`;
		}),
		...own,
	];
	return [
		`\\begin{thebibliography}{${'9'.repeat(String(items.length).length)}}`,
		...items,
		'\\end{thebibliography}',
	].join(draft.conventions.lineEnd);
}

/** A list at the end of a draft that has no markers. */
function atEnd(draft: Draft, block: string): Edit {
	const { text, masked, language } = draft;
	const end = draft.conventions.lineEnd;
	if (isTex(language)) {
		const last = masked.lastIndexOf('\\end{document}');
		const at = foundOr(last, text.length);
		const behind = at < text.length ? end : finalLineEnd(text, end);
		return { start: at, end: at, text: blankLine(text.slice(0, at), end) + block + behind };
	}
	const under = underHeading(draft);
	if (under !== undefined) {
		// A line right below would go on with the last entry.
		const apart = /^\r?\n[^\r\n]/.test(text.slice(under, under + 3)) ? end : '';
		return { start: under, end: under, text: `${end}${end}${block}${apart}` };
	}
	const at = placeAtEnd(draft);
	const behind = at < text.length ? end + end : finalLineEnd(text, end);
	return {
		start: at,
		end: at,
		text: `${blankLine(text.slice(0, at), end)}## 参考文献${end}${end}${block}${behind}`,
	};
}

/** Behind the heading 参考文献 that a draft has, or behind the last entry there; nothing where it has none. */
function underHeading(draft: Draft): number | undefined {
	const head = draft.lines[lastHead(draft)];
	return listEntries(draft).at(-1)?.end ?? (head && head.start + head.text.length);
}

/** What stands between two lines of a list. */
function gap(draft: Draft): string {
	const end = draft.conventions.lineEnd;
	return end + end;
}

/** A place with the lines of its markers. */
function withMarkers(text: string, { start, end }: ListPlace): ListPlace {
	const from = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
	const behind = /[\r\n]/.exec(text.slice(end));
	return { start: from, end: behind ? end + behind.index : text.length };
}
