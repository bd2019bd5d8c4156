import type { Rule, Says } from '../rule';

/** A heading that ends with a full stop, or an annex that is called otherwise where it is listed (`expected`). */
export const structureTitle: Rule<Says<'written', 'wording' | 'expected'>> = {
	severity: 'warning',
	ignorable: true,
	mends: ['mark'],
	sure: true,
	shows: 'nothing',
	name: { zh: '标题写法', en: 'Headings' },
	meaning: {
		zh: '单独成行的标题末尾有句号，附件的名称前后不一',
		en: 'A heading on a line of its own with a full stop, an annex that has two names',
	},
	advice: { zh: '删去句号，统一附件名称。', en: 'Remove the full stop; call the annex the same in both places.' },
	sentence: ({ written, expected }) => {
		if (expected === undefined)
			return {
				zh: `标题单独成行，末尾不用句号：“${written}”`,
				en: `A heading on a line of its own has no full stop: “${written}”`,
			};
		return {
			zh: `附件名称前后不一：“${written}”，附件说明中是“${expected}”。`,
			en: `The annex has two names: “${written}” here, “${expected}” where it is listed.`,
		};
	},
};
