import type { Bilingual } from '../../text/bilingual';
import type { Rule, Says } from '../rule';

type Why = 'missing' | 'doubled' | 'unlisted' | 'date';
type NumberFault = Says<'written' | 'why', 'wording' | 'expected'> & { readonly why: Why };

/** A number of an outline that is missing or doubled, a date not in full; `wording` where it is certain. */
export const structureNumber: Rule<NumberFault> = {
	severity: 'warning',
	ignorable: true,
	mends: ['mark'],
	sure: true,
	shows: 'nothing',
	name: { zh: '编号和日期', en: 'Numbers and dates' },
	meaning: {
		zh: '序号（含条款、附件、图表）缺漏或重复，年份和成文日期没有写全',
		en: 'Numbers (of headings, articles, annexes, tables, figures) missing or doubled, years and dates not in full',
	},
	advice: { zh: '改正序号，写全年月日。', en: 'Put the number right; write the date in full.' },
	sentence: ({ written, why, expected }) => sentences[why](written, expected ?? ''),
};

const sentences: Readonly<Record<Why, (written: string, expected: string) => Bilingual>> = {
	missing: (written, expected) => ({
		zh: `“${written}”之前缺“${expected}”。`,
		en: `“${expected}” is missing before “${written}”.`,
	}),
	doubled: written => ({ zh: `“${written}”重复。`, en: `“${written}” comes twice.` }),
	unlisted: written => ({ zh: `没有“${written}”。`, en: `There is no “${written}”.` }),
	date: written => ({ zh: `日期没有写全：“${written}”。`, en: `The date is not written in full: “${written}”.` }),
};
