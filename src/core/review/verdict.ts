// One quotation of a draft against the authorities → findings: what it is, from where, and what was changed.

import type { Finding } from '../draft/finding';
import { namedBy, type Passage } from './compare/passageRun';
import type { ReferenceTexts } from './compare/referenceTexts';
import { isBuiltAlike, isOfSetPhrases } from './compare/builtAlike';
import { changesOf, differing } from './compare/changes';
import { compare, compareSteps, partlyKnown } from './compare/compare';
import type { Match, Piece } from './compare/match';
import { nearestWords, passagesNear } from './compare/nearestPassage';
import { isNumberingOnly } from './compare/numbering';
import { signEnd } from './compare/numerals';
import { queryOf, type Query } from './compare/query';
import { shortened } from './compare/pieces/shortened';
import { isCited, longest, standing } from './compare/standing';
import { withWholePieces } from './compare/pieces/wholePieces';
import { sameWords } from './sameWords';
import type { Steps } from './steps';
import { overlap, withWholeWords, type LetterRange } from './compare/wholeWords';
import { present } from '../text/values/fields';

/** What is compared: a stretch of a text (half-open, UTF-16), and how it is known to be a quotation. */
export interface Candidate {
	readonly start: number;
	readonly end: number;
	readonly manner: 'marked' | 'speech';
	/** A later part of one quotation: what is said of the whole was said at its first. */
	readonly later?: true;
	/** Its end is not written yet or stands in another paragraph: only what is nearly a source's words is a quotation. */
	readonly open?: true;
	/** Ids of sources that are preferred where the words stand in several: those cited at the quotation. */
	readonly cited: readonly string[];
	/** Ids of the sources the sentence names for it, which are preferred as well. */
	readonly named?: readonly string[];
	/** A text is named for it that is not at hand as a whole: words that are nearly another text's may be its own. */
	readonly unread?: true;
}

/** What a quotation turned out to be; offsets of the text it was found in. */
export type Verdict = Extract<Finding, { readonly code: VerdictCode }> & Compared;

type VerdictCode = `quotation.${'verbatim' | 'form' | 'differs' | 'spliced' | 'unknown'}`;

interface Compared {
	/** Every passage where the words stand, the one reported first. */
	readonly passages: readonly Passage[];
	/** Number of letters compared. */
	readonly size: number;
}

/** Fewer letters in marks that stand nowhere are a name or a word, not a quotation. */
const shortestUnknown = 10;
const shortestForm = 8;
/** Of fewer letters that are only reported, others than a source has are a set phrase in other words. */
const shortestReported = 13;
/** So much of a paragraph is shown to say what of it was left out. */
const longestSentence = 300;

type Differs = Extract<Match, { kind: 'differs' }>;
type Spliced = Extract<Match, { kind: 'spliced' }>;

/** A quotation on its way to a verdict. */
interface Quotation {
	readonly text: string;
	readonly candidate: Candidate;
	readonly query: Query;
	readonly authority: ReferenceTexts;
	/** The letters of the candidate, from the first to the last, in the text. */
	readonly place: Pick<Verdict, 'start' | 'end' | 'size'>;
}

/**
 * Judges one quotation; nothing when it is too short or too unlike anything to say something. `mayBeCut`: whether its
 * beginning may be that of a sentence cut short; before words that are reported whom they were said to may stand.
 */
export function judge(
	text: string,
	candidate: Candidate,
	authority: ReferenceTexts,
	mayBeCut = candidate.manner === 'marked',
): Verdict | undefined {
	const query = queryAt(text, candidate);
	if (query.codes.length < 4) return undefined;
	const match = matchOf(query, candidate, authority, mayBeCut);
	const quotation = quotationOf(text, candidate, query, authority);
	const { place } = quotation;
	if (!match) {
		if (!mayBeUnknown(candidate, query)) return undefined;
		const nearest = nearestWords(query, authority);
		const data = nearest ? { nearest } : {};
		return { code: 'quotation.unknown', severity: 'information', ...place, data, passages: [] };
	}
	return judgeMatch(match, quotation);
}

/**
 * Judges one quotation of more than `longestAligned` letters as a whole, a sentence a step; nothing where too much of
 * it stands nowhere.
 */
export function* judgeLong(text: string, candidate: Candidate, authority: ReferenceTexts): Steps<Verdict | undefined> {
	const query = queryAt(text, candidate);
	const match = yield* compareSteps(query, authority);
	if (!match || isOfOther(match, candidate, query, authority)) return undefined;
	return judgeMatch(match, quotationOf(text, candidate, query, authority));
}

function queryAt(text: string, { start, end, cited, named = [] }: Candidate): Query {
	return queryOf(text.slice(start, end), [...cited, ...named]);
}

function quotationOf(text: string, candidate: Candidate, query: Query, authority: ReferenceTexts): Quotation {
	const { offsets, codes } = query;
	const size = codes.length;
	const start = candidate.start + (offsets[0] ?? 0);
	const end = candidate.start + (offsets[size - 1] ?? 0) + 1;
	return { text, candidate, query, authority, place: { start, end, size } };
}

function judgeMatch(match: Match, quotation: Quotation): Verdict | undefined {
	if (isVague(match, quotation.candidate, quotation.place.size)) return undefined;
	switch (match.kind) {
		case 'same':
			return judgeSame(match.places, quotation);
		case 'differs':
			return judgeDiffering(match, quotation);
		case 'spliced':
			return judgeSpliced(match, quotation);
	}
}

/** Whether a match is of another sentence than the one that is quoted, and of no source that is cited or named. */
function isOfOther(match: Match, { unread }: Candidate, query: Query, authority: ReferenceTexts): boolean {
	if (match.kind === 'same') return false;
	const stretches = match.kind === 'differs' ? [match] : match.pieces.map(one => ({ ...one, end: endOf(one) }));
	if (stretches.some(one => isCited(one, query.cited, authority))) return false;
	return unread === true || isBuiltAlike(match, query, authority);
}

/** What words were made of; nothing where that is another sentence than the one that is quoted. */
function matchOf(query: Query, candidate: Candidate, authority: ReferenceTexts, mayBeCut: boolean): Match | undefined {
	const found = compare(query, authority, mayBeCut);
	if (found && !isOfOther(found, candidate, query, authority)) return found;
	if (!mayBeUnknown(candidate, query)) return undefined;
	return shortenedIn(query, candidate, authority) ?? partlyKnown(query, authority);
}

/** Words in marks that are those of one place, shortened throughout. */
function shortenedIn(query: Query, candidate: Candidate, authority: ReferenceTexts): Match | undefined {
	const near = [...passagesNear(query, authority)];
	const own = candidate.unread ? near.filter(one => query.cited.includes(one.source)) : near;
	return shortened(query, own, authority);
}

/** Whether it is worth saying of words that they stand nowhere. */
function mayBeUnknown({ manner, open }: Candidate, { text, codes }: Query): boolean {
	return manner === 'marked' && !open && codes.length >= shortestUnknown && /\p{Script=Han}{2}/u.test(text);
}

/** Whether a match is too far from words that are only reported, or whose end is not known. */
function isVague(match: Match, { manner, open }: Candidate, size: number): boolean {
	if (manner === 'speech' && match.kind !== 'same' && size < shortestReported) return true;
	if (!open) return false;
	return match.kind === 'spliced' || (match.kind === 'differs' && match.distance > size * 0.15);
}

function judgeSame(places: readonly number[], quotation: Quotation): Verdict | undefined {
	const verdict = sameWords(places, quotation);
	// Of a word in marks nobody asks for the script of its source.
	return verdict.code === 'quotation.form' && verdict.size < shortestForm ? undefined : verdict;
}

function judgeDiffering(match: Differs, { text, candidate, query, authority, place }: Quotation): Verdict | undefined {
	const { size } = place;
	if (trivial(match, query, authority) && !isCited(match, query.cited, authority)) return undefined;
	if (candidate.manner === 'speech' && match.distance > Math.max(2, size * 0.2)) return undefined;
	const passages = standing(match, query.cited, authority);
	const [passage] = passages;
	if (!passage) return undefined;
	const { wording, changes, end } = differing(text, candidate.start, query, match, authority);
	if (wording === '') return undefined;
	// The rest of a number stands behind the closing mark.
	if (changes.every(one => one.written === one.original))
		return sameWords([match.start], { text, query, authority, place });
	// A name in marks is like much else: 广播电视到村 is not meant to be 广播电视“村村通”.
	if (size < shortestUnknown && /[，。；：！？“”]/.test(wording) && !/[，；：！？]/.test(query.text)) return undefined;
	const elided = query.breaks.length > 0 ? { elided: true } : {};
	const unsure = match.unsure ? { unsure: true } : {};
	return {
		code: 'quotation.differs',
		severity:
			match.distance > size * 0.2 || isNumberingOnly(match, query, passage, authority) ? 'information' : 'warning',
		...place,
		end,
		data: { ...namedBy(passage), wording, changes, ...elided, ...unsure },
		passages,
	};
}

function judgeSpliced(match: Spliced, { text, candidate, query, authority, place }: Quotation): Verdict | undefined {
	if (candidate.manner === 'speech' && match.how === 'spliced') return undefined;
	const whole = withWholePieces(match, query, authority);
	const passages = [...new Set(whole.pieces.flatMap(piece => authority.passageAt(piece.start) ?? []))];
	const main = longest(whole, authority);
	if (!main) return undefined;
	const changes = changesOf({ text, at: candidate.start, offsets: query.offsets }, whole.steps, authority);
	const found = whole.pieces.map(piece => ({ start: piece.start, end: endOf(piece) }));
	const ranges = withWholeWords(found, authority);
	const pieces = ranges.map(({ start, end }) => authority.whole(start, end).text);
	if (changes.length === 0 && areOfExcerpt(whole.pieces, authority))
		return {
			code: 'quotation.verbatim',
			severity: 'hint',
			...place,
			data: { ...namedBy(main), wording: pieces.join('') },
			passages: [main],
		};
	return {
		code: 'quotation.spliced',
		severity: isBrief(match, candidate, authority) && changes.length === 0 ? 'information' : 'warning',
		...place,
		end: signEnd(text, place.end),
		data: present({
			...namedBy(main),
			wording: pieces.join('……'),
			how: match.how,
			marked: match.marked,
			sources: [...new Set(passages.map(one => one.source))],
			changes,
			pieces,
			...unbroken(whole.how, ranges, place.size, authority),
			unsure: (overlap(ranges) && !overlap(found)) || undefined,
		}),
		passages: [main, ...passages.filter(one => one !== main)],
	};
}

/** Whether nothing was promised to be whole: who reports in brief leaves out; only marks promise the whole. */
function isBrief(match: Spliced, { manner }: Candidate, authority: ReferenceTexts): boolean {
	if (match.marked || (manner === 'speech' && match.how === 'elided')) return true;
	// Two phrases in use everywhere may have come together anywhere.
	return isOfSetPhrases(match, authority);
}

/**
 * Whether pieces are recorded sentences of one paragraph, in order, each to its end and from its beginning: what stands
 * between them nobody knows, who has only the records.
 */
function areOfExcerpt(pieces: readonly Piece[], authority: ReferenceTexts): boolean {
	return pieces.every((piece, at) => {
		const before = pieces[at - 1];
		const [one, last] = [piece, before].map(part => part && authority.passageAt(part.start));
		if (one?.citation === undefined || one.paragraph === undefined || !before || !last)
			return at === 0 && one?.citation !== undefined;
		const isNext = last.source === one.source && last.paragraph === one.paragraph && last.start < one.start;
		return isNext && endOf(before) === last.end && piece.start === one.start;
	});
}

/** Where a piece ends among the letters of the authorities. */
function endOf({ from, to, start, end }: Piece): number {
	return end ?? start + to - from;
}

/**
 * The words of the source from the first piece to the last, where they are all of one text and not much more than was
 * quoted, or of one paragraph and no more than a long sentence.
 */
function unbroken(
	how: Spliced['how'],
	pieces: readonly LetterRange[],
	size: number,
	authority: ReferenceTexts,
): { readonly original?: string } {
	const low = Math.min(...pieces.map(piece => piece.start));
	const high = Math.max(...pieces.map(piece => piece.end));
	const isOfParagraph = high <= (authority.passageAt(low)?.end ?? 0);
	const lengthLimit = Math.max(2 * size, isOfParagraph ? longestSentence : 0);
	return how === 'spliced' || high - low > lengthLimit ? {} : { original: authority.whole(low, high).text };
}

/** A short phrase that only has another number, year or ordinal is another thing, not a slip. */
function trivial({ steps }: Differs, { codes }: Query, authority: ReferenceTexts): boolean {
	if (codes.length >= 13) return false;
	const changed = steps
		.map(
			step =>
				String.fromCharCode(...codes.subarray(step.from, step.to)) +
				authority.grams.letters.slice(step.start, step.end),
		)
		.join('');
	return /^[0-9a-z零一二三四五六七八九十百千万亿两多首次第年月日届]*$/.test(changed);
}
