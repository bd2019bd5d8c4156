// XML as office programs write it → elements and text in order, by local name.

import { decoder } from '../encoding';

/** Why a text is not read: a document type declaration, or tags that do not fit each other. */
export type XmlFault = 'dtd' | 'malformed';

/** What is told of a text. `attributes` is the raw text of the tag after its name, for `attribute`. */
export interface XmlHandler {
	open(name: string, attributes: string): void;
	/** Also called for an element that is empty. */
	close(name: string): void;
	text(value: string): void;
}

/** Elements within each other; Word's own limit for tables in tables leads to some 60. */
const deepest = 500;

/** Goes through a text once. Stops at the first fault; what was told until then has been told. */
export function readXml(xml: string, handler: XmlHandler): XmlFault | undefined {
	const open: string[] = [];
	let at = 0;
	while (at < xml.length) {
		const tag = xml.indexOf('<', at);
		const until = tag < 0 ? xml.length : tag;
		if (until > at && open.length > 0) handler.text(decode(xml.slice(at, until)));
		if (tag < 0) break;
		if (xml.startsWith('<!--', tag)) at = after(xml, '-->', tag + 4);
		else if (xml.startsWith('<![CDATA[', tag)) {
			at = after(xml, ']]>', tag + 9);
			if (at > 0) handler.text(xml.slice(tag + 9, at - 3));
		} else if (xml.startsWith('<?', tag)) at = after(xml, '?>', tag + 2);
		else if (xml[tag + 1] === '!') return 'dtd';
		else {
			const end = tagEnd(xml, tag + 1);
			if (end < 0) return 'malformed';
			if (xml[tag + 1] === '/') {
				const name = local(xml.slice(tag + 2, end).trim());
				if (open.pop() !== name) return 'malformed';
				handler.close(name);
			} else {
				const empty = xml[end - 1] === '/';
				const inner = xml.slice(tag + 1, empty ? end - 1 : end);
				const space = inner.search(/\s/);
				const name = local(space < 0 ? inner : inner.slice(0, space));
				if (name === '' || open.length >= deepest) return 'malformed';
				handler.open(name, space < 0 ? '' : inner.slice(space));
				if (empty) handler.close(name);
				else open.push(name);
			}
			at = end + 1;
		}
		if (at === 0) return 'malformed';
	}
	return open.length === 0 ? undefined : 'malformed';
}

/** The value of an attribute by local name, entities resolved. */
export function attribute(attributes: string, name: string): string | undefined {
	const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
	return found ? decode(found[1] ?? found[2] ?? '') : undefined;
}

/** Bytes of a part as text: UTF-8 unless a byte order mark says UTF-16. */
export function xmlText(bytes: Uint8Array<ArrayBuffer>): string {
	const encoding =
		bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
	return decoder(encoding).decode(bytes);
}

/** Behind the next `mark`, or 0 where there is none. */
function after(xml: string, mark: string, from: number): number {
	const found = xml.indexOf(mark, from);
	return found < 0 ? 0 : found + mark.length;
}

/** The `>` that ends a tag; one within quotation marks does not. */
function tagEnd(xml: string, from: number): number {
	let quote = '';
	for (let at = from; at < xml.length; at++) {
		const c = xml[at]!;
		if (quote !== '') {
			if (c === quote) quote = '';
		} else if (c === '"' || c === "'") quote = c;
		else if (c === '>') return at;
		else if (c === '<') return -1;
	}
	return -1;
}

function local(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five named entities and numbers; anything else stays as it is written. */
function decode(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(
		/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g,
		(all, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
			if (name !== undefined) return named[name]!;
			const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
			return code > 0x10ffff || code === 0 || (code >= 0xd800 && code <= 0xdfff) ? all : String.fromCodePoint(code);
		},
	);
}
