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

const mendedMarkdown = (text: string, wording: string) => {
	const draft = new Draft(text, 'markdown');
	const [block] = draft.blocks;
	const edits = block && mend(text, block, 'markdown', 0, text.length, wording, manners);
	return edits && applyEdits(text, edits);
};

test('what stands in code within a quotation is not written a second time', () => {
	const wording = '巩固拓展脱贫攻坚成果，增强脱贫地区内生发展动力';
	expect(mendedMarkdown('巩固拓展脱贫攻坚成果，`增强`脱贫地区内生发展动力', wording)).toBeUndefined();
	expect(mendedMarkdown('巩固拓展脱贫攻坚成果，`增强`脱贫地区自我发展动力', wording)).toBeUndefined();
	expect(mendedMarkdown('巩固拓展脱贫攻坚成果，增强`脱贫`地区内生发展', wording)).toBeUndefined();
});

test.each(['==', '++', '~~', '**', '`'])('marks around words stay: %s', mark => {
	const around = (text: string, words: string) => text.replace(words, `${mark}${words}${mark}`);
	if (mark !== '`')
		expect(mendedMarkdown(around('脱贫地区和脱贫群众自我发展动力', '脱贫群众'), '脱贫地区和脱贫群众内生发展动力')).toBe(
			around('脱贫地区和脱贫群众内生发展动力', '脱贫群众'),
		);
	expect(
		mendedMarkdown(around('脱贫地区和脱贫群众自我发展力', '地区'), '脱贫和脱贫群众自我发展动力') ?? mark,
	).toContain(mark);
});
