// A long quotation, sentence by sentence, and what its sentences make together: the words of one place, changed or not,
// with some left out, in another order, or of several texts. The work grows with the length alone.

import { lowerBound } from '../../text/lowerBound';
import { sentences } from '../../text/sentences';
import type { Step } from './align';
import { letterStart } from './letterOffsets';
import type { Match, Piece } from './match';
import { howOf } from './pieces/splices';
import { queryOf, type Query } from './query';
import type { Steps } from '../steps';
import type { ReferenceTexts } from './referenceTexts';

/** Fewer letters are joined with the sentence behind them: they stand in too many places. */
const shortestPart = 13;
/** What goes on longer without an end is cut there. */
const longestPart = 300;
/** So great a part of the letters may stand nowhere; of what is more than that it is said sentence by sentence. */
const mostUnknown = 0.3;
const mostOfHalf = 0.6;
/** So many letters of a text between two sentences were left out of one place; more make two places. */
const longestGap = 16;

/** What compares a sentence. */
type Compare = (query: Query, authority: ReferenceTexts) => Match | undefined;

/** Letters of a quotation, half-open, and where they stand; `steps` are the edits within them. */
interface Placed {
	readonly from: number;
	readonly to: number;
	readonly start: number;
	readonly end: number;
	readonly steps: readonly Step[];
}

/**
 * What a long quotation was made of, a sentence a step; nothing where too much of it stands nowhere. `partly`: more of
 * it may, where the other sentences are a source's own.
 */
export function* compareLong(
	query: Query,
	authority: ReferenceTexts,
	compare: Compare,
	partly = false,
): Steps<Match | undefined> {
	const most = query.codes.length * (partly ? mostOfHalf : mostUnknown);
	const placed: Placed[] = [];
	let unknown = 0;
	for (const { from, to } of partsOf(query)) {
		const part = queryOf(query.text.slice(letterStart(query.offsets, from), query.offsets[to]), query.cited);
		const found = part.codes.length === to - from ? compare(part, authority) : undefined;
		if (found && (!partly || found.kind === 'same'))
			placed.push(...placesOf(found, from, to, placed.at(-1)?.end ?? -1, authority));
		else unknown += to - from;
		if (unknown > most) return undefined;
		yield;
	}
	return assembled(query, placed, authority);
}

/** The sentences of a quotation by letters. */
function* partsOf({ text, codes, offsets }: Query): Generator<{ readonly from: number; readonly to: number }> {
	const size = codes.length;
	let from = 0;
	for (const { end } of sentences(text)) {
		const to = lowerBound(0, size, letter => letterStart(offsets, letter) < end);
		if (to - from < shortestPart) continue;
		while (to - from > longestPart) yield { from, to: (from += longestPart) };
		yield { from, to };
		from = to;
	}
	if (from < size) yield { from, to: size };
}

/** Where the letters of a sentence stand; of several places where the sentence before it goes on. */
function placesOf(
	found: Match,
	from: number,
	to: number,
	expected: number,
	authority: ReferenceTexts,
): readonly Placed[] {
	const moved = (steps: readonly Step[]) => steps.map(one => ({ ...one, from: one.from + from, to: one.to + from }));
	switch (found.kind) {
		case 'same': {
			const start = nearestTo(found.places, expected, authority);
			return [{ from, to, start, end: start + to - from, steps: [] }];
		}
		case 'differs':
			return [{ from, to, start: found.start, end: found.end, steps: moved(found.steps) }];
		case 'spliced':
			return found.pieces.map((piece, at) => {
				const [low, high] = [at === 0 ? 0 : piece.from, found.pieces[at + 1]?.from ?? to - from];
				const own = found.steps.filter(one => one.from >= low && one.from < Math.max(high, low + 1));
				const end = piece.end ?? piece.start + piece.to - piece.from;
				return { from: from + piece.from, to: from + piece.to, start: piece.start, end, steps: moved(own) };
			});
	}
}

/** The place where the words before go on, or else the first behind them in the same text, or else the first. */
function nearestTo(places: readonly number[], expected: number, authority: ReferenceTexts): number {
	if (places.includes(expected)) return expected;
	const group = authority.passageAt(expected - 1)?.group;
	const [first = 0] = places;
	return places.find(one => one > expected && authority.passageAt(one)?.group === group) ?? first;
}

/** The sentences, those joined that follow each other in one text, as one match. */
function assembled(query: Query, placed: readonly Placed[], authority: ReferenceTexts): Match | undefined {
	const size = query.codes.length;
	const runs: Placed[] = [];
	const steps: Step[] = [];
	for (const one of placed) {
		steps.push(...one.steps);
		const last = runs.at(-1);
		if (last && goesOn(last, one, query, authority)) {
			addGap(steps, { from: last.to, to: one.from, start: last.end, end: one.start });
			runs[runs.length - 1] = { ...last, to: one.to, end: one.end };
			continue;
		}
		addGap(steps, { from: last?.to ?? 0, to: one.from, start: last?.end ?? one.start, end: last?.end ?? one.start });
		runs.push(one);
	}
	const last = runs.at(-1);
	const [first] = runs;
	if (!first || !last) return undefined;
	addGap(steps, { from: last.to, to: size, start: last.end, end: last.end });
	steps.sort((a, b) => a.from - b.from || a.start - b.start);
	if (runs.length > 1) return ofPieces(query, runs, steps, authority);
	if (steps.length === 0) return { kind: 'same', places: [first.start] };
	const distance = steps.reduce((sum, one) => sum + Math.max(one.to - one.from, one.end - one.start), 0);
	return { kind: 'differs', start: first.start, end: first.end, distance, steps };
}

function addGap(steps: Step[], gap: Step): void {
	if (gap.from < gap.to || gap.start < gap.end) steps.push(gap);
}

/** Whether one sentence follows another in the same text, with no more between than stands for what is unknown. */
function goesOn(last: Placed, next: Placed, { breaks }: Query, authority: ReferenceTexts): boolean {
	const gap = next.start - last.end;
	if (gap < 0 || authority.passageAt(last.end - 1)?.group !== authority.passageAt(next.start)?.group) return false;
	if (breaks.some(one => last.to <= one && one <= next.from) && gap > 0) return false;
	const unknown = next.from - last.to;
	if (unknown > 0) return gap <= 2 * unknown + longestGap;
	return gap === 0 || (gap <= longestGap && !authority.crossesSentence(last.end, next.start));
}

function ofPieces(query: Query, runs: readonly Placed[], steps: readonly Step[], authority: ReferenceTexts): Match {
	const pieces: Piece[] = runs.map(({ from, to, start, end }) => ({ from, to, start, end }));
	const isMarked = runs.every(({ from }, at) => at === 0 || query.breaks.includes(from));
	const how = howOf(runs, authority);
	return { kind: 'spliced', how, marked: isMarked && how === 'elided', pieces, steps };
}
