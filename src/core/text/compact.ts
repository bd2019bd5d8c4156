// Answers what is left of a text when punctuation, spaces and invisible characters go, and where each character
// stood.

const kept = /[\p{L}\p{N}]/u;
/** For code units of the BMP: 0 not asked yet, 1 dropped, 2 kept. */
let memo: Uint8Array | undefined;

function isKept(code: number): boolean {
	memo ??= new Uint8Array(65536);
	const known = memo[code]!;
	if (known !== 0) return known === 2;
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
	let at = 0;
	while (at < size) {
		const code = folded.charCodeAt(at);
		let units = 1;
		let keep: boolean;
		if (code >= 0xd800 && code <= 0xdfff) {
			const point = folded.codePointAt(at)!;
			units = point > 0xffff ? 2 : 1;
			keep = units === 2 && kept.test(String.fromCodePoint(point));
		} else {
			keep = isKept(code);
		}
		if (keep) {
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
