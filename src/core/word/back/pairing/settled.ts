// Which of several places of what was put in or taken out is meant: where the words before it are those it ends with,
// the one that ends with a sentence.

const ending = /[。！？；]/;

/** Pairs of the characters of two texts as they were, or with such stretches moved on to the end of a sentence. */
export function settled(pairs: Int32Array, one: string, other: string): Int32Array {
	return inverse(moved(inverse(moved(pairs, one), other.length), other), one.length);
}

function inverse(pairs: Int32Array, length: number): Int32Array {
	const back = new Int32Array(length).fill(-1);
	for (const [at, to] of pairs.entries()) if (to >= 0) back[to] = at;
	return back;
}

/** `text`: that of which some characters have no like. */
function moved(pairs: Int32Array, text: string): Int32Array {
	const found = pairs.slice();
	for (let from = 0; from < found.length; from++) {
		if ((found[from] ?? 0) >= 0) continue;
		let end = from;
		while (end < found.length && (found[end] ?? 0) < 0) end++;
		const steps = ending.test(text.charAt(end - 1)) ? 0 : stepsToEnd(found, text, from, end);
		for (let step = 0; step < steps; step++) {
			found[from + step] = found[end + step] ?? -1;
			found[end + step] = -1;
		}
		from = end + steps;
	}
	return found;
}

/** How far a stretch has to go on until it ends with a sentence; 0 where it cannot. */
function stepsToEnd(pairs: Int32Array, text: string, from: number, end: number): number {
	const before = from > 0 ? (pairs[from - 1] ?? -1) : -1;
	for (let step = 0; end + step < pairs.length && step < end - from; step++) {
		// What has its place between others has it there.
		if (pairs[end + step] !== before + 1 + step || text[from + step] !== text[end + step]) return 0;
		if (ending.test(text.charAt(end + step))) return step + 1;
	}
	return 0;
}
