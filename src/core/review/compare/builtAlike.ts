// Whether words differ from a source's as one sentence differs from another that is built like it, of another year or
// place: other figures, other measures. That is no misquotation.

import { align, type Step } from './align';
import { codesOf } from './letterOffsets';
import type { Match, Piece } from './match';
import type { Query } from './query';
import type { ReferenceTexts } from './referenceTexts';

/** Of so many letters a word differs, not a slip of the pen. */
const shortestWord = 2;
/** So many letters of words that differ say another thing, where they are so great a part of all. */
const mostOfWords = 4;
const mostOfSentence = 0.2;
/** Of several words apart from each other, and beside another figure, less is enough. */
const mostOfSeveral = 0.15;
const mostBesideFigure = 0.1;
/** Shorter pieces are set phrases, which stand in many texts. */
const shortestPiece = 12;
/** What stands on either side of a joint may be longer by so many letters. */
const besideMark = 3;
/** Pieces of one sentence, or of sentences that follow each other, stand so close. */
const farthest = 120;

const figures = /(?:百分之)?(?:\d+|[零〇一二两三四五六七八九十百千点]{2,})[万亿]*(?:个百分点|成|倍)?/g;

const numeric = /[\d零〇一二两三四五六七八九十百千万亿點点]/;
const wholeFigure = /^(?:百分之)?[\d零〇一二两三四五六七八九十百千万亿点]+(?:个百分点|成|倍)?$/;

type Differs = Extract<Match, { kind: 'differs' }>;
type Spliced = Extract<Match, { kind: 'spliced' }>;

/** Whether a match is of another sentence than the one that is quoted. Not to be asked of a source that is cited. */
export function isBuiltAlike(match: Match, query: Query, authority: ReferenceTexts): boolean {
	switch (match.kind) {
		case 'same':
			return false;
		case 'differs':
			return isOtherStatement(match, query) || differsInSubstance(match, query, authority);
		case 'spliced':
			return !match.marked && (differsInSubstance(match, query, authority) || isPatchwork(match, query, authority));
	}
}

/** What says something of what stands before it, and what goes on with it as well. */
const copula = '是|成为|意味|在于|离不开|事关';
const saysOf = {
	begin: new RegExp(`^(?:${copula})`),
	end: new RegExp(`^(?:${copula}|为|就|将|也|正|必须|需要?|应|要|能|不|可以|关系|关键)`),
};
/** So many letters of a source are more than a phrase of it. */
const longestPhrase = 30;

/** Whether a phrase of a source is all that a statement has of it: it says other things of that, or that of others. */
function isOtherStatement({ steps: [step, ...more] }: Differs, { codes }: Query): boolean {
	const size = codes.length;
	if (!step || more.length > 0 || step.start < step.end || size > longestPhrase || step.to - step.from < 2)
		return false;
	const says = (from: number, by: RegExp) => by.test(String.fromCharCode(...codes.subarray(from)));
	return step.from === 0 ? says(step.to, saysOf.begin) : step.to === size && says(step.from, saysOf.end);
}

/** What of a quotation differs, in letters; figures by themselves. */
interface Difference {
	/** How many figures are others, and how many of them by more than a slip. */
	readonly figures: number;
	readonly unlike: number;
	/** Letters that differ, and those of them that are put in or stand instead of others as words. */
	readonly letters: number;
	readonly ofWords: number;
	readonly words: number;
}

function differenceOf(steps: readonly Step[], query: Query, authority: ReferenceTexts): Difference {
	const sum = { figures: 0, unlike: 0, letters: 0, ofWords: 0, words: 0 };
	for (const step of steps) {
		const sides = lettersOf(step, query, authority);
		const [written = [], original = []] = sides.map(one => one.match(figures) ?? []);
		if (isOneLetter(sides)) {
			sum.letters++;
			continue;
		}
		const isFigure = written.length > 0 && original.length > 0 && digitsOf(sides[0]) !== digitsOf(sides[1]);
		if (isFigure) {
			sum.figures += written.length;
			sum.unlike += written.filter((one, at) => !isSlip(one, original[at] ?? '')).length;
		} else if (digitsOf(sides[1]) !== '' && query.spans.some(one => one.from < step.to && step.from < one.to)) {
			// A slip within a number is one, however much of it is no number any more.
			sum.letters++;
			continue;
		}
		const [own = 0, other = 0] = sides.map(one => (isFigure ? one.replace(figures, '') : one).length);
		const size = Math.max(own, other);
		sum.letters += size;
		// What is only left out is the same sentence, shortened.
		if (size < shortestWord || own === 0) continue;
		sum.ofWords += size;
		sum.words++;
	}
	return sum;
}

/** Whether a letter was put into a figure, left out of it or mistaken, so that it is none any more. */
function isOneLetter([written, original]: readonly [string, string]): boolean {
	if (!numeric.test(original) || wholeFigure.test(written) || written === '') return false;
	return align(codesOf(written), 0, written.length, codesOf(original), 0, original.length, true).distance < 2;
}

function digitsOf(letters: string): string {
	return letters.replace(/[^\d零〇一二两三四五六七八九十]/g, '');
}

/** What an edit has on both sides: as it is written, and in the source. */
function lettersOf({ from, to, start, end }: Step, { codes }: Query, { grams }: ReferenceTexts): [string, string] {
	return [String.fromCharCode(...codes.subarray(from, to)), grams.letters.slice(start, end)];
}

/** Whether one figure is another with a digit mistyped, or with two that changed places. */
function isSlip(written: string, original: string): boolean {
	if (written.length !== original.length) return false;
	const other = [...written].flatMap((one, at) => (one === original[at] ? [] : [at]));
	const [first = 0, second = 0] = other;
	if (other.length < 2) return true;
	return other.length === 2 && written[first] === original[second] && written[second] === original[first];
}

function differsInSubstance({ steps }: Differs | Spliced, query: Query, authority: ReferenceTexts): boolean {
	if (isOneStretch(steps, query, authority)) return false;
	const { figures, unlike, letters, ofWords, words } = differenceOf(steps, query, authority);
	const share = letters / query.codes.length;
	if (figures > 1 && unlike > 0 && figures * 2 > query.spans.length) return true;
	if (figures > 0 && steps.length > 1 && ofWords >= mostOfWords - 1 && share >= mostBesideFigure) return true;
	return ofWords >= mostOfWords && share >= (words > 1 ? mostOfSeveral : mostOfSentence);
}

/**
 * Whether all that differs is one stretch, which was put in and leaves the source's words as they are, or stands in
 * other words of the sources and was taken from there.
 */
function isOneStretch([first, ...more]: readonly Step[], { codes }: Query, { grams }: ReferenceTexts): boolean {
	if (!first || more.length > 0) return false;
	return first.start === first.end || grams.exact(codes, first.from, first.to, 1).length > 0;
}

/** Whether pieces are set phrases that came together by themselves: short, far from each other, joined at no mark. */
function isPatchwork(match: Spliced, query: Query, authority: ReferenceTexts): boolean {
	const isAtMark = (letter: number) =>
		[...query.joints, ...query.breaks].some(joint => Math.abs(joint - letter) <= besideMark);
	if (!isOfSetPhrases(match, authority)) return false;
	return match.pieces.some((piece, at) => {
		const before = match.pieces[at - 1];
		return before !== undefined && !isAtMark(piece.from) && !isOneSentence(before, piece, authority);
	});
}

/** Whether a piece goes on with the sentence of the one before it, of which some words were left out. */
function isOneSentence(before: Piece, { start }: Piece, authority: ReferenceTexts): boolean {
	const end = before.end ?? before.start + before.to - before.from;
	const isOfPassage = authority.passageAt(before.start) === authority.passageAt(start);
	return isOfPassage && end <= start && !authority.crossesSentence(end, start);
}

/** Whether some of the pieces are so short, and so far from the others, that they may be phrases in use everywhere. */
export function isOfSetPhrases({ how, pieces }: Spliced, authority: ReferenceTexts): boolean {
	if (pieces.every(piece => piece.to - piece.from >= shortestPiece)) return false;
	return how === 'spliced' || isScattered(pieces, authority);
}

/** Whether pieces of one text stand in paragraphs, or in sentences, that are far from each other. */
function isScattered(pieces: readonly Piece[], authority: ReferenceTexts): boolean {
	const sorted = [...pieces].sort((a, b) => a.start - b.start);
	return sorted.some(({ start }, at) => {
		const before = sorted[at - 1];
		if (!before) return false;
		const end = before.end ?? before.start + before.to - before.from;
		const isOfParagraph = authority.passageAt(before.start) === authority.passageAt(start);
		return authority.crossesSentence(end, start) && (!isOfParagraph || start - end > farthest);
	});
}
