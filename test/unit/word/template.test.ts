import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../src/core/documents/office/zip';
import { wordWord } from '../../../src/core/messages/word';
import type { WordLayout } from '../../../src/core/word/manuscript';
import { createWordTools } from '../../../src/core/word/tools';
import { opened, wordOf } from '../../support/wordFile';

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const root = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A template of a unit: its own page, header, styles by Chinese names, a numbering of its own. */
const parts: Readonly<Record<string, string>> = {
	'[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}.template.main+xml"/></Types>`,
	'word/document.xml': `<?xml version="1.0"?><w:document ${root} xmlns:x="urn:x"><w:body><w:p><w:r><w:t>样张</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><w:pgSz w:w="10000" w:h="15000"/></w:sectPr></w:body></w:document>`,
	'word/_rels/document.xml.rels':
		'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>',
	'word/header1.xml': `<w:hdr ${root}><w:p><w:r><w:t>某市某局</w:t></w:r></w:p></w:hdr>`,
	'word/styles.xml': `<w:styles ${root}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="b7"><w:name w:val="公文正文"/></w:style><w:style w:type="paragraph" w:styleId="c2"><w:name w:val="二级"/></w:style><w:style w:type="character" w:styleId="a5"><w:name w:val="footnote reference"/></w:style></w:styles>`,
	'word/numbering.xml': `<w:numbering ${root}><w:abstractNum w:abstractNumId="7"></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
};
const bytesOf = (changed: Readonly<Record<string, string>> = {}) =>
	zipOf(
		new Map(Object.entries({ ...parts, ...changed }).map(([name, text]) => [name, new TextEncoder().encode(text)])),
	);

const draft =
	'# 题\n\n## 一、甲\n\n### （一）乙\n\n正文[^1]，[链](https://a.cn)。\n\n1. 丙\n\n| 丁 | 戊 |\n|-|-|\n| 己 | 庚 |\n\n[^1]: 注\n';

async function written(
	bytes: Uint8Array,
	styles: Readonly<Record<string, string>> = { heading2: '二级' },
	layout: WordLayout = 'official',
) {
	const tools = createWordTools();
	const template = { name: '模板.dotx', bytes, styles };
	return opened(await tools.write(tools.read(draft, 'markdown'), layout, [], template));
}

describe('a template of one’s own', () => {
	test('gives page, header and styles by their names; what it lacks is told of', async () => {
		const word = await written(bytesOf());
		const document = word.part('word/document.xml');
		expect(document).toContain('<w:pgSz w:w="10000" w:h="15000"/>');
		expect(document.match(/<w:sectPr/g)).toHaveLength(1);
		expect(word.part('word/header1.xml')).toContain('某市某局');
		expect(word.lines).toEqual(expect.arrayContaining(['一、甲', '（一）乙', '正文，链。', '丙']));
		expect([...document.matchAll(/<w:pStyle w:val="([^"]*)"/g)].map(([, id]) => id)).toEqual([
			'Title',
			'1',
			'c2',
			'b7',
			'ListParagraph',
			...Array.from({ length: 5 }, () => 'TableText'),
		]);
		expect(word.problems).toEqual([
			{ code: 'template.style', what: '表格文字' },
			{ code: 'template.style', what: 'footnote text' },
			{ code: 'template.style', what: 'Title' },
		]);
		expect(word.part('[Content_Types].xml')).toContain(`${main}.document.main+xml`);
	});

	test.each([
		['模板.dotx', `${main}.template.main+xml`],
		['模板.docx', `${main}.document.main+xml`],
	])('%s that lacks styles says which, in both languages', async (name, type) => {
		const types = (parts['[Content_Types].xml'] ?? '').replace(`${main}.template.main+xml`, type);
		const bytes = bytesOf({ '[Content_Types].xml': types });
		const tools = createWordTools();
		const { problems } = await tools.write(tools.read(draft, 'markdown'), 'official', [], { name, bytes, styles: {} });
		expect(problems.map(problem => wordWord(problem))).toEqual(
			['heading 2', '表格文字', 'footnote text', 'Title'].map(style => ({
				zh: `模板里没有这个样式，用了默认的：${style}`,
				en: `The template lacks this style; the default was used: ${style}`,
			})),
		);
	});

	test('lists, links and notes stand under numbers and names that it does not have', async () => {
		const word = await written(bytesOf());
		const document = word.part('word/document.xml');
		const numbering = word.part('word/numbering.xml');
		const [, used = ''] = /<w:numId w:val="(\d+)"/.exec(document) ?? [];
		expect(Number(used)).toBeGreaterThan(7);
		expect(numbering).toContain(`w:numId="${used}"`);
		expect(numbering.lastIndexOf('<w:abstractNum ')).toBeLessThan(numbering.indexOf('<w:num '));
		const relationships = word.part('word/_rels/document.xml.rels');
		for (const [, id = ''] of document.matchAll(/r:(?:id|embed)="([^"]*)"/g))
			expect(relationships).toContain(`Id="${id}"`);
		expect(document).toContain('<w:rStyle w:val="a5"/>');
		expect(word.part('word/footnotes.xml')).toContain('注');
	});

	test.each([
		['no archive', new TextEncoder().encode('模板')],
		['macros', bytesOf({ 'word/vbaProject.bin': 'x' })],
		['broken styles', bytesOf({ 'word/styles.xml': '<w:styles><w:style>' })],
		['no document', zipOf(new Map([['a.txt', new Uint8Array([1])]]))],
	])('%s: told of, and our layout taken', async (_, bytes) => {
		const word = await written(bytes);
		expect(word.problems).toEqual([{ code: 'template.unread', what: '模板.dotx' }]);
		expect(word.part('word/document.xml')).toContain('<w:pStyle w:val="Heading1"/>');
	});

	test('tables are as wide as its page has room for', async () => {
		const section = (inner: string) =>
			`<w:document ${root}><w:body><w:p/><w:sectPr>${inner}</w:sectPr></w:body></w:document>`;
		const widthIn = async (inner: string) => {
			const word = await written(bytesOf({ 'word/document.xml': section(inner) }));
			return /<w:tblW [^>]*w:w="(\d+)"/.exec(word.part('word/document.xml'))?.[1];
		};
		const page = '<w:pgSz w:w="10000" w:h="15000"/>';
		expect(await widthIn(`${page}<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1500"/>`)).toBe('7500');
		expect(await widthIn(`${page}<w:pgMar w:right="1000" w:left="1500"/><w:cols w:num="2" w:space="500"/>`)).toBe(
			'3500',
		);
		expect(await widthIn('<w:pgSz w:w="100" w:h="100"/>')).toBe('8845');
	});

	test('contents of a report list its headings, in its styles; what it lacks goes by its text', async () => {
		const toc = '<w:style w:type="paragraph" w:styleId="21"><w:name w:val="toc 2"/></w:style></w:styles>';
		const styles = (parts['word/styles.xml'] ?? '').replace('</w:styles>', toc);
		const word = await written(bytesOf({ 'word/styles.xml': styles }), { heading1: 'heading 1' }, 'report');
		const document = word.part('word/document.xml');
		expect(document).toContain('<w:pStyle w:val="TOC1"/>');
		const known = new Set([...word.part('word/styles.xml').matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id));
		const used = [
			...document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g),
			...word.part('word/styles.xml').matchAll(/<w:(?:basedOn|next|link) w:val="([^"]*)"/g),
		];
		expect(used.map(([, id]) => id).filter(id => !known.has(id))).toEqual([]);
		expect(known).not.toContain('TOC2');
	});

	test('a document of ours can be one', async () => {
		const own = await wordOf('# 样张\n\n正文[^1]\n\n[^1]: 旧注\n');
		const word = await written(own.bytes, {});
		expect(word.lines.join('')).not.toContain('样张');
		expect(word.part('word/footnotes.xml')).not.toContain('旧注');
		expect(word.problems).toEqual([]);
	});
});
