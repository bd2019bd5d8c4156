// A finding in one line for the terminal, where nothing stands beside it to look at.

import type { Corpus } from '../../core/corpus/corpus';
import type { Finding } from '../../core/draft/finding';
import { wordFinding } from '../../core/messages/findings';
import { ruleOf } from '../../core/rules/table';
import { inBoth } from '../../core/text/bilingual';

/**
 * One finding in one line, without its place: the sentence in both languages, and the words of the source where it
 * differs from them.
 */
export function findingSentence(finding: Finding, corpus: Corpus): string {
	const { zh, en } = wordFinding(finding, corpus);
	const { wording, nearest } = finding.data;
	const isCompared = ruleOf(finding.code).shows === 'comparison' && wording !== undefined;
	const words = isCompared ? `原文：${wording}` : '';
	return inBoth({ zh: `${zh}${nearest ? `该句：${nearest.wording}` : words}`, en });
}
