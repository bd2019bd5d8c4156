// The cover of a work: what stands above its title says where it was written and what kind of work it is.
import { expect, test } from 'vitest';
import type { Block } from '../../../src/core/documents/office/blocks';
import { findTitle } from '../../../src/core/documents/office/wordDocument';
import { plainDocument } from '../../../src/core/documents/plain/plainDocument';

/** The centred lines that are taken for the title. */
function titleOf(...lines: readonly string[]): readonly string[] {
	const blocks = [...lines, '正文从这里开始，一段话。'].map((text, i): Block => ({
		kind: 'paragraph',
		text,
		style: '',
		centred: i < lines.length,
	}));
	const found = findTitle(blocks, new Map());
	return blocks.filter((_, i) => found.has(i)).map(block => block.text);
}

test.each([
	[['江城大学继续教育学院', '毕 业 设 计（论文）', '长途汽车售票系统的设计与实现'], ['长途汽车售票系统的设计与实现']],
	[['毕业设计（论文）开题报告', '社区服务平台的研究'], ['社区服务平台的研究']],
	[
		['江城市人民政府办公室', '关于做好防汛工作的通知'],
		['江城市人民政府办公室', '关于做好防汛工作的通知'],
	],
	[
		['关于本科毕业论文', '抽检工作的通知'],
		['关于本科毕业论文', '抽检工作的通知'],
	],
	[
		['江城大学', '毕业论文管理规定'],
		['江城大学', '毕业论文管理规定'],
	],
])('%j', (lines, title) => {
	expect(titleOf(...lines)).toEqual(title);
});

test('an organ and below it what it laid down are one title', () => {
	const text = [
		'江城大学网络教育学院',
		'毕业论文成绩评定标准',
		'毕业论文的成绩按五级评定，由指导教师写出评语。',
		'一、总体标准',
	];
	const read = plainDocument(text.join('\n\n'));
	expect(read?.source.title).toBe('江城大学网络教育学院毕业论文成绩评定标准');
	expect(read?.paragraphs).toEqual(text.slice(2));
});
