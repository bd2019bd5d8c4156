// Sources → BibTeX (biblatex's fields, UTF-8): Chinese as it is, bodies in braces, capitals protected. What biblatex
// has no field for is written as `csl-…`, which other programs pass over.

import type { Name, Source } from '../../corpus/records';
import { othersOf, toBibName } from './bibNames';
import {
	bibType,
	dateFields,
	editorTypes,
	inPeriodical,
	inSeries,
	languages,
	nameFields,
	plainFields,
} from './bibTypes';
import { packFields, roles } from './fields';
import { toLatex } from './latexText';
import { present } from '../../text/values/fields';

/** A .bib file of the sources. */
export function writeBib(sources: readonly Source[]): string {
	return sources.map(entryOf).join('\n');
}

/** Types that CSL has no name for, by the code of the standard. */
const markedTypes: Readonly<Record<string, string | undefined>> = { C: 'proceedings', G: 'collection' };

function entryOf(source: Source): string {
	const marked = source.type === 'book' ? markedTypes[String((source as { mark?: unknown }).mark)] : undefined;
	const { type, subtype } = marked === undefined ? bibType(source.type) : { type: marked };
	const fields: (readonly [string, string])[] = [...fieldsOf(source, source.type)].filter(
		([name]) => name !== 'mark' || marked === undefined,
	);
	if (subtype !== undefined) fields.push(['entrysubtype', subtype]);
	return `@${type}{${source.id},\n${fields.map(([name, value]) => `\t${name} = {${value}},\n`).join('')}}\n`;
}

/** Fields by their CSL names → biblatex's, where the same field of every type is meant. */
const names: ReadonlyMap<string, string> = new Map([
	...Object.entries(plainFields)
		.reverse()
		.map(([bib, csl]) => [csl, bib] as const),
	...Object.entries(nameFields).map(([bib, csl]) => [csl, bib] as const),
	...Object.entries(dateFields)
		.reverse()
		.map(([bib, csl]) => [csl, bib] as const),
	['DOI', 'doi'],
	['URL', 'url'],
	['note', 'note'],
	['title', 'title'],
	['genre', 'type'],
]);

function* fieldsOf(source: Source, type: string): Generator<readonly [string, string]> {
	const { title, author, ...rest } = source as Source & Readonly<Record<string, unknown>>;
	const all: Readonly<Record<string, unknown>> = present({ title, author, ...rest });
	for (const [field, value] of Object.entries(all)) {
		if (field === 'id' || field === 'type' || (packFields as readonly string[]).includes(field)) continue;
		if (roles.has(field) && Array.isArray(value)) yield* people(field, value as readonly Name[], all);
		else if (typeof value === 'string') yield [nameOf(field, type, all, value), textOf(field, value)];
	}
}

type Values = Readonly<Record<string, unknown>>;
type NameByType = (type: string, all: Values, value: string) => string;

/** Fields that have another name in entries of some types, or with other fields beside them. */
const namesByType: ReadonlyMap<string, NameByType> = new Map<string, NameByType>([
	[
		'container-title',
		type => (!inPeriodical(type) && /^(?:chapter|entry|paper-conference)/.test(type) ? 'booktitle' : 'journaltitle'),
	],
	['issue', type => (isSerial(type) && type !== 'article-newspaper' ? 'number' : 'issue')],
	['number', (type, all) => numberName(type, all)],
	['collection-number', (type, all) => (isNumberedInSeries(type, all) ? 'number' : 'csl-collection-number')],
	['issued', (_type, _all, value) => (isDateAlone(value) ? 'date' : 'year')],
	['language', () => 'langid'],
	['publisher', type => publisherName(type)],
	['volume-title', () => 'csl-volume-title'],
	['page', () => 'pages'],
]);

function nameOf(field: string, type: string, all: Values, value: string): string {
	return namesByType.get(field)?.(type, all, value) ?? names.get(field) ?? `csl-${field.toLowerCase()}`;
}

function isSerial(type: string): boolean {
	return inPeriodical(type) || type === 'periodical';
}

/** Whether `number` is the number in a series, as biblatex has it. */
function isNumberedInSeries(type: string, all: Values): boolean {
	return inSeries(type) && all['collection-title'] !== undefined;
}

function numberName(type: string, all: Values): string {
	if (isSerial(type)) return 'eid';
	return isNumberedInSeries(type, all) ? 'csl-number' : 'number';
}

/** A year alone goes by `year`, as do words; everything else that is a date by `date`. */
function isDateAlone(value: string): boolean {
	return !/^\d{4}$/.test(value) && /^\d{4}(?:-\d\d){0,2}(?:\/(?:\d{4}(?:-\d\d){0,2})?)?~?$/.test(value);
}

function publisherName(type: string): string {
	if (/^(?:thesis|report)$/.test(type)) return 'institution';
	return /^(?:webpage|post|article)/.test(type) ? 'organization' : 'publisher';
}

// Addresses are read as they stand, so a brace that is not closed has to be in other words (RFC 3986).
const address = (value: string) => value.replace(/[{}\\\s]/g, c => encodeURIComponent(c));
const date = (value: string) => (/^[\d/~-]+$/.test(value) ? value : toLatex(value));
const publisher = (value: string) => toLatex(value).replace(/ and /g, ' {and} ');

/** How values are written where LaTeX alone does not do. */
const writers: ReadonlyMap<string, (value: string) => string> = new Map([
	['URL', address],
	['DOI', address],
	['language', value => Object.entries(languages).find(([, tag]) => tag === value)?.[0] ?? toLatex(value)],
	['title', protectedTitle],
	['container-title', protectedTitle],
	['title-short', protectedTitle],
	['issued', date],
	['accessed', date],
	['event-date', date],
	['original-date', date],
	['note', value => value.split('\n').map(toLatex).join('\n\t\t')],
	['publisher', publisher],
	['publisher-place', publisher],
]);

function textOf(field: string, value: string): string {
	return (writers.get(field) ?? toLatex)(value);
}

/**
 * Styles write titles in small letters; words with capitals keep them in braces, the first only where it has more than
 * one.
 */
function protectedTitle(text: string): string {
	const word = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{M}\p{N}’'-]*/gu;
	let done = '';
	let from = 0;
	for (const match of text.matchAll(word)) {
		const capitals = (match[0].match(/\p{Lu}/gu) ?? []).length;
		const first = text.slice(0, match.index).trim() === '';
		if (capitals === 0 || (first && capitals === 1 && /^\p{Lu}/u.test(match[0]))) continue;
		done += `${toLatex(text.slice(from, match.index))}{${toLatex(match[0])}}`;
		from = match.index + match[0].length;
	}
	return done + toLatex(text.slice(from));
}

function* people(
	role: string,
	list: readonly Name[],
	all: Readonly<Record<string, unknown>>,
): Generator<readonly [string, string]> {
	const others = othersOf(
		JSON.stringify([list.slice(0, -1), all.title]),
		typeof all.language === 'string' ? all.language : undefined,
	);
	const value = list
		.map((name, at) => (at > 0 && at === list.length - 1 && name.literal === others ? 'others' : toBibName(name)))
		.join(' and ');
	const direct = names.get(role);
	const type = Object.entries(editorTypes).find(([, csl]) => csl === role)?.[0];
	// One other role fits beside the editors; further ones go under their own names.
	const taken = Object.keys(all).find(
		field =>
			field !== 'editor' &&
			field !== 'director' &&
			Object.values(editorTypes).includes(field) &&
			Array.isArray(all[field]),
	);
	if (direct !== undefined) yield [direct, value];
	else if (type === undefined || taken !== role) yield [`csl-${role}`, value];
	else {
		yield ['editora', value];
		yield ['editoratype', type];
	}
}
