import type { Rule, Says } from '../rule';

/** A quotation as its source has it. */
export const quotationVerbatim: Rule<Says<'source' | 'wording', 'paragraph' | 'citation'>> = {
	severity: 'hint',
	ignorable: true,
	onlyAll: true,
	mends: ['cite'],
	shows: 'source',
	name: { zh: '引语与来源一致', en: 'Quotation as in its source' },
	meaning: { zh: '引语与来源一字不差', en: 'A quotation as its source has it' },
	advice: { zh: '只在要求列出全部时报告。', en: 'Reported only when everything is asked for.' },
	sentence: (data, names) => {
		const { zh, en } = names.place(data);
		return { zh: `与${zh}一字不差。`, en: `Word for word as in ${en}.` };
	},
};
