// Answers which terms a person may mean by what is typed: by start, inner part, pinyin, English, with one wrong
// character.

import { fold } from '../text/fold';
import { isInside, isWordCode } from '../text/spacedScripts';
import { Best } from './topScores';
import { KeyIndex } from './sortedKeys';
import { isMisspelt } from './misspelt';
import { rankFuzzy } from './fuzzyRank';
import { overlaps, Scratch, segmentsOf, type Segment } from './sharedPairs';
import { finish } from './steps';

/** How a term is written and typed. `forms`: the term, then its aliases. `weight` ≥ 0: how much it is used; only the order counts. */
export interface TermEntry {
	readonly forms: readonly string[];
	readonly english?: string;
	readonly full: readonly string[];
	readonly initials: readonly string[];
	readonly weight: number;
}

/** What of a term was met: the start of a form, a part inside it, its initials, its pinyin, its English, nearly a form. */
export type MatchKind = 'prefix' | 'inner' | 'initials' | 'pinyin' | 'english' | 'fuzzy';

/** A term that fits: the numbers of term and form, where in the form (or the English) the match starts; higher scores fit better. */
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

/** What each kind of match is worth; within a kind, how much of the form is there and how much the term is used add less than 1. */
const worth: Record<MatchKind, number> = { prefix: 5, inner: 4, english: 3.5, initials: 3, pinyin: 2, fuzzy: 1 };

/** So many keys with the same beginning are looked at; more share only beginnings too short to mean one of them. */
const mostKeys = 4096;
/** How many candidates Fuse ranks. */
const mostCandidates = 200;
/** Fewest characters of which one may be wrong. */
const leastFuzzy = 4;
/** How far before the cursor is looked at, in code units; and how much of a query counts. */
const reach = 60;
/** How far before the cursor a misspelt start is looked for. */
const longestFuzzy = 12;

const mark = /[^\p{L}\p{N}]/u;

/** A form by its number over all terms: whose it is, which of its forms. */
interface Form {
	readonly term: number;
	readonly form: number;
	readonly text: string;
}

/** Sorted keys and grams over all forms; built once, folded here. */
export class TermIndex {
	private readonly forms: readonly Form[];
	private readonly english: readonly string[];
	private readonly usage: Float32Array;
	/** Length and term of each form again, where thousands of them are compared. */
	private readonly lengths: Uint32Array;
	private readonly owners: Uint32Array;
	private readonly starts: KeyIndex;
	private readonly inner: KeyIndex;
	private readonly initials: KeyIndex;
	private readonly full: KeyIndex;
	private readonly englishStarts: KeyIndex;
	private readonly englishInner: KeyIndex;
	/** Length of the longest key, in code units: no match is longer, but for a character too many. */
	private readonly longest: number;
	private segments: readonly Segment[] | undefined;
	private scratch: Scratch | undefined;

	constructor(entries: readonly TermEntry[]) {
		this.forms = entries.flatMap((entry, term) =>
			entry.forms.map((form, at) => ({ term, form: at, text: fold(form) })),
		);
		this.english = entries.map(entry => fold(entry.english ?? ''));
		const greatest = entries.reduce((most, entry) => Math.max(most, entry.weight), 0);
		this.usage = Float32Array.from(entries, entry =>
			greatest > 0 ? Math.log1p(Math.max(0, entry.weight)) / Math.log1p(greatest) : 0,
		);
		this.lengths = Uint32Array.from(this.forms, form => form.text.length);
		this.owners = Uint32Array.from(this.forms, form => form.term);
		const texts = this.forms.map(form => form.text);
		const keys = (of: (entry: TermEntry) => readonly string[]): KeyIndex =>
			KeyIndex.of(entries.flatMap((entry, item) => of(entry).map(key => ({ key, item }))));
		this.starts = KeyIndex.of(texts.map((key, item) => ({ key, item })));
		this.inner = KeyIndex.inner(texts, 1, (text, at) => !isInside(text, at));
		this.initials = keys(entry => entry.initials);
		this.full = keys(entry => entry.full);
		this.englishStarts = KeyIndex.of(this.english.map((key, item) => ({ key, item })));
		this.englishInner = KeyIndex.inner(
			this.english,
			3,
			(text, at) => isWordCode(text.charCodeAt(at)) && !isInside(text, at),
		);
		this.longest =
			1 + Math.max(this.starts.longest, this.initials.longest, this.full.longest, this.englishStarts.longest);
	}

	/** The terms that fit a query as a whole, best first, each once. A wrong character counts only when little else is found. */
	lookup(query: string, limit: number): TermHit[] {
		const key = fold(query.trim()).slice(0, reach);
		if (key === '' || limit <= 0) return [];
		const hits = [...this.inForms('prefix', key, limit), ...this.inForms('inner', key, limit)];
		if (isWordCode(key.charCodeAt(0))) {
			hits.push(...this.inEnglish(key, limit));
			const letters = key.replace(/[\s']+/g, '');
			hits.push(...this.typed('initials', letters, limit), ...this.typed('pinyin', letters, limit));
		}
		const found = distinct(hits, limit);
		if (found.length >= limit || key.length < 3) return found;
		const candidates = this.similar([key]).map(item => ({ item, text: this.forms[item]!.text }));
		const ranked = rankFuzzy(key, candidates, { anywhere: false, limit: limit + found.length });
		return distinct([...found, ...ranked.map(({ item, score }) => this.misspelt(item, score))], limit);
	}

	/**
	 * The terms that fit the end of what stands before the cursor, best first, each once: a longer match before a shorter one, then by
	 * kind. A term that stands there in full is among them (its form is as long as what it takes up). Reads at most the last 60 code units.
	 */
	complete(before: string, limit: number, options: CompleteOptions = {}): Completion[] {
		const { minPrefix = 2, minInner = 2, minLetters = 3, pinyin = true, fuzzy = true } = options;
		// One code unit more than can match, to see whether a word goes on to the left.
		const text = fold(before.slice(-1 - Math.min(reach, this.longest)));
		const found: Completion[] = [];
		let whole = 0;
		let run = text.length;
		while (run > 0 && isWordCode(text.charCodeAt(run - 1))) run--;
		for (let start = text.length < before.length ? 1 : 0; start < text.length; start++) {
			if (isInside(text, start)) continue;
			const key = text.slice(start);
			const matched = key.length;
			const add = (hits: readonly TermHit[]): void => {
				for (const hit of hits) found.push({ hit, matched });
			};
			if (matched >= minPrefix) {
				add(this.inForms('prefix', key, limit));
				if (whole === 0 && this.isForm(key)) whole = matched;
			}
			// Within a term that stands there in full, its parts are no sign of another term.
			if (matched >= minInner && (whole === 0 || whole === matched)) add(this.inForms('inner', key, limit));
			if (matched < minLetters || !isWordCode(text.charCodeAt(start))) continue;
			add(this.inEnglish(key, limit));
			if (start !== run || !pinyin) continue;
			add(this.typed('initials', key, limit));
			add(this.typed('pinyin', key, limit));
		}
		if (fuzzy)
			found.push(
				...this.nearly(
					text,
					limit,
					found.reduce((longest, { matched }) => Math.max(longest, matched), 0),
				),
			);
		return arrange(found, limit);
	}

	/** Whether a form is just this; of the keys that begin so it is the first. */
	private isForm(key: string): boolean {
		const { from, to } = this.starts.range(key);
		return from < to && this.starts.keyLength(from) === key.length;
	}

	private score(how: MatchKind, term: number, share: number): number {
		return worth[how] + 0.5 * this.usage[term]! + 0.4 * Math.min(1, share);
	}

	/** The best of the keys that begin so: `scoreAt` looks at every one, `hitAt` makes the few that are kept. */
	private beginning(
		index: KeyIndex,
		key: string,
		limit: number,
		scoreAt: (position: number) => number,
		hitAt: (position: number, score: number) => TermHit,
	): TermHit[] {
		const { from, to } = index.range(key);
		// Some of the best may be the same term by other forms.
		const best = new Best<number>(limit * 2);
		const end = Math.min(to, from + mostKeys);
		for (let position = from; position < end; position++) best.add(scoreAt(position), position);
		return distinct(
			best.values.map((position, at) => hitAt(position, best.scores[at]!)),
			limit,
		);
	}

	/** Forms that have a key at their start, or inside. */
	private inForms(how: 'prefix' | 'inner', key: string, limit: number): TermHit[] {
		const index = how === 'prefix' ? this.starts : this.inner;
		return this.beginning(
			index,
			key,
			limit,
			position => {
				const item = index.item(position);
				return this.score(how, this.owners[item]!, key.length / this.lengths[item]!);
			},
			(position, score) => {
				const { term, form, text } = this.forms[index.item(position)]!;
				return { term, form, how, start: text.length - index.keyLength(position), score };
			},
		);
	}

	private typed(how: 'initials' | 'pinyin', key: string, limit: number): TermHit[] {
		const index = how === 'initials' ? this.initials : this.full;
		return this.beginning(
			index,
			key,
			limit,
			position => this.score(how, index.item(position), key.length / index.keyLength(position)),
			(position, score) => ({ term: index.item(position), form: 0, how, start: 0, score }),
		);
	}

	private inEnglish(key: string, limit: number): TermHit[] {
		return [this.englishStarts, this.englishInner].flatMap(index => {
			const startAt = (position: number): number =>
				this.english[index.item(position)]!.length - index.keyLength(position);
			return this.beginning(
				index,
				key,
				limit,
				position => {
					const term = index.item(position);
					// A later word of the English says less than its first.
					return this.score(
						'english',
						term,
						key.length / this.english[term]!.length - (startAt(position) > 0 ? 0.4 : 0),
					);
				},
				(position, score) => ({ term: index.item(position), form: 0, how: 'english', start: startAt(position), score }),
			);
		});
	}

	/** Forms that share most with these words, by number, best first. */
	private similar(words: readonly string[]): number[] {
		this.segments ??= segmentsOf(this.forms.map(form => form.text));
		this.scratch ??= new Scratch();
		return finish(overlaps(this.segments, words, mostCandidates, true, this.scratch)).map(overlap => overlap.text);
	}

	private misspelt(item: number, closeness: number): TermHit {
		const { term, form } = this.forms[item]!;
		return { term, form, how: 'fuzzy', start: 0, score: worth.fuzzy + 0.2 * this.usage[term]! + 0.7 * closeness };
	}

	/** Terms whose start the end of the text is, but for one wrong character; they have to take up more than what fits exactly. */
	private nearly(text: string, limit: number, exact: number): Completion[] {
		let from = text.length;
		while (from > 0 && text.length - from < longestFuzzy && !mark.test(text[from - 1]!)) from--;
		const tail = text.slice(from);
		const least = Math.max(leastFuzzy, exact + 1);
		if (tail.length < least) return [];
		const wholes = new Set<number>();
		for (let length = tail.length; length >= least; length--) {
			// A term in full and one character more is what people write, not a misspelling.
			if (this.isForm(tail.slice(-length, -1))) wholes.add(length);
		}
		const byLength = new Map<number, number[]>();
		for (const item of this.similar([tail])) {
			const form = this.forms[item]!.text;
			for (let length = Math.min(tail.length, form.length + 1); length >= least; length--) {
				if (wholes.has(length) || !isMisspelt(tail.slice(-length), form)) continue;
				byLength.set(length, [...(byLength.get(length) ?? []), item]);
				break;
			}
		}
		return [...byLength].flatMap(([length, items]) => {
			const candidates = items.map(item => ({ item, text: this.forms[item]!.text }));
			const ranked = rankFuzzy(tail.slice(-length), candidates, { anywhere: false, limit });
			return ranked.map(({ item, score }) => ({ hit: this.misspelt(item, score), matched: length }));
		});
	}
}

/** The best hit of each term, best first. */
function distinct(hits: readonly TermHit[], limit: number): TermHit[] {
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
