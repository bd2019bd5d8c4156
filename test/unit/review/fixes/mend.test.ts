import { expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { applyEdits } from '../../../../src/core/draft/edit';
import type { Manners } from '../../../../src/core/review/fixes/fix';
import { mend } from '../../../../src/core/review/fixes/mend';

const manners: Manners = {
	inWidth: text => text,
	escape: text => text,
	quotes: { open: '“', close: '”', innerOpen: '‘', innerClose: '’' },
};

const mended = (text: string, wording: string) => {
	const draft = new Draft(text, 'plaintext');
	const [block] = draft.blocks;
	if (!block) throw new Error('no paragraph');
	return mend(text, block, 'plaintext', 0, text.length, wording, manners);
};

test('of a stretch that is nothing but marks of quotation nothing can be mended', () => {
	expect(mended('”改进”', '改展进')).toEqual([{ start: 2, end: 2, text: '展' }]);
	expect(mended('””', '展改')).toBeUndefined();
});

test.each([
	['within the marks', '什么‘倾销’，什么‘外市场', '什么“倾销”，什么“争夺国外市场', '什么‘倾销’，什么‘争夺国外市场'],
	['behind them', '七五’，我们要', '七五”期间，我们要', '七五’期间，我们要'],
	['before them, where the wording begins within', '的‘四人帮’诬蔑', '四人帮”诬蔑', '‘四人帮’诬蔑'],
])('where a mark has no partner in the wording, words go to their side of it: %s', (_, written, wording, after) => {
	const text = `他说：“${written}`;
	const draft = new Draft(`${text}，不再重复。”`, 'plaintext');
	const [block] = draft.blocks;
	const edits = block && mend(draft.text, block, 'plaintext', 4, text.length, wording, manners);
	expect(applyEdits(draft.text, edits ?? [])).toBe(`他说：“${after}，不再重复。”`);
});

test('where nobody knows on which side of a mark words go nothing is mended', () => {
	expect(mended('想在预算上‘宽’的想法', '想在预算上“宽打窄用')).toBeUndefined();
	expect(mended('”改”', '展改')).toBeUndefined();
});
