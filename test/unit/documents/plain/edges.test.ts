// What the first and the last lines of a copied text are: names of sections, lines of sources, journals' own lines,
// reporters behind the last sentence.
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../../src/core/documents/document';
import { readMarkdown } from '../../../../src/core/documents/plain/markdown';
import { plainDocument } from '../../../../src/core/documents/plain/plainDocument';

describe('what a section is called is no title', () => {
	const sentence = '某港口引航站系事业单位法人，其负责人决定收取费用，双方对此有不同意见。';

	test.each([
		'典型案例',
		'案例一',
		'基本案情',
		'裁判要旨：',
		'## 典型案例',
		'**典型 案例**',
		'【典型案例】',
		'**【基本案情】**',
	])('%s', async heading => {
		const bytes = new TextEncoder().encode(`${heading}\n\n${sentence}\n\n${sentence}后来又有一例。\n`);
		const { documents } = await readMarkdown(bytes, 'a.md', defaultLimits);
		expect(documents[0]?.source.title).toBeUndefined();
		expect(documents[0]?.paragraphs[0]).toBe(heading.replace(/^#+ |\*\*/g, ''));
	});

	test('with more words it is one', async () => {
		const bytes = new TextEncoder().encode(`典型案例评析的方法\n\n${sentence}\n\n${sentence}\n`);
		const { documents } = await readMarkdown(bytes, 'a.md', defaultLimits);
		expect(documents[0]?.source.title).toBe('典型案例评析的方法');
	});
});

test('source and day in italics are read, words within a word keep their signs', async () => {
	const sentence = '证人证言作为案件最重要的证据之一，往往影响案件的最终定性，变量 my_long_name 不变。';
	const text = `## 把好审核关\n\n_来源：江城网_ _发布时间： 2020-11-26 10:01_\n\n${sentence}\n\n_着重_的话，snake_case_ 与 _ 都在，5_3_2 也在。\n`;
	const { documents } = await readMarkdown(new TextEncoder().encode(text), 'a.md', defaultLimits);
	expect(documents[0]?.source).toMatchObject({ title: '把好审核关', held: { date: '2020-11-26' } });
	expect(JSON.stringify(documents[0]?.source)).toContain('江城网');
	expect(documents[0]?.paragraphs[0]).toBe(sentence);
	expect(documents[0]?.paragraphs[1]).toContain('snake_case_ 与 _ 都在，5_3_2 也在。');
});

test.each([
	['江城通报 ›› 2025, Vol. 45 ›› Issue (03) : 319 -330.', '3', '319-330'],
	['江城大学学报（社会科学版） ›› 2024, Vol. 7 ›› Issue (12): 1-9. DOI: 10.1000/j.cnki.2024.12.001', '12', '1-9'],
	['江城研究 » 2024，Vol. 7 » No.(2)', '2', undefined],
])('the line of a journal’s own site: %s', (line, issue, page) => {
	const text = `城市更新的路径\n李大为 ,  陈雨\n${line}\n摘要\n本文研究城市更新的路径，认为应当因地制宜，分类推进。\n`;
	const read = plainDocument(text);
	expect(read?.source).toMatchObject({ type: 'article-journal', title: '城市更新的路径', issue });
	expect(read?.source.author).toEqual([{ literal: '李大为' }, { literal: '陈雨' }]);
	expect(read?.source.page).toBe(page);
	expect(read?.paragraphs).not.toContain(line);
});

describe('who reported, behind the last sentence', () => {
	const authorOf = (end: string) =>
		plainDocument(
			`江城引航费用的定性\n\n引航站收取费用，双方意见不同，应当区分情形处理。\n\n这类费用应当上缴。${end}\n`,
		)?.source.author;

	test.each([
		['（江城纪委监委网站 曹静静）', ['曹静静']],
		['（江城日报 李大为 陈雨）', ['李大为', '陈雨']],
	])('%s', (end, names) => {
		expect(authorOf(end)).toEqual(names.map(literal => ({ literal })));
	});

	test.each(['（江城发改局 供稿）', '（江城日报 有删减）', '（根据江城网站 资料整理）', '（江城网站）'])(
		'%s names nobody',
		end => {
			expect(authorOf(end)).toBeUndefined();
		},
	);
});

test('a line of copyright below a text is the page’s', () => {
	const sentence = '会议指出，当前要加快推动重点产业调整，尽快下达专项资金。';
	const read = plainDocument(`${sentence}\n\n${sentence}\n\nCopyright ©1999-2024 jiangcheng.cn. All Rights Reserved\n`);
	expect(read?.paragraphs).toEqual([sentence, sentence]);
	expect(plainDocument(`${sentence}\n\n版权所有者应当登记。\n`)?.paragraphs).toHaveLength(2);
});
