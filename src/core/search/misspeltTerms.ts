// Which terms are meant by what is nearly one of their forms.

import { rankFuzzy } from './fuzzyRank';
import { isMisspelt } from './misspelt';
import { overlaps, Scratch, segmentsOf, type Segment } from './sharedPairs';
import { finish } from './steps';
import type { Completion, TermForms, TermHit } from './termHits';

/** How many candidates Fuse ranks. */
const mostCandidates = 200;
/** Fewest characters of which one may be wrong. */
const leastFuzzy = 4;
/** How far before the cursor a misspelt start is looked for. */
const longestFuzzy = 12;

const mark = /[^\p{L}\p{N}]/u;

/** Pairs of characters over all forms, made when something misspelt is first looked for. */
export class MisspeltTerms {
	private segments: readonly Segment[] | undefined;
	private scratch: Scratch | undefined;

	/** `isForm`: whether a form is just this. */
	constructor(
		private readonly forms: TermForms,
		private readonly isForm: (text: string) => boolean,
	) {}

	/** Forms that a query as a whole is nearly, best first. */
	lookup(key: string, limit: number): TermHit[] {
		return this.ranked(key, this.similar(key), limit);
	}

	/**
	 * Terms whose start the end of the text is, but for one wrong character; they have to take up more than what fits
	 * exactly.
	 */
	atEnd(text: string, limit: number, exact: number): Completion[] {
		const tail = lettersAtEnd(text);
		const least = Math.max(leastFuzzy, exact + 1);
		if (tail.length < least) return [];
		const wholes = this.wholeForms(tail, least);
		const byLength = new Map<number, number[]>();
		for (const number of this.similar(tail)) {
			const form = this.forms.form(number)?.text ?? '';
			for (let length = Math.min(tail.length, form.length + 1); length >= least; length--) {
				if (wholes.has(length) || !isMisspelt(tail.slice(-length), form)) continue;
				byLength.set(length, [...(byLength.get(length) ?? []), number]);
				break;
			}
		}
		return [...byLength].flatMap(([length, numbers]) =>
			this.ranked(tail.slice(-length), numbers, limit).map(hit => ({ hit, matched: length })),
		);
	}

	/** Lengths at which a term ends in full and one character follows: that is what people write, not a misspelling. */
	private wholeForms(tail: string, least: number): ReadonlySet<number> {
		const wholes = new Set<number>();
		for (let length = tail.length; length >= least; length--)
			if (this.isForm(tail.slice(-length, -1))) wholes.add(length);
		return wholes;
	}

	/** Forms that share most with a text, by number, best first. */
	private similar(text: string): number[] {
		this.segments ??= segmentsOf(this.forms.texts);
		this.scratch ??= new Scratch();
		return finish(overlaps(this.segments, [text], mostCandidates, true, this.scratch)).map(overlap => overlap.text);
	}

	private ranked(typed: string, numbers: readonly number[], limit: number): TermHit[] {
		const candidates = numbers.map(item => ({ item, text: this.forms.form(item)?.text ?? '' }));
		return rankFuzzy(typed, candidates, { anywhere: false, limit }).flatMap(({ item, score: closeness }) => {
			const found = this.forms.form(item);
			if (!found) return [];
			const { term, form } = found;
			return [{ term, form, how: 'fuzzy', start: 0, score: this.forms.scoreOfSlip(term, closeness) } as const];
		});
	}
}

/** The letters at the end of a text, up to the first mark before them, as far as a misspelt start may reach. */
function lettersAtEnd(text: string): string {
	let from = text.length;
	while (from > 0 && text.length - from < longestFuzzy && !mark.test(text.charAt(from - 1))) from--;
	return text.slice(from);
}
