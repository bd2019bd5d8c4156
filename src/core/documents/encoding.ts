// Bytes of a text file → text: which encoding it is in, told by its marks, by what is valid, and by which characters
// are frequent.

import { fold } from '../text/fold';

export interface DecodedText {
	/** Without a byte order mark. */
	readonly text: string;
	/** Label of the encoding as TextDecoder knows it. */
	readonly encoding: string;
	/** How many characters could not be read; U+FFFD stands for each. */
	readonly unreadable: number;
}

interface Decoder {
	decode(bytes: Uint8Array): string;
}
type DecoderClass = new (label: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) => Decoder;

/**
 * TextDecoder is in every place the core runs in, though no type of the core's says so. Throws a RangeError for a label
 * it does not know.
 */
export function decoder(label: string, fatal = false): Decoder {
	const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: DecoderClass };
	return new TextDecoder(label, { fatal });
}

/** The most frequent characters of Chinese prose, simplified; folded text is held against them. */
const frequent =
	'的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三己老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工业产经济展改革政府建设社会加强化创新力科技质量推提升制度体系促深入务群众党央国家';

let known: ReadonlySet<string> | undefined;

/** Bytes looked at where a sample is enough. */
const sampled = 65_536;

/**
 * Decodes a text: byte order mark, else valid UTF-8, else UTF-16 by its shape, else line by line where files of two
 * encodings were put together, else UTF-8 with a few broken places, else the encoding
 * the file names, weighed against GB18030 and Big5 by frequent characters. A wrong label does no harm. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
	if (starts(bytes, 0xef, 0xbb, 0xbf)) return decoded('utf-8', bytes);
	if (starts(bytes, 0xff, 0xfe)) return decoded('utf-16le', bytes);
	if (starts(bytes, 0xfe, 0xff)) return decoded('utf-16be', bytes);
	const sample = bytes.subarray(0, sampled & ~1);
	const wide = sample.includes(0) || !isUtf8(bytes) ? utf16(sample) : undefined;
	if (wide) return decoded(wide, bytes);
	if (isUtf8(bytes)) return decoded('utf-8', bytes);
	const lines = lineByLine(bytes);
	if (lines) return lines;
	const lenient = decoded('utf-8', bytes);
	if (lenient.unreadable * 20 <= beyondAscii(lenient.text)) return lenient;
	return decoded(byCharacters(bytes), bytes);
}

function starts(bytes: Uint8Array, ...mark: readonly number[]): boolean {
	return mark.every((byte, i) => bytes[i] === byte);
}

function decoded(encoding: string, bytes: Uint8Array): DecodedText {
	const text = decoder(encoding).decode(bytes);
	let unreadable = 0;
	for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) unreadable++;
	return { text, encoding, unreadable };
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		decoder('utf-8', true).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** Texts of more lines are not looked at line by line. */
const mostLines = 100_000;

/**
 * A text of which a good part of the lines is UTF-8 and the others read better as GB18030 or Big5; nothing when it is
 * no such text.
 */
function lineByLine(bytes: Uint8Array): DecodedText | undefined {
	const lines: Uint8Array[] = [];
	for (let at = 0; at < bytes.length;) {
		const end = bytes.indexOf(0x0a, at) + 1 || bytes.length;
		if (lines.push(bytes.subarray(at, end)) > mostLines) return undefined;
		at = end;
	}
	const checked = lines.map(bytes => ({ bytes, valid: isUtf8(bytes) }));
	const bytesBeyondAscii = (valid: boolean) =>
		checked.reduce((sum, line) => sum + (line.valid === valid ? beyondAsciiIn(line.bytes) : 0), 0);
	const good = bytesBeyondAscii(true);
	const bad = bytesBeyondAscii(false);
	if (Math.min(good, bad) * 20 < good + bad) return undefined;
	const read = checked.map(line => decoded(line.valid ? 'utf-8' : likeliest(line.bytes), line.bytes));
	if (read.every(line => line.encoding === 'utf-8')) return undefined;
	return {
		text: read.map(line => line.text).join(''),
		encoding: 'utf-8',
		unreadable: read.reduce((sum, line) => sum + line.unreadable, 0),
	};
}

/** The encoding in which a line has the most frequent characters. */
function likeliest(line: Uint8Array): string {
	return ['utf-8', 'gb18030', 'big5'].reduce((a, b) => (plausibility(b, line) > plausibility(a, line) ? b : a));
}

function beyondAsciiIn(bytes: Uint8Array): number {
	let count = 0;
	for (const byte of bytes) if (byte > 0x7f) count++;
	return count;
}

function beyondAscii(text: string): number {
	let count = 0;
	for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) count++;
	return count;
}

/**
 * UTF-16 without a mark, when nearly every unit of one order is a character such texts have, and some are very common.
 */
function utf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	const even = sample.subarray(0, sample.length & ~1);
	if (even.length < 4) return undefined;
	for (const encoding of ['utf-16le', 'utf-16be'] as const) {
		const text = decoder(encoding).decode(even);
		let plain = 0;
		let common = 0;
		for (const character of text) {
			if (/[\p{Script=Han}\x20-\x7e\t\r\n\u00a0\u2010-\u203b\u3000-\u3020\uff01-\uff5e]/u.test(character)) plain++;
			if (/[\x20-\x7e\t\r\n，。、的\u3000]/.test(character)) common++;
		}
		if (plain >= text.length * 0.97 && common * 50 >= text.length) return encoding;
	}
	return undefined;
}

const label = /<\?xml[^>]{0,200}?encoding\s*=\s*["']?\s*([\w-]+)|<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]+)/i;

/** GB18030, Big5, or the encoding the file names where neither reads as Chinese. */
function byCharacters(bytes: Uint8Array): string {
	const sample = bytes.subarray(0, sampled * 4);
	const gb = plausibility('gb18030', sample);
	const big5 = plausibility('big5', sample);
	let head = '';
	for (const byte of bytes.subarray(0, 4096)) head += String.fromCharCode(byte);
	const found = label.exec(head);
	const named = (found?.[1] ?? found?.[2])?.toLowerCase();
	if (Math.max(gb, big5) < 0.1 && named !== undefined) {
		try {
			if (decoded(named, sample).unreadable === 0) return named;
		} catch {
			/* no such encoding */
		}
	}
	if (gb === big5 && named === 'big5') return 'big5';
	return big5 > gb ? 'big5' : 'gb18030';
}

/** Share of frequent characters among what is not ASCII; what cannot be read counts against it. */
function plausibility(encoding: string, sample: Uint8Array): number {
	const { text, unreadable } = decoded(encoding, sample);
	known ??= new Set(frequent);
	let hits = 0;
	let all = 0;
	for (const character of fold(text)) {
		if (character <= '\x7f') continue;
		all++;
		if (known.has(character)) hits++;
	}
	return all === 0 ? 0 : (hits - unreadable) / all;
}
