// What an import met, in the person's language.
import { l10n } from 'vscode';
import { wordImport as worded, type ImportProblem } from '../../core/service';
import { say } from '../base/say';

/** One problem in one sentence, with the line, page or row of the original where there is one. */
export function wordImport(problem: ImportProblem): string {
	const said = say(worded(problem));
	return problem.line === undefined ? said : l10n.t('Line {line}: {said}', { line: problem.line, said });
}
