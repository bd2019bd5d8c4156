// Which of many texts is nearly the same as a new one: by letters alone, so script, width, marks and line breaks do
// not matter.

import { compact } from '../text/compact';
import { fold } from '../text/fold';

/** What there is to compare of a text: hashes of some of its stretches of letters, the same ones in every text. */
export interface Print {
	readonly letters: number;
	/** Hash of all letters in order. */
	readonly whole: number;
	readonly shingles: ReadonlySet<number>;
}

/** Letters of a stretch; of stretches one in `sampling` counts, in short texts all of them. */
const width = 6;
const sampling = 8;
const short = 1_500;

/** The print of a text's paragraphs. */
export function printOf(paragraphs: readonly string[]): Print {
	const text = compact(fold(paragraphs.join('\n'))).text;
	const shingles = new Set<number>();
	let whole = 0x811c9dc5;
	let rolling = 0;
	const top = power(31, width);
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		whole = Math.imul(whole ^ code, 0x01000193);
		rolling = (Math.imul(rolling, 31) + code - (i >= width ? Math.imul(top, text.charCodeAt(i - width)) : 0)) | 0;
		if (i < width - 1) continue;
		const hash = mixed(rolling);
		if (text.length <= short || hash % sampling === 0) shingles.add(hash);
	}
	if (text.length > 0 && text.length < width) shingles.add(mixed(whole));
	return { letters: text.length, whole: whole >>> 0, shingles };
}

function power(base: number, exponent: number): number {
	let result = 1;
	for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
	return result;
}

function mixed(hash: number): number {
	let h = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
	h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
	return (h ^ (h >>> 16)) >>> 0;
}

/** How near two texts are: share of stretches both have in all they have, and in those of the shorter one. */
export interface Nearness {
	readonly alike: number;
	readonly contained: number;
}

/** A text that is nearly another: from this share on. */
const near = 0.9;

/**
 * So many texts are found by one stretch; one that more of them have tells them apart from nothing, and there are
 * always rarer ones.
 */
const common = 100;

function nameOf({ whole, letters }: Print): string {
	return `${whole} ${letters}`;
}

/** Texts by key; answers the nearest to a new one. */
export class Prints {
	private readonly prints = new Map<string, Print>();
	private readonly having = new Map<number, string[]>();
	private readonly exact = new Map<string, string>();

	add(key: string, print: Print): void {
		this.remove(key);
		this.prints.set(key, print);
		if (!this.exact.has(nameOf(print))) this.exact.set(nameOf(print), key);
		for (const hash of print.shingles) {
			if (hash % sampling !== 0 && print.letters > 200) continue; // found by the ones that every text keeps
			const list = this.having.get(hash);
			if (list && list.length >= common) continue;
			if (list) list.push(key);
			else this.having.set(hash, [key]);
		}
	}

	remove(key: string): void {
		const print = this.prints.get(key);
		if (!print) return;
		this.prints.delete(key);
		if (this.exact.get(nameOf(print)) === key) this.exact.delete(nameOf(print));
		for (const hash of print.shingles) {
			const list = this.having.get(hash)?.filter(one => one !== key);
			if (list === undefined) continue;
			if (list.length > 0) this.having.set(hash, list);
			else this.having.delete(hash);
		}
	}

	/**
	 * The nearest text that is nearly the same, or contains or is contained in it and is at least half as long;
	 * `mayBe`: whether what else is known of a text allows it.
	 */
	nearest(
		print: Print,
		mayBe: (key: string, nearness: Nearness) => boolean = () => true,
	): { readonly key: string; readonly nearness: Nearness } | undefined {
		if (print.letters === 0) return undefined;
		const same = this.exact.get(nameOf(print));
		const equal: Nearness = { alike: 1, contained: 1 };
		if (same !== undefined && mayBe(same, equal)) return { key: same, nearness: equal };
		const counts = new Map<string, number>();
		for (const hash of print.shingles)
			for (const key of this.having.get(hash) ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
		const candidates = [...counts]
			.sort((a, b) => b[1] - a[1])
			.slice(0, 8)
			.map(([key]) => key);
		let best: { key: string; nearness: Nearness } | undefined;
		for (const key of candidates) {
			const other = this.prints.get(key);
			if (!other) continue;
			const nearness = compare(print, other);
			const isNearer = isNear(print, other, nearness) && (!best || nearness.alike > best.nearness.alike);
			if (isNearer && mayBe(key, nearness)) best = { key, nearness };
		}
		return best;
	}
}

function isNear(a: Print, b: Print, { alike, contained }: Nearness): boolean {
	const isHalf = Math.min(a.letters, b.letters) * 2 >= Math.max(a.letters, b.letters);
	return alike >= near || (isHalf && contained >= near);
}

function compare(a: Print, b: Print): Nearness {
	if (a.letters === b.letters && a.whole === b.whole) return { alike: 1, contained: 1 };
	const sampled = a.letters > short || b.letters > short;
	const left = sampled ? sample(a.shingles) : a.shingles;
	const right = sampled ? sample(b.shingles) : b.shingles;
	let both = 0;
	for (const hash of left) if (right.has(hash)) both++;
	const least = Math.min(left.size, right.size);
	if (least === 0) return { alike: 0, contained: 0 };
	return { alike: both / (left.size + right.size - both), contained: both / least };
}

function sample(shingles: ReadonlySet<number>): ReadonlySet<number> {
	return new Set([...shingles].filter(hash => hash % sampling === 0));
}
