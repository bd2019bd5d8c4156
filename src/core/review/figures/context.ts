// What is said around a number: pairs of letters of its sentence, the nearer the heavier; and whether two numbers are
// said of the same.

import { fold } from '../../text/fold';
import type { Quantity } from './numbers';

/** A pair of letters, and where it stands. */
interface Pair {
	readonly pair: string;
	readonly at: number;
}

/** A sentence with its numbers and what is said between them. */
export interface Statement {
	readonly text: string;
	readonly quantities: readonly Quantity[];
	readonly pairs: readonly Pair[];
	/** Where clauses end, and where the items of a list do. */
	readonly clauseEnds: readonly number[];
	readonly listEnds: readonly number[];
}

/** What is said of a number: pairs of letters, each as much as it stands near. */
export type Context = ReadonlyMap<string, number>;

/** So much less is said of a number by what stands behind another number, clause or item of a list. */
const farther = { number: 0.35, clause: 0.75, item: 0.8 };
/** Words that say nothing of what is counted, and part what does. */
const empty = new RegExp(
	[
		'[的了在是和与及或以等为于对将把被从向中其并则已也都还又再共]',
		'达到|超过|占到|占|达|约|左右|以上|以下|预计|实现|完成|分别|比重|进行|我国|全国|贡献|来自|涵盖',
		'一共|总共|目前|截至|已有|共有|现有|拥有|现在|同比|增长|增加|提高|提升|上升|下降|减少|降低',
	].join('|'),
	'g',
);

/** Reads a sentence; `quantities`: its numbers. */
export function statementOf(text: string, quantities: readonly Quantity[]): Statement {
	let words = fold(text).replace(empty, all => ' '.repeat(all.length));
	for (const { from, till, end } of quantities) {
		const last = Math.max(till, end);
		words = words.slice(0, from) + ' '.repeat(last - from) + words.slice(last);
	}
	const pairs: Pair[] = [];
	for (const { 0: run, index } of words.matchAll(/[\p{L}\p{N}]+/gu))
		for (let at = 0; at + 1 < run.length; at++) pairs.push({ pair: run.slice(at, at + 2), at: index + at });
	return {
		text,
		quantities,
		pairs,
		clauseEnds: [...text.matchAll(/[，；：。！？—]/g)].map(one => one.index),
		listEnds: [...text.matchAll(/[、和与及]/g)].map(one => one.index),
	};
}

/** What a sentence says of one of its numbers. */
export function contextOf({ pairs, quantities, clauseEnds, listEnds }: Statement, quantity: Quantity): Context {
	const others = quantities.filter(one => one !== quantity).map(one => one.start);
	const items = others.length > 0 ? listEnds : [];
	const context = new Map<string, number>();
	for (const { pair, at } of pairs) {
		const [low, high] = at < quantity.start ? [at, quantity.start] : [quantity.start, at];
		const between = (places: readonly number[]) => places.filter(one => low < one && one < high).length;
		const weight =
			farther.number ** between(others) * farther.clause ** between(clauseEnds) * farther.item ** between(items);
		context.set(pair, Math.max(weight, context.get(pair) ?? 0));
	}
	return context;
}

/** How alike two contexts are, from 0 to 1; `rarity`: what a pair counts. */
export function likeness(one: Context, other: Context, rarity: (pair: string) => number): number {
	let [both, own, others] = [0, 0, 0];
	for (const [pair, weight] of one) {
		const value = weight * rarity(pair);
		own += value * value;
		both += value * (other.get(pair) ?? 0) * rarity(pair);
	}
	for (const [pair, weight] of other) others += (weight * rarity(pair)) ** 2;
	return own === 0 || others === 0 ? 0 : both / Math.sqrt(own * others);
}
