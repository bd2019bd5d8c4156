// Where in earlier texts the words stand that were written last: a paper takes its matters up in the order of the last
// one, so what stands there is likelier to come.

import type { TextBlock } from './textBlock';

/** Characters before the cursor whose places are sought; the last ones are the context itself and say nothing new. */
const written = { most: 400, least: 8 } as const;
/** Of so many characters each, beginning at every second one, … */
const soughtLength = 5;
const step = 2;
/** … and they count only where they stand so often at most: each as much as all its places together. */
const mostPlaces = 12;
/** Places are told apart by so many characters; the neighbours on both sides count, too. */
const apart = 64;
const neighbours = [0.5, 1, 1, 1, 0.5] as const;
/** Nothing is nearer than that. */
const nearest = 3;

/** How near to what was written last the places of blocks are. */
export class Nearby {
	/** For every block, by stretch of it. */
	private readonly stretches: readonly ReadonlyMap<number, number>[];

	/** `values`: the draft up to the cursor, as `WrittenText` has it. */
	constructor(blocks: readonly TextBlock[], values: string) {
		const last = Array.from(values.slice(-written.most), one => one.charCodeAt(0));
		this.stretches = blocks.map(block => stretchesOf(block, last));
	}

	/** Of an offset in a block: 0 (nowhere near) to 3. */
	at(block: number, offset: number): number {
		return Math.min(nearest, this.stretches[block]?.get(Math.floor(offset / apart)) ?? 0);
	}
}

function stretchesOf(block: TextBlock, last: readonly number[]): ReadonlyMap<number, number> {
	const stretches = new Map<number, number>();
	for (let end = last.length - written.least; end >= soughtLength; end -= step) {
		const { from, to } = block.find(last.slice(end - soughtLength, end), soughtLength);
		if (to - from > mostPlaces) continue;
		for (let number = from; number < to; number++) addPlace(stretches, block.place(number), 1 / (to - from));
	}
	return stretches;
}

function addPlace(stretches: Map<number, number>, offset: number, weight: number): void {
	const first = Math.floor(offset / apart) - 2;
	for (const [at, share] of neighbours.entries())
		stretches.set(first + at, (stretches.get(first + at) ?? 0) + weight * share);
}
