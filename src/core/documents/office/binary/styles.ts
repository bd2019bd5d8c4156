// Styles and lists of a binary Word file ([MS-DOC] 2.9.271 STSH, 2.9.131 LSTF, 2.9.150 LVL) → roles of paragraphs, and
// the numbers that Word puts before them.

import { viewOf } from './compound';
import { styledProperties, type ParagraphProperties } from './properties';
import { counting, type Level, type List, type Numbering } from '../docxNumbering';
import type { Style } from '../docxParts';

/** A style of paragraphs: what it is to the reader, and what its paragraphs say when they do not say it themselves. */
export interface BinaryStyle {
	readonly role: Style['role'];
	readonly properties: ParagraphProperties;
	/** Of a heading, from 1. */
	readonly level?: number;
}

interface RawStyle {
	readonly kind: number;
	readonly base: number;
	readonly properties: ParagraphProperties;
}

const paragraphStyle = 1;
const titleKind = 62;

/** Styles by number. */
export function binaryStyles(bytes: Uint8Array): readonly (BinaryStyle | undefined)[] {
	const raw = rawStyles(bytes);
	return raw.map((style, number) => style && inherited(raw, number));
}

function rawStyles(bytes: Uint8Array): readonly (RawStyle | undefined)[] {
	if (bytes.length < 8) return [];
	const view = viewOf(bytes);
	let at = 2 + view.getUint16(0, true);
	const count = view.getUint16(2, true);
	const fixed = view.getUint16(4, true);
	const styles: (RawStyle | undefined)[] = [];
	for (let i = 0; i < count && at + 2 <= bytes.length; i++) {
		const size = view.getUint16(at, true);
		styles.push(rawStyle(bytes.subarray(at + 2, at + 2 + size), fixed));
		at += 2 + size;
	}
	return styles;
}

function rawStyle(bytes: Uint8Array, fixed: number): RawStyle | undefined {
	if (bytes.length < fixed + 2 || fixed < 6) return undefined;
	const view = viewOf(bytes);
	const sort = view.getUint16(2, true);
	if ((sort & 0xf) !== paragraphStyle) return undefined;
	// The name, with its length before and a zero behind, then what the style says.
	const said = fixed + 2 + view.getUint16(fixed, true) * 2 + 2;
	const size = said + 2 <= bytes.length ? view.getUint16(said, true) : 0;
	return {
		kind: view.getUint16(0, true) & 0xfff,
		base: sort >> 4,
		properties: styledProperties(bytes.subarray(said + 2, said + 2 + size)),
	};
}

/** What a style says with what those say that it is based on. */
function inherited(raw: readonly (RawStyle | undefined)[], number: number): BinaryStyle {
	let properties: ParagraphProperties = {};
	let role: Style['role'] = 'text';
	let level: number | undefined;
	let at = raw[number];
	for (let steps = 0; at && steps < 20; steps++) {
		properties = { ...at.properties, ...properties };
		if (role === 'text') {
			role = roleOf(at.kind);
			if (role === 'heading') level = at.kind;
		}
		at = raw[at.base];
	}
	if (role !== 'text' || (properties.outline ?? 9) >= 9)
		return { role, properties, ...(level !== undefined && { level }) };
	return { role: 'heading', properties, level: (properties.outline ?? 0) + 1 };
}

/** What Word's own styles are, by their numbers. */
function roleOf(kind: number): Style['role'] {
	if (kind === titleKind) return 'title';
	if (kind >= 1 && kind <= 9) return 'heading';
	return kind >= 19 && kind <= 27 ? 'contents' : 'text';
}

/** Formats of numbers whose codes differ from the names that .docx has for them; all others count in digits. */
const formats: Readonly<Record<number, string>> = {
	1: 'upperRoman',
	2: 'lowerRoman',
	3: 'upperLetter',
	4: 'lowerLetter',
	11: 'japaneseCounting',
	18: 'decimalEnclosedCircle',
	22: 'decimalZero',
	23: 'bullet',
	28: 'decimalEnclosedCircleChinese',
	30: 'ideographTraditional',
	33: 'taiwaneseCounting',
	35: 'taiwaneseCountingThousand',
	37: 'chineseCounting',
	39: 'chineseCountingThousand',
	255: 'none',
};

/** Counts the paragraphs of lists; `lists` and `overrides`: where the table stream has them. */
export function binaryNumbering(table: Uint8Array, lists: number, overrides: Uint8Array): Numbering {
	const kinds = kindsOf(table.subarray(lists));
	return counting(kinds, listsOf(overrides));
}

const listSize = 28;

/** Levels of each list by its id: behind the lists stand their levels, nine of each, one of a simple one. */
function kindsOf(bytes: Uint8Array): ReadonlyMap<string, ReadonlyMap<number, Level>> {
	const kinds = new Map<string, ReadonlyMap<number, Level>>();
	if (bytes.length < 2) return kinds;
	const view = viewOf(bytes);
	const count = view.getUint16(0, true);
	let at = 2 + count * listSize;
	for (let i = 0; i < count; i++) {
		const list = 2 + i * listSize;
		if (list + listSize > bytes.length) break;
		const levels = new Map<number, Level>();
		const simple = (view.getUint8(list + 26) & 1) === 1;
		for (let number = 0; number < (simple ? 1 : 9); number++) {
			const level = levelAt(bytes, at);
			if (!level) return kinds;
			levels.set(number, level.level);
			at = level.end;
		}
		kinds.set(String(view.getUint32(list, true)), levels);
	}
	return kinds;
}

function levelAt(bytes: Uint8Array, at: number): { readonly level: Level; readonly end: number } | undefined {
	if (at + 30 > bytes.length) return undefined;
	const view = viewOf(bytes);
	const text = at + 28 + view.getUint8(at + 24) + view.getUint8(at + 25);
	if (text + 2 > bytes.length) return undefined;
	const length = view.getUint16(text, true);
	const end = text + 2 + length * 2;
	if (end > bytes.length || length > 255) return undefined;
	let label = '';
	for (let k = text + 2; k < end; k += 2) {
		const code = view.getUint16(k, true);
		label += code < 9 ? `%${code + 1}` : String.fromCharCode(code);
	}
	const format = formats[view.getUint8(at + 4)] ?? 'decimal';
	return { level: { start: view.getUint32(at, true), format, text: label }, end };
}

/** Lists as paragraphs name them, from 1, each of a kind, with the levels it starts anew. */
function listsOf(bytes: Uint8Array): ReadonlyMap<string, List> {
	const lists = new Map<string, List>();
	if (bytes.length < 4) return lists;
	const view = viewOf(bytes);
	const count = Math.min(view.getUint32(0, true), (bytes.length - 4) >> 4);
	let at = 4 + count * 16;
	for (let i = 0; i < count; i++) {
		const starts = new Map<number, number>();
		const changed = view.getUint8(4 + i * 16 + 12);
		at += 4;
		for (let k = 0; k < changed && at + 8 <= bytes.length; k++) {
			const flags = view.getUint8(at + 4);
			if ((flags & 0x10) !== 0) starts.set(flags & 0xf, view.getUint32(at, true));
			at = (flags & 0x20) === 0 ? at + 8 : (levelAt(bytes, at + 8)?.end ?? bytes.length);
		}
		lists.set(String(i + 1), { kind: String(view.getUint32(4 + i * 16, true)), starts });
	}
	return lists;
}
