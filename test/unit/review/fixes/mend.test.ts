import { expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { mend, type Manners } from '../../../../src/core/review/fixes/mend';

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
	expect(mended('”改”', '展改')).toEqual([{ start: 1, end: 1, text: '展' }]);
	expect(mended('””', '展改')).toBeUndefined();
});
