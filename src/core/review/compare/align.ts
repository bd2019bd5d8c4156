// How one run of letters was made from another: the least edits, and which.

/**
 * What one edit does: letters of the query from `from` to `to` stand for letters of the text from `start` to `end`,
 * both half-open.
 */
export interface Step {
	readonly from: number;
	readonly to: number;
	readonly start: number;
	readonly end: number;
}

/** A stretch of the text and how the query differs from it. */
export interface Alignment {
	readonly distance: number;
	/** The stretch of the text, half-open. */
	readonly start: number;
	readonly end: number;
	/** In order, neighbouring edits joined; empty when both are the same. */
	readonly steps: readonly Step[];
}

/** Where an alignment begins, among the moves: 0 both go on, 1 the query, 2 the text. */
const beginning = 3;

let rows = new Uint8Array(0);
let costs = new Int32Array(0);

/** What an edit costs where it also costs something where the stretch begins and ends. */
export const editCost = 20;

/** What it costs that a stretch begins, or ends, at each place from `low` to `high`; an edit costs {@link editCost}. */
export interface EdgeCosts {
	readonly begin: ArrayLike<number>;
	readonly end: ArrayLike<number>;
}

/**
 * Where in `text` from `low` to `high` the query from `from` to `to` fits with the fewest edits; `fixed` ends: the
 * whole of both is compared. With `edges` the stretch that costs least together with where it begins and ends. Costs
 * query × text; cancels nothing, so callers keep both short.
 */
export function align(
	query: Uint16Array,
	from: number,
	to: number,
	text: Uint16Array,
	low: number,
	high: number,
	fixed = false,
	edges?: EdgeCosts,
): Alignment {
	const height = to - from;
	const width = high - low;
	const columns = width + 1;
	if (rows.length < (height + 1) * columns) rows = new Uint8Array((height + 1) * columns);
	if (costs.length < columns) costs = new Int32Array(columns * 2);
	const unit = edges ? editCost : 1;
	// Nothing is matched across the end of a text.
	const separator = 1000 * unit;
	for (let x = 0; x <= width; x++) {
		costs[x] = fixed ? x * unit : (edges?.begin[x] ?? 0);
		rows[x] = fixed ? 2 : beginning;
		// What is left out at the very beginning.
		if (x > 0 && edges && costs[x - 1]! + unit < costs[x]!) [costs[x], rows[x]] = [costs[x - 1]! + unit, 2];
	}
	const begin = costs[0]!;
	for (let y = 1; y <= height; y++) {
		const letter = query[from + y - 1]!;
		let diagonal = costs[0]!;
		costs[0] = begin + y * unit;
		rows[y * columns] = 1;
		for (let x = 1; x <= width; x++) {
			const up = costs[x]!;
			const other = text[low + x - 1]!;
			let cost = diagonal + (other === letter ? 0 : other === 0 ? separator : unit);
			let move = 0;
			if (up + unit < cost) [cost, move] = [up + unit, 1];
			const left = costs[x - 1]! + (other === 0 ? separator : unit);
			if (left < cost) [cost, move] = [left, 2];
			diagonal = up;
			costs[x] = cost;
			rows[y * columns + x] = move;
		}
	}
	const sum = (x: number) => costs[x]! + (edges?.end[x] ?? 0);
	let best = width;
	if (!fixed) for (let x = 0; x <= width; x++) if (sum(x) < sum(best)) best = x;
	let edits = 0;
	const steps: Step[] = [];
	let x = best;
	let y = height;
	while (y > 0 || (x > 0 && rows[x] !== beginning)) {
		const move = rows[y * columns + x]!;
		if (move === 0 && query[from + y - 1] === text[low + x - 1]) {
			x--;
			y--;
			continue;
		}
		edits++;
		const next = steps.at(-1);
		const joined = next?.from === from + y && next.start === low + x;
		if (move !== 2) y--;
		if (move !== 1) x--;
		if (joined) steps[steps.length - 1] = { ...next, from: from + y, start: low + x };
		else
			steps.push({
				from: from + y,
				to: from + y + (move === 2 ? 0 : 1),
				start: low + x,
				end: low + x + (move === 1 ? 0 : 1),
			});
	}
	const distance = edges ? edits : costs[best]!;
	return { distance, start: low + x, end: low + best, steps: steps.reverse() };
}
