// A quotation of pieces: clauses in another order, with something left out between them, or of several texts.

import { align, type Step } from '../align';
import type { ReferenceTexts } from '../referenceTexts';
import { mostPlaces, shortestPiece, type Match, type Piece } from '../match';
import { partsOf } from './omissions';

/** So many places are looked at for one quotation: what is more common than that says nothing. */
const mostWork = 1_000_000;
/** Fewer letters of one text beside those of another are taken from it only where all is from the two. */
const shortestSpliced = 12;
/** So many letters left out within a sentence are an edit; more, or a sentence end, make two pieces. */
const longestGap = 16;

/** Clauses that all stand in one stretch of a text, but not in this order or not side by side. */
export function arranged(query: Uint16Array, joints: readonly number[], authority: ReferenceTexts): Match | undefined {
	const { grams } = authority;
	const parts = partsOf(query, joints).map(({ from, to }) => ({
		from,
		to,
		text: String.fromCharCode(...query.subarray(from, to)),
	}));
	if (parts.length < 2 || parts.length > 40) return undefined;
	const anchor = parts.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
	const around = query.length + 64;
	let best: Piece[] | undefined;
	for (const hit of grams.exact(query, anchor.from, anchor.to, mostPlaces)) {
		const low = Math.max(0, hit - around);
		const stretch = grams.letters.slice(low, hit + query.length + around);
		const group = authority.passageAt(hit)?.group;
		const runs: Piece[] = [];
		const whole = parts.every(({ from, to, text }) => {
			const last = runs.at(-1);
			const next = last ? last.start + last.to - last.from - low : 0;
			const position = last && stretch.startsWith(text, next) ? next : nearestTo(stretch, text, hit - low);
			if (position < 0 || authority.passageAt(low + position)?.group !== group) return false;
			if (last && position === next) runs[runs.length - 1] = { ...last, to };
			else runs.push({ from, to, start: low + position });
			return true;
		});
		if (whole && (!best || runs.length < best.length)) best = runs;
	}
	if (!best || best.length < 2 || best.length > 2 + query.length / 8) return undefined;
	return { kind: 'spliced', how: areInOrder(best) ? 'elided' : 'reordered', marked: false, pieces: best, steps: [] };
}

/** Where a part stands in a stretch, closest to a position. */
function nearestTo(stretch: string, part: string, position: number): number {
	const after = stretch.indexOf(part, position);
	const before = stretch.lastIndexOf(part, position);
	return before < 0 || (after >= 0 && after - position < position - before) ? after : before;
}

/**
 * The quotation as few long runs that stand somewhere, from left to right. Nothing when too much of it stands nowhere.
 */
export function cover(query: Uint16Array, breaks: readonly number[], authority: ReferenceTexts): Piece[] | undefined {
	const { grams } = authority;
	const pieces: Piece[] = [];
	let covered = 0;
	const work = grams.work;
	for (let at = 0; at + 2 < query.length;) {
		if (grams.work - work > mostWork) return undefined;
		const stop = breaks.find(one => one > at) ?? query.length;
		const last = pieces.at(-1);
		const expected = last ? last.start + (at - last.from) : -1;
		const group = last && authority.passageAt(last.start)?.group;
		const distance = (position: number) => {
			if (expected < 0 || authority.passageAt(position)?.group !== group) return Infinity;
			return position >= expected ? position - expected : 1e6 + expected - position;
		};
		// What goes on where the last run left off is taken, though something a little longer may stand elsewhere.
		let found = grams.longest(query, at, stop - at, (position, than) => distance(position) < distance(than));
		if (last && found.length < 12) {
			for (let near = Math.max(0, expected - 4); near < expected + longestGap; near++) {
				const same = grams.common(query, at, near, stop - at);
				if (same >= shortestPiece && same * 1.5 >= found.length && distance(near) < distance(found.position))
					found = { position: near, length: same };
			}
		}
		if (found.length < shortestPiece) {
			at++;
			continue;
		}
		pieces.push({ from: at, to: at + found.length, start: found.position });
		covered += found.length;
		at += found.length;
	}
	return covered >= query.length * 0.7 ? pieces : undefined;
}

/** A run of the quotation's letters, and where it stands. */
interface Run {
	readonly from: number;
	to: number;
	readonly start: number;
	end: number;
}

/** Runs of a quotation, and the edits within them. */
interface Runs {
	readonly runs: readonly Run[];
	readonly steps: readonly Step[];
}

/** What runs amount to, and how unlikely that is. */
interface Joined {
	readonly match: Match;
	readonly cost: number;
}

/** Runs joined where only a few letters lie between them, and what is to be said of the joints. */
export function joined(
	query: Uint16Array,
	breaks: readonly number[],
	pieces: readonly Piece[],
	authority: ReferenceTexts,
): Joined | undefined {
	const whole = matchOf(query, breaks, runsOf(query, breaks, pieces, authority), authority);
	// Words left out of one text are no edits where those of another follow.
	return whole ?? ofSeveral(matchOf(query, breaks, { runs: pieces.map(runOf), steps: [] }, authority));
}

/** A joint without a letter of its own, of several texts. */
function ofSeveral(found: Joined | undefined): Joined | undefined {
	const match = found?.match;
	const isOfSeveral = match?.kind === 'spliced' && match.how === 'spliced' && match.steps.length === 0;
	return isOfSeveral ? found : undefined;
}

/** A piece as a run. */
export function runOf({ from, to, start }: Piece): Run {
	return { from, to, start, end: start + to - from };
}

function matchOf(
	query: Uint16Array,
	breaks: readonly number[],
	{ runs, steps }: Runs,
	authority: ReferenceTexts,
): Joined | undefined {
	const [first] = runs;
	if (!first) return undefined;
	const edited = steps.reduce((sum, step) => sum + Math.max(step.to - step.from, step.end - step.start), 0);
	const missed = missing(query.length, runs);
	const distance = edited + missed.reduce((sum, step) => sum + step.to - step.from, 0);
	if (distance > query.length * 0.25 || runs.some(run => run.to - run.from < 5 && runs.length > 2)) return undefined;
	const all = [...steps, ...missed].sort((a, b) => a.from - b.from || a.start - b.start);
	if (runs.length === 1)
		return { match: { kind: 'differs', start: first.start, end: first.end, distance, steps: all }, cost: distance };
	if (runs.length > 2 + query.length / 10) return undefined;
	// Short phrases of two texts with something of neither beside them came together by chance.
	const how = howOf(runs, authority);
	const short = runs.some(run => run.to - run.from < shortestSpliced);
	if (how === 'spliced' && short && (distance > 0 || query.length < 12)) return undefined;
	const marked = breaks.length > 0 && breaks.length >= runs.length - 1 && how === 'elided';
	return {
		match: {
			kind: 'spliced',
			how,
			marked,
			pieces: runs.map(({ from, to, start }) => ({ from, to, start })),
			steps: all,
		},
		cost: distance + 2 * (runs.length - 1),
	};
}

/** The pieces, those joined that an edit within a sentence parts. */
function runsOf(
	query: Uint16Array,
	breaks: readonly number[],
	pieces: readonly Piece[],
	authority: ReferenceTexts,
): Runs {
	const runs: Run[] = [];
	const steps: Step[] = [];
	for (const { from, to, start } of pieces) {
		const last = runs.at(-1);
		const end = start + to - from;
		const apart = !last || breaks.some(one => one > last.to - 1 && one <= from);
		if (apart || !isNear(last, from, start, authority)) {
			runs.push({ from, to, start, end });
			continue;
		}
		steps.push(...align(query, last.to, from, authority.grams.codes, last.end, start, true).steps);
		last.to = to;
		last.end = end;
	}
	return { runs, steps };
}

function isNear(run: Run, from: number, start: number, authority: ReferenceTexts): boolean {
	const gap = start - run.end;
	return (
		authority.passageAt(run.end - 1)?.group === authority.passageAt(start)?.group &&
		gap >= 0 &&
		gap <= longestGap &&
		from - run.to <= longestGap &&
		!authority.crossesSentence(run.end, start)
	);
}

/** The letters before, between and behind the runs, which stand nowhere. */
export function missing(size: number, runs: readonly Run[]): Step[] {
	const steps: Step[] = [];
	const [first] = runs;
	if (first && first.from > 0) steps.push({ from: 0, to: first.from, start: first.start, end: first.start });
	for (const [at, { to, end }] of runs.entries()) {
		const next = runs[at + 1]?.from ?? size;
		if (next > to) steps.push({ from: to, to: next, start: end, end });
	}
	return steps;
}

/** Whether the runs are of several texts, in another order, or have something left out between them. */
export function howOf(
	runs: readonly Pick<Run, 'start'>[],
	authority: ReferenceTexts,
): 'elided' | 'reordered' | 'spliced' {
	const groups = new Set(runs.map(run => authority.passageAt(run.start)?.group));
	if (groups.size > 1) return 'spliced';
	return areInOrder(runs) ? 'elided' : 'reordered';
}

/** Whether pieces stand in their text in the order in which they are quoted. */
function areInOrder(pieces: readonly { readonly start: number }[]): boolean {
	return pieces.every(({ start }, at) => start > (pieces[at - 1]?.start ?? -1));
}
