// The first sheet of an Excel file (.xlsx) → rows of cells: what was last shown in them. Formulas are never looked
// at.

import { nothingRead, type Limits, type ReadFile } from '../document';
import { openOffice, refused } from '../office/docx';
import { attribute, readXml, xmlText } from '../office/xml';
import { widest, type CsvRow, type Table } from './csv';

/** Cells that merged ranges may fill. */
const filled = 100_000;

/**
 * How often a cell that is read may stand for others: empty ones before it, and its text in the cells that share it.
 */
const repeats = 10;

/** Reads the sheet, or answers why it cannot. */
export function readXlsx(bytes: Uint8Array, limits: Limits): Table | ReadFile {
	const zip = openOffice(bytes, limits, 'xls');
	if ('documents' in zip) return zip;
	if (!zip.names.includes('xl/workbook.xml'))
		return nothingRead('import.format', { format: zip.names.includes('word/document.xml') ? 'docx' : 'zip' });
	const part = (name: string) => {
		const read = zip.read(name, limits.signal);
		return typeof read === 'string' ? read : { xml: xmlText(read) };
	};
	const workbook = part('xl/workbook.xml');
	if (typeof workbook === 'string') return refused(workbook);
	const relations = part('xl/_rels/workbook.xml.rels');
	const name = firstSheet(workbook.xml, typeof relations === 'string' ? '' : relations.xml);
	const sheet = part(name);
	if (typeof sheet === 'string') return refused(sheet);
	const shared = zip.names.includes('xl/sharedStrings.xml') ? part('xl/sharedStrings.xml') : { xml: '<sst/>' };
	if (typeof shared === 'string') return refused(shared);
	const strings = sharedStrings(shared.xml);
	const rows = strings && sheetRows(sheet.xml, strings, limits);
	if (rows === 'entries') return nothingRead('import.large', { what: 'entries', limit: limits.nodes });
	if (rows === 'characters') return nothingRead('import.large', { what: 'characters', limit: limits.characters });
	return rows ? { rows, unclosed: [] } : nothingRead('import.damaged', { reason: 'xml' });
}

/** The part of the sheet that stands first; parts are named by relations, not by their place. */
function firstSheet(workbook: string, relations: string): string {
	let id: string | undefined;
	let target: string | undefined;
	const ignore = { close: () => undefined, text: () => undefined };
	readXml(workbook, {
		...ignore,
		open: (name, attributes) => {
			if (name === 'sheet') id ??= attribute(attributes, 'r:id') ?? attribute(attributes, 'id');
		},
	});
	readXml(relations, {
		...ignore,
		open: (name, attributes) => {
			if (name === 'Relationship' && id !== undefined && attribute(attributes, 'Id') === id)
				target = attribute(attributes, 'Target');
		},
	});
	if (target === undefined) return 'xl/worksheets/sheet1.xml';
	return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
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

interface SheetRow {
	readonly number: number;
	readonly cells: string[];
}

/**
 * The rows that hold something; or what there is too much of: what is made counts, a text in ten thousand cells ten
 * thousand times.
 */
function sheetRows(
	xml: string,
	strings: readonly string[],
	limits: Limits,
): readonly CsvRow[] | 'entries' | 'characters' | undefined {
	const reader = new SheetReader(strings, limits);
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
	private reading = false;
	private count = 0;
	private made = 0;
	private characters = 0;

	constructor(
		private readonly strings: readonly string[],
		private readonly limits: Limits,
	) {}

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
				if (this.merges.length < filled) this.merges.push(attribute(attributes, 'ref') ?? '');
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

	end(): readonly CsvRow[] | 'entries' | 'characters' {
		if (this.hasTooMany()) return 'entries';
		this.characters += merge(this.rows, this.merges);
		if (this.characters > this.limits.characters) return 'characters';
		return this.rows.filter(row => row.cells.some(cell => cell.trim() !== ''));
	}

	private beginCell(attributes: string): void {
		this.column = columnOf(attribute(attributes, 'r')) ?? this.column + 1;
		this.type = attribute(attributes, 't') ?? 'n';
		this.value = '';
		this.count++;
	}

	private endCell(): void {
		const isNothing = this.value === '' || this.type === 'e';
		if (isNothing || this.row === 0 || this.column >= widest) return;
		if (this.hasTooMany() || this.characters > this.limits.characters) return;
		const cells = (this.cells ??= this.beginRow());
		this.made += Math.max(0, this.column - cells.length);
		while (cells.length < this.column) cells.push('');
		const shown = this.shownText();
		this.characters += shown.length;
		cells[this.column] = shown;
	}

	private beginRow(): string[] {
		const cells: string[] = [];
		this.rows.push({ number: this.row, cells });
		return cells;
	}

	private hasTooMany(): boolean {
		return this.count > this.limits.nodes || this.made > this.limits.nodes * repeats;
	}

	private shownText(): string {
		if (this.type === 's') return this.strings[Number(this.value)] ?? '';
		if (this.type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE';
		return unescaped(this.value);
	}
}

/**
 * Merged cells: what stands in the first one holds for all, as people mean it. Answers how many characters that adds.
 */
function merge(rows: readonly SheetRow[], ranges: readonly string[]): number {
	const byNumber = new Map(rows.map(row => [row.number, row.cells]));
	let left = filled;
	let added = 0;
	for (const range of ranges) {
		const merged = mergedDown(range);
		const value = merged && byNumber.get(merged.from)?.[merged.column];
		if (!merged || value === undefined) continue;
		for (let number = merged.from + 1; number <= merged.to && left > 0; number++, left--) {
			const cells = byNumber.get(number);
			if (cells) added += fill(cells, merged.column, value);
		}
	}
	return added;
}

/** Puts a text where nothing stands, and answers how many characters that adds. */
function fill(cells: string[], column: number, value: string): number {
	while (cells.length <= column) cells.push('');
	if (cells[column] !== '') return 0;
	cells[column] = value;
	return value.length;
}

/** Cells of one column that are joined: its number and the first and the last row, as the sheet counts them. */
interface MergedCells {
	readonly column: number;
	readonly from: number;
	readonly to: number;
}

/**
 * Rows, from the first to the last, that a range joins in one column; side by side cells are a caption, not a value.
 */
function mergedDown(range: string): MergedCells | undefined {
	const found = /^([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})$/.exec(range);
	const column = columnOf(found?.[1]);
	if (column === undefined || column !== columnOf(found?.[2])) return undefined;
	const [from, to] = [found?.[1], found?.[2]].map(cell => Number(cell?.replace(/\D+/g, '')));
	return from === undefined || to === undefined ? undefined : { column, from, to };
}

/** `AB12` → 27; nothing for what is no name of a cell. */
function columnOf(reference: string | undefined): number | undefined {
	const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
	return letters === undefined ? undefined : [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.4.2.4). */
function unescaped(text: string): string {
	return text.includes('_x')
		? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		: text;
}
