import type { Rule, Says } from '../rule';

/** Another number than the source has that is cited for it; `wording`: that one as it would stand here. */
export const figureDiffers: Rule<
	Says<'source' | 'wording' | 'written' | 'changes', 'paragraph' | 'citation' | 'original'>
> = {
	severity: 'warning',
	ignorable: true,
	mends: ['changes'],
	shows: 'figure',
	name: { zh: '数字与来源不一致', en: 'Number that differs from its source' },
	meaning: { zh: '数字与所引数据不一致', en: 'A number that differs from the figure it cites' },
	advice: {
		zh: '核对来源，改正数字或出处。',
		en: 'Check the source; correct the number or the citation.',
	},
	sentence: (data, names) => {
		const { zh, en } = names.place(data);
		const { wording, written } = data;
		return { zh: `${zh}中是“${wording}”，不是“${written}”。`, en: `${en} has “${wording}”, not “${written}”.` };
	},
};
