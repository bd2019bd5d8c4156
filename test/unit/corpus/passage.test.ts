import { expect, test } from 'vitest';
import { readDocument } from '../../../src/core/corpus/document';
import { passageOf } from '../../../src/core/corpus/passage';
import type { DocumentText } from '../../../src/core/corpus/records';

const paragraphs = [
	'要因地制宜发展新质生产力。',
	'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。',
	'各地要先立后破、因地制宜、分类指导。',
	'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。',
];
const text: DocumentText = { source: 'a', file: 'documents/a.md', paragraphs, lines: [6, 8, 10, 12] };

test('the stated paragraph where the words stand there, else the nearest to it', () => {
	expect(passageOf(text, '是发展新质生产力的核心要素', 4)).toBe(4);
	expect(passageOf(text, '是发展新质生产力的核心要素', 2)).toBe(2);
	expect(passageOf(text, '先立后破', 1)).toBe(3);
	expect(passageOf(text, '因地制宜发展', 4)).toBe(1);
	expect(passageOf(text, '因地制宜发展')).toBe(1);
});

test('script, width and marks do not count; of words with an elision the longest part', () => {
	expect(passageOf(text, '先立後破,因地制宜,分類指導')).toBe(3);
	expect(passageOf(text, '各地……先立后破、因地制宜')).toBe(3);
});

test('words that stand nowhere, and no words: what is stated, where there is such a paragraph', () => {
	expect(passageOf(text, '没有这样的话', 3)).toBe(3);
	expect(passageOf(text, '没有这样的话')).toBeUndefined();
	expect(passageOf(text, '没有这样的话', 9)).toBeUndefined();
	expect(passageOf(text, undefined, 2)).toBe(2);
	expect(passageOf(text, '，。', 2)).toBe(2);
	expect(passageOf({ ...text, paragraphs: [], lines: [] }, '话')).toBeUndefined();
});

test('the line a paragraph begins on leads to its first character in the file', () => {
	const file =
		'\uFEFF---\r\nid: a\r\ntype: report\r\ntitle: 报告\r\n---\r\n\r\n# 报告\r\n\r\n第一段\r\n接着写。\r\n\r\n## 二\r\n> 第三段。\r\n';
	const read = readDocument('documents/a.md', file);
	expect(read.paragraphs).toEqual(['第一段接着写。', '二', '第三段。']);
	expect(read.lines.map(line => file.split('\r\n')[line - 1])).toEqual(['第一段', '## 二', '> 第三段。']);
});
