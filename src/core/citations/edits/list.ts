// The reference list of a draft: what stands between its two markers, written anew from what the draft cites.

import { isTex } from '../../draft/language';
import type { Draft } from '../../draft/draft';
import { lastHead } from '../../draft/referenceList';
import type { Source } from '../../corpus/records';
import { citesOf, sourcesCited } from '../cited';
import { escapeFor, labelOf, type DraftLanguage } from './escape';
import { placeAtEnd } from './footnotePlaces';
import { blankLine, finalLineEnd } from '../../draft/conventions';
import type { Edit } from '../../draft/edit';
import { planOf, type Plan, type PlanProblem } from './plan';
import { formatReference, type ReferenceOptions } from '../gbt7714/reference';
import type { Sources } from '../sources';
import { foundOr } from '../../text/values/optional';

export interface ListOptions extends ReferenceOptions {
	/**
	 * `citation` (default): numbered, in the order of the text. `author`: Chinese by pinyin, then others by alphabet,
	 * the year behind the author.
	 */
	readonly order?: 'citation' | 'author';
}

/** Between the markers; half-open offsets. */
export interface ListPlace {
	readonly start: number;
	readonly end: number;
}

const opens = /^[ \t]*(?:<!--\s*policy-writing:\s*references\s*-->|%+\s*policy-writing:\s*references)[ \t]*$/i;
const closes = /^[ \t]*(?:<!--\s*\/policy-writing:\s*references\s*-->|%+\s*\/policy-writing:\s*references)[ \t]*$/i;

/** The places between markers. Markers stand alone on their lines; in code they are none. */
export function listPlaces(draft: Draft): ListPlace[] {
	const places: ListPlace[] = [];
	let open: number | undefined;
	draft.lines.forEach((line, at) => {
		if (!line.text.includes('policy-writing:') || draft.closed[at] !== 'comment') return;
		if (opens.test(line.text)) open = line.start + line.text.length;
		else if (open !== undefined && closes.test(line.text)) {
			places.push({ start: open, end: line.start });
			open = undefined;
		}
	});
	return places;
}

/** The entries of a list of sources, without escapes. */
export function listLines(sources: readonly Source[], options: ListOptions): string[] {
	if (options.order === 'author') return linesByAuthor(sources, options);
	return sources.map((source, at) => `[${at + 1}] ${formatReference(source, options).text}`);
}

function linesByAuthor(sources: readonly Source[], options: ListOptions): string[] {
	const collator = new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true });
	const entry = (source: Source, yearLetter?: string) =>
		formatReference(source, { ...options, style: 'author-date', yearLetter }).text;
	const sorted = sources
		.map(source => ({ source, text: entry(source) }))
		.sort(
			(a, b) =>
				script(a.text) - script(b.text) || collator.compare(a.text.replace(/^〔/, ''), b.text.replace(/^〔/, '')),
		);
	return sorted.map(({ source, text }) => {
		// Works of one author and year are told apart by letters in the order of the list.
		const same = sorted.filter(other => head(other.text) === head(text));
		if (same.length < 2) return text;
		const letter = 97 + (same.findIndex(other => other.source === source) % 26);
		return entry(source, String.fromCharCode(letter));
	});
}

/** Author and year, as the entry begins. */
function head(text: string): string {
	return text.split('. ', 1)[0] ?? text;
}

/** An entry without the letter that tells it apart. */
export function unlettered(text: string): string {
	return text.replace(/^((?:(?!\. ).)*\d{4})[a-z](?=\. )/, '$1');
}

const scripts: readonly RegExp[] = [
	/\p{Script=Han}/u,
	/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
	/\p{Script=Latin}/u,
];

/** Chinese entries come first, then Japanese and Korean, then those in Latin script (GB/T 7714, lists by author). */
function script(text: string): number {
	const first = /[\p{L}\p{N}]/u.exec(text)?.[0] ?? '';
	const at = scripts.findIndex(each => each.test(first));
	return foundOr(at, scripts.length);
}

/**
 * Brings the lists of a draft up to date. `edited`: a line between the markers is none of ours; who asks without being
 * told to should then leave it.
 */
export function planList(draft: Draft, sources: Sources, options: ListOptions): Plan {
	const { language } = draft;
	const places = listPlaces(draft);
	const cited = sourcesCited(citesOf(draft, sources, places));
	const { text } = draft;
	const end = draft.conventions.lineEnd;
	const body = listBody(cited, language, options, end);
	const problems: PlanProblem[] = [];
	const edits: Edit[] = [];
	for (const place of places) {
		const before = text.slice(place.start, place.end);
		if (before === body) continue;
		edits.push({ ...place, text: body });
		problems.push(...foreign(before, place.start, sources));
	}
	return planOf(text, edits, problems);
}

/** The text between the markers, line ends around it included. */
function listBody(cited: readonly Source[], language: DraftLanguage, options: ListOptions, end: string): string {
	if (isTex(language)) {
		const items = cited.map(
			source => `\\bibitem{${labelOf(source.id)}} ${escapeFor(language, formatReference(source, options).text)}`,
		);
		if (items.length === 0) return end;
		const widest = '9'.repeat(String(items.length).length);
		return [`${end}\\begin{thebibliography}{${widest}}`, ...items, `\\end{thebibliography}${end}`].join(end);
	}
	const lines = listLines(cited, options).map(line => escapeFor(language, line));
	return lines.length === 0 ? end + end : end + end + lines.join(end + end) + end + end;
}

/** Lines between the markers that nobody but the writer can have written. */
export function foreign(body: string, offset: number, sources: Sources): PlanProblem[] {
	return linesOfList(body, offset)
		.filter(({ words }) => !sources.recognize(words) && !sources.recognize(unlettered(words)))
		.map(({ words, start, end }) => ({ code: 'edited', key: words.slice(0, 40), start, end }));
}

/** The lines between two markers that say something, without their numbers; `offset`: where `body` begins. */
export function linesOfList(body: string, offset: number): (ListPlace & { readonly words: string })[] {
	return [...body.matchAll(/[^\r\n]+/g)]
		.map(line => ({
			words: line[0].replace(/^\s*(?:\\?\[\d+\\?\]|\\bibitem\{[^{}]*\})/, '').trim(),
			start: offset + line.index,
			end: offset + line.index + line[0].length,
		}))
		.filter(({ words }) => words !== '' && !/^\\(?:begin|end)\{thebibliography\}/.test(words));
}

/**
 * Puts markers with the list into a draft that has none: under its empty heading 参考文献, else at its end under a new
 * one. `open`: `<!--` stands open within a paragraph; the end of our first marker would make a comment of everything in
 * between.
 */
export function planNewList(draft: Draft, sources: Sources, options: ListOptions): Plan {
	const { text, lines, language } = draft;
	const end = draft.conventions.lineEnd;
	const body = listBody(sourcesCited(citesOf(draft, sources)), language, options, end);
	if (isTex(language)) {
		const block = `% policy-writing: references${body}% /policy-writing: references`;
		const documentEnd = draft.masked.lastIndexOf('\\end{document}');
		const at = foundOr(documentEnd, text.length);
		const before = blankLine(text.slice(0, at), end);
		const behind = at < text.length ? end : finalLineEnd(text, end);
		return planOf(text, [{ start: at, end: at, text: before + block + behind }]);
	}
	const open = draft.masked.indexOf('<!--');
	if (open >= 0) return planOf(text, [], [{ code: 'open', key: '<!--', start: open, end: open + 4 }]);
	const block = `<!-- policy-writing: references -->${body}<!-- /policy-writing: references -->`;
	const headingAt = lastHead(draft);
	const heading = lines[headingAt];
	const below = lines.slice(headingAt + 1).map(line => line.text);
	if (heading && emptyBelow(below)) {
		const at = heading.start + heading.text.length;
		const behind = below[0] === '' || below.length === 0 ? '' : end;
		return planOf(text, [{ start: at, end: at, text: end + end + block + behind }]);
	}
	const at = placeAtEnd(draft);
	const before = `${blankLine(text.slice(0, at), end)}## 参考文献${end}${end}`;
	return planOf(text, [{ start: at, end: at, text: before + block + behindList(text, at, end) }]);
}

/** What parts the list from what stands behind it; at the end of a draft the line end the draft has. */
function behindList(text: string, at: number, end: string): string {
	return at < text.length ? end + end : finalLineEnd(text, end);
}

function emptyBelow(lines: readonly string[]): boolean {
	const next = lines.find(line => line.trim() !== '');
	return next === undefined || /^ {0,3}(?:#{1,6}\s|\[\^[^\]\s]+\]:)/.test(next);
}
