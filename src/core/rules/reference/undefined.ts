import type { Rule, Says } from '../rule';

/** A key that no source has, or a footnote without a definition; `source`: the one its label means. */
export const referenceUndefined: Rule<Says<'key' | 'form', 'source'>> = {
	severity: 'warning',
	ignorable: true,
	mends: [],
	shows: 'nothing',
	name: { zh: '引文键或脚注没有对应来源', en: 'Key or footnote without a source' },
	meaning: {
		zh: '引文键没有对应来源，脚注没有注文',
		en: 'A key without a source, a footnote without a definition',
	},
	advice: { zh: '补上注文，或改正引文键。', en: 'Add the text of the note, or correct the key.' },
	sentence: ({ key, form, source }, names) => {
		if (form !== 'footnote') return { zh: `没有以 ${key} 为引文键的来源。`, en: `No source has the key ${key}.` };
		if (source === undefined) return { zh: `脚注 ${key} 没有注文。`, en: `The footnote ${key} has no definition.` };
		const title = names.title(source);
		return {
			zh: `脚注 ${key} 还没有注文，它指的是${title}。`,
			en: `The footnote ${key} has no definition yet; it means ${title}.`,
		};
	},
};
