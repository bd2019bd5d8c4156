import { describe, expect, test } from 'vitest';
import { linesIn, wordOf } from '../../support/wordFile';

/** A PNG of one pixel, as far as its size is read. */
function png(width: number, height: number): Uint8Array {
	const bytes = new Uint8Array(64);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, 0x89504e47);
	view.setUint32(4, 0x0d0a1a0a);
	view.setUint32(8, 13);
	view.setUint32(12, 0x49484452);
	view.setUint32(16, width);
	view.setUint32(20, height);
	return bytes;
}

describe.each(['official', 'report'] as const)('%s', layout => {
	test('footnotes are native, in the order of the text, also in tables and lists', async () => {
		const word = await wordOf(
			'甲[^1]\n\n| a[^2] |\n|-|\n| b[^3] |\n\n- 乙[^4]再[^1]\n\n[^1]: 一\n[^2]: 二\n[^3]: 三\n[^4]: 四\n',
			{ layout },
		);
		const document = word.part('word/document.xml');
		expect([...document.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id)).toEqual([
			'1',
			'2',
			'3',
			'4',
		]);
		expect(document).toMatch(/NOTEREF _Note_1 \\f \\h/);
		expect(
			linesIn(word.part('word/footnotes.xml'))
				.map(line => line.trim())
				.filter(Boolean),
		).toEqual(['一', '二', '三', '四']);
	});

	test('what the draft does not say of its author is not in the file', async () => {
		const named = async (text: string) => {
			const core = (await wordOf(text, { layout })).part('docProps/core.xml');
			return [...core.matchAll(/<(?:dc:creator|cp:lastModifiedBy)>([^<]*)/g)].map(([, name]) => name);
		};
		expect(await named('文字\n')).toEqual([]);
		expect(await named('---\nauthor: 某局\n---\n\n文字\n')).toEqual(['某局', '某局']);
	});

	test('an empty draft is a document with nothing in it', async () => {
		const word = await wordOf('', { layout });
		expect(word.lines.join('')).toBe('');
		expect(word.problems).toEqual([]);
	});

	test('fields are ours alone: what looks like one in the draft is text', async () => {
		const word = await wordOf(
			'=cmd|"/c calc"!A1 DDEAUTO c:\\\\windows { INCLUDETEXT "http://x" } <w:instrText>DDE</w:instrText>\n',
			{ layout },
		);
		const document = word.part('word/document.xml');
		expect(document).not.toMatch(/<w:instrText[^>]*>[^<]*(?:DDE|INCLUDE|cmd)/);
		expect(word.lines.join('')).toContain('=cmd|"/c calc"!A1 DDEAUTO');
		expect(word.part('word/_rels/document.xml.rels')).not.toContain('TargetMode="External"');
	});

	test('links lead to pages and letters alone', async () => {
		const word = await wordOf(
			'[甲](https://a.cn/?q=1&b="2")[乙](file:///etc/passwd)[丙](\\\\\\\\host\\x)[丁](mailto:a@b.cn)',
			{ layout },
		);
		const targets = [
			...word.part('word/_rels/document.xml.rels').matchAll(/Target="([^"]*)" TargetMode="External"/g),
		].map(([, target]) => target);
		expect(targets).toEqual(['https://a.cn/?q=1&amp;b=%222%22', 'mailto:a@b.cn']);
		expect(word.problems.map(problem => problem.code)).toEqual(['link.unsafe', 'link.unsafe']);
		expect(word.lines.join('')).toContain('甲乙丙丁');
	});
});

test('the head and the imprint of an official document stand as far as the front matter has them', async () => {
	const matter =
		'---\n发文机关: 某市人民政府文件\n发文字号: 某政发〔2024〕1号\n签发人: 张三\n密级: 机密★1年\n抄送: 市委\n印发机关: 某市政府办公室\n印发日期: 2024年3月18日\n---\n\n';
	const { lines } = await wordOf(`${matter}# 通知\n\n正文。\n`);
	expect(lines).toEqual([
		'机密★1年',
		'某市人民政府文件',
		'\u3000某政发〔2024〕1号\n签发人：张三\u3000',
		'通知',
		'正文。',
		'抄送：市委。',
		'某市政府办公室\n2024年3月18日印发',
	]);
	expect((await wordOf('# 通知\n\n正文。\n')).lines).toEqual(['通知', '正文。']);
});

test('a place that names a figure or a table is a field that leads to its number', async () => {
	const word = await wordOf('见图1和表2，另见图9。\n\n![图1 路线](a.png)\n\n表2 数\n\n| a |\n|-|\n| 1 |\n', {
		pictures: [png(10, 10)],
	});
	const document = word.part('word/document.xml');
	expect([...document.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, field = '']) => field.trim())).toEqual([
		'REF _Ref_figure_1 \\h',
		'REF _Ref_table_2 \\h',
		'SEQ 图 \\# 0',
	]);
	expect(word.lines).toEqual(expect.arrayContaining(['见图1和表2，另见图9。', '图1 路线', '表2 数']));
});

test('pictures are no wider than the text; what is none is told of', async () => {
	const word = await wordOf('![](a.png)![](b.svg)\n', {
		pictures: [png(5000, 100), new TextEncoder().encode('<svg/>')],
	});
	const [, width] = /<wp:extent cx="(\d+)"/.exec(word.part('word/document.xml')) ?? [];
	expect(Number(width)).toBeGreaterThan(5_000_000);
	expect(Number(width) / 635).toBeLessThan(8846); // twips
	expect(word.problems).toEqual([{ code: 'image.kind', what: 'b.svg' }]);
});

test('what is raised in a finished copy is raised', async () => {
	const word = await wordOf('甲\uE0F2[1]15\uE0F3，乙');
	expect(word.part('word/document.xml')).toMatch(
		/<w:vertAlign w:val="superscript"\/><\/w:rPr><w:t[^>]*>\[1\]15<\/w:t>/,
	);
	expect(word.lines).toEqual(['甲[1]15，乙']);
});

test('a table of more columns than Word opens is lines', async () => {
	const row = `|${'a|'.repeat(70)}`;
	const word = await wordOf(`${row}\n|${'-|'.repeat(70)}\n${row}\n`);
	expect(word.problems).toEqual([{ code: 'table.large', what: '70' }]);
	expect(word.part('word/document.xml')).not.toContain('<w:tbl>');
});

test('a list that begins with three begins with three, and the next one with one', async () => {
	const word = await wordOf('3. 甲\n\n正文\n\n1. 乙\n');
	const numbering = word.part('word/numbering.xml');
	const used = [...word.part('word/document.xml').matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id = '']) => id);
	expect(new Set(used).size).toBe(2);
	expect(numbering).toContain('<w:start w:val="3"/>');
});

test('a place in the text leads to the caption of its own sign', async () => {
	const table = '| a |\n|-|\n| 1 |';
	const { part } = await wordOf(
		`见表1、附表1、图一所示、意图一致、附表2。\n\n表1 甲\n\n${table}\n\n附表1 乙\n\n${table}\n\n![](a.png)\n\n图一 丙\n`,
	);
	const document = part('word/document.xml');
	expect([...document.matchAll(/instrText[^>]*> ((?:REF|SEQ) [^<]*) </g)].map(([, field]) => field)).toEqual([
		'REF _Ref_table_1 \\h',
		'REF _Ref_annexTable_1 \\h',
		'REF _Ref_figure_u4e00 \\h',
		'SEQ 表 \\# 0',
		'SEQ 附表 \\# 0',
		'SEQ 图 \\* CHINESENUM3',
	]);
	for (const [, name] of document.matchAll(/REF (_Ref_\w+)/g)) expect(document).toContain(`w:name="${name}"`);
});

describe('annexes that only the front matter names', () => {
	const matter = '---\ntitle: 通知\n附件: [方案, "2. 清单。"]\n---\n\n';

	test('stand between the text and the signature', async () => {
		const { lines } = await wordOf(`${matter}现印发给你们。\n\n某市某局\n\n2024年3月18日\n`);
		expect(lines.filter(Boolean).slice(1)).toEqual([
			'现印发给你们。',
			'附件：1. 方案',
			'2. 清单',
			'某市某局',
			'2024年3月18日',
		]);
	});

	test('end a text without a signature, and a report; one alone has no number', async () => {
		expect((await wordOf(`${matter}正文。\n`)).lines.filter(Boolean).slice(-3)).toEqual([
			'正文。',
			'附件：1. 方案',
			'2. 清单',
		]);
		const { lines } = await wordOf(`---\n附件:\n  - 方案\n---\n\n正文。\n`, { layout: 'report' });
		expect(lines.filter(Boolean)).toEqual(['正文。', '附件：方案']);
	});

	test('are not listed twice', async () => {
		const { lines } = await wordOf(`${matter}正文。\n\n附件：1. 甲\n\n2. 乙\n`);
		expect(lines.filter(line => /方案|清单/.test(line))).toEqual([]);
	});
});

describe('what the front matter says', () => {
	const matter = `---
title: 通知
发文机关: 某市人民政府
文号: 某政发〔2024〕1号
主送机关: 各区
签发人: 王某
密级: 机密
抄送: 市委
署名: 某局
date: 2024年3月18日
---

正文。
`;

	test('stands on the title page of a report, or is told of', async () => {
		const { lines, problems } = await wordOf(matter, { layout: 'report' });
		expect(lines.filter(Boolean)).toEqual([
			'机密',
			'通知',
			'某政发〔2024〕1号',
			'某市人民政府',
			'某局',
			'2024年3月18日',
			'正文。',
		]);
		expect(problems).toEqual([{ code: 'matter.left', what: '签发人、主送机关、抄送机关' }]);
	});

	test('is told of where a report has no title page', async () => {
		const { problems } = await wordOf('---\nauthor: 甲\n发文机关: 乙\n---\n\n正文。\n', { layout: 'report' });
		expect(problems).toEqual([{ code: 'matter.left', what: '发文机关、署名' }]);
	});

	test('has its place in an official document, but for a name without a day', async () => {
		expect((await wordOf(matter)).problems).toEqual([]);
		expect((await wordOf('---\nauthor: 甲\n---\n\n正文。\n')).problems).toEqual([
			{ code: 'matter.left', what: '署名' },
		]);
	});
});

describe('the contents of a report', () => {
	const page = `${'发展新质生产力必须做好创新这篇大文章。'.repeat(60)}\n\n`;
	const entries = async (text: string) => {
		const { part, problems } = await wordOf(text, { layout: 'report' });
		const document = part('word/document.xml');
		const shown = [...document.matchAll(/PAGEREF _Toc\d+ \\h<\/w:instrText><w:fldChar[^>]*\/>(?:<w:t[^>]*>([^<]*))?/g)];
		return { document, problems, pages: shown.map(([, number]) => number) };
	};

	test('has the pages that headings are about on, and Word asks to count them', async () => {
		const { document, problems, pages } = await entries(
			`# 报告\n\n## 一、甲\n\n${page}${page}## 二、乙\n\n### （一）丙\n\n#### 细\n\n##### 更细\n\n${page}## \n\n## 三、丁\n\n> ## 引\n\n文\n`,
		);
		expect(pages).toHaveLength(6);
		expect(pages[0]).toBe('1');
		expect(pages[1]).toBe('3');
		expect(pages.every(number => /^\d+$/.test(number ?? ''))).toBe(true);
		expect(document).toMatch(/<w:fldChar w:fldCharType="begin" w:dirty="true"\/><w:instrText[^>]*>TOC /);
		expect(problems.map(({ code }) => code)).toEqual(['contents.estimated']);
	});

	test('says nothing of pages where nothing is listed', async () => {
		expect((await entries('# 报告\n\n文\n')).problems).toEqual([]);
	});
});

describe('the paragraph before a signature', () => {
	const sentence = '发展新质生产力必须继续做好创新这篇大文章。';
	const kept = async (before: number, last: number) => {
		const text = `# 通知\n\n${`${sentence.repeat(4)}\n\n`.repeat(before)}末${sentence.repeat(last)}\n\n某市某局\n\n2024年3月18日\n`;
		const document = (await wordOf(text)).part('word/document.xml');
		const paragraph = /<w:p>(?:(?!<w:p>).)*末发展/.exec(document)?.[0] ?? '';
		return paragraph.includes('<w:keepNext/>');
	};

	test('is not taken along where both stand on a page anyway', async () => {
		expect(await kept(1, 5)).toBe(false);
		// Its end, many lines, and the signature stand on the second page.
		expect(await kept(3, 24)).toBe(false);
	});

	test('is kept with it where the page would end between them, and where it is short', async () => {
		expect(await kept(3, 8)).toBe(true);
		expect(await kept(1, 2)).toBe(true);
	});
});
