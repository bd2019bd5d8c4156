// A problem of a pack in a sentence: what is wrong and what to do, for people who do not write YAML every day.

import type { Problem, ProblemCode } from '../../corpus/problem';
import type { Bilingual } from '../../text/bilingual';
import { fileProblems } from './fileProblems';
import { recordProblems } from './recordProblems';
import { textProblems } from './textProblems';
import type { Wording } from './wording';

/** One wording a code: a code without one does not compile. */
const wordings: Readonly<Record<ProblemCode, Wording>> = { ...fileProblems, ...recordProblems, ...textProblems };

/** The sentence for a problem, without its place. */
export function wordProblem({ code, data }: Pick<Problem, 'code' | 'data'>): Bilingual {
	return wordings[code](data);
}
