// Inputs made to cost more than they are long: for every reader the shapes that make work or output grow faster than
// what is read. Each is made for a size, so that growth can be measured.

import { Draft } from '../../src/core/draft/draft';
import { readBib } from '../../src/core/citations/exchange/bibRead';
import { readCslJson, readCslYaml } from '../../src/core/citations/exchange/cslRead';
import { collect, type Reader } from '../../src/core/citations/exchange/bibliography';
import { readRis } from '../../src/core/citations/exchange/risRead';
import { readDocument } from '../../src/core/corpus/document';
import { parsePackFile } from '../../src/core/corpus/yaml/parse';
import { readPack } from '../../src/core/corpus/yaml/read';
import type { FileKind } from '../../src/core/corpus/schema';
import { citedSources } from '../../src/core/documents/cited';
import { defaultLimits, type ReadFile } from '../../src/core/documents/document';
import { readFileWith } from '../../src/core/documents/importer';
import { createDocumentReaders } from '../../src/core/documents/readers';
import { readTable, recordsOf } from '../../src/core/documents/table/table';
import { ignoredBy } from '../../src/core/draft/ignored';
import { docx, paragraph, xlsx } from '../support/archive';

/** What became of an input, in a few words. */
export type Outcome = string;

export interface HostileCase {
	readonly name: string;
	/** Three sizes, each twice the one before. */
	readonly sizes: readonly [number, number, number];
	/** Makes the input; what is answered reads it. */
	readonly make: (size: number) => { readonly bytes: number; readonly read: () => Outcome | Promise<Outcome> };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

function said({ documents, problems }: ReadFile): Outcome {
	const refused = problems.map(one => `${one.code} ${String(one.data.what ?? one.data.reason ?? '')}`.trim());
	return documents.length > 0 ? `${String(documents.length)} documents` : refused.slice(0, 2).join(', ');
}

/** A document file as the import reads it. */
function file(name: string, bytes: Uint8Array) {
	return {
		bytes: bytes.length,
		read: async () => said(await readFileWith(createDocumentReaders({}), bytes, name, defaultLimits)),
	};
}

function table(name: string, bytes: Uint8Array) {
	return {
		bytes: bytes.length,
		read: () => {
			const read = readTable(bytes, name, defaultLimits);
			if ('documents' in read) return said(read);
			let n = 0;
			const home = { propose: () => `id-${String(n++)}`, holder: () => undefined, sourceId: () => undefined };
			const { records, problems } = recordsOf(read, home);
			return `${String(records.length)} records, ${String(problems.length)} problems`;
		},
	};
}

function pack(kind: FileKind, text: string) {
	return {
		bytes: text.length,
		read: () => {
			const { records, problems } = parsePackFile(kind, 'x.yaml', text);
			return `${String(records.length)} records, ${String(problems.length)} problems ${problems[0]?.code ?? ''}`;
		},
	};
}

function library(reader: Reader, text: string) {
	return {
		bytes: text.length,
		read: () => {
			const steps = collect('x', text, reader, () => 'new');
			for (;;) {
				const step = steps.next();
				if (step.done)
					return `${String(step.value.data.sources.length)} sources, ${String(step.value.problems.length)} problems`;
			}
		},
	};
}

const rows = (n: number, row: (i: number) => string, between = '') =>
	Array.from({ length: n }, (_, i) => row(i)).join(between);
const thousand: readonly [number, number, number] = [1_000, 2_000, 4_000];
const tens: readonly [number, number, number] = [10_000, 20_000, 40_000];
const hundreds: readonly [number, number, number] = [100_000, 200_000, 400_000];
const sentence = '县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点';

function labels(places: number, paragraphs: number): Uint8Array {
	const levels = rows(
		9,
		i =>
			`<w:lvl w:ilvl="${String(i)}"><w:start w:val="3888"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="${'%9'.repeat(places)}"/></w:lvl>`,
	);
	return docx(
		rows(paragraphs, () => paragraph('字', '<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>')),
		{
			'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
		},
	);
}

const nestedDocx = (depth: number, text: string) =>
	docx(
		'<w:tbl><w:tr><w:tc>'.repeat(depth) +
			paragraph(text) +
			'</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>'.repeat(depth) +
			paragraph(sentence),
	);

const nestedHtml = (depth: number, text: string) =>
	utf8(
		`<html><body>${'<table><tr><td>'.repeat(depth)}${text}${'</td><td>短</td></tr></table>'.repeat(depth)}<p>${sentence}。</p></body></html>`,
	);

/** A PDF of one page; `content` is its text, `more` stands behind its objects. */
function pdf(content: string, more = '', box = '0 0 595 842'): Uint8Array {
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		`<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
		`<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	let text = '%PDF-1.4\n';
	const at: number[] = [];
	objects.forEach((object, i) => {
		at.push(text.length);
		text += `${String(i + 1)} 0 obj\n${object}\nendobj\n`;
	});
	text += more;
	const start = text.length;
	text += `xref\n0 6\n0000000000 65535 f \n${at.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Root 1 0 R /Size 6 >>\nstartxref\n${String(start)}\n%%EOF`;
	return utf8(text);
}

/** Every reader with the shapes that cost it most. */
export const hostileCases: readonly HostileCase[] = [
	{
		name: 'docx: n places in the labels of 20,000 list items',
		sizes: thousand,
		make: n => file('a.docx', labels(n, 20_000)),
	},
	{ name: 'docx: n list items with 1,000 places each', sizes: tens, make: n => file('a.docx', labels(1_000, n)) },
	{ name: 'docx: tables n deep', sizes: [40, 80, 160], make: n => file('a.docx', nestedDocx(n, '字'.repeat(200_000))) },
	{
		name: 'docx: n references to one long note',
		sizes: tens,
		make: n =>
			file(
				'a.docx',
				docx(`${paragraph(sentence)}<w:p>${'<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(n)}</w:p>`, {
					'word/footnotes.xml': `<w:footnotes><w:footnote w:id="1">${paragraph('字 '.repeat(50_000))}</w:footnote></w:footnotes>`,
				}),
			),
	},
	{
		name: 'docx: n paragraphs with nothing in them',
		sizes: hundreds,
		make: n => file('a.docx', docx(`${paragraph(sentence)}${'<w:p/>'.repeat(n)}`)),
	},
	{
		name: 'docx: n breaks in a paragraph, joined lines',
		sizes: hundreds,
		make: n => file('a.docx', docx(rows(n, () => paragraph('一行没有标点的很长的文字也就是说明天还要继续写下去')))),
	},
	{
		name: 'xlsx: n cells that show one long text',
		sizes: tens,
		make: n =>
			table(
				'a.xlsx',
				xlsx(
					`<row r="1"><c r="A1" t="inlineStr"><is><t>术语</t></is></c></row>${rows(n, i => `<row r="${String(i + 2)}"><c r="A${String(i + 2)}" t="s"><v>0</v></c></row>`)}`,
					[`<t>${'字 '.repeat(100_000)}</t>`],
				),
			),
	},
	{
		name: 'xlsx: n rows with a cell at the right end',
		sizes: hundreds,
		make: n =>
			table(
				'a.xlsx',
				xlsx(
					`<row r="1"><c r="A1" t="inlineStr"><is><t>术语</t></is></c></row>${rows(n, i => `<row r="${String(i + 2)}"><c r="CV${String(i + 2)}"><v>1</v></c></row>`)}`,
				),
			),
	},
	{
		name: 'xlsx: n rows without cells',
		sizes: [1_000_000, 2_000_000, 4_000_000],
		make: n =>
			table('a.xlsx', xlsx(`<row r="1"><c r="A1" t="inlineStr"><is><t>术语</t></is></c></row>${'<row/>'.repeat(n)}`)),
	},
	{
		name: 'csv: n separators in one row',
		sizes: [5_000_000, 10_000_000, 20_000_000],
		make: n => table('a.csv', utf8(`术语,定义\n甲${','.repeat(n)}`)),
	},
	{
		name: 'csv: n columns that are all terms',
		sizes: [50_000, 100_000, 200_000],
		make: n => table('a.csv', utf8(`${rows(n, () => '术语', ',')}\n${rows(n, i => `词${String(i)}`, ',')}`)),
	},
	{
		name: 'csv: n rows with quotation marks that do not close',
		sizes: hundreds,
		make: n => table('a.csv', utf8(`术语,定义\n${rows(n, i => `"词${String(i)}`, '\n')}`)),
	},
	{
		name: 'csv: n rows',
		sizes: hundreds,
		make: n => table('a.csv', utf8(`术语,定义,来源\n${rows(n - 1, i => `词${String(i)},说明,人民日报`, '\n')}`)),
	},
	{ name: 'html: tables n deep', sizes: [500, 1_000, 2_000], make: n => file('a.html', nestedHtml(n, sentence)) },
	{
		name: 'html: elements n deep',
		sizes: tens,
		make: n => file('a.html', utf8('<div>'.repeat(n) + sentence + '</div>'.repeat(n))),
	},
	{
		name: 'html: n paragraphs',
		sizes: [5_000, 10_000, 20_000],
		make: n => file('a.html', utf8(rows(n, i => `<p>${sentence}${String(i)}。</p>`))),
	},
	{
		name: 'html: n titles that do not close',
		sizes: hundreds,
		make: n => file('a.html', utf8(`<p>${sentence}。</p>${'<title>'.repeat(n)}`)),
	},
	{
		name: 'html: n closing tags of nothing',
		sizes: [1_000_000, 2_000_000, 4_000_000],
		make: n => file('a.html', utf8(`${'<div>'.repeat(190)}<p>${sentence}。</p>${'</x>'.repeat(n)}`)),
	},
	{
		name: 'html: n breaks in a paragraph',
		sizes: hundreds,
		make: n =>
			file('a.html', utf8(`<div>${rows(n, () => '一行没有标点的很长的文字也就是说明天还要继续写下去', '<br>')}</div>`)),
	},
	{
		name: 'html: n attributes in a tag',
		sizes: hundreds,
		make: n => file('a.html', utf8(`<p ${rows(n, i => `a${String(i)}="`, ' ')}>${sentence}。</p>`)),
	},
	{
		name: 'html: n spaces in text and tags',
		sizes: [1_000_000, 2_000_000, 4_000_000],
		make: n => file('a.html', utf8(`<p ${' '.repeat(n)}x>${sentence}${' \r'.repeat(n)}字。</p>`)),
	},
	{
		name: 'html: n links in nested lists',
		sizes: [5_000, 10_000, 20_000],
		make: n => file('a.html', utf8('<ul><li><a href="x">某某链接，某某</a>'.repeat(n))),
	},
	{
		name: 'txt: n lines of one width',
		sizes: hundreds,
		make: n =>
			file(
				'a.txt',
				utf8(
					`${rows(n, () => '一行没有标点的很长的文字也就是说明天还要继续写下去', '\n')}\n\n${sentence}。\n\n登录\n首页\n`,
				),
			),
	},
	{
		name: 'txt: n lines that break off',
		sizes: hundreds,
		make: n =>
			file(
				'a.txt',
				utf8(
					`题目\n\n${rows(2 * Math.ceil(n / 4), () => `${sentence}。`, '\n\n')}\n\n${rows(n, () => '一行没有标点的很长，文字也就是说明天还要继续写下去', '\n')}`,
				),
			),
	},
	{
		name: 'txt: n spaces in one line',
		sizes: [1_000_000, 2_000_000, 4_000_000],
		make: n => file('a.txt', utf8(`题目\n\n来源：${' '.repeat(n)}x\n\n登录\n\n首页\n\n${sentence}。`)),
	},
	{
		name: 'txt: source lines of 10,000 characters, n of them',
		sizes: [50, 100, 200],
		make: n =>
			file(
				'a.txt',
				utf8(
					`${rows(n, () => `版权所有 来源：x${' '.repeat(9_900)}y`, '\n\n')}\n\n${sentence}。\n\n${sentence}。\n\n首页\n\n${rows(n, () => `版权所有 来源：x${' '.repeat(9_900)}y`, '\n\n')}`,
				),
			),
	},
	{
		name: 'txt: n of the characters a web page hides',
		sizes: [1_000_000, 2_000_000, 4_000_000],
		make: n => file('a.txt', utf8(`${'\u200d'.repeat(n)}${sentence}\n\n${sentence}`)),
	},
	{
		name: 'txt: n lines in two encodings',
		sizes: [20_000, 40_000, 80_000],
		make: n => {
			const gb = Uint8Array.of(0xcf, 0xd8, 0xd3, 0xf2, 0xbe, 0xad, 0xbc, 0xc3, 0x0a);
			const u = utf8('县域经济\n');
			const all = new Uint8Array(n * (gb.length + u.length));
			for (let i = 0; i < n; i++) {
				all.set(gb, i * (gb.length + u.length));
				all.set(u, i * (gb.length + u.length) + gb.length);
			}
			return file('a.txt', all);
		},
	},
	{
		name: 'md: n spaces in a heading',
		sizes: [20_000, 40_000, 80_000],
		make: n => file('a.md', utf8(`# 题目${' '.repeat(n)}字${' #'.repeat(n)}x\n\n${sentence}。`)),
	},
	{
		name: 'md: n open brackets',
		sizes: hundreds,
		make: n => file('a.md', utf8(`# 题目\n\n${sentence}。${'['.repeat(n)}${'!['.repeat(n)}`)),
	},
	{
		name: 'md: n stars and rules',
		sizes: hundreds,
		make: n =>
			file('a.md', utf8(`# 题目\n\n${'- '.repeat(n)}x\n\n${'**a'.repeat(n)}\n\n${'__'.repeat(n)}\n\n${sentence}。`)),
	},
	{
		name: 'jsonl: n documents alike',
		sizes: [5_000, 10_000, 20_000],
		make: n =>
			file(
				'a.jsonl',
				utf8(rows(n, i => JSON.stringify({ title: `题目${String(i)}`, content: `${sentence}${String(i)}` }), '\n')),
			),
	},
	{ name: 'json: lists n deep', sizes: hundreds, make: n => file('a.json', utf8('['.repeat(n) + ']'.repeat(n))) },
	{
		name: 'json: a list of n pieces of text',
		sizes: hundreds,
		make: n =>
			file(
				'a.json',
				utf8(
					JSON.stringify([
						{
							title: '题',
							content: Array.from({ length: n }, () => '一行没有标点的很长的文字，也就是说明天还要继续写下去'),
						},
					]),
				),
			),
	},
	{
		name: 'pdf: n words “stream” that never end',
		sizes: hundreds,
		make: n => file('a.pdf', pdf('BT /F1 12 Tf 72 700 Td (Hello) Tj ET', 'stream\n'.repeat(n))),
	},
	{
		name: 'pdf: a page n points wide',
		sizes: [10_000_000, 20_000_000, 40_000_000],
		make: n =>
			file(
				'a.pdf',
				pdf(
					rows(40, i => `BT /F1 12 Tf 72 ${String(700 - i * 12)} Td (Hello world of words ${String(i)}) Tj ET`, '\n'),
					'',
					`0 0 ${String(n)} 842`,
				),
			),
	},
	{
		name: 'pdf: n pieces on one line',
		sizes: [10_000, 20_000, 40_000],
		make: n => file('a.pdf', pdf(rows(n, i => `BT /F1 1 Tf ${String(i * 0.5)} 700 Td (a) Tj ET`, '\n'))),
	},
	{
		name: 'pdf: n lines that break off',
		sizes: [10_000, 20_000, 40_000],
		make: n =>
			file(
				'a.pdf',
				pdf(
					rows(
						n,
						i => `BT /F1 1 Tf 72 ${(i * -1.2 + 800).toFixed(2)} Td (words that go on and on and on over lines) Tj ET`,
						'\n',
					),
					'',
					`0 ${String(-1.2 * n)} 595 842`,
				),
			),
	},
	{
		name: 'yaml: a record with n fields',
		sizes: [25_000, 50_000, 100_000],
		make: n => pack('term', `- id: a\n  term: 词\n${rows(n, i => `  f${String(i)}: x`, '\n')}\n`),
	},
	{
		name: 'yaml: a record with n fields called the same',
		sizes: [25_000, 50_000, 100_000],
		make: n => pack('term', `- id: a\n  term: 词\n${'  f: x\n'.repeat(n)}`),
	},
	{
		name: 'yaml: a source with n authors',
		sizes: [15_000, 30_000, 60_000],
		make: n =>
			pack(
				'source',
				`- id: a\n  type: book\n  title: 题\n  author:\n${rows(n, i => `    - { literal: 人${String(i)} }`, '\n')}\n`,
			),
	},
	{
		name: 'yaml: a source with n authors that are wrong',
		sizes: [15_000, 30_000, 60_000],
		make: n =>
			pack(
				'source',
				`- id: a\n  type: book\n  title: 题\n  author:\n${rows(n, i => `    - { name: 人${String(i)}, x: 1 }`, '\n')}\n`,
			),
	},
	{
		name: 'yaml: a term with n aliases',
		sizes: [15_000, 30_000, 60_000],
		make: n => pack('term', `- id: a\n  term: 词\n  aliases:\n${rows(n, i => `    - 词${String(i)}`, '\n')}\n`),
	},
	{
		name: 'yaml: n records',
		sizes: [10_000, 20_000, 40_000],
		make: n =>
			pack(
				'term',
				rows(n, i => `- { id: a${String(i)}, term: 词${String(i)} }`, '\n'),
			),
	},
	{
		name: 'yaml: n records, one of them broken',
		sizes: [10_000, 20_000, 40_000],
		make: n =>
			pack('term', `${rows(n, i => `- { id: a${String(i)}, term: 词${String(i)} }`, '\n')}\n- { id: x, term: [ }\n`),
	},
	{
		name: 'yaml: n aliases',
		sizes: [20_000, 40_000, 80_000],
		make: n => pack('term', `- &a { id: a, term: 词 }\n${'- *a\n'.repeat(n)}`),
	},
	{
		name: 'yaml: aliases behind n anchors',
		sizes: [50_000, 100_000, 200_000],
		make: n =>
			pack(
				'term',
				`- id: a\n  term: &a 词\n  related:\n${rows(n, i => `    - &b${String(i)} x`, '\n')}\n${rows(900, i => `- { id: a${String(i)}, term: *a }`, '\n')}\n`,
			),
	},
	{ name: 'yaml: n open brackets', sizes: tens, make: n => pack('term', `- id: ${'['.repeat(n)}\n`) },
	{
		name: 'yaml: n broken records',
		sizes: [10_000, 20_000, 40_000],
		make: n => pack('term', '- { id: x, term: [ }\n'.repeat(n)),
	},
	{
		name: 'yaml: a quotation mark that does not close before n lines',
		sizes: hundreds,
		make: n => pack('term', `- id: a\n  term: "词\n${'  x\n'.repeat(n)}`),
	},
	{
		name: 'yaml: n document marks',
		sizes: hundreds,
		make: n => pack('term', `- id: a\n  term: 词\n${'---\n'.repeat(n)}`),
	},
	{ name: 'yaml: n comments', sizes: hundreds, make: n => pack('term', `- id: a\n${'  # x\n'.repeat(n)}  term: 词\n`) },
	{
		name: 'yaml: n lines with a tab',
		sizes: hundreds,
		make: n => pack('term', `- id: a\n${'\t# x\n'.repeat(n)}  term: 词\n`),
	},
	{
		name: 'ignore.yaml: n entries, 1,000 findings',
		sizes: tens,
		make: n => {
			const text = rows(
				n,
				i => (i % 2 === 0 ? '- { code: quotation.differs, text: "，" }' : '- { code: wording.near }'),
				'\n',
			);
			return {
				bytes: text.length,
				read: () => {
					const { data } = readPack([{ name: 'ignore.yaml', text }]);
					const ignored = ignoredBy(data.ignores ?? []);
					let left = 0;
					for (let i = 0; i < 1_000; i++)
						if (!ignored({ code: 'structure.level', severity: 'hint', start: 0, end: 1, data: {} } as never, '，。'))
							left++;
					return `${String(data.ignores?.length ?? 0)} entries, ${String(left)} left`;
				},
			};
		},
	},
	{
		name: 'front matter: n fields',
		sizes: [25_000, 50_000, 100_000],
		make: n => {
			const text = `---\nid: a\ntype: book\ntitle: 题\n${rows(n, i => `f${String(i)}: x`, '\n')}\n---\n\n${sentence}。\n`;
			return {
				bytes: text.length,
				read: () => {
					const { paragraphs, problems } = readDocument('documents/a.md', text);
					return `${String(paragraphs.length)} paragraphs, ${String(problems.length)} problems`;
				},
			};
		},
	},
	{
		name: 'document: one paragraph of n lines',
		sizes: hundreds,
		make: n => {
			const text = `---\nid: a\ntype: book\ntitle: 题\n---\n\n${'一行没有标点的很长的文字，也就是说明天还要继续写下去\n'.repeat(n)}`;
			return {
				bytes: text.length,
				read: () => {
					const { paragraphs, problems } = readDocument('documents/a.md', text);
					return `${String(paragraphs.length)} paragraphs, ${String(problems.length)} problems`;
				},
			};
		},
	},
	{
		name: 'pack: n citations of one source',
		sizes: tens,
		make: n => {
			const citations = Array.from({ length: n }, (_, i) => ({
				id: `c${String(i)}`,
				kind: 'quotation' as const,
				text: sentence,
				source: 'a',
				paragraph: 1,
			}));
			return {
				bytes: n * 50,
				read: () =>
					`${String(citedSources([{ id: 'a', type: 'book', title: '题' }], citations)[0]?.citations.length ?? 0)} citations`,
			};
		},
	},
	{
		name: 'bib: strings that double n times',
		sizes: [15, 30, 60],
		make: n =>
			library(
				readBib,
				`@string{a0 = "0123456789"}\n${rows(n, i => `@string{a${String(i + 1)} = a${String(i)} # a${String(i)}}`, '\n')}\n@book{k, title = a${String(n)}}\n`,
			),
	},
	{
		name: 'bib: n entries with one long string',
		sizes: tens,
		make: n =>
			library(
				readBib,
				`@string{a = "${'字 '.repeat(100_000)}"}\n${rows(n, i => `@book{k${String(i)}, title = a, note = a}`, '\n')}\n`,
			),
	},
	{
		name: 'bib: a chain of n parents with fields',
		sizes: thousand,
		make: n =>
			library(
				readBib,
				rows(n, i => `@book{k${String(i)}, title={T}, f${String(i)}={x}, crossref={k${String(i + 1)}}}`, '\n'),
			),
	},
	{
		name: 'bib: n authors',
		sizes: tens,
		make: n => library(readBib, `@book{k, title={T}, author={${rows(n, i => `Doe${String(i)}, Jane`, ' and ')}}}`),
	},
	{
		name: 'bib: n fields',
		sizes: tens,
		make: n => library(readBib, `@book{k, title={T}, ${rows(n, i => `f${String(i)}={x}`, ',')}}`),
	},
	{
		name: 'bib: n open braces',
		sizes: hundreds,
		make: n => library(readBib, `@book{k, title=${'{'.repeat(n)}\n${'@book{k, title={\n'.repeat(Math.ceil(n / 10))}`),
	},
	{
		name: 'bib: n commands',
		sizes: hundreds,
		make: n =>
			library(readBib, `@book{k, title={${"\\'".repeat(n)}${'$_'.repeat(n)}${'\\x{'.repeat(n)}${'}'.repeat(n)}}}`),
	},
	{
		name: 'ris: n authors',
		sizes: tens,
		make: n =>
			library(readRis, `TY  - BOOK\nID  - a\nTI  - T\n${rows(n, i => `AU  - Doe${String(i)}, Jane`, '\n')}\nER  - \n`),
	},
	{
		name: 'ris: a value over n lines',
		sizes: hundreds,
		make: n => library(readRis, `TY  - BOOK\nID  - a\nTI  - T\n${'words\n'.repeat(n)}ER  - \n`),
	},
	{
		name: 'csl-json: n authors',
		sizes: tens,
		make: n =>
			library(
				readCslJson,
				JSON.stringify([
					{
						id: 'a',
						type: 'book',
						title: 'T',
						author: Array.from({ length: n }, (_, i) => ({ family: `Doe${String(i)}` })),
					},
				]),
			),
	},
	{ name: 'csl-json: n open braces', sizes: tens, make: n => library(readCslJson, `[${'{"a":'.repeat(n)}`) },
	{
		name: 'csl-yaml: n items',
		sizes: thousand,
		make: n =>
			library(
				readCslYaml,
				rows(n, i => `- id: a${String(i)}\n  type: book\n  title: T`, '\n'),
			),
	},
	{
		name: 'csl-yaml: n fields',
		sizes: tens,
		make: n => library(readCslYaml, `- id: a\n  type: book\n  title: T\n${rows(n, i => `  f${String(i)}: x`, '\n')}\n`),
	},
	{
		name: 'draft: n notes that are open',
		sizes: tens,
		make: n => draft(`${'[^'.repeat(n)}\n\n${rows(n, i => `[^${String(i)}]: x`, '\n')}\n`),
	},
	{
		name: 'draft: n backticks and dollars',
		sizes: tens,
		make: n =>
			draft(
				`${rows(n, i => '`'.repeat((i % 50) + 1), ' ')}\n\n${'$a '.repeat(n)}\n\n${'<a '.repeat(n)}\n\n${'](('.repeat(n)}\n\n${'[@'.repeat(n)}\n`,
			),
	},
	{ name: 'draft: n lines, each opening a comment', sizes: tens, make: n => draft('文字 <!-- x\n'.repeat(n)) },
	{
		name: 'draft: n block quotes deep',
		sizes: thousand,
		make: n => draft(`${'> '.repeat(n)}[^a]: x\n${`${'> '.repeat(n)}y\n`.repeat(20)}`),
	},
];

function draft(text: string) {
	return {
		bytes: text.length,
		read: () => {
			const draft = new Draft(text, 'markdown');
			return `${String(new Draft(text, 'markdown').blocks.length)} blocks, ${String(Object.keys(draft).length)}`;
		},
	};
}
