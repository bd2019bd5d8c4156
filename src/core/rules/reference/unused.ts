import type { Rule, Says } from '../rule';

/** A definition nothing refers to. */
export const referenceUnused: Rule<Says<'key'>> = {
	severity: 'information',
	ignorable: true,
	mends: [],
	shows: 'nothing',
	fades: true,
	name: { zh: '没有被引用的脚注', en: 'Footnote nothing refers to' },
	meaning: { zh: '没有被引用的脚注', en: 'A footnote nothing refers to' },
	advice: { zh: '引用它，或删去。', en: 'Refer to it, or remove it.' },
	sentence: ({ key }) => ({ zh: `正文没有引用脚注 ${key}。`, en: `Nothing refers to the footnote ${key}.` }),
};
