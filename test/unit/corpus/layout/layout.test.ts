// What a document has besides the words of its paragraphs, read from Markdown and written back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from '../../../../src/core/corpus/document';
import { documentText } from '../../../../src/core/corpus/documentText';
import {
	cellsOf,
	pageAt,
	pagesOf,
	paragraphOfPlace,
	rowText,
	tableAt,
	type Layout,
} from '../../../../src/core/text/layout/layout';
import { source } from '../writtenDocument';

const read = (body: string) => {
	const { paragraphs, lines, layout } = readDocument(
		'documents/a.md',
		`---\nid: a\ntype: book\ntitle: 题目\n---\n${body}`,
	);
	return { paragraphs, lines, layout };
};

test('every row of a table is a paragraph, and the line below its head none', () => {
	expect(
		read(
			'# 题目\n\n先。\n\n| 指标 | 2023年 | 2024年 |\n|---|---:|---:|\n| 产值 | 1 | 2 |\n| 户数 | | 3\\|4 |\n\n后。\n',
		),
	).toEqual({
		paragraphs: ['先。', '指标 | 2023年 | 2024年', '产值 | 1 | 2', '户数 | | 3｜4', '后。'],
		lines: [8, 10, 12, 13, 15],
		layout: { tables: [{ first: 2, last: 4, number: '1' }] },
	});
});

test('tables are numbered by their captions where one has a caption, else in order', () => {
	const table = '| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n';
	const numbers = (body: string) => read(body).layout?.tables?.map(one => one.number);
	expect(numbers(`${table}\n${table}`)).toEqual(['1', '2']);
	expect(numbers(`表 2-1 人口\n\n单位：万人\n\n${table}\n说明。\n\n${table}\n附表三 户数\n\n${table}`)).toEqual([
		'2-1',
		undefined,
		'3',
	]);
	expect(numbers(`表2023年的情况\n\n${table}`)).toEqual(['1']);
	expect(numbers(`表1 甲\n\n${table}\n表1 乙\n\n${table}`)).toEqual(['1', undefined]);
	expect(numbers(`表十二 甲\n\n${table}`)).toEqual(['12']);
	const titled = (title: string, body: string) =>
		readDocument('documents/a.md', `---\nid: a\ntype: book\ntitle: ${title}\n---\n${body}`).layout?.tables?.map(
			one => one.number,
		);
	expect(titled('表3 投入', `# 表3 投入\n\n单位：吨\n\n${table}\n${table}`)).toEqual(['3', undefined]);
	expect(titled('表3 投入', `文。\n\n文。\n\n文。\n\n${table}`)).toEqual(['1']);
});

test('lines with bars and no line of dashes are text as before', () => {
	expect(read('甲 | 乙\n丙 | 丁\n')).toEqual({ paragraphs: ['甲 | 乙丙 | 丁'], lines: [6], layout: undefined });
	expect(read('甲 | 乙\n\n丙 | 丁\n').paragraphs).toEqual(['甲 | 乙', '丙 | 丁']);
});

test('headings keep their level', () => {
	expect(read('# 题目\n\n## 一、总体要求\n\n### （一）指导思想 ###\n文。\n')).toEqual({
		paragraphs: ['一、总体要求', '（一）指导思想', '文。'],
		lines: [8, 10, 11],
		layout: {
			headings: [
				{ paragraph: 1, level: 2 },
				{ paragraph: 2, level: 3 },
			],
		},
	});
});

test('notes belong to the paragraphs that refer to them', () => {
	expect(read('甲[^1]乙[^x]。\n\n丙\\[^1]。\n\n[^1]: 注一\n    下行\n[^2]: 没人提\n\n丁。\n')).toEqual({
		paragraphs: ['甲乙[^x]。', '丙[^1]。', '丁。'],
		lines: [6, 8, 14],
		layout: { notes: [{ paragraph: 1, at: 1, text: '注一 下行' }] },
	});
});

test('a paragraph that begins a page may go on to the next ones, and what follows is there', () => {
	const { layout } = read(
		'<!-- policy-writing: page 3 -->\n\n甲<!-- policy-writing: page 4 -->乙<!-- policy-writing: page 5 -->丙。\n\n丁。\n',
	);
	expect(pagesOf(layout, 1)).toBe('3-5');
	expect(pagesOf(layout, 2)).toBe('5');
	expect(pageAt(layout, 1, 1)).toBe('4');
});

test('pages begin above a paragraph or within it', () => {
	const { paragraphs, layout } = read(
		'<!-- policy-writing: page 3 -->\n\n甲。\n\n乙<!-- policy-writing: page 4 -->丙。\n\n丁。\n',
	);
	expect(paragraphs).toEqual(['甲。', '乙丙。', '丁。']);
	expect(layout).toEqual({
		pages: [
			{ paragraph: 1, at: 0, page: '3' },
			{ paragraph: 2, at: 1, page: '4' },
		],
	});
	expect([pageAt(layout, 1), pageAt(layout, 2), pageAt(layout, 2, 1), pageAt(layout, 3)]).toEqual(['3', '3', '4', '4']);
	expect(pageAt(undefined, 1)).toBeUndefined();
});

test('the place of a table and of a page', () => {
	const layout: Layout = { tables: [{ first: 3, last: 5, number: '2' }], pages: [{ paragraph: 2, at: 4, page: '7' }] };
	expect(tableAt(layout, 4)?.number).toBe('2');
	expect(tableAt(layout, 6)).toBeUndefined();
	expect(paragraphOfPlace(layout, { table: '2' })).toBe(3);
	expect(paragraphOfPlace(layout, { page: '7-8' })).toBe(2);
	expect(paragraphOfPlace(layout, { page: '9' })).toBeUndefined();
});

const cell = fc.string({ unit: fc.constantFrom('甲', '1', '-', ' ', '|', '*', '\\', '[^1]', '<', '.'), maxLength: 6 });
const row = fc.array(cell, { minLength: 2, maxLength: 4 }).map(rowText);

test('a row has the cells it was made of', () => {
	fc.assert(
		fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), cells => {
			const wide = cells.map(text => text.replaceAll('|', '｜').replace(/\s+/g, ' ').trim());
			while (wide.at(-1) === '') wide.pop();
			fc.pre(wide.length > 0);
			expect(cellsOf(rowText(cells))).toEqual(wide);
		}),
		{ seed: 11, numRuns: 200 },
	);
});

const paragraph = fc
	.string({
		unit: fc.constantFrom('文', '。', '*', '#', '[', '^', ']', '1', '. ', '|', '-', ' ', '<', '\\', 'a', '：'),
		minLength: 1,
		maxLength: 12,
	})
	.map(text => text.trim())
	.filter(text => text !== '');
const kinds = fc.oneof(
	paragraph.map(text => ({ texts: [text], kind: 'item' as const })),
	paragraph.map(text => ({ texts: [text], kind: 'text' as const, level: 0, at: 0, page: '', note: '' })),
	fc.record({
		texts: paragraph.map(text => [text]),
		kind: fc.constant('heading' as const),
		level: fc.integer({ min: 2, max: 6 }),
	}),
	fc.record({
		texts: paragraph.map(text => [text]),
		kind: fc.constant('page' as const),
		at: fc.nat(12),
		page: fc.constantFrom('1', '12', 'iv'),
	}),
	fc.record({
		texts: paragraph.map(text => [text]),
		kind: fc.constant('note' as const),
		at: fc.nat(12),
		note: paragraph,
	}),
	fc.record({
		texts: fc.array(
			row.filter(text => cellsOf(text).length > 1),
			{ minLength: 2, maxLength: 4 },
		),
		kind: fc.constant('table' as const),
	}),
);

test('whatever layout is written is read back', () => {
	fc.assert(
		fc.property(fc.array(kinds, { minLength: 1, maxLength: 6 }), pieces => {
			const paragraphs: string[] = [];
			const headings = [];
			const tables = [];
			const pages = [];
			const notes = [];
			const items = [];
			for (const piece of pieces) {
				const number = paragraphs.length + 1;
				paragraphs.push(...piece.texts);
				const at = 'at' in piece ? Math.min(piece.at, (piece.texts[0] ?? '').length) : 0;
				if (piece.kind === 'heading') headings.push({ paragraph: number, level: piece.level });
				if (piece.kind === 'table') tables.push({ first: number, last: paragraphs.length });
				if (piece.kind === 'page') pages.push({ paragraph: number, at, page: piece.page });
				if (piece.kind === 'item') items.push(number);
				if (piece.kind === 'note') notes.push({ paragraph: number, at, text: piece.note });
			}
			const back = readDocument(
				'documents/a.md',
				documentText(source, paragraphs, { headings, tables, pages, notes, items }),
			);
			expect(back.paragraphs).toEqual(paragraphs);
			expect(back.layout?.headings ?? []).toEqual(headings);
			expect((back.layout?.tables ?? []).map(({ first, last }) => ({ first, last }))).toEqual(tables);
			expect(back.layout?.pages ?? []).toEqual(pages);
			expect(back.layout?.notes ?? []).toEqual(notes);
			expect(back.layout?.items ?? []).toEqual(items);
		}),
		{ seed: 11, numRuns: 300 },
	);
});

test('lists are lists: numbers as they count, bullets as marks; a number that Markdown would change is hidden', () => {
	const written = (paragraphs: readonly string[], layout: Layout = {}) =>
		documentText(source, paragraphs, layout).split('\n').filter(Boolean).slice(-paragraphs.length);
	expect(written(['1. 甲', '2. 乙', '文。', '3) 丙', '4) - 丁'])).toEqual([
		'1. 甲',
		'2. 乙',
		'文。',
		'3) 丙',
		'4) \\- 丁',
	]);
	expect(written(['1. 甲', '1. 乙', '2. 丙', '4. 丁'])).toEqual(['1. 甲', '1\\. 乙', '2. 丙', '4\\. 丁']);
	expect(written(['2024. 甲', '1.', '1. 目'], { headings: [{ paragraph: 3, level: 2 }] })).toEqual([
		'2024\\. 甲',
		'1\\.',
		'## 1. 目',
	]);
	expect(written(['甲', '- 乙', '# 丙'], { items: [1, 3] })).toEqual(['- 甲', '\\- 乙', '- \\# 丙']);
	expect(read('- 甲\n\n* 乙\n\n- 丙\n- 丁\n')).toEqual({
		paragraphs: ['甲', '乙', '- 丙- 丁'],
		lines: [6, 8, 10],
		layout: { items: [1, 2] },
	});
});
