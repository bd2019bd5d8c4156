// 字数 as Word counts it; what only Markdown or LaTeX needs is not counted.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { countWords } from '../../../../src/core/draft/words/wordCount';

describe('words', () => {
	test.each([
		['新质生产力', 5, 0],
		['发展新质生产力，要因地制宜。', 14, 0],
		['“十五五”规划——2026年……', 12, 1],
		['GDP增长5.2%', 2, 2],
		['AI+制造', 2, 1],
		['don’t stop', 0, 2],
		['policy paper, in English.', 0, 4],
		['《经济日报》2024年2月14日', 9, 3],
		['①第一条；②第二条', 9, 0],
		['　　段首缩进', 4, 0],
		['𠮷野家', 3, 0],
		['ＡＢＣ（全角）', 7, 0],
		['3·15晚会', 3, 2],
		['', 0, 0],
		[' \n\t', 0, 0],
	])('%s', (text, wide, narrow) => {
		expect(countWords(text)).toMatchObject({ words: wide + narrow, wide, narrow });
	});

	test('characters without spaces', () => {
		expect(countWords('GDP 增长 5.2%').characters).toBe(9);
	});
});

describe('Markdown is not counted', () => {
	const count = (text: string) => new Draft(text, 'markdown').wordCount().words;
	test.each([
		['## 一、总体要求', 6],
		['**加快**发展*新质*生产力', 9],
		['- 一项\n- 二项\n1. 三项\n- [x] 四项', 8],
		['> 引用一句。', 5],
		['---\ntitle: 标题\nauthor: 作者\n---\n\n正文', 2],
		['正文<!-- 注释里的话 -->再写', 4],
		['见[链接文字](https://a.example/路径)。', 6],
		['![图片说明](a.png)', 0],
		['引用[^jin-2024]一处[@wang-2023, 第3段]，完', 6],
		['引用[^1]。\n\n[^1]: 注文不算。\n', 3],
		['| 指标 | AI |\n|---|:--:|\n| 数值 | 5G |', 6],
		['`代码` 和 \\*星号\\*', 7],
		['<b>加粗</b>', 2],
		['甲\n\n***\n\n乙', 2],
		['https://a.example/b 网址', 3],
		['snake_case 名', 2],
	])('%s', (text, words) => {
		expect(count(text)).toBe(words);
	});

	test('in LaTeX commands are not counted, in plain text all is', () => {
		expect(new Draft('\\section{总体要求}见\\cite{wang}。% 注', 'latex').wordCount().words).toBe(6);
		expect(new Draft('# 标题', 'plaintext').wordCount().words).toBe(3);
	});
});

test('a stretch of a draft; stretches that meet at a line end add up to the whole', () => {
	const line = fc.constantFrom(
		'# 标题',
		'加快**发展**。',
		'- GDP增长5.2%',
		'引[^a]一',
		'[^a]: 注',
		'| 甲 | 乙 |',
		'',
		'`a b`',
	);
	fc.assert(
		fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.nat(), (lines, cut) => {
			const text = lines.join('\n');
			const draft = new Draft(text, 'markdown');
			const at = lines.slice(0, cut % (lines.length + 1)).join('\n').length;
			const parts = draft.wordCount(0, at).words + draft.wordCount(at).words;
			expect(parts).toBe(draft.wordCount().words);
		}),
		{ numRuns: 200 },
	);
});
