// Texts as code units in typed arrays: folded and compacted as `compact(fold(text))` does it, but without a string
// being made.

import { compact } from '../../text/compact';
import { fold } from '../../text/fold';

let table: Uint16Array | undefined;

/** What each code unit outside surrogates becomes: 0 if it is left out. */
export function codeTable(): Uint16Array {
	if (table) return table;
	const made = new Uint16Array(65536);
	const all = made.map((_, code) => code);
	for (let start = 0; start < made.length; start += 0x800) {
		if (start === 0xd800) continue;
		const { text, offsets } = compact(fold(textOf(all, start, start + 0x800)));
		for (let at = 0; at < text.length; at++) made[start + (offsets[at] ?? 0)] = text.charCodeAt(at);
	}
	return (table = made);
}

/** Writes the code units `from`…`to` into `target` as they are compared; answers how many are left. */
export function compactInto(units: Uint16Array, from: number, to: number, target: Uint16Array): number {
	const codes = codeTable();
	let count = 0;
	for (let at = from; at < to; at++) {
		const unit = units[at] ?? 0;
		if (unit >= 0xd800 && unit <= 0xdfff) {
			const next = at + 1 < to ? (units[at + 1] ?? 0) : 0;
			if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) continue;
			at++;
			if (compact(String.fromCharCode(unit, next)).text === '') continue;
			target[count++] = unit;
			target[count++] = next;
		} else {
			const code = codes[unit] ?? 0;
			if (code !== 0) target[count++] = code;
		}
	}
	return count;
}

/** Where a word stands in the first `length` code units, from a place on; -1 if it does not. */
export function placeOf(codes: Uint16Array, length: number, word: Uint16Array, from = 0): number {
	const [first] = word;
	const last = length - word.length;
	for (let at = from; at <= last; at++) {
		if (codes[at] !== first) continue;
		let same = 1;
		while (same < word.length && codes[at + same] === word[same]) same++;
		if (same === word.length) return at;
	}
	return -1;
}

/** The code units of a string. */
export function unitsOf(text: string): Uint16Array {
	const units = new Uint16Array(text.length);
	for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
	return units;
}

/** The string of some code units. */
export function textOf(units: Uint16Array, from = 0, to = units.length): string {
	let text = '';
	// Applied, not spread: a typed array is passed on as it is.
	for (let at = from; at < to; at += 4096)
		text += String.fromCharCode.apply(undefined, units.subarray(at, Math.min(to, at + 4096)) as unknown as number[]);
	return text;
}

/** A number that changes when any of some words does (FNV-1a over 32-bit words); `seed` goes on from an earlier one. */
export function checksum(words: Uint32Array, seed = 0x811c9dc5): number {
	let sum = seed;
	for (let at = 0; at < words.length; at++) {
		sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
		sum ^= sum >>> 15;
	}
	return sum >>> 0;
}
