// BibTeX and biblatex → items in CSL-JSON names.

import { inherit } from './bibInherit';
import { readDate } from '../gbt7714/dates';
import { fromBibNames, othersOf, splitAtAnd } from './bibNames';
import { scanBib, type BibEntry, type BibField } from './bibScan';
import {
	cslType,
	dateFields,
	archiveFields,
	editorTypes,
	inPeriodical,
	inSeries,
	languageNames,
	languages,
	nameFields,
	plainFields,
} from './bibTypes';
import { roles } from './fields';
import { fromAddress, fromLatex } from './latexText';
import type { Entry, Fault } from './bibliography';
import type { RawItem } from './normalize';
import { filled, foundOr } from '../../text/values/optional';
import { entryOf } from '../../text/values/fields';

/** Reads a .bib file; entries come when all of the file is known, because parents stand behind their children. */
export function* readBib(text: string): Generator<Entry | Fault | undefined, void> {
	const entries: BibEntry[] = [];
	for (const step of scanBib(text)) {
		if ('code' in step) yield step;
		else {
			entries.push(step);
			yield;
		}
	}
	const faults: Fault[] = [];
	const fieldsOf = inherit(entries, fault => faults.push(fault));
	const reported = new Set<string>();
	for (const entry of entries) {
		const named = cslType(entry.type, entry.fields.get('entrysubtype')?.raw);
		if (named === undefined) continue;
		const fields = fieldsOf(entry);
		const type = typeOf(entry.type, named, fields);
		const unknown = (field: BibField) => (command: string) => {
			if (!reported.has(command))
				faults.push({ code: 'latex.unknown', start: field.start, end: field.end, data: { name: command } });
			reported.add(command);
		};
		const item = new Reading(entry.type, type, fields, unknown).item();
		yield* faults.splice(0);
		yield { item, key: entry.key, start: entry.start, end: entry.end };
	}
}

/** What an entry is by its fields: a preprint, or the book that `@inbook` names by its own title. */
function typeOf(bibType: string, type: string, fields: ReadonlyMap<string, BibField>): string {
	if (isPreprint(type, fields)) return 'article';
	return bibType === 'inbook' && !fields.has('booktitle') && !fields.has('maintitle') ? 'book' : type;
}

/** Whether an entry is on a preprint server and nowhere else: arXiv's own export is a `@misc` with `eprint`. */
function isPreprint(type: string, fields: ReadonlyMap<string, BibField>): boolean {
	if (!fields.has('eprint') || !/^(?:document|webpage|manuscript|article-journal)$/.test(type)) return false;
	return !['journal', 'journaltitle', 'booktitle'].some(name => fields.has(name));
}

/** How preprint servers write their names. */
const servers: readonly string[] = ['arXiv', 'bioRxiv', 'medRxiv', 'ChinaXiv', 'SSRN', 'PsyArXiv', 'Preprints'];

/** Marks of types that CSL has no name for. */
const marks: ReadonlyMap<string, string> = new Map([
	['proceedings', 'C'],
	['mvproceedings', 'C'],
	['collection', 'G'],
	['mvcollection', 'G'],
]);

/** The kinds of thesis that are types of BibTeX. */
const theses: ReadonlyMap<string, string> = new Map([
	['mastersthesis', 'Master’s thesis'],
	['phdthesis', 'PhD thesis'],
]);

/** One entry being read. */
class Reading {
	constructor(
		private readonly bibType: string,
		private readonly type: string,
		private readonly fields: ReadonlyMap<string, BibField>,
		private readonly unknown: (field: BibField) => (command: string) => void,
	) {}

	item(): RawItem {
		const item: Record<string, unknown> = { type: this.type };
		const set = (field: string, value: unknown) => {
			if (value !== undefined && value !== '' && item[field] === undefined) item[field] = value;
		};
		set('language', this.language());
		this.titles(set);
		const fieldOf = this.isArchived() ? { ...plainFields, ...archiveFields } : plainFields;
		for (const [name, field] of Object.entries(fieldOf)) set(field, this.plain(name));
		this.numbers(set);
		this.dates(set);
		this.people(set);
		set('genre', this.text('type') ?? theses.get(this.bibType));
		set('mark', marks.get(this.bibType));
		set('DOI', this.address('doi')?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''));
		this.access(set);
		set('note', this.note());
		for (const name of this.fields.keys()) if (name.startsWith('csl-')) set(cslName(name), this.ownField(name));
		return item;
	}

	private ownField(name: string): unknown {
		return roles.has(cslName(name)) ? this.names(name) : this.text(name);
	}

	private text(name: string): string | undefined {
		const field = this.fields.get(name);
		return field && (fromLatex(field.raw, this.unknown(field)) || undefined);
	}

	/**
	 * A field as text; several Chinese publishers or places, parted by “and” outside of braces, with semicolons. In Latin
	 * script “and” is mostly part of a company's name, and is printed in a list of them, too.
	 */
	private plain(name: string): string | undefined {
		const field = this.fields.get(name);
		if (!field || !hasSeveral(name)) return this.text(name);
		const parts = splitAtAnd(field.raw)
			.map(part => fromLatex(part, this.unknown(field)))
			.filter(part => part !== '');
		return parts.join(parts.every(part => /\p{Script=Han}/u.test(part)) ? '; ' : ' and ');
	}

	/** Whether somebody is named who keeps the document. */
	private isArchived(): boolean {
		return this.bibType === 'archive' && (this.fields.has('institution') || this.fields.has('library'));
	}

	private address(name: string): string | undefined {
		const field = this.fields.get(name);
		return field && (fromAddress(field.raw) || undefined);
	}

	/** A date, where ~ is no space but says that it is not certain (ISO 8601-2). */
	private date(name: string): string | undefined {
		const field = this.fields.get(name);
		return field && (/^[\d/~?.-]+$/.test(field.raw) ? field.raw : this.text(name));
	}

	private language(): string | undefined {
		const name = this.text('langid') ?? this.text('hyphenation') ?? this.text('language');
		if (name === undefined) return undefined;
		const small = name.toLowerCase();
		const known = [languages, languageNames].find(each => Object.hasOwn(each, small));
		return known ? known[small] : name;
	}

	/** A title with its subtitle. */
	private titled(name: string): string | undefined {
		const title = this.text(`${name}title`);
		const sub = this.text(`${name}subtitle`);
		if (title === undefined || sub === undefined) return title ?? sub;
		return `${title}${/\p{Script=Han}/u.test(title) ? '：' : ': '}${sub}`;
	}

	private titles(set: (field: string, value: unknown) => void): void {
		const main = this.titled('main');
		const host = this.titled('book');
		const hosted = /^(?:chapter|entry|paper-conference)/.test(this.type);
		// Of a work in several volumes the whole is the title, and the volume's own a part of it.
		if (!hosted) set('title', main);
		set('title', this.titled(''));
		if (!hosted && main !== undefined) set('volume-title', this.titled(''));
		const journal = this.titled('journal') ?? this.text('journal');
		if (hosted) {
			set('container-title', main ?? host ?? journal);
			if (main !== undefined) set('volume-title', host);
			return;
		}
		set('container-title', journal);
		// Parents of cross references have a booktitle beside their title, for the children.
		if (!inSeries(this.type)) set('container-title', host);
	}

	private numbers(set: (field: string, value: unknown) => void): void {
		const number = this.text('number');
		if (inPeriodical(this.type) || this.type === 'periodical') {
			// `number` of a newspaper is the number of its page, where nothing else says that.
			if (this.type === 'article-newspaper' && !this.fields.has('pages')) set('page', number);
			else set('issue', number);
			set('issue', this.text('issue'));
			set('number', this.text('eid') ?? this.text('article-number'));
			return;
		}
		set(inSeries(this.type) && this.fields.has('series') ? 'collection-number' : 'number', number);
		set('issue', this.text('issue'));
		set('page', this.text('eid'));
	}

	private dates(set: (field: string, value: unknown) => void): void {
		const year = this.date('year')?.replace(/^(\d+)年$/, '$1');
		const isKnown = isDate(year);
		for (const [name, field] of Object.entries(dateFields)) {
			const date = this.date(name);
			// An unusable date does not take the place of a good year.
			if (field !== 'issued' || !isKnown || isDate(date)) set(field, date);
		}
		if (year === undefined) return;
		const month = monthOf(this.text('month'));
		const day = /^\d{1,2}$/.exec(this.text('day') ?? month?.day ?? '')?.[0];
		const parts = [month?.month, day].filter(part => part !== undefined).map(part => part.padStart(2, '0'));
		set('issued', /^\d{4}$/.test(year) && month ? [year, ...parts].join('-') : year);
	}

	private people(set: (field: string, value: unknown) => void): void {
		this.holder(set);
		for (const [name, field] of Object.entries(nameFields)) {
			const editorRole = name === 'editor' && roleOf(this.text('editortype') ?? '');
			set(editorRole || field, this.names(name));
		}
		for (const which of ['a', 'b', 'c']) {
			const role = roleOf(this.text(`editor${which}type`) ?? '');
			if (role !== undefined) set(role, this.names(`editor${which}`));
		}
	}

	/** A patent is its holder's; whoever invented it is named where there is no holder. */
	private holder(set: (field: string, value: unknown) => void): void {
		const holder = this.names('holder') ?? this.names('assignee');
		if (this.type !== 'patent' || holder === undefined) return;
		set('author', holder);
		set('contributor', this.names('author'));
	}

	private names(field: string): unknown {
		const raw = this.fields.get(field)?.raw;
		if (raw === undefined) return undefined;
		const names = fromBibNames(raw, othersOf(raw + (this.fields.get('title')?.raw ?? ''), this.language()));
		return filled(names);
	}

	private access(set: (field: string, value: unknown) => void): void {
		set('URL', this.address('url'));
		const published = this.fields.get('howpublished')?.raw ?? '';
		if (/https?:\/\//.test(published)) set('URL', /https?:\/\/[^\s{}]+/.exec(fromAddress(published))?.[0]);
		const kind = (this.text('eprinttype') ?? this.text('archiveprefix') ?? '').toLowerCase();
		const eprint = this.address('eprint');
		if (eprint !== undefined && kind === 'arxiv') set('URL', `https://arxiv.org/abs/${eprint}`);
		if (this.type === 'article') set('publisher', servers.find(name => name.toLowerCase() === kind) ?? kind);
	}

	/** Notes keep their lines: `key: value` in one acts like a field. */
	private note(): string | undefined {
		const field = this.fields.get('note');
		const lines = field?.raw.split(/\r\n|\r|\n/).map(line => fromLatex(line, this.unknown(field))) ?? [];
		const addendum = this.text('addendum');
		const published = this.fields.get('howpublished');
		if (published && !/https?:\/\//.test(published.raw)) lines.push(fromLatex(published.raw, this.unknown(published)));
		if (addendum !== undefined) lines.push(addendum);
		return lines.join('\n').trim() || undefined;
	}
}

function isDate(text: string | undefined): boolean {
	const date = readDate(text);
	return date !== undefined && !('literal' in date);
}

/** Whether `and` parts several publishers or places in a field. */
function hasSeveral(name: string): boolean {
	return /^(?:publisher|institution|school|organization|location|address)$/.test(name);
}

/** The role of CSL that a type of editor means. */
function roleOf(editorType: string): string | undefined {
	return entryOf(editorTypes, editorType);
}

/** Fields of CSL that biblatex has no name for. BibTeX folds names to small letters, CSL has some in capitals. */
function cslName(name: string): string {
	const field = name.slice(4);
	return /^(?:isbn|issn|doi|url|cstr|pmid|pmcid)$/.test(field) ? field.toUpperCase() : field;
}

/** A month by number, name in either language, or with its day as BibTeX has it (`10~jan`, `january 10`). */
function monthOf(text = ''): { readonly month: string; readonly day?: string } | undefined {
	const number = /^(\d{1,2})月?$/.exec(text)?.[1];
	if (number !== undefined) return Number(number) >= 1 && Number(number) <= 12 ? { month: number } : undefined;
	const english = englishMonths.indexOf(/[a-z]{3}/i.exec(text)?.[0].toLowerCase() ?? '');
	const at = foundOr(english, chineseMonths.indexOf(/^(?:十[一二]?|[一二三四五六七八九])(?=月)/.exec(text)?.[0] ?? ''));
	if (at < 0) return undefined;
	const day = /\d{1,2}/.exec(text)?.[0];
	return { month: String(at + 1), day };
}

const englishMonths: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const chineseMonths: readonly string[] = '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ');
