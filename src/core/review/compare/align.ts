// How one run of letters was made from another: the least edits, and which.

/** What one edit does: letters of the query from `from` to `to` stand for letters of the text from `start` to `end`, both half-open. */
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

let rows = new Uint8Array(0);
let costs = new Int32Array(0);

/**
 * Where in `text` from `low` to `high` the query from `from` to `to` fits with the fewest edits; `fixed` ends: the whole of both is
 * compared. Costs query × text; cancels nothing, so callers keep both short.
 */
export function align(
	query: Uint16Array,
	from: number,
	to: number,
	text: Uint16Array,
	low: number,
	high: number,
	fixed = false,
): Alignment {
	const height = to - from;
	const width = high - low;
	const columns = width + 1;
	if (rows.length < (height + 1) * columns) rows = new Uint8Array((height + 1) * columns);
	if (costs.length < columns) costs = new Int32Array(columns * 2);
	for (let x = 0; x <= width; x++) {
		costs[x] = fixed ? x : 0;
		rows[x] = 2;
	}
	for (let y = 1; y <= height; y++) {
		const letter = query[from + y - 1]!;
		let diagonal = costs[0]!;
		costs[0] = y;
		rows[y * columns] = 1;
		for (let x = 1; x <= width; x++) {
			const up = costs[x]!;
			const other = text[low + x - 1]!;
			let cost = diagonal + (other === letter ? 0 : other === 0 ? 1000 : 1);
			let move = 0;
			if (up + 1 < cost) [cost, move] = [up + 1, 1];
			const left = costs[x - 1]! + (other === 0 ? 1000 : 1);
			if (left < cost) [cost, move] = [left, 2];
			diagonal = up;
			costs[x] = cost;
			rows[y * columns + x] = move;
		}
	}
	let best = width;
	if (!fixed) for (let x = 0; x <= width; x++) if (costs[x]! < costs[best]!) best = x;
	const distance = costs[best]!;
	const steps: Step[] = [];
	let x = best;
	let y = height;
	while (y > 0 || (fixed && x > 0)) {
		const move = rows[y * columns + x]!;
		if (move === 0 && query[from + y - 1] === text[low + x - 1]) {
			x--;
			y--;
			continue;
		}
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
	return { distance, start: low + x, end: low + best, steps: steps.reverse() };
}
