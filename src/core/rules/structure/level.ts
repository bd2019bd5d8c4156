import type { Rule, Says } from '../rule';

/** A heading on a level that its number does not have: `expected` is the number it stands below or beside. */
export const structureLevel: Rule<Says<'written' | 'expected', 'wording'>> = {
	severity: 'warning',
	ignorable: true,
	mends: ['mark'],
	sure: true,
	shows: 'nothing',
	name: { zh: '层次颠倒', en: 'Levels upside down' },
	meaning: {
		zh: '标题层次颠倒：应为一、→（一）→1.→（1）',
		en: 'Headings whose levels are upside down, or whose numbers and levels do not agree',
	},
	advice: { zh: '改序号，或者改标题级别。', en: 'Change the number, or the level of the heading.' },
	sentence: ({ written, expected, wording }) => {
		if (wording !== undefined)
			return {
				zh: `“${written}”与“${expected}”同级，标题级别却不同。`,
				en: `“${written}” counts on from “${expected}” but is a heading of another level.`,
			};
		return {
			zh: `“${written}”在“${expected}”之下，层次颠倒。`,
			en: `“${written}” stands below “${expected}”: the levels are upside down.`,
		};
	},
};
