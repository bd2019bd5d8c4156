// Every place of a text in the order of what stands there, so that all places of a string lie side by side.

/** Code units of a place that count for its order: longer strings are not looked up. */
export const sortedDepth = 14;

/** Below this many places they are sorted one by one. */
const few = 12;
/** Places put in order between two pauses. */
const stretch = 4096;

/** Places looked at in a step. */
const atOnce = 65_536;

/** A run of places that begin alike, as far as `depth`. */
interface Run {
	readonly from: number;
	readonly to: number;
	readonly depth: number;
}

/**
 * The places 0…length of a text in the order of the units that stand there, by their values in `values`, as far as
 * `sortedDepth` (three-way quicksort of strings). Pauses (yields) now and then.
 */
export function* sortedSuffixes(units: Uint16Array, values: Uint16Array): Generator<void, Uint32Array> {
	const places = new Uint32Array(units.length);
	for (let at = 0; at < places.length; at++) places[at] = at;
	const unitAt = (place: number): number => values[units[place] ?? 0] ?? 0;
	const runs: Run[] = [{ from: 0, to: places.length, depth: 0 }];
	let done = 0;
	for (let run = runs.pop(); run; run = runs.pop()) {
		const { from, to, depth } = run;
		if (depth >= sortedDepth) continue;
		done += to - from;
		if (done > stretch) {
			done = 0;
			yield;
		}
		if (to - from <= few) {
			insertionSort(places, run, unitAt);
			continue;
		}
		const pivot = median(
			unitAt((places[from] ?? 0) + depth),
			unitAt((places[(from + to) >> 1] ?? 0) + depth),
			unitAt((places[to - 1] ?? 0) + depth),
		);
		const [less, greater] = yield* partition(places, run, pivot, unitAt);
		runs.push({ from, to: less, depth }, { from: greater, to, depth });
		runs.push({ from: less, to: greater, depth: depth + 1 });
	}
	return places;
}

type UnitAt = (place: number) => number;

/** Puts what is less before a pivot before it, what is greater behind it; answers where what equals it lies. */
function* partition(
	places: Uint32Array,
	{ from, to, depth }: Run,
	pivot: number,
	unitAt: UnitAt,
): Generator<void, readonly [number, number]> {
	let less = from;
	let greater = to;
	for (let at = from; at < greater;) {
		if (to - from > atOnce) yield;
		for (let left = atOnce; left > 0 && at < greater; left--) {
			const place = places[at] ?? 0;
			const unit = unitAt(place + depth);
			if (unit === pivot) {
				at++;
				continue;
			}
			const target = unit < pivot ? less++ : --greater;
			places[at] = places[target] ?? 0;
			places[target] = place;
			if (unit < pivot) at++;
		}
	}
	return [less, greater];
}

function insertionSort(places: Uint32Array, { from, to, depth }: Run, unitAt: UnitAt): void {
	for (let at = from + 1; at < to; at++) {
		const place = places[at] ?? 0;
		let target = at;
		while (target > from && isAfter(places[target - 1] ?? 0, place, depth, unitAt)) {
			places[target] = places[target - 1] ?? 0;
			target--;
		}
		places[target] = place;
	}
}

function isAfter(one: number, other: number, from: number, unitAt: UnitAt): boolean {
	for (let depth = from; depth < sortedDepth; depth++) {
		const difference = unitAt(one + depth) - unitAt(other + depth);
		if (difference !== 0) return difference > 0;
	}
	return false;
}

function median(a: number, b: number, c: number): number {
	return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
