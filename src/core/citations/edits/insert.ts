// What to change in a draft so that a citation stands in it: edits of one undo step, and where the cursors end.

import { isTex } from '../../draft/language';
import type { Citation, Source } from '../../corpus/records';
import { pandocKey } from '../../draft/clusters';
import { Draft } from '../../draft/draft';
import type { Edit } from '../../draft/edit';
import { lineAt } from '../../draft/lines';
import { sayLocator } from '../../draft/locator';
import { definitionOf } from './definitions';
import { escapeFor, labelOf, pandocPlace, texPlace, type DraftLanguage } from './escape';
import { asInner, inWidth, type Conventions } from '../../draft/conventions';
import { noteOf } from '../gbt7714/inTextNote';
import { insertionPoints, spaced } from './insertionPoint';
import { insideNotesBegun } from './insideNotes';
import { labelsIn } from './labels';
import { planNumber } from './numbered';
import type { Gap } from '../gbt7714/piece';
import type { Locator, ReferenceOptions } from '../gbt7714/reference';
import { formatReference } from '../gbt7714/reference';
import { knownAt } from '../sources';

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
	readonly width?: Conventions['width'];
	/** The place cited. */
	readonly locator?: Locator;
}

/**
 * `notProse`: the cursor stands in code, a formula, a comment, an address or a label, nothing was put there. `noWords`:
 * a source has
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
	readonly elsewhere?: (written: Draft) => { readonly at: number; readonly text: string } | undefined;
	readonly missing: readonly Gap[];
	readonly problems?: readonly InsertProblem[];
}

/**
 * Plans the insertion of a citation at every cursor.
 *
 * - `footnote`: Markdown `[^key]` with its definition behind the last one or at the end of the draft, or the one that
 * is there already;
 *   LaTeX `\footnote{…}`; plain text as `numeric`. Within a note, where none can stand: `[@key]`, LaTeX the reference.
 * - `pandoc`: Markdown `[@key]`, LaTeX `\cite{key}`, plain text as `numeric`.
 * - `note`: 括注. `numeric`: `[1]` with a list 参考文献 at the end (LaTeX: `\cite{key}`).
 * - `quotation`: the words in the quotation marks the draft uses, then its footnote. Points and figures are our words
 * and get no marks.
 *
 * Everything stands exactly where the cursor is: whether a mark belongs before or behind a full stop is the writer's
 * choice; only
 * behind the words of a quotation we choose, the mark follows the closing quotation mark and precedes what follows.
 */
export function planInsertion(
	draft: Draft,
	offsets: readonly number[],
	what: Cited,
	form: Form,
	options: InsertOptions = {},
): Insertion {
	const { text, language, conventions } = draft;
	const manner = options.width ? { ...conventions, width: options.width } : conventions;
	const noted = placesInNotes(draft, form);
	const { place, isOpen } = insertionPoints(draft, {
		brackets: at => form === 'pandoc' || form === 'numeric' || noted(at),
		words: form === 'note',
	});
	const places = offsets.map(place);
	const problems: InsertProblem[] = [];
	const open = [...new Set(places)]
		.sort((a, b) => a - b)
		.filter(at => {
			const prose = isOpen(at);
			if (!prose) problems.push({ code: 'notProse', offset: at });
			return prose;
		});
	const [firstOpen] = open;
	if (firstOpen === undefined) return { edits: [], cursors: places, problems, missing: [] };
	if (form === 'quotation' && !what.citation) problems.push({ code: 'noWords', offset: firstOpen });

	const inText = open.filter(at => !noted(at));
	const inner = markInNote(draft, what, manner, options);
	const mark = inText.length > 0 ? markOf(draft, inText, what, form, manner, options) : inner;
	problems.push(...(mark.problems ?? []));
	const additions = open.flatMap(at => {
		const own = noted(at) ? inner.text : mark.text;
		return form === 'quotation' && what.citation
			? quoted(text, at, what.citation, own, language, manner)
			: [joined(text, at, own) ?? { at, text: spaced(text, at, own, language), inText: true }];
	});
	// It has the lines of the draft: places at its end are told by their line.
	const written = [...additions]
		.reverse()
		.reduce((before, one) => before.slice(0, one.at) + one.text + before.slice(one.at), text);
	const elsewhere = mark.elsewhere?.(new Draft(written, language));
	if (elsewhere) additions.push({ ...elsewhere, inText: false });
	additions.push(...open.flatMap(at => apartFromNote(draft, at, manner.lineEnd)));
	return { ...placed(additions, places), problems, missing: mark.missing };
}

/** Where a note would stand in a note, if one were put there: no program reads that. */
function placesInNotes(draft: Draft, form: Form): (at: number) => boolean {
	if (draft.language === 'plaintext' || (form !== 'footnote' && form !== 'quotation')) return () => false;
	const isInside = draft.part(insideNotesBegun);
	return at => isInside(at, at);
}

/** The mark within a note: the key that pandoc reads there; in LaTeX, which may have no list of keys, the reference. */
function markInNote(draft: Draft, what: Cited, manner: Conventions, options: InsertOptions): Mark {
	if (draft.language === 'markdown') return markOf(draft, [], what, 'pandoc', manner, options);
	const { text, missing } = formatReference(what.source, options);
	return { text: escapeFor(draft.language, text), missing };
}

function markOf(
	draft: Draft,
	open: readonly number[],
	what: Cited,
	form: Form,
	manner: Conventions,
	options: InsertOptions,
): Mark {
	const { language } = draft;
	const { source, citation } = what;
	const place = sayLocator(options.locator);
	if (form === 'note') {
		const note = noteOf(citation, source, { locator: place });
		return { text: inWidth(escapeFor(language, note.text), manner.width), missing: note.missing };
	}
	const key = labelOf(source.id);
	const tex = isTex(language);
	if (form === 'pandoc' && language === 'markdown')
		return { text: `[@${pandocKey(source.id)}${pandocPlace(place)}]`, missing: [] };
	if (tex && (form === 'pandoc' || form === 'numeric'))
		return { text: `\\cite${texPlace(place)}{${key}}`, missing: [] };
	const reference = formatReference(source, options);
	const text = escapeFor(language, reference.text);
	if (tex) return { text: `\\footnote{${text}}`, missing: reference.missing };
	if (language === 'plaintext' || form === 'numeric') {
		const planned = planNumber(draft, open, text, manner.lineEnd);
		return {
			...planned,
			missing: reference.missing,
			problems: planned.ordered ? [] : open.slice(0, 1).map(offset => ({ code: 'order', offset })),
		};
	}
	const label = labelsIn(draft)(knownAt(source, options.locator));
	return {
		text: `[^${label}]`,
		missing: reference.missing,
		elsewhere: written => definitionOf(draft, label, text, manner.lineEnd, written, open),
	};
}

/** A quotation at a cursor; marks that stand around the cursor already are used, and a full stop is not doubled. */
function quoted(
	draft: string,
	at: number,
	citation: Citation,
	mark: string,
	language: DraftLanguage,
	manner: Conventions,
): Addition[] {
	const { quotes, width } = manner;
	let words = escapeFor(language, inWidth(citation.text, width));
	if (citation.kind !== 'quotation') return [{ at, text: spaced(draft, at, words + mark, language), inText: true }];
	const opened = draft[at - 1] === quotes.open && quotes.open !== quotes.close;
	const closed = opened && draft[at] === quotes.close;
	const behind = closed ? at + 1 : at;
	const next = draft[behind] ?? '';
	if (/[，。；：、？！,.;:?!]/.test(next)) words = words.replace(/[。.]$/, '');
	words = asInner(words, quotes);
	const own = spaced(draft, behind, mark, language);
	if (closed)
		return [
			{ at, text: words, inText: true },
			{ at: behind, text: own, inText: true },
		];
	return [{ at, text: `${opened ? '' : quotes.open}${words}${quotes.close}${own}`, inText: true }];
}

/**
 * A key directly behind the brackets of others goes into them: two pairs of brackets side by side are no citation for
 * pandoc.
 */
function joined(draft: string, at: number, mark: string): Addition | undefined {
	if (!mark.startsWith('[@') || !/\[-?@[^[\]\r\n]*\]$/.test(draft.slice(Math.max(0, at - 500), at))) return undefined;
	return { at: at - 1, text: `; ${mark.slice(1, -1)}`, inText: true };
}

/** A line end behind what is put on the empty line above a note, which pandoc would not take for one otherwise. */
function apartFromNote({ lines, definitions }: Draft, at: number, lineEnd: string): Addition[] {
	const number = lineAt(lines, at);
	const next = lines[number + 1]?.start;
	const isBlank = lines[number]?.text.trim() === '';
	return isBlank && definitions.some(one => one.start === next) ? [{ at, text: lineEnd, inText: false }] : [];
}

/** Puts additions of one place together and follows the cursors. */
function placed(additions: readonly Addition[], places: readonly number[]): Pick<Insertion, 'edits' | 'cursors'> {
	// What belongs before the line of the cursor goes before what is put at it, what belongs below the line behind it.
	const rank = ({ text, inText }: Addition) => (inText ? 1 : Number(/^[\r\n]/.test(text)) * 2);
	const sorted = [...additions].sort((a, b) => a.at - b.at || rank(a) - rank(b));
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
		const before = sorted.filter(one => one.at < behind || (one.at === behind && own && rank(one) < 2));
		return behind + before.reduce((sum, one) => sum + one.text.length, 0);
	});
	return { edits, cursors };
}
