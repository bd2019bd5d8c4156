import { short, type Rule, type Says } from '../rule';

/** One term in two forms in one draft. */
export const wordingInconsistent: Rule<Says<'wording' | 'record' | 'changes'>> = {
	severity: 'hint',
	ignorable: true,
	mends: ['changes'],
	shows: 'nothing',
	name: { zh: '同一术语写法不一', en: 'One term in two forms' },
	meaning: { zh: '同一术语在一篇文稿中写法不一', en: 'One term in two forms in one draft' },
	advice: { zh: '全文统一为一种写法。', en: 'Keep to one of them.' },
	sentence: ({ wording }) => ({
		zh: `本文稿别处写作“${short(wording)}”，前后不一。`,
		en: `Written “${short(wording)}” elsewhere in this draft.`,
	}),
};
