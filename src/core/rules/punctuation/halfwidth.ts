import { short, type Rule, type Says } from '../rule';

/** A half-width mark in Chinese text. */
export const punctuationHalfwidth: Rule<Says<'wording'>> = {
	severity: 'information',
	ignorable: true,
	mends: ['mark'],
	sure: true,
	together: count => ({
		zh: `改正本文稿全部半角标点（${count}处）`,
		en: `Mend all half-width marks in this draft (${count})`,
	}),
	shows: 'nothing',
	name: { zh: '中文里的半角标点', en: 'Half-width mark in Chinese text' },
	meaning: { zh: '中文里的半角标点', en: 'A half-width mark in Chinese text' },
	advice: { zh: '改为全角。', en: 'Use the full-width one.' },
	sentence: ({ wording }) => {
		// Within marks of its own shape a mark of quotation cannot be read.
		if (/^[“”]$/.test(wording))
			return { zh: '中文里的引号应当写作 “ ”。', en: 'Quotation marks in Chinese text: “ ”.' };
		return { zh: `中文里应当用“${short(wording)}”。`, en: `In Chinese text: “${short(wording)}”.` };
	},
};
