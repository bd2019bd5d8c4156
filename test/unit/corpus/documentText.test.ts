// Documents as written: they read back as what they were written from, whatever their paragraphs begin with.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from '../../../src/core/corpus/document';
import { documentText } from '../../../src/core/corpus/documentText';
import type { Source } from '../../../src/core/corpus/records';

const source: Source = {
	id: 'jinguanping-2024',
	type: 'article-newspaper',
	title: '坚持科技创新和产业创新一起抓',
	author: [{ literal: '金观平' }],
	'container-title': '经济日报',
	held: { from: '每日看点快看', date: '2024-02-14' },
	holdings: [{ from: 'example.cn', date: '2024-03', URL: 'https://example.cn/a?b=1#c' }],
	imported: { file: '三月/原文 "副本".txt', sha256: 'a'.repeat(64) },
	damage: ['quotation-marks'],
	missing: ['issued', 'page', 'URL'],
	fidelity: 'damaged',
};
const back = (paragraphs: readonly string[], of: Source = source) => {
	const read = readDocument('documents/a.md', documentText(of, paragraphs));
	return { value: read.head?.value, paragraphs: read.paragraphs, problems: read.problems };
};

test('a file a person can read', () => {
	expect(documentText({ id: 'a', type: 'webpage', title: '题目' }, ['第一段。', '　　第二段 [1]，增长5*3。 '])).toBe(
		'---\nid: a\ntype: webpage\ntitle: 题目\n---\n\n# 题目\n\n第一段。\n\n第二段 [1]，增长5\\*3。\n',
	);
});

test.each([
	'# 标题',
	'#话题#讨论',
	'###',
	'> 引',
	'>引',
	'- 列',
	'-',
	'+ 列',
	'* 列',
	'---',
	'***',
	'___',
	'===',
	'1. 一',
	'12) 二',
	'2024. 年',
	'[^1]: 注',
	'[^1]',
	'[链接](http://x)',
	'[a]: b',
	'[[x]]',
	'![图](a.png)',
	'<div>',
	'<script>alert(1)</script>',
	'<!-- policy-writing: ignore -->',
	'&lt;b&gt;',
	'```',
	'~~~',
	'`码`',
	'*重*',
	'_重_',
	'a_b_c',
	'$x$',
	'==亮==',
	'%%注%%',
	'~~删~~',
	'| a | b |',
	':::',
	'\\',
	'\\\\',
	'\\#',
	'C:\\#x\\',
	'段 ^abc',
	'坚持科技创新和产业创新一起抓',
	'#',
	'尾 #',
	'\\[',
	'title: x',
	'...',
	'“',
	'1.',
	'—— 某',
])('a paragraph that is %s', paragraph => {
	expect(back([paragraph])).toEqual({ value: source, paragraphs: [paragraph], problems: [] });
	expect(back(['先。', paragraph, '后。']).paragraphs).toEqual(['先。', paragraph, '后。']);
});

test('titles like headings, marks and YAML', () => {
	for (const title of ['# 题', '题 #', '题 ##', '- 题', '"题"', '题: 目', '[题]', '---', '*', '1. 题', '\\', '题\\'])
		expect(back(['正文。'], { ...source, title })).toMatchObject({
			value: { title },
			paragraphs: ['正文。'],
			problems: [],
		});
});

const piece = fc.oneof(
	fc.constantFrom(...'\\#>*-+_=[]()^!`~$%&;<|:. 1a中。“ \u3000'),
	fc.constantFrom('---', '> ', '# ', '1. ', '[^1]:', '<b>', '&amp;', '坚持'),
);
const text = fc
	.oneof(
		fc.array(piece, { maxLength: 14 }).map(list => list.join('')),
		fc.string({ unit: 'binary', maxLength: 12 }),
	)
	.map(one => one.replace(/\s*[\r\n]+\s*/g, ' ').trim())
	.filter(one => one !== '');
test('whatever the paragraphs and fields', () => {
	const visible = text.filter(one => !/[\p{Cc}\p{Cf}\uFFFD]/u.test(one)); // others no record may have
	const fields = fc.record({
		title: visible,
		note: visible,
		damage: fc.array(visible, { minLength: 1, maxLength: 2 }),
	});
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fields, (paragraphs, more) => {
			const of = { ...source, ...more };
			expect(back(paragraphs, of)).toEqual({ value: of, paragraphs, problems: [] });
		}),
		{ numRuns: 400 },
	);
});
