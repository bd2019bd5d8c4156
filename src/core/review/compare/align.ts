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

let moves = new Uint8Array(0);
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
	const stretches = { query, from, height: to - from, text, low, width: high - low };
	reserve(stretches);
	const unit = edges ? editCost : 1;
	if (fixed) beginAtOnce(stretches, unit);
	else beginAnywhere(stretches, unit, edges);
	compareLetters(stretches, unit);
	const last = fixed ? stretches.width : cheapestEnd(stretches, edges);
	const cost = costAt(last);
	const { first, edits, steps } = trace(stretches, last);
	return { distance: edges ? edits : cost, start: low + first, end: low + last, steps };
}

/** Two runs of letters that are compared: of the query from `from`, of the text from `low`. */
interface Stretches {
	readonly query: Uint16Array;
	readonly from: number;
	readonly height: number;
	readonly text: Uint16Array;
	readonly low: number;
	readonly width: number;
}

/** What it costs to come to a place of the text, in the row that was worked out last. */
function costAt(x: number): number {
	return costs[x] ?? 0;
}

/** Makes room for a table of moves and a row of costs; both are kept for the next comparison. */
function reserve({ height, width }: Stretches): void {
	const columns = width + 1;
	if (moves.length < (height + 1) * columns) moves = new Uint8Array((height + 1) * columns);
	if (costs.length < columns) costs = new Int32Array(columns * 2);
}

/** The first row where both begin together. */
function beginAtOnce({ width }: Stretches, unit: number): void {
	for (let x = 0; x <= width; x++) {
		costs[x] = x * unit;
		moves[x] = 2;
	}
}

/** The first row where the stretch of the text may begin anywhere. */
function beginAnywhere({ width }: Stretches, unit: number, edges: EdgeCosts | undefined): void {
	let before = Infinity;
	for (let x = 0; x <= width; x++) {
		costs[x] = edges?.begin[x] ?? 0;
		moves[x] = beginning;
		// What is left out at the very beginning.
		if (edges && before + unit < costAt(x)) {
			costs[x] = before + unit;
			moves[x] = 2;
		}
		before = costAt(x);
	}
}

/** The other rows, a letter of the query each: what it costs to come to each place, and by which move. */
function compareLetters({ query, from, height, text, low, width }: Stretches, unit: number): void {
	const columns = width + 1;
	// Nothing is matched across the end of a text.
	const separator = 1000 * unit;
	const begin = costAt(0);
	for (let y = 1; y <= height; y++) {
		const letter = query[from + y - 1];
		let diagonal = costAt(0);
		costs[0] = begin + y * unit;
		moves[y * columns] = 1;
		for (let x = 1; x <= width; x++) {
			const up = costs[x] ?? 0;
			const other = text[low + x - 1];
			const leftOut = other === 0 ? separator : unit;
			let cost = other === letter ? diagonal : diagonal + leftOut;
			let move = 0;
			if (up + unit < cost) {
				cost = up + unit;
				move = 1;
			}
			const left = (costs[x - 1] ?? 0) + leftOut;
			if (left < cost) {
				cost = left;
				move = 2;
			}
			diagonal = up;
			costs[x] = cost;
			moves[y * columns + x] = move;
		}
	}
}

/** Where the stretch of the text ends that costs least: at its end, or else the first of several. */
function cheapestEnd({ width }: Stretches, edges: EdgeCosts | undefined): number {
	const sum = (x: number) => costAt(x) + (edges?.end[x] ?? 0);
	let best = width;
	for (let x = 0; x <= width; x++) if (sum(x) < sum(best)) best = x;
	return best;
}

/** The way back from the end of the query at a place of the text: where it begins there, and the edits on it. */
function trace(
	{ query, from, height, text, low, width }: Stretches,
	last: number,
): { readonly first: number; readonly edits: number; readonly steps: Step[] } {
	const columns = width + 1;
	const steps: Step[] = [];
	let edits = 0;
	let x = last;
	let y = height;
	while (y > 0 || (x > 0 && moves[x] !== beginning)) {
		const move = moves[y * columns + x];
		if (move === 0 && query[from + y - 1] === text[low + x - 1]) {
			x--;
			y--;
			continue;
		}
		edits++;
		const [to, end] = [from + y, low + x];
		if (move !== 2) y--;
		if (move !== 1) x--;
		const next = steps.at(-1);
		const joined = next?.from === to && next.start === end;
		const step = { from: from + y, to, start: low + x, end };
		if (joined) steps[steps.length - 1] = { ...step, to: next.to, end: next.end };
		else steps.push(step);
	}
	return { first: x, edits, steps: steps.reverse() };
}
