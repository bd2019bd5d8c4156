import { describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../../../../src/core/documents/document';
import { readDocx } from '../../../../src/core/documents/office/docx';
import { numeral } from '../../../../src/core/documents/office/numerals';
import { archive, docx, paragraph } from '../../../support/archive';
import { effort } from '../../../support/effort';

const read = (bytes: Uint8Array, limits: Partial<Limits> = {}) =>
	readDocx(bytes, 'a.docx', { ...defaultLimits, ...limits });
const first = async (bytes: Uint8Array) => {
	const { documents, problems } = await read(bytes);
	expect(problems).toEqual([]);
	return documents[0]!;
};
const code = async (bytes: Uint8Array, limits: Partial<Limits> = {}) => {
	const { documents, problems } = await read(bytes, limits);
	expect(documents).toEqual([]);
	return problems.map(problem => `${problem.code} ${Object.values(problem.data).join(' ')}`.trim()).join();
};

const styles =
	'<w:styles xmlns:w="w"><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a3"><w:name w:val="Title"/></w:style>' +
	'<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style><w:style w:styleId="mine"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>';
const numbering =
	'<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>' +
	'<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>';

describe('what a Word file says', () => {
	test('title, headings and paragraphs; properties of the file are told and prove nothing', async () => {
		const document = await first(
			docx(
				paragraph('因地制宜发展', '<w:pStyle w:val="a3"/>') +
					paragraph('一、目标', '<w:pStyle w:val="1"/>') +
					paragraph('　　发展新质生产力。') +
					'<w:p/>' +
					paragraph('目标 1', '<w:pStyle w:val="TOC1"/>'),
				{
					'word/styles.xml': styles,
					'docProps/core.xml':
						'<c:coreProperties xmlns:c="c" xmlns:d="d"><d:title>另一个题目</d:title><d:creator>张三</d:creator><d:created>2024-03-05T01:02:03Z</d:created></c:coreProperties>',
				},
			),
		);
		expect(document.source).toEqual({
			type: 'document',
			title: '因地制宜发展',
			missing: ['author', 'issued'],
		});
		expect(document.paragraphs).toEqual(['一、目标', '发展新质生产力。']);
		expect(document.dropped).toEqual([
			{ text: '目标 1', why: 'contents', after: 2 },
			{ text: '创建者 creator: 张三', why: 'properties' },
			{ text: '创建日期 created: 2024-03-05', why: 'properties' },
		]);
	});

	test.each([
		['周立民', [{ literal: '周立民' }]],
		['江北省财政厅', [{ literal: '江北省财政厅' }]],
		['zhangsan-pc', undefined],
		['Administrator', undefined],
	])('a line in the style of authors, %s, is no title and no text', async (line, author) => {
		const authors = '<w:style w:styleId="Author"><w:name w:val="Author"/></w:style>';
		const { source, paragraphs, dropped } = await first(
			docx(
				paragraph(line, '<w:pStyle w:val="Author"/><w:jc w:val="center"/>') +
					paragraph('除雪工作情况', '<w:jc w:val="center"/>') +
					paragraph('县里今年新添了八台除雪车。'),
				{ 'word/styles.xml': styles.replace('</w:styles>', `${authors}</w:styles>`) },
			),
		);
		expect([source.title, source.author]).toEqual(['除雪工作情况', author]);
		expect(paragraphs).toEqual(['县里今年新添了八台除雪车。']);
		expect(dropped).toContainEqual({ text: line, why: 'byline', after: 0 });
	});

	test('items with bullets are told apart, and have no mark in their text', async () => {
		const bullets =
			'<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
		const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>';
		const { paragraphs, layout } = await first(
			docx(paragraph('要做两件事。') + paragraph('甲事', item) + paragraph('乙事', item), {
				'word/numbering.xml': bullets,
			}),
		);
		expect(paragraphs).toEqual(['要做两件事。', '甲事', '乙事']);
		expect(layout).toEqual({ items: [2, 3] });
	});

	test('a name set in the middle below a title is the author, not the rest of the title', async () => {
		const centred = '<w:jc w:val="center"/>';
		const { source } = await first(
			docx(paragraph('除雪工作情况', centred) + paragraph('周立民', centred) + paragraph('县里今年新添了八台除雪车。')),
		);
		expect(source).toMatchObject({ title: '除雪工作情况', author: [{ literal: '周立民' }] });
		const lines = (...all: readonly string[]) => all.map(one => paragraph(one, centred)).join('') + paragraph('正文。');
		expect((await first(docx(lines('除雪平台需求说明书', '江城山诚科技有限公司')))).source.title).toBe(
			'除雪平台需求说明书',
		);
		expect((await first(docx(lines('江北省财政厅', '江北省教育厅', '关于除雪的通知')))).source.title).toBe(
			'江北省财政厅江北省教育厅关于除雪的通知',
		);
	});

	test('a paragraph whose end is deleted goes on in the next, and it is told that changes were applied', async () => {
		const deletedEnd = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>';
		const document = await first(
			docx(
				paragraph('这一段的段末标记在修订中被删除，', deletedEnd) +
					paragraph('因此应与下一段连成一段文字。') +
					`<w:p><w:r><w:t>另一段</w:t></w:r><w:del w:id="2"><w:r><w:delText>删去的话</w:delText></w:r></w:del><w:r><w:t>。</w:t></w:r></w:p>`,
			),
		);
		expect(document.paragraphs).toEqual(['这一段的段末标记在修订中被删除，因此应与下一段连成一段文字。', '另一段。']);
		expect(document.problems.map(problem => problem.code)).toContain('import.changes');
	});

	test('parts of other formats stand in their place; one that cannot be read is named', async () => {
		const relations = (...targets: readonly string[]) =>
			`<Relationships>${targets.map((target, i) => `<Relationship Id="r${i}" Type="x" Target="${target}"/>`).join('')}</Relationships>`;
		const mht = [
			'MIME-Version: 1.0',
			'Content-Type: multipart/related; boundary="--x"',
			'',
			'----x',
			'Content-Type: text/html; charset="utf-8"',
			'Content-Transfer-Encoding: quoted-printable',
			'',
			'<html><head><meta charset=3D"utf-8"></head><body><h1>=E6=9F=90=E6=9D=A1=E4=BE=8B=E5=85=A8=E6=96=87</h1><p>第一条 为了规范养老服务，根据有关法律，结合本市实际，制定本条例。</p><p>第二条 本市行政区域内的养老服务活动，适用本=\r\n条例。</p></body></html>',
			'----x--',
		].join('\r\n');
		const chunk = (id: number) => `<w:altChunk r:id="r${id}"/>`;
		const parts = {
			'word/_rels/document.xml.rels': relations('a.mht', 'b.txt', 'c.rtf'),
			'word/a.mht': mht,
			'word/b.txt': '第三条 由民政部门负责解释。',
			'word/c.rtf': '{\\rtf1 }',
		};
		const document = await first(docx(chunk(0) + chunk(1) + chunk(2), parts));
		expect(document.source.title).toBe('某条例全文');
		expect(document.paragraphs).toEqual([
			'第一条 为了规范养老服务，根据有关法律，结合本市实际，制定本条例。',
			'第二条 本市行政区域内的养老服务活动，适用本条例。',
			'第三条 由民政部门负责解释。',
		]);
		expect(document.problems.map(({ code, data }) => [code, data.names])).toContainEqual(['import.partial', 'c.rtf']);
	});

	test.each([
		['html', (body: string) => `<html><head><title>窗口</title></head><body>${body}</body></html>`],
		['mht', (body: string) => `MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${body}`],
	])('an embedded part in %s is text from its first line to its last', async (ending, page) => {
		const body =
			'<p>相关新闻</p><p>这是嵌入的内容，包含重要数据。</p><table><tr><td>区</td><td>数</td></tr><tr><td>甲</td><td>1</td></tr></table><p>嵌入结尾一行</p><p>版权所有：某市</p>';
		const relations = `<Relationships><Relationship Id="r0" Type="x" Target="a.${ending}"/></Relationships>`;
		const parts = { 'word/_rels/document.xml.rels': relations, [`word/a.${ending}`]: page(body) };
		const text = paragraph('第一段。') + '<w:altChunk r:id="r0"/>' + paragraph('最后一段。');
		const document = await first(docx(text, parts));
		expect(document.paragraphs).toEqual([
			'第一段。',
			'相关新闻',
			'这是嵌入的内容，包含重要数据。',
			'区 | 数',
			'甲 | 1',
			'嵌入结尾一行',
			'版权所有：某市',
			'最后一段。',
		]);
		expect(document.layout?.tables).toMatchObject([{ first: 4, last: 5 }]);
	});

	test('every line of an embedded text is kept, and of a part in a cell, too', async () => {
		const relations = '<Relationships><Relationship Id="r0" Type="x" Target="a.txt"/></Relationships>';
		const parts = { 'word/_rels/document.xml.rels': relations, 'word/a.txt': '首页\n相关阅读\n\n一行文字' };
		const cell = `<w:tbl><w:tr><w:tc><w:altChunk r:id="r0"/>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr></w:tbl>`;
		const { paragraphs } = await first(docx(paragraph('第一段。') + cell, parts));
		expect(paragraphs).toEqual(['第一段。', '首页', '相关阅读', '一行文字', '甲 | 乙']);
	});

	test('cells that span columns and rows stand in each place they take', async () => {
		const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
		const restart = '<w:vMerge w:val="restart"/>';
		const rows = [
			cell('地区', restart) + cell('2024年', '<w:gridSpan w:val="2"/>'),
			cell('', '<w:vMerge/>') + cell('总量') + cell('增速'),
			cell('甲区') + cell('100') + cell('5.1'),
		];
		const document = await first(
			docx(paragraph('如下表。') + `<w:tbl>${rows.map(row => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`),
		);
		expect(document.paragraphs.slice(-3)).toEqual(['如下表。', '地区 | 2024年 总量 | 2024年 增速', '甲区 | 100 | 5.1']);
	});

	test('a title of two centred lines; without any title the file is told to have none', async () => {
		const centred = '<w:jc w:val="center"/>';
		expect(
			(
				await first(
					docx(paragraph('关于加快发展', centred) + paragraph('新质生产力的意见', centred) + paragraph('正文。')),
				)
			).source.title,
		).toBe('关于加快发展新质生产力的意见');
		const document = await first(docx(paragraph('正文一句。') + paragraph('第二段。')));
		expect(document.source.title).toBeUndefined();
		expect(document.problems.map(problem => problem.code)).toEqual(['import.title']);
	});

	test('numbers that Word makes stand before the text, also those of a style', async () => {
		const list = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="5"/></w:numPr>`;
		const document = await first(
			docx(
				paragraph('开头。') +
					paragraph('总体要求', list(0)) +
					paragraph('甲', list(1)) +
					paragraph('乙', list(1)) +
					paragraph('重点任务', '<w:pStyle w:val="mine"/>') +
					paragraph('丙', list(1)),
				{ 'word/styles.xml': styles, 'word/numbering.xml': numbering },
			),
		);
		expect(document.paragraphs).toEqual(['开头。', '一、总体要求', '1. 甲', '2. 乙', '二、重点任务', '1. 丙']);
		expect([10, 11, 20, 105, 1010].map(n => numeral(n, 'chineseCounting'))).toEqual([
			'十',
			'十一',
			'二十',
			'一百零五',
			'一千零一十',
		]);
	});

	test('rows of a table; a table of one cell is only a frame', async () => {
		const cell = (...texts: string[]) => `<w:tc>${texts.map(text => paragraph(text)).join('')}</w:tc>`;
		const table = (rows: string) => `<w:tbl><w:tr>${rows}</w:tr></w:tbl>`;
		const document = await first(
			docx(
				paragraph('开头。') +
					table(`${cell('术语')}${cell('定义', '来源')}`) +
					table(cell('框里一段。', '框里二段。')) +
					table(`${cell('左')}<w:tc>${table(`${cell('内一')}${cell('内二')}`)}<w:p/></w:tc>`),
			),
		);
		expect(document.paragraphs).toEqual(['开头。', '术语 | 定义 来源', '框里一段。', '框里二段。', '左 | 内一 | 内二']);
	});

	test('deleted and hidden text, readings and the second form of a drawing are no text; broken lines are paragraphs', async () => {
		const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
		const document = await first(
			docx(
				`<w:p>${run('加快')}<w:del>${run('停止')}</w:del><w:ins>${run('发展')}</w:ins>${run('密', '<w:vanish/>')}<w:r><w:t>。</w:t><w:br/><w:t>次行&amp;&#x4E00;</w:t></w:r></w:p>` +
					`<w:p><w:r><w:ruby><w:rt>${run('zhì')}</w:rt><w:rubyBase>${run('质')}</w:rubyBase></w:ruby></w:r></w:p>` +
					`<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
			),
		);
		expect(document.paragraphs).toEqual(['加快发展。', '次行&一', '质', '框']);
		expect(document.dropped).toEqual([{ text: '密', why: 'hidden' }]);
	});

	test('notes are those of the paragraphs that refer to them', async () => {
		const document = await first(
			docx(`<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/></w:r></w:p>`, {
				'word/footnotes.xml': `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="-1">${paragraph('线')}</w:footnote><w:footnote w:id="2">${paragraph('见报告。')}</w:footnote></w:footnotes>`,
			}),
		);
		expect(document.paragraphs).toEqual(['正文']);
		expect(document.layout).toEqual({ notes: [{ paragraph: 1, at: 2, text: '见报告。' }] });
		expect(document.dropped).toEqual([]);
	});
});

describe('what is not read, and why', () => {
	test('old, encrypted and other files', async () => {
		const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(1000).fill(0));
		expect(await code(compound)).toBe('import.format doc');
		const locked = compound.slice();
		Array.from('EncryptedPackage').forEach((c, i) => (locked[600 + i * 2] = c.charCodeAt(0)));
		expect(await code(locked)).toBe('import.encrypted');
		expect(await code(archive([['a.txt', 'a']]))).toBe('import.format zip');
		expect(await code(archive([['xl/workbook.xml', 'a']]))).toBe('import.format xlsx');
		expect(await code(new Uint8Array())).toBe('import.empty nothing');
		expect(await code(new TextEncoder().encode('Kein Word'))).toBe('import.damaged zip');
	});

	test('a document type is refused before any entity could be used', async () => {
		const laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>';
		expect(await code(archive([['word/document.xml', laughs]]))).toBe('import.damaged dtd');
	});

	test('tags without end, and too deep ones, in time', async () => {
		const cost = await effort(async () => {
			expect(await code(docx('<w:p>'))).toBe('import.damaged xml');
			expect(
				await code(archive([['word/document.xml', { data: '<w:tbl><w:tr><w:tc>'.repeat(200_000), stored: true }]])),
			).toBe('import.damaged xml');
			expect(await code(archive([['word/document.xml', { data: '<'.repeat(1_000_000), stored: true }]]))).toBe(
				'import.damaged xml',
			);
		});
		expect(cost).toBeLessThan(100);
	});

	test('no text: pictures of pages are told from nothing', async () => {
		expect(await code(docx('<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>'))).toBe('import.empty scanned');
		expect(await code(docx('<w:p/>'))).toBe('import.empty nothing');
	});

	test('more text than wanted, and an import that was stopped', async () => {
		expect(await code(docx(paragraph('字'.repeat(2000))), { characters: 1000 })).toBe(
			'import.large characters 1000 2000',
		);
		expect(await code(docx(paragraph('字'.repeat(2000))), { signal: { aborted: true } })).toBe('import.cancelled');
	});

	test('every truncation and every flipped bit of a small file ends in an answer', async () => {
		const bytes = docx(paragraph('发展新质生产力。'));
		for (let length = 0; length < bytes.length; length += 7)
			expect((await read(bytes.slice(0, length))).documents).toEqual([]);
		for (let i = 0; i < bytes.length; i++) {
			const flipped = bytes.slice();
			flipped[i]! ^= 0x41;
			const { documents, problems } = await read(flipped);
			expect(documents.length + problems.length).toBeGreaterThan(0);
			if (documents[0]) expect(documents[0].paragraphs).toEqual(['发展新质生产力。']);
		}
	});
});
