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
	return new XmlReader(xml, handler).read();
}

/** What is marked up otherwise than by a tag, and how it ends. */
const comment = { from: '<!--', to: '-->' };
const characterData = { from: '<![CDATA[', to: ']]>' };
const instruction = { from: '<?', to: '?>' };

class XmlReader {
	/** Names of the elements around the place that is read. */
	private readonly open: string[] = [];
	/** Where what is read next begins. */
	private at = 0;

	constructor(
		private readonly xml: string,
		private readonly handler: XmlHandler,
	) {}

	read(): XmlFault | undefined {
		const { xml } = this;
		while (this.at < xml.length) {
			const markup = xml.indexOf('<', this.at);
			this.text(markup < 0 ? xml.length : markup);
			if (markup < 0) break;
			const fault = this.markup();
			if (fault) return fault;
		}
		return this.open.length === 0 ? undefined : 'malformed';
	}

	private text(end: number): void {
		if (end > this.at && this.open.length > 0) this.handler.text(decode(this.xml.slice(this.at, end)));
		this.at = end;
	}

	private markup(): XmlFault | undefined {
		const { xml, at } = this;
		if (xml.startsWith(comment.from, at)) return this.delimited(comment);
		if (xml.startsWith(characterData.from, at)) {
			const fault = this.delimited(characterData);
			if (!fault) this.handler.text(xml.slice(at + characterData.from.length, this.at - characterData.to.length));
			return fault;
		}
		if (xml.startsWith(instruction.from, at)) return this.delimited(instruction);
		if (xml[at + 1] === '!') return 'dtd';
		const end = tagEnd(xml, at + 1);
		if (end < 0) return 'malformed';
		this.at = end + 1;
		return xml[at + 1] === '/' ? this.endTag(at + 2, end) : this.startTag(at + 1, end);
	}

	/** Goes behind what ends with a mark of its own. */
	private delimited({ from, to }: { readonly from: string; readonly to: string }): XmlFault | undefined {
		const end = this.xml.indexOf(to, this.at + from.length);
		if (end < 0) return 'malformed';
		this.at = end + to.length;
		return undefined;
	}

	private endTag(from: number, to: number): XmlFault | undefined {
		const name = localName(this.xml.slice(from, to).trim());
		if (this.open.pop() !== name) return 'malformed';
		this.handler.close(name);
		return undefined;
	}

	private startTag(from: number, to: number): XmlFault | undefined {
		const isEmpty = this.xml[to - 1] === '/';
		const inner = this.xml.slice(from, isEmpty ? to - 1 : to);
		const space = inner.search(/\s/);
		const nameEnd = space < 0 ? inner.length : space;
		const name = localName(inner.slice(0, nameEnd));
		if (name === '' || this.open.length >= deepest) return 'malformed';
		this.handler.open(name, inner.slice(nameEnd));
		if (isEmpty) this.handler.close(name);
		else this.open.push(name);
		return undefined;
	}
}

/** The value of an attribute by local name, entities resolved. */
export function attribute(attributes: string, name: string): string | undefined {
	const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
	return found ? decode(found[1] ?? found[2] ?? '') : undefined;
}

/** Bytes of a part as text: UTF-8 unless a byte order mark says UTF-16. */
export function xmlText(bytes: Uint8Array<ArrayBuffer>): string {
	return decoder(xmlEncoding(bytes)).decode(bytes);
}

function xmlEncoding([first, second]: Uint8Array): string {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	return 'utf-8';
}

/** The `>` that ends a tag; one within quotation marks does not. */
function tagEnd(xml: string, from: number): number {
	let quote = '';
	for (let at = from; at < xml.length; at++) {
		const c = xml.charAt(at);
		if (quote !== '') {
			if (c === quote) quote = '';
		} else if (c === '"' || c === "'") quote = c;
		else if (c === '>') return at;
		else if (c === '<') return -1;
	}
	return -1;
}

function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

const namedEntities: ReadonlyMap<string, string> = new Map([
	['lt', '<'],
	['gt', '>'],
	['amp', '&'],
	['quot', '"'],
	['apos', "'"],
]);

/** The five named entities and numbers; anything else stays as it is written. */
function decode(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(
		/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g,
		(written, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
			if (name !== undefined) return namedEntities.get(name) ?? written;
			const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
			return isCharacter(code) ? String.fromCodePoint(code) : written;
		},
	);
}

/** Whether a number is that of a character: not zero, not half of a surrogate pair, not beyond Unicode. */
function isCharacter(code: number): boolean {
	return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}
