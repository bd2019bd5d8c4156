// Answers what is left of a text when punctuation, spaces and invisible characters go, and where each character
// stood.

const kept = /[\p{L}\p{N}]/u;
/** For code units of the BMP: 0 not asked yet, 1 dropped, 2 kept. */
let memo: Uint8Array | undefined;

function isKept(code: number): boolean {
	memo ??= new Uint8Array(65536);
	const known = memo[code];
	if (known === 1 || known === 2) return known === 2;
	const keep = kept.test(String.fromCharCode(code));
	memo[code] = keep ? 2 : 1;
	return keep;
}

/**
 * A text without what is neither letter nor digit; `offsets[i]` is where `text[i]` stood, the last one is the length of
 * the source.
 */
export interface Compacted {
	readonly text: string;
	readonly offsets: Uint32Array;
}

/**
 * Letters, digits and Han of a folded text, with the source offset of each (UTF-16 code units); one offset more than
 * characters, so that the span of `text.slice(a, b)` is `offsets[a]` to `offsets[b - 1] + 1`. Lone surrogates are
 * dropped.
 */
export function compact(folded: string): Compacted {
	const size = folded.length;
	const offsets = new Uint32Array(size + 1);
	let text = '';
	let from = 0;
	let count = 0;
	for (let at = 0; at < size;) {
		const units = unitsAt(folded, at);
		if (isKeptAt(folded, at, units)) {
			for (let unit = 0; unit < units; unit++) offsets[count++] = at + unit;
		} else {
			if (from < at) text += folded.slice(from, at);
			from = at + units;
		}
		at += units;
	}
	text = from === 0 ? folded : text + folded.slice(from);
	offsets[count] = size;
	return { text, offsets: count === size ? offsets : offsets.slice(0, count + 1) };
}

/** Code units of the character at an offset: two of what stands outside the BMP. */
function unitsAt(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (code < 0xd800 || code > 0xdbff) return 1;
	return (text.codePointAt(at) ?? code) > 0xffff ? 2 : 1;
}

/** Whether the character at an offset stays; half of one never does. */
function isKeptAt(text: string, at: number, units: number): boolean {
	if (units === 2) return kept.test(text.slice(at, at + 2));
	const code = text.charCodeAt(at);
	return (code < 0xd800 || code > 0xdfff) && isKept(code);
}
