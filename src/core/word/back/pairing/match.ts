// Which paragraph of a Word file is which of the draft, and which character is which.

/** So many comparisons are made at most; what is larger is paired from both ends alone. */
const most = 4_000_000;

/** For each of `one` the index of its like in `other`, in order; -1 for none. The longest such pairing. */
export function commonIn<T>(one: ArrayLike<T>, other: ArrayLike<T>): Int32Array {
	const pairs = new Int32Array(one.length).fill(-1);
	let head = 0;
	while (head < one.length && head < other.length && one[head] === other[head]) pairs[head] = head++;
	let [end, otherEnd] = [one.length, other.length];
	while (end > head && otherEnd > head && one[end - 1] === other[otherEnd - 1]) pairs[--end] = --otherEnd;
	if ((end - head) * (otherEnd - head) > most) return pairs;
	const inner = new Grid(Array.from(one).slice(head, end), Array.from(other).slice(head, otherEnd));
	for (const [at, to] of inner.path()) pairs[head + at] = head + to;
	return pairs;
}

/** How long the longest common sequence is from each place of two lists on. */
class Grid<T> {
	private readonly width: number;
	private readonly lengths: Uint16Array;

	constructor(
		private readonly rows: readonly T[],
		private readonly columns: readonly T[],
	) {
		this.width = columns.length + 1;
		this.lengths = new Uint16Array((rows.length + 1) * this.width);
		for (let row = rows.length - 1; row >= 0; row--)
			for (let column = columns.length - 1; column >= 0; column--)
				this.lengths[row * this.width + column] = this.longest(row, column);
	}

	/** Pairs of one longest common sequence. */
	path(): readonly (readonly [number, number])[] {
		const pairs: (readonly [number, number])[] = [];
		let [row, column] = [0, 0];
		while (row < this.rows.length && column < this.columns.length) {
			if (this.rows[row] === this.columns[column]) pairs.push([row++, column++]);
			else if (this.from(row + 1, column) >= this.from(row, column + 1)) row++;
			else column++;
		}
		return pairs;
	}

	private longest(row: number, column: number): number {
		if (this.rows[row] === this.columns[column]) return this.from(row + 1, column + 1) + 1;
		return Math.max(this.from(row + 1, column), this.from(row, column + 1));
	}

	private from(row: number, column: number): number {
		return this.lengths[row * this.width + column] ?? 0;
	}
}

/** For each text the index of the one it is, or is most like between its neighbours; -1 for none. */
export function pairedTexts(texts: readonly string[], others: readonly string[]): Int32Array {
	const pairs = commonIn(texts, others);
	let before = -1;
	for (let at = 0; at < pairs.length; at++) {
		const known = pairs[at] ?? -1;
		if (known >= 0) {
			before = known;
			continue;
		}
		const next = pairs.subarray(at).find(one => one >= 0) ?? others.length;
		const best = mostAlike(texts[at] ?? '', others, before + 1, Math.min(next, before + 200));
		pairs[at] = best;
		before = Math.max(before, best);
	}
	return withParts(texts, others, pairs);
}

/** So much of a text stands in the other; of shorter ones nothing is said. */
const leastPart = { share: 0.75, length: 3 } as const;

/** What is left, paired where one stands in the other for the most part: much was put in, or taken out. */
function withParts(texts: readonly string[], others: readonly string[], pairs: Int32Array): Int32Array {
	for (let at = 0; at < pairs.length; at++) {
		if ((pairs[at] ?? 0) >= 0) continue;
		const text = texts[at] ?? '';
		const from = pairs.subarray(0, at).findLast(one => one >= 0) ?? -1;
		const to = pairs.subarray(at).find(one => one >= 0) ?? others.length;
		const least = (other: string) => Math.min(text.length, other.length) > leastPart.length;
		let [best, rate]: [number, number] = [-1, leastPart.share];
		for (let index = from + 1; index < Math.min(to, from + 200); index++) {
			const other = others[index] ?? '';
			const part = least(other) ? Math.max(partOf(text, other), partOf(other, text)) : 0;
			if (part >= rate) [best, rate] = [index, part];
		}
		pairs[at] = best;
	}
	return pairs;
}

/** How much of a text stands in another: all, where its letters do in one piece; else by its pairs of characters. */
export function partOf(text: string, other: string): number {
	const letters = lettersOf(text);
	if (letters.length > 1 && lettersOf(other).includes(letters)) return 1;
	const own = bigrams(text);
	const whole = bigrams(other);
	let common = 0;
	for (const pair of own) if (whole.has(pair)) common++;
	return common / Math.max(1, own.size);
}

/** At least half of the pairs of characters are the same. */
const leastAlike = 0.5;

function mostAlike(text: string, others: readonly string[], from: number, to: number): number {
	const [own, bare] = [bigrams(text), bigrams(withoutBrackets(text))];
	let [best, rate] = [-1, leastAlike];
	for (let at = from; at < to; at++) {
		const other = others[at] ?? '';
		const alike = Math.max(shared(own, bigrams(other)), shared(bare, bigrams(withoutBrackets(other))));
		if (alike > rate) [best, rate] = [at, alike];
	}
	return best;
}

/** The share of pairs of characters that two texts have in common. */
export function likeness(one: string, other: string): number {
	return shared(bigrams(one), bigrams(other));
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	let common = 0;
	for (const pair of one) if (other.has(pair)) common++;
	return (2 * common) / Math.max(1, one.size + other.size);
}

/** A text without what stands in brackets, where references may be written out. */
export function withoutBrackets(text: string): string {
	if (!/[（([]/.test(text)) return text;
	return text.replace(/[（(][^（()）]*[）)]/g, '').replace(/[（(][^（()）]*[）)]|\[[^\]]*\]/g, '');
}

function lettersOf(text: string): string {
	return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function bigrams(text: string): ReadonlySet<string> {
	const pairs = new Set<string>();
	for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
	return pairs;
}
