// What a quotation is, held against the letters of all authorities: the same, changed, pieced together, or not there.

import { align, type Alignment, type Step } from './align';
import type { Authority } from './referenceTexts';

/** A run of the quotation's letters [from, to) and where it stands. */
export interface Piece {
	readonly from: number;
	readonly to: number;
	readonly start: number;
	/** Where it ends, where that does not follow from its length. */
	readonly end?: number;
}

export type Match =
	/** The same letters, at each of these places (at most 64). */
	| { readonly kind: 'same'; readonly places: readonly number[] }
	| {
			readonly kind: 'differs';
			readonly start: number;
			readonly end: number;
			readonly distance: number;
			readonly steps: readonly Step[];
	  }
	/** Pieces of one or several places; `edits`: letters that stand in none of them. `how` the worst of what was done. */
	| {
			readonly kind: 'spliced';
			readonly how: 'elided' | 'reordered' | 'spliced';
			readonly marked: boolean;
			readonly pieces: readonly Piece[];
			readonly steps: readonly Step[];
	  };

/** Longer quotations are compared piece by piece, not letter by letter with all of a stretch. */
const longestAligned = 800;
const mostPlaces = 64;
/** So many places are looked at for one quotation: what is more common than that says nothing. */
const mostWork = 1_000_000;
/** Fewer letters are a word, found or not by chance. */
const shortestPiece = 4;
/** Fewer letters of one text beside those of another are taken from it only where all is from the two. */
const shortestSpliced = 12;
const longestLeftOut = 4;
/** So many letters left out within a sentence are an edit; more, or a sentence end, make two pieces. */
const longestGap = 16;

/** How many edits still leave a quotation recognisable. */
export function mostEdits(size: number): number {
	return size < 6 ? 0 : size < 10 ? 1 : size < 13 ? 3 : Math.floor(size * 0.3);
}

/** `breaks`: offsets into the letters where the draft itself marks an omission, ascending; `joints`: where it has another mark. */
export function compare(
	query: Uint16Array,
	breaks: readonly number[],
	joints: readonly number[],
	authority: Authority,
): Match | undefined {
	const { grams } = authority;
	if (query.length < shortestPiece) return undefined;
	if (breaks.length > 0) {
		const chained = elided(query, breaks, authority);
		if (chained) return chained;
	} else {
		const places = grams.exact(query, 0, query.length, mostPlaces);
		if (places.length > 0) return { kind: 'same', places };
	}
	const limit = mostEdits(query.length);
	if (limit === 0) return undefined;
	const near = query.length <= longestAligned && breaks.length === 0 ? nearest(query, authority) : undefined;
	if (near && near.distance <= Math.max(1, query.length * 0.1)) return { kind: 'differs', ...near };
	const rearranged = breaks.length === 0 ? arranged(query, joints, authority) : undefined;
	// A few letters left out beside a mark are left out as they would be elsewhere.
	if (
		rearranged &&
		near &&
		near.distance <= longestLeftOut &&
		rearranged.kind === 'spliced' &&
		rearranged.how === 'elided' &&
		near.steps.every(step => step.from === step.to)
	)
		return { kind: 'differs', ...near };
	if (rearranged) return rearranged;
	const pieces = cover(query, breaks, authority);
	const spliced = pieces && joined(query, breaks, pieces, authority);
	// Words of two texts are the less likely reading.
	const surplus = spliced?.match.kind === 'spliced' && spliced.match.how === 'spliced' ? 4 : 0;
	if (spliced && (!near || near.distance > limit || spliced.cost + surplus < near.distance)) return spliced.match;
	return near && near.distance <= limit ? { kind: 'differs', ...near } : undefined;
}

/** The stretch that fits best letter by letter. */
function nearest(query: Uint16Array, authority: Authority): Alignment | undefined {
	const { grams } = authority;
	const slack = Math.max(8, query.length >> 2);
	let best: Alignment | undefined;
	for (const start of grams.near(query, query.length > 200 ? 2 : 5)) {
		const low = Math.max(0, start - slack);
		const high = Math.min(grams.codes.length, start + 128 + query.length + slack);
		const found = align(query, 0, query.length, grams.codes, low, high);
		if (!best || found.distance < best.distance) best = found;
	}
	return best;
}

/** Parts between marked omissions, in the order of one text and as close to each other as can be; at least one as it stands, the others nearly. */
function elided(query: Uint16Array, breaks: readonly number[], authority: Authority): Match | undefined {
	const parts = partsOf(query, breaks);
	if (parts.length > 40) return undefined;
	const anchors = parts
		.map((_, at) => at)
		.sort((a, b) => parts[b]!.to - parts[b]!.from - (parts[a]!.to - parts[a]!.from))
		.slice(0, 3);
	for (const anchor of anchors) {
		let best: Chain | undefined;
		for (const start of authority.grams.exact(query, parts[anchor]!.from, parts[anchor]!.to, mostPlaces)) {
			const chain = chained(query, parts, anchor, start, authority);
			if (chain && (!best || chain.cost < best.cost)) best = chain;
		}
		if (best) return { kind: 'spliced', how: 'elided', marked: true, pieces: best.pieces, steps: best.steps };
	}
	return undefined;
}

interface Chain {
	readonly pieces: readonly Piece[];
	readonly steps: readonly Step[];
	readonly cost: number;
}

/** How far from each other parts may stand. */
const farthest = 6000;
/** Within so many letters parts are also looked for that were changed. */
const nearby = 400;

/** The parts before and behind one that stands at `start`; nothing when one of them is not in the same text. */
function chained(
	query: Uint16Array,
	parts: readonly { readonly from: number; readonly to: number }[],
	anchor: number,
	start: number,
	authority: Authority,
): Chain | undefined {
	const { letters, codes } = authority.grams;
	const group = authority.passageAt(start)?.group;
	const steps: Step[] = [];
	const pieces: (Piece & { readonly end: number })[] = [
		{ ...parts[anchor]!, start, end: start + parts[anchor]!.to - parts[anchor]!.from },
	];
	const place = (part: { readonly from: number; readonly to: number }, low: number, high: number, last: boolean) => {
		const text = String.fromCharCode(...query.subarray(part.from, part.to));
		const stretch = letters.slice(low, high);
		const exact = last ? stretch.lastIndexOf(text) : stretch.indexOf(text);
		let found = exact < 0 ? undefined : { ...part, start: low + exact, end: low + exact + text.length };
		if (!found && text.length >= shortestPiece && text.length <= nearby) {
			const from = last ? Math.max(low, high - nearby) : low;
			const near = align(query, part.from, part.to, codes, from, last ? high : Math.min(high, low + nearby));
			if (near.distance <= Math.max(1, Math.floor(text.length * 0.25))) {
				found = { ...part, start: near.start, end: near.end };
				steps.push(...near.steps);
			}
		}
		return found && found.end > found.start && authority.passageAt(found.start)?.group === group ? found : undefined;
	};
	for (let next = anchor + 1; next < parts.length; next++) {
		const last = pieces.at(-1)!;
		const found = place(parts[next]!, last.end, last.end + farthest, false);
		if (!found) return undefined;
		pieces.push(found);
	}
	for (let before = anchor - 1; before >= 0; before--) {
		const first = pieces[0]!;
		const found = place(parts[before]!, Math.max(0, first.start - farthest), first.start, true);
		if (!found) return undefined;
		pieces.unshift(found);
	}
	return {
		pieces: pieces.map(({ from, to, start: at, end }) => ({ from, to, start: at, end })),
		steps: steps.sort((a, b) => a.from - b.from),
		cost: pieces.at(-1)!.end - pieces[0]!.start + steps.length * farthest,
	};
}

function partsOf(query: Uint16Array, cuts: readonly number[]): { readonly from: number; readonly to: number }[] {
	const ends = [...new Set([...cuts, query.length])].filter(end => end > 0);
	return ends.map((end, at) => ({ from: at === 0 ? 0 : ends[at - 1]!, to: end }));
}

/** Clauses that all stand in one stretch of a text, but not in this order or not side by side. */
function arranged(query: Uint16Array, joints: readonly number[], authority: Authority): Match | undefined {
	const { grams } = authority;
	const parts = partsOf(query, joints);
	if (parts.length < 2 || parts.length > 40) return undefined;
	const anchor = parts.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
	const texts = parts.map(part => String.fromCharCode(...query.subarray(part.from, part.to)));
	const around = query.length + 64;
	let best: Piece[] | undefined;
	for (const hit of grams.exact(query, anchor.from, anchor.to, mostPlaces)) {
		const low = Math.max(0, hit - around);
		const stretch = grams.letters.slice(low, hit + query.length + around);
		const group = authority.passageAt(hit)?.group;
		const runs: Piece[] = [];
		const whole = parts.every((part, at) => {
			const last = runs.at(-1);
			const next = last ? last.start + last.to - last.from - low : 0;
			const position =
				part === anchor && !stretch.startsWith(texts[at]!, next)
					? hit - low
					: last && stretch.startsWith(texts[at]!, next)
						? next
						: nearestTo(stretch, texts[at]!, hit - low);
			if (position < 0 || authority.passageAt(low + position)?.group !== group) return false;
			if (last && position === next) runs[runs.length - 1] = { ...last, to: part.to };
			else runs.push({ ...part, start: low + position });
			return true;
		});
		if (whole && (!best || runs.length < best.length)) best = runs;
	}
	if (!best || best.length < 2 || best.length > 2 + query.length / 8) return undefined;
	const forward = best.every((piece, at) => at === 0 || piece.start > best[at - 1]!.start);
	return { kind: 'spliced', how: forward ? 'elided' : 'reordered', marked: false, pieces: best, steps: [] };
}

/** Where a part stands in a stretch, closest to a position. */
function nearestTo(stretch: string, part: string, position: number): number {
	const after = stretch.indexOf(part, position);
	const before = stretch.lastIndexOf(part, position);
	return before < 0 || (after >= 0 && after - position < position - before) ? after : before;
}

/** The quotation as few long runs that stand somewhere, from left to right. Nothing when too much of it stands nowhere. */
function cover(query: Uint16Array, breaks: readonly number[], authority: Authority): Piece[] | undefined {
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

/** Runs joined where only a few letters lie between them, and what is to be said of the joints. */
function joined(
	query: Uint16Array,
	breaks: readonly number[],
	pieces: readonly Piece[],
	authority: Authority,
): { readonly match: Match; readonly cost: number } | undefined {
	const { codes } = authority.grams;
	const steps: Step[] = [];
	const runs: { from: number; to: number; start: number; end: number }[] = [];
	let edits = 0;
	for (const piece of pieces) {
		const last = runs.at(-1);
		const end = piece.start + piece.to - piece.from;
		if (last && !breaks.some(one => one > last.to - 1 && one <= piece.from)) {
			const gap = piece.start - last.end;
			const same = authority.passageAt(last.end - 1)?.group === authority.passageAt(piece.start)?.group;
			if (
				same &&
				gap >= 0 &&
				gap <= longestGap &&
				piece.from - last.to <= longestGap &&
				!authority.crossesSentence(last.end, piece.start)
			) {
				const between = align(query, last.to, piece.from, codes, last.end, piece.start, true);
				steps.push(...between.steps);
				edits += between.distance;
				last.to = piece.to;
				last.end = end;
				continue;
			}
		}
		runs.push({ from: piece.from, to: piece.to, start: piece.start, end });
	}
	if (runs.length === 0) return undefined;
	let how: 'elided' | 'reordered' | 'spliced' = 'elided';
	runs.forEach((run, at) => {
		const next = runs[at + 1];
		const missed = (next?.from ?? query.length) - run.to;
		if (missed > 0) steps.push({ from: run.to, to: run.to + missed, start: run.end, end: run.end });
		edits += missed;
		if (!next) return;
		if (authority.passageAt(run.start)?.group !== authority.passageAt(next.start)?.group) how = 'spliced';
		else if (next.start <= run.start && how === 'elided') how = 'reordered';
	});
	if (runs[0]!.from > 0) {
		steps.unshift({ from: 0, to: runs[0]!.from, start: runs[0]!.start, end: runs[0]!.start });
		edits += runs[0]!.from;
	}
	const distance = edits;
	if (distance > query.length * 0.25 || runs.some(run => run.to - run.from < 5 && runs.length > 2)) return undefined;
	if (runs.length === 1)
		return { match: { kind: 'differs', start: runs[0]!.start, end: runs[0]!.end, distance, steps }, cost: distance };
	if (runs.length > 2 + query.length / 10) return undefined;
	// Short phrases of two texts with something of neither beside them came together by chance.
	const crossed = new Set(runs.map(run => authority.passageAt(run.start)?.group)).size > 1;
	if (crossed && (distance > 0 || query.length < 12) && runs.some(run => run.to - run.from < shortestSpliced))
		return undefined;
	const marked = breaks.length > 0 && breaks.length >= runs.length - 1 && how === 'elided';
	return {
		match: { kind: 'spliced', how, marked, pieces: runs.map(({ from, to, start }) => ({ from, to, start })), steps },
		cost: edits + 2 * (runs.length - 1),
	};
}
