// How texts go on, as a whole: which of them are held in memory, what follows what is written, and where it stands.

import { compareCodeUnits } from '../../text/order';
import { contextTable } from './contexts';
import { continuationOf, prices, type Confidence, type Continuation } from './continuation';
import { Predictor, WrittenText } from './predict';
import { sortedDepth } from './sortedSuffixes';
import { TextBlock, type PhraseText } from './textBlock';

/** A text that is not read before it is wanted. */
export interface OfferedText extends Omit<PhraseText, 'paragraphs'> {
	/** Code units, roughly. */
	readonly length: number;
	/** It is held whatever its date, and apart from documents, so that nothing is left of it when it goes. */
	readonly isDraft?: boolean;
	read(): readonly string[];
}

/** Where a continuation stands. */
export interface PhrasePlace {
	readonly key: string;
	readonly paragraph: number;
}

/** With how often it stands after the same words, as many of them as anywhere, and where: the latest texts first. */
export interface PlacedContinuation extends Continuation {
	readonly count: number;
	readonly places: readonly PhrasePlace[];
}

/** Characters that are held: six bytes each. The latest texts come first. */
const mostCharacters = 4_000_000;
/** More blocks than that are made one, but for the largest. */
const mostBlocks = 6;
/** Places that are told, and places that are looked at for them. */
const mostPlaces = 20;
const lookedAt = 2000;
/** Characters before the cursor by which places are sought first. */
const contextOfPlaces = 8;

export class Phrases {
	private blocks: readonly TextBlock[] = [];
	private predictor = new Predictor([]);
	private wanted: ReadonlySet<string> = new Set();
	/** The predictor without one of the texts, as it was asked for last. */
	private lessOne: { readonly key: string; readonly predictor: Predictor } | undefined;

	/** Brings what is held in line with the texts there are, in steps; what has not changed stays as it is. */
	*take(texts: readonly OfferedText[]): Generator<void, void> {
		const latest = latestOf(texts);
		const wanted = new Set(latest.map(({ key }) => key));
		const isWanted = (block: TextBlock) => block.texts.some(({ key }) => wanted.has(key));
		let kept = this.blocks.filter(isWanted);
		const keysKept = () => new Set(kept.flatMap(block => block.texts.map(({ key }) => key)));
		if (kept.length >= mostBlocks) kept = kept.sort((a, b) => b.units.length - a.units.length).slice(0, 1);
		const known = keysKept();
		const fresh = latest.filter(({ key }) => !known.has(key));
		for (const isDraft of [false, true]) {
			const some = fresh.filter(text => (text.isDraft ?? false) === isDraft);
			if (some.length > 0)
				kept = [...kept, yield* TextBlock.of(some.map(text => ({ ...text, paragraphs: text.read() })))];
		}
		this.blocks = kept;
		this.wanted = wanted;
		this.predictor = new Predictor(kept, key => wanted.has(key));
		this.lessOne = undefined;
	}

	/**
	 * How what is written up to the cursor goes on; nothing where nothing is likely enough. `caution`: how many times
	 * dearer a wrong one is than usual; `without`: the key of a text that does not count.
	 */
	after(before: string, confidence: Confidence, caution = 1, without?: string): PlacedContinuation | undefined {
		const written = new WrittenText(before);
		const found = continuationOf(this.predictorWithout(without), written, prices[confidence] * caution);
		return found && { ...found, ...this.placesOf(written.values, found.text, without) };
	}

	private predictorWithout(key: string | undefined): Predictor {
		if (key === undefined || !this.wanted.has(key)) return this.predictor;
		if (this.lessOne?.key !== key) {
			const predictor = new Predictor(this.blocks, one => one !== key && this.wanted.has(one));
			this.lessOne = { key, predictor };
		}
		return this.lessOne.predictor;
	}

	private placesOf(
		written: string,
		text: string,
		without: string | undefined,
	): { readonly count: number; readonly places: readonly PhrasePlace[] } {
		const table = contextTable();
		const values = Array.from(text, one => table[one.charCodeAt(0)] ?? 0);
		const room = Math.max(2, Math.min(contextOfPlaces, sortedDepth - values.length));
		for (let length = Math.min(room, written.length); length >= 2; length--) {
			const context = Array.from(written.slice(-length), one => one.charCodeAt(0));
			const sought = [...context, ...values].slice(0, sortedDepth);
			const found = this.placesIn(sought).filter(({ key }) => key !== without);
			if (found.length > 0) return { count: found.length, places: found.slice(0, mostPlaces) };
		}
		return { count: 0, places: [] };
	}

	private placesIn(sought: readonly number[]): PhrasePlace[] {
		const found: (PhrasePlace & { readonly date: string })[] = [];
		for (const block of this.blocks) {
			const { from, to } = block.find(sought, sought.length);
			for (let number = from; number < Math.min(to, from + lookedAt); number++) {
				const offset = block.place(number);
				const text = block.texts[block.textAt(offset)];
				if (text && this.wanted.has(text.key))
					found.push({ key: text.key, date: text.date, paragraph: block.paragraphAt(offset) });
			}
		}
		found.sort((a, b) => compareCodeUnits(b.date, a.date) || a.paragraph - b.paragraph);
		return found.map(({ key, paragraph }) => ({ key, paragraph }));
	}
}

/** Drafts, and the latest of the other texts, as many as are held. */
function latestOf(texts: readonly OfferedText[]): readonly OfferedText[] {
	let left = mostCharacters;
	const rank = ({ isDraft = false }: OfferedText) => Number(!isDraft);
	return [...texts]
		.sort((a, b) => rank(a) - rank(b) || compareCodeUnits(b.date, a.date))
		.filter(({ length }) => (left -= length) >= 0);
}
