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

/** A .bib file of the sources. */
export function writeBib(sources: readonly Source[]): string {
	return sources.map(entryOf).join('\n');
}

function entryOf(source: Source): string {
	const proceedings = source.type === 'book' && (source as { mark?: unknown }).mark === 'C';
	const { type, subtype } = proceedings ? { type: 'proceedings' } : bibType(source.type);
	const fields: (readonly [string, string])[] = [...fieldsOf(source, source.type)].filter(
		([name]) => name !== 'mark' || !proceedings,
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
	...Object.entries(dateFields).map(([bib, csl]) => [csl, bib] as const),
	['DOI', 'doi'],
	['URL', 'url'],
	['note', 'note'],
	['title', 'title'],
	['genre', 'type'],
]);

function* fieldsOf(source: Source, type: string): Generator<readonly [string, string]> {
	const { title, author, ...rest } = source as Source & Readonly<Record<string, unknown>>;
	const all: Readonly<Record<string, unknown>> = { title, ...(author ? { author } : {}), ...rest };
	for (const [field, value] of Object.entries(all)) {
		if (field === 'id' || field === 'type' || (packFields as readonly string[]).includes(field)) continue;
		if (roles.has(field) && Array.isArray(value)) yield* people(field, value as readonly Name[], all);
		else if (typeof value === 'string') yield [nameOf(field, type, all, value), textOf(field, value)];
	}
}

function nameOf(field: string, type: string, all: Readonly<Record<string, unknown>>, value: string): string {
	const serial = inPeriodical(type) || type === 'periodical';
	switch (field) {
		case 'container-title':
			return inPeriodical(type)
				? 'journaltitle'
				: /^(?:chapter|entry|paper-conference)/.test(type)
					? 'booktitle'
					: 'journaltitle';
		case 'issue':
			return serial ? 'number' : 'issue';
		case 'number':
			return serial ? 'eid' : inSeries(type) && all['collection-title'] !== undefined ? 'csl-number' : 'number';
		case 'collection-number':
			return inSeries(type) && all['collection-title'] !== undefined ? 'number' : 'csl-collection-number';
		case 'issued':
			return /^\d{4}$/.test(value) || !/^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?~?$/.test(value)
				? 'year'
				: 'date';
		case 'language':
			return 'langid';
		case 'publisher':
			return /^(?:thesis|report)$/.test(type)
				? 'institution'
				: /^(?:webpage|post|article)/.test(type)
					? 'organization'
					: 'publisher';
		case 'volume-title':
			return 'csl-volume-title';
		case 'page':
			return 'pages';
		default:
			return names.get(field) ?? `csl-${field.toLowerCase()}`;
	}
}

function textOf(field: string, value: string): string {
	switch (field) {
		// Addresses are read as they stand, so a brace that is not closed has to be in other words (RFC 3986).
		case 'URL':
		case 'DOI':
			return value.replace(/[{}\\\s]/g, c => encodeURIComponent(c));
		case 'language':
			return Object.entries(languages).find(([, tag]) => tag === value)?.[0] ?? toLatex(value);
		case 'title':
		case 'container-title':
		case 'title-short':
			return protectedTitle(value);
		case 'issued':
		case 'accessed':
		case 'event-date':
		case 'original-date':
			return /^[\d/~-]+$/.test(value) ? value : toLatex(value);
		case 'note':
			return value.split('\n').map(toLatex).join('\n\t\t');
		case 'publisher':
		case 'publisher-place':
			return toLatex(value).replace(/ and /g, ' {and} ');
		default:
			return toLatex(value);
	}
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
