// What of a term was met by a query, and what that is worth.

import { fold } from '../text/fold';
import type { PinyinKeys } from '../text/pinyin';

/**
 * How a term is written and typed. `forms`: the term, then its aliases. `weight` ≥ 0: how much it is used; only the
 * order counts.
 */
export interface TermEntry {
	readonly forms: readonly string[];
	readonly english?: string;
	readonly full: readonly string[];
	readonly initials: readonly string[];
	readonly weight: number;
	/** How each form is spelt, where that is known. */
	readonly spellings?: readonly (PinyinKeys | undefined)[];
}

/** What of a term was met: the start of a form, a part inside it, its initials, pinyin or English, nearly a form. */
export type MatchKind = 'prefix' | 'inner' | 'initials' | 'pinyin' | 'english' | 'fuzzy';

/**
 * A term that fits: the numbers of term and form, where in the form (or the English) the match starts; higher scores
 * fit better.
 */
export interface TermHit {
	readonly term: number;
	readonly form: number;
	readonly how: MatchKind;
	readonly start: number;
	readonly score: number;
}

/** A term that fits the end of a line, and how many code units before the cursor it takes up. */
export interface Completion {
	readonly hit: TermHit;
	readonly matched: number;
}

/**
 * What each kind of match is worth; within a kind, how much of the form is there and how much the term is used add less
 * than 1.
 */
const worth: Record<MatchKind, number> = { prefix: 5, inner: 4, english: 3.5, initials: 3, pinyin: 2, fuzzy: 1 };

/** A form by its number over all terms: whose it is, which of its forms, folded. */
export interface TermForm {
	readonly term: number;
	readonly form: number;
	readonly text: string;
}

/** Every form of every term by a number of its own, and how much the terms are used. */
export class TermForms {
	/** Folded. */
	readonly texts: readonly string[];
	private readonly forms: readonly TermForm[];
	/** Between 0 and 1. */
	private readonly usage: Float32Array;
	/** Length and term of each form again, where thousands of them are compared. */
	private readonly lengths: Uint32Array;
	private readonly owners: Uint32Array;

	constructor(entries: readonly TermEntry[]) {
		this.forms = entries.flatMap((entry, term) =>
			entry.forms.map((form, at) => ({ term, form: at, text: fold(form) })),
		);
		this.texts = this.forms.map(form => form.text);
		this.lengths = Uint32Array.from(this.forms, form => form.text.length);
		this.owners = Uint32Array.from(this.forms, form => form.term);
		const greatest = entries.reduce((most, entry) => Math.max(most, entry.weight), 0);
		this.usage = Float32Array.from(entries, entry =>
			greatest > 0 ? Math.log1p(Math.max(0, entry.weight)) / Math.log1p(greatest) : 0,
		);
	}

	/** A form by its number. */
	form(number: number): TermForm | undefined {
		return this.forms[number];
	}

	/** Code units of a form. */
	lengthOf(number: number): number {
		return this.lengths[number] ?? 0;
	}

	/** The term a form is of. */
	ownerOf(number: number): number {
		return this.owners[number] ?? 0;
	}

	/** What a match is worth; `share`: how much of the form, or of its spelling, is there. */
	score(how: MatchKind, term: number, share: number): number {
		return worth[how] + 0.5 * (this.usage[term] ?? 0) + 0.4 * Math.min(1, share);
	}

	/** What a form is worth that is nearly there; `closeness` between 0 and 1. */
	scoreOfSlip(term: number, closeness: number): number {
		return worth.fuzzy + 0.2 * (this.usage[term] ?? 0) + 0.7 * closeness;
	}
}

/** The best hit of each term, best first. */
export function distinct(hits: readonly TermHit[], limit: number): TermHit[] {
	const terms = new Set<number>();
	const kept: TermHit[] = [];
	for (const hit of [...hits].sort((a, b) => b.score - a.score)) {
		if (terms.has(hit.term)) continue;
		terms.add(hit.term);
		kept.push(hit);
		if (kept.length === limit) break;
	}
	return kept;
}
