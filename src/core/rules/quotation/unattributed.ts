import type { Rule, Says } from '../rule';
import { changedWords } from './differs';

/** Recorded words without marks or attribution; with `changes` others are among them. */
export const quotationUnattributed: Rule<Says<'source' | 'citation' | 'wording', 'paragraph' | 'changes'>> = {
	severity: 'information',
	ignorable: true,
	mends: ['changed', 'attribute', 'cite'],
	shows: 'source',
	name: { zh: '原话未注明出处', en: 'Recorded words without attribution' },
	meaning: {
		zh: '用了原话，却没有引号，也没有说明出处',
		en: 'Recorded words used without marks or attribution',
	},
	advice: {
		zh: '加上引号、讲话人和出处，或改用自己的话。',
		en: 'Add marks, speaker and citation, or use words of your own.',
	},
	sentence: (data, names) => {
		const { zh, en } = names.place(data);
		if (data.changes) {
			const said = changedWords(data.changes);
			return {
				zh: `与${zh}的原话相近（${said.zh}），没有加引号，也没有说明出处。`,
				en: `Near to recorded words of ${en} (${said.en}), without marks or attribution.`,
			};
		}
		return {
			zh: `这是${zh}的原话，没有加引号，也没有说明出处。`,
			en: `Recorded words of ${en}, without marks or attribution.`,
		};
	},
};
