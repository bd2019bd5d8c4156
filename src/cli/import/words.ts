// Problems of imports in one line, Chinese then English, for the terminal, which also names the flag that does what is
// meant.

import type { ImportProblem } from '../../core/documents/document';
import { wordImport } from '../../core/messages/imports';
import { inBoth } from '../../core/text/bilingual';

/** One problem in one line, without its place. */
export function importSentence(problem: ImportProblem): string {
	const { zh, en } = wordImport(problem);
	if (problem.code !== 'import.duplicate') return inBoth({ zh, en });
	switch (problem.data.relation) {
		case 'same':
			return inBoth({ zh, en });
		case 'holding':
			return inBoth({
				zh: `${zh}，但这份来自别处；要记下这个出处，加 --on-duplicate holding`,
				en: `${en}, from elsewhere; to record this place too: --on-duplicate holding`,
			});
		default:
			return inBoth({
				zh: `${zh}，大体相同；要用这篇替换，加 --on-duplicate update`,
				en: `${en}, or nearly so; to put this one in its place: --on-duplicate update`,
			});
	}
}
