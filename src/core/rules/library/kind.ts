import type { Rule, Says } from '../rule';

/** A file that the draft names as its library and whose kind is not read. */
export const libraryKind: Rule<Says<'written'>> = {
	severity: 'warning',
	ignorable: true,
	mends: [],
	shows: 'nothing',
	name: { zh: '不是能读的文献库', en: 'No library that is read' },
	meaning: {
		zh: '文稿写明的文献库不是能读的种类',
		en: 'A library that the draft names is of a kind that is not read',
	},
	advice: {
		zh: '从文献管理软件导出为 .bib、.json、.yaml、.ris，或 .enw、.net、.txt。',
		en: 'Export it as .bib, .json, .yaml, .ris, or as .enw, .net, .txt.',
	},
	sentence: ({ written }) => ({
		zh: `“${written}”不是这里能读的文献库，其中的引文键没有检查。`,
		en: `“${written}” is no library that is read here; its keys are not checked.`,
	}),
};
