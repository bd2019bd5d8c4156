// Which verdicts on the quotations of a paragraph count, and how much they weigh: a few words in marks are as often a
// slogan or a name as words of the text they are like.

import type { Block } from '../draft/blocks';
import { isCited, type Judged, type Unjudged } from './quotations';
import { isAttributed } from './speech';
import type { Verdict } from './verdict';

/** So many letters are more than a slogan. */
const shortestSure = 13;

/**
 * A verdict, for information only where a few words in marks are like those of a full text and nothing says that they
 * are from one: no verb of saying, no speaker, no citation. `names`: speakers the corpus knows.
 */
export function weighed(judged: Judged, block: Block, names: readonly string[]): Judged {
	const { candidate, verdict } = judged;
	if (verdict.code !== 'quotation.differs' && verdict.code !== 'quotation.spliced') return judged;
	if (verdict.severity !== 'warning' || !isInPassing(judged, block, names)) return judged;
	return { candidate, verdict: { ...verdict, severity: 'information' } };
}

function isInPassing({ candidate, verdict }: Judged, block: Block, names: readonly string[]): boolean {
	const { start, end, manner, cited } = candidate;
	if (manner !== 'marked' || block.kind !== 'paragraph' || verdict.size >= shortestSure) return false;
	if (cited.length > 0 || isOfRecord(verdict) || isCited(block, start, end)) return false;
	return !isAttributed(block.text, start, end, names);
}

/** Whether the words are like those of a recorded quotation. */
function isOfRecord({ passages }: Verdict): boolean {
	return passages.some(one => one.citation !== undefined);
}

/** Verdicts without those on marks within words of which more is known: these come before the marks in them. */
export function* outermost(judgements: Iterable<Judged | Unjudged>): Generator<Judged | Unjudged> {
	const known: { readonly start: number; readonly end: number; readonly code: string }[] = [];
	for (const judged of judgements) {
		const { candidate, verdict } = judged;
		const isPart = known.some(
			({ start, end, code }) =>
				start <= candidate.start &&
				candidate.end <= end &&
				(code !== 'quotation.unknown' || verdict?.code === 'quotation.unknown'),
		);
		if (isPart) continue;
		if (verdict && verdict.code !== 'quotation.spliced') known.push(verdict);
		yield judged;
	}
}
