import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf, stillOut, takeBack, type LeftOut } from '../../../../src/editor/documents/leftOut';
import { droppedReport } from '../../../../src/core/documents/report';

const head = '---\nid: a-2024\ntitle: 题名\n---\n\n# 题名\n';
const text = `${head}\n第一段。\n\n第二段。\n\n第三段。\n`;
const applied = (document: string, all: readonly LeftOut[], chosen: readonly LeftOut[]) =>
	[...takeBack(document, all, chosen)]
		.sort((a, b) => b.offset - a.offset)
		.reduce((now, { offset, text: inserted }) => now.slice(0, offset) + inserted + now.slice(offset), document);
const piece = (words: string, after?: number): LeftOut => ({
	text: words,
	why: '页脚',
	...(after === undefined ? {} : { after }),
});

describe('a report', () => {
	test('as the core writes it is read back: text, reason, place', () => {
		const report = droppedReport(
			{ id: 'a-2024', type: 'webpage', title: '题名' },
			{
				source: {},
				paragraphs: ['第一段。'],
				problems: [],
				dropped: [
					{ text: '首页 > 新闻', why: 'frame', after: 0, line: 1 },
					{ text: '分享到【微信】', why: 'end', after: 3 },
					{ text: '脚注一', why: 'hidden' },
					{ text: '* 号', why: 'links', line: 9 },
				],
			},
		)!;
		expect(piecesOf(report)).toEqual([
			{ text: '首页 > 新闻', why: '网页菜单、按钮 menus and buttons', after: 0 },
			{ text: '分享到【微信】', why: '页脚、声明 footer and notices', after: 3 },
			{ text: '脚注一', why: '隐藏内容 hidden' },
			{ text: '\\* 号', why: '链接 links' },
		]);
	});

	test('of another kind has no pieces', () => expect(piecesOf('# 题名\n\n- 一项\n- 第 3 段\n【x】 y')).toEqual([]));
});

describe('a piece comes back', () => {
	test.each([
		['behind its paragraph', 2, `${head}\n第一段。\n\n第二段。\n\n新。\n\n第三段。\n`],
		['above the first, below the title', 0, `${head}\n新。\n\n第一段。\n\n第二段。\n\n第三段。\n`],
		['at the end', 3, `${text}\n新。\n`.replace('\n\n\n', '\n\n')],
		['at the end when the text has fewer paragraphs by now', 99, `${text}\n新。\n`],
	])('%s', (_, after, whole) => expect(applied(text, [piece('新。', after)], [piece('新。', after)])).toBe(whole));

	test('without a place, at the end', () =>
		expect(applied(text, [piece('新。')], [piece('新。')])).toBe(`${text}\n新。\n`));

	test('in its order beside others, also where some came back before', () => {
		const all = [piece('甲。', 1), piece('乙。', 1), piece('丙。', 2)];
		const once = applied(text, all, [all[0]!]);
		expect(stillOut(once, all).map(each => each.text)).toEqual(['乙。', '丙。']);
		expect(applied(once, all, [all[1]!, all[2]!])).toBe(applied(text, all, all));
		expect(applied(text, all, all)).toContain('第一段。\n\n甲。\n\n乙。\n\n第二段。\n\n丙。\n\n第三段。');
	});

	test('into a text with Windows line ends with such line ends', () => {
		const windows = text.replaceAll('\n', '\r\n');
		expect(applied(windows, [piece('新。', 1)], [piece('新。', 1)])).toBe(
			text.replace('第一段。\n', '第一段。\n\n新。\n').replaceAll('\n', '\r\n'),
		);
	});

	test('into a text that ends without a line end, or is empty', () => {
		expect(applied('一。', [piece('新。', 1)], [piece('新。', 1)])).toBe('一。\n\n新。\n');
		expect(applied('', [piece('新。', 0)], [piece('新。', 0)])).toBe('新。\n\n');
	});

	test('nothing that stands there is lost or changed, whatever the text', () => {
		fc.assert(
			fc.property(
				fc.array(fc.stringMatching(/^[一二三 ]{1,6}$/), { maxLength: 6 }),
				fc.array(fc.record({ n: fc.nat(8), words: fc.stringMatching(/^[甲乙]{1,4}$/) }), {
					minLength: 1,
					maxLength: 4,
				}),
				(paragraphs, dropped) => {
					const document = head + paragraphs.map(one => `\n${one}\n`).join('');
					const pieces = dropped.map(({ n, words }) => piece(words, n));
					const after = applied(document, pieces, pieces);
					expect(after.replace(/\s*[甲乙]+(?=\s|$)/g, '').replace(/\s+/g, '')).toBe(document.replace(/\s+/g, ''));
					expect(stillOut(after, pieces)).toEqual([]);
				},
			),
		);
	});
});

test('every row of a table is a paragraph; pages and notes are none', () => {
	const table = `${head}\n<!-- policy-writing: page 1 -->\n\n第一段。\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n第四段。\n\n[^1]: 注。\n`;
	const one = piece('收回。', 3);
	const last = piece('末段。');
	expect(applied(table, [one, last], [one, last])).toBe(
		table.replace('| 1 | 2 |\n', '| 1 | 2 |\n\n收回。\n').replace('第四段。\n', '第四段。\n\n末段。\n'),
	);
});
