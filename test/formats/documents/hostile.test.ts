// Files made to cost more than they are long: what is made of them counts, not what is read; and work grows as the
// file does. Sizes are such that work that grows with their square would take minutes: the time limit of a test ends it.
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/corpus/document';
import { parsePackFile } from '../../../src/core/corpus/yaml/parse';
import { citedSources } from '../../../src/core/documents/cited';
import { defaultLimits, type ReadFile } from '../../../src/core/documents/document';
import { readDocx } from '../../../src/core/documents/office/docx';
import { readHtml } from '../../../src/core/documents/html/html';
import { parseHtml } from '../../../src/core/documents/html/tree';
import { readJsonList } from '../../../src/core/documents/plain/jsonLists';
import { readMarkdown } from '../../../src/core/documents/plain/markdown';
import { readText } from '../../../src/core/documents/plain/text';
import { readTable } from '../../../src/core/documents/table/table';
import { unpacksBeyond } from '../../../src/core/documents/pdf/streams';
import { linesOf } from '../../../src/core/documents/pdf/lines';
import { ignoredBy } from '../../../src/core/draft/ignored';
import { docx, paragraph, xlsx } from '../../support/archive';

const utf8 = (text: string) => new TextEncoder().encode(text);
const sentence = '县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点';
const broken = '一行没有标点的很长的文字，也就是说明天还要继续写下去';
const codes = (read: ReadFile) => read.problems.map(({ code, data }) => `${code} ${String(data.what ?? '')}`);

describe('what is made counts', () => {
	const numbering = (label: string) =>
		`<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="8"><w:start w:val="3888"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="${label}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
	const item = paragraph('字', '<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>');

	test.each(['%9', '%9%8'])('labels of lists, %s: 393 kB that would become gigabytes stay small', async label => {
		const bytes = docx(item.repeat(20_000), { 'word/numbering.xml': numbering(label.repeat(1_000)) });
		const { documents } = await readDocx(bytes, 'a.docx', defaultLimits);
		const [first = '', ...more] = documents[0]?.paragraphs ?? [];
		expect([first.length < 150, more.length]).toEqual([true, 19_999]);
		const few = { ...defaultLimits, characters: 500_000 };
		expect(codes(await readDocx(bytes, 'a.docx', few))).toEqual(['import.large characters']);
	});

	test('a label no program writes is read as far as it can name levels', async () => {
		const bytes = docx(item.repeat(2), { 'word/numbering.xml': numbering('%9'.repeat(1_000)) });
		const { documents } = await readDocx(bytes, 'a.docx', defaultLimits);
		expect(documents[0]?.paragraphs[0]).toBe(`${'MMMDCCCLXXXVIII'.repeat(9)}%字`);
	});

	test('tables within each other: the text of the innermost is not made again without end', async () => {
		const nested = (depth: number) =>
			docx(
				`${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph('字'.repeat(10_000))}${'</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>'.repeat(depth)}${paragraph(sentence)}`,
			);
		const few = { ...defaultLimits, characters: 20_000 };
		expect(codes(await readDocx(nested(160), 'a.docx', few))).toEqual(['import.large characters']);
		expect((await readDocx(nested(3), 'a.docx', few)).documents[0]?.paragraphs.length).toBe(2);
	});

	test('a note that is referred to many times is told once', async () => {
		const bytes = docx(
			`${paragraph(sentence)}<w:p>${'<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(20_000)}</w:p>`,
			{
				'word/footnotes.xml': `<w:footnotes><w:footnote w:id="1">${paragraph('注 '.repeat(50_000))}</w:footnote></w:footnotes>`,
			},
		);
		const { documents } = await readDocx(bytes, 'a.docx', defaultLimits);
		expect(documents[0]?.dropped.filter(one => one.why === 'footnote').length).toBe(1);
	});

	const heading = '<row r="1"><c r="A1" t="inlineStr"><is><t>术语</t></is></c></row>';
	const rowsOf = (count: number, cell: (row: number) => string) =>
		heading + Array.from({ length: count }, (_, i) => `<row r="${String(i + 2)}">${cell(i + 2)}</row>`).join('');

	test('a text that many cells of a sheet show', () => {
		const sheet = rowsOf(1_000, row => `<c r="A${String(row)}" t="s"><v>0</v></c>`);
		const read = readTable(xlsx(sheet, [`<t>${'字'.repeat(100_000)}</t>`]), 'a.xlsx', defaultLimits);
		expect('documents' in read && codes(read)).toEqual(['import.large characters']);
	});

	test('a text that merged cells show', () => {
		const sheet = rowsOf(1_000, row =>
			row === 2 ? '<c r="A2" t="s"><v>0</v></c>' : `<c r="B${String(row)}"><v>1</v></c>`,
		);
		const bytes = xlsx(`${sheet}</sheetData><mergeCells><mergeCell ref="A2:A1001"/></mergeCells><sheetData>`, [
			`<t>${'字'.repeat(100_000)}</t>`,
		]);
		const read = readTable(bytes, 'a.xlsx', defaultLimits);
		expect('documents' in read && codes(read)).toEqual(['import.large characters']);
	});

	test('empty cells before one at the right end', () => {
		const few = { ...defaultLimits, nodes: 500 };
		const sheet = (column: string) => rowsOf(400, row => `<c r="${column}${String(row)}"><v>1</v></c>`);
		const wide = readTable(xlsx(sheet('CV')), 'a.xlsx', few);
		expect('documents' in wide && codes(wide)).toEqual(['import.large entries']);
		expect('documents' in readTable(xlsx(sheet('H')), 'a.xlsx', few)).toBe(false);
	});

	test('a row of a million separators has no more cells than a table', () => {
		const read = readTable(utf8(`术语,定义\n甲${','.repeat(1_000_000)}`), 'a.csv', defaultLimits);
		expect('documents' in read ? 0 : read.rows[1]?.cells.length).toBe(100);
	});

	test('lists and objects that one call would make', async () => {
		const deep = await readJsonList(utf8('['.repeat(5_000_000) + ']'.repeat(5_000_000)), 'a.json', defaultLimits);
		expect(deep.problems.map(({ code, data }) => [code, data.reason])).toEqual([['import.entry', 'large']]);
		const line = `{"title":"题","content":"${broken}"}\n`;
		const lines = await readJsonList(utf8(`${line}{"a":${'['.repeat(20)}\n${line}`), 'a.jsonl', {
			...defaultLimits,
			nodes: 1,
		});
		expect(lines.documents.length).toBe(2);
		expect(lines.problems.map(({ line: at, data }) => [at, data.reason])).toEqual([[2, 'large']]);
	});

	test('streams of a PDF that pass one by one, but not all together', () => {
		const bytes = utf8(`%PDF-1.4\n${'1 0 obj\n<< >>\nstream\n'.repeat(200_001)}`);
		expect(unpacksBeyond(bytes, 100_000_000)).toBe(true);
	});
});

describe('work grows as the file does', () => {
	test('a paragraph of many lines: text, page, document of a pack', async () => {
		const lines = 60_000;
		const text = `题目\n\n${`${sentence}。\n\n`.repeat(lines / 2)}${`${broken}\n`.repeat(lines)}`;
		const plain = await readText(utf8(text), 'a.txt', defaultLimits);
		expect(plain.documents[0]?.paragraphs.at(-1)?.length).toBe(broken.length * lines);
		const page = await readHtml(
			utf8(`<p>${sentence}。</p><div>${`${broken}<br>`.repeat(lines)}</div>`),
			'a',
			defaultLimits,
		);
		expect(page.documents[0]?.paragraphs.at(-1)?.length).toBe(broken.length * lines);
		const document = readDocument(
			'documents/a.md',
			`---\nid: a\ntype: book\ntitle: 题\n---\n\n${`${broken}\n`.repeat(lines)}`,
		);
		expect(document.paragraphs.map(one => one.length)).toEqual([broken.length * lines]);
	});

	test('lines of one width, more of them than a call takes arguments', async () => {
		const text = `${`${broken}${broken}\n`.repeat(130_000)}\n\n${sentence}。\n\n登录\n\n首页\n`;
		const { documents, problems } = await readText(utf8(text), 'a.txt', defaultLimits);
		expect(problems).toEqual([]);
		expect(documents[0]?.paragraphs[0]?.length).toBe(broken.length * 2 * 130_000);
	});

	test('titles and tags of a page that nothing closes or opens', () => {
		expect(parseHtml(`<p>${sentence}</p>${'<title>'.repeat(300_000)}`, 400_000)).toBeDefined();
		expect(parseHtml('<div>'.repeat(190) + '</x>'.repeat(700_000), 400_000)).toBeDefined();
		expect(parseHtml('</x>'.repeat(900_000), 400_000)).toBeUndefined();
	});

	test('spaces in the heading of a draft', async () => {
		const { documents } = await readMarkdown(
			utf8(`# 题目${' '.repeat(300_000)}字${' #'.repeat(100)} x ##\n\n${sentence}。`),
			'a.md',
			defaultLimits,
		);
		expect(documents[0]?.source.title?.startsWith('题目')).toBe(true);
	});

	test('a page of a PDF that says it is 40 million points wide', () => {
		const pieces = Array.from({ length: 100 }, (_, i) => ({ text: '字', x: 10, y: i * 20, width: 10, size: 10 }));
		expect(linesOf(pieces, 1, 842, 40_000_000).length).toBe(100);
	});

	test('words “stream” in a PDF without an end', () => {
		expect(unpacksBeyond(utf8(`%PDF-1.4\n${'stream\n'.repeat(150_000)}`), 100_000_000)).toBe(false);
	});

	test('a record of many fields, of many authors, of aliases', () => {
		const many = (count: number, line: (i: number) => string) =>
			Array.from({ length: count }, (_, i) => line(i)).join('\n');
		const fields = parsePackFile('term', 'x.yaml', `- id: a\n  term: 词\n${many(50_000, i => `  f${String(i)}: x`)}\n`);
		expect(fields.records.length).toBe(1);
		expect(fields.problems.length).toBe(1000);
		const authors = parsePackFile(
			'source',
			'x.yaml',
			`- id: a\n  type: book\n  title: 题\n  author:\n${many(30_000, i => `    - { literal: 人${String(i)} }`)}\n`,
		);
		expect((authors.records[0]?.value.author as unknown[]).length).toBe(30_000);
		const twice = parsePackFile(
			'term',
			'x.yaml',
			`- id: a\n  term: 词\n${many(50_000, i => `  f${String(i)}: x`)}\n  f7: y\n- id: b\n  term: 字\n`,
		);
		expect(twice.records.map(({ value }) => value.id)).toEqual(['b']);
		expect(twice.problems.map(({ code, line }) => [code, line])).toEqual([['yaml.duplicateKey', 50_003]]);
		const aliases = parsePackFile('term', 'x.yaml', `- &a { id: a, term: 词 }\n${'- *a\n'.repeat(40_000)}`);
		expect(aliases.problems.map(({ code }) => code)).toEqual(['yaml.aliases']);
		expect(
			parsePackFile('term', 'x.yaml', '- { id: a, term: &x 一 }\n- { id: b, term: &x 二 }\n- { id: c, term: *x }\n')
				.records[2]?.value.term,
		).toBe('二');
	});

	test('entries of ignore.yaml: none costs anything while another is looked for', () => {
		const finding = { code: 'structure.level', severity: 'hint', start: 0, end: 1, data: {} } as const;
		const entries = Array.from({ length: 40_000 }, (_, i) =>
			i % 2 === 0 ? { code: 'quotation.differs', text: '，' } : { code: 'wording.near' },
		);
		const ignored = ignoredBy(entries);
		for (let i = 0; i < 20_000; i++) expect(ignored(finding as never, '，。')).toBe(false);
		expect(ignoredBy([...entries, { code: 'structure' }])(finding as never, '，。')).toBe(true);
		expect(ignoredBy([{ code: '*' }])(finding as never, '，。')).toBe(true);
		expect(ignoredBy([{ code: 'structure.level', text: '；' }])(finding as never, '；')).toBe(true);
	});

	test('citations of one source', () => {
		const citations = Array.from({ length: 100_000 }, (_, i) => ({
			id: `c${String(i)}`,
			kind: 'quotation' as const,
			text: sentence,
			source: 'a',
			paragraph: 1,
		}));
		expect(citedSources([{ id: 'a', type: 'book', title: '题' }], citations)[0]?.citations.length).toBe(100_000);
	});
});
