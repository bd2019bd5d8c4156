import { expect, test } from 'vitest';
import { cites, openQuotation, withoutFollowing } from '../../../../src/editor/continuing/place';

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

test('a draft cites a source in whatever form its key stands', () => {
	for (const draft of ['道路[^bg-2017]。', '道路[^bg-2017-p3]。', '道路[@bg-2017, 第3段]。', '道路\\cite{a, bg-2017}'])
		expect(cites(draft, 'bg-2017')).toBe(true);
	for (const draft of ['道路[^bg-2017-b]。', '道路[^abg-2017]。', 'bg-2017 说', ''])
		expect(cites(draft, 'bg-2017')).toBe(false);
	expect(cites('道路[^]', '')).toBe(false);
});
