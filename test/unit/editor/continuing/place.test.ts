import { expect, test } from 'vitest';
import { openQuotation, withoutFollowing } from '../../../../src/editor/continuing/place';

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
