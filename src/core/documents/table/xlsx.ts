// The sheets of an Excel file (.xlsx) → rows of cells: what was last shown in them. Formulas are never looked at.

import { nothingRead, type Limits, type ReadFile } from '../document';
import { openOffice, refused } from '../office/docx';
import type { Zip } from '../office/zip';
import { attribute, readXml, xmlText } from '../office/xml';
import { widest, type Table } from './csv';
import { columnOf, mergeDown, type SheetRow } from './mergedCells';
import { numberFormats, shownNumber, type NumberFormat } from './numberFormats';

/** More ranges are not looked at. */
const mostMerges = 100_000;

/**
 * How often a cell that is read may stand for others: empty ones before it, and its text in the cells that share it.
 */
const repeats = 10;

/** A sheet: its name, its rows, and the ranges that are one cell. */
export interface Sheet {
	readonly name: string;
	readonly rows: readonly SheetRow[];
	readonly merges: readonly string[];
}

/** A file says that it has so many sheets at most that are looked at. */
const mostSheets = 50;

/** Reads the first sheet, or answers why it cannot; merged cells are as their first one. */
export function readXlsx(bytes: Uint8Array, limits: Limits): Table | ReadFile {
	const sheets = readSheets(bytes, limits, { sheets: 1 });
	if ('documents' in sheets) return sheets;
	const [first] = sheets;
	const rows = first?.rows ?? [];
	const added = mergeDown(rows, first?.merges ?? []);
	if (charactersOf(rows) > limits.characters || added > limits.characters)
		return nothingRead('import.large', { what: 'characters', limit: limits.characters });
	return { rows: rows.filter(row => row.cells.some(cell => cell.trim() !== '')), unclosed: [] };
}

const charactersOf = (rows: readonly SheetRow[]) =>
	rows.reduce((sum, { cells }) => sum + cells.reduce((length, cell) => length + cell.length, 0), 0);

/**
 * Reads the sheets that are shown, in their order, or answers why it cannot; `formatted`: numbers as their cells show
 * them.
 */
export function readSheets(
	bytes: Uint8Array,
	limits: Limits,
	{ sheets: most = mostSheets, formatted = false }: { readonly sheets?: number; readonly formatted?: boolean } = {},
): readonly Sheet[] | ReadFile {
	const zip = openOffice(bytes, limits, 'xls');
	if ('documents' in zip) return zip;
	if (!zip.names.includes('xl/workbook.xml'))
		return nothingRead('import.format', { format: zip.names.includes('word/document.xml') ? 'docx' : 'zip' });
	const part: PartOf = (name, ifNone) => {
		if (ifNone !== undefined && !zip.names.includes(name)) return { xml: ifNone };
		const read = zip.read(name, limits.signal);
		return typeof read === 'string' ? read : { xml: xmlText(read) };
	};
	const workbook = part('xl/workbook.xml');
	if (typeof workbook === 'string') return refused(workbook);
	const shared = part('xl/sharedStrings.xml', '<sst/>');
	if (typeof shared === 'string') return refused(shared);
	const strings = sharedStrings(shared.xml);
	if (!strings) return nothingRead('import.damaged', { reason: 'xml' });
	const relations = xmlOf(part('xl/_rels/workbook.xml.rels'));
	const formats = formatted ? numberFormats(xmlOf(part('xl/styles.xml', '<styleSheet/>'))) : [];
	const context = { strings, formats, limits, counts: { cells: 0, made: 0, characters: 0 } };
	return readParts(sheetsOf(workbook.xml, relations).slice(0, most), part, context);
}

/** Reads a part of the file; why it cannot, where it cannot. */
type PartOf = (
	name: string,
	ifNone?: string,
) => { readonly xml: string } | Exclude<ReturnType<Zip['read']>, Uint8Array>;

const xmlOf = (read: ReturnType<PartOf>) => (typeof read === 'string' ? '' : read.xml);

function readParts(
	sheets: ReturnType<typeof sheetsOf>,
	part: PartOf,
	context: SheetContext,
): readonly Sheet[] | ReadFile {
	const found: Sheet[] = [];
	const { nodes, characters } = context.limits;
	for (const { name, target } of sheets) {
		const sheet = part(target);
		if (typeof sheet === 'string') return refused(sheet);
		const read = sheetRows(sheet.xml, context);
		if (read === undefined) return nothingRead('import.damaged', { reason: 'xml' });
		if (read === 'entries') return nothingRead('import.large', { what: 'entries', limit: nodes });
		if (read === 'characters') return nothingRead('import.large', { what: 'characters', limit: characters });
		found.push({ name, ...read });
	}
	return found;
}

/** The parts of the sheets that are shown, in their order; parts are named by relations, not by their place. */
function sheetsOf(workbook: string, relations: string): readonly { readonly name: string; readonly target: string }[] {
	const sheets: { name: string; id: string }[] = [];
	const targets = new Map<string, string>();
	const ignore = { close: () => undefined, text: () => undefined };
	readXml(workbook, {
		...ignore,
		open: (name, attributes) => {
			if (name !== 'sheet' || /hidden/i.test(attribute(attributes, 'state') ?? '')) return;
			const id = attribute(attributes, 'r:id') ?? attribute(attributes, 'id') ?? '';
			sheets.push({ name: attribute(attributes, 'name') ?? '', id });
		},
	});
	readXml(relations, {
		...ignore,
		open: (name, attributes) => {
			if (name === 'Relationship')
				targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '');
		},
	});
	const found = sheets.flatMap(({ name, id }) => {
		const target = targets.get(id);
		if (target === undefined || target === '') return [];
		return [{ name, target: target.startsWith('/') ? target.slice(1) : `xl/${target}` }];
	});
	return found.length > 0 ? found : [{ name: sheets[0]?.name ?? '', target: 'xl/worksheets/sheet1.xml' }];
}

/** Text of strings, of all their runs; readings above characters are left out. */
function sharedStrings(xml: string): readonly string[] | undefined {
	const strings: string[] = [];
	let inText = false;
	let readings = 0;
	const fault = readXml(xml, {
		open(name) {
			if (name === 'si') strings.push('');
			else if (name === 'rPh') readings++;
			else if (name === 't') inText = readings === 0;
		},
		close(name) {
			if (name === 't') inText = false;
			else if (name === 'rPh') readings--;
		},
		text(value) {
			if (inText && strings.length > 0) strings[strings.length - 1] += value;
		},
	});
	return fault ? undefined : strings.map(unescaped);
}

/** What the cells of a sheet need to be read; what was made of all sheets counts together. */
interface SheetContext {
	readonly strings: readonly string[];
	readonly formats: readonly (NumberFormat | undefined)[];
	readonly limits: Limits;
	readonly counts: { cells: number; made: number; characters: number };
}

/**
 * The rows that hold something, and what is merged; or what there is too much of: what is made counts, a text in ten
 * thousand cells ten thousand times.
 */
function sheetRows(xml: string, context: SheetContext): Omit<Sheet, 'name'> | 'entries' | 'characters' | undefined {
	const reader = new SheetReader(context);
	return readXml(xml, reader) ? undefined : reader.end();
}

/** Goes through a sheet, makes its cells and counts what it makes. */
class SheetReader {
	private readonly rows: SheetRow[] = [];
	private readonly merges: string[] = [];
	/** Cells of the row that is read; nothing before its first one. */
	private cells: string[] | undefined;
	private row = 0;
	private column = -1;
	private type = '';
	private value = '';
	private style = -1;
	private reading = false;

	constructor(private readonly context: SheetContext) {}

	open(name: string, attributes: string): void {
		switch (name) {
			case 'row':
				this.row = Number(attribute(attributes, 'r')) || this.row + 1;
				this.cells = undefined;
				this.column = -1;
				break;
			case 'c':
				this.beginCell(attributes);
				break;
			case 'v':
				this.reading = this.type !== 'inlineStr';
				break;
			case 't':
				this.reading = this.type === 'inlineStr';
				break;
			case 'mergeCell':
				if (this.merges.length < mostMerges) this.merges.push(attribute(attributes, 'ref') ?? '');
				break;
		}
	}

	close(name: string): void {
		if (name === 'v' || name === 't') this.reading = false;
		else if (name === 'c') this.endCell();
	}

	text(text: string): void {
		if (this.reading) this.value += text;
	}

	end(): Omit<Sheet, 'name'> | 'entries' | 'characters' {
		if (this.hasTooMany()) return 'entries';
		if (this.context.counts.characters > this.context.limits.characters) return 'characters';
		return { rows: this.rows, merges: this.merges };
	}

	private beginCell(attributes: string): void {
		this.column = columnOf(attribute(attributes, 'r')) ?? this.column + 1;
		this.type = attribute(attributes, 't') ?? 'n';
		this.style = Number(attribute(attributes, 's') ?? -1);
		this.value = '';
		this.context.counts.cells++;
	}

	private endCell(): void {
		const isNothing = this.value === '' || this.type === 'e';
		if (isNothing || this.row === 0 || this.column >= widest) return;
		const { counts, limits } = this.context;
		if (this.hasTooMany() || counts.characters > limits.characters) return;
		const cells = (this.cells ??= this.beginRow());
		counts.made += Math.max(0, this.column - cells.length);
		while (cells.length < this.column) cells.push('');
		const shown = this.shownText();
		counts.characters += shown.length;
		cells[this.column] = shown;
	}

	private beginRow(): string[] {
		const cells: string[] = [];
		this.rows.push({ number: this.row, cells });
		return cells;
	}

	private hasTooMany(): boolean {
		const { counts, limits } = this.context;
		return counts.cells > limits.nodes || counts.made > limits.nodes * repeats;
	}

	private shownText(): string {
		const { strings, formats } = this.context;
		if (this.type === 's') return strings[Number(this.value)] ?? '';
		if (this.type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE';
		if (this.type !== 'n' || formats.length === 0) return unescaped(this.value);
		return shownNumber(this.value, formats[this.style] ?? { kind: 'general' });
	}
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.4.2.4). */
function unescaped(text: string): string {
	return text.includes('_x')
		? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		: text;
}
