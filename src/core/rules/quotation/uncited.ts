import type { Rule, Says } from '../rule';

/** Found as it is written, but nothing cites it. */
export const quotationUncited: Rule<Says<'source' | 'wording', 'paragraph' | 'citation' | 'how' | 'changes'>> = {
	severity: 'hint',
	ignorable: true,
	mends: ['cite'],
	shows: 'source',
	name: { zh: '引语没有注明出处', en: 'Quotation without citation' },
	meaning: {
		zh: '引语与来源一致，但没有注明出处',
		en: 'A quotation as its source has it, but nothing cites it',
	},
	advice: { zh: '加上脚注或引文键。', en: 'Add a footnote or a key.' },
	sentence: (data, names) => {
		const { zh, en } = names.place(data);
		return { zh: `见于${zh}，这里没有注明出处。`, en: `As in ${en}; nothing here cites it.` };
	},
};
