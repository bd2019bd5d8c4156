import type { Rule, Says } from '../rule';

/** A bracket or quotation mark without its partner; `wording` is what to write instead, where that is beyond doubt. */
export const punctuationUnbalanced: Rule<Says<'mark', 'wording'>> = {
	severity: 'information',
	ignorable: true,
	mends: ['mark'],
	sure: true,
	shows: 'nothing',
	name: { zh: '标点不成对', en: 'Mark without a partner' },
	meaning: { zh: '不成对的括号或引号', en: 'A bracket or quotation mark without a partner' },
	advice: { zh: '补上或删去。', en: 'Add the other one, or remove it.' },
	sentence: ({ mark }) => ({ zh: `“${mark}”没有配对。`, en: `“${mark}” has no partner.` }),
};
