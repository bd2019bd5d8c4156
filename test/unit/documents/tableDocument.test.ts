// Files of figures become documents with tables to cite: captions, heads that are merged, numbers as they are shown.
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../src/core/documents/document';
import { plainReaders, readFileWith } from '../../../src/core/documents/importer';
import { namesNoTerms } from '../../../src/core/documents/table/names';
import { numberFormats, shownNumber } from '../../../src/core/documents/table/numberFormats';
import { readTableDocument } from '../../../src/core/documents/table/tableDocument';
import { importProblem } from '../../../src/core/documents/document';
import { archive } from '../../support/archive';

const read = (bytes: Uint8Array, name: string) =>
	readFileWith({ ...plainReaders, table: readTableDocument }, bytes, name, defaultLimits);
const csv = (text: string) => read(new TextEncoder().encode(text), 'a.csv');

test('a csv: the caption is the title, the table is one, the note stays', async () => {
	const { documents } = await csv(
		'表1 各地区总量,,\n地区,总量（亿元）,增速（%）\n东山市,1234.5,5.2\n西河市,,4.8\n注：初步核算数。,,\n',
	);
	expect(documents[0]).toMatchObject({
		source: { title: '表1 各地区总量', type: 'document' },
		paragraphs: ['地区 | 总量（亿元） | 增速（%）', '东山市 | 1234.5 | 5.2', '西河市 | | 4.8', '注：初步核算数。'],
		layout: { tables: [{ first: 1, last: 3 }] },
		dropped: [{ text: '表1 各地区总量', why: 'title' }],
		problems: [{ code: 'import.table' }],
	});
});

test('what has no table, or far too much, is told', async () => {
	const codeOf = async (text: string) => (await csv(text)).problems.map(({ code }) => code);
	expect(await codeOf('只有一列\n没有表格\n')).toEqual(['import.empty']);
	expect(await codeOf(`甲,${'文'.repeat(3000)}\n乙,丙\n`)).toEqual(['import.empty']);
	expect(await codeOf('甲,1\n'.repeat(5_001))).toEqual(['import.large']);
});

/** An Excel file with these sheets, and styles. */
function workbook(
	sheets: readonly (readonly [name: string, attributes: string, xml: string])[],
	styles = '<styleSheet/>',
) {
	const list = sheets.map(([name, attributes], i) => `<sheet name="${name}" ${attributes} r:id="r${i}"/>`).join('');
	const targets = sheets.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/sheet${i}.xml"/>`).join('');
	return archive([
		['[Content_Types].xml', '<Types/>'],
		['_rels/.rels', '<Relationships/>'],
		['xl/workbook.xml', `<workbook><sheets>${list}</sheets></workbook>`],
		['xl/_rels/workbook.xml.rels', `<Relationships>${targets}</Relationships>`],
		['xl/styles.xml', styles],
		...sheets.map(([, , xml], i): [string, string] => [`xl/worksheets/sheet${i}.xml`, xml]),
	]);
}

describe('an Excel file', () => {
	const text = (cell: string, words: string) => `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`;
	const rows = [
		`<row r="1">${text('A1', '表2 主要指标')}</row>`,
		`<row r="2">${text('A2', '地区')}${text('B2', '2023年')}</row>`,
		`<row r="3">${text('B3', '总量')}${text('C3', '增速')}</row>`,
		`<row r="4">${text('A4', '东山市')}<c r="B4"><v>12.300000000000001</v></c><c r="C4" s="1"><v>0.046</v></c></row>`,
		`<row r="5">${text('A5', '西河市')}<c r="B5" s="2"><v>44927</v></c></row>`,
	];
	const merges = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/></mergeCells>';
	const sheet = (data: string) => `<worksheet><sheetData>${data}</sheetData>${merges}</worksheet>`;
	const styles =
		'<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>';

	test('a head of two rows is one, numbers are as shown', async () => {
		const file = workbook([['Sheet1', '', sheet(rows.join(''))]], styles);
		const { documents } = await read(file, 'a.xlsx');
		expect(documents[0]?.source.title).toBe('表2 主要指标');
		expect(documents[0]?.paragraphs).toEqual([
			'地区 | 2023年 总量 | 2023年 增速',
			'东山市 | 12.3 | 4.6%',
			'西河市 | 2023-01-01',
		]);
		expect(documents[0]?.layout?.tables).toEqual([{ first: 1, last: 3 }]);
	});

	test('every sheet that is shown has its heading and its table', async () => {
		const of = (place: string) =>
			`<worksheet><sheetData><row r="1">${text('A1', '地区')}${text('B1', '值')}</row><row r="2">${text('A2', place)}<c r="B2"><v>1</v></c></row></sheetData></worksheet>`;
		const file = workbook([
			['总量', '', of('东')],
			['算', 'state="hidden"', of('藏')],
			['分项', '', of('西')],
		]);
		const { documents } = await read(file, 'a.xlsx');
		expect(documents[0]?.paragraphs).toEqual(['总量', '地区 | 值', '东 | 1', '分项', '地区 | 值', '西 | 1']);
		expect(documents[0]?.layout?.headings?.map(({ paragraph }) => paragraph)).toEqual([1, 4]);
		expect(documents[0]?.layout?.tables).toHaveLength(2);
	});
});

test('formats of numbers', () => {
	const formats = numberFormats(
		'<styleSheet><numFmts><numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="172" formatCode="#,##0.0_ "/></numFmts><cellXfs><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="9"/></cellXfs></styleSheet>',
	);
	const shown = (value: string, at: number) => shownNumber(value, formats[at] ?? { kind: 'general' });
	expect([shown('44927', 0), shown('1234.56', 1), shown('0.07', 2), shown('0.1', 9), shown('无', 2)]).toEqual([
		'2023-01',
		'1234.6',
		'7%',
		'0.1',
		'无',
	]);
});

test('only a table whose headings name no terms is a document', () => {
	const empty = (reason: string) => [importProblem('import.empty', { reason })];
	expect([
		namesNoTerms([], empty('headings')),
		namesNoTerms([], empty('keywords')),
		namesNoTerms([1], empty('headings')),
	]).toEqual([true, false, false]);
});
