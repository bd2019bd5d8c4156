// The bytes of a file as text.
import { nextTurn } from './pause';

/** The text of a file, or why it is none. */
export type Decoded = { readonly text: string } | { readonly reason: 'binary' | 'encoding' };

/** Bytes that are decoded at a time: some milliseconds. */
const atOnce = 2_000_000;

/** As decode, with pauses after so many bytes, so that typing goes first. */
export async function decodeInTurns(bytes: Uint8Array, turn = atOnce): Promise<Decoded> {
	if (bytes.length <= turn) return decode(bytes);
	if (isWide(bytes)) return { reason: 'encoding' };
	const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	const parts: string[] = [];
	try {
		for (let at = 0; at < bytes.length; at += turn) {
			const part = bytes.subarray(at, at + turn);
			if (part.includes(0)) return { reason: 'binary' };
			parts.push(decoder.decode(part, { stream: at + turn < bytes.length }));
			await nextTurn();
		}
	} catch {
		return { reason: 'encoding' };
	}
	return { text: parts.join('') };
}

/** The text of a file in UTF-8, a byte order mark kept; else why it is none. */
export function decode(bytes: Uint8Array): Decoded {
	if (isWide(bytes)) return { reason: 'encoding' };
	if (bytes.includes(0)) return { reason: 'binary' };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
	} catch {
		return { reason: 'encoding' };
	}
}

/** The text of a file that programs write in older encodings, too: UTF-16 by its byte order mark, else GB18030. */
export function decodeLegacy(bytes: Uint8Array): Decoded {
	const encoding = isWide(bytes) ? wideEncoding(bytes) : 'gb18030';
	try {
		return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
	} catch {
		return { reason: 'encoding' };
	}
}

function wideEncoding([first]: Uint8Array): string {
	return first === 0xff ? 'utf-16le' : 'utf-16be';
}

/** Whether a text begins as one in UTF-16 does. */
function isWide(bytes: Uint8Array): boolean {
	return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
