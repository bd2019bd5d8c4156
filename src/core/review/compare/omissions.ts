// A quotation with marked omissions: its parts in the order of one text.

import { align, type Step } from './align';
import type { ReferenceTexts } from './referenceTexts';
import { mostPlaces, shortestPiece, type Match, type Piece } from './match';

/**
 * Parts between marked omissions, in the order of one text and as close to each other as can be; at least one as it
 * stands, the others nearly.
 */
export function elided(query: Uint16Array, breaks: readonly number[], authority: ReferenceTexts): Match | undefined {
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
	authority: ReferenceTexts,
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

/** The stretches of a query between some of its letters. */
export function partsOf(query: Uint16Array, cuts: readonly number[]): { readonly from: number; readonly to: number }[] {
	const ends = [...new Set([...cuts, query.length])].filter(end => end > 0);
	return ends.map((end, at) => ({ from: at === 0 ? 0 : ends[at - 1]!, to: end }));
}
