// What most likely follows a context, by an interpolated model over contexts of several lengths, and what speaks for
// it.

import type { Evidence, Uses } from './certainty';
import { contextTable, paragraphStart } from './contexts';
import { Nearby } from './nearby';
import type { TextBlock } from './textBlock';

/**
 * Characters of the shortest and the longest context; what a shorter one's answer is worth against counted uses, for
 * each way to go on and at all; for how many uses one in the draft counts; for which share of one a use in a document a
 * year older counts, and the least. Tuned on reports that are not those it is measured on.
 */
const tuning = {
	shortest: 2,
	longest: 10,
	perFollower: 0.6,
	always: 0.6,
	draft: 1.5,
	yearly: 0.9,
	least: 0.4,
} as const;
/** Characters of the longest context. */
export const longestContext: number = tuning.longest;

/** Of more places of a context so many are looked at, evenly. */
const sampled = 256;

/** Characters of the draft before the cursor that are looked at. */
export const readBefore = 20_000;

/** Uses by what follows, and how many there are. */
interface Followers {
	readonly uses: Map<number, number>;
	all: number;
}

/** A code unit that may follow, and what speaks for it. */
export interface Next extends Evidence {
	readonly code: number;
}

/** The draft up to the cursor, as contexts are compared. */
export class WrittenText {
	readonly values: string;

	constructor(text: string) {
		const table = contextTable();
		const codes = Array.from(paragraphStart + text.slice(-readBefore), one => table[one.charCodeAt(0)] ?? 0);
		this.values = codes.map(code => String.fromCharCode(code)).join('');
	}
}

/** Answers from blocks of texts, but for texts that are not counted any more, and from the draft. */
export class Predictor {
	/** For every block the weight of the uses in each of its texts. */
	private readonly weights: readonly (readonly number[])[];
	/** Of the draft that was asked for last. */
	private nearby: { readonly written: string; readonly places: Nearby } | undefined;

	constructor(
		private readonly blocks: readonly TextBlock[],
		isCounted: (key: string) => boolean = () => true,
	) {
		const years = blocks.flatMap(({ texts }) => texts.map(({ date }) => Number(date.slice(0, 4)) || 0));
		const last = years.reduce((latest, year) => Math.max(latest, year), 0);
		const weightOf = (date: string) =>
			Math.max(tuning.least, tuning.yearly ** (last - (Number(date.slice(0, 4)) || last)));
		this.weights = blocks.map(({ texts }) => texts.map(({ key, date }) => (isCounted(key) ? weightOf(date) : 0)));
	}

	/** What most likely follows a history (values by `contextTable`); `written`: the draft up to the cursor. */
	next(history: readonly number[], written: string): Next | undefined {
		const contexts: Followers[] = [];
		for (let length = tuning.shortest; length <= Math.min(tuning.longest, history.length); length++) {
			const followers = this.followers(history, length, written);
			if (followers.all === 0) break;
			contexts.push(followers);
		}
		const longest = contexts.at(-1);
		if (!longest) return undefined;
		const [code, share] = likeliest(interpolated(contexts));
		const [short = longest, second = longest] = contexts;
		const usesIn = ({ uses, all }: Followers): Uses => ({ ours: uses.get(code) ?? 0, all });
		const length = tuning.shortest + contexts.length - 1;
		const places = this.placesNear(written);
		const near = (of: number) => this.usesNear(places, history, of, code);
		return {
			code,
			share,
			uses: [usesIn(short), usesIn(second), usesIn(longest)],
			near: [near(Math.min(length, tuning.shortest + 1)), near(length)],
			length,
			ways: longest.uses.size,
		};
	}

	private placesNear(written: string): Nearby {
		if (this.nearby?.written !== written) this.nearby = { written, places: new Nearby(this.blocks, written) };
		return this.nearby.places;
	}

	/** How a context goes on near to where the words stand that were written last, the nearer the more. */
	private usesNear(places: Nearby, history: readonly number[], length: number, code: number): Uses {
		const near = { ours: 0, all: 0 };
		for (const [number, block] of this.blocks.entries())
			for (const { place, weight, uses } of placesOf(block, this.weights[number] ?? [], history, length)) {
				if (weight === 0) continue;
				const share = uses * places.at(number, place);
				near.all += share;
				if (block.units[place + length] === code) near.ours += share;
			}
		return near;
	}

	private followers(history: readonly number[], length: number, written: string): Followers {
		const followers: Followers = { uses: new Map(), all: 0 };
		for (const [at, block] of this.blocks.entries()) addUses(followers, block, this.weights[at] ?? [], history, length);
		const context = String.fromCharCode(...history.slice(-length));
		for (let at = written.indexOf(context); at >= 0; at = written.indexOf(context, at + 1))
			if (at + length < written.length) add(followers, written.charCodeAt(at + length), tuning.draft);
		return followers;
	}
}

/** How likely each code unit follows contexts, the shortest first; what stands more often counts for more. */
function interpolated(contexts: readonly Followers[]): ReadonlyMap<number, number> {
	const likely = new Map<number, number>();
	for (const { uses, all } of contexts) {
		const trust = tuning.perFollower * uses.size + tuning.always;
		for (const [code, share] of likely) likely.set(code, (share * trust) / (all + trust));
		for (const [code, count] of uses) likely.set(code, (likely.get(code) ?? 0) + count / (all + trust));
	}
	return likely;
}

function likeliest(likely: ReadonlyMap<number, number>): readonly [number, number] {
	let best: readonly [number, number] = [0, 0];
	for (const one of likely) if (one[1] > best[1]) best = one;
	return best;
}

/** Adds the uses of a context in a block, by the weights of its texts. */
function addUses(
	followers: Followers,
	block: TextBlock,
	weights: readonly number[],
	history: readonly number[],
	length: number,
): void {
	for (const { place, weight, uses } of placesOf(block, weights, history, length))
		if (weight > 0) add(followers, block.units[place + length] ?? 0, weight * uses);
}

/** Places of a context, each for so many uses, with the weight of the text it is in. */
function* placesOf(
	block: TextBlock,
	weights: readonly number[],
	history: readonly number[],
	length: number,
): Generator<{ readonly place: number; readonly weight: number; readonly uses: number }> {
	const { from, to } = block.find(history, length);
	const uses = Math.max(1, (to - from) / sampled);
	for (let number = from; number < to; number += uses) {
		const place = block.place(Math.floor(number));
		yield { place, weight: weights[block.textAt(place)] ?? 0, uses };
	}
}

function add(followers: Followers, code: number, weight: number): void {
	followers.uses.set(code, (followers.uses.get(code) ?? 0) + weight);
	followers.all += weight;
}
