import type { Rule, Says } from '../rule';

/** Not in this corpus. `nearest` is help to look it up, no verdict. */
export const quotationUnknown: Rule<Says<never, 'nearest'>> = {
	severity: 'information',
	ignorable: true,
	mends: ['unmark'],
	shows: 'unknown',
	name: { zh: '语料中没有的引语', en: 'Quotation not in this corpus' },
	meaning: {
		zh: '语料中没有收录、无从核对的引语',
		en: 'A quotation that is not in this corpus and could not be compared',
	},
	advice: {
		zh: '只是说手头的材料里没有，不是说它不对。',
		en: 'Says only that nothing at hand has it, not that it is wrong.',
	},
	sentence: ({ nearest }, names) => {
		if (!nearest)
			return { zh: '语料中没有收录这句话，无从核对。', en: 'Not in this corpus, so it could not be compared.' };
		const { zh, en } = names.place(nearest);
		return {
			zh: `语料中没有收录这句话，无从核对；用词最接近的是${zh}的一句，供参考。`,
			en: `Not in this corpus, so it could not be compared; nearest in its words is a sentence of ${en}.`,
		};
	},
};
