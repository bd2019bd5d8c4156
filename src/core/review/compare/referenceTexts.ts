// What a draft's quotations are held against: recorded quotations and the full texts of documents, as one run of
// letters. Sources whose copy is damaged are no authority.

import type { Corpus } from '../../corpus/corpus';
import type { Citation } from '../../corpus/records';
import { compact } from '../../text/compact';
import { fold } from '../../text/fold';
import { lowerBound } from '../../text/lowerBound';
import { compareCodeUnits } from '../../text/order';
import { letterStart, lettersEnd } from './letterOffsets';
import { PassageRun, type Passage } from './passageRun';
import { Grams } from './trigrams';
import { NormalizedTexts, normalizedText } from './comparedText';
import { numeralsIn, sameNumbers } from './numerals';
import type { Steps } from '../steps';

/** A paragraph of a source, by its number from 1. */
export interface Paragraph {
	readonly source: string;
	readonly paragraph: number;
	readonly text: string;
}

/** So many are looked at in a step. */
const citationsAtOnce = 100;
const paragraphsAtOnce = 2000;
/** Numbers are read with what stands so near. */
const besideNumbers = 12;

/**
 * A stretch of letters of the authorities, half-open, and its text: `offsets` says where in that each letter stands.
 */
export interface Stretch {
	readonly low: number;
	readonly high: number;
	readonly text: string;
	readonly offsets: Uint32Array;
}

export class ReferenceTexts {
	/** Where the letters of a passage stand in it, of those that were asked for. */
	private readonly offsets = new WeakMap<Passage, Uint32Array>();
	private ranges: Map<string, { start: number; end: number }[]> | undefined;

	private constructor(
		readonly passages: readonly Passage[],
		readonly grams: Grams,
	) {}

	/**
	 * Builds it a step at a time. `own`: ids of sources whose text the draft is: left out, but for what others say in
	 * them.
	 */
	static *steps(
		corpus: Corpus,
		own: ReadonlySet<string> = new Set(),
		known = new NormalizedTexts(),
	): Steps<ReferenceTexts> {
		const run = new PassageRun();
		yield* addCitations(run, corpus, own);
		yield* addDocuments(run, corpus, own, known);
		return new ReferenceTexts(run.passages, yield* Grams.steps(yield* run.letters()));
	}

	/** Of single paragraphs; those that follow each other in one source may be quoted across. */
	static *of(paragraphs: readonly Paragraph[]): Steps<ReferenceTexts> {
		const sorted = [...paragraphs].sort((a, b) => compareCodeUnits(a.source, b.source) || a.paragraph - b.paragraph);
		const passages: Passage[] = [];
		let joined = '';
		let group = 0;
		for (const { source, paragraph, text } of sorted) {
			const before = passages.at(-1);
			if (before?.source === source && before.paragraph === paragraph) continue;
			if (before && (before.source !== source || before.paragraph !== paragraph - 1)) {
				joined += '\0';
				group++;
			}
			const letters = normalizedText(text);
			if (letters === '') continue;
			passages.push({ source, paragraph, text, start: joined.length, end: joined.length + letters.length, group });
			joined += letters;
			yield;
		}
		return new ReferenceTexts(passages, yield* Grams.steps(joined));
	}

	/** The passage a letter belongs to; nothing between groups. */
	passageAt(position: number): Passage | undefined {
		const found = this.passages[this.indexAt(position)];
		return found && position >= found.start && position < found.end ? found : undefined;
	}

	/** The number of the passage a letter belongs to, or of the one before it. */
	private indexAt(position: number): number {
		return Math.max(0, this.firstFrom(position + 1) - 1);
	}

	/** The number of the first passage that begins at a letter or behind it. */
	private firstFrom(position: number): number {
		return lowerBound(0, this.passages.length, at => (this.passages[at]?.start ?? Infinity) < position);
	}

	/** The passages that have some of the letters from `start` to `end`. */
	private over(start: number, end: number): readonly Passage[] {
		return this.passages.slice(this.indexAt(start), this.firstFrom(end));
	}

	private offsetsOf(passage: Passage): Uint32Array {
		let known = this.offsets.get(passage);
		if (!known) this.offsets.set(passage, (known = compact(fold(passage.text)).offsets));
		return known;
	}

	/** What stands before a letter, behind the one before it; with a new line where a paragraph begins. */
	gap(at: number): string {
		const passage = this.passageAt(at);
		if (!passage) return '\n';
		const offsets = this.offsetsOf(passage);
		const own = at - passage.start;
		const gap = passage.text.slice(lettersEnd(offsets, own), offsets[own]);
		return own === 0 ? `\n${gap}` : gap;
	}

	/**
	 * The words as their source has them, from the first to the last of some letters; paragraphs joined without a line
	 * end.
	 */
	wording(start: number, end: number): string {
		let text = '';
		for (const passage of this.over(start, end)) {
			const offsets = this.offsetsOf(passage);
			const from = Math.max(0, start - passage.start);
			const to = Math.min(passage.end, end) - passage.start;
			const begin = start <= passage.start && text !== '' ? 0 : offsets[from];
			text += passage.text.slice(begin, end > passage.end ? undefined : lettersEnd(offsets, to));
		}
		return text;
	}

	/**
	 * A stretch of letters with what stands between them, up to the letters beside it; a new line where a paragraph
	 * ends.
	 */
	stretch(low: number, high: number): Stretch {
		let text = '';
		const offsets = new Uint32Array(high - low);
		for (const passage of this.over(low, high)) {
			const own = this.offsetsOf(passage);
			const from = Math.max(0, low - passage.start);
			const to = Math.min(passage.end, high) - passage.start;
			const begin = lettersEnd(own, from);
			const before = text === '' && from > 0 ? '' : '\n';
			for (let one = from; one < to; one++)
				offsets[passage.start + one - low] = text.length + before.length + letterStart(own, one) - begin;
			text += before + passage.text.slice(begin, own[to]) + (high < passage.end ? '' : '\n');
		}
		return { low, high, text, offsets };
	}

	/** Some letters and at most so many on each side of them in the same text. */
	around(start: number, end: number, by: number): [number, number] {
		const { codes } = this.grams;
		let low = start;
		while (low > 0 && start - low < by && codes[low - 1] !== 0) low--;
		let high = end;
		while (high < codes.length && high - end < by && codes[high] !== 0) high++;
		return [low, high];
	}

	/**
	 * The words from the first to the last of some letters with a sign of percentage behind them, and whether a number
	 * goes on beyond either.
	 */
	whole(start: number, end: number): { readonly text: string; readonly cut: boolean } {
		const { text, offsets, low } = this.stretch(...this.around(start, end, besideNumbers));
		const numerals = numeralsIn(text);
		const from = letterStart(offsets, start - low);
		const to = lettersEnd(offsets, end - low);
		const cut = numerals.some(one => (one.start < from && from < one.end) || (one.start < to && to < one.end));
		const last = numerals.find(one => one.end === to);
		return { text: text.slice(from, last?.tail ?? to), cut };
	}

	/** Whether some letters, which a text has too, are the same numbers in both. */
	hasSameNumbers(text: string, start: number, end: number): boolean {
		const { text: source, cut } = this.whole(start, end);
		return !cut && sameNumbers(text, source);
	}

	/** Where the letters of a source stand: stretches of them, half-open, in order. */
	rangesOf(source: string): readonly { readonly start: number; readonly end: number }[] {
		if (!this.ranges) {
			this.ranges = new Map();
			for (const { source: id, start, end } of this.passages) {
				const own = this.ranges.get(id) ?? [];
				const last = own.at(-1);
				if (last?.end === start) last.end = end;
				else own.push({ start, end });
				this.ranges.set(id, own);
			}
		}
		return this.ranges.get(source) ?? [];
	}

	/** Whether a stretch of letters crosses the end of a sentence, or of a paragraph. */
	crossesSentence(start: number, end: number): boolean {
		if (end <= start) return false;
		return (
			this.passageAt(start) !== this.passageAt(end - 1) ||
			/[。！？；]|\.(?!\d)/.test(this.wording(Math.max(0, start - 1), Math.min(end + 1, this.grams.codes.length)))
		);
	}
}

/** Adds the recorded quotations, then the source's words of recorded figures. */
function* addCitations(run: PassageRun, corpus: Corpus, own: ReadonlySet<string>): Steps<void> {
	const quotations = corpus.citations.filter(one => one.kind === 'quotation');
	const figures = corpus.citations.filter(one => one.kind === 'figure');
	for (const [at, citation] of [...quotations, ...figures].entries()) {
		if (at % citationsAtOnce === citationsAtOnce - 1) yield;
		const { kind, paragraph } = citation;
		// What a figure is of is told in our words.
		const text = kind === 'quotation' ? citation.text : (citation.wording ?? '');
		const source = corpus.source(citation.source);
		const id = source?.id ?? citation.source;
		if (text === '' || source?.fidelity === 'damaged') continue;
		if (own.has(id) && isByAuthor(citation, corpus)) continue;
		run.add({ source: id, text, citation, ...(paragraph === undefined ? {} : { paragraph }) }, normalizedText(text));
		run.endGroup();
	}
}

/** Adds the full texts, paragraph by paragraph. */
function* addDocuments(run: PassageRun, corpus: Corpus, own: ReadonlySet<string>, known: NormalizedTexts): Steps<void> {
	for (const { source, paragraphs } of corpus.documents) {
		const record = corpus.source(source);
		if (record?.fidelity === 'damaged' || own.has(record?.id ?? source)) continue;
		const letters = yield* known.of(paragraphs);
		for (const [at, text] of paragraphs.entries()) {
			run.add({ source, paragraph: at + 1, text }, letters[at] ?? '');
			if (at % paragraphsAtOnce === paragraphsAtOnce - 1) yield;
		}
		run.endGroup();
		yield;
	}
}

/** Whether a quotation is what the author of its source says, not somebody who is quoted there. */
function isByAuthor({ source, speaker }: Citation, corpus: Corpus): boolean {
	if (speaker === undefined) return true;
	const authors = corpus.source(source)?.author ?? [];
	return authors.some(one => (one.literal ?? `${one.family ?? ''}${one.given ?? ''}`) === speaker);
}
