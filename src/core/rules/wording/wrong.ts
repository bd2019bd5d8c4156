import { short, type Rule, type Says } from '../rule';

/** A form recorded as wrong. */
export const wordingWrong: Rule<Says<'wording' | 'record'>> = {
	severity: 'warning',
	ignorable: true,
	mends: ['term'],
	sure: true,
	together: count => ({
		zh: `改正本文稿全部已知错误写法（${count}处）`,
		en: `Mend all recorded wrong forms in this draft (${count})`,
	}),
	shows: 'record',
	name: { zh: '已知的错误写法', en: 'Wording recorded as wrong' },
	meaning: { zh: '语料中记录的错误写法', en: 'A form that is recorded as wrong' },
	advice: { zh: '改为正确的写法。', en: 'Write it as recorded.' },
	sentence: ({ wording }) => ({ zh: `应写作“${short(wording)}”。`, en: `Should be written “${short(wording)}”.` }),
};
