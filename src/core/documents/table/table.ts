// A table of terms and formulations, as groups keep them in Excel → records for a person's pack, and the rows that
// cannot be used.

import { fold } from '../../text/fold';
import type { Citation, Formulation, Source, Term } from '../../corpus/records';
import { slotFault } from '../../corpus/slots';
import { importProblem, nothingRead, type ImportProblem, type Limits, type ReadFile } from '../document';
import { decodeText } from '../encoding';
import { oneLine } from '../plain/paragraphs';
import { readCsv, type CsvRow, type Table } from './csv';
import { columnsOf, columnsOfTable, type Column } from './headings';
import { readXlsx } from './xlsx';
import { isZip } from '../office/zip';

/**
 * A record to be added, of the row with this number; sources come before the citations that name them, and these before
 * terms.
 */
export type TableRecord = { readonly row: number } & (
	| { readonly kind: 'source'; readonly record: Source }
	| { readonly kind: 'citation'; readonly record: Citation }
	| { readonly kind: 'term'; readonly record: Term }
	| { readonly kind: 'formulation'; readonly record: Formulation }
);

export interface TableRecords {
	readonly records: readonly TableRecord[];
	/** `line` is the number of the row. */
	readonly problems: readonly ImportProblem[];
}

/** Who has a text already: the pack that a table is imported into, or another one. */
export type Holder = 'own' | 'other';

/** What the packs lend: a free id for a text, and what is in them already. */
export interface TableHome {
	/** A free id; the same is never given twice, though nothing is added in between. */
	propose(kind: TableRecord['kind'], text: string): string;
	/** Which pack has a term or formulation with this text, if one has. */
	holder(kind: 'term' | 'formulation', text: string): Holder | undefined;
	/** Id of the source with this title. */
	sourceId(title: string): string | undefined;
}

/** Reads a table in either form; text in whatever encoding it is. */
export function readTable(bytes: Uint8Array, name: string, limits: Limits): Table | ReadFile {
	if (bytes.length > limits.bytes)
		return nothingRead('import.large', { what: 'bytes', limit: limits.bytes, size: bytes.length });
	if (isZip(bytes) || /\.xlsx$/i.test(name)) return readXlsx(bytes, limits);
	const table = readCsv(decodeText(bytes).text, name);
	return table.rows.length > limits.nodes
		? nothingRead('import.large', { what: 'entries', limit: limits.nodes, size: table.rows.length })
		: table;
}

/** Rows among which the headings are looked for; above them stand captions and dates. */
const captions = 10;

/** Longest texts a record may have (schema.ts), in UTF-16 code units. */
const lengthLimits = {
	term: 60,
	formulation: 300,
	definition: 2000,
	usage: 2000,
	english: 300,
	category: 50,
	title: 500,
};

/** The records of a file that is a table, or why there are none. */
export function recordsIn(bytes: Uint8Array, name: string, limits: Limits, home: TableHome): TableRecords {
	const table = readTable(bytes, name, limits);
	return 'documents' in table ? { records: [], problems: table.problems } : recordsOf(table, home);
}

/**
 * The records of a table. A formulation is what stands in a column 提法 and is a clause; a short name there is a term.
 * What a row
 * says of its source becomes a source and a citation: a quotation for a formulation, a point for a definition.
 */
export function recordsOf(table: Table, home: TableHome): TableRecords {
	const problems = table.unclosed.map(row => importProblem('import.entry', { reason: 'quote' }, row));
	const found = headingsOf(table);
	if (typeof found === 'string')
		return { records: [], problems: [...problems, importProblem('import.empty', { reason: found })] };
	const reader = new TableReader(found.columns, home, problems);
	for (const row of found.rows) reader.read(row);
	if (reader.records.length === 0 && problems.length === 0)
		problems.push(importProblem('import.empty', { reason: 'nothing' }));
	return { records: reader.records, problems };
}

interface Headed {
	readonly columns: readonly (Column | undefined)[];
	readonly rows: readonly CsvRow[];
}

/** What the columns hold, and the rows below; or why nothing is a term: no headings, or only key words of works. */
function headingsOf({ rows }: Table): Headed | 'headings' | 'keywords' {
	let listed = false;
	for (const [at, row] of rows.slice(0, captions).entries()) {
		const below = rows.slice(at + 1);
		const columns = columnsOfTable(
			row.cells,
			below.map(one => one.cells),
		);
		if (columns.some(column => column === 'term' || column === 'formulation')) return { columns, rows: below };
		listed ||= columnsOf(row.cells).includes('keywords');
	}
	return listed ? 'keywords' : 'headings';
}

/** Goes through the rows and remembers what it has met. */
class TableReader {
	readonly records: TableRecord[] = [];
	private readonly met = new Map<string, number>();
	private readonly sources = new Map<string, string>();

	constructor(
		private readonly columns: readonly (Column | undefined)[],
		private readonly home: TableHome,
		private readonly problems: ImportProblem[],
	) {}

	read(row: CsvRow): void {
		const cell = (column: Column) =>
			this.columns
				.flatMap((one, i) => (one === column ? [oneLine(row.cells[i] ?? '')] : []))
				.filter(text => text !== '')
				.join('；');
		const term = cell('term');
		const formulation = cell('formulation');
		if (term === '' && formulation === '') {
			this.refuse(row, 'name');
			return;
		}
		// A row whose headings are repeated (a table over several pages) says nothing.
		if (columnsOf(row.cells).filter(Boolean).length > 1 && columnsOf([term, formulation]).some(Boolean)) return;
		// A character that was lost in the file cannot be guessed, and packs take none such.
		if (this.columns.some((column, i) => column !== undefined && oneLine(row.cells[i] ?? '').includes('\uFFFD'))) {
			this.refuse(row, 'characters');
			return;
		}
		if (term !== '') this.term(row, term, cell);
		if (formulation !== '') {
			if (isClause(formulation)) this.formulation(row, formulation, cell, term === '');
			else if (formulation !== term) this.term(row, formulation, cell);
		}
	}

	private refuse(row: CsvRow, reason: string, data: Readonly<Record<string, string | number>> = {}): void {
		this.problems.push(importProblem('import.entry', { reason, ...data }, row.number));
	}

	/** Whether a text is neither too long nor there already, in the table or in the pack; if so, the row is told. */
	private isNew(row: CsvRow, kind: 'term' | 'formulation', text: string): boolean {
		const key = `${kind} ${fold(text)}`;
		const before = this.met.get(key);
		if (text.length > lengthLimits[kind]) this.refuse(row, 'long', { field: kind, limit: lengthLimits[kind] });
		else if (before !== undefined) this.refuse(row, 'twice', { text, row: before });
		else return this.isUnknown(row, kind, text, key);
		return false;
	}

	private isUnknown(row: CsvRow, kind: 'term' | 'formulation', text: string, key: string): boolean {
		const holder = this.home.holder(kind, text);
		if (holder === undefined) this.met.set(key, row.number);
		else this.refuse(row, 'known', { text, pack: holder });
		return holder === undefined;
	}

	/** A field that is too long is left out and told; the record stays. */
	private short(row: CsvRow, field: keyof typeof lengthLimits, text: string): string | undefined {
		if (text.length <= lengthLimits[field]) return text || undefined;
		this.refuse(row, 'long', { field, limit: lengthLimits[field] });
		return undefined;
	}

	private term(row: CsvRow, text: string, cell: (column: Column) => string): void {
		if (!this.isNew(row, 'term', text)) return;
		const definition = this.short(row, 'definition', cell('definition'));
		const source = cell('source');
		const basis =
			definition !== undefined && source !== '' ? this.citation(row, 'point', definition, source) : undefined;
		const several = (column: Column) =>
			list(cell(column)).filter(one => one !== text && one.length <= lengthLimits.term);
		const record: Term = defined({
			id: this.home.propose('term', text),
			term: text,
			aliases: filled(several('alias')),
			english: this.short(row, 'english', cell('english')),
			category: this.short(row, 'category', cell('category')),
			definition:
				definition === undefined
					? undefined
					: { text: definition, basis: basis === undefined ? ('general' as const) : [basis] },
			usage: this.short(row, 'usage', cell('usage')),
			wrong: filled(several('wrong')),
		});
		this.records.push({ kind: 'term', row: row.number, record });
	}

	private formulation(row: CsvRow, text: string, cell: (column: Column) => string, alone: boolean): void {
		if (slotFault(text)) {
			this.refuse(row, 'slot', { text });
			return;
		}
		if (!this.isNew(row, 'formulation', text)) return;
		const source = cell('source');
		const citation = source === '' ? undefined : this.citation(row, 'quotation', text, source);
		const usage = [alone ? cell('definition') : '', cell('usage')].filter(part => part !== '').join('\n');
		const record: Formulation = defined({
			id: this.home.propose('formulation', text),
			text,
			category: this.short(row, 'category', cell('category')),
			citations: citation === undefined ? undefined : [citation],
			usage: this.short(row, 'usage', usage),
		});
		this.records.push({ kind: 'formulation', row: row.number, record });
	}

	/** A citation from the source a cell names; sources of one name are one. */
	private citation(row: CsvRow, kind: 'quotation' | 'point', text: string, named: string): string | undefined {
		const address = /^https?:\/\/\S+$/.test(named) ? named : undefined;
		const title = this.short(row, 'title', address ?? /^《([^》]+)》$/.exec(named)?.[1] ?? named);
		if (title === undefined) return undefined;
		let source = this.sources.get(title) ?? this.home.sourceId(title);
		if (source === undefined) {
			source = this.home.propose('source', title);
			this.records.push({
				kind: 'source',
				row: row.number,
				record:
					address === undefined
						? { id: source, type: 'document', title, missing: ['author', 'issued'] }
						: { id: source, type: 'webpage', title, URL: address, missing: ['author', 'issued', 'accessed'] },
			});
		}
		this.sources.set(title, source);
		const id = this.home.propose('citation', text);
		this.records.push({ kind: 'citation', row: row.number, record: { id, kind, text, source } });
		return id;
	}
}

/** Whether a wording says something of something, rather than naming it. */
function isClause(text: string): boolean {
	return (
		text.length > 12 ||
		/[，。；：！？、{}]/.test(text) ||
		(text.length > 4 &&
			/^(?:要|必须|坚持|应当|以|把|对|在|从|让|使|不断|着力|加快|推动|推进|促进|深化|完善|健全|实现)/.test(text))
	);
}

function list(text: string): string[] {
	return [
		...new Set(
			text
				.split(/[、,，;；/|]/)
				.map(one => one.trim())
				.filter(one => one !== ''),
		),
	];
}

function filled<T>(items: readonly T[]): readonly T[] | undefined {
	return items.length > 0 ? items : undefined;
}

function defined<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
