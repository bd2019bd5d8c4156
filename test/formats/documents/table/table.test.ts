// Tables of terms and formulations: every usable row becomes records that a pack accepts, every other is told by its number.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPackTools } from '../../../../src/core/corpus/tools';
import { defaultLimits } from '../../../../src/core/documents/document';
import { readTable, recordsOf, type TableHome, type TableRecords } from '../../../../src/core/documents/table/table';
import { readCsv, type Table } from '../../../../src/core/documents/table/csv';
import { columnsOf } from '../../../../src/core/documents/table/headings';
import { isTableName } from '../../../../src/core/documents/table/names';
import { archive, xlsx } from '../../../support/archive';
import { effort } from '../../../support/effort';

const utf8 = (text: string) => new TextEncoder().encode(text);
const tools = createPackTools();

function home(known: Partial<TableHome> = {}): TableHome {
	const taken = new Set<string>();
	return {
		propose: (kind, text) => {
			const id = tools.propose(kind, text, one => taken.has(one));
			taken.add(id);
			return id;
		},
		holder: () => undefined,
		sourceId: () => undefined,
		...known,
	};
}

function tableOf(bytes: Uint8Array, name = 'a.csv'): Table {
	const table = readTable(bytes, name, defaultLimits);
	if ('documents' in table) throw new Error(JSON.stringify(table.problems));
	return table;
}

const records = (csv: string, known?: Partial<TableHome>): TableRecords => recordsOf(tableOf(utf8(csv)), home(known));
const faults = ({ problems }: TableRecords) =>
	problems.map(problem => `${problem.line ?? ''} ${problem.code} ${String(problem.data.reason)}`.trim());
const code = (bytes: Uint8Array, name = 'a.xlsx') => {
	const read = readTable(bytes, name, defaultLimits);
	return 'documents' in read
		? read.problems.map(problem => `${problem.code} ${String(Object.values(problem.data)[0] ?? '')}`.trim()).join()
		: 'read';
};

describe('separated values', () => {
	test('cells with separators, line ends and quotation marks; blank rows count', () => {
		expect(readCsv('a,"b,""c""\nd",\r\n\r\n,,\ne,f')).toEqual({
			unclosed: [],
			rows: [
				{ number: 1, cells: ['a', 'b,"c"\nd', ''] },
				{ number: 4, cells: ['e', 'f'] },
			],
		});
		expect(readCsv('术语;定义\n甲;乙,丙').rows[1]!.cells).toEqual(['甲', '乙,丙']);
		expect(readCsv('sep=|\n甲|乙').rows).toEqual([{ number: 2, cells: ['甲', '乙'] }]);
		expect(readCsv('甲\t"乙"', 'a.tsv').rows[0]!.cells).toEqual(['甲', '乙']);
	});

	test('a mark that never closes takes no other row with it', async () => {
		const { rows, unclosed } = readCsv('a,"b\nc,d\ne,f');
		expect(rows.map(row => row.cells)).toEqual([
			['a', '"b'],
			['c', 'd'],
			['e', 'f'],
		]);
		expect(unclosed).toEqual([1]);
		const cost = await effort(() => {
			expect(readCsv('"a\n,'.repeat(300_000)).rows.length).toBeGreaterThan(0);
		});
		expect(cost).toBeLessThan(150);
	});

	test('what is written is read', () => {
		const cell = fc.string({ unit: fc.constantFrom('a', '词', ',', '"', '\n', ' ', ';', '='), maxLength: 6 });
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), rows => {
				const csv = ['h,"i"', ...rows.map(row => row.map(one => `"${one.replaceAll('"', '""')}"`).join(','))].join(
					'\r\n',
				);
				expect(
					readCsv(csv)
						.rows.slice(1)
						.map(row => row.cells),
				).toEqual(rows.filter(row => row.some(one => one.trim() !== '')));
			}),
		);
	});
});

test('headings in both languages, with remarks', () => {
	expect(
		columnsOf(['术语（必填）', '英文名称', '释 义', '来源：', 'Alias', '提法', '例句', '分类', '序号', 'Definition *']),
	).toEqual([
		'term',
		'english',
		'definition',
		'source',
		'alias',
		'formulation',
		'usage',
		'category',
		undefined,
		'definition',
	]);
	expect(isTableName('a/提法.XLSX') && !isTableName('a.md')).toBe(true);
});

describe('records', () => {
	test.each([
		['题名,作者,来源,关键词\n县域经济的路径,张某,《城市研究》,县域经济；城乡融合；产业\n', []],
		['题名,关键词\n县域经济的路径,县域经济\n', []],
		['序号,关键词\n1,县域经济 城乡融合\n2,数字政府\n', []],
		['序号,关键字\n1,数字经济|平台治理\n', []],
		['术语,释义,关键词\n数字政府,以数字方式办理,政务；数据\n', ['数字政府']],
		['提法,主题词\n加快建设数字中国,数据、网络\n', ['加快建设数字中国']],
		['关键词,释义\n数字政府,以数字方式办理\n新质生产力,先进生产力质态\n', ['数字政府', '新质生产力']],
	])('key words of works are no terms: %s', (csv, expected) => {
		const { records: found, problems } = records(csv);
		expect(found.map(({ record }) => ('term' in record ? record.term : 'text' in record ? record.text : ''))).toEqual(
			expected,
		);
		expect(problems.map(one => one.data.reason)).toEqual(expected.length === 0 ? ['keywords'] : []);
	});

	test('a term with its definition and source, a formulation with its source', () => {
		const { records: found, problems } = records(
			'政策术语表,,,,,\n词条,定义,出处,英文,别名,分类\n新质生产力,先进生产力质态,《讲话》,new quality productive forces,新生产力、先进生产力,概念\n未来产业,,,,,\n必须坚持创新在我国现代化建设全局中的核心地位,,,,,\n',
		);
		expect(problems).toEqual([]);
		expect(found.map(one => [one.row, one.kind])).toEqual([
			[3, 'source'],
			[3, 'citation'],
			[3, 'term'],
			[4, 'term'],
			[5, 'term'],
		]);
		expect(found[0]!.record).toMatchObject({ title: '讲话', type: 'document' });
		expect(found[2]!.record).toEqual({
			id: 'xinzhi-shengchanli',
			term: '新质生产力',
			aliases: ['新生产力', '先进生产力'],
			english: 'new quality productive forces',
			category: '概念',
			definition: { text: '先进生产力质态', basis: [found[1]!.record.id] },
		});
		expect(found[3]!.record).toEqual({ id: 'weilai-chanye', term: '未来产业' });
	});

	test('under 提法 a clause is a formulation, a name a term', () => {
		const { records: found } = records(
			'提法,来源,释义\n要牢牢把握{目标}这个首要任务,https://example.org/a,意思\n新发展理念,,五大理念\n',
		);
		expect(found.map(one => one.kind)).toEqual(['source', 'citation', 'formulation', 'term']);
		expect(found[1]!.record).toMatchObject({
			kind: 'quotation',
			text: '要牢牢把握{目标}这个首要任务',
			source: found[0]!.record.id,
		});
		expect(found[0]!.record).toMatchObject({ type: 'webpage', URL: 'https://example.org/a' });
		expect(found[2]!.record).toMatchObject({ usage: '意思', citations: [found[1]!.record.id] });
		expect(found[3]!.record).toMatchObject({ definition: { text: '五大理念', basis: 'general' } });
	});

	test('sources of one name are one; one the pack has is used', () => {
		const csv = '术语,定义,来源\n甲甲,一,《报告》\n乙乙,二,报告\n';
		expect(records(csv).records.filter(one => one.kind === 'source')).toHaveLength(1);
		expect(
			records(csv, { sourceId: title => (title === '报告' ? 'baogao-2024' : undefined) }).records.find(
				one => one.kind === 'citation',
			)!.record,
		).toMatchObject({ source: 'baogao-2024' });
	});

	test('rows that cannot be used are told by their number, the others are there', () => {
		const found = records(
			`术语,定义,提法\n甲甲,一,\n,没有名称,\n甲甲,又一次,\n${'长'.repeat(61)},,\n乙乙,${'长'.repeat(2001)},\n,,要{坏的\n丙丙,,\n术语,定义,提法\n`,
			{ holder: (_, text) => (text === '丙丙' ? 'own' : undefined) },
		);
		expect(faults(found)).toEqual([
			'3 import.entry name',
			'4 import.entry twice',
			'5 import.entry long',
			'6 import.entry long',
			'7 import.entry slot',
			'8 import.entry known',
		]);
		expect(found.records.map(one => one.record)).toEqual([
			{ id: 'jiajia', term: '甲甲', definition: { text: '一', basis: 'general' } },
			{ id: 'yiyi', term: '乙乙' },
		]);
	});

	test('no headings, no rows', () => {
		expect(faults(records('甲,乙\n丙,丁'))).toEqual(['import.empty headings']);
		expect(faults(records('术语,定义'))).toEqual(['import.empty nothing']);
	});

	test('GBK, UTF-16 and a byte order mark', () => {
		const text = '术语,定义\n新质生产力,先进的生产力质态，由技术革命性突破而催生\n';
		const wide = new Uint8Array([0xff, 0xfe, ...[...text].flatMap(c => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);
		const gbk = Uint8Array.from([
			202, 245, 211, 239, 44, 182, 168, 210, 229, 10, 208, 194, 214, 202, 201, 250, 178, 250, 193, 166, 44, 207, 200,
			189, 248, 181, 196, 201, 250, 178, 250, 193, 166,
		]);
		for (const bytes of [wide, utf8(`\uFEFF${text}`), gbk])
			expect(recordsOf(tableOf(bytes), home()).records.map(one => one.record)).toMatchObject([{ term: '新质生产力' }]);
	});

	test('every record is accepted by a pack, whatever the cells hold', () => {
		const cell = fc.string({
			unit: fc.constantFrom(
				'=',
				'-',
				'@',
				'词',
				'新',
				'a',
				':',
				'#',
				'"',
				"'",
				'{',
				'}',
				'\n',
				'\t',
				'，',
				'|',
				'&',
				'*',
				'!',
				'%',
				'\u0000',
				'\u2028',
				'\ud800',
			),
			maxLength: 8,
		});
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell), { maxLength: 4 }), rows => {
				const cells = [['术语', '定义', '来源', '提法', '别名'], ...rows];
				const { records: found } = recordsOf(
					{ rows: cells.map((one, i) => ({ number: i + 1, cells: one })), unclosed: [] },
					home(),
				);
				for (const { kind, record } of found)
					expect(tools.add(kind, '', record), JSON.stringify(record)).toHaveProperty('offset');
				expect(new Set(found.map(one => one.record.id)).size).toBe(found.length);
			}),
			{ numRuns: 60 },
		);
	});

	test('a formula is only text', () => {
		expect(records("术语,定义\n=cmd|'/C calc'!A0,@SUM(1+1)\n").records[0]!.record).toMatchObject({
			term: "=cmd|'/C calc'!A0",
			definition: { text: '@SUM(1+1)', basis: 'general' },
		});
	});
});

describe('Excel', () => {
	const s = (cell: string, index: number) => `<c r="${cell}" t="s"><v>${index}</v></c>`;

	test('shared and inline strings, cached values, gaps between cells, merged cells', () => {
		const bytes = xlsx(
			`<row r="1">${s('A1', 0)}${s('B1', 1)}${s('D1', 2)}</row>` +
				`<row r="2">${s('A2', 3)}${s('B2', 4)}<c r="D2" t="inlineStr"><is><t>概念</t></is></c></row>` +
				'<row r="4"><c r="A4" t="str"><f>HYPERLINK("http://x","y")</f><v>未来产业</v></c><c r="B4"><v>42</v></c></row>',
			[
				'<t>术语</t>',
				'<t>定义</t>',
				'<t>分类</t>',
				'<r><t>新质</t></r><r><t>生产力</t></r><rPh><t>xin</t></rPh>',
				'<t>先进_x000D_的</t>',
			],
			{ 'xl/worksheets/sheet2.xml': '<worksheet/>' },
		);
		expect(tableOf(bytes, 'a.xlsx').rows).toEqual([
			{ number: 1, cells: ['术语', '定义', '', '分类'] },
			{ number: 2, cells: ['新质生产力', '先进\r的', '', '概念'] },
			{ number: 4, cells: ['未来产业', '42'] },
		]);
		const { records: found } = recordsOf(tableOf(bytes, 'a.xlsx'), home());
		expect(found.map(one => [one.row, one.record])).toMatchObject([
			[2, { term: '新质生产力', category: '概念' }],
			[4, { term: '未来产业', definition: { text: '42' } }],
		]);
	});

	test('a category merged down over rows holds for each', () => {
		const row = (n: number, ...cells: string[]) => `<row r="${n}">${cells.join('')}</row>`;
		const bytes = xlsx(
			row(1, s('A1', 0), s('B1', 1)) +
				row(2, s('A2', 2), s('B2', 3)) +
				row(3, s('B3', 4)) +
				'</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells><sheetData>',
			['<t>分类</t>', '<t>术语</t>', '<t>产业</t>', '<t>甲甲</t>', '<t>乙乙</t>'],
		);
		expect(recordsOf(tableOf(bytes, 'a.xlsx'), home()).records.map(one => one.record)).toMatchObject([
			{ term: '甲甲', category: '产业' },
			{ term: '乙乙', category: '产业' },
		]);
	});

	test('what is not read, and why', async () => {
		const cost = await effort(() => {
			expect(code(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0))).toBe('import.format xls');
			expect(code(archive([['word/document.xml', 'a']]))).toBe('import.format docx');
			expect(code(xlsx('<row>'))).toBe('import.damaged xml');
			expect(code(xlsx('', [], { 'xl/worksheets/sheet9.xml': { data: 'a', size: 2_000_000_000 } }))).toBe(
				'import.large unpacked',
			);
			expect(
				code(
					archive([
						['xl/workbook.xml', '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'],
						['xl/worksheets/sheet1.xml', '<!DOCTYPE a><worksheet/>'],
					]),
				),
			).toBe('import.damaged xml');
			expect(code(xlsx('<row>' + '<c><v>1</v></c>'.repeat(500_000) + '</row>', [], {}))).toMatch(/^import\.large/);
		});
		expect(cost).toBeLessThan(250);
	});

	test('a merged range over a million rows, and a cell in the last column', async () => {
		const cost = await effort(() => {
			const bytes = xlsx(
				'<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells><sheetData>',
			);
			expect(tableOf(bytes, 'a.xlsx').rows).toEqual([{ number: 1, cells: ['1'] }]);
		});
		expect(cost).toBeLessThan(50);
	});
});
