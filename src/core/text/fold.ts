// Answers how text looks once script, width, case, quotation marks and kinds of space no longer matter.

import { radicalPairs } from './radicals';
import { simplifiedEntries } from './characters/simplifiedEntries';

/**
 * Missing from the dictionary because the simplified script has them too (瞭望), or as variants; both sides of a
 * comparison are folded, so no harm.
 */
const alsoSimplified = '著着藉借覆复瞭了甦苏揹背濬浚';

/** Shapes of quotation marks; the first of each group is what the others become. */
const doubleQuotes = '"“”„‟「」『』﹁﹂﹃﹄〝〞〟｢｣';
const singleQuotes = "'‘’‚‛";

/** No-break, ideographic and fixed-width spaces. Zero-width characters stay: they have no width to fold to. */
const spaces = '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';

let table: Uint16Array | undefined;

/** Pairs of a character and what it becomes; where that is folded itself, what it is folded to. */
function addPairs(map: Uint16Array, pairs: string): void {
	for (let at = 0; at + 1 < pairs.length; at += 2) {
		const folded = pairs.charCodeAt(at + 1);
		map[pairs.charCodeAt(at)] = map[folded] ?? folded;
	}
}

/**
 * Takes the entries in which one code unit becomes one other; those outside the BMP or of unequal length would shift
 * offsets.
 */
function addScript(map: Uint16Array): void {
	const entries = simplifiedEntries();
	let pairs = alsoSimplified;
	for (let at = 0; at < entries.length;) {
		let end = entries.indexOf('|', at);
		if (end < 0) end = entries.length;
		if (end - at === 3) pairs += entries.charAt(at) + entries.charAt(at + 2);
		at = end + 1;
	}
	addPairs(map, pairs);
	// Once more, since one entry leads to another (薴 → 苧 → 苎): folding what is folded is to change nothing.
	addPairs(map, pairs);
}

/** Characters whose compatibility form is one other character: the Kangxi radicals and the compatibility ideographs. */
function addNormalised(map: Uint16Array, from: number, to: number): void {
	for (let code = from; code <= to; code++) {
		const normal = String.fromCharCode(code).normalize('NFKC');
		if (normal.length === 1) map[code] = map[normal.charCodeAt(0)] ?? code;
	}
}

function build(): Uint16Array {
	const map = new Uint16Array(65536);
	for (let code = 0; code < 65536; code++) map[code] = code;
	for (let code = 0x41; code <= 0x5a; code++) map[code] = code + 0x20;
	for (let code = 0xff01; code <= 0xff5e; code++) map[code] = map[code - 0xfee0] ?? code;
	addPairs(map, '｡。､、―—');
	for (const quote of doubleQuotes) map[quote.charCodeAt(0)] = 0x22;
	for (const quote of singleQuotes) map[quote.charCodeAt(0)] = 0x27;
	for (const space of spaces) map[space.charCodeAt(0)] = 0x20;
	addScript(map);
	addPairs(map, radicalPairs);
	addNormalised(map, 0x2f00, 0x2fd5);
	addNormalised(map, 0xf900, 0xfaff);
	return map;
}

/**
 * The folded code unit of every code unit, for scanners that fold as they go. Built on first use; not to be written to.
 */
export function foldTable(): Uint16Array {
	return (table ??= build());
}

/** The folded form of one UTF-16 code unit. Surrogates stay as they are. */
export function foldCode(code: number): number {
	return foldTable()[code] ?? code;
}

/**
 * The text with script, width, ASCII case, quotation marks and spaces folded, code unit for code unit: an offset into
 * the result is an offset into the source. Traditional becomes simplified, full-width ASCII half-width, every double
 * quotation mark `"`, every single one `'`, every space ` `, radicals their characters. `、` `，` `。` stay distinct
 * from each other (`。` is no `.`, which is a decimal point as well): comparing punctuation is for those who compare.
 * Characters outside the BMP stay as they are.
 */
export function fold(text: string): string {
	const map = foldTable();
	let at = 0;
	while (at < text.length && map[text.charCodeAt(at)] === text.charCodeAt(at)) at++;
	if (at === text.length) return text;
	let folded = text.slice(0, at);
	const chunk: number[] = [];
	while (at < text.length) {
		const end = Math.min(text.length, at + 4096);
		chunk.length = 0;
		for (; at < end; at++) {
			const code = text.charCodeAt(at);
			chunk.push(map[code] ?? code);
		}
		folded += String.fromCharCode(...chunk);
	}
	return folded;
}
