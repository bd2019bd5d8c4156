// RIS → items, and sources → RIS. What RIS has no tag for stands in notes as `{:field: value}`, which comes back as
// it was.

import type { Name, Source } from '../../corpus/records';
import { fromBibNames } from './bibNames';
import { dateFields, packFields, roles } from './fields';
import { toLatex } from './latexText';
import type { Entry, Fault } from './bibliography';
import { canonical, sourceOf, type RawItem } from './normalize';
import { cslOfRis, fieldOfTag, peopleTags, risOfCsl, tagOfField } from './risTypes';

/** A line `AU  - value`. Programs differ in the spaces. */
const tagged = /^([A-Z][A-Z0-9])[ \t]{1,3}-(?:[ \t]+|$)(.*)$/s;

interface Line {
	readonly tag: string;
	value: string;
}

/** Reads a RIS file. An entry without an end ends where the next begins. */
export function* readRis(text: string): Generator<Entry | Fault | undefined, void> {
	let record: { readonly start: number; end: number; readonly lines: Line[] } | undefined;
	let lost: number | undefined;
	let any = false;
	const lines = /[^\r\n]+/g;
	for (let match = lines.exec(text); match; match = lines.exec(text)) {
		const start = match.index;
		const found = tagged.exec(match[0]);
		if (found?.[1] === 'TY') {
			if (record) {
				yield {
					code: 'library.syntax',
					start: record.start,
					end: record.end,
					data: { format: 'ris', reason: 'closing', line: 0 },
				};
				yield entryOf(record);
			}
			record = { start, end: lines.lastIndex, lines: [{ tag: 'TY', value: found[2]!.trim() }] };
			any = true;
			lost = undefined;
		} else if (found?.[1] === 'ER') {
			if (record) yield entryOf(record);
			record = undefined;
			lost = undefined;
		} else if (record && found) record.lines.push({ tag: found[1]!, value: found[2]!.trim() });
		else if (record && match[0].trim() !== '') {
			// A line without a tag goes on with the value before it.
			const last = record.lines.at(-1)!;
			last.value += `${last.tag === 'N1' ? '\n' : ' '}${match[0].trim()}`;
		} else if (found && lost === undefined) {
			lost = start;
			yield { code: 'library.syntax', start, end: lines.lastIndex, data: { format: 'ris', reason: 'item', line: 0 } };
		}
	}
	if (record) {
		yield {
			code: 'library.syntax',
			start: record.start,
			end: record.end,
			data: { format: 'ris', reason: 'closing', line: 0 },
		};
		yield entryOf(record);
	}
	if (!any && text.trim() !== '') yield { code: 'library.format', start: 0, end: 0, data: { format: 'RIS' } };
}

function entryOf({
	start,
	end,
	lines,
}: {
	readonly start: number;
	readonly end: number;
	readonly lines: readonly Line[];
}): Entry {
	return { item: itemOf(lines), key: lines.find(({ tag }) => tag === 'ID')?.value ?? '', start, end };
}

function itemOf(lines: readonly Line[]): RawItem {
	const type = cslOfRis((lines[0]?.value ?? '').toUpperCase());
	const item: Record<string, unknown> = { type };
	const set = (field: string, value: unknown) => {
		if (value !== undefined && value !== '' && item[field] === undefined) item[field] = value;
	};
	const notes: string[] = [];
	const exact: Record<string, unknown> = {};
	const dates: string[] = [];
	const pages: Record<string, string> = {};
	for (const { tag, value } of lines) {
		if (value === '') continue;
		if (Object.hasOwn(peopleTags, tag)) {
			const people = (item[peopleTags[tag]!] ??= []) as Name[];
			people.push(...readName(value));
		} else if (tag === 'PY' || tag === 'Y1' || tag === 'DA') dates.push(readRisDate(value));
		else if (tag === 'Y2') set('accessed', readRisDate(value));
		else if (tag === 'SP' || tag === 'EP') pages[tag] ??= value;
		else if (tag === 'N1') {
			const field = /^\{:([A-Za-z_-]+): (.*)\}$/s.exec(value);
			if (field) exact[field[1]!] = readExact(field[2]!);
			else notes.push(value);
		} else if (tag === 'M3' && /^10\.\d+\//.test(value)) set('DOI', value);
		else {
			const field = fieldOfTag(tag, type);
			if (field !== undefined)
				set(field, field === 'DOI' ? value.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '') : value);
		}
	}
	set('issued', dates.sort((a, b) => b.length - a.length)[0]);
	set(
		'page',
		pages.SP !== undefined && pages.EP !== undefined && pages.EP !== pages.SP
			? `${pages.SP}-${pages.EP}`
			: (pages.SP ?? pages.EP),
	);
	set('note', notes.join('\n'));
	if (item['container-title'] === undefined && /^article-/.test(type))
		set('container-title', item['container-title-short']);
	return { ...item, ...exact };
}

/** `2024/01/31/words`; words alone where there is no year. */
function readRisDate(value: string): string {
	const [year = '', month = '', day = '', ...words] = value.split('/');
	if (!/^\d{4}$/.test(year.trim())) return year.trim() === '' && words.length > 0 ? words.join('/') : value;
	return [year, month, day]
		.map(part => part.trim())
		.filter((part, at, all) => /^\d+$/.test(part) && all.slice(0, at).every(before => before !== ''))
		.map((part, at) => (at === 0 ? part : part.padStart(2, '0')))
		.join('-');
}

/** `Family, Given, Suffix`; without a comma a body or a Chinese name. Several Chinese names in one tag are parted. */
function readName(value: string): Name[] {
	if (/\p{Script=Han}/u.test(value)) return fromBibNames(toLatex(value), '等');
	const [family, given, suffix] = value.split(',').map(part => part.trim());
	if (given === undefined) return [{ literal: value }];
	return [
		Object.fromEntries(
			[
				['family', family],
				['given', given],
				['suffix', suffix],
			].filter(([, part]) => part !== undefined && part !== ''),
		) as Name,
	];
}

function readExact(value: string): unknown {
	if (!/^["[{]/.test(value)) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}

/** A RIS file of the sources. */
export function writeRis(sources: readonly Source[]): string {
	return sources.map(recordOf).join('\n');
}

function recordOf(source: Source): string {
	const { id, type, ...fields } = source as Source & Readonly<Record<string, unknown>>;
	const lines: [tag: string, value: string][] = [
		['TY', risOfCsl(type)],
		['ID', id],
	];
	// The type as it will be read: tags mean other fields in other types.
	for (const [field, value] of Object.entries(fields)) lines.push(...linesOf(field, value, cslOfRis(risOfCsl(type))));
	// What does not come back as it is, because RIS has no place or another form for it, is said once more exactly.
	const [entry] = readRis(textOf(lines));
	const back = (entry && 'item' in entry ? sourceOf(entry.item, id) : undefined) as
		Readonly<Record<string, unknown>> | undefined;
	const exact: [string, string][] = [];
	for (const [field, value] of [['type', type], ...Object.entries(fields)] as [string, unknown][]) {
		if (
			value === undefined ||
			(packFields as readonly string[]).includes(field) ||
			canonical(back?.[field]) === canonical(value)
		)
			continue;
		exact.push([
			'N1',
			`{:${field}: ${typeof value === 'string' && !/^["[{]|[\r\n]/.test(value) ? value : JSON.stringify(value)}}`,
		]);
	}
	return textOf([...lines, ...exact]);
}

function textOf(lines: readonly (readonly [tag: string, value: string])[]): string {
	return `${lines.map(([tag, value]) => `${tag}  - ${value}`).join('\r\n')}\r\nER  - \r\n`;
}

function linesOf(field: string, value: unknown, type: string): [string, string][] {
	if ((packFields as readonly string[]).includes(field) || value === undefined) return [];
	if (roles.has(field)) {
		const tag = Object.entries(peopleTags).find(([, role]) => role === field)?.[0];
		return tag === undefined ? [] : (value as readonly Name[]).map(name => [tag, writeName(name)]);
	}
	const text = String(value);
	if (field === 'note') return text.split('\n').map(line => ['N1', line]);
	if (dateFields.has(field)) {
		const [, year, month = '', day = ''] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(text) ?? [];
		if (field !== 'issued' && field !== 'accessed') return [];
		if (year === undefined) return [[field === 'issued' ? 'PY' : 'Y2', `///${text}`]];
		return field === 'issued'
			? [['PY', year], ...(month === '' ? [] : [['DA', `${year}/${month}/${day}/`] as [string, string]])]
			: [['Y2', `${year}/${month}/${day}/`]];
	}
	if (field === 'page') {
		const ends = /^([^-\s]+)-([^-\s]+)$/.exec(text);
		return ends
			? [
					['SP', ends[1]!],
					['EP', ends[2]!],
				]
			: [['SP', text]];
	}
	const tag = tagOfField(field, type);
	return tag === undefined ? [] : [[tag, text]];
}

function writeName(name: Name): string {
	if (name.literal !== undefined) return name.literal;
	const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
	const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ');
	return [family, ...(given === '' && !name.suffix ? [] : [given]), ...(name.suffix ? [name.suffix] : [])].join(', ');
}
