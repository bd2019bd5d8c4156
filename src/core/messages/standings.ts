// Whose words a formulation has, as rows and hovers say it.

import { standingOf } from '../corpus/statement';
import type { Corpus } from '../corpus/corpus';
import type { Formulation } from '../corpus/records';
import type { Bilingual } from '../text/bilingual';

/** What a formulation is and whose: official wording of a speaker, an author's of an article; else a formulation. */
export function standingWords(formulation: Formulation | undefined, corpus: Corpus): Bilingual {
	const standing = formulation && standingOf(formulation, corpus);
	if (!standing) return { zh: '提法', en: 'formulation' };
	return standing.kind === 'official'
		? { zh: `官方提法 · ${standing.who}`, en: `official wording · ${standing.who}` }
		: { zh: `文章提法 · ${standing.who}`, en: `an article’s wording · ${standing.who}` };
}
