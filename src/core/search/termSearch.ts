// Answers which terms a person may mean by what is typed: by start, inner part, pinyin, English, with one wrong
// character.

import { fold } from '../text/fold';
import { isInside, isWordCode } from '../text/spacedScripts';
import { ConfusedTerms, type Confusion } from './confusedTerms';
import { MisspeltTerms } from './misspeltTerms';
import { MixedTerms } from './mixedTerms';
import { distinct, TermForms, type Completion, type TermEntry, type TermHit } from './termHits';
import { TermKeys } from './termKeys';

export interface CompleteOptions {
	/** Fewest Han characters that count as the start of a form. Default 2. */
	readonly minPrefix?: number;
	/** Fewest characters that count as a part inside a form. Default 2. */
	readonly minInner?: number;
	/** Fewest letters that count as pinyin, initials or English. Default 3. */
	readonly minLetters?: number;
	/** Whether pinyin and initials count. Default true. */
	readonly pinyin?: boolean;
	/** Whether a wrong character is forgiven. Default true. */
	readonly fuzzy?: boolean;
}

/** How far before the cursor is looked at, in code units; and how much of a query counts. */
const reach = 60;
/** Of an abbreviation; pinyin has none. */
const capital = /[A-ZＡ-Ｚ]/;
/** A query of fewer characters is not taken for a misspelt one. */
const shortestSlip = 3;

/** Sorted keys and grams over all forms; built once, folded here. */
export class TermIndex {
	private readonly keys: TermKeys;
	private readonly misspelt: MisspeltTerms;
	private readonly mixed: MixedTerms;
	private readonly confused: ConfusedTerms | undefined;

	/** `confusion`: what is known of characters and words; without it no character is taken for another. */
	constructor(entries: readonly TermEntry[], confusion?: Confusion) {
		const forms = new TermForms(entries);
		this.keys = new TermKeys(entries, forms);
		this.mixed = new MixedTerms(entries, this.keys, forms);
		this.confused = confusion && new ConfusedTerms(this.keys, forms, confusion);
		this.misspelt = new MisspeltTerms(forms, key => this.keys.isForm(key));
	}

	/**
	 * The terms that fit a query as a whole, best first, each once. A wrong character counts only when little else is
	 * found.
	 */
	lookup(query: string, limit: number): TermHit[] {
		const key = fold(query.trim()).slice(0, reach);
		if (key === '' || limit <= 0) return [];
		const { keys } = this;
		const hits = [...keys.inForms('prefix', key, limit), ...keys.inForms('inner', key, limit)];
		if (isWordCode(key.charCodeAt(0))) {
			const letters = key.replace(/[\s']+/g, '');
			hits.push(...keys.inEnglish(key, limit));
			hits.push(...keys.typed('initials', letters, limit), ...keys.typed('pinyin', letters, limit));
		}
		const found = distinct(hits, limit);
		if (found.length >= limit || key.length < shortestSlip) return found;
		return distinct([...found, ...this.misspelt.lookup(key, limit + found.length)], limit);
	}

	/**
	 * The terms that fit the end of what stands before the cursor, best first, each once: a longer match before a
	 * shorter one, then by kind. A term that stands there in full is among them (its form is as long as what it takes
	 * up). Reads at most the last 60 code units.
	 */
	complete(before: string, limit: number, options: CompleteOptions = {}): Completion[] {
		const wanted = withDefaults(options);
		// One code unit more than can match, to see whether a word goes on to the left: no match is longer than the longest
		// key, but for a character too many.
		const text = fold(before.slice(-1 - Math.min(reach, this.keys.longest + 1)));
		const run = startOfWord(text);
		const found: Completion[] = [];
		/** Length of the term that stands there in full. */
		let whole = 0;
		for (let start = text.length < before.length ? 1 : 0; start < text.length; start++) {
			if (isInside(text, start)) continue;
			const key = text.slice(start);
			if (whole === 0 && key.length >= wanted.minPrefix && this.keys.isForm(key)) whole = key.length;
			// Within a term that stands there in full, its parts are no sign of another term.
			const inner = whole === 0 || whole === key.length;
			const hits = this.hitsOf(key, limit, wanted, { inner, spelt: wanted.pinyin && start === run });
			for (const hit of hits) found.push({ hit, matched: key.length });
		}
		if (wanted.pinyin) found.push(...this.mixedAtEnd(before, text));
		if (wanted.fuzzy) {
			const exact = found.reduce((longest, { matched }) => Math.max(longest, matched), 0);
			found.push(...this.misspelt.atEnd(text, limit, exact));
		}
		return arrange(found, limit);
	}

	/**
	 * The terms that begin as a text ends, but for one character that sounds or looks like the right one; more than
	 * `exact` characters of it, which fit as they are.
	 */
	completeConfused(before: string, limit: number, exact: number): Completion[] {
		return arrange(this.confused?.atEnd(fold(before.slice(-reach)), exact + 1) ?? [], limit);
	}

	/** Terms typed in Chinese and pinyin; capital letters are a name (WL). */
	private mixedAtEnd(before: string, text: string): Completion[] {
		const letters = lettersAtEnd.exec(before.slice(-reach))?.[0] ?? '';
		return letters === '' || capital.test(letters) ? [] : this.mixed.atEnd(text);
	}

	/** What a key may mean; `inner`: also inside a form, `spelt`: also as pinyin and initials. */
	private hitsOf(
		key: string,
		limit: number,
		{ minPrefix, minInner, minLetters }: Required<CompleteOptions>,
		{ inner, spelt }: { readonly inner: boolean; readonly spelt: boolean },
	): TermHit[] {
		const { keys } = this;
		const hits: TermHit[] = [];
		if (key.length >= minPrefix) hits.push(...keys.inForms('prefix', key, limit));
		if (inner && key.length >= minInner) hits.push(...keys.inForms('inner', key, limit));
		if (key.length < minLetters || !isWordCode(key.charCodeAt(0))) return hits;
		hits.push(...keys.inEnglish(key, limit));
		if (spelt) hits.push(...keys.typed('initials', key, limit), ...keys.typed('pinyin', key, limit));
		return hits;
	}
}

function withDefaults(options: CompleteOptions): Required<CompleteOptions> {
	const { minPrefix = 2, minInner = 2, minLetters = 3, pinyin = true, fuzzy = true } = options;
	return { minPrefix, minInner, minLetters, pinyin, fuzzy };
}

/** The letters that end a text, or stand before the Chinese that does. */
const lettersAtEnd = /[A-Za-z]+\p{Script=Han}{0,8}$/u;

/** Where the letters begin that end a text. */
function startOfWord(text: string): number {
	let start = text.length;
	while (start > 0 && isWordCode(text.charCodeAt(start - 1))) start--;
	return start;
}

/** Each term once, by its longest match; then longer matches first (a misspelt one counts for less), then by score. */
function arrange(found: readonly Completion[], limit: number): Completion[] {
	const kept = new Map<number, Completion>();
	for (const one of found) {
		const other = kept.get(one.hit.term);
		if (!other || one.matched > other.matched || (one.matched === other.matched && one.hit.score > other.hit.score))
			kept.set(one.hit.term, one);
	}
	const length = ({ hit, matched }: Completion): number => (hit.how === 'fuzzy' ? matched - 1.5 : matched);
	return [...kept.values()].sort((a, b) => length(b) - length(a) || b.hit.score - a.hit.score).slice(0, limit);
}
