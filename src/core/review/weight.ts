// Which verdicts on the quotations of a paragraph count, and how much they weigh: a few words in marks are as often a
// slogan or a name as words of the text they are like.

import type { Block } from '../draft/blocks';
import { normalizedText } from './compare/comparedText';
import { hasKey, isCited, type Judged, type Unjudged } from './quotations';
import { isSaid } from './said';
import { isAttributed } from './speech';
import type { Verdict } from './verdict';

/** So many letters are more than a slogan. */
const shortestSure = 13;
/** A note in brackets right behind the mark; farther behind they explain something else. */
const notedBehind = /^[”」』"][，。]?[（(〔[]/;
/** What is longer is no name and no slogan, though nothing says whose words they are. */
const longestName = 30;

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

/**
 * Whether words in marks that stand nowhere are a name or a slogan, which nobody asks a source for: they are part of
 * somebody else's sentence, no sentence of their own, and nothing says that somebody said them.
 */
export function isNameOrSlogan({ candidate, verdict }: Judged, block: Block, names: readonly string[]): boolean {
	const { start, end, manner, cited } = candidate;
	if (verdict.code !== 'quotation.unknown' || manner !== 'marked') return false;
	if (block.kind !== 'paragraph' && block.kind !== 'heading') return false;
	const words = block.text.slice(start, end);
	if (normalizedText(words).length > longestName || /[。！？!?]/.test(words)) return false;
	// What stands alone is no part of somebody's sentence.
	if (normalizedText(block.text.slice(0, start) + block.text.slice(end)) === '') return false;
	if (cited.length > 0 || hasKey(block, start, end) || notedBehind.test(block.text.slice(end))) return false;
	return !isSaid(block.text, start, end, names);
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
