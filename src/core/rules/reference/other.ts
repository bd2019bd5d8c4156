import type { Rule, Says } from '../rule';

/**
 * A definition says something else than the source it names: defined twice, not as the records now have it, or changed
 * by hand.
 */
export const referenceOther: Rule<
	Says<'key' | 'why', 'source' | 'wanted'> & { readonly why: 'duplicate' | 'stale' | 'edited' }
> = {
	severity: 'information',
	ignorable: true,
	mends: [],
	shows: 'nothing',
	name: { zh: '与记录不一致的参考文献', en: 'Reference that differs from its record' },
	meaning: { zh: '与记录不一致的参考文献', en: 'A reference that says something else than its record' },
	advice: {
		zh: '更新注文；自己改写过的可以不管。',
		en: 'Bring it up to date; leave it where it was changed on purpose.',
	},
	sentence: ({ key, why }) => {
		switch (why) {
			case 'duplicate':
				return {
					zh: `脚注 ${key} 有两条不同的注文，以第一条为准。`,
					en: `The footnote ${key} is defined twice, with different words; the first one counts.`,
				};
			case 'stale':
				return {
					zh: '这条参考文献与当前的标准版本或语料记录不一致。',
					en: 'This reference is not as the edition and the records now have it.',
				};
			case 'edited':
				return {
					zh: '这条参考文献经过手工改动，不会自动更新。',
					en: 'This reference was changed by hand; it will not be brought up to date.',
				};
		}
	},
};
