// Streams of a PDF that would unpack to more than memory should hold, found before a library unpacks them.

import type { Cancelled } from '../document';
import { decoder } from '../encoding';
import { inflatedUpTo } from '../office/zip';

/** Bytes of a compressed stream below which it cannot reach any limit worth asking for. */
const smallest = 32_768;
/** How far before `stream` its dictionary is looked for. */
const dictionaryReach = 4096;
/** How often the limit of one stream all streams of a file together may unpack to. */
const allTogether = 5;
/** More streams than this no document has; each is looked at. */
const mostStreams = 200_000;
/** What one byte unpacks to at most, by Flate and by LZW. */
const flateRatio = 1100;
const lzwRatio = 1400;

/**
 * Whether some stream of the file, pictures left aside, unpacks to more than `limit` bytes (all of them together: to
 * five times as much), or is packed twice; or there are more streams than any document has.
 */
export function unpacksBeyond(bytes: Uint8Array, limit: number, signal?: Cancelled): boolean {
	let left = limit * allTogether;
	let count = 0;
	for (const { dictionary, packed } of streamsOf(bytes)) {
		if (signal?.aborted) return false;
		if (++count > mostStreams) return true;
		if (!packed) continue;
		const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW)\b/g) ?? [];
		if (filters.length > 1) return true;
		if (filters.length === 0 || packed.length < Math.min(smallest, limit / flateRatio)) continue;
		if (/\/LZW/.test(dictionary)) {
			if (packed.length * lzwRatio > limit * 20) return true;
			continue;
		}
		const { size, read } = inflatedUpTo(packed, limit, signal);
		left -= Math.max(size, read);
		if (size > limit || left < 0) return true;
	}
	return false;
}

interface Stream {
	readonly dictionary: string;
	/** Its bytes as they are in the file; nothing of a picture, which nobody unpacks. */
	readonly packed?: Uint8Array;
}

function* streamsOf(bytes: Uint8Array): Generator<Stream, void> {
	let end = 0;
	for (let at = find(bytes, 'stream', 0); at >= 0; at = find(bytes, 'stream', at + 6)) {
		if (isEndOfStream(bytes, at)) continue;
		const dictionary = dictionaryBefore(bytes, at);
		if (/\/Subtype\s*\/Image\b/.test(dictionary)) {
			yield { dictionary };
			continue;
		}
		const from = at + 6 + (bytes[at + 6] === 13 ? 2 : 1);
		// Where one stream has no end, no later one has.
		if (end >= 0 && end < from) end = find(bytes, 'endstream', from);
		yield { dictionary, packed: bytes.subarray(from, end < 0 ? bytes.length : end) };
		if (end > 0) at = end + 3;
	}
}

/** Whether the word `stream` here is the end of `endstream`. */
function isEndOfStream(bytes: Uint8Array, at: number): boolean {
	return bytes[at - 1] === 0x64 && bytes[at - 2] === 0x6e;
}

function dictionaryBefore(bytes: Uint8Array, at: number): string {
	const before = decoder('latin1').decode(bytes.subarray(Math.max(0, at - dictionaryReach), at));
	return before.slice(before.lastIndexOf(' obj') + 1);
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
