// What is quoted within a quotation that as a whole is not what a source says.

import type { ReferenceTexts } from './compare/referenceTexts';
import { quotedWithin } from './quoted';
import { speechIn } from './speech';
import type { Judged } from './judged';
import { judge, type Candidate, type Verdict } from './verdict';

/** What quotations are held against, and the speakers the corpus knows. */
export interface HeldAgainst {
	readonly authority: ReferenceTexts;
	readonly names: readonly string[];
}

/**
 * What was said, where a quotation opens with who said it (> 总书记指出，…), or has somebody's words in marks within it
 * (他说：“总书记指出，‘……’，要照办。”).
 */
export function judgedWithin(text: string, whole: Judged, references: HeldAgainst): Judged | undefined {
	const { candidate, verdict } = whole;
	if (candidate.manner !== 'marked' || isExact(verdict)) return undefined;
	return judgedInMarks(text, whole, references) ?? judgedWithoutSpeaker(text, whole, references);
}

/** The words alone, where a quotation opens with a speaker that the source does not have before them. */
function judgedWithoutSpeaker(
	text: string,
	{ candidate, verdict }: Judged,
	{ authority, names }: HeldAgainst,
): Judged | undefined {
	const [speech] = speechIn(text.slice(candidate.start, candidate.end), names);
	if (!speech || text.slice(candidate.start, candidate.start + speech.from).trim() !== '') return undefined;
	const start = candidate.start + speech.start;
	// The article of a law that stands before its words is looked at as what they are said to be from.
	if (!speech.exact && !isAdded(verdict, start)) return undefined;
	const words = { ...candidate, start };
	const found = judge(text, words, authority);
	return found && isSources(found) ? { candidate: words, verdict: found } : undefined;
}

/**
 * Whether what stands before an offset is nothing of the source's: all of it is a change, or no passage is like the
 * whole.
 */
function isAdded(verdict: Verdict, before: number): boolean {
	if (verdict.code === 'quotation.unknown' || verdict.code === 'quotation.spliced') return true;
	const first = 'changes' in verdict.data ? verdict.data.changes?.[0] : undefined;
	// Behind the verb there is a mark, which is no part of a change.
	return first !== undefined && first.start <= verdict.start && first.end + 2 >= before;
}

function judgedInMarks(text: string, whole: Judged, references: HeldAgainst): Judged | undefined {
	let inner: Pick<Candidate, 'start' | 'end'> | undefined = whole.candidate;
	for (let depth = 0; depth < 3 && (inner = quotedWithin(text, inner)); depth++) {
		const candidate = { ...whole.candidate, ...inner };
		const verdict = judge(text, candidate, references.authority);
		if (!verdict || !isSources(verdict)) continue;
		const found = { candidate, verdict };
		return judgedWithin(text, found, references) ?? found;
	}
	return undefined;
}

function isExact({ code }: Verdict): boolean {
	return code === 'quotation.verbatim' || code === 'quotation.form';
}

/** Whether words are a source's own, or so like them that they were meant to be. */
function isSources(verdict: Verdict): boolean {
	return isExact(verdict) || (verdict.code === 'quotation.differs' && verdict.severity === 'warning');
}
