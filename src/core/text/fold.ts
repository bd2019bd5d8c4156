// Answers how text looks once script, width, case, quotation marks and kinds of space no longer matter.
// Must not know what is compared or searched; never changes the length of a text.

import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** Missing from the dictionary because the simplified script has them too; both sides of a comparison are folded, so no harm. */
const alsoSimplified = '著着藉借覆复';

/** Shapes of quotation marks; the first of each group is what the others become. */
const doubleQuotes = '"“”„‟「」『』﹁﹂﹃﹄〝〞〟｢｣';
const singleQuotes = "'‘’‚‛";

/** No-break, ideographic and fixed-width spaces. Zero-width characters stay: they have no width to fold to. */
const spaces = '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';

/**
 * Radicals that stand for a whole character, as PDF printers leave them in text: pairs of radical and character, after Unicode's
 * EquivalentUnifiedIdeograph.txt. The Kangxi block is not here: normalisation knows it.
 */
const radicals = '⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺬示⺶羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻑长⻓长⻔门⻗雨⻘青'
	+ '⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟⸺—';

let table: Uint16Array | undefined;

/** Characters whose compatibility form is one other character: the Kangxi radicals and the compatibility ideographs. */
function addNormalised(map: Uint16Array, from: number, to: number): void {
	const codes: number[] = [];
	for (let code = from; code <= to; code++) codes.push(code);
	const normal = String.fromCharCode(...codes).normalize('NFKC');
	// A character that becomes a pair would shift the rest: then each is looked at alone.
	const aligned = normal.length === codes.length;
	codes.forEach((code, at) => {
		const one = aligned ? normal[at]! : String.fromCharCode(code).normalize('NFKC');
		if (one.length === 1) map[code] = one.charCodeAt(0);
	});
}

function addPairs(map: Uint16Array, pairs: string): void {
	for (let at = 0; at + 1 < pairs.length; at += 2) map[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1);
}

/** Takes the entries in which one code unit becomes one other; those outside the BMP or of unequal length would shift offsets. */
function addScript(map: Uint16Array): void {
	const entries = traditionalToSimplified;
	for (let at = 0; at < entries.length;) {
		let end = entries.indexOf('|', at);
		if (end < 0) end = entries.length;
		if (end - at === 3) map[entries.charCodeAt(at)] = entries.charCodeAt(at + 2);
		at = end + 1;
	}
	addPairs(map, alsoSimplified);
}

function build(): Uint16Array {
	const script = new Uint16Array(65536);
	for (let code = 0; code < 65536; code++) script[code] = code;
	addScript(script);
	const map = script.slice();
	addNormalised(map, 0x2f00, 0x2fd5);
	addNormalised(map, 0xf900, 0xfaff);
	addPairs(map, radicals);
	for (let code = 0xff01; code <= 0xff5e; code++) map[code] = code - 0xfee0;
	map[0xff61] = 0x3002;
	map[0xff64] = 0x3001;
	for (const quote of doubleQuotes) map[quote.charCodeAt(0)] = 0x22;
	for (const quote of singleQuotes) map[quote.charCodeAt(0)] = 0x27;
	for (const space of spaces) map[space.charCodeAt(0)] = 0x20;
	for (let code = 0; code < 65536; code++) {
		// Twice over the script, so that folding what is folded changes nothing (薴 → 苧 → 苎).
		const to = script[script[map[code]!]!]!;
		map[code] = to >= 0x41 && to <= 0x5a ? to + 0x20 : to;
	}
	return map;
}

/** The folded code unit of every code unit, for scanners that fold as they go. Built on first use; not to be written to. */
export function foldTable(): Uint16Array {
	return table ??= build();
}

/** The folded form of one UTF-16 code unit. Surrogates stay as they are. */
export function foldCode(code: number): number {
	return foldTable()[code]!;
}

/**
 * The text with script, width, ASCII case, quotation marks and spaces folded, code unit for code unit: an offset into the result is
 * an offset into the source. Traditional becomes simplified, full-width ASCII half-width, every double quotation mark `"`, every
 * single one `'`, every space ` `, radicals their characters. `、` `，` `。` stay distinct from each other (`。` is no `.`, which
 * is a decimal point as well): comparing punctuation is for those who compare. Characters outside the BMP stay as they are.
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
		for (; at < end; at++) chunk.push(map[text.charCodeAt(at)]!);
		folded += String.fromCharCode(...chunk);
	}
	return folded;
}
