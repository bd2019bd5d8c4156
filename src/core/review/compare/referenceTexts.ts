// What a draft's quotations are held against: recorded quotations and the full texts of documents, as one run of
// letters. Sources whose copy is damaged are no authority.

import type { Corpus } from '../../corpus/corpus';
import type { Citation } from '../../corpus/records';
import { compact } from '../../text/compact';
import { fold } from '../../text/fold';
import { Grams } from './trigrams';
import { NormalizedTexts, normalizedText } from './comparedText';
import { numeralsIn, sameNumbers } from './numerals';
import type { Steps } from '../steps';

/** A paragraph of a document, or a recorded quotation. */
export interface Passage {
	readonly source: string;
	readonly paragraph?: number;
	readonly citation?: Citation;
	readonly text: string;
	/** Where its letters begin in the letters of all. */
	readonly start: number;
	readonly end: number;
	/** Passages of one document share a group and follow each other; a recorded quotation is a group of its own. */
	readonly group: number;
}

/** A paragraph of a source, by its number from 1. */
export interface Paragraph {
	readonly source: string;
	readonly paragraph: number;
	readonly text: string;
}

/** A paragraph that stands so often is a set piece: more of it is not kept. */
const mostAlike = 8;
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
		const passages: Passage[] = [];
		const parts: string[] = [];
		const alike = new Map<string, number>();
		let size = 0;
		let group = 0;
		const add = (passage: Omit<Passage, 'start' | 'end' | 'group'>, letters: string) => {
			const seen = alike.get(letters) ?? 0;
			if (letters === '' || seen >= mostAlike) return;
			alike.set(letters, seen + 1);
			passages.push({ ...passage, start: size, end: size + letters.length, group });
			parts.push(letters);
			size += letters.length;
		};
		const close = () => {
			parts.push('\0');
			size++;
			group++;
		};
		const damaged = (id: string) => corpus.source(id)?.fidelity === 'damaged';
		const isOwn = (id: string) => own.has(corpus.source(id)?.id ?? id);
		const byAuthor = ({ source, speaker }: Citation) =>
			speaker === undefined ||
			(corpus.source(source)?.author ?? []).some(
				one => (one.literal ?? `${one.family ?? ''}${one.given ?? ''}`) === speaker,
			);
		for (const [at, citation] of corpus.citations.entries()) {
			if (at % citationsAtOnce === citationsAtOnce - 1) yield;
			if (citation.kind !== 'quotation' || damaged(citation.source) || (isOwn(citation.source) && byAuthor(citation)))
				continue;
			const source = corpus.source(citation.source)?.id ?? citation.source;
			add(
				{
					source,
					text: citation.text,
					citation,
					...(citation.paragraph === undefined ? {} : { paragraph: citation.paragraph }),
				},
				normalizedText(citation.text),
			);
			close();
		}
		for (const { source, paragraphs } of corpus.documents) {
			if (damaged(source) || isOwn(source)) continue;
			const letters = yield* known.of(paragraphs);
			for (const [at, text] of paragraphs.entries()) {
				add({ source, paragraph: at + 1, text }, letters[at]!);
				if (at % paragraphsAtOnce === paragraphsAtOnce - 1) yield;
			}
			close();
			yield;
		}
		// First some together, then all: few long pieces are copied fast.
		const pieces: string[] = [];
		for (let at = 0; at < parts.length; at += paragraphsAtOnce) {
			pieces.push(parts.slice(at, at + paragraphsAtOnce).join(''));
			yield;
		}
		const joined = pieces.join('');
		yield;
		return new ReferenceTexts(passages, yield* Grams.steps(joined));
	}

	/** Of single paragraphs; those that follow each other in one source may be quoted across. */
	static *of(paragraphs: readonly Paragraph[]): Steps<ReferenceTexts> {
		const sorted = [...paragraphs].sort((a, b) =>
			a.source < b.source ? -1 : a.source > b.source ? 1 : a.paragraph - b.paragraph,
		);
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

	private indexAt(position: number): number {
		let low = 0;
		let high = this.passages.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >>> 1;
			if (this.passages[middle]!.start <= position) low = middle;
			else high = middle - 1;
		}
		return low;
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
		return own === 0
			? `\n${passage.text.slice(0, offsets[0])}`
			: passage.text.slice(offsets[own - 1]! + 1, offsets[own]);
	}

	/**
	 * The words as their source has them, from the first to the last of some letters; paragraphs joined without a line
	 * end.
	 */
	wording(start: number, end: number): string {
		let text = '';
		for (let at = this.indexAt(start); at < this.passages.length && this.passages[at]!.start < end; at++) {
			const passage = this.passages[at]!;
			const offsets = this.offsetsOf(passage);
			const from = Math.max(0, start - passage.start);
			const to = Math.min(passage.end, end) - passage.start;
			const begin = start <= passage.start && at > 0 && text !== '' ? 0 : offsets[from]!;
			text += passage.text.slice(begin, end > passage.end ? passage.text.length : offsets[to - 1]! + 1);
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
		for (let at = this.indexAt(low); at < this.passages.length && this.passages[at]!.start < high; at++) {
			const passage = this.passages[at]!;
			const own = this.offsetsOf(passage);
			const from = Math.max(0, low - passage.start);
			const to = Math.min(passage.end, high) - passage.start;
			const begin = from === 0 ? 0 : own[from - 1]! + 1;
			const before = text === '' && from > 0 ? '' : '\n';
			for (let one = from; one < to; one++)
				offsets[passage.start + one - low] = text.length + before.length + own[one]! - begin;
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
		const from = offsets[start - low]!;
		const to = offsets[end - 1 - low]! + 1;
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
