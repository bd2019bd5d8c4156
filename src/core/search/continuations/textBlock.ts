// Texts that were taken in together, and where in them a string stands.

import { lowerBound } from '../../text/lowerBound';
import { contextTable, paragraphStart } from './contexts';
import { sortedSuffixes } from './sortedSuffixes';

const newParagraph = paragraphStart.charCodeAt(0);

/** A text whose wording continues drafts. */
export interface PhraseText {
	/** What tells it from every other. */
	readonly key: string;
	/** 2016, 2016-03, 2016-03-05; empty where it is not known. */
	readonly date: string;
	/** Of the first of its paragraphs, where it is part of a text; from 1. */
	readonly paragraph?: number;
	readonly paragraphs: readonly string[];
}

/** A text as it lies in a block. */
interface PlacedText {
	readonly key: string;
	readonly date: string;
	/** Number of its first paragraph. */
	readonly paragraph: number;
	/** Where it begins in the block, in code units. */
	readonly start: number;
}

/** Places of a string in the order of the block: numbers `from`…`to` for `TextBlock.place`. */
export interface Places {
	readonly from: number;
	readonly to: number;
}

/** Some texts in flat memory, six bytes a character. */
export class TextBlock {
	private readonly values = contextTable();

	private constructor(
		readonly texts: readonly PlacedText[],
		readonly units: Uint16Array,
		private readonly sorted: Uint32Array,
	) {}

	/** Takes texts in, in steps. */
	static *of(texts: readonly PhraseText[]): Generator<void, TextBlock> {
		const length = texts.reduce((sum, text) => sum + lengthOf(text), 0);
		const units = new Uint16Array(length);
		const placed: PlacedText[] = [];
		let at = 0;
		for (const { key, date, paragraph = 1, paragraphs } of texts) {
			placed.push({ key, date, paragraph, start: at });
			for (const text of paragraphs) {
				units[at++] = newParagraph;
				for (let from = 0; from < text.length; from++) units[at++] = text.charCodeAt(from);
			}
			yield;
		}
		return new TextBlock(placed, units, yield* sortedSuffixes(units, contextTable()));
	}

	/** Where a context stands (values by `contextTable`, at most `sortedDepth` of them). */
	find(context: readonly number[], length: number): Places {
		const { sorted } = this;
		const from = lowerBound(0, sorted.length, at => this.compare(at, context, length) < 0);
		const to = lowerBound(from, sorted.length, at => this.compare(at, context, length) <= 0);
		return { from, to };
	}

	/** The offset of the place with a number. */
	place(number: number): number {
		return this.sorted[number] ?? 0;
	}

	/** Number of the text an offset is in. */
	textAt(offset: number): number {
		const { texts } = this;
		return lowerBound(0, texts.length, at => (texts[at]?.start ?? Infinity) <= offset) - 1;
	}

	/** The paragraph an offset is in, from 1. */
	paragraphAt(offset: number): number {
		const { start = 0, paragraph = 1 } = this.texts[this.textAt(offset)] ?? {};
		let before = -1;
		for (let at = start; at <= offset; at++) if (this.units[at] === newParagraph) before++;
		return paragraph + before;
	}

	/** Below 0: what stands at a place comes before the end of a context, 0: it is the context. */
	private compare(number: number, context: readonly number[], length: number): number {
		const place = this.place(number);
		for (let at = 0, from = context.length - length; at < length; at++) {
			const difference = (this.values[this.units[place + at] ?? 0] ?? 0) - (context[from + at] ?? 0);
			if (difference !== 0) return difference;
		}
		return 0;
	}
}

const lengthOf = ({ paragraphs }: PhraseText): number => paragraphs.reduce((sum, text) => sum + text.length + 1, 0);
