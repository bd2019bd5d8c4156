import { listed, type Bilingual } from '../../text/bilingual';
import { short, type Change, type Rule, type Says } from '../rule';

/** A sentence has room for so many changes. */
const changesShown = 4;

/**
 * Other words than the source has. `elided`: the quotation itself says that something is left out. `marked: false`: the
 * words stand without marks. `unsure`: other words may be meant as well as the wording, and none is offered.
 */
export const quotationDiffers: Rule<
	Says<'source' | 'wording' | 'changes', 'paragraph' | 'citation' | 'elided' | 'marked' | 'unsure'>
> = {
	severity: 'warning',
	ignorable: true,
	mends: ['source', 'unmark'],
	sure: true,
	shows: 'comparison',
	name: { zh: '引语与来源不一致', en: 'Quotation differs from its source' },
	meaning: { zh: '引语文字与来源不一致', en: 'A quotation whose words differ from its source' },
	advice: {
		zh: '有字改了、漏了或多了。改用原文，或去掉引号改为转述。',
		en: 'Words were changed, left out or put in. Take the source’s wording, or remove the marks.',
	},
	sentence: (data, names) => {
		const { zh, en } = names.place(data);
		const said = changedWords(data.changes);
		return { zh: `与${zh}不一致：${said.zh}。`, en: `Not as in ${en}: ${said.en}.` };
	},
};

/** What was changed, without colours or signs. */
export function changedWords(changes: readonly Change[]): Bilingual {
	const said = changes.slice(0, changesShown).map(({ kind, written, original }): Bilingual => {
		const [ours, theirs] = [short(written), short(original)];
		if (kind === 'dropped') return { zh: `漏了“${theirs}”`, en: `“${theirs}” is left out` };
		return kind === 'inserted'
			? { zh: `多了“${ours}”`, en: `“${ours}” was put in` }
			: { zh: `“${ours}”应为“${theirs}”`, en: `“${ours}” instead of “${theirs}”` };
	});
	const more = changes.length - said.length;
	return listed(more > 0 ? [...said, { zh: `另有${more}处`, en: `and ${more} more` }] : said);
}
