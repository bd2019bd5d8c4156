// Where in a draft a citation may be put: in no character, not before the marks of a line, not within what is cited,
// code, comments and the like.

import type { Draft } from '../../draft/draft';
import { isTex } from '../../draft/language';
import { LineRegions } from '../../draft/lineRegions';
import { lineAt, lineHolding, type TextLine } from '../../draft/lines';
import { blank } from '../../draft/mask';
import { numberMarks } from '../../draft/numberMarks';
import type { Region } from '../../draft/region';
import { texSpans } from '../../draft/texSpans';
import { boundaryBefore } from '../../text/graphemes';
import type { DraftLanguage } from './escape';

/** Answers for an offset the place where something goes that is put there, and whether it may. */
export interface InsertionPoints {
	readonly place: (offset: number) => number;
	readonly isOpen: (place: number) => boolean;
}

/**
 * `brackets`: what is put at a place begins with a bracket that is no note's; `words`: it is no mark but words alone.
 */
export function insertionPoints(
	draft: Draft,
	{ brackets, words }: { readonly brackets: (place: number) => boolean; readonly words: boolean },
): InsertionPoints {
	const { text, lines, language } = draft;
	const regions = draft.part(regionsFor);
	const closed = [
		draft.part(citedSpans),
		draft.part(linkedKeySpans),
		draft.part(namedSpans),
		...(isTex(language) ? [draft.part(texSpans)] : []),
		...(words ? [] : [draft.part(linkSpans)]),
	];
	const isIn = (spans: readonly Span[], place: number) => spans.some(one => one.start < place && place < one.end);
	return {
		place: offset => placeFor(lines, snap(text, offset, language), language),
		isOpen: place =>
			isOpen(lines, regions, place, language) &&
			!closed.some(spans => isIn(spans, place)) &&
			!(brackets(place) && isIn(draft.part(bareKeySpans), place)),
	};
}

/**
 * What of the lines is prose. An indented empty line is nothing yet, but what is put on it may be code: it is read as
 * if it had something on it.
 */
function regionsFor({ lines, language }: Draft): LineRegions {
	const line = (at: number) => lines[at]?.text.replace(/^([ \t]+)$/, '$1x') ?? '';
	return new LineRegions(language, { count: lines.length, line });
}

/** The nearest offset that is in the draft and in no character: within an emoji or a line end nothing is put. */
function snap(draft: string, offset: number, language: DraftLanguage): number {
	const at = Math.min(Math.max(0, Math.trunc(offset) || 0), draft.length);
	const whole = boundaryBefore(draft, at);
	// Behind a mark of escape what is put would be escaped, and what was escaped no longer.
	const escapes =
		language === 'markdown' ? (/\\*$/.exec(draft.slice(Math.max(0, whole - 100), whole))?.[0].length ?? 0) : 0;
	return escapes % 2 === 1 ? whole - 1 : whole;
}

/** A stretch of a draft within which nothing is put. */
interface Span {
	readonly start: number;
	readonly end: number;
}

/** What is cited already, and where notes begin. */
function citedSpans(draft: Draft): readonly Span[] {
	if (draft.language === 'plaintext') return numberMarks(draft.text);
	// A definition is one only while nothing stands before its label or between that and the colon.
	const heads = draft.definitions.map(({ start, labelEnd }) => ({ start: start - 1, end: labelEnd + 2 }));
	return [...draft.citations, ...draft.references, ...heads];
}

/** Bare keys: a bracket behind one would be read as its place. */
function bareKeySpans({ text, citations }: Draft): readonly Span[] {
	return citations
		.filter(one => one.form === 'bare')
		.map(({ start, end }) => ({ start, end: end + (text[end] === ' ' ? 2 : 1) }));
}

/** The texts of links: Markdown has no brackets within them. */
function linkSpans({ text, masked, language }: Draft): readonly Span[] {
	if (language === 'plaintext') return [];
	return [...masked.matchAll(linkText)].filter(one => addressed(text, one)).map(withNext);
}

/**
 * What Markdown reads by its name: links and images that are defined elsewhere, and those definitions; attributes of
 * pandoc and commands of TeX.
 */
function namedSpans({ lines, masked, language, text }: Draft): readonly Span[] {
	if (language !== 'markdown') return [];
	const defined = lines.filter((line, at) => linkDefinition.test(line.text) && masked[lines[at]?.start ?? 0] === blank);
	const names = new Set(defined.map(line => nameOf(linkDefinition.exec(line.text)?.[1] ?? '')));
	const named = [...masked.matchAll(namedLink)].filter(({ 1: first, 2: second }) => names.has(nameOf(second || first)));
	return [
		...defined.map(({ start, text: { length } }) => ({ start: start - 1, end: start + length + 1 })),
		...named.map(spanOf),
		...[...text.matchAll(attributes)].map(spanOf),
		...[...text.matchAll(command)].map(spanOf),
	];
}

const linkDefinition = /^ {0,3}\[(?!\^)([^\]]+)\]:\s/;
const namedLink = /!?\[([^[\]]*)\](?:\[([^[\]]*)\])?/g;
const attributes = /(?<=[\])`])\{[^{}\r\n]*\}|(?<=^ {0,3}#{1,6} .*)\{[#.][^{}\r\n]*\}(?=[ \t]*$)/gm;
const command = /\\[A-Za-z]+/g;

/** Names of links as they are compared. */
function nameOf(written = ''): string {
	return written.trim().replace(/\s+/g, ' ').toLowerCase();
}

function spanOf({ 0: found, index }: RegExpMatchArray & { readonly index: number }): Span {
	return { start: index, end: index + found.length };
}

/** Keys in brackets that others follow: together they may be a link, with words between them they are none. */
function linkedKeySpans({ text, language }: Draft): readonly Span[] {
	return language === 'markdown' ? [...text.matchAll(linkedKeys)].map(withNext) : [];
}

/** What was found, and one character more. */
function withNext(found: RegExpMatchArray & { readonly index: number }): Span {
	const { start, end } = spanOf(found);
	return { start, end: end + 1 };
}

const linkedKeys = /\[[^[\]@]*@[^[\]]*\](?=[({[])(?!\[\^|\[[^[\]]*@)/g;

/** The text of a link or an image, whose address is blanked out. */
const linkText = new RegExp(`!?\\[[^[\\]]*\\](?=${blank})`, 'g');

/** Whether brackets are followed by those of an address or a label; a bare address makes no link of them. */
function addressed(text: string, { 0: whole, index }: RegExpMatchArray & { readonly index: number }): boolean {
	return /[([]/.test(text[index + whole.length] ?? '');
}

/** Marks that make a line what it is: of a quotation, a list item, a heading, a cell. */
const lineMarks =
	/^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])|#{1,6}(?=[ \t])))*[ \t]*(?:\[[ xX]\](?=[ \t])[ \t]*|\|[ \t]*)?/;
/**
 * Lines that are nothing but a mark (a rule, the line below a heading, the second of a table, a fence of pandoc's
 * divisions with its name), and such as begin HTML.
 */
const onlyMarks = /^[ \t>]*(?![ \t>])(?:(?:[-*_][ \t]*){3,}|=+[ \t]*|(?=[|: \t]*-)[|:\- \t]+|:{3,}.*)$/;

/**
 * An item of a list on which nothing is written yet, as an editor makes it; below a paragraph it is a mark of a
 * heading.
 */
function isNewItem(lines: readonly TextLine[], at: number): boolean {
	const before = lines[at - 1]?.text ?? '';
	const line = lines[at]?.text ?? '';
	return /^[ \t>]*-[ \t]+$/.test(line) && /^[ \t>]*$|^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]|^(?: {4}|\t)/.test(before);
}

/** The place of its line where something may be put: not before the marks the line begins with. */
function placeFor(lines: readonly TextLine[], offset: number, language: DraftLanguage): number {
	if (language !== 'markdown') return offset;
	const { start, text } = lineHolding(lines, offset);
	return Math.max(offset, start + (lineMarks.exec(text)?.[0].length ?? 0));
}

const blocks: ReadonlySet<Region['kind']> = new Set<Region['kind']>(['code', 'comment', 'math', 'frontMatter']);

/** Whether something may be put at an offset. */
function isOpen(lines: readonly TextLine[], regions: LineRegions, offset: number, language: DraftLanguage): boolean {
	const number = lineAt(lines, offset);
	const line = lineHolding(lines, offset);
	const at = offset - line.start;
	if (
		language === 'markdown' &&
		((onlyMarks.test(line.text) && !isNewItem(lines, number)) ||
			(at <= 3 && /^ *<[A-Za-z/!?]/.test(line.text.slice(at))))
	)
		return false;
	const goesOn = (r: Region) => r.open === true || (r.kind === 'comment' && !/^\s*<!--/.test(line.text));
	return !regions
		.of(number)
		.some(
			r =>
				(r.start < at && at < r.end) ||
				(blocks.has(r.kind) && ((at === r.end && r.open) || (at === 0 && r.start === 0 && goesOn(r)))),
		);
}

/** A mark with a space where it would be read together with what stands beside it: an address, a link, a definition. */
export function spaced(draft: string, at: number, mark: string, language: DraftLanguage): string {
	if (language !== 'markdown') return mark;
	const before = draft.slice(Math.max(0, at - 2000), at);
	const next = draft.slice(at, at + 2);
	const joins = mark.endsWith(']') && (joining.test(next) || (next.startsWith(':') && lineStart.test(before)));
	return `${goesOn.some(one => one.behind.test(before) && one.mark.test(mark)) ? ' ' : ''}${mark}${joins ? ' ' : ''}`;
}

/** What a mark would be more of that stands behind it. */
const goesOn: readonly { readonly behind: RegExp; readonly mark: RegExp }[] = [
	/** An address. */
	{ behind: /https?:\/\/[^\s<>()\u0080-\uffff]*$/, mark: /^/ },
	/** A bare key. */
	{ behind: /@[^\s@[\]{}]*[\p{L}\p{N}_]$/u, mark: /^[\p{L}\p{N}_]/u },
	/** A link, a note, an image. */
	{ behind: /\]$/, mark: /^\(/ },
	{ behind: /\^$/, mark: /^\[/ },
	{ behind: /(?<!\\)(?:\\\\)*!$/, mark: /^\[(?!\^)/ },
	/** A link whose text is a key. */
	{ behind: /\[[^[\]@]*@[^[\]]*\]$/, mark: /^\[(?![\^@])/ },
];

/** What makes a link or a span of a bracket before it. */
const joining = /^(?:[({]|\[(?![\^@]))/;
const lineStart = /(?:^|[\r\n])[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/;
