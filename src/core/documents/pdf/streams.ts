// Streams of a PDF that would unpack to more than memory should hold, found before a library unpacks them.

import type { Cancelled } from '../document';
import { decoder } from '../encoding';
import { inflatedUpTo } from '../office/zip';

/** Bytes of a compressed stream below which it cannot reach any limit worth asking for. */
const least = 32_768;
/** How far before `stream` its dictionary is looked for. */
const reach = 4096;

/** How often `limit` all streams of a file together may unpack to. */
const together = 5;
/** More streams than this no document has; each is looked at. */
const mostStreams = 200_000;

/**
 * Whether some stream of the file, pictures left aside, unpacks to more than `limit` bytes (all of them together: to
 * five times as much), or is packed twice; or there are more streams than any document has.
 */
export function unpacksBeyond(bytes: Uint8Array, limit: number, signal?: Cancelled): boolean {
	let left = limit * together;
	let streams = 0;
	let end = 0;
	for (let at = find(bytes, 'stream', 0); at >= 0; at = find(bytes, 'stream', at + 6)) {
		if (signal?.aborted) return false;
		if (bytes[at - 1] === 0x64 && bytes[at - 2] === 0x6e) continue; // endstream
		if (++streams > mostStreams) return true;
		const dictionary = decoder('latin1').decode(bytes.subarray(Math.max(0, at - reach), at));
		const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
		if (/\/Subtype\s*\/Image\b/.test(own)) continue;
		const from = at + 6 + (bytes[at + 6] === 13 ? 2 : 1);
		// Where one stream has no end, no later one has.
		if (end >= 0 && end < from) end = find(bytes, 'endstream', from);
		const packed = bytes.subarray(from, end < 0 ? bytes.length : end);
		const filters = own.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW)\b/g)?.length ?? 0;
		if (filters > 1) return true;
		if (filters === 1 && packed.length >= Math.min(least, limit / 1100)) {
			if (/\/LZW/.test(own)) {
				if (packed.length * 1400 > limit * 20) return true;
			} else {
				const { size, read } = inflatedUpTo(packed, limit, signal);
				left -= Math.max(size, read);
				if (size > limit || left < 0) return true;
			}
		}
		if (end > 0) at = end + 3;
	}
	return false;
}

/** Where a word of ASCII stands next, or -1. */
function find(bytes: Uint8Array, word: string, from: number): number {
	const first = word.charCodeAt(0);
	for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
		let k = 1;
		while (k < word.length && bytes[at + k] === word.charCodeAt(k)) k++;
		if (k === word.length) return at;
	}
	return -1;
}
