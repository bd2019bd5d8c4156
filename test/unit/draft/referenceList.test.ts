// Numbers that cite the entries of a list are no words of the paragraphs they stand in.
import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { isListHead } from '../../../src/core/draft/referenceList';

const list = '\n\n## 参考文献\n\n[1] 甲.\n\n[2] 乙.\n';
const read = (text: string) => new Draft(text + list, 'markdown').blocks[0];
const shown = (text: string) => read(text)?.text.replaceAll('\0', '·');

test.each([
	['> 引文。[2]', '··引文。···'],
	['> 引文[1]¹⁵⁻¹⁷。', '··引文········。'],
	['引文[1-2]，后[1，2]', '引文·····，后·····'],
	['年份[2024]、第[3]条', '年份[2024]、第[3]条'],
])('%s', (text, expected) => expect(shown(text)).toBe(expected));

test('each is a citation; the list itself stays', () => {
	expect(read('甲[1]乙[2]')?.cites.map(({ start, end }) => [start, end])).toEqual([
		[1, 4],
		[5, 8],
	]);
	expect(new Draft(`甲[1]${list}`, 'markdown').blocks.map(block => block.text)).toContain('[1] 甲.');
});

test('without a list a number in brackets is text', () => {
	expect(new Draft('甲[1]乙', 'markdown').blocks[0]?.text).toBe('甲[1]乙');
});

test.each([
	'## 参考文献 {-}',
	'# 参考文献 ##',
	'## **参考文献**：',
	'## 参考文献 {#refs .unnumbered}',
	'# 参考文献 # {.unnumbered}',
])('%s is the heading of a list', line => expect(isListHead(line)).toBe(true));

test.each(['## 参考文献 {草稿}', '## 参考文献综述', '## 参考文献 {-} 二'])('%s is not', line =>
	expect(isListHead(line)).toBe(false),
);
