// Documents as written: they read back as what they were written from, whatever their paragraphs begin with.
import { expect, test } from 'vitest';
import { documentText } from '../../../src/core/corpus/documentText';
import { back, source } from './writtenDocument';

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
