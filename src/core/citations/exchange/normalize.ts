// An item as any program may write it → a source as packs have it: texts are texts, dates one line, names objects.

import type { Name, Source } from '../../corpus/records';
import { daysOf, readDate, type DateValue, type Day } from '../gbt7714/dates';
import { readNote } from '../gbt7714/item';
import { readNames } from '../gbt7714/names';
import { withoutEntities } from '../../text/values/entities';
import { customName, dateFields, leftBehind, longFields, packFields, roles } from './fields';
import { compareCodeUnits } from '../../text/order';
import { filled } from '../../text/values/optional';

/** An item before it is checked: any field may be there, any value may be wrong. */
export type RawItem = Readonly<Record<string, unknown>>;

/**
 * The source an item is, under the given key; nothing when it has no title. An item whose host alone is named is that
 * host.
 */
export function sourceOf(item: RawItem, id: string): Source | undefined {
	const fields: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(item)) {
		if (['id', 'type', 'custom'].includes(field) || leftBehind.has(field)) continue;
		const read = fieldValue(field, value);
		if (read !== undefined) fields[field] = read;
	}
	Object.assign(fields, ownFields(item.custom));
	fillFromNote(fields);
	if (fields.title === undefined) {
		fields.title = fields['container-title'];
		delete fields['container-title'];
	}
	if (typeof fields.title !== 'string') return undefined;
	const type = textOf(item.type)?.toLowerCase();
	return { ...fields, id, type: type === undefined || type === '' ? 'document' : type } as unknown as Source;
}

/** Lines of Zotero's Extra that name what a draft and a list ask for: a field that is empty is what its line says. */
function fillFromNote(fields: Record<string, unknown>): void {
	if (typeof fields.note !== 'string') return;
	const note = readNote(fields.note);
	const fill = (field: string, value: unknown) => {
		if (value !== undefined && fields[field] === undefined) fields[field] = value;
	};
	for (const field of ['title', 'container-title', 'issued', 'accessed', 'URL', 'DOI', 'issue', 'publisher'])
		fill(field, fieldValue(field, note.fields.get(field)));
	fill('author', namesOf(note.names.get('author')));
}

/** A value as packs have it in this field; nothing when nothing is left of it. */
function fieldValue(field: string, value: unknown): unknown {
	if (roles.has(field)) return namesOf(value);
	if (dateFields.has(field)) return dateText(value);
	if (addresses.has(field)) return addressOf(value);
	return textOf(value, longFields.has(field));
}

/**
 * A text or a number as text: no control characters, and but for notes one line and no tags; nothing when nothing is
 * left.
 */
export function textOf(value: unknown, lines = false): string | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
	if (typeof value !== 'string') return undefined;
	const clean = value.replace(unprintable, '').replace(/\p{Surrogate}/gu, '\uFFFD');
	return (lines ? trimmedLines(clean) : withoutTags(clean)) || undefined;
}

function trimmedLines(text: string): string {
	const lines = text.split(/\r\n|\r|\n/).map(line => line.trim());
	return lines.join('\n').trim();
}

function withoutTags(text: string): string {
	return withoutEntities(text.replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>/gi, ''))
		.replace(/[\r\n\t]+/g, ' ')
		.trim();
}

/** Fields in which < and > are no tags. */
const addresses: ReadonlySet<string> = new Set(['URL', 'DOI', 'CSTR', 'PMID', 'PMCID', 'ISBN', 'ISSN']);

function addressOf(value: unknown): string | undefined {
	if (typeof value !== 'string') return textOf(value);
	return (
		value
			.replace(unprintable, '')
			.replace(/[\r\n\t]+/g, ' ')
			.trim() || undefined
	);
}

const unprintable =
	/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/**
 * A date in one line: as packs write it where it is one (`2024-01-31`), `2019/2021`, `1936~` for about; else its words.
 */
export function dateText(value: unknown): string | undefined {
	const date = readDate(plainDate(value));
	return date && (printed(date) || undefined);
}

/** Years, months and days of a date for CSL-JSON, or its words. */
export function dateObject(text: string): Readonly<Record<string, unknown>> {
	const date = readDate(text);
	if (!date || 'literal' in date || date.words !== undefined) return { literal: text };
	// Pandoc's way to say that a range has not ended
	const days = date.open ? [date.from, [0]] : daysOf(date);
	return { 'date-parts': days, ...(date.circa && { circa: true }) };
}

function printed(date: DateValue): string {
	if ('literal' in date) return textOf(date.literal) ?? '';
	if (date.words !== undefined) return textOf(date.words) ?? '';
	const range = daysOf(date).map(dayText).join('/');
	const days = date.open ? `${range}/` : range;
	return date.circa ? `${days}~` : days;
}

function dayText([year, ...rest]: Day): string {
	const monthAndDay = rest.filter(part => part !== undefined).map(part => String(part).padStart(2, '0'));
	return [yearText(year), ...monthAndDay].join('-');
}

/** Four digits; a year before our era as it is. */
function yearText(year: number): string {
	return year < 0 ? String(year) : String(year).padStart(4, '0');
}

/** Pandoc's YAML has dates as `{ year, month, day }`, one or a list of two. */
function plainDate(value: unknown): unknown {
	const parts = (one: unknown) => {
		if (!isObject(one) || one.year === undefined) return undefined;
		return [one.year, one.month, one.day].filter(part => part !== undefined);
	};
	const list = [value].flat().map(parts);
	return list[0] === undefined ? value : { 'date-parts': list };
}

const nameParts = ['family', 'given', 'literal', 'suffix', 'non-dropping-particle', 'dropping-particle'] as const;

/** The names of a role; an object or a text alone is one name. */
function namesOf(value: unknown): readonly Name[] | undefined {
	const list = typeof value === 'object' && value !== null && !Array.isArray(value) ? [value] : value;
	const names = readNames(list).flatMap(name => {
		const clean: Record<string, string> = {};
		for (const part of nameParts) {
			const text = textOf(name[part]);
			if (text !== undefined) clean[part] = text;
		}
		if (clean.literal !== undefined) return [{ literal: clean.literal }];
		return clean.family !== undefined || clean.given !== undefined ? [clean] : [];
	});
	return filled(names);
}

/** What a pack's source had beside the fields of CSL, where we wrote it. */
function ownFields(custom: unknown): Readonly<Record<string, unknown>> {
	const fields = isObject(custom) ? custom[customName] : undefined;
	if (!isObject(fields)) return {};
	const shapes: Readonly<Record<(typeof packFields)[number], boolean>> = {
		held: isOfTexts(fields.held),
		holdings: isList(fields.holdings, isOfTexts),
		imported: isOfTexts(fields.imported),
		damage: isList(fields.damage, one => typeof one === 'string'),
		missing: isList(fields.missing, one => typeof one === 'string'),
		fidelity: typeof fields.fidelity === 'string',
		contributors: isList(fields.contributors, one => typeof (one as { name?: unknown } | null)?.name === 'string'),
		unrecorded: isList(
			fields.unrecorded,
			one => typeof (one as { paragraph?: unknown } | null)?.paragraph === 'number',
		),
	};
	return Object.fromEntries(packFields.filter(field => shapes[field]).map(field => [field, fields[field]]));
}

/**
 * A value as a text that is the same for the same value, whatever the order of its fields; absent ones do not count.
 */
export function canonical(value: unknown): string {
	return (
		JSON.stringify(value, (_, inner: unknown) =>
			typeof inner === 'object' && inner !== null && !Array.isArray(inner)
				? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareCodeUnits(a, b)))
				: inner,
		) ?? ''
	);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}

function isOfTexts(value: unknown): boolean {
	return isObject(value) && Object.values(value).every(one => typeof one === 'string');
}

function isList(value: unknown, each: (one: unknown) => boolean): boolean {
	return Array.isArray(value) && value.every(each);
}
