// PDFs made here, in the fonts Chinese programs write: paragraphs come out whole, heads and numbers of pages do not.
import { deflateSync, zlibSync } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../../../../src/core/documents/document';
import { tight } from '../../../../src/core/documents/pdf/lines';
import { createPdfReader } from '../../../../src/core/documents/pdf/pdf';
import { pdf, stream, typeset, type Placed } from '../../../support/pdf';
import { effort } from '../../../support/effort';

const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
const maps = (name: string) => {
	const path = join(folder, `${name}.bcmap`);
	return /^[\w-]+$/.test(name) && existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;
};
const reader = createPdfReader(maps);
const read = (bytes: Uint8Array, limits: Partial<Limits> = {}) =>
	reader(bytes, 'a.pdf', { ...defaultLimits, ...limits });
const first = async (bytes: Uint8Array) => {
	const { documents, problems } = await read(bytes);
	expect(problems).toEqual([]);
	return documents[0]!;
};
const code = async (bytes: Uint8Array, limits: Partial<Limits> = {}) => {
	const { documents, problems } = await read(bytes, limits);
	expect(documents).toEqual([]);
	return problems
		.map(problem => `${problem.code} ${String(problem.data.reason ?? problem.data.what ?? '')}`.trim())
		.join();
};

const prose = [
	'县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点。近年来，全县坚持把产业发展摆在突出位置，着力补链延链强链，特色产业产值年均增长百分之十二。',
	'一、存在的问题',
	'从调研情况看，当前仍有三个方面的问题需要重视：一是企业规模偏小，创新投入不足；二是用地、用能等要素保障不够有力；三是专业人才引不来、留不住。5G、AI等新技术用得还不多，与先进地区相比差距明显。',
	'下一步，要坚持问题导向，分类施策，把有限的资源用在刀刃上，推动县域产业迈向价值链中高端。',
];
const title: Placed = { text: '县域产业如何迈向中高端', x: 200, y: 80, size: 18 };

describe('what a PDF says', () => {
	test('the name of a login above a paper is no title; its number, its organ and its day stand apart', async () => {
		const lines = [
			'江北省人民政府办公厅关于加强除雪保畅工作的通知',
			'江政办发〔2022〕6号',
			'各市人民政府，省政府各部门：',
			'所需经费列入本级财政年度预算，任何单位不得挤占。',
			'江北省人民政府办公厅',
			'2022年1月22日',
		];
		const placed = lines.map((text, i) => ({ text, x: 90, y: 120 + 20 * i, size: 12 }));
		const { source, paragraphs } = await first(
			pdf([[{ text: 'zhangsan-pc', x: 250, y: 80, size: 16 }, ...placed]], { info: { Author: 'zhangsan-pc' } }),
		);
		expect(source).toMatchObject({ title: lines[0], number: lines[1], issued: '2022-01-22' });
		expect(paragraphs).toEqual(lines.slice(1));
	});

	test.each(['ucs2', 'gbk', 'identity'] as const)('paragraphs of a font of kind %s', async font => {
		const [page] = typeset(prose);
		const document = await first(
			pdf([[title, ...page!]], { font, info: { Title: 'a.docx', Author: '李大为', CreationDate: 'D:20240305010203' } }),
		);
		expect(document.paragraphs).toEqual(prose);
		expect(document.source).toEqual({
			type: 'document',
			title: title.text,
			missing: ['author', 'issued'],
		});
		expect(document.dropped.map(one => one.why)).toEqual(['properties', 'properties']);
	});

	test('the space behind the number of an article stays, also where the number is in pieces', () => {
		expect(['第一条 为了规范', '条 为了规范', '为 了 规 范', '条例 全文'].map(tight)).toEqual([
			'第一条 为了规范',
			'条 为了规范',
			'为了规范',
			'条例全文',
		]);
	});

	test('an article begins a paragraph after a line that is full, a mark that closes does not', async () => {
		const full = (start: string) => `${start}${'甲乙丙丁戊己庚辛壬癸'.repeat(10)}`.slice(0, 34 * 3 - 3) + '。';
		const articles = ['第一条 ', '第二条 ', '第三条 '].map(full);
		expect((await first(pdf(typeset(articles, { indent: 0 })))).paragraphs).toHaveLength(3);
		const [lines = []] = typeset([prose[0]!]);
		const broken = lines.map((line, i) => (i === 1 ? { ...line, text: `，${line.text}` } : line));
		expect((await first(pdf([broken]))).paragraphs).toHaveLength(1);
	});

	test('a long text over many pages, with heads, feet and numbers that go to the report', async () => {
		const long = Array.from({ length: 60 }, (_, i) => `第${i * 1001}段。${prose[(i % 2) * 2]!}`);
		const pages = typeset(long).map((page, i) => [
			{ text: i % 2 ? '县域经济研究' : `2024年第3期 总第${100 + i}期`, x: 90, y: 60, size: 9 },
			...page,
			{ text: `— ${i + 1} —`, x: 280, y: 790, size: 10 },
		]);
		expect(pages.length).toBeGreaterThan(5);
		const document = await first(pdf(pages));
		expect(document.paragraphs).toEqual(long);
		const why = (name: string) => document.dropped.filter(dropped => dropped.why === name).length;
		expect([why('page-number'), why('running-head')]).toEqual([pages.length, pages.length]);
		expect(document.dropped.find(dropped => dropped.text === '— 2 —')).toMatchObject({ line: 2 });
		const starts = document.layout?.pages ?? [];
		expect(starts.map(({ page }) => page)).toEqual(pages.map((_, i) => String(i + 1)));
		// Where a page begins its first line does.
		for (const [i, { paragraph, at }] of starts.entries()) {
			const line = pages[i]?.[1]?.text.trim() ?? '-';
			expect(document.paragraphs[paragraph - 1]?.slice(at).startsWith(line)).toBe(true);
		}
	});

	test('pages are cited by the numbers printed on them, where these count on', async () => {
		const page = (text: string, number: string) => [...typeset([text])[0]!, { text: number, x: 280, y: 790, size: 10 }];
		const pages = [page('封面。', ''), page(prose[0]!, '1'), page(prose[2]!, '2'), page(prose[3]!, '3')];
		expect((await first(pdf(pages))).layout?.pages).toEqual([
			{ paragraph: 2, at: 0, page: '1' },
			{ paragraph: 3, at: 0, page: '2' },
			{ paragraph: 4, at: 0, page: '3' },
		]);
	});

	test('pieces that stand in columns line after line are a table; two columns of words are none', async () => {
		const row = (y: number, ...cells: readonly string[]): Placed[] =>
			cells.flatMap((text, i) => (text === '' ? [] : [{ text, x: 100 + i * 110, y, size: 12 }]));
		const rows = [
			row(300, '指标', '2023年', '2024年'),
			row(320, '粮食产量', '69541', '70650'),
			row(340, '油料产量', '', '3979'),
			row(360, '棉花产量', '562', '616'),
		].flat();
		const [text = []] = typeset([prose[0]!], { y: 100 });
		const [after = []] = typeset([prose[3]!], { y: 420 });
		const document = await first(pdf([[...text, ...rows, ...after]]));
		expect(document.paragraphs).toEqual([
			prose[0],
			'指标 | 2023年 | 2024年',
			'粮食产量 | 69541 | 70650',
			'油料产量 | | 3979',
			'棉花产量 | 562 | 616',
			prose[3],
		]);
		expect(document.layout?.tables).toEqual([{ first: 2, last: 5 }]);
		const names = [1, 2, 3, 4].flatMap(i => row(280 + i * 20, '张三丰', '李四光', '王五常'));
		expect((await first(pdf([[...text, ...names, ...after]]))).layout?.tables).toBeUndefined();
	});

	test('a title longer than its line goes on below, centred', async () => {
		const above = '关于加快推进县域特色产业高质量发展的若干问题与对策';
		const lines = [
			{ text: above, x: 90, y: 70, size: 408 / above.length },
			{ text: '研究报告', x: 260, y: 98, size: 408 / above.length },
		];
		const document = await first(pdf([[...lines, ...typeset(prose, { y: 150 })[0]!]]));
		expect(document.source.title).toBe(`${above}研究报告`);
		expect(document.paragraphs).toEqual(prose);
	});

	test('a paragraph goes on over the end of a page', async () => {
		const [page] = typeset([prose[2]!]);
		const pages = [
			page!.slice(0, 2).map((line, i) => ({ ...line, y: 700 + 20 * i })),
			page!.slice(2).map((line, i) => ({ ...line, y: 120 + 20 * i })),
		];
		expect((await first(pdf(pages))).paragraphs).toEqual([prose[2]]);
	});

	test('two columns: the left one before the right one, below a title over both', async () => {
		const left = typeset([prose[0]!, prose[2]!], { x: 60, y: 150, measure: 18, size: 12 })[0]!;
		const right = typeset([prose[3]!, prose[0]!], { x: 310, y: 150, measure: 18, size: 12 })[0]!;
		// In the order of lines, as some programs write them.
		const both = [...left, ...right].sort((a, b) => a.y - b.y);
		const document = await first(pdf([[title, ...both]]));
		expect(document.paragraphs).toEqual([prose[0], prose[2], prose[3], prose[0]]);
	});

	test('paragraphs that are parted by gaps, not by indentation', async () => {
		const gaps = prose.flatMap((text, i) => typeset([text], { indent: 0, y: 120 + i * 120 })[0]!);
		expect((await first(pdf([gaps]))).paragraphs).toEqual(prose);
	});

	test('words of other scripts keep a space where a line breaks', async () => {
		const lines = ['The idea of new quality productive', 'forces was put forward in 2023, and', 'is well known.'];
		const document = await first(pdf([lines.map((text, i) => ({ text, x: 90, y: 120 + 18 * i }))]));
		expect(document.paragraphs).toEqual([
			'The idea of new quality productive forces was put forward in 2023, and is well known.',
		]);
	});

	test('radicals become characters, watermarks stay outside, print in bold by printing twice is read once', async () => {
		const document = await first(
			pdf(
				[
					[
						{ text: '⾼质量发展⻢上⾏动⸺必须坚持新发展理念。', x: 90, y: 120 },
						{ text: '重点', x: 90, y: 160 },
						{ text: '重点', x: 90.3, y: 160 },
						{ text: '内部资料', x: 200, y: 400, size: 40, turned: true },
					],
				],
				{ font: 'identity' },
			),
		);
		expect(document.paragraphs).toEqual(['高质量发展马上行动——必须坚持新发展理念。', '重点']);
		expect(document.dropped).toEqual([{ text: '内部资料', why: 'rotated', line: 1 }]);
	});

	test('a font whose map is not here is told, not passed over', async () => {
		const { documents, problems } = await createPdfReader(() => undefined)(
			pdf([typeset(prose)[0]!]),
			'a.pdf',
			defaultLimits,
		);
		const codes = [...problems, ...documents.flatMap(document => document.problems)].map(problem => problem.code);
		expect(codes.some(one => one === 'import.partial' || one === 'import.empty')).toBe(true);
	});
});

describe('what is not read, and why', () => {
	const small = () => pdf([[{ text: '发展新质生产力。', x: 90, y: 120 }]]);

	test('encrypted, damaged, empty, no PDF at all', async () => {
		expect(await code(pdf([[title]], { encrypted: true }))).toBe('import.encrypted');
		expect(await code(new TextEncoder().encode('%PDF-1.5\nnothing'))).toBe('import.damaged pdf');
		expect(await code(new TextEncoder().encode('no'))).toBe('import.damaged pdf');
		expect(await code(new Uint8Array())).toBe('import.empty nothing');
	});

	test('pages without text are pictures', async () => {
		expect(await code(pdf([[], []]))).toBe('import.empty scanned');
	});

	test('more pages or text than wanted, and an import that was stopped', async () => {
		expect(await code(pdf([[title], [title], [title]]), { pages: 2 })).toBe('import.large pages');
		expect(await code(pdf(typeset(prose)), { characters: 100 })).toBe('import.large characters');
		expect(await code(small(), { signal: { aborted: true } })).toBe('import.cancelled');
	});

	test('an import that is stopped between pages', async () => {
		let asked = 0;
		const signal = {
			get aborted() {
				return ++asked > 40;
			},
		};
		expect(await code(pdf(Array.from({ length: 500 }, () => [title])), { signal })).toBe('import.cancelled');
		expect(asked).toBeLessThan(60);
	});

	test('a stream that unpacks to 300 MB, one that only says it is that long, one packed twice', async () => {
		const cost = await effort(async () => {
			const bomb = zlibSync(new Uint8Array(300_000_000), { level: 1 });
			const flate = (data: Uint8Array, filter = '/Filter/FlateDecode') =>
				stream(Array.from(data, byte => String.fromCharCode(byte)).join(''), filter);
			expect(await code(pdf([[title]], { objects: { 11: flate(bomb) } }))).toBe('import.large bytes');
			expect(
				await code(pdf([[title]], { objects: { 11: flate(deflateSync(bomb), '/Filter[/FlateDecode/FlateDecode]') } })),
			).toBe('import.large bytes');
			const lying = await read(
				pdf([[title], [{ text: '正文。', x: 90, y: 120 }]], { objects: { 11: stream('BT ET', '', 100_000_000) } }),
			);
			expect(lying.documents[0]?.paragraphs ?? []).not.toContain(title.text);
		});
		expect(cost).toBeLessThan(750);
	});

	test('trees of pages and tables of places that lead back to themselves, counts that lie', async () => {
		const cost = await effort(async () => {
			const outcome = async (bytes: Uint8Array) => {
				const { documents, problems } = await read(bytes);
				return documents[0]?.paragraphs.join() ?? problems[0]!.code;
			};
			expect(await outcome(pdf([[title]], { objects: { 2: '<</Type/Pages/Count 1/Kids[2 0 R]>>' } }))).toMatch(
				/^import\./,
			);
			expect(
				await outcome(
					pdf([[title]], {
						objects: {
							2: '<</Type/Pages/Count 3/Kids[9 0 R 9 0 R]>>',
							9: '<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]/Parent 2 0 R>>',
						},
					}),
				),
			).toMatch(/^import\./);
			expect(await outcome(pdf([[title, ...typeset(prose)[0]!]], { trailer: '/Prev XREF' }))).toBe(prose.join());
			expect(await outcome(pdf([[title]], { objects: { 2: '<</Type/Pages/Count 1000000000/Kids[10 0 R]>>' } }))).toBe(
				title.text,
			);
			expect(
				await outcome(
					pdf([[title, ...typeset(prose)[0]!]], { objects: { 2: '<</Type/Pages/Count 3000/Kids[10 0 R]>>' } }),
				),
			).toBe(prose.join());
		});
		expect(cost).toBeLessThan(500);
	});

	test('forms that draw themselves, and each other ten times over', async () => {
		const cost = await effort(async () => {
			const resources = (n: number) =>
				`/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>/XObject<</X ${n} 0 R>>>>`;
			const page =
				'<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</X 20 0 R>>>>/Contents 11 0 R>>';
			const itself = await read(
				pdf([[title]], { objects: { 10: page, 11: stream('/X Do'), 20: stream('/X Do', resources(20)) } }),
			);
			expect(itself.problems.map(problem => problem.code)).toEqual(['import.empty']);
			const forms = Object.fromEntries(
				Array.from({ length: 9 }, (_, i) => [
					20 + i,
					stream(i < 8 ? '/X Do '.repeat(10) : 'BT /F1 9 Tf <4e004e004e004e00> Tj ET', resources(21 + i)),
				]),
			);
			expect(
				await code(pdf([[title]], { objects: { 10: page, 11: stream('/X Do'), ...forms } }), { characters: 100_000 }),
			).toBe('import.large characters');
		});
		expect(cost).toBeLessThan(750);
	});

	test('every truncation, and bytes changed at random places, end in an answer', async () => {
		const bytes = small();
		for (let length = 0; length < bytes.length; length += 97)
			expect((await read(bytes.slice(0, length))).problems.length).toBeLessThanOrEqual(1);
		for (let i = 0; i < 40; i++) {
			const changed = bytes.slice();
			changed[(i * 7919) % bytes.length]! ^= 0x55;
			const { documents, problems } = await read(changed);
			expect(documents.length + problems.length).toBe(1);
		}
	});
});
