// How likely a text goes on in a certain way: an interpolated n-gram model over several collections of texts.

import { order, type NgramCounts } from '../../text/ngrams';

/** Texts whose continuations are counted. */
export interface Layer {
	readonly counts: NgramCounts;
	/** How many uses one of theirs counts for. */
	readonly weight: number;
	/** What stands in them less often than that is not among the counts. */
	readonly least: number;
}

/** Characters of the shortest context that tells what may follow. */
const shortestContext = 2;
/**
 * How many uses the likelihood by a shorter context, or by more general texts, is worth against what is counted
 * (Dirichlet smoothing).
 */
const trust = { shortest: 8, longer: 6 } as const;
/** How likely a known form is begun, and then gone on with, where nothing is counted. */
const prior = { first: 0.5, further: 0.9 } as const;
/** How likely a certain mark follows, or a stretch of marks, letters and digits: of its inside nothing is counted. */
const markFollows = 0.1;
/** Characters of a continuation that are looked at. */
const furthest = 8;

/** Answers from counts alone; the layers from the most general to the most particular, which corrects the others. */
export class ContinuationModel {
	constructor(private readonly layers: () => readonly Layer[]) {}

	/**
	 * How likely what is written (folded, up to the cursor) goes on with `rest` (folded; a frame up to its slot), between
	 * 0 and 1. Some tens of lookups, however much was counted.
	 */
	likelihood(before: string, rest: string): number {
		const layers = this.layers();
		let history = hanAtEnd(before);
		let likelihood = 1;
		let isInStretch = false;
		for (let at = 0; at < rest.length && at < furthest; at++) {
			const next = rest.charAt(at);
			const known = at === 0 ? prior.first : prior.further;
			if (next === '{') return at === 0 ? known : likelihood;
			const isMark = !isHan(next);
			if (!isMark) likelihood *= characterAfter(layers, history, next, known);
			else if (!isInStretch) likelihood *= markFollows;
			isInStretch = isMark;
			history = isMark ? '' : (history + next).slice(1 - order);
		}
		return likelihood;
	}

	/** How often a form stands around a part of it, of all the times that part stands somewhere; both are folded. */
	within(form: string, part: string): number {
		const at = form.indexOf(part);
		const from = Math.max(0, Math.min(at - 1, form.length - order));
		const around = form.slice(from, from + order);
		const piece = part.slice(0, order - (at - from));
		let share: number = prior.first;
		for (const { counts, weight } of this.layers()) {
			const seen = weight * counts.count(piece);
			if (seen > 0) share = smoothed(weight * counts.count(around), seen, share, trust.shortest);
		}
		return share;
	}
}

/** How likely a character follows, from the shortest context to the longest. */
function characterAfter(layers: readonly Layer[], history: string, next: string, known: number): number {
	let likelihood = known;
	for (let length = Math.min(shortestContext, history.length || order); length <= history.length; length++) {
		const context = history.slice(-length);
		for (const { counts, weight, least } of layers) {
			const seen = weight * counts.count(context);
			if (seen === 0) continue;
			// What is not counted stood there too seldom to be kept: as often as is likely, but no more than that.
			const both = weight * counts.count(context + next) || Math.min(likelihood * seen, weight * (least - 1));
			likelihood = smoothed(both, seen, likelihood, length === shortestContext ? trust.shortest : trust.longer);
		}
	}
	return likelihood;
}

function smoothed(both: number, seen: number, likelihood: number, strength: number): number {
	return (both + strength * likelihood) / (seen + strength);
}

/** The Han a text ends with, as far as they are a context. */
function hanAtEnd(text: string): string {
	return /[\u3400-\u9fff]*$/.exec(text.slice(1 - order))?.[0] ?? '';
}

function isHan(character: string): boolean {
	return character >= '\u3400' && character <= '\u9fff';
}
