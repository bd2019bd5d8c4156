// Sources → RIS. What RIS has no tag for stands in notes as `{:field: value}`, which comes back as it was.

import type { Name, Source } from '../../corpus/records';
import { dateFields, packFields, roles } from './fields';
import { canonical, sourceOf } from './normalize';
import { readRis } from './risRead';
import { cslOfRis, peopleTags, risOfCsl, tagOfField } from './risTypes';

/** One line of a record to be written. */
type TagLine = readonly [tag: string, value: string];

function isPackField(field: string): boolean {
	return (packFields as readonly string[]).includes(field);
}

/** A RIS file of the sources. */
export function writeRis(sources: readonly Source[]): string {
	return sources.map(recordOf).join('\n');
}

function recordOf(source: Source): string {
	const { id, type, ...fields } = source as Source & Readonly<Record<string, unknown>>;
	// The type as it will be read: tags mean other fields in other types.
	const readType = cslOfRis(risOfCsl(type));
	const lines: readonly TagLine[] = [
		['TY', risOfCsl(type)],
		['ID', id],
		...Object.entries(fields).flatMap(([field, value]) => linesOf(field, value, readType)),
	];
	// What does not come back as it is, because RIS has no place or another form for it, is said once more exactly.
	const [entry] = readRis(textOf(lines));
	const back = (entry && 'item' in entry ? sourceOf(entry.item, id) : undefined) as
		Readonly<Record<string, unknown>> | undefined;
	const exact = Object.entries({ type, ...fields })
		.filter(([field, value]) => value !== undefined && !isPackField(field))
		.filter(([field, value]) => canonical(back?.[field]) !== canonical(value))
		.map(([field, value]): TagLine => ['N1', `{:${field}: ${writeExact(value)}}`]);
	return textOf([...lines, ...exact]);
}

/** A value so that `readExact` gives it back. */
function writeExact(value: unknown): string {
	return typeof value === 'string' && !/^["[{]|[\r\n]/.test(value) ? value : JSON.stringify(value);
}

function textOf(lines: readonly TagLine[]): string {
	return `${lines.map(([tag, value]) => `${tag}  - ${value}`).join('\r\n')}\r\nER  - \r\n`;
}

function linesOf(field: string, value: unknown, type: string): readonly TagLine[] {
	if (isPackField(field) || value === undefined) return [];
	if (roles.has(field)) return personLines(field, value as readonly Name[]);
	const text = String(value);
	if (field === 'note') return text.split('\n').map(line => ['N1', line]);
	if (dateFields.has(field)) return dateLines(field, text);
	if (field === 'page') return pageLines(text);
	const tag = tagOfField(field, type);
	return tag === undefined ? [] : [[tag, text]];
}

function personLines(role: string, names: readonly Name[]): readonly TagLine[] {
	const [tag] = Object.entries(peopleTags).find(([, known]) => known === role) ?? [];
	return tag === undefined ? [] : names.map(name => [tag, writeName(name)]);
}

/** Dates RIS has tags for; words that are no date stand where it has room for words. */
function dateLines(field: string, text: string): readonly TagLine[] {
	if (field !== 'issued' && field !== 'accessed') return [];
	const [, year, month = '', day = ''] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(text) ?? [];
	const written = year === undefined ? `///${text}` : `${year}/${month}/${day}/`;
	if (field === 'accessed') return [['Y2', written]];
	if (year === undefined) return [['PY', written]];
	return month === ''
		? [['PY', year]]
		: [
				['PY', year],
				['DA', written],
			];
}

function pageLines(text: string): readonly TagLine[] {
	const [, first, last] = /^([^-\s]+)-([^-\s]+)$/.exec(text) ?? [];
	if (first === undefined || last === undefined) return [['SP', text]];
	return [
		['SP', first],
		['EP', last],
	];
}

function writeName(name: Name): string {
	if (name.literal !== undefined) return name.literal;
	const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
	const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ');
	if (name.suffix) return [family, given, name.suffix].join(', ');
	return given === '' ? family : `${family}, ${given}`;
}
