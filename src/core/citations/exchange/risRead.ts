// RIS → items. What an export of ours had no tag for stands in notes as `{:field: value}`, and comes back as it was.

import type { Name } from '../../corpus/records';
import { fromBibNames } from './bibNames';
import { toLatex } from './latexText';
import type { Entry, Fault } from './bibliography';
import { withoutEntities } from '../../text/values/entities';
import { dateText, type RawItem } from './normalize';
import { cslOfRis, fieldOfTag, peopleTags } from './risTypes';
import { filled } from '../../text/values/optional';

/** A line `AU  - value`. Programs differ in the spaces. */
const tagged = /^([A-Z][A-Z0-9])[ \t]{1,3}-(?:[ \t]+|$)(.*)$/s;

/** A value under its tag; of a record of another program a tag without a meaning here is empty. */
export interface RisLine {
	readonly tag: string;
	value: string;
}

/** A record whose end has not come yet; half-open offsets of its first line. */
interface OpenRecord {
	readonly start: number;
	readonly end: number;
	readonly lines: RisLine[];
}

/** Reads a RIS file. An entry without an end ends where the next begins. */
export function* readRis(text: string): Generator<Entry | Fault | undefined, void> {
	const parser = new RisParser();
	for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
		const completed = parser.line(line, index);
		if (completed !== none) yield* completed;
	}
	yield* parser.end();
	if (!parser.hasRecords && text.trim() !== '')
		yield { code: 'library.format', start: 0, end: 0, data: { format: 'RIS' } };
}

/** What one line makes complete: mostly nothing. */
type Completed = readonly (Entry | Fault)[];
const none: Completed = [];

/** Takes a RIS file line by line and gives out each record when it is complete. */
class RisParser {
	hasRecords = false;
	private record: OpenRecord | undefined;
	/** Whether lines outside of records have been reported since the last record. */
	private outsideReported = false;

	line(text: string, start: number): Completed {
		const found = tagged.exec(text);
		const tag = found?.[1];
		const value = found?.[2] ?? '';
		if (tag === 'TY') return this.begin(value.trim(), start, start + text.length);
		if (tag === 'ER') return this.close();
		if (this.record) this.add(this.record.lines, tag, (tag === undefined ? text : value).trim());
		else if (tag !== undefined && !this.outsideReported) {
			this.outsideReported = true;
			return [syntaxFault({ start, end: start + text.length }, 'item')];
		}
		return none;
	}

	/** The end of the file: what is open has no end. */
	end(): Completed {
		return this.record ? [syntaxFault(this.record, 'closing'), entryOfLines(this.record)] : none;
	}

	private begin(type: string, start: number, end: number): Completed {
		const completed = this.end();
		this.record = { start, end, lines: [{ tag: 'TY', value: type }] };
		this.hasRecords = true;
		this.outsideReported = false;
		return completed;
	}

	private close(): Completed {
		const completed = this.record ? [entryOfLines(this.record)] : none;
		this.record = undefined;
		this.outsideReported = false;
		return completed;
	}

	/** A line without a tag goes on with the value before it. */
	private add(lines: RisLine[], tag: string | undefined, value: string): void {
		const last = lines.at(-1);
		if (tag !== undefined) lines.push({ tag, value });
		else if (last && value !== '') last.value += `${last.tag === 'N1' ? '\n' : ' '}${value}`;
	}
}

function syntaxFault({ start, end }: { readonly start: number; readonly end: number }, reason: string): Fault {
	return { code: 'library.syntax', start, end, data: { format: 'ris', reason, line: 0 } };
}

/** The entry of a record whose lines are known, the type first; half-open offsets of its first line. */
export function entryOfLines({ start, end, lines }: OpenRecord): Entry {
	return { item: itemOf(lines), key: lines.find(({ tag }) => tag === 'ID')?.value ?? '', start, end };
}

function itemOf(lines: readonly RisLine[]): RawItem {
	const builder = new ItemBuilder(cslOfRis((lines[0]?.value ?? '').toUpperCase()));
	for (const { tag, value } of lines) if (value !== '') builder.add(tag, value);
	return builder.item();
}

/** Puts the tags of one record together as an item. */
class ItemBuilder {
	private readonly fields: Record<string, unknown>;
	/** The persons of each role, as they stand in the fields. */
	private readonly people = new Map<string, Name[]>();
	private readonly notes: string[] = [];
	/** Fields as an earlier export wrote them into notes; they count before all others. */
	private readonly exact: Record<string, unknown> = {};
	private readonly dates: string[] = [];
	private firstPage: string | undefined;
	private lastPage: string | undefined;

	constructor(private readonly type: string) {
		this.fields = { type };
	}

	add(tag: string, value: string): void {
		switch (tag) {
			case 'PY':
			case 'Y1':
			case 'DA':
				this.dates.push(readRisDate(value));
				break;
			case 'Y2':
				this.set('accessed', readRisDate(value));
				break;
			case 'SP':
				this.firstPage ??= value;
				break;
			case 'EP':
				this.lastPage ??= value;
				break;
			case 'N1':
				this.note(value);
				break;
			default:
				if (Object.hasOwn(peopleTags, tag)) this.person(peopleTags[tag], value);
				else this.text(tag, value);
		}
	}

	item(): RawItem {
		this.set('issued', this.issued());
		this.set('page', this.pages());
		this.set('note', this.notes.join('\n'));
		if (this.fields['container-title'] === undefined && this.type.startsWith('article-'))
			this.set('container-title', this.fields['container-title-short']);
		return { ...this.fields, ...this.exact };
	}

	/** Of a field given twice the first counts. */
	private set(field: string, value: unknown): void {
		if (value !== undefined && value !== '' && this.fields[field] === undefined) this.fields[field] = value;
	}

	private person(role: string | undefined, value: string): void {
		if (role === undefined) return;
		let names = this.people.get(role);
		if (!names) {
			names = [];
			this.people.set(role, names);
			this.fields[role] = names;
		}
		names.push(...readNames(withoutEntities(value)));
	}

	private note(value: string): void {
		const [, field, exact = ''] = /^\{:([A-Za-z_-]+): (.*)\}$/s.exec(value) ?? [];
		if (field === undefined) this.notes.push(value);
		else this.exact[field] = readExact(exact);
	}

	private text(tag: string, value: string): void {
		const field = tag === 'M3' && /^10\.\d+\//.test(value) ? 'DOI' : fieldOfTag(tag, this.type, value);
		if (field === 'DOI') this.set('DOI', value.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''));
		else if (field !== undefined) this.set(field, value);
	}

	/** Of several dates the one that says most; words only where nothing else is there. */
	private issued(): string | undefined {
		const known = this.dates.filter(isDate);
		const year = known.find(date => date.length === 4);
		const words = year === undefined ? [] : this.dates.filter(date => !isDate(date));
		const dates = [...known, ...words.flatMap(day => dayIn(year, day))];
		return (filled(dates) ?? this.dates).sort((a, b) => b.length - a.length)[0];
	}

	private pages(): string | undefined {
		const { firstPage, lastPage } = this;
		if (firstPage === undefined || lastPage === undefined || firstPage === lastPage) return firstPage ?? lastPage;
		return `${firstPage}-${lastPage}`;
	}
}

function isDate(text: string | undefined): text is string {
	return text !== undefined && /^\d{4}(?:-\d{2}){0,2}$/.test(text);
}

/** The day that a date without its year means in a year: `May 3`, `9月21日`, `09-21`. */
function dayIn(year = '', day: string): readonly string[] {
	return [`${day} ${year}`, `${year}年${day}`, `${year}-${day}`].map(dateText).filter(isDate);
}

/** `2024/01/31/words`; words alone where there is no year. */
function readRisDate(value: string): string {
	const [year = '', month = '', day = '', ...words] = value.split('/');
	if (!/^\d{4}$/.test(year.trim()))
		return year.trim() === '' && words.length > 0 ? words.join('/') : (dateText(value) ?? value);
	return [year, month, day]
		.map(part => part.trim())
		.filter((part, at, all) => /^\d+$/.test(part) && all.slice(0, at).every(before => before !== ''))
		.map((part, at) => (at === 0 ? part : part.padStart(2, '0')))
		.join('-');
}

/**
 * `Family, Given, Suffix`; without a comma a body or a Chinese name. Several names in one tag are parted: Chinese ones
 * by any mark, others by semicolons.
 */
function readNames(value: string): Name[] {
	if (/\p{Script=Han}/u.test(value)) return fromBibNames(toLatex(value), '等');
	return value
		.split(/;\s*/)
		.map(one => one.trim())
		.filter(one => one !== '')
		.map(readName);
}

function readName(value: string): Name {
	const [family, given, suffix] = value.split(',').map(part => part.trim());
	if (given === undefined) return { literal: value };
	return { ...(family && { family }), ...(given && { given }), ...(suffix && { suffix }) };
}

function readExact(value: string): unknown {
	if (!/^["[{]/.test(value)) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}
