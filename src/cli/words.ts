// Problems of packs in one line, Chinese then English, for the terminal.

import type { Problem } from '../core/corpus/problem';
import { wordProblem } from '../core/messages/packs/problems';
import { inBoth } from '../core/text/bilingual';

/** One problem in one line, without its place. */
export function sentence(problem: Problem): string {
	return inBoth(wordProblem(problem));
}

/** A problem as compilers print it: `file:line:column severity code: sentence`. */
export function line(problem: Problem, file: string): string {
	return `${file}:${problem.line}:${problem.column} ${problem.severity} ${problem.code}: ${sentence(problem)}`;
}
