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

/**
 * The rows that hold something; or what there is too much of: what is made counts, a text in ten thousand cells ten
 * thousand times.
 */
function sheetRows(
	xml: string,
	strings: readonly string[],
	limits: Limits,
): readonly CsvRow[] | 'entries' | 'characters' | undefined {
	const rows: { number: number; cells: string[] }[] = [];
	const merges: string[] = [];
	const most = limits.nodes;
	let row = 0;
	let started = false;
	let made = 0;
	let characters = 0;
	let count = 0;
	let column = -1;
	let type = '';
	let value = '';
	let reading = false;
	const fault = readXml(xml, {
		open(name, attributes) {
			switch (name) {
				case 'row':
					row = Number(attribute(attributes, 'r')) || row + 1;
					started = false;
					column = -1;
					break;
				case 'c':
					column = columnOf(attribute(attributes, 'r')) ?? column + 1;
					type = attribute(attributes, 't') ?? 'n';
					value = '';
					count++;
					break;
				case 'v':
					reading = type !== 'inlineStr';
					break;
				case 't':
					reading = type === 'inlineStr';
					break;
				case 'mergeCell':
					if (merges.length < filled) merges.push(attribute(attributes, 'ref') ?? '');
					break;
			}
		},
		close(name) {
			if (name === 'v' || name === 't') reading = false;
			if (name !== 'c') return;
			if (row === 0 || column >= widest || value === '' || type === 'e') return;
			if (count > most || made > most * repeats || characters > limits.characters) return;
			if (!started) rows.push({ number: row, cells: [] });
			started = true;
			const cells = rows.at(-1)!.cells;
			made += Math.max(0, column - cells.length);
			while (cells.length < column) cells.push('');
			const text =
				type === 's'
					? (strings[Number(value)] ?? '')
					: type === 'b'
						? value === '1'
							? 'TRUE'
							: 'FALSE'
						: unescaped(value);
			characters += text.length;
			cells[column] = text;
		},
		text(text) {
			if (reading) value += text;
		},
	});
	if (fault) return undefined;
	if (count > most || made > most * repeats) return 'entries';
	characters += merge(rows, merges);
	if (characters > limits.characters) return 'characters';
	return rows.filter(row => row.cells.some(cell => cell.trim() !== ''));
}

/**
 * Merged cells: what stands in the first one holds for all, as people mean it. Answers how many characters that adds.
 */
function merge(rows: readonly { number: number; cells: string[] }[], ranges: readonly string[]): number {
	const byNumber = new Map(rows.map(row => [row.number, row.cells]));
	let left = filled;
	let added = 0;
	for (const range of ranges) {
		const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(range);
		const from = columnOf(found?.[1] + '1');
		const to = columnOf(found?.[3] + '1');
		if (!found || from === undefined || to === undefined || from !== to) continue; // side by side it is a caption, not a value
		const value = byNumber.get(Number(found[2]))?.[from];
		for (let number = Number(found[2]) + 1; value !== undefined && number <= Number(found[4]) && left-- > 0; number++) {
			const cells = byNumber.get(number);
			if (!cells) continue;
			while (cells.length <= from) cells.push('');
			if (cells[from] === '') added += value.length;
			cells[from] ||= value;
		}
	}
	return added;
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
