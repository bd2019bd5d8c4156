// Texts, Markdown and JSON lists as they are read, and the choice of a reader by what a file is.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits, type ImportedDocument, type Limits } from '../../../src/core/documents/document';
import { formatOf, isImportable } from '../../../src/core/documents/format';
import { plainReaders, readFileWith } from '../../../src/core/documents/importer';
import { dateOf } from '../../../src/core/documents/dateOf';
import { namesOf, provedFields } from '../../../src/core/documents/proved';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, name: string, limits: Partial<Limits> = {}) =>
	readFileWith(plainReaders, typeof text === 'string' ? bytes(text) : text, name, { ...defaultLimits, ...limits });
const first = async (text: string | Uint8Array, name: string): Promise<ImportedDocument> => {
	const { documents, problems } = await read(text, name);
	expect(problems).toEqual([]);
	return documents[0]!;
};
const prose = '县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点。';

describe('plain text', () => {
	test('an author on the line below the title, the journal on the last one', async () => {
		expect(
			await first(`县域产业如何迈向中高端\n\n李大为\n\n${prose}\n\n${prose}\n\n（《城市研究》2024年第6期）\n`, 'a.txt'),
		).toMatchObject({
			source: {
				type: 'article-journal',
				author: [{ literal: '李大为' }],
				'container-title': '城市研究',
				issued: '2024',
				issue: '6',
			},
			paragraphs: [prose, prose],
		});
	});

	test('a word below the title that is no name stays, and so does a name in the text', async () => {
		const { source, paragraphs } = await first(
			`县域产业如何迈向中高端\n\n目录\n\n${prose}\n\n李大为\n\n${prose}\n`,
			'a.txt',
		);
		expect(source).not.toHaveProperty('author');
		expect(paragraphs).toEqual(['目录', prose, '李大为', prose]);
	});

	test('what is said below a picture above the title is no title', async () => {
		expect(
			await first(
				`大会开幕。 东山日报记者 李四明 摄\n\n东山市政府工作报告\n\n（2026年1月27日在东山市第十四届人民代表大会第四次会议上）\n\n${prose}\n`,
				'a.txt',
			),
		).toMatchObject({ source: { title: '东山市政府工作报告', issued: '2026-01-27' } });
	});

	test('entries of a list with the fields of papers', async () => {
		const entry = {
			title: '东山市教育局关于某事项的通知',
			发文字号: '东教发〔2024〕3号',
			成文日期: '2024-03-05',
			url: 'https://www.example.cn/a',
			content: `各学校：\n\n${prose}`,
		};
		expect((await first(JSON.stringify([entry]), 'a.json')).source).toMatchObject({
			type: 'legislation',
			author: [{ literal: '东山市教育局' }],
			number: '东教发〔2024〕3号',
			issued: '2024-03-05',
			URL: 'https://www.example.cn/a',
		});
	});

	test('a front matter with the labels of a paper', async () => {
		const { source } = await first(
			`---\ntitle: 国务院办公厅关于某事项的意见\n发文机关: "国务院办公厅"\n文号: 国办发〔2019〕6号\n成文日期: 2019-01-22\nurl: https://www.example.cn/a\n---\n\n各省、自治区、直辖市人民政府：\n\n${prose}\n`,
			'a.md',
		);
		expect(source).toMatchObject({
			type: 'legislation',
			author: [{ literal: '国务院办公厅' }],
			number: '国办发〔2019〕6号',
			issued: '2019-01-22',
			URL: 'https://www.example.cn/a',
		});
	});

	test('a button behind a name is no name', async () => {
		const authorOf = async (line: string) =>
			(await first(`县域产业如何迈向中高端\n${line}\n\n${prose}\n\n${prose}\n`, 'a.txt')).source.author;
		expect(await authorOf('作者：李大为 王小川返回首页，查看更多')).toEqual([
			{ literal: '李大为' },
			{ literal: '王小川' },
		]);
		expect(await authorOf('作者：查看更多')).toBeUndefined();
		expect(await authorOf('作者：佚名')).toBeUndefined();
	});

	test('rows of a table are lines of their own, a lone mark is nothing', async () => {
		const { paragraphs } = await first(
			`# 某公报\n\n${prose}\n\n| 地区 | 总量 |\n|:---|---:|\n| 甲区 | 100 |\n| a\\|b | 2 |\n\n\\-\n\n${prose}\n`,
			'a.md',
		);
		expect(paragraphs).toEqual([prose, '地区 | 总量', '甲区 | 100', 'a｜b | 2', prose]);
	});

	test('of Markdown, comments go and tags leave their words', async () => {
		const { source, paragraphs } = await first(
			`# 某条例\n\n2021年1月24日 国务院令第736号公布\n\n<!-- INFO\nEND -->\n\n<p><strong>甲</strong>（乙）：${prose}<br></p>\n\n第一条 a < b 且 c > d，${prose}\n`,
			'a.md',
		);
		expect(source).toMatchObject({ type: 'legislation', number: '国务院令第736号', issued: '2021-01-24' });
		expect(paragraphs).toEqual([
			'2021年1月24日 国务院令第736号公布',
			`甲（乙）：${prose}`,
			`第一条 a < b 且 c > d，${prose}`,
		]);
	});

	test('all of it is the text but a title and lines that say whose it is', async () => {
		expect(
			await first(
				`\uFEFF县域产业如何迈向中高端\r\n作者：李大为、王小川\r\n来源：《求是》\r\n\r\n　　${prose}\r\n　　短句一行\r\n\r\n东山市政府\r\n2024年3月5日\r\n`,
				'a.txt',
			),
		).toMatchObject({
			source: {
				type: 'article-journal',
				title: '县域产业如何迈向中高端',
				author: [{ literal: '李大为' }, { literal: '王小川' }],
				'container-title': '求是',
				missing: ['issued', 'issue', 'page', 'URL'],
			},
			paragraphs: [prose, '短句一行', '东山市政府', '2024年3月5日'],
			problems: [],
		});
	});

	test('broken lines are joined where blank lines part paragraphs; radicals and what cannot be seen', async () => {
		expect(
			(
				await first(
					`通过的《\n中共中央关于制定国⺠经济\n计划的建议》，\u200b是今后⼯作的依据。\n\n${prose}\n\n一、⽬标\n要稳中求进。\n`,
					'a.txt',
				)
			).paragraphs,
		).toEqual(['通过的《中共中央关于制定国民经济计划的建议》，是今后工作的依据。', prose, '一、目标', '要稳中求进。']);
	});

	test('its own script stays; marks a copier made narrow become wide again only where all are', async () => {
		expect((await first('發展新質生產力，要著眼長遠。\n', 'a.txt')).paragraphs).toEqual([
			'發展新質生產力，要著眼長遠。',
		]);
		const dump = [
			'首页 | 登录',
			'分享到:',
			'题目就是这一句',
			'',
			...Array.from({ length: 5 }, (_, i) => `${prose.replace('，', ',')}第${i}点,要抓好落实。\n`),
			'版权所有:某网站 京ICP备1号',
		].join('\n');
		expect((await first(dump, 'a.txt')).paragraphs[0]).toBe(`${prose}第0点，要抓好落实。`);
	});

	test('damage is said: lost quotation marks, characters that could not be read', async () => {
		expect((await first('推动个转企”“小升规”“小升限，充实培育库。\n', 'a.txt')).source).toMatchObject({
			damage: ['quotation-marks'],
			fidelity: 'damaged',
		});
		const broken = bytes(`${prose}\n`.repeat(200));
		broken[50] = 0xff;
		const document = await first(broken, 'a.txt');
		expect(document.source).toMatchObject({ damage: ['characters'] });
		expect(document.problems).toMatchObject([{ code: 'import.characters' }, { code: 'import.title' }]);
		expect((await first(`“${prose}\n“${prose}”\n`, 'a.txt')).source.damage).toBeUndefined();
	});
});

test('a page copied into a file that is called Markdown is read as a page', async () => {
	const lines = ['下载', '打印', '全屏', '收藏', '【字号：', '2026年东山市政府工作报告'];
	const more = [
		'——2026年2月3日在东山市第十六届人民代表大会第四次会议上',
		'来源：东山日报',
		'时间：2026-02-09',
		'东山市市长 李大为',
	];
	const text = [...lines, '|', ...more, '各位代表：', prose, prose].join('\n');
	expect(await first(text, 'a.md')).toMatchObject({
		source: {
			type: 'report',
			title: '2026年东山市政府工作报告',
			author: [{ literal: '李大为' }],
			issued: '2026-02-03',
		},
		paragraphs: ['各位代表：', prose, prose],
	});
	expect(await first(`# 题目\n\n打印\n\n关闭\n\n${prose}\n`, 'a.md')).toMatchObject({
		paragraphs: ['打印', '关闭', prose],
	});
});

test('Markdown: front matter, headings, lists, links', async () => {
	expect(
		await first(
			`---\ntitle: "县域: 产业"\nauthor: [李大为]\ndate: 2024-06-18\nurl: https://x.example.cn/a\n---\n\n# 县域: 产业\n\n${prose}\n\n## 一、问题\n\n- **规模**偏小\n- 见[报告](https://x.example.cn/b)\n\n> 要先立后破。\n`,
			'a.md',
		),
	).toMatchObject({
		source: {
			type: 'document',
			title: '县域: 产业',
			author: [{ literal: '李大为' }],
			issued: '2024-06-18',
			URL: 'https://x.example.cn/a',
		},
		paragraphs: [prose, '一、问题', '规模偏小', '见报告', '要先立后破。'],
	});
	expect(await first(`# 题目\n\n${prose}\n`, 'a.md')).toMatchObject({ source: { title: '题目' }, paragraphs: [prose] });
});

describe('JSON lists', () => {
	test('one document a line; what is wrong is said with its line, the rest is there', async () => {
		const { documents, problems } = await read(
			`{"title":"甲","content":"${prose}\\n第二段。","url":"https://zh.example.org/a","year":2015}\n\n{"title":"乙"}\n不是\n[1]\n{"标题":"丙","正文":["一。","二。"],"作者":["李大为","王小川"],"日期":"2024年3月5日"}\n`,
			'a.jsonl',
		);
		expect(documents.map(one => [one.source.title, one.paragraphs])).toEqual([
			['甲', [prose, '第二段。']],
			['丙', ['一。', '二。']],
		]);
		expect(documents[0]!.source).toMatchObject({
			issued: '2015',
			URL: 'https://zh.example.org/a',
			held: { from: 'zh.example.org' },
		});
		expect(documents[1]!.source).toMatchObject({
			author: [{ literal: '李大为' }, { literal: '王小川' }],
			issued: '2024-03-05',
		});
		expect(problems.map(one => [one.line, one.code, one.data.reason])).toEqual([
			[3, 'import.entry', 'content'],
			[4, 'import.entry', 'json'],
			[5, 'import.entry', 'object'],
		]);
	});

	test('a list in brackets, under a name, or one object', async () => {
		for (const text of [
			`[{"title":"甲","text":"${prose}"}]`,
			`{"data":[{"title":"甲","text":"${prose}"}]}`,
			`{\n "title": "甲",\n "text": "${prose}"\n}`,
		]) {
			expect(await first(text, 'a.json')).toMatchObject({ source: { title: '甲' }, paragraphs: [prose] });
		}
	});

	test('a list with broken entries: the others are there, each fault at its line and column', async () => {
		const good = (title: string) => `  {\n    "title": "${title}",\n    "text": "${prose}"\n  }`;
		const broken = `  {\n    "title": "乙"\n    "text": "${prose}"\n  }`;
		for (const text of [
			`[\n${good('甲')},\n${broken},\n  { "title": "无" },\n${good('丙')}\n]`,
			`{ "total": 3, "articles": [\n${good('甲')},\n${broken},\n  { "title": "无" },\n${good('丙')}\n] }`,
		]) {
			const { documents, problems } = await read(text, 'a.json');
			expect(documents.map(one => one.source.title)).toEqual(['甲', '丙']);
			expect(problems.map(one => [one.line, one.data])).toEqual([
				[8, { reason: 'json', column: 5, detail: 'comma' }],
				[10, { reason: 'content' }],
			]);
		}
		const alone = await read(`{\n  "title": "甲",\n  "text": "${prose}",\n}\n`, 'a.json');
		expect(alone.problems.map(one => [one.line, one.data])).toEqual([
			[4, { reason: 'json', column: 1, detail: 'name' }],
		]);
	});

	test('what is no list ends in one problem; no more documents than the limit', async () => {
		expect((await read('x\n'.repeat(5000), 'a.jsonl')).problems).toMatchObject([{ code: 'import.damaged' }]);
		const { documents, problems } = await read(`{"content":"${prose}"}\n`.repeat(5), 'a.jsonl', { documents: 2 });
		expect(documents).toHaveLength(2);
		expect(problems).toMatchObject([{ code: 'import.large', line: 3, data: { what: 'documents' } }]);
		expect((await read('{"__proto__":{"content":"x"},"title":"t"}', 'a.json')).documents).toEqual([]);
	});

	const path = join(import.meta.dirname, '../../../../shared/data/government_work_reports_1954_2015.jsonl');
	test.skipIf(!existsSync(path))('every character of the government reports is in some paragraph', async () => {
		const { documents, problems } = await read(new Uint8Array(readFileSync(path)), 'a.jsonl');
		expect(problems).toEqual([]);
		const bare = (text: string) => text.replace(/[\s\u200b\u200d]/g, '');
		const entries = readFileSync(path, 'utf8')
			.trim()
			.split('\n')
			.map(line => JSON.parse(line) as { title: string; content: string });
		expect(documents.map(one => [one.source.title, bare(one.paragraphs.join(''))])).toEqual(
			entries.map(one => [one.title, bare(one.content)]),
		);
	});
});

const folder = join(import.meta.dirname, '../../../../shared/seeds');
test.skipIf(!existsSync(folder))('the five seeds come out whole', async () => {
	const counts: Record<string, number> = {};
	for (const name of readdirSync(folder).sort()) {
		const document = await first(new Uint8Array(readFileSync(join(folder, name))), name);
		counts[name.slice(0, 3)] = document.paragraphs.length;
		expect(document.paragraphs.join('')).not.toMatch(/久久|ICP|爬虫|友情链接|责任编辑|加入收藏|彰显特色优势/);
	}
	expect(counts).toEqual({ '000': 5, '001': 25, '002': 6, '003': 6, '004': 20 });
});

test.each<[string, string | number[], string | undefined]>([
	['a.txt', '<!DOCTYPE html><html>', 'html'],
	['a.txt', '\uFEFF<html>', 'html'],
	['a', '正文', 'text'],
	['a.htm', 'x', 'html'],
	['a.bin', [0x25, 0x50, 0x44, 0x46], 'pdf'],
	['a.docx', [0x50, 0x4b, 3, 4], 'docx'],
	['a.doc', [0xd0, 0xcf, 0x11, 0xe0], 'doc'],
	['a.wps', [0xd0, 0xcf, 0x11, 0xe0], 'doc'],
	['a.xls', [0xd0, 0xcf, 0x11, 0xe0], undefined],
	['a.doc', '<html><body>', 'html'],
	['a.doc', '正文', 'text'],
	['a.xlsx', [0x50, 0x4b, 3, 4], 'table'],
	['a.csv', '甲,乙', 'table'],
	['a.pptx', [0x50, 0x4b, 3, 4], undefined],
	['a.pdf', [0x89, 0x50, 0x4e, 0x47], undefined],
	['a.mht', 'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;', 'mhtml'],
	['a.ofd', [0x50, 0x4b, 3, 4], 'ofd'],
	['a.rtf', '{\\rtf1', undefined],
])('format of %s', (name, content, format) => {
	const found = formatOf(typeof content === 'string' ? bytes(content) : Uint8Array.from(content), name);
	expect('format' in found ? found.format : undefined).toBe(format);
});

test('names worth opening in a folder', () => {
	expect(['a.TXT', 'b/c.html', 'd.pdf', 'e.jsonl'].filter(isImportable)).toHaveLength(4);
	// What nothing here reads is named, with what to do; pictures of a saved page are not.
	expect(['a.doc', 'b.wps', 'c.OFD', 'd.caj', 'scan.png', 'e.mht', 'f.rtf'].filter(isImportable)).toHaveLength(7);
	expect(['page_files/a.png', 'page.files/b.jpg', '~$a.docx'].filter(isImportable)).toEqual([]);
	expect(['a.gif', '.x.txt', 'a/.git/b.md', 'noending', 'x.exe', 'constructor'].filter(isImportable)).toEqual([]);
});

test('dates, names and types as pages write them', () => {
	expect(['2024年3月5日', '2024-03-05T08:00', '2024/3', '20240305', '2024-13-40', '今天'].map(dateOf)).toEqual([
		'2024-03-05',
		'2024-03-05',
		'2024-03',
		'2024-03-05',
		'2024',
		undefined,
	]);
	expect(namesOf('李大为 王小川')).toEqual([{ literal: '李大为' }, { literal: '王小川' }]);
	expect(namesOf('本报评论员')).toEqual([{ literal: '本报评论员' }]);
	expect(
		['2024年政府工作报告', '在全市大会上的讲话', '中华人民共和国科学技术进步法', '随笔'].map(
			title => provedFields({ title, web: false }).type,
		),
	).toEqual(['report', 'speech', 'legislation', 'document']);
	expect(provedFields({ title: '题', web: true, source: '新华社', date: '2024-01-02', site: '某协会' })).toEqual({
		type: 'webpage',
		title: '题',
		note: '来源：新华社',
		held: { from: '某协会', date: '2024-01-02' },
		missing: ['issued', 'URL'],
	});
});

test.each([
	['李大为（江城大学公共管理学院副教授）', ['李大为'], '江城大学公共管理学院副教授'],
	['李大为（江城大学）、周立民（江城市委党校）', ['李大为', '周立民'], '江城大学；江城市委党校'],
	['李大为，系江城大学公共管理学院教授', ['李大为'], '江城大学公共管理学院教授'],
	['周　民 江城大学教授', ['周民'], '江城大学教授'],
	['李大为 周立民', ['李大为', '周立民'], undefined],
	['江城市教育局（江城市教师培训学院）', ['江城市教育局（江城市教师培训学院）'], undefined],
	['江城大学（东校区）课题组', ['江城大学（东校区）课题组'], undefined],
])('of the author %s the post is a note', (author, names, note) => {
	const fields = provedFields({ title: '题', web: true, author });
	expect(fields.author?.map(one => one.literal)).toEqual(names);
	expect(fields.note).toBe(note);
});

test('empty, binary, too large, cancelled, and a reader that fails are one file’s problem each', async () => {
	expect((await read('', 'a.txt')).problems).toMatchObject([{ code: 'import.empty' }]);
	expect((await read(' \n\u3000\n', 'a.txt')).problems).toMatchObject([{ code: 'import.empty' }]);
	expect(
		(
			await read(
				Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251),
				'a.txt',
			)
		).problems,
	).toMatchObject([{ code: 'import.format' }]);
	expect((await read(prose, 'a.txt', { bytes: 10 })).problems).toMatchObject([{ code: 'import.large' }]);
	expect((await read('\n'.repeat(2_000_001), 'a.txt')).problems).toMatchObject([
		{ code: 'import.large', data: { what: 'entries' } },
	]);
	expect((await read(prose, 'a.txt', { characters: 10 })).problems).toMatchObject([
		{ code: 'import.large', data: { what: 'characters' } },
	]);
	expect((await read(prose, 'a.txt', { signal: { aborted: true } })).problems).toMatchObject([
		{ code: 'import.cancelled' },
	]);
	expect(
		(await readFileWith({ text: () => Promise.reject(new Error('x')) }, bytes(prose), 'a.txt', defaultLimits)).problems,
	).toMatchObject([{ code: 'import.damaged', data: { reason: 'x' } }]);
});

test('whatever the bytes and the name: an answer, never an error', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uint8Array({ maxLength: 300 }),
			fc.constantFrom('a.txt', 'a.md', 'a.json', 'a.jsonl', 'a'),
			async (content, name) => {
				const { documents, problems } = await read(content, name);
				expect(documents.length + problems.length).toBeGreaterThan(0);
				for (const paragraph of documents.flatMap(one => one.paragraphs)) expect(paragraph.trim()).toBe(paragraph);
			},
		),
		{ numRuns: 300 },
	);
});
