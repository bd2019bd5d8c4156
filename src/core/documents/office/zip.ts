// A ZIP archive in memory → its named parts, inflated one by one under limits that are checked before and while
// inflating.

import { Inflate, Unzlib, zipSync } from 'fflate/browser'; // its other half starts threads of Node

import type { Cancelled } from '../document';
import { decoder } from '../encoding';

/**
 * Why an archive or one of its parts is not read. `large`: more bytes, more entries or a higher ratio than an honest
 * document has.
 */
export type ZipFault = 'damaged' | 'encrypted' | 'large' | 'path' | 'missing' | 'cancelled';

/** What an archive may hold; bytes. */
export interface ZipLimits {
	readonly entries: number;
	/** Sum of the inflated sizes that all entries declare. */
	readonly total: number;
	/** Inflated size of one part that is read, as declared and as it turns out. */
	readonly part: number;
	/** Inflated over deflated size of a part, looked at from one megabyte on. */
	readonly ratio: number;
}

/** An office document with its pictures has less; XML that a program repeats comes to a ratio of about 100. */
export const zipLimits: ZipLimits = { entries: 4_000, total: 1_000_000_000, part: 64_000_000, ratio: 400 };

interface Entry {
	readonly flags: number;
	readonly method: number;
	readonly crc: number;
	readonly packed: number;
	readonly size: number;
	readonly offset: number;
}

/** An archive whose directory is read; nothing is inflated yet. */
export interface Zip {
	readonly names: readonly string[];
	/** The bytes of a part, checked against its size and checksum. */
	read(name: string, signal?: Cancelled): Uint8Array<ArrayBuffer> | ZipFault;
}

/** Whether bytes begin as a ZIP archive does. */
export function isZip(bytes: Uint8Array): boolean {
	return (
		bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6)
	);
}

/**
 * Reads the directory of an archive (APPNOTE.TXT 4.3.12 and 4.3.16). Refused as a whole: more entries or a larger
 * declared total than the limits, names that lead out of a folder, a directory that does not fit the bytes.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = zipLimits): Zip | ZipFault {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endRecord(view);
	if (end === undefined) return 'damaged';
	const count = view.getUint16(end + 10, true);
	const from = view.getUint32(end + 16, true);
	if (count > limits.entries || from === 0xffffffff) return 'large'; // 65535 and all ones stand for a ZIP64 directory
	const entries = new Map<string, Entry>();
	let total = 0;
	let at = from;
	for (let i = 0; i < count; i++) {
		if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return 'damaged';
		const length = view.getUint16(at + 28, true);
		const next = at + 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		if (next > end) return 'damaged';
		const name = decoder('utf-8')
			.decode(bytes.subarray(at + 46, at + 46 + length))
			.replaceAll('\\', '/');
		if (leadsOut(name)) return 'path';
		const size = view.getUint32(at + 24, true);
		total += size;
		if (total > limits.total) return 'large';
		if (entries.has(name)) return 'damaged'; // two parts of one name: programs would disagree which one counts
		entries.set(name, {
			flags: view.getUint16(at + 8, true),
			method: view.getUint16(at + 10, true),
			crc: view.getUint32(at + 16, true),
			packed: view.getUint32(at + 20, true),
			size,
			offset: view.getUint32(at + 42, true),
		});
		at = next;
	}
	return {
		names: [...entries.keys()],
		read: (name, signal) => {
			const entry = entries.get(name);
			return entry ? inflate(bytes, view, entry, limits, signal) : 'missing';
		},
	};
}

/** An archive of parts by their names. */
export function zipOf(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
	return zipSync(Object.fromEntries(parts));
}

/** Where the end of the directory is described: in the last bytes, perhaps before a comment. */
function endRecord(view: DataView): number | undefined {
	for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
		if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) <= view.byteLength)
			return at;
	}
	return undefined;
}

function leadsOut(name: string): boolean {
	return name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\0') || name.split('/').includes('..');
}

/**
 * How many deflated bytes are inflated at a time: at most 1032 times as many come out before the limit is looked at
 * again.
 */
const step = 8192;

function inflate(
	bytes: Uint8Array,
	view: DataView,
	entry: Entry,
	limits: ZipLimits,
	signal: Cancelled | undefined,
): Uint8Array<ArrayBuffer> | ZipFault {
	if (entry.flags & 1) return 'encrypted';
	if (entry.size > limits.part || (entry.size > 1_000_000 && entry.size > entry.packed * limits.ratio)) return 'large';
	if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) return 'damaged';
	const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
	const to = from + entry.packed;
	if (to > bytes.length) return 'damaged';
	const packed = bytes.subarray(from, to);
	let result: Uint8Array<ArrayBuffer>;
	if (entry.method === 0 && entry.packed === entry.size) result = packed.slice();
	else if (entry.method === 8) {
		const unpacked = inflated(packed, entry.size, signal);
		if (typeof unpacked === 'string') return unpacked;
		result = unpacked;
	} else return 'damaged';
	return crc32(result) === entry.crc ? result : 'damaged';
}

/** Exactly `size` bytes, or why not; more than declared is never kept. */
function inflated(packed: Uint8Array, size: number, signal: Cancelled | undefined): Uint8Array<ArrayBuffer> | ZipFault {
	const result = new Uint8Array(size);
	const pace = Math.max(256, Math.min(step, size >> 5)); // a small part that lies is found out at once
	let length = 0;
	const stream = new Inflate(chunk => {
		if (length + chunk.length <= size) result.set(chunk, length);
		length += chunk.length;
	});
	try {
		for (let at = 0; at < packed.length; at += pace) {
			if (signal?.aborted) return 'cancelled';
			stream.push(packed.subarray(at, at + pace), at + pace >= packed.length);
			if (length > size) return 'large';
		}
	} catch {
		return 'damaged';
	}
	return length === size ? result : 'damaged';
}

let table: Uint32Array | undefined;

/** CRC-32 as ZIP, gzip and PNG use it. */
export function crc32(bytes: Uint8Array): number {
	table ??= Uint32Array.from({ length: 256 }, (_, n) => {
		let c = n;
		for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
		return c >>> 0;
	});
	let crc = 0xffffffff;
	for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
	return (crc ^ 0xffffffff) >>> 0;
}

/**
 * How many bytes a zlib stream gives, and how many were read for that: no further than just beyond `limit`. A broken
 * one gives what comes before the break.
 */
export function inflatedUpTo(
	packed: Uint8Array,
	limit: number,
	signal?: Cancelled,
): { readonly size: number; readonly read: number } {
	let size = 0;
	let read = 0;
	const stream = new Unzlib(chunk => {
		size += chunk.length;
	});
	try {
		for (; read < packed.length && size <= limit && !signal?.aborted; read += step)
			stream.push(packed.subarray(read, read + step));
	} catch {
		/* what came out until here counts */
	}
	return { size, read };
}
