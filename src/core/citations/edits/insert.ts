// What to change in a draft so that a citation stands in it: edits of one undo step, and where the cursors end.

import type { Citation, Source } from '../../corpus/records';
import { pandocKey } from '../../draft/clusters';
import { Draft } from '../../draft/draft';
import { textLines, type TextLine } from '../../draft/lines';
import { labelEnding, sayLocator } from '../../draft/locator';
import type { Region } from '../../draft/region';
import { escapeFor, labelOf, type DraftLanguage } from './escape';
import { definition, footnotesOf } from './footnotePlaces';
import { asInner, blankLine, inWidth, mannerOf, type Manner } from './conventions';
import { noteOf } from '../gbt7714/inTextNote';
import { planNumber } from './numbered';
import type { Gap } from '../gbt7714/piece';
import type { Locator, ReferenceOptions } from '../gbt7714/reference';
import { formatReference } from '../gbt7714/reference';

export type { DraftLanguage } from './escape';

/** How a citation stands in a draft; see planInsertion for what each becomes in which language. */
export type Form = 'footnote' | 'pandoc' | 'note' | 'quotation' | 'numeric';

/** What is inserted: a citation with its source, or a source alone. */
export interface Cited {
	readonly citation?: Citation;
	readonly source: Source;
}

export interface InsertOptions extends Pick<ReferenceOptions, 'edition' | 'latin' | 'url' | 'accessed' | 'authors'> {
	/** Width of marks; default as the draft is written. */
	readonly width?: Manner['width'];
	/** The place cited. */
	readonly locator?: Locator;
}

/** A stretch of the draft and what stands there instead; UTF-16 code units of the draft before any edit, half-open. */
export interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/**
 * `notProse`: the cursor stands in code, a formula, a comment, an address or a label, nothing was put there. `noWords`: a source has
 * no words to quote, its footnote was taken. `order`: the number does not follow the order of appearance.
 */
export interface InsertProblem {
	readonly code: 'notProse' | 'noWords' | 'order';
	readonly offset: number;
}

export interface Insertion {
	/** In the order of the draft, not overlapping; nothing of the draft is replaced. */
	readonly edits: readonly Edit[];
	/** For each offset given, in that order, where the cursor stands after the edits: behind what was put there. */
	readonly cursors: readonly number[];
	readonly problems: readonly InsertProblem[];
	/** Gaps in the reference or note that was put in; offsets are those of that text. */
	readonly missing: readonly Gap[];
}

/** What goes to a place of the draft; `inText` at a cursor, otherwise somewhere the cursors do not go. */
interface Addition {
	readonly at: number;
	readonly text: string;
	readonly inText: boolean;
}

/** A mark of the citation with the text that must stand elsewhere for it. */
interface Mark {
	readonly text: string;
	/** `written`: the draft with what was put into its text. */
	readonly elsewhere?: (written: string) => { readonly at: number; readonly text: string } | undefined;
	readonly missing: readonly Gap[];
	readonly problems?: readonly InsertProblem[];
}

/**
 * Plans the insertion of a citation at every cursor.
 *
 * - `footnote`: Markdown `[^key]` with its definition behind the last one or at the end of the draft, or the one that is there already;
 *   LaTeX `\footnote{…}`; plain text as `numeric`.
 * - `pandoc`: Markdown `[@key]`, LaTeX `\cite{key}`, plain text as `numeric`.
 * - `note`: 括注. `numeric`: `[1]` with a list 参考文献 at the end (LaTeX: `\cite{key}`).
 * - `quotation`: the words in the quotation marks the draft uses, then its footnote. Points and figures are our words and get no marks.
 *
 * Everything stands exactly where the cursor is: whether a mark belongs before or behind a full stop is the writer's choice; only
 * behind the words of a quotation we choose, the mark follows the closing quotation mark and precedes what follows.
 */
export function planInsertion(
	draft: string,
	offsets: readonly number[],
	what: Cited,
	form: Form,
	language: DraftLanguage,
	options: InsertOptions = {},
): Insertion {
	const found = mannerOf(draft);
	const manner = options.width ? { ...found, width: options.width } : found;
	const lines = textLines(draft);
	// An indented empty line is nothing yet, but what is put on it may be code: it is read as if it had something on it.
	const scan = new Draft(language, {
		count: lines.length,
		line: at => lines[at]?.text.replace(/^([ \t]+)$/, '$1x') ?? '',
	});
	const places = offsets.map(offset => snap(draft, offset));
	const problems: InsertProblem[] = [];
	const open = [...new Set(places)]
		.sort((a, b) => a - b)
		.filter(place => {
			const prose = isOpen(lines, scan, place, language);
			if (!prose) problems.push({ code: 'notProse', offset: place });
			return prose;
		});
	if (open.length === 0) return { edits: [], cursors: places, problems, missing: [] };
	if (form === 'quotation' && !what.citation) problems.push({ code: 'noWords', offset: open[0]! });

	const mark = markOf(draft, open, what, form, language, manner, options);
	problems.push(...(mark.problems ?? []));
	const additions = open.flatMap(at =>
		form === 'quotation' && what.citation
			? quoted(draft, at, what.citation, mark.text, language, manner)
			: [joined(draft, at, mark.text) ?? { at, text: spaced(draft, at, mark.text, language), inText: true }],
	);
	const written = [...additions]
		.reverse()
		.reduce((text, one) => text.slice(0, one.at) + one.text + text.slice(one.at), draft);
	const elsewhere = mark.elsewhere?.(written);
	if (elsewhere) additions.push({ ...elsewhere, inText: false });
	return { ...settle(additions, places), problems, missing: mark.missing };
}

function markOf(
	draft: string,
	open: readonly number[],
	what: Cited,
	form: Form,
	language: DraftLanguage,
	manner: Manner,
	options: InsertOptions,
): Mark {
	const { source, citation } = what;
	const place = sayLocator(options.locator);
	if (form === 'note') {
		const note = noteOf(citation, source, { locator: place });
		return { text: inWidth(escapeFor(language, note.text), manner.width), missing: note.missing };
	}
	const key = labelOf(source.id);
	const tex = language === 'latex' || language === 'tex';
	if (form === 'pandoc' && language === 'markdown')
		return { text: `[@${pandocKey(source.id)}${place ? `, ${place}` : ''}]`, missing: [] };
	if (tex && (form === 'pandoc' || form === 'numeric'))
		return { text: `\\cite${place ? `[${place}]` : ''}{${key}}`, missing: [] };
	const reference = formatReference(source, options);
	const text = escapeFor(language, reference.text);
	if (tex) return { text: `\\footnote{${text}}`, missing: reference.missing };
	if (language === 'plaintext' || form === 'numeric') {
		const planned = planNumber(draft, open[0]!, text, language, manner.lineEnd);
		return {
			...planned,
			missing: reference.missing,
			problems: planned.ordered ? [] : [{ code: 'order', offset: open[0]! }],
		};
	}
	const label = key + labelEnding(options.locator);
	return {
		text: `[^${label}]`,
		missing: reference.missing,
		elsewhere: written => definitionOf(draft, label, text, manner, written),
	};
}

/** The definition of a footnote that has none yet: with the others, or at the end behind a blank line. */
function definitionOf(
	draft: string,
	label: string,
	text: string,
	manner: Manner,
	written: string,
): { at: number; text: string } | undefined {
	const notes = footnotesOf(draft);
	if (notes.defined.has(label.toLowerCase())) return undefined;
	const line = `[^${label}]: ${text}`;
	const end = manner.lineEnd;
	if (notes.last !== undefined) return { at: notes.last, text: end + line };
	if (notes.end < draft.length)
		return { at: notes.end, text: blankLine(draft.slice(0, notes.end), end) + line + end + end };
	return { at: draft.length, text: blankLine(written, end) + line + (/[\r\n]$/.test(draft) ? end : '') };
}

/** A quotation at a cursor; marks that stand around the cursor already are used, and a full stop is not doubled. */
function quoted(
	draft: string,
	at: number,
	citation: Citation,
	mark: string,
	language: DraftLanguage,
	manner: Manner,
): Addition[] {
	const { quotes, width } = manner;
	let words = escapeFor(language, inWidth(citation.text, width));
	if (citation.kind !== 'quotation') return [{ at, text: words + mark, inText: true }];
	const opened = draft[at - 1] === quotes.open && quotes.open !== quotes.close;
	const closed = opened && draft[at] === quotes.close;
	const next = draft[closed ? at + 1 : at] ?? '';
	if (/[，。；：、？！,.;:?!]/.test(next)) words = words.replace(/[。.]$/, '');
	words = asInner(words, quotes);
	if (closed)
		return [
			{ at, text: words, inText: true },
			{ at: at + 1, text: mark, inText: true },
		];
	return [{ at, text: `${opened ? '' : quotes.open}${words}${quotes.close}${mark}`, inText: true }];
}

/** A key directly behind the brackets of others goes into them: two pairs of brackets side by side are no citation for pandoc. */
function joined(draft: string, at: number, mark: string): Addition | undefined {
	if (!mark.startsWith('[@') || !/\[-?@[^[\]\r\n]*\]$/.test(draft.slice(Math.max(0, at - 500), at))) return undefined;
	return { at: at - 1, text: `; ${mark.slice(1, -1)}`, inText: true };
}

/** A mark directly behind a bare address would become part of it. */
function spaced(draft: string, at: number, mark: string, language: DraftLanguage): string {
	return language === 'markdown' && /https?:\/\/[^\s<>()\u0080-\uffff]*$/.test(draft.slice(Math.max(0, at - 2000), at))
		? ` ${mark}`
		: mark;
}

/** Puts additions of one place together and follows the cursors. */
function settle(additions: readonly Addition[], places: readonly number[]): Pick<Insertion, 'edits' | 'cursors'> {
	const sorted = [...additions].sort((a, b) => a.at - b.at || Number(b.inText) - Number(a.inText));
	const edits: Edit[] = [];
	for (const { at, text } of sorted) {
		const last = edits.at(-1);
		if (last?.start === at) edits[edits.length - 1] = { ...last, text: last.text + text };
		else edits.push({ start: at, end: at, text });
	}
	const cursors = places.map(place => {
		// A quotation between marks that were there ends behind its closing mark, where its own mark was put.
		const own = sorted.filter(one => one.inText && one.at === place).length > 0;
		const behind =
			own && sorted.some(one => one.inText && one.at === place + 1) && !places.includes(place + 1) ? place + 1 : place;
		const before = sorted.filter(one => one.at < behind || (one.at === behind && one.inText && own));
		return behind + before.reduce((sum, one) => sum + one.text.length, 0);
	});
	return { edits, cursors };
}

/** The nearest offset that is in the draft and in no character: between halves of a pair or of a line end nothing is put. */
function snap(draft: string, offset: number): number {
	const at = Math.min(Math.max(0, Math.trunc(offset) || 0), draft.length);
	const inPair = /[\uD800-\uDBFF]/.test(draft[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(draft[at] ?? '');
	return inPair || (draft[at - 1] === '\r' && draft[at] === '\n') ? at - 1 : at;
}

const blocks: ReadonlySet<Region['kind']> = new Set<Region['kind']>(['code', 'comment', 'math', 'frontMatter']);

/** Whether something may be put at an offset. */
function isOpen(lines: readonly TextLine[], scan: Draft, offset: number, language: DraftLanguage): boolean {
	let low = 0;
	let high = lines.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >>> 1;
		if (lines[middle]!.start <= offset) low = middle;
		else high = middle - 1;
	}
	const line = lines[low]!;
	const at = offset - line.start;
	// A definition is one only while nothing stands before its label or between that and the colon.
	if (language === 'markdown' && at < (definition.exec(line.text)?.[0].length ?? 0)) return false;
	const goesOn = (r: Region) => r.open === true || (r.kind === 'comment' && !/^\s*<!--/.test(line.text));
	return !scan
		.regions(low)
		.some(
			r =>
				(r.start < at && at < r.end) ||
				(blocks.has(r.kind) && ((at === r.end && r.open) || (at === 0 && r.start === 0 && goesOn(r)))),
		);
}
