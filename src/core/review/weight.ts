// Which verdicts on the quotations of a paragraph count, and how much they weigh: a few words in marks are as often a
// slogan or a name as words of the text they are like.

import type { Corpus } from '../corpus/corpus';
import type { Block } from '../draft/blocks';
import type { Change } from '../draft/finding';
import { normalizedText } from './compare/comparedText';
import type { Passage } from './compare/passageRun';
import { hasKey, isCited } from './quotations';
import type { Judged, Unjudged } from './judged';
import { fold } from '../text/fold';
import { meetingIn } from './attribution/meetings';
import { namesAnother } from './attribution/otherNamed';
import { isName, isSaid } from './said';
import type { Verdict } from './verdict';
import { behindLast } from '../text/words/textEnd';

/** So many letters are more than a slogan. */
const shortestSure = 13;
/** A note in brackets right behind the mark; farther behind they explain something else. */
const notedBehind = /^[”」』"][，。]?[（(〔[]/;
/** What is longer is no name and no slogan, though nothing says whose words they are. */
const longestName = 30;

type Changed = Extract<Verdict, { readonly code: 'quotation.differs' | 'quotation.spliced' }>;
type Naming = [block: Block, names: readonly string[], corpus: Corpus];

/**
 * A verdict, for information only where it is not certain that the words are meant to be those of the text they are
 * like: a few in marks of which nothing says that they are from one, by a verb of saying, a speaker or a citation; and
 * what is reported without marks of a text that is not named: meetings and speakers say the like every year,
 * and of that only a slip is certain. `names`:
 * speakers the corpus knows.
 */
export function weighed(judged: Judged, block: Block, names: readonly string[], corpus: Corpus): Judged {
	const { candidate, verdict } = judged;
	if (verdict.code !== 'quotation.differs' && verdict.code !== 'quotation.spliced') return judged;
	if (verdict.severity !== 'warning') return judged;
	const isSure =
		!isDoubtful({ candidate, verdict }, block, names, corpus) &&
		(candidate.manner === 'speech'
			? isCertain({ candidate, verdict }, block, names, corpus)
			: !isInPassing(judged, block, names) && !isOfOther({ candidate, verdict }, block, names, corpus));
	return isSure ? judged : { candidate, verdict: { ...verdict, severity: 'information' } };
}

/** Whether words need not be as the text has them: they may be another's, or stand in the part that is not at hand. */
function isDoubtful(judged: Judged & { readonly verdict: Changed }, ...[block, names, corpus]: Naming): boolean {
	const { candidate, verdict } = judged;
	if (verdict.data.unsure === true) return true;
	if (candidate.cited.length > 0 || isCited(block, candidate.start, candidate.end)) return false;
	const clause = clauseBefore(block.text, candidate.start);
	if (isWithinSentence(judged, block, names)) return true;
	if (candidate.manner === 'marked')
		return !isOfRecord(verdict) && namesAnother(clause, verdict.passages, names, corpus);
	return isOfExcerpt(verdict, clause, corpus) || namesAnother(clause, verdict.passages, names, corpus);
}

/**
 * Whether what stands in marks is a word of somebody's sentence, which goes on right behind it: 坚持“……”三线并进.
 */
function isWithinSentence({ candidate, verdict }: Judged, { text }: Block, names: readonly string[]): boolean {
	const { start, end, manner } = candidate;
	if (manner !== 'marked' || (verdict.code !== 'quotation.spliced' && isOfRecord(verdict))) return false;
	const clause = behindLast(text.slice(0, start), '，。！？；\n');
	if (names.some(one => clause.includes(one))) return false;
	const around = text.charAt(start - 2) + text.charAt(end + 1);
	return /^\p{Script=Han}[^\P{Script=Han}的这是]$/u.test(around) && !isSaid(text, start, end, names);
}

/** What stands in the sentence before a place, without what is quoted there. */
function clauseBefore(text: string, start: number): string {
	const clause = behindLast(text.slice(0, start), '。！？；\n');
	return clause.replace(/“[^“”]*”|「[^「」]*」/g, '');
}

/** Whether of a text only a part is at hand, and nobody is named who is recorded to have said it so. */
function isOfExcerpt({ passages }: Changed, clause: string, corpus: Corpus): boolean {
	return passages.every(({ source, citation }) => {
		const speaker = citation?.speaker;
		return (
			corpus.source(source)?.fidelity === 'excerpt' && (speaker === undefined || !fold(clause).includes(fold(speaker)))
		);
	});
}

/** Whether reported words are those of a text: it is cited, recorded or named, or what is otherwise is a slip. */
function isCertain(judged: Judged & { readonly verdict: Changed }, ...rest: Naming): boolean {
	const { candidate, verdict } = judged;
	if (candidate.cited.length > 0 || isOfRecord(verdict)) return true;
	if (verdict.passages.some(one => candidate.named?.includes(one.source))) return true;
	// What stands in many texts is nobody's to keep to.
	if (new Set(verdict.passages.map(one => one.source)).size > mostTexts) return false;
	return isSlip(verdict) || isOfNamed(judged, ...rest);
}

/** Words of more texts are a set phrase. */
const mostTexts = 2;
/** Of so many letters one that is otherwise is a slip, whoever said them. */
const lettersASlip = 30;

function isSlip({ data, size }: Changed): boolean {
	const changed = data.changes.reduce((sum, one) => sum + Math.max(one.written.length, one.original.length), 0);
	// A word more or less is another way of saying it.
	const isLetter = ({ written, original }: Change) =>
		(written !== '' && original !== '') || written.length + original.length === 1;
	return data.changes.length > 0 && data.changes.every(isLetter) && changed * lettersASlip <= size;
}

/** So many letters of a title, in a row, name a text. */
const fewestOfTitle = 5;

/** Whether the sentence in which words are reported names a text they stand in, or who wrote it. */
function isOfNamed({ candidate, verdict }: Judged, ...[block, names, corpus]: Naming): boolean {
	const clause = normalizedText(behindLast(block.text.slice(0, candidate.start), '。！？；\n'));
	return verdict.passages.some(({ source: id }) => {
		const source = corpus.source(id);
		const authors = (source?.author ?? []).flatMap(one => one.literal ?? one.family ?? []);
		const title = normalizedText(source?.title ?? '');
		return (
			authors.some(one => one.length > 1 && clause.includes(normalizedText(one))) ||
			names.some(one => clause.includes(one) && title.includes(one)) ||
			haveInCommon(title, clause, fewestOfTitle)
		);
	});
}

/** Whether so many characters of one text stand in a row in another. */
function haveInCommon(one: string, other: string, size: number): boolean {
	for (let at = 0; at + size <= one.length; at++) if (other.includes(one.slice(at, at + size))) return true;
	return false;
}

/**
 * Whether words in marks that stand nowhere, or are only a little like a text, are a name or a slogan, which nobody
 * asks a source for: they are part of another sentence, no sentence of their own, and nothing says that somebody said
 * them.
 */
export function isNameOrSlogan(judged: Judged, block: Block, names: readonly string[]): boolean {
	const { candidate, verdict } = judged;
	const { start, end, manner, cited } = candidate;
	if (verdict.code === 'quotation.differs' && verdict.severity !== 'warning') return isInPassing(judged, block, names);
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
	if (manner !== 'marked' || (block.kind !== 'paragraph' && block.kind !== 'heading')) return false;
	if (verdict.size >= shortestSure && !isName(block.text, start, end)) return false;
	if (cited.length > 0 || isOfRecord(verdict) || isCited(block, start, end)) return false;
	return !isSaid(block.text, start, end, names);
}

/**
 * Whether words in marks are only put together of a text of somebody else than who is said to have said them: others
 * use the same phrases, and what was said may be nowhere at hand.
 */
function isOfOther(judged: Judged & { readonly verdict: Changed }, ...[block, names, corpus]: Naming): boolean {
	const { candidate, verdict } = judged;
	const all = verdict.code === 'quotation.spliced' && verdict.data.how === 'spliced';
	if (candidate.cited.length > 0 || isCited(block, candidate.start, candidate.end)) return false;
	if (isOfRecord(verdict) && (!all || verdict.passages.every(one => one.citation))) return false;
	if (verdict.code === 'quotation.differs') return isUnlikeAtEdge(verdict);
	const speakers = speakersBefore(block.text.slice(0, candidate.start), names);
	const isTheirs = (words: string) => speakers.some(one => words.includes(one));
	const isFromThem = ({ source: id, text }: Passage) => {
		const { title = '', author = [] } = corpus.source(id) ?? {};
		return isTheirs(text) || isTheirs(title) || author.some(one => isTheirs(one.literal ?? one.family ?? ''));
	};
	// Of several texts each piece has its own.
	const areTheirs = verdict.passages.some(isFromThem) && (!all || verdict.passages.every(isFromThem));
	return speakers.length > 0 && !areTheirs;
}

const pronoun = /[他她](?:\p{Script=Han}{0,3})[，：:]?[“「『]?$/u;

/** Who says something right behind a text: persons the corpus knows, or a meeting. */
function speakersBefore(text: string, names: readonly string[]): readonly string[] {
	const clause = behindLast(text, '。！？；\n');
	const said = pronoun.test(clause) ? text : clause;
	const meeting = meetingIn(clause);
	return [...names.filter(one => said.includes(one)), ...(meeting ? [meeting.name] : [])];
}

/** What begins or ends with other words than the text, and has others within, is another sentence where it is short. */
function isUnlikeAtEdge({ start, end, size, data: { changes } }: Changed): boolean {
	const isOther = (one: Change | undefined) => one !== undefined && one.written !== '' && one.original !== '';
	const [first, last] = [changes[0], changes.at(-1)];
	if (size >= lettersASlip || changes.length < 2) return false;
	return (first?.start === start && isOther(first)) || (last?.end === end && isOther(last));
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
