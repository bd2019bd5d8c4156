// A table of figures (.xlsx, .csv), as yearbooks and bureaus give them → a document: each sheet a table to cite, with
// what stands above and below it as paragraphs.

import { decodeText } from '../encoding';
import {
	titleProblems,
	importProblem,
	nothingRead,
	type ImportedDocument,
	type Limits,
	type ReadFile,
} from '../document';
import { tableLines, type TableRow } from '../dataTable';
import { officialEvidence } from '../official/official';
import { withLayout, type ParagraphMark } from '../paragraphMarks';
import { oneLine } from '../plain/paragraphs';
import { present, provedFields } from '../proved';
import { isZip } from '../office/zip';
import { readCsv } from './csv';
import { spreadCells, type SheetRow } from './mergedCells';
import { readSheets, type Sheet } from './xlsx';

/** A table with more rows is a data set, which nobody cites by its rows. */
const mostRows = 5_000;

/** Reads a file of tables as one document. */
export async function readTableDocument(bytes: Uint8Array, name: string, limits: Limits): Promise<ReadFile> {
	await Promise.resolve();
	const sheets = sheetsIn(bytes, name, limits);
	if ('documents' in sheets) return sheets;
	if (sheets.some(({ rows }) => rows.length > mostRows))
		return nothingRead('import.large', { what: 'entries', limit: mostRows });
	const parts = sheets.map(partOf).filter(part => part.lines.length > 0);
	if (!parts.some(({ lines }) => lines.some(line => line.isRow)))
		return nothingRead('import.empty', { reason: 'headings' });
	return { documents: [documentOf(parts)], problems: [] };
}

function sheetsIn(bytes: Uint8Array, name: string, limits: Limits): readonly Sheet[] | ReadFile {
	if (isZip(bytes)) return readSheets(bytes, limits, { formatted: true });
	const { rows } = readCsv(decodeText(bytes).text, name);
	return [{ name: '', rows: rows.map(({ number, cells }) => ({ number, cells: [...cells] })), merges: [] }];
}

/** What a sheet has: its table, and the paragraphs around it. */
interface Part {
	readonly name: string;
	/** The line above the table that names it. */
	readonly caption: string | undefined;
	readonly lines: readonly { readonly text: string; readonly isRow: boolean }[];
}

function partOf({ name, rows, merges }: Sheet): Part {
	const spread = spreadCells(rows, merges);
	const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
	const lines = tableLines(rows.map((row, at) => rowOf(row, columns, spread[at])));
	const first = lines[0];
	const caption = first && !first.isRow ? first.text : undefined;
	return { name, caption, lines: lines.filter(({ text }) => text !== '') };
}

/** One text in a row is a caption or a note; a row of the table has all of its columns. */
function rowOf(
	{ cells }: SheetRow,
	columns: number,
	spread: Pick<TableRow, 'spans' | 'continues'> | undefined,
): TableRow {
	const texts = cells.map(oneLine);
	const [only = '', ...others] = [...new Set(texts.filter(text => text !== ''))];
	const { spans = false, continues = false } = spread ?? {};
	if (others.length === 0 && !continues) return { cells: [only], isHead: false, spans: false, continues: false };
	return { cells: Array.from({ length: columns }, (_, at) => texts[at] ?? ''), isHead: false, spans, continues };
}

function documentOf(parts: readonly Part[]): ImportedDocument {
	const paragraphs: string[] = [];
	const marks: ParagraphMark[] = [];
	const [first] = parts;
	const title = parts.length === 1 ? first?.caption : undefined;
	for (const part of parts) {
		const table = {};
		if (parts.length > 1 && part.caption !== part.name) add(part.name, { heading: 1 });
		for (const { text, isRow } of part.lines) if (isRow || text !== title) add(text, isRow ? { table } : {});
	}
	const around = parts.flatMap(({ lines }) => lines.filter(({ isRow }) => !isRow).map(({ text }) => text));
	const official = officialEvidence({ title, before: around, body: [], after: [] });
	const dropped = title === undefined ? [] : [{ text: title, why: 'title', after: 0 }];
	return {
		source: present(provedFields(present({ web: false, title, ...official }))),
		...withLayout(paragraphs, marks),
		dropped,
		problems: [importProblem('import.table'), ...titleProblems(title)],
	};

	function add(text: string, mark: ParagraphMark): void {
		if (text === '') return;
		paragraphs.push(text);
		marks.push(mark);
	}
}
