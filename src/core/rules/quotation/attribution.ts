import { dateWords, type Bilingual } from '../../text/bilingual';
import type { Rule, Says } from '../rule';

type Known = 'paragraph' | 'citation' | 'wording' | 'changes';
/** Another source is cited than the one the words are from; of the quotation everything else is known. */
type OtherSource = Says<
	'source' | 'why' | 'cited',
	Known | 'how' | 'marked' | 'elided' | 'unsure' | 'sources' | 'pieces' | 'original' | 'unread'
> & { readonly why: 'source' };
/** Another speaker, date, occasion, place, text or article is named than the source has. */
type OtherWords = Says<'source' | 'why' | 'written' | 'expected', Known | 'unread'> & {
	readonly why: 'speaker' | 'date' | 'occasion' | 'place' | 'title' | 'article';
};

/**
 * Another speaker, date, occasion or source than the source says. `unread`: not all of what is named or cited is at
 * hand, which accuses nobody.
 */
export const quotationAttribution: Rule<OtherSource | OtherWords> = {
	severity: 'warning',
	ignorable: true,
	mends: ['attribution'],
	shows: 'source',
	name: { zh: '引语的讲话人、时间或出处不符', en: 'Attributed to somebody or something else' },
	meaning: {
		zh: '讲话人、时间、场合或出处与语料不符',
		en: 'Words attributed to another speaker, date, occasion or source than the corpus has',
	},
	advice: { zh: '按来源改正，或改注出处。', en: 'Correct it, or cite the source the words are from.' },
	sentence: (data, names) => {
		const { zh, en } = names.place(data);
		if (data.why === 'source') {
			const title = names.title(data.cited);
			if (data.unread) return cannotTell({ zh, en }, { zh: title, en: title });
			return {
				zh: `这里注的是${title}，而这句话见于${zh}。`,
				en: `${title} is cited here, but these words stand in ${en}.`,
			};
		}
		const { written, expected } = data;
		if (data.unread) return cannotTell({ zh, en }, namedWords(data));
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
			case 'place':
				return {
					zh: `这句话见于${zh}，不是${written}的报告。`,
					en: `These words stand in ${en}, not in the report of ${written}.`,
				};
			case 'title':
				return {
					zh: `这句话见于${zh}，不见于《${written}》。`,
					en: `These words stand in ${en}, not in 《${written}》.`,
				};
			case 'article':
				return {
					zh: `据${zh}，这句话在${expected}，不在${written}。`,
					en: `${en} has these words in ${expected}, not in ${written}.`,
				};
			case 'occasion':
				return {
					zh: `这句话的场合是“${expected}”，不是“${written}”（${zh}）。`,
					en: `These words were said at “${expected}”, not at “${written}” (${en}).`,
				};
		}
	},
};

/** What is named, of which not all is at hand. */
function namedWords({ why, written }: OtherWords): Bilingual {
	switch (why) {
		case 'place':
		case 'date':
			return { zh: `${written}的报告`, en: `the report of ${written}` };
		case 'title':
			return { zh: `《${written}》`, en: `《${written}》` };
		default:
			return { zh: written, en: written };
	}
}

function cannotTell({ zh, en }: Bilingual, named: Bilingual): Bilingual {
	return {
		zh: `这句话见于${zh}；这里说出自${named.zh}，手头没有它的全文，无从判断是否有误。`,
		en: `These words stand in ${en}; not all of ${named.en}, which is named here, is at hand, so nothing can be told.`,
	};
}
