import type { Rule, Says } from '../rule';

/** A footnote or key with full-width marks, which cites nothing; `wording`: with half-width ones. */
export const referenceWidth: Rule<Says<'wording'>> = {
	severity: 'warning',
	ignorable: true,
	mends: [],
	sure: true,
	together: count => ({
		zh: `改正本文稿全部引注里的全角符号（${count}处）`,
		en: `Mend all full-width marks of footnotes and keys (${count})`,
	}),
	shows: 'nothing',
	name: { zh: '引注里的全角符号', en: 'Full-width marks in a footnote or key' },
	meaning: {
		zh: '脚注或引文键用了全角符号，不起作用',
		en: 'A footnote or key with full-width marks, which cites nothing',
	},
	advice: { zh: '改为半角。', en: 'Use half-width marks.' },
	sentence: ({ wording }) => ({
		zh: `全角符号在这里不起作用，应写作“${wording.trim()}”。`,
		en: `Full-width marks do not work here: “${wording.trim()}”.`,
	}),
};
