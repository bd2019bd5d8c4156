import type { Bilingual } from '../../text/bilingual';
import type { Rule, Says } from '../rule';

type Form = 'punctuation' | 'script' | 'width';

const other: Readonly<Record<Form, Bilingual>> = {
	script: { zh: '繁简不同', en: 'in another script' },
	width: { zh: '全角半角不同', en: 'with characters of another width' },
	punctuation: { zh: '标点不同', en: 'with other punctuation' },
};

/** The words of the source, in other marks, script or width. */
export const quotationForm: Rule<
	Says<'source' | 'wording' | 'changes' | 'how', 'paragraph' | 'citation'> & { readonly how: Form }
> = {
	severity: 'information',
	ignorable: true,
	mends: ['source'],
	sure: true,
	shows: 'comparison',
	name: { zh: '引语形式不同', en: 'Quotation in another form' },
	meaning: {
		zh: '引语文字与来源相同，但标点、繁简或全半角不同',
		en: 'A quotation with the words of its source, but other punctuation, script or width',
	},
	advice: { zh: '可改用来源的标点；繁简不必改。', en: 'Take the marks of the source; script may stay.' },
	sentence: (data, names) => {
		const { zh, en } = names.place(data);
		const how = other[data.how];
		return { zh: `与${zh}文字相同，${how.zh}。`, en: `The words of ${en}, ${how.en}.` };
	},
};
