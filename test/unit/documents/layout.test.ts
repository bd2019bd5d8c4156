// Tables, headings and notes of imported files: from Markdown, from pages, and what tells them in plain text.
import { expect, test } from 'vitest';
import { defaultLimits, type ImportedDocument } from '../../../src/core/documents/document';
import { readHtml } from '../../../src/core/documents/html/html';
import { plainReaders, readFileWith } from '../../../src/core/documents/importer';
import { layoutOf } from '../../../src/core/documents/paragraphMarks';
import { tableLines, type TableRow } from '../../../src/core/documents/dataTable';

const bytes = (text: string) => new TextEncoder().encode(text);
const first = async (text: string, name: string): Promise<ImportedDocument> => {
	const { documents } = await readFileWith(plainReaders, bytes(text), name, defaultLimits);
	const [document] = documents;
	if (!document) throw new Error('nothing was read');
	return document;
};
const prose = '县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点。';

test('Markdown keeps headings, tables and notes', async () => {
	const { paragraphs, layout } = await first(
		`# 某公报\n\n## 一、综合\n\n${prose}[^1]\n\n| 地区 | 总量[^b] |\n|:---|---:|\n| 甲区 | **100** |\n\n### 其他\n\n${prose}\n\n[^1]: 注一，\n    见下。\n[^b]: 注二。\n`,
		'a.md',
	);
	expect(paragraphs).toEqual(['一、综合', prose, '地区 | 总量', '甲区 | 100', '其他', prose]);
	expect(layout).toEqual({
		headings: [
			{ paragraph: 1, level: 2 },
			{ paragraph: 5, level: 3 },
		],
		tables: [{ first: 3, last: 4 }],
		notes: [
			{ paragraph: 2, at: prose.length, text: '注一， 见下。' },
			{ paragraph: 3, at: 7, text: '注二。' },
		],
	});
});

test('tables that stand in Markdown as HTML are tables', async () => {
	const { paragraphs, layout } = await first(
		`# 某公报\n\n${prose}\n\n<table><caption>表1 总量</caption><tr><th rowspan=2>地区</th><th colspan=2>2024年</th></tr><tr><th>总量</th><th>增速</th></tr>\n<tr><td>甲区</td><td>100</td><td>5.1</td></tr></table>\n\n${prose}\n`,
		'a.md',
	);
	expect(paragraphs).toEqual([prose, '表1 总量', '地区 | 2024年 总量 | 2024年 增速', '甲区 | 100 | 5.1', prose]);
	expect(layout).toEqual({ tables: [{ first: 3, last: 4 }] });
});

test('pages keep the levels of headings, the least of them below the title', async () => {
	const body = [1, 2].map(n => `<h3>第${n}部分的题目</h3><p>${prose}</p><h4>小题目之${n}</h4><p>${prose}</p>`).join('');
	const html = `<html><head><title>某某报告的题目</title></head><body><h1>某某报告的题目</h1><div class="article">${body}</div></body></html>`;
	const { documents } = await readHtml(bytes(html), 'a.html', defaultLimits);
	expect(documents[0]?.layout?.headings?.map(({ level }) => level)).toEqual([2, 3, 2, 3]);
});

test('a page keeps a table with a long cell among many rows; two cells that lay out a page are none', async () => {
	const long = '指标说明：按照统计部门公布的年度数据计算，'.repeat(12);
	const cells = (...texts: string[]) => `<tr>${texts.map(text => `<td>${text}</td>`).join('')}</tr>`;
	const pageWith = (table: string) =>
		bytes(
			`<html><head><title>某某办法</title></head><body><div class="TRS_Editor"><p>${prose}</p>${table}</div></body></html>`,
		);
	const rows = [cells('指标', '说明'), cells('总量', long), cells('增速', '同上')].join('');
	const kept = await readHtml(pageWith(`<table>${rows}</table>`), 'a.html', defaultLimits);
	expect(kept.documents[0]?.layout?.tables).toEqual([{ first: 2, last: 4 }]);
	const laid = await readHtml(pageWith(`<table>${cells('栏目', long)}</table>`), 'a.html', defaultLimits);
	expect(laid.documents[0]?.layout?.tables).toBeUndefined();
});

test('lists of Markdown: each item a paragraph, bullets told apart', async () => {
	const { paragraphs, layout } = await first(
		`# 某公报\n\n${prose}\n1. 甲项，要继续做\n2. 乙项${prose}${prose}\n10) 丙项\n\n- 丁项\n  * 戊项\n      - 己项\n\n2024. 是一年\n`,
		'a.md',
	);
	const items = ['1. 甲项，要继续做', `2. 乙项${prose}${prose}`, '10) 丙项', '丁项', '戊项', '己项'];
	expect(paragraphs).toEqual([prose, ...items, '2024. 是一年']);
	expect(layout).toEqual({ items: [5, 6, 7] });
});

test('lists of a page: numbers a browser sets are said, bullets told apart', async () => {
	const lists = [
		'<ol>\n<li>甲项</li><li><p>乙项</p><p>再说。</p></li><li>（三）丙项</li></ol>',
		'<ol start=5><li>丁项<ul><li>戊项</li></ul></li><li value=9>己项</li></ol>',
		'<ol style="list-style-type: none"><li>庚项</li></ol><ol type=a><li>辛项</li></ol>',
		'<ul><li></li><li>壬项</li></ul><p>末。</p>',
	];
	const { documents } = await readHtml(
		bytes(`<h1>某公报</h1><div class="article-content"><p>${prose}</p>${lists.join('')}<p>${prose}</p></div>`),
		'a.html',
		defaultLimits,
	);
	expect(documents[0]?.paragraphs.slice(1, -1)).toEqual([
		...['1. 甲项', '2. 乙项', '再说。', '（三）丙项', '5. 丁项', '戊项', '9. 己项', '庚项', '辛项', '壬项', '末。'],
	]);
	expect(documents[0]?.layout?.items).toEqual([7, 11]);
});

test('numbers of headings tell their level where nothing else does', () => {
	const lines = [
		'第一章 总则',
		'一、总体要求',
		'（一）指导思想',
		'（二）坚持创新；',
		'二、这是一个句子。',
		'（三）目标任务',
	];
	expect(layoutOf(lines, [])?.headings).toEqual([
		{ paragraph: 1, level: 2 },
		{ paragraph: 2, level: 3 },
		{ paragraph: 3, level: 4 },
		{ paragraph: 6, level: 4 },
	]);
	expect(layoutOf(['一、总体要求', '小题'], [undefined, { heading: 1 }])?.headings).toEqual([
		{ paragraph: 2, level: 2 },
	]);
	expect(layoutOf(['一、总体要求', '二、任务', '小题'], [undefined, undefined, { heading: 1 }])?.headings).toEqual([
		{ paragraph: 1, level: 2 },
		{ paragraph: 2, level: 2 },
	]);
});

const row = (cells: readonly string[], more: Partial<TableRow> = {}): TableRow => ({
	cells,
	isHead: false,
	continues: false,
	spans: false,
	...more,
});

test('what stands alone above and below the rows is no row; one row is no table', () => {
	expect(tableLines([row(['表1']), row(['甲', '乙']), row(['1', '2']), row(['注：略。'])])).toEqual([
		{ text: '表1', isRow: false },
		{ text: '甲 | 乙', isRow: true },
		{ text: '1 | 2', isRow: true },
		{ text: '注：略。', isRow: false },
	]);
	expect(tableLines([row(['甲', '乙']), row(['丙'])]).some(({ isRow }) => isRow)).toBe(false);
	expect(tableLines([row(['甲', '文'.repeat(3000)]), row(['丙', '丁'])]).some(({ isRow }) => isRow)).toBe(false);
});

test('rows that say they are of the head are one, a bar of a cell is a wide one', () => {
	expect(
		tableLines([
			row(['', 'a|b', 'a|b'], { isHead: true }),
			row(['甲', '乙', ''], { isHead: true }),
			row(['1', '2', '']),
		]),
	).toEqual([
		{ text: '甲 | a｜b 乙 | a｜b', isRow: true },
		{ text: '1 | 2', isRow: true },
	]);
});

const title = '某某报告的题目';
/** A page whose article ends with these notes. */
const noted = (body: string, notes: string) =>
	`<html><head><title>${title}</title></head><body><h1>${title}</h1><div class="TRS_Editor">${body}${notes}</div></body></html>`;

test.each([
	[
		'as Word saves them',
		`<p>${prose}<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>要抓好<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a>落实。</p><p>${prose}</p>`,
		`<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> 注一。</p></div><div id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> 注二。</p></div>`,
	],
	[
		'as lists',
		`<p>${prose}<span id="r1"><sup><a href="#n1">1</a></sup></span>要抓好<a href="#n2" id="r2"><sup>②</sup></a>落实。</p><p>${prose}</p>`,
		`<ol><li id="n1">注一。 <a href="#r1">↩︎</a></li><li id="n2"><a href="#r2">^</a> 注二。</li></ol>`,
	],
	[
		'with brackets around the link',
		`<p>${prose}[<a href="#n1" id="r1">1</a>]要抓好<sup>〔<a href="#n2" id="r2">2</a>〕</sup>落实。</p><p>${prose}</p>`,
		`<p id="n1"><a href="#r1">[1]</a>注一。</p><p id="n2"><a href="#r2">[2]</a>注二。</p>`,
	],
	[
		'in brackets without links',
		`<p>${prose}[1]要抓好［2］落实。</p><p>${prose}</p>`,
		`<p><strong>注释：</strong></p><p>[1] 注一。</p><p>［2］注二。</p>`,
	],
	[
		'raised, with the list in one block',
		`<p>${prose}<sup>1</sup>要抓好<sup>2</sup>落实。</p><p>${prose}</p>`,
		`<p>参考文献</p><p>1. 注一。<br>2. 注二。</p>`,
	],
	[
		'in circles',
		`<p>${prose}①要抓好<sup>②</sup>落实。</p><p>${prose}</p>`,
		`<h2>注　释</h2><p>① 注一。</p><p>②注二。</p>`,
	],
	[
		'with links under a heading',
		`<p>${prose}<a href="#n1" id="r1">[1]</a>要抓好<a href="#n2" id="r2">[2]</a>落实。</p><p>${prose}</p>`,
		`<h3>注释</h3><ol><li id="n1"><a href="#r1">^</a> 注一。</li><li id="n2"><a href="#r2">^</a> 注二。</li></ol>`,
	],
])(
	'notes of a page, with links or without, are kept as notes, their heading goes to the report: %s',
	async (_, body, notes) => {
		const { documents } = await readHtml(bytes(noted(body, notes)), 'a.html', defaultLimits);
		expect(documents[0]?.paragraphs).toEqual([`${prose}要抓好落实。`, prose]);
		expect(documents[0]?.layout?.notes).toEqual([
			{ paragraph: 1, at: prose.length, text: '注一。' },
			{ paragraph: 1, at: prose.length + 3, text: '注二。' },
		]);
	},
);

test.each([
	['numbers that lead nowhere', `<p>${prose}[1]</p>`, `<p>[1] 注一，见有关文件的规定。</p>`],
	['no way back', `<p>${prose}<a href="#n1">[1]</a></p>`, `<p id="n1">[1] 注一，见有关文件的规定。</p>`],
	[
		'two in one block',
		`<p>${prose}<a href="#n1" id="r1">[1]</a>又<a href="#n2" id="r2">[2]</a></p>`,
		`<p><a id="n1" href="#r1">[1]</a> 注一，见有关文件的规定。<a id="n2" href="#r2">[2]</a> 注二，见有关文件的规定。</p>`,
	],
	[
		'links of a table',
		`<p>${prose}</p><table><tr><td>指标</td><td>数<a href="#n1" id="r1">[1]</a></td></tr><tr><td>甲</td><td>1</td></tr></table>`,
		`<p id="n1"><a href="#r1">[1]</a> 注一，见有关文件的规定。</p>`,
	],
	[
		'points that are counted in the text',
		`<p>${prose}要做到：①抓好落实；②注重实效。</p>`,
		`<p>① 注一，见有关文件的规定。</p><p>② 注二，见有关文件的规定。</p>`,
	],
	[
		'a note that nothing refers to',
		`<p>${prose}[1]</p>`,
		`<p>[1] 注一，见有关文件的规定。</p><p>[2] 注二，见有关文件的规定。</p>`,
	],
	[
		'powers and numbered points',
		`<p>${prose}面积十平方米（m<sup>2</sup>）。</p>`,
		`<p>1. 注一，见有关文件的规定。</p><p>2. 注二，见有关文件的规定。</p>`,
	],
	[
		'a number that comes too early',
		`<p>${prose}[2]又[1]</p>`,
		`<p>[1] 注一，见有关文件的规定。</p><p>[2] 注二，见有关文件的规定。</p>`,
	],
])('what may be no note stays text: %s', async (_, body, notes) => {
	const { documents } = await readHtml(bytes(noted(body, notes)), 'a.html', defaultLimits);
	expect(documents[0]?.layout?.notes).toBeUndefined();
	expect(documents[0]?.paragraphs.join('')).toContain('注一，见有关文件的规定。');
});
