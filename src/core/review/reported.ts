// How far words go that are reported without marks: which of a sentence are the speaker's, and which sentences behind
// it go on with them.

import type { Block } from '../draft/blocks';
import type { Change } from '../draft/finding';
import type { ReferenceTexts } from './compare/referenceTexts';
import type { Judged, Unjudged } from './judged';
import type { Speech } from './speech';
import { areInner } from './innerMarks';
import { judge, type Candidate, type Verdict } from './verdict';

/** So many ends of clauses are tried, the last first: who reports adds what it means to him behind what was said. */
const mostEnds = 6;
/** Fewer letters at the beginning of a sentence are like much else. */
const shortestPart = 16;
/** What the reporter puts before what was said: 要, 各地要, 各级党委和政府必须. */
const modal = /^[\p{Script=Han}、]{0,10}(?:要|必须|应当|应该|应|须|需)$/u;
const leading = /^[\p{Script=Han}、]{2,10}?(?:要|必须|应当|应该)(?=\p{Script=Han})/u;
/** Whom it was said to: 勉励天津. */
const longestAddressee = 10;

/**
 * What is made of words reported in a paragraph; where marks stand in a sentence they say what was said, unless they
 * are names within it.
 */
export function* judgeReported(
	block: Block,
	speeches: readonly Speech[],
	marked: readonly Pick<Candidate, 'start' | 'end' | 'open'>[],
	candidateAt: (start: number, end: number) => Candidate,
	authority: ReferenceTexts,
): Generator<Judged | Unjudged> {
	const isFree = (start: number, end: number) => areInner(block.text, { start, end }, marked);
	for (const [at, speech] of speeches.entries()) {
		if (!isFree(speech.start, speech.end)) continue;
		const whole = candidateAt(speech.start, speech.end);
		const first = judgeSpeech(block.text, whole, authority, speech.addressed === true);
		if (speech.exact) {
			if (first && (isExact(first.verdict) || isMisquoted(first, speech))) yield first;
			continue;
		}
		yield first ?? { candidate: whole, verdict: undefined };
		if (!first || first.verdict.code === 'quotation.spliced') continue;
		const sources = new Set(first.verdict.passages.map(one => one.source));
		for (const { start, end } of sentencesFrom(block.text, speech.end, speeches[at + 1]?.from)) {
			const next = isFree(start, end) ? judgeSpeech(block.text, candidateAt(start, end), authority, false) : undefined;
			if (!next || !goesOnWith(next.verdict, sources)) break;
			yield next;
		}
	}
}

/** Whether a sentence is of one of some sources, in one piece. */
function goesOnWith({ code, passages }: Verdict, sources: ReadonlySet<string>): boolean {
	return code !== 'quotation.spliced' && passages.some(one => sources.has(one.source));
}

/** A law is quoted, not retold, where its article is named or a colon stands before the words. */
const quotingLaw = /第[\d零一二三四五六七八九十百]+条[^，。；]*$/;
/** Of so many letters of words that may be retold one may be otherwise, and of those that are quoted. */
const retold = 11;
const quoted = 5;

/** Whether words of the law that is named for them are meant to be its own, and are not. */
function isMisquoted({ candidate, verdict }: Judged, { clause, colon }: Speech): boolean {
	if (verdict.code !== 'quotation.differs' && verdict.code !== 'quotation.spliced') return false;
	if (!verdict.passages.some(one => candidate.named?.includes(one.source))) return false;
	const changed = verdict.data.changes.reduce((sum, one) => sum + Math.max(one.written.length, one.original.length), 0);
	return changed > 0 && changed * (colon || quotingLaw.test(clause) ? quoted : retold) <= verdict.size;
}

/** Whether words are a source's own, punctuation, width and script aside. */
function isExact(verdict: Verdict | undefined): boolean {
	return verdict?.code === 'quotation.verbatim' || verdict?.code === 'quotation.form';
}

/** A sentence without what the reporter put around the words, or one that is cut short. */
function judgeSpeech(
	text: string,
	whole: Candidate,
	authority: ReferenceTexts,
	addressed: boolean,
): Judged | undefined {
	const judged = judgeWithoutReporter(text, whole, authority, addressed);
	if (addressed || isExact(judged?.verdict)) return judged;
	const cut = judge(text, whole, authority, true);
	const isCut = cut?.code === 'quotation.spliced' && cut.data.how === 'elided' && cut.data.changes.length === 0;
	return isCut ? { candidate: whole, verdict: cut } : judged;
}

function judgeWithoutReporter(
	text: string,
	whole: Candidate,
	authority: ReferenceTexts,
	addressed: boolean,
): Judged | undefined {
	const verdict = judge(text, whole, authority);
	if (verdict?.code === 'quotation.differs' || verdict?.code === 'quotation.spliced')
		return judgeTrimmed(text, { candidate: whole, verdict }, authority, addressed);
	if (verdict) return { candidate: whole, verdict };
	return judgeWithoutLead(text, whole, authority) ?? judgeBeginnings(text, whole, authority, addressed);
}

type Changed = Extract<Verdict, { readonly code: 'quotation.differs' | 'quotation.spliced' }>;

/** The same without what the reporter put before the words, or behind them. */
function judgeTrimmed(
	text: string,
	{ candidate: whole, verdict }: { readonly candidate: Candidate; readonly verdict: Changed },
	authority: ReferenceTexts,
	addressed: boolean,
): Judged | undefined {
	const { changes } = verdict.data;
	const [first] = changes;
	const last = changes.at(-1);
	const leads = first?.start === verdict.start && first.original === '' && isReporters(first, text, addressed);
	const trails = last?.end === verdict.end && last.original === '' && /[，；：,;]\s*$/.test(text.slice(0, last.start));
	const candidate = {
		...whole,
		start: leads ? first.end : whole.start,
		end: trails ? last.start : whole.end,
	};
	if (candidate.start === whole.start && candidate.end === whole.end) return { candidate: whole, verdict };
	const trimmed = judge(text, candidate, authority);
	return trimmed && { candidate, verdict: trimmed };
}

/** Whether words before what was said are the reporter's: that something must be, or whom it was said to. */
function isReporters({ written, end }: Change, text: string, addressed: boolean): boolean {
	if (modal.test(written)) return true;
	return written.length <= longestAddressee && (addressed || /^[要必应]/.test(text.slice(end)));
}

/** A sentence of which only what stands behind 各地要 and the like was said. */
function judgeWithoutLead(text: string, whole: Candidate, authority: ReferenceTexts): Judged | undefined {
	// Before few words whom they are said to may weigh more than what was changed.
	const lead = leading.exec(text.slice(whole.start, whole.end));
	if (!lead) return undefined;
	const candidate = { ...whole, start: whole.start + lead[0].length };
	const verdict = judge(text, candidate, authority);
	return verdict && isLikely(verdict) ? { candidate, verdict } : undefined;
}

/** A sentence of which only the beginning was said. */
function judgeBeginnings(
	text: string,
	whole: Candidate,
	authority: ReferenceTexts,
	addressed: boolean,
): Judged | undefined {
	const ends = [...text.slice(whole.start, whole.end).matchAll(/[，；：,;]/g)]
		.map(found => whole.start + found.index)
		.reverse()
		.slice(0, mostEnds);
	for (const end of ends) {
		const candidate = { ...whole, end };
		const verdict = judge(text, candidate, authority);
		if (verdict && isLikely(verdict)) return judgeSpeech(text, candidate, authority, addressed);
	}
	return undefined;
}

/** Whether a part of a sentence is long enough, and of one piece, to be what was said. */
function isLikely({ code, size }: Verdict): boolean {
	return code !== 'quotation.spliced' && size >= shortestPart;
}

/** The sentences of a paragraph from an offset on, before another. */
function* sentencesFrom(
	text: string,
	from: number,
	stop = text.length,
): Generator<{ readonly start: number; readonly end: number }> {
	for (let end = from; ;) {
		let start = end;
		while (start < text.length && /[。！？”’」』\s\0]/.test(text.charAt(start))) start++;
		end = start;
		while (end < text.length && !/[。！？\n]/.test(text.charAt(end))) end++;
		if (start >= end || end > stop) return;
		yield { start, end };
	}
}
