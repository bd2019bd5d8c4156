import { short, type Rule, type Says } from '../rule';

/** A wording that a newer one has replaced. */
export const wordingSuperseded: Rule<Says<'wording' | 'record'>> = {
	severity: 'information',
	ignorable: true,
	mends: ['term'],
	sure: true,
	shows: 'record',
	name: { zh: '旧的提法', en: 'Older wording' },
	meaning: { zh: '已有新提法的旧提法', en: 'A wording that a newer one has replaced' },
	advice: { zh: '语料库里已有新的提法。', en: 'The corpus has a newer one.' },
	sentence: ({ wording }) => ({
		zh: `这是旧的提法，现在的提法是“${short(wording)}”。`,
		en: `An older wording; now “${short(wording)}”.`,
	}),
};
