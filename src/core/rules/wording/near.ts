import { short, type Rule, type Says } from '../rule';

/** A known wording with what looks like a slip. */
export const wordingNear: Rule<Says<'wording' | 'record' | 'written'>> = {
	severity: 'warning',
	ignorable: true,
	mends: ['term'],
	sure: true,
	shows: 'record',
	name: { zh: '疑似笔误', en: 'Wording that looks like a slip' },
	meaning: { zh: '与已知提法只差一两个字，疑似笔误', en: 'A known wording with what looks like a slip' },
	advice: {
		zh: '与已知的术语或提法只差一两个字。',
		en: 'One or two characters off a known term or formulation.',
	},
	sentence: ({ wording }) => ({
		zh: `疑为“${short(wording)}”之误。`,
		en: `Looks like a slip for “${short(wording)}”.`,
	}),
};
