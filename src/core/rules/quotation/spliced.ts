import type { Bilingual } from '../../text/bilingual';
import { short, type Facts, type Rule, type Says } from '../rule';

/**
 * Pieces of one or several places. `marked`: whether what is left out is marked; `original`: the source's words without
 * a gap. `unsure`: where the pieces end is not plain, and they are not offered.
 */
export const quotationSpliced: Rule<
	Says<
		'source' | 'wording' | 'marked' | 'sources' | 'changes' | 'pieces' | 'how',
		'paragraph' | 'citation' | 'original' | 'unsure'
	> & {
		readonly how: 'elided' | 'reordered' | 'spliced';
	}
> = {
	severity: 'warning',
	ignorable: true,
	mends: ['whole', 'unmark'],
	shows: 'comparison',
	name: { zh: '引语有省略、换序或拼接', en: 'Quotation shortened, reordered or put together' },
	meaning: {
		zh: '引语有省略、换序，或由几处拼接而成',
		en: 'A quotation that is shortened, reordered or put together from several places',
	},
	advice: {
		zh: '补上省略的字句，或用省略号标明，或分开引用。',
		en: 'Put back or mark what was left out, or quote the pieces separately.',
	},
	sentence: (data, names) => {
		const { zh, en } = names.place(data);
		switch (data.how) {
			case 'elided':
				if (data.marked)
					return { zh: `节引自${zh}，省略处已标明。`, en: `Shortened from ${en}; what is left out is marked.` };
				return unmarked(leftOut(data), { zh, en });
			case 'reordered':
				return { zh: `与${zh}语序不同。`, en: `The words of ${en}, in another order.` };
			case 'spliced':
				return {
					zh: `由几处文字拼接而成，主要出自${zh}。`,
					en: `Put together from several places, most of it from ${en}.`,
				};
		}
	},
};

/** What is left out between the pieces of a quotation, where that is one stretch of its source. */
function leftOut({ original, pieces = [] }: Facts): string | undefined {
	const [first, last] = pieces;
	if (original === undefined || first === undefined || last === undefined || pieces.length > 2) return undefined;
	if (!original.startsWith(first) || !original.endsWith(last)) return undefined;
	return original.slice(first.length, original.length - last.length);
}

function unmarked(words: string | undefined, { zh, en }: Bilingual): Bilingual {
	if (words === undefined)
		return {
			zh: `与${zh}相比，这里有省略而没有标明。`,
			en: `Something of ${en} is left out here without a mark.`,
		};
	const left = short(words.replace(/^[，、；：,;:]|[，、；：,;:]$/g, ''));
	return {
		zh: `与${zh}相比，这里省去了“${left}”而没有标明。`,
		en: `“${left}” of ${en} is left out here without a mark.`,
	};
}
