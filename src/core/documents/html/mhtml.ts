// A page saved with what it shows in one file (MHTML, RFC 2557) → its HTML as bytes, and the address it was saved from.

import { readHtml } from './html';
import { nothingRead, type Limits, type ReadFile } from '../document';
import { decoder } from '../encoding';
import { present } from '../proved';

/** The page of such a file. */
interface Page {
	readonly bytes: Uint8Array;
	readonly url?: string;
}

/** Reads a page saved in one file with `readPage`; pictures and frames in it are not looked at. */
export async function readMhtml(
	bytes: Uint8Array,
	name: string,
	limits: Limits,
	readPage: typeof readHtml = readHtml,
): Promise<ReadFile> {
	if (bytes.length > limits.bytes)
		return nothingRead('import.large', { what: 'bytes', size: bytes.length, limit: limits.bytes });
	const page = pageOf(bytes);
	if (!page) return nothingRead('import.damaged', { reason: 'mhtml' });
	const read = await readPage(page.bytes, name, limits);
	if (page.url === undefined) return read;
	const { url } = page;
	const documents = read.documents.map(one =>
		one.source.URL === undefined
			? {
					...one,
					source: present({
						...one.source,
						URL: url,
						missing: withoutAddress(one.source.missing),
					}),
				}
			: one,
	);
	return { ...read, documents };
}

function withoutAddress(missing: readonly string[] | undefined): readonly string[] | undefined {
	const rest = missing?.filter(field => field !== 'URL');
	return rest !== undefined && rest.length > 0 ? rest : undefined;
}

/** Parts of a message that are looked at, at most. */
const mostParts = 200;

function pageOf(bytes: Uint8Array): Page | undefined {
	const text = decoder('latin1').decode(bytes);
	const head = headersOf(text);
	const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(head.get('content-type') ?? '');
	const parts = boundary ? text.split(`--${boundary[1] ?? boundary[2] ?? ''}`, mostParts).slice(1) : [text];
	const saved = head.get('snapshot-content-location');
	for (const part of parts) {
		const headers = headersOf(part.replace(/^\r?\n/, ''));
		if (!/^text\/html/i.test(headers.get('content-type') ?? '')) continue;
		const at = /\r?\n\r?\n/.exec(part.replace(/^\r?\n/, ''));
		if (!at) continue;
		const body = part.replace(/^\r?\n/, '').slice(at.index + at[0].length);
		const url = [saved, headers.get('content-location')].find(one => /^https?:\/\/\S+$/.test(one ?? ''));
		return present({ bytes: decoded(body, headers.get('content-transfer-encoding') ?? ''), url });
	}
	return undefined;
}

/** The headers a text begins with, by name in lower case; folded lines are one. */
function headersOf(text: string): ReadonlyMap<string, string> {
	const end = /\r?\n\r?\n/.exec(text.slice(0, 20_000));
	const head = text.slice(0, end?.index ?? 0).replace(/\r?\n[ \t]+/g, ' ');
	return new Map(
		head.split(/\r?\n/).flatMap(line => {
			const found = /^([\w-]{1,60}):\s*(.*)$/.exec(line);
			return found ? [[(found[1] ?? '').toLowerCase(), (found[2] ?? '').trim()] as const] : [];
		}),
	);
}

function decoded(body: string, encoding: string): Uint8Array {
	if (/base64/i.test(encoding)) return fromBase64(body);
	const plain = /quoted-printable/i.test(encoding)
		? body
				.replace(/=\r?\n/g, '')
				.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		: body;
	const bytes = new Uint8Array(plain.length);
	for (let i = 0; i < plain.length; i++) bytes[i] = plain.charCodeAt(i);
	return bytes;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function fromBase64(text: string): Uint8Array {
	const bytes: number[] = [];
	let bits = 0;
	let count = 0;
	for (const character of text) {
		const value = digits.indexOf(character);
		if (value < 0) continue;
		bits = ((bits << 6) | value) & 0xffffff;
		count += 6;
		if (count < 8) continue;
		count -= 8;
		bytes.push((bits >> count) & 0xff);
	}
	return Uint8Array.from(bytes);
}
