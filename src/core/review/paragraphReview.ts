// One paragraph of a draft → findings: its quotations, wordings, figures and marks, a few findings at a time.

import type { Corpus } from '../corpus/corpus';
import type { Block } from '../draft/blocks';
import type { Finding, FindingOf } from '../draft/finding';
import type { ReviewFamily } from '../rules/table';
import { fold } from '../text/fold';
import { soleOffices } from '../text/officialNames';
import { normalizedText } from './compare/comparedText';
import { isOpen, type Open } from './compare/indexed';
import type { BlockWords } from './figures/citedWords';
import { Figures } from './figures/figures';
import { punctuationIn } from './marks/punctuation';
import type { Attributions } from './attribution/attributions';
import { citedAt, findingsOf, isCited, judgeAll, markedIn } from './quotations';
import type { Judged, Unjudged } from './judged';
import type { ReferenceSet } from './references';
import { judgeReported } from './reported';
import { isIntroduced, speechIn, type Speech } from './speech';
import type { Candidate } from './verdict';
import { isNameOrSlogan, outermost, weighed } from './weight';

/** What a paragraph is looked at for, and what it is held against. */
export interface ReviewScope {
	readonly families: readonly ReviewFamily[];
	/** Whether quotations that are as their source has them are reported too. */
	readonly all: boolean;
	/** What stands in the draft for straight marks of quotation; nothing where they stay. */
	readonly quotes: string | undefined;
	readonly references: ReferenceSet;
	/** What the marks of the paragraph stand for. */
	readonly words: BlockWords;
}

/** Reviews paragraphs against a corpus. */
export class ParagraphReview {
	private figures: Figures | undefined;

	constructor(
		private readonly corpus: Corpus,
		private readonly attributions: Attributions,
	) {}

	/** What is found in a paragraph; quotations of which an index may know more are added to `open`. */
	*findings(block: Block, scope: ReviewScope, open: Omit<Open, 'block'>[]): Generator<readonly Finding[]> {
		const { families, references, words } = scope;
		if (families.includes('quotation')) yield* this.quotations(block, scope, open);
		if (families.includes('wording')) yield wordingIn(block.text, references);
		if (families.includes('figure')) yield (this.figures ??= new Figures(this.corpus)).in(block, words);
		if (families.includes('punctuation')) yield punctuationIn(block.text, { ...block, quotes: scope.quotes });
	}

	private *quotations(
		block: Block,
		{ all, references }: ReviewScope,
		open: Omit<Open, 'block'>[],
	): Generator<readonly Finding[]> {
		const { names, phrases } = references;
		const marked = markedIn(block, this.corpus).map(one => this.attributions.withNamed(block, one));
		const speeches = block.kind === 'note' ? [] : speechIn(block.text, names);
		const reported: { readonly start: number; readonly end: number }[] = [];
		for (const judged of this.judged(block, marked, speeches, references)) {
			const { candidate, verdict } = judged;
			if (verdict && isSetPhrase(block.text, verdict, phrases)) continue;
			if (isOpen(block.text, candidate, verdict)) open.push(judged);
			if (!verdict || isNameOrSlogan(judged, block, names)) {
				yield [];
				continue;
			}
			// What is recognised as quoted, though nothing closes it, is not repeated without marks.
			if (candidate.manner === 'speech' || candidate.open) reported.push(verdict);
			yield [
				...findingsOf(weighed(judged, block, names, this.corpus), block, this.corpus, all),
				// A term is said on many occasions; that it was said on one is no matter of another. Who asks for all is told.
				...(!all && isShortPhrase(block.text, verdict, phrases) && !isStatement(verdict)
					? []
					: this.attributions.findings(judged, block, speeches, { names, all })),
			];
		}
		if (block.kind !== 'paragraph' || isTitle(block.text)) return;
		// What stands behind an attribution in the same paragraph goes on with it, as reports do.
		const taken = [...marked.filter(one => !one.open), ...speeches, ...reported, ...titlesIn(block.text)];
		yield this.repeated(block, taken, speeches, references);
	}

	private *judged(
		block: Block,
		marked: readonly Candidate[],
		speeches: readonly Speech[],
		references: ReferenceSet,
	): Generator<Judged | Unjudged> {
		yield* outermost(this.judgedApart(block, marked, speeches, references));
	}

	/** Verdicts on what is reported, then on what stands in marks, also within that. */
	private *judgedApart(
		block: Block,
		marked: readonly Candidate[],
		speeches: readonly Speech[],
		references: ReferenceSet,
	): Generator<Judged | Unjudged> {
		const reportedAt = (start: number, end: number) =>
			this.attributions.withNamed(block, {
				start,
				end,
				manner: 'speech',
				cited: citedAt(block, start, end, this.corpus),
			});
		yield* judgeReported(block, speeches, marked, reportedAt, references.authority);
		yield* judgeAll(block, marked, references);
	}

	/** Recorded words that are repeated outside of the stretches that are `taken`. */
	private repeated(
		block: Block,
		taken: readonly { readonly start: number; readonly end: number }[],
		speeches: readonly Speech[],
		{ repeated, names }: ReferenceSet,
	): readonly Finding[] {
		return repeated.in(block.text, taken).flatMap((one): readonly Finding[] => {
			if (isCited(block, one.start, one.end) || isIntroduced(block.text, one.start, names)) return [];
			if (!this.continues(one, speeches)) return [one];
			// What goes on with somebody's speech is his; only the writer's own words may be like another's.
			const { changes } = one.data;
			return changes ? [{ ...one, code: 'quotation.differs', data: { ...one.data, changes, marked: false } }] : [];
		});
	}

	/** Whether repeated words go on with a speech reported before them in the paragraph, by the same speaker. */
	private continues(finding: FindingOf<'quotation.unattributed'>, speeches: readonly Speech[]): boolean {
		const speaker = this.corpus.citation(finding.data.citation)?.speaker;
		return (
			speaker !== undefined &&
			speeches.some(
				one =>
					one.end <= finding.start &&
					(fold(one.clause).includes(fold(speaker)) ||
						soleOffices.some(({ office }) => fold(one.clause).includes(office))),
			)
		);
	}
}

/** Wrong and older forms, and slips outside of them. */
function wordingIn(text: string, references: ReferenceSet): readonly Finding[] {
	const { forms, near } = references.wording();
	const recorded = forms.in(text);
	const isFree = (slip: Finding) => !recorded.some(other => other.start < slip.end && slip.start < other.end);
	return [...recorded, ...near.in(text).filter(isFree)];
}

/** A set phrase in marks is that phrase, whatever else it is like. */
function isSetPhrase(text: string, verdict: Judged['verdict'], phrases: ReadonlySet<string>): boolean {
	if (verdict.code === 'quotation.verbatim' || verdict.code === 'quotation.form') return false;
	return isPhrase(text, verdict, phrases);
}

function isPhrase(text: string, { start, end }: Judged['verdict'], phrases: ReadonlySet<string>): boolean {
	return phrases.has(normalizedText(text.slice(start, end)));
}

/** So many letters are a sentence, which somebody said first, whoever repeats it. */
const shortestSaid = 16;

function isShortPhrase(text: string, verdict: Judged['verdict'], phrases: ReadonlySet<string>): boolean {
	return verdict.size < shortestSaid && isPhrase(text, verdict, phrases);
}

/** Whether words are all of what somebody is recorded to have said. */
function isStatement({ passages, size }: Judged['verdict']): boolean {
	return passages.some(one => one.citation?.speaker !== undefined && one.end - one.start === size);
}

/** Titles are named, not repeated. */
function titlesIn(text: string): { start: number; end: number }[] {
	return [...text.matchAll(/《[^《》]{1,200}》/g)].map(one => ({ start: one.index, end: one.index + one[0].length }));
}

/** A short line that ends no sentence. */
function isTitle(text: string): boolean {
	return text.length <= 50 && !/[。！？；：，]\s*\0*$/.test(text.trimEnd()) && !text.trim().includes('\n');
}
