// How far words go that are reported without marks: which of a sentence are the speaker's, and which sentences behind
// it go on with them.

import type { Corpus } from '../corpus/corpus';
import type { Block } from '../draft/blocks';
import type { ReferenceTexts } from './compare/referenceTexts';
import { citedAt, type Judged, type Unjudged } from './quotations';
import type { Speech } from './speech';
import { judge, type Candidate } from './verdict';

/** So many ends of clauses are tried, the last first: who reports adds what it means to him behind what was said. */
const mostEnds = 6;
/** Fewer letters at the beginning of a sentence are like much else. */
const shortestPart = 16;
/** What the reporter puts before what was said: 要, 各地要, 各级党委和政府必须. */
const modal = /^[\p{Script=Han}、]{0,10}(?:要|必须|应当|应该|应|须|需)$/u;
const leading = /^[\p{Script=Han}、]{2,10}?(?:要|必须|应当|应该)(?=\p{Script=Han})/u;
/** Whom it was said to: 勉励天津. */
const longestAddressee = 10;

/** What is made of words reported in a paragraph; where marks stand in a sentence they say what was said. */
export function* judgeReported(
	block: Block,
	speeches: readonly Speech[],
	marked: readonly { readonly start: number; readonly end: number }[],
	corpus: Corpus,
	authority: ReferenceTexts,
): Generator<Judged | Unjudged> {
	const free = (start: number, end: number) => !marked.some(other => other.start < end && start < other.end);
	for (const [at, speech] of speeches.entries()) {
		if (!free(speech.start, speech.end)) continue;
		const candidate = (start: number, end: number): Candidate => ({
			start,
			end,
			manner: 'speech',
			cited: citedAt(block, start, end, corpus),
		});
		const whole = candidate(speech.start, speech.end);
		const first = judgeSpeech(block.text, whole, authority, speech.addressed === true);
		yield first ?? { candidate: whole, verdict: undefined };
		if (!first || first.verdict.code === 'quotation.spliced') continue;
		const stop = speeches[at + 1]?.from ?? block.text.length;
		const sources = new Set(first.verdict.passages.map(one => one.source));
		for (
			let { start, end } = sentenceFrom(block.text, speech.end);
			end <= stop && start < end && free(start, end);
			{ start, end } = sentenceFrom(block.text, end)
		) {
			const next = judgeSpeech(block.text, candidate(start, end), authority, false);
			if (
				!next ||
				next.verdict.code === 'quotation.spliced' ||
				!next.verdict.passages.some(one => sources.has(one.source))
			)
				break;
			yield next;
		}
	}
}

/** A sentence without what the reporter put around the words. */
function judgeSpeech(
	text: string,
	whole: Candidate,
	authority: ReferenceTexts,
	addressed: boolean,
): Judged | undefined {
	const verdict = judge(text, whole, authority);
	if (verdict?.code === 'quotation.differs' || verdict?.code === 'quotation.spliced') {
		const { changes } = verdict.data;
		const [first] = changes;
		const last = changes.at(-1);
		const before =
			first?.start === verdict.start &&
			(modal.test(first.written) ||
				(/^[要必应]/.test(text.slice(first.end)) && first.written.length <= longestAddressee) ||
				(addressed && first.written.length <= longestAddressee)) &&
			first.original === ''
				? first.end
				: whole.start;
		const behind =
			last?.end === verdict.end && last.original === '' && /[，；：,;]\s*$/.test(text.slice(0, last.start))
				? last.start
				: whole.end;
		if (before === whole.start && behind === whole.end) return { candidate: whole, verdict };
		const candidate = { ...whole, start: before, end: behind };
		const trimmed = judge(text, candidate, authority);
		return trimmed && { candidate, verdict: trimmed };
	}
	if (verdict) return { candidate: whole, verdict };
	// Before few words whom they are said to may weigh more than what was changed.
	const before = leading.exec(text.slice(whole.start, whole.end));
	if (before) {
		const candidate = { ...whole, start: whole.start + before[0].length };
		const found = judge(text, candidate, authority);
		if (found && found.code !== 'quotation.spliced' && found.size >= shortestPart) return { candidate, verdict: found };
	}
	const ends = [...text.slice(whole.start, whole.end).matchAll(/[，；：,;]/g)]
		.map(found => whole.start + found.index)
		.reverse()
		.slice(0, mostEnds);
	for (const end of ends) {
		const candidate = { ...whole, end };
		const found = judge(text, candidate, authority);
		if (found && found.code !== 'quotation.spliced' && found.size >= shortestPart)
			return judgeSpeech(text, candidate, authority, addressed);
	}
	return undefined;
}

/** The next sentence of a paragraph; empty at its end. */
function sentenceFrom(text: string, from: number): { start: number; end: number } {
	let start = from;
	while (start < text.length && /[。！？”’」』\s\0]/.test(text[start]!)) start++;
	let end = start;
	while (end < text.length && !/[。！？\n]/.test(text[end]!)) end++;
	return { start, end };
}
