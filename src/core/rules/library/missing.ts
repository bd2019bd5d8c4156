import type { Rule, Says } from '../rule';

/** A library that the draft names and that is not there, cannot be read, or is not looked for. */
export const libraryMissing: Rule<Says<'written'>> = {
	severity: 'warning',
	ignorable: true,
	mends: [],
	shows: 'nothing',
	name: { zh: '文献库不在或读不了', en: 'Library missing or unreadable' },
	meaning: {
		zh: '文稿写明的文献库找不到，或者读不了；其中的引文键因此没有检查',
		en: 'A library that the draft names is missing or cannot be read, so that its keys are not checked',
	},
	advice: {
		zh: '核对文件名和位置；读不了的，另存为 UTF-8 再试。',
		en: 'Check its name and place; save it as UTF-8 where it cannot be read.',
	},
	sentence: ({ written }) => ({
		zh: `找不到或读不了文献库“${written}”，其中的引文键没有检查。`,
		en: `The library “${written}” is missing or cannot be read; its keys are not checked.`,
	}),
};
