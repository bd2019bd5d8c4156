// What of a quotation is otherwise than in its source, as changes of the draft's text.

import type { Change } from '../../draft/finding';
import { blank } from '../../draft/mask';
import { fold } from '../../text/fold';
import { align, type Step } from './align';
import { codesOf, letterStart, lettersEnd } from './letterOffsets';
import type { ReferenceTexts } from './referenceTexts';
import { signEnd, signIn } from './numerals';
import type { Query } from './query';

/** A paragraph with a quotation at an offset, of which `offsets` says where each letter stands. */
export interface Shown {
	readonly text: string;
	readonly at: number;
	readonly offsets: Uint32Array;
}

/** Numbers are read with what stands so near. */
const beside = 12;

/**
 * How a quotation at `at` in a paragraph differs from the words it was made of: these, the changes, and where the
 * stretch ends that they stand
 * for. A sign of percentage is part of them where it is not the same on both sides.
 */
export function differing(
	text: string,
	at: number,
	query: Query,
	match: { readonly start: number; readonly end: number; readonly steps: readonly Step[] },
	authority: ReferenceTexts,
): { readonly wording: string; readonly changes: readonly Change[]; readonly end: number } {
	const { offsets, codes } = query;
	const stretch = authority.stretch(...authority.around(match.start, match.end, beside));
	/** Where both sides end that end with these letters. */
	const ends = (to: number, end: number): [number, number] => {
		const written = lettersEnd(offsets, to);
		const original = lettersEnd(stretch.offsets, end - stretch.low);
		const [writtenSign, originalSign] = [signEnd(query.text, written), signEnd(stretch.text, original)];
		const same = signIn(query.text.slice(written, writtenSign)) === signIn(stretch.text.slice(original, originalSign));
		return same ? [written, original] : [writtenSign, originalSign];
	};
	const begin = letterStart(stretch.offsets, match.start - stretch.low);
	const [last, whole] = ends(codes.length, match.end);
	const final = match.steps.at(-1);
	const until =
		final?.to === codes.length && final.start < final.end
			? whole - repeated(stretch.text.slice(stretch.offsets[final.start - stretch.low], whole), text.slice(at + last))
			: whole;
	const changes = match.steps.map(({ from, to, start, end }) => {
		const beginning = from < to ? letterStart(offsets, from) : placeAt(query.text, offsets, from);
		const [stop, other] = ends(to, end);
		const behind = from < to ? stop : beginning;
		const original =
			start === end ? '' : stretch.text.slice(stretch.offsets[start - stretch.low], Math.min(other, until));
		return changeOf(at + beginning, text.slice(at + beginning, at + behind), clean(original));
	});
	return { wording: clean(stretch.text.slice(begin, until)), changes, end: at + last };
}

const closed = /^[\s\0]*[”’」』"']+/;

/**
 * How many characters at the end of a source's words the draft has behind its closing mark: of “增长6.4”% the sign of
 * percentage, which is not written twice.
 */
function repeated(original: string, rest: string): number {
	const mark = closed.exec(rest)?.[0];
	if (mark === undefined) return 0;
	const behind = fold(rest.slice(mark.length, mark.length + original.length));
	const end = fold(original);
	for (let size = behind.length; size > 0; size--) if (end.endsWith(behind.slice(0, size))) return size;
	return 0;
}

/** Paragraphs joined without a line end. */
const clean = (text: string) => text.replaceAll('\n', '');

/** Quotation marks are set by where a quotation stands, spaces by the page: neither is the author's. */
const setByPlace = /[\s\0\u200b\ufeff"'“”„‟‘’‚‛「」『』﹁﹂﹃﹄〝〞〟｢｣]/g;

/**
 * How the same letters are written otherwise: other marks, other script, or only other widths; nothing when they are
 * the same.
 */
export function formOf(written: string, wording: string): 'punctuation' | 'script' | 'width' | undefined {
	const own = written.replace(setByPlace, '');
	const original = wording.replace(setByPlace, '');
	if (own === original) return undefined;
	if (fold(own) !== fold(original)) return 'punctuation';
	for (let at = 0; at < own.length; at++)
		if (own[at] !== original[at] && /\p{Script=Han}/u.test(own.charAt(at))) return 'script';
	return 'width';
}

/** How the marks of the same words differ, as changes; `at`: where what is written begins. */
export function markChanges(written: string, wording: string, at: number): Change[] {
	if (written.length > 1500 || wording.length > 1500) return [];
	const aligned = align(codesOf(written), 0, written.length, codesOf(wording), 0, wording.length, true);
	return aligned.steps
		.map(step => changeOf(at + step.from, written.slice(step.from, step.to), wording.slice(step.start, step.end)))
		.filter(one => `${one.written}${one.original}`.replace(setByPlace, '') !== '');
}

/** What was done to words where others stand instead. */
export function kindOfChange(written: string, original: string): Change['kind'] {
	if (written === '') return 'dropped';
	return original === '' ? 'inserted' : 'replaced';
}

/** Where what was left out before a letter stood: behind the one before, with its sign of percentage. */
function placeAt(text: string, offsets: Uint32Array, letter: number): number {
	return letter === 0 ? letterStart(offsets, 0) : signEnd(text, lettersEnd(offsets, letter));
}

/** `stretch`: as it stands in the paragraph, markup blanked out; what is written is the rest of it. */
function changeOf(start: number, stretch: string, original: string): Change {
	const written = stretch.replaceAll(blank, '');
	return {
		kind: kindOfChange(written, original),
		start,
		end: start + stretch.length,
		written,
		original,
	};
}

/** Edits of letters as changes of the text; what was left out stands between two letters. */
export function changesOf({ text, at, offsets }: Shown, steps: readonly Step[], authority: ReferenceTexts): Change[] {
	return steps.map(step => {
		const isDropped = step.from === step.to;
		const start = isDropped ? placeAt(text.slice(at), offsets, step.from) : letterStart(offsets, step.from);
		const end = isDropped ? start : lettersEnd(offsets, step.to);
		return changeOf(
			at + start,
			text.slice(at + start, at + end),
			step.start === step.end ? '' : authority.wording(step.start, step.end),
		);
	});
}
