// One bibliographic item read tolerantly, whether it is a source of a pack or a CSL-JSON item of another program.

import type { Name, Source } from '../../corpus/records';
import type { DateValue } from './dates';
import { readDate } from './dates';
import { readNames } from './names';
import { withoutEntities } from '../../text/values/entities';
import { withoutEscapes, withoutPageUnit, withoutUnit, withoutZeros } from './values';

/** A CSL-JSON item as it comes from elsewhere: any field may be there, any value may be wrong. */
export interface CslItem {
	readonly id?: string | number;
	readonly type?: string;
	readonly title?: string;
	readonly [field: string]: unknown;
}

/** What can be formatted. */
export type Item = Source | CslItem;

/** An item as the formatter asks it. Fields have their CSL-JSON names. */
export interface Entry {
	readonly type: string;
	/** Whether the words of the reference are English (`et al.`, `ed.`). */
	readonly english: boolean;
	/** Fields the record itself lists as not proved. */
	readonly missing: ReadonlySet<string>;
	/** Date of the copy at hand, when that is all there is. */
	readonly held: DateValue | undefined;
	/** The text of a field without HTML tags; nothing when it is absent or empty. */
	text(field: string): string | undefined;
	names(role: string): readonly Name[];
	date(field: string): DateValue | undefined;
	/** Whether any of the fields has a value. */
	has(...fields: string[]): boolean;
}

/** Fields that a `key: value` line in `note` (Zotero's Extra) may fill where the field itself is empty. */
const noteFields: ReadonlySet<string> = new Set([
	'title',
	'container-title',
	'issued',
	'accessed',
	'URL',
	'issue',
	'language',
	'page',
	'volume',
	'number',
	'version',
	'edition',
	'volume-title',
	'dimensions',
	'scale',
	'medium',
	'archive',
	'archive-place',
	'archive_location',
	'CSTR',
	'DOI',
	'event-title',
	'event-place',
	'event-date',
	'publisher',
	'publisher-place',
	'call-number',
	'available-date',
	'mark',
]);
const noteRoles: ReadonlySet<string> = new Set([
	'author',
	'editor',
	'translator',
	'compiler',
	'editorial-director',
	'collection-editor',
	'container-author',
	'director',
	'host',
	'composer',
	'illustrator',
]);
/** Names other programs use for types that CSL calls otherwise. */
const typeNames: Readonly<Record<string, string>> = {
	preprint: 'article',
	statute: 'legislation',
	case: 'legal_case',
	letter: 'personal_communication',
	blogpost: 'post-weblog',
};

/** Reads an item. Never throws: a value of the wrong kind counts as absent. */
export function readItem(item: Item): Entry {
	const fields = item as Readonly<Record<string, unknown>>;
	const note = readNote(plain(fields.note));
	const type = typeOf(note.type ?? plain(fields.type) ?? '');
	const text = (field: string): string | undefined => {
		const value = (plain(fields[field]) || undefined) ?? note.fields.get(field);
		return value === undefined ? undefined : bare(value, field, type);
	};
	const names = (role: string): readonly Name[] => {
		const own = readNames(fields[role]);
		return (own.length ? own : (note.names.get(role) ?? [])).map(clean);
	};
	const date = (field: string): DateValue | undefined => readDate(fields[field]) ?? readDate(note.fields.get(field));
	const { held } = fields;
	return {
		type,
		english: isEnglish(text('language'), `${text('title') ?? ''}${text('container-title') ?? ''}`),
		missing: new Set(Array.isArray(fields.missing) ? fields.missing.filter(f => typeof f === 'string') : []),
		held: typeof held === 'object' && held !== null && 'date' in held ? readDate(held.date) : undefined,
		text,
		names,
		date,
		has: (...wanted) => wanted.some(field => text(field) !== undefined),
	};
}

function typeOf(name: string): string {
	const small = name.toLowerCase();
	return typeNames[small] ?? small;
}

/** A value without what other programs write around it. */
function bare(value: string, field: string, type: string): string | undefined {
	const isArticle = /^(?:article-|review)/.test(type);
	switch (field) {
		case 'DOI':
		case 'CSTR':
			return identifier(value);
		case 'issue':
			return withoutUnit(value, '期');
		case 'volume':
			return isArticle ? withoutUnit(value, '卷') : plainNumber(value);
		case 'page':
			return type === 'article-newspaper' ? withoutZeros(withoutPageUnit(value)) : withoutPageUnit(value);
		case 'URL':
			return value;
		default:
			return withoutEscapes(value);
	}
}

/** A number without zeros ahead; other words as they are. */
function plainNumber(value: string): string {
	return /^\d+$/.test(value) ? value.replace(/^0+(?=\d)/, '') : value;
}

/** What the lines of a note say where the fields of an item are empty: the fields, and the names by role. */
export interface NoteFields {
	readonly fields: ReadonlyMap<string, string>;
	readonly names: ReadonlyMap<string, readonly Name[]>;
}

interface Note extends NoteFields {
	readonly type?: string;
}

/** Reads the `key: value` lines of a note; every other line is a person's remark and has no effect. */
export function readNote(text: string | undefined): Note {
	const fields = new Map<string, string>();
	const names = new Map<string, Name[]>();
	let type: string | undefined;
	for (const line of (text ?? '').split(/\r?\n/)) {
		const found = /^(?:\{:)?([A-Za-z][\w -]{0,60}?)\s*:\s*(.+)$/.exec(line.trim());
		if (!found) continue;
		const [, label = '', written = ''] = found;
		const value = written.length > 1 ? written.replace(/\}$/, '') : written;
		const key = fieldName(label);
		if (key === 'type') type ??= value;
		else if (noteRoles.has(key)) names.set(key, [...(names.get(key) ?? []), splitName(value)]);
		else if (noteFields.has(key) && !fields.has(key) && isUsable(key, value)) fields.set(key, value);
	}
	return { type, fields, names };
}

/** Whether a line of a note is no remark in words that only begins like a field: `Accessed: by a friend`. */
function isUsable(field: string, value: string): boolean {
	if (field === 'URL') return /^[a-z]+:\/\//i.test(value);
	if (!/^(?:issued|accessed|event-date|available-date)$/.test(field)) return true;
	const date = readDate(value);
	if (date === undefined) return false;
	// 民国25年, c2010: words of a date are one where they are short and name a year.
	return !('literal' in date) || (field === 'issued' && /^.{0,12}(?:\d{4}|\d年).{0,8}$/u.test(value));
}

/** `Archive Place` in a note is the field `archive-place`. */
function fieldName(label: string): string {
	return /^(?:cstr|doi|url)$/i.test(label) ? label.toUpperCase() : label.toLowerCase().replace(/ /g, '-');
}

/** `Wang || Xue Jun` in a note is family || given; anything else is a literal name. */
function splitName(text: string): Name {
	const [family, given] = text.split('||').map(s => s.trim());
	return given ? { family, given } : { literal: text.replace('||', '').trim() };
}

/**
 * A text or a number as text without HTML tags. Two spaces (they part the titles of standards) must not become one
 * where the text is shown as Markdown or HTML.
 */
function plain(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return undefined;
	return withoutEntities(value.replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>/gi, ''))
		.trim()
		.replace(/ {2}/g, '\u00a0 ');
}

function clean(name: Name): Name {
	if (name.literal !== undefined) return { ...name, literal: plain(name.literal) };
	return { ...name, family: plain(name.family), given: plain(name.given) };
}

/** `https://doi.org/10.1000/x` and `doi:10.1000/x` name the same thing as `10.1000/x`. */
function identifier(value: string): string {
	return value.replace(/^https?:\/\/(?:dx\.)?(?:doi\.org|cstr\.cn)\//i, '').replace(/^(?:doi|cstr):\s*/i, '');
}

/** The item's language decides; where it says none, Chinese characters in the title do. */
function isEnglish(language: string | undefined, title: string): boolean {
	if (language) return /^en/i.test(language);
	return title !== '' && !/\p{Script=Han}/u.test(title);
}
