// Exports of Chinese databases → items: EndNote (`%0`), RefWorks (`RT`) and NoteExpress (`{Reference Type}:`). Each is
// a list of tagged lines with the meaning of RIS under other names, so that what reads RIS reads them.

import type { Entry, Fault } from './bibliography';
import { entryOfLines, readRis, type RisLine } from './risRead';

/** One way to write tagged records. */
interface Dialect {
	/** What the first line of every record has. */
	readonly first: RegExp;
	/** A line with its tag and its value. */
	readonly tagged: RegExp;
	/** Tags → tags of RIS; what is not here is for the owner's own use. */
	readonly tags: Readonly<Record<string, string>>;
}

const endNote: Dialect = {
	first: /^%0\s/,
	tagged: /^%(\S)[ \t]*(.*)$/,
	tags: {
		'0': 'TY',
		F: 'ID',
		A: 'AU',
		E: 'ED',
		Y: 'A3',
		'?': 'A4',
		T: 'TI',
		J: 'JO',
		B: 'T2',
		S: 'T3',
		D: 'PY',
		'8': 'DA',
		V: 'VL',
		N: 'IS',
		P: 'SP',
		I: 'PB',
		C: 'CY',
		'7': 'ET',
		'6': 'NV',
		'9': 'M3',
		'@': 'SN',
		U: 'UR',
		R: 'DO',
		G: 'LA',
		Z: 'N1',
		'[': 'Y2',
	},
};

const refWorks: Dialect = {
	first: /^RT[ \t]/,
	// CNKI writes some tags small; others would be words of a text that goes on.
	tagged: /^([A-Z][A-Z0-9]|vo|yr|jf|op|sn|ul|lk)(?:[ \t]+(.*))?$/,
	tags: {
		RT: 'TY',
		A1: 'AU',
		A2: 'ED',
		A3: 'A3',
		A4: 'A4',
		T1: 'TI',
		T2: 'T2',
		T3: 'T3',
		JF: 'JF',
		JO: 'JA',
		YR: 'PY',
		FD: 'DA',
		VO: 'VL',
		IS: 'IS',
		SP: 'SP',
		OP: 'EP',
		PB: 'PB',
		PP: 'CY',
		ED: 'ET',
		SN: 'SN',
		UL: 'UR',
		LK: 'UR',
		DO: 'DO',
		LA: 'LA',
		NO: 'N1',
		RD: 'Y2',
	},
};

const noteExpress: Dialect = {
	first: /^\{Reference Type\}\s*:/i,
	tagged: /^\{([^{}]{1,40})\}\s*:\s*(.*)$/,
	tags: {
		'reference type': 'TY',
		title: 'TI',
		author: 'AU',
		'secondary author': 'ED',
		'subsidiary author': 'A4',
		translator: 'A4',
		journal: 'JF',
		source: 'JF',
		newspaper: 'JF',
		magazine: 'JF',
		periodical: 'JF',
		'secondary title': 'T2',
		'tertiary title': 'T3',
		year: 'PY',
		date: 'DA',
		'issue date': 'DA',
		'publication date': 'DA',
		volume: 'VL',
		issue: 'IS',
		number: 'IS',
		pages: 'SP',
		publisher: 'PB',
		university: 'PB',
		institution: 'PB',
		'patent number': 'C7',
		'standard number': 'C7',
		'report number': 'C7',
		'place published': 'CY',
		edition: 'ET',
		'isbn/issn': 'SN',
		url: 'UR',
		link: 'UR',
		doi: 'DO',
		language: 'LA',
		notes: 'N1',
		'access date': 'Y2',
		'accessed date': 'Y2',
		'type of work': 'M3',
	},
};

const dialects: readonly Dialect[] = [endNote, refWorks, noteExpress];

/** What these programs call the types of RIS. */
const types: Readonly<Record<string, string>> = {
	'journal article': 'JOUR',
	journal: 'JOUR',
	'magazine article': 'MGZN',
	'newspaper article': 'NEWS',
	newspaper: 'NEWS',
	book: 'BOOK',
	'edited book': 'BOOK',
	'book section': 'CHAP',
	'book chapter': 'CHAP',
	'conference proceedings': 'CONF',
	'conference paper': 'CONF',
	conference: 'CONF',
	thesis: 'THES',
	dissertation: 'THES',
	'dissertation/thesis': 'THES',
	report: 'RPRT',
	'government document': 'RPRT',
	standard: 'STAND',
	patent: 'PAT',
	'electronic source': 'ELEC',
	'electronic article': 'JOUR',
	'web page': 'ELEC',
	'web resource': 'ELEC',
	'online database': 'DBASE',
	dataset: 'DATA',
	'computer program': 'COMP',
	statute: 'STAT',
	'legal rule or regulation': 'LEGAL',
	map: 'MAP',
	generic: 'GEN',
	期刊文章: 'JOUR',
	期刊论文: 'JOUR',
	期刊: 'JOUR',
	报纸文章: 'NEWS',
	报纸: 'NEWS',
	图书: 'BOOK',
	专著: 'BOOK',
	图书章节: 'CHAP',
	会议论文: 'CONF',
	学位论文: 'THES',
	报告: 'RPRT',
	标准: 'STAND',
	专利: 'PAT',
	网页: 'ELEC',
};

/** The dialect of a text by its first line that says something; nothing where it is none of them. */
function dialectOf(text: string): Dialect | undefined {
	const [first = ''] = /^[^\s].*/m.exec(text.slice(0, 2000)) ?? [];
	return dialects.find(one => one.first.test(first));
}

/** Reads a text of tagged records, whichever program wrote it; RIS, too. */
export function* readTagged(text: string): Generator<Entry | Fault | undefined, void> {
	const dialect = dialectOf(text);
	if (!dialect) {
		if (/^TY[ \t]{1,3}-/m.test(text)) yield* readRis(text);
		else if (text.trim() !== '')
			yield { code: 'library.format', start: 0, end: 0, data: { format: 'EndNote, RefWorks, NoteExpress, RIS' } };
		return;
	}
	let record: { readonly start: number; readonly end: number; readonly lines: RisLine[] } | undefined;
	for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
		if (dialect.first.test(line)) {
			if (record) yield entryOf(record);
			record = { start: index, end: index + line.length, lines: [] };
		}
		if (record) take(record.lines, line, dialect);
		yield;
	}
	if (record) yield entryOf(record);
}

/** The entry of a record. The number of a newspaper is that of its page, where nothing else says that. */
function entryOf(record: { readonly start: number; readonly end: number; readonly lines: readonly RisLine[] }): Entry {
	const has = (tag: string, value: RegExp) => record.lines.some(line => line.tag === tag && value.test(line.value));
	if (!has('TY', /^NEWS$/) || has('SP', /./)) return entryOfLines({ ...record, lines: [...record.lines] });
	return entryOfLines({
		...record,
		lines: record.lines.map(line => (line.tag === 'IS' ? { tag: 'SP', value: line.value } : line)),
	});
}

/** A line of a record; one without a tag goes on with the value before it. */
function take(lines: RisLine[], line: string, { tagged, tags }: Dialect): void {
	const found = tagged.exec(line);
	if (!found) {
		const last = lines.at(-1);
		if (last && line.trim() !== '') last.value += ` ${line.trim()}`;
		return;
	}
	const [, name = '', text = ''] = found;
	const key = keyOf(name);
	const tag = Object.hasOwn(tags, key) ? (tags[key] ?? '') : '';
	const value = text.trim();
	if (tag === 'TY') lines.push({ tag, value: typeOf(value) });
	// Some exports write all authors into one line: `%A 甲 %A 乙`.
	else for (const one of value.split(/\s%[AE]\s/)) lines.push({ tag, value: one.trim() });
}

/** A tag as the tables have it: words in small letters, two letters in capitals, one character as it is. */
function keyOf(name: string): string {
	if (name.length > 2) return name.trim().toLowerCase();
	return name.length === 2 ? name.toUpperCase() : name;
}

function typeOf(name: string): string {
	const small = name.toLowerCase();
	return Object.hasOwn(types, small) ? (types[small] ?? 'GEN') : 'GEN';
}
