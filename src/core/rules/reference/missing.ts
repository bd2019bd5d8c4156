import { listed } from '../../text/bilingual';
import type { Rule, Says } from '../rule';

/** A cited source lacks what a reference needs. */
export const referenceMissing: Rule<Says<'key' | 'source' | 'fields' | 'labels'>> = {
	severity: 'information',
	ignorable: true,
	mends: [],
	shows: 'nothing',
	name: { zh: '著录不全的参考文献', en: 'Reference with gaps' },
	meaning: { zh: '著录不全的参考文献', en: 'A reference that lacks something' },
	advice: {
		zh: '在语料包里补上来源缺的字段。',
		en: 'Fill in the fields of the source in its pack.',
	},
	sentence: ({ source, fields }, names) => {
		const title = names.title(source);
		const { zh, en } = listed(fields.map(field => names.field(field)));
		return { zh: `${title}的著录尚缺：${zh}。`, en: `The reference of ${title} still lacks: ${en}.` };
	},
};
