import { dateWords } from '../text/bilingual';
import type { Rule, Says } from './rule';

type Known = 'paragraph' | 'citation' | 'wording' | 'changes';
/** Another source is cited than the one the words are from; of the quotation everything else is known. */
type OtherSource = Says<
	'source' | 'why' | 'cited',
	Known | 'how' | 'marked' | 'elided' | 'unsure' | 'sources' | 'pieces' | 'original'
> & { readonly why: 'source' };
/** Another speaker, date or occasion is named than the source has. */
type OtherWords = Says<'source' | 'why' | 'written' | 'expected', Known> & {
	readonly why: 'speaker' | 'date' | 'occasion';
};

/** Another speaker, date, occasion or source than the source says. */
export const quotationAttribution: Rule<OtherSource | OtherWords> = {
	severity: 'warning',
	ignorable: true,
	mends: ['attribution'],
	shows: 'source',
	name: { zh: '引文的说话人、时间或出处不符', en: 'Attributed to somebody or something else' },
	meaning: {
		zh: '说话人、时间、场合或出处与语料不符',
		en: 'Words attributed to another speaker, date, occasion or source than the corpus has',
	},
	advice: { zh: '按来源改正，或改注出处。', en: 'Correct it, or cite the source the words are from.' },
	sentence: (data, names) => {
		const { zh, en } = names.place(data);
		if (data.why === 'source') {
			const title = names.title(data.cited);
			return {
				zh: `这里注的是${title}，而这句话见于${zh}。`,
				en: `${title} is cited here, but these words stand in ${en}.`,
			};
		}
		const { written, expected } = data;
		switch (data.why) {
			case 'speaker':
				return {
					zh: `据语料，这句话是${expected}说的，不是${written}（${zh}）。`,
					en: `The corpus has these words from ${expected}, not from ${written} (${en}).`,
				};
			case 'date': {
				const date = dateWords(expected);
				return {
					zh: `这句话的时间是${date.zh}，不是${written}（${zh}）。`,
					en: `These words are from ${date.en}, not from ${written} (${en}).`,
				};
			}
			case 'occasion':
				return {
					zh: `这句话的场合是“${expected}”，不是“${written}”（${zh}）。`,
					en: `These words were said at “${expected}”, not at “${written}” (${en}).`,
				};
		}
	},
};
