// Holds which paragraph the cursor is said to stand in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphAt } from '../../../../src/editor/citations/paragraph';

const lines = (text: string) => {
	const all = text.split('\n');
	return { count: all.length, line: (i: number) => all[i] ?? '' };
};
/** The paragraph at `|`. */
const at = (text: string, blocks = true) => {
	const before = text.slice(0, text.indexOf('|')).split('\n');
	return paragraphAt(lines(text.replace('|', '')), before.length - 1, before.at(-1)?.length ?? 0, blocks);
};

describe('the paragraph around the cursor', () => {
	test.each([
		['between blank lines', '上一段。\n\n第一行，\n第二|行。\n\n下一段。', '第一行，\n第二行。'],
		['at the very end', '甲。\n\n乙|', '乙'],
		['a heading is no part of it', '# 标题\n正文|在此。\n## 下一节', '正文在此。'],
		['a footnote definition is none either', '正文|。\n[^a]: 金观平.', '正文。'],
		['nor is front matter', '---\ntitle: 报告\n---\n正文|。', '正文。'],
		['nor a LaTeX command of structure', '\\section{甲}\n正文|。\n\\end{document}', '正文。'],
		['a heading alone is one', '# 发展|新质生产力\n正文。', '# 发展新质生产力\n正文。'],
		['blank line', '甲。\n|\n乙。', ''],
		['empty draft', '|', ''],
	])('%s', (_, text, expected) => {
		expect(at(text)).toBe(expected);
	});
	test('a line is a paragraph in plain text', () => {
		expect(at('甲。\n乙|。\n丙。', false)).toBe('乙。');
	});
	test('a line of five million characters costs a slice of it', () => {
		const long = '新'.repeat(5_000_000);
		expect(paragraphAt(lines(long), 0, 2_500_000, true)).toBe('新'.repeat(1200));
	});
	test('what comes back stands in the draft, in one piece and whole characters', () => {
		const text = fc
			.array(fc.constantFrom('新', '𠮷', '。', '\n', '# ', 'a'), { maxLength: 900 })
			.map(parts => parts.join(''));
		fc.assert(
			fc.property(text, fc.nat(1000), fc.boolean(), (draft, where, blocks) => {
				let offset = Math.min(where, draft.length);
				if (/[\udc00-\udfff]/.test(draft[offset] ?? '')) offset--;
				const found = at(`${draft.slice(0, offset)}|${draft.slice(offset)}`, blocks);
				expect(draft.includes(found)).toBe(true);
				expect(found).not.toMatch(/\p{Surrogate}/u);
			}),
		);
	});
});
