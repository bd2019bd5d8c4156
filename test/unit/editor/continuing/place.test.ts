import { expect, test } from 'vitest';
import { cites, isTitle, openQuotation, withoutFollowing } from '../../../../src/editor/continuing/place';

test('the words of a quotation that is open at the end of a line', () => {
	expect(openQuotation('指出：“科技创新')).toBe('科技创新');
	expect(openQuotation('指出：「科技創新')).toBe('科技創新');
	expect(openQuotation('“科技”创新')).toBeUndefined();
	expect(openQuotation('科技创新')).toBeUndefined();
});

test('what already follows is not written twice', () => {
	expect(withoutFollowing('走廊沿线道路', '道路。')).toBe('走廊沿线');
	expect(withoutFollowing('走廊', '走廊沿线')).toBe('');
	expect(withoutFollowing('走廊', '，修好')).toBe('走廊');
	expect(withoutFollowing('走廊', '')).toBe('走廊');
});

test('a quotation that was put right is not offered once more', () => {
	const rest = '内在要求和重要着力点，必须继续做好创新这篇大文章。”';
	expect(withoutFollowing('内在要求和重要着力点', rest)).toBe('');
	expect(withoutFollowing('内在要求和重要抓手', rest)).toBe('');
	expect(withoutFollowing('必须继续做好创新', rest)).toBe('');
	expect(withoutFollowing('发展新质生产力', '“发展新质生产力是内在要求。”')).toBe('');
	expect(withoutFollowing('走廊', '。修好走廊')).toBe('走廊');
	expect(withoutFollowing('走廊', '里修好走廊')).toBe('走廊');
	expect(withoutFollowing('道路', '和道地药材')).toBe('道路');
});

test('titles are the writer’s own: first-level headings, LaTeX, and front matter that is not closed yet', () => {
	for (const lines of [
		['# 关于发展新质生产力'],
		['正文。', '', '# 关于'],
		['\\title{关于发展新质'],
		['---', 'title: 关于发展新质'],
		['---', 'title: 关于', '发文机关：办公'],
		['+++', 'title = "关于'],
	])
		expect(isTitle(lines)).toBe(true);
	for (const lines of [
		['## 一、发展新质'],
		['关于发展新质'],
		['\\title{关于}发展'],
		['---', '', '发展新质'],
		['---', 'title: 关于', '---', '发展新质'],
		['---', '我们发展新质'],
		['---'],
		[''],
		[],
	])
		expect(isTitle(lines)).toBe(false);
});

test('a draft cites a source in whatever form its key stands', () => {
	for (const draft of ['道路[^bg-2017]。', '道路[^bg-2017-p3]。', '道路[@bg-2017, 第3段]。', '道路\\cite{a, bg-2017}'])
		expect(cites(draft, 'bg-2017')).toBe(true);
	for (const draft of ['道路[^bg-2017-b]。', '道路[^abg-2017]。', 'bg-2017 说', ''])
		expect(cites(draft, 'bg-2017')).toBe(false);
	expect(cites('道路[^]', '')).toBe(false);
});
