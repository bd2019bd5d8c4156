// What a draft's quotations are held against: recorded quotations and the full texts of documents, as one run of
// letters. Sources whose copy is damaged are no authority.

import type { Corpus } from '../../corpus/corpus';
import type { Citation } from '../../corpus/records';
import { compact } from '../../text/compact';
import { fold } from '../../text/fold';
import { Grams } from './trigrams';
import { Letters, lettersOf } from './comparedText';
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

export class Authority {
	private constructor(
		readonly passages: readonly Passage[],
		readonly grams: Grams,
	) {}

	/** Builds it a step at a time. `own`: ids of sources whose text the draft is: left out, but for what others say in them. */
	static *steps(corpus: Corpus, own: ReadonlySet<string> = new Set(), known = new Letters()): Steps<Authority> {
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
				lettersOf(citation.text),
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
		return new Authority(passages, yield* Grams.steps(joined));
	}

	/** Of single paragraphs; those that follow each other in one source may be quoted across. */
	static *of(paragraphs: readonly Paragraph[]): Steps<Authority> {
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
			const letters = lettersOf(text);
			if (letters === '') continue;
			passages.push({ source, paragraph, text, start: joined.length, end: joined.length + letters.length, group });
			joined += letters;
			yield;
		}
		return new Authority(passages, yield* Grams.steps(joined));
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

	/** The words as their source has them, from the first to the last of some letters; paragraphs joined without a line end. */
	wording(start: number, end: number): string {
		let text = '';
		for (let at = this.indexAt(start); at < this.passages.length && this.passages[at]!.start < end; at++) {
			const passage = this.passages[at]!;
			const { offsets } = compact(fold(passage.text));
			const from = Math.max(0, start - passage.start);
			const to = Math.min(passage.end, end) - passage.start;
			const begin = start <= passage.start && at > 0 && text !== '' ? 0 : offsets[from]!;
			text += passage.text.slice(begin, end > passage.end ? passage.text.length : offsets[to - 1]! + 1);
		}
		return text;
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
