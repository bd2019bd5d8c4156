// A quotation with marked omissions: its parts in the order of one text.

import { align, type Step } from '../align';
import type { ReferenceTexts } from '../referenceTexts';
import { mostPlaces, shortestPiece, type Match, type Piece } from '../match';

/** A stretch of a query, half-open. */
interface Part {
	readonly from: number;
	readonly to: number;
}

/** More parts are no quotation. */
const mostParts = 40;
/** So many of the longest parts are looked for as they stand. */
const mostAnchors = 3;

/**
 * Parts between marked omissions, in the order of one text and as close to each other as can be; at least one as it
 * stands, the others nearly.
 */
export function elided(query: Uint16Array, breaks: readonly number[], authority: ReferenceTexts): Match | undefined {
	const parts = partsOf(query, breaks);
	if (parts.length > mostParts) return undefined;
	const anchors = parts
		.map((part, at) => ({ part, before: parts.slice(0, at), behind: parts.slice(at + 1) }))
		.sort((a, b) => b.part.to - b.part.from - (a.part.to - a.part.from))
		.slice(0, mostAnchors);
	for (const { part, before, behind } of anchors) {
		let best: Chain | undefined;
		for (const start of authority.grams.exact(query, part.from, part.to, mostPlaces)) {
			const chain = new Chain(query, part, start, authority);
			if (chain.extend(before, behind) && (!best || chain.cost < best.cost)) best = chain;
		}
		if (best) return { kind: 'spliced', how: 'elided', marked: true, pieces: best.pieces, steps: best.allSteps };
	}
	return undefined;
}

/** A part where it stands. */
interface PlacedPart extends Part {
	readonly start: number;
	readonly end: number;
}

/** How far from each other parts may stand. */
const farthest = 6000;
/** Within so many letters parts are also looked for that were changed. */
const nearby = 400;
/** So great a part of a part may be changed. */
const mostChanged = 0.25;

/** Parts in the order of one text, from one that stands at a place on. */
class Chain {
	private readonly placed: PlacedPart[];
	private readonly steps: Step[] = [];
	private first: PlacedPart;
	private last: PlacedPart;
	private readonly group: number | undefined;

	constructor(
		private readonly query: Uint16Array,
		{ from, to }: Part,
		start: number,
		private readonly authority: ReferenceTexts,
	) {
		this.first = this.last = { from, to, start, end: start + to - from };
		this.placed = [this.first];
		this.group = authority.passageAt(start)?.group;
	}

	/** Finds the parts before and behind; false when one of them is not in the same text. */
	extend(before: readonly Part[], behind: readonly Part[]): boolean {
		return behind.every(part => this.append(part)) && before.toReversed().every(part => this.prepend(part));
	}

	get pieces(): readonly Piece[] {
		return this.placed;
	}

	get allSteps(): readonly Step[] {
		return [...this.steps].sort((a, b) => a.from - b.from);
	}

	get cost(): number {
		return this.last.end - this.first.start + this.steps.length * farthest;
	}

	private append(part: Part): boolean {
		const low = this.last.end;
		const found =
			this.exact(part, low, low + farthest, false) ?? this.changed(part, low, Math.min(low + farthest, low + nearby));
		if (!found || !this.isOfSameText(found)) return false;
		this.placed.push((this.last = found));
		return true;
	}

	private prepend(part: Part): boolean {
		const high = this.first.start;
		const low = Math.max(0, high - farthest);
		const found = this.exact(part, low, high, true) ?? this.changed(part, Math.max(low, high - nearby), high);
		if (!found || !this.isOfSameText(found)) return false;
		this.placed.unshift((this.first = found));
		return true;
	}

	private isOfSameText({ start, end }: PlacedPart): boolean {
		return end > start && this.authority.passageAt(start)?.group === this.group;
	}

	/** Where a part stands as it is; the last place of several with `last`. */
	private exact({ from, to }: Part, low: number, high: number, last: boolean): PlacedPart | undefined {
		const text = String.fromCharCode(...this.query.subarray(from, to));
		const stretch = this.authority.grams.letters.slice(low, high);
		const at = last ? stretch.lastIndexOf(text) : stretch.indexOf(text);
		return at < 0 ? undefined : { from, to, start: low + at, end: low + at + text.length };
	}

	/** Where a part stands that was changed a little. */
	private changed({ from, to }: Part, low: number, high: number): PlacedPart | undefined {
		const size = to - from;
		if (size < shortestPiece || size > nearby) return undefined;
		const near = align(this.query, from, to, this.authority.grams.codes, low, high);
		if (near.distance > Math.max(1, Math.floor(size * mostChanged))) return undefined;
		this.steps.push(...near.steps);
		return { from, to, start: near.start, end: near.end };
	}
}

/** The stretches of a query between some of its letters. */
export function partsOf(query: Uint16Array, cuts: readonly number[]): readonly Part[] {
	const ends = [...new Set([...cuts, query.length])].filter(end => end > 0);
	return ends.map((to, at) => ({ from: ends[at - 1] ?? 0, to }));
}
