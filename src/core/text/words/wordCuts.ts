// The likeliest cut of a few characters into words: the cheapest one, where common words cost little and characters
// that are only ever part of a word cost much.
import type { WordList } from './wordList';

const longestWord = 4;
/** Longer names are cut as two or three words are: only their first and last ones are looked at. */
export const longestChance = 3;

/** What a piece costs that no list has. */
const cost = {
	/** The name itself, and longer ones of the corpus. */
	name: 20,
	/** Another one over an end of the name. */
	nameOver: 26,
	/** What is left of a name of three characters (新|动能) where its other one belongs to a word. */
	rest: 30,
	/** A word that only the platform knows, by its length. */
	platform: [26, 28],
	/** The same over an end of the name, where it has to be sure. */
	platformOver: [32, 34],
	/** Two characters beside the name that seldom stand alone, as in a word nobody listed (消纳). */
	unknown: 48,
	/** The rest of a word of which no more is looked at. */
	torn: 16,
} as const;

/** A stretch of text that is cut, in simplified script, and where a name stands in it (UTF-16, half-open). */
export interface Stretch {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** Whether the text goes on before, and behind. */
	readonly open: readonly [boolean, boolean];
}

/** Cuts stretches with the words of a list; `isName`: whether the corpus has a name written so. */
export class WordCuts {
	constructor(
		private readonly words: WordList,
		private readonly isName: (text: string) => boolean,
	) {}

	/** Whether no cut through the name is cheaper than one that keeps it. */
	keepsName(stretch: Stretch): boolean {
		const size = stretch.text.length;
		const whole = new Float64Array(size + 1).fill(Infinity);
		const crossed = new Float64Array(size + 1).fill(Infinity);
		whole[0] = 0;
		for (let from = 0; from < size; from++) {
			for (let to = from + 1; to <= Math.min(size, from + longestWord); to++) {
				const own = this.costOf(stretch, from, to);
				const kept = (whole[from] ?? Infinity) + own;
				lower(isOver(stretch, from, to) ? crossed : whole, to, kept);
				lower(crossed, to, (crossed[from] ?? Infinity) + own);
			}
		}
		return (crossed[size] ?? Infinity) >= (whole[size] ?? Infinity);
	}

	/** Where the words of a text end in its cheapest cut, the last one at its end. */
	endsOfWords(text: string): readonly number[] {
		const costs = new Float64Array(text.length + 1).fill(Infinity);
		const starts = new Array<number>(text.length + 1).fill(0);
		costs[0] = 0;
		const stretch: Stretch = { text, start: -1, end: -1, open: [false, false] };
		for (let from = 0; from < text.length; from++) {
			for (let to = from + 1; to <= Math.min(text.length, from + longestChance); to++) {
				const whole = (costs[from] ?? Infinity) + this.costOf(stretch, from, to);
				if (whole >= (costs[to] ?? Infinity)) continue;
				costs[to] = whole;
				starts[to] = from;
			}
		}
		const ends: number[] = [];
		for (let end = text.length; end > 0; end = starts[end] ?? 0) ends.unshift(end);
		return ends;
	}

	/** What a piece of a stretch costs; infinite where it is none. */
	private costOf(stretch: Stretch, from: number, to: number): number {
		const { start, end } = stretch;
		if (from === start && to === end) return cost.name;
		if (to - from === 1) return this.costAlone(stretch, from);
		const listed = to - from < longestWord ? this.words.costOf(stretch.text.slice(from, to)) : undefined;
		if (listed !== undefined) return listed;
		// What holds the name and more says nothing of its words: 创新|生态 is a name, and holds no 新生.
		if (from <= start && to >= end) return Infinity;
		return this.costOfUnlisted(stretch, from, to);
	}

	private costOfUnlisted(stretch: Stretch, from: number, to: number): number {
		const piece = stretch.text.slice(from, to);
		const over = isOver(stretch, from, to);
		if (to - from > 2 && this.isName(piece)) return over ? cost.nameOver : cost.name;
		if (to - from === longestWord) return Infinity;
		if (this.words.knowsPlatform(piece)) return (over ? cost.platformOver : cost.platform)[to - from - 2] ?? Infinity;
		return to - from === 2 ? this.costOfUnknown(stretch, from) : Infinity;
	}

	/** What two characters cost that nobody knows as a word. */
	private costOfUnknown({ text, start, end }: Stretch, from: number): number {
		const to = from + 2;
		if (end - start === longestChance && from >= start && to <= end) return cost.rest;
		if (to > start && from < end) return Infinity;
		const hasAffix = this.words.isAffix(text.charAt(from)) || this.words.isAffix(text.charAt(from + 1));
		return hasAffix ? Infinity : cost.unknown;
	}

	private costAlone({ text, open }: Stretch, at: number): number {
		if ((at === 0 && open[0]) || (at === text.length - 1 && open[1])) return cost.torn;
		return this.words.costAlone(text.charAt(at));
	}
}

function lower(costs: Float64Array, at: number, to: number): void {
	if (to < (costs[at] ?? Infinity)) costs[at] = to;
}

/** Whether a piece lies over an end of the name, in it and beside it; one that holds all of it does not. */
function isOver({ start, end }: Stretch, from: number, to: number): boolean {
	return (from < start && to > start && to < end) || (from > start && from < end && to > end);
}
