// Quotations that nothing loaded has, held against what an index of further documents finds for their words.

import type { Block } from '../../draft/blocks';
import { ReferenceTexts, type Paragraph } from './referenceTexts';
import { normalizedText } from './comparedText';
import type { Judged } from '../judged';
import { finished } from '../steps';
import { judge, type Candidate, type Verdict } from '../verdict';

/** Finds paragraphs that hold some words, or nearly; of documents whose text is not loaded. */
export type Seek = (words: string) => Promise<readonly Paragraph[]>;

/** A quotation that nothing loaded has as it is written, in its paragraph, with what was made of it. */
export interface Open {
	readonly block: Block;
	readonly candidate: Candidate;
	readonly verdict: Verdict | undefined;
}

/** Fewer letters are a word, of which an index knows too many places. */
const shortest = { marked: 10, speech: 13 } as const;
/**
 * So many letters are asked for at once, the beginning, the middle and the end of what is longer; and so much is looked
 * at at most.
 */
const asked = 40;
const shortestClause = 5;
const mostClauses = 8;
const longestJudged = 1500;

/** Whether an index may know more of a quotation than what is loaded. */
export function isOpen(text: string, { start, end, manner }: Candidate, verdict: Verdict | undefined): boolean {
	if (verdict?.code === 'quotation.verbatim' || verdict?.code === 'quotation.form' || end - start > longestJudged)
		return false;
	return normalizedText(text.slice(start, end)).length >= shortest[manner];
}

/**
 * What to ask an index for, in rounds: first the words as they follow each other, some of which may be others; then,
 * where that is not
 * enough, each clause, because they may stand apart or in another order.
 */
export function askedFor({ block, candidate }: Open): readonly (readonly string[])[] {
	const content = block.text.slice(candidate.start, candidate.end);
	const letters = normalizedText(content);
	const middle = (letters.length - asked) >> 1;
	const pieces =
		letters.length <= asked * 1.5
			? [letters]
			: [0, ...(letters.length > asked * 3 ? [middle] : []), letters.length - asked].map(from =>
					letters.slice(from, from + asked),
				);
	const clauses = content
		.split(/[，。；：、！？,;:!?…⋯\n]+/)
		.map(normalizedText)
		.filter(clause => clause.length >= shortestClause && !pieces.includes(clause));
	return clauses.length > 1
		? [pieces, [...new Set(clauses)].sort((a, b) => b.length - a.length).slice(0, mostClauses)]
		: [pieces];
}

/**
 * What a quotation is by paragraphs an index found; nothing where that is not nearer to the draft's words than what is
 * loaded.
 */
export function judgedElsewhere(
	{ block, candidate, verdict }: Open,
	paragraphs: readonly Paragraph[],
): Judged | undefined {
	if (paragraphs.length === 0) return undefined;
	const found = judge(block.text, candidate, finished(ReferenceTexts.of(paragraphs)));
	return found && nearness(found) > nearness(verdict) ? { candidate, verdict: found } : undefined;
}

/** Whether asking further cannot tell more. */
export function isFound(judged: Judged | undefined): boolean {
	return nearness(judged?.verdict) >= 3;
}

function nearness(verdict: Verdict | undefined): number {
	switch (verdict?.code) {
		case 'quotation.verbatim':
			return 5;
		case 'quotation.form':
			return 4;
		case 'quotation.differs':
			return verdict.severity === 'warning' ? 3 : 1;
		case 'quotation.spliced':
			return 2;
		default:
			return 0;
	}
}
