// RIS as databases and programs write it, with Chinese, whole and broken; and ours as others see it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRis } from '../../../../src/core/citations/exchange/risRead';
import { writeRis } from '../../../../src/core/citations/exchange/risWrite';
import { read, said } from './sources';

const items = (ris: string) =>
	read(readRis, ris).data.sources as unknown as readonly Readonly<Record<string, unknown>>[];

test('an article of a Chinese database: no key, names with and without commas, a range of pages', () => {
	const ris =
		'\uFEFFTY  - JOUR\r\nTI  - 数字经济与新质生产力\r\nAU  - 张三;李四;\r\nAU  - 王, 五\r\nJO  - 管理世界\r\nPY  - 2021\r\nDA  - 2021/03/05/\r\nVL  - 37\r\nIS  - 02\r\nSP  - 12\r\nEP  - 20\r\nDO  - https://doi.org/10.19744/j.cnki\r\nUR  - https://kns.cnki.net/x?a=1\r\nLA  - zh-CN\r\nAB  - 摘要\r\nKW  - 词\r\nER  - \r\n';
	expect(items(ris)).toEqual([
		{
			id: 'new-1',
			type: 'article-journal',
			title: '数字经济与新质生产力',
			author: [{ literal: '张三' }, { literal: '李四' }, { family: '王', given: '五' }],
			'container-title': '管理世界',
			issued: '2021-03-05',
			volume: '37',
			issue: '02',
			page: '12-20',
			DOI: '10.19744/j.cnki',
			URL: 'https://kns.cnki.net/x?a=1',
			language: 'zh-CN',
		},
	]);
	expect(said(readRis, ris)).toEqual([[1, 'key.missing']]);
});

test('a book, a piece, a newspaper, a thesis', () => {
	expect(
		items(
			'TY  - BOOK\nID  - b1\nT1  - 书名\nA1  - Doe, Jane B., Jr.\nED  - 编者\nT2  - 丛书\nPB  - 社\nCY  - 北京\nET  - 2\nSN  - 978-7\nER  - \n\nTY - CHAP\nID - c1\nTI - 章名\nBT - 书名\nY1 - 2020//\nN1 - 一\n二\nER -\nTY  - NEWS\nID  - n1\nTI  - 报道\nT2  - 经济日报\nDA  - 2024/02/14/\nY2  - 2024/03/01/\nSP  - 1\nER  - \nTY  - THES\nID  - t1\nTI  - 论文\nPB  - 清华大学\nM3  - 博士\nER  - ',
		),
	).toEqual([
		{
			id: 'b1',
			type: 'book',
			title: '书名',
			author: [{ family: 'Doe', given: 'Jane B.', suffix: 'Jr.' }],
			editor: [{ literal: '编者' }],
			'collection-title': '丛书',
			publisher: '社',
			'publisher-place': '北京',
			edition: '2',
			ISBN: '978-7',
		},
		{ id: 'c1', type: 'chapter', title: '章名', 'container-title': '书名', issued: '2020', note: '一\n二' },
		{
			id: 'n1',
			type: 'article-newspaper',
			title: '报道',
			'container-title': '经济日报',
			issued: '2024-02-14',
			accessed: '2024-03-01',
			page: '1',
		},
		{ id: 't1', type: 'thesis', title: '论文', publisher: '清华大学', genre: '博士' },
	]);
});

describe('broken', () => {
	const good = (n: number) => `TY  - BOOK\nID  - g${n}\nTI  - 好\nER  - \n`;
	test.each<[string, string, readonly (readonly [number, string])[], number]>([
		['an entry without an end', 'TY  - BOOK\nID  - odd\nTI  - 奇\n', [[5, 'library.syntax']], 3],
		['an entry without a beginning', 'ID  - bad\nTI  - 坏\nER  - \n', [[5, 'library.syntax']], 2],
		['no title', 'TY  - BOOK\nID  - bad\nER  - \n', [[5, 'field.missing']], 2],
		['a key a second time', 'TY  - BOOK\nID  - g1\nTI  - 坏\nER  - \n', [[5, 'key.duplicate']], 2],
		['words between entries', '说明文字\n\n', [], 2],
	])('%s', (_, bad, problems, count) => {
		const ris = good(1) + bad + good(2);
		expect(items(ris).map(item => item.id)).toHaveLength(count);
		expect(items(ris)).toMatchObject([
			{ id: 'g1', title: '好' },
			...(count === 3 ? [{ title: '奇' }] : []),
			{ id: 'g2' },
		]);
		expect(said(readRis, ris)).toEqual(problems);
	});
	test('what is no RIS, and the end of the file for an end', () => {
		expect(said(readRis, 'hello')).toEqual([[1, 'library.format']]);
		expect(said(readRis, '')).toEqual([]);
		expect(items('TY  - BOOK\nID  - a\nTI  - 甲')).toHaveLength(1);
	});
	test('nothing makes it throw', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(
						fc.constantFrom(
							'TY  - BOOK',
							'ER  - ',
							'ID  - a',
							'AU  - ',
							'N1  - {:title: "',
							'N1  - {:x: [}',
							'\n',
							'DA  - ////',
							'SP  - -',
						),
						fc.string({ maxLength: 4 }),
					),
					{ maxLength: 30 },
				),
				parts => void read(readRis, parts.join('\n')),
			),
		);
	});
});

test('ours as others see it: plain tags, and only what has none said exactly', () => {
	expect(
		writeRis([
			{
				id: 'a',
				type: 'article-newspaper',
				title: '题',
				author: [{ literal: '金观平' }, { family: 'Doe', given: 'J.' }],
				'container-title': '经济日报',
				issued: '2024-02-14',
				page: '1',
				note: '注',
			},
		]).split('\r\n'),
	).toEqual([
		'TY  - NEWS',
		'ID  - a',
		'TI  - 题',
		'AU  - 金观平',
		'AU  - Doe, J.',
		'T2  - 经济日报',
		'PY  - 2024',
		'DA  - 2024/02/14/',
		'SP  - 1',
		'N1  - 注',
		'ER  - ',
		'',
	]);
	expect(
		writeRis([
			{ id: 'a', type: 'legislation', title: '题', number: '国发〔2021〕29号', author: [{ literal: 'ACM, Inc.' }] },
		]),
	).toContain('N1  - {:author: [{"literal":"ACM, Inc."}]}');
});
