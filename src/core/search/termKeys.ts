// Which terms have a key: at the start of a form, inside it, in its pinyin or initials, in its English.

import { fold } from '../text/fold';
import { isInside, isWordCode } from '../text/spacedScripts';
import { KeyIndex } from './sortedKeys';
import { distinct, type TermEntry, type TermForms, type TermHit } from './termHits';
import { Best } from './topScores';

/** So many keys with the same beginning are looked at; more share only beginnings too short to mean one of them. */
const mostKeys = 4096;
/** Fewer letters inside an English name say nothing. */
const leastInnerEnglish = 3;
/** What a later word of the English is worth less than its first. */
const laterWord = 0.4;

/** Sorted keys of all terms. */
export class TermKeys {
	private readonly english: readonly string[];
	private readonly starts: KeyIndex;
	private readonly inner: KeyIndex;
	private readonly initials: KeyIndex;
	private readonly full: KeyIndex;
	private readonly englishStarts: KeyIndex;
	private readonly englishInner: KeyIndex;
	/** Length of the longest key, in code units. */
	readonly longest: number;

	constructor(
		entries: readonly TermEntry[],
		private readonly forms: TermForms,
	) {
		const spellings = (of: (entry: TermEntry) => readonly string[]): KeyIndex =>
			KeyIndex.of(entries.flatMap((entry, item) => of(entry).map(key => ({ key, item }))));
		this.english = entries.map(entry => fold(entry.english ?? ''));
		this.starts = wholeKeys(forms.texts);
		this.inner = KeyIndex.inner(forms.texts, 1, (text, at) => !isInside(text, at));
		this.initials = spellings(entry => entry.initials);
		this.full = spellings(entry => entry.full);
		this.englishStarts = wholeKeys(this.english);
		this.englishInner = KeyIndex.inner(
			this.english,
			leastInnerEnglish,
			(text, at) => isWordCode(text.charCodeAt(at)) && !isInside(text, at),
		);
		const whole = [this.starts, this.initials, this.full, this.englishStarts];
		this.longest = Math.max(...whole.map(index => index.longest));
	}

	/** Whether a form is just this; of the keys that begin so it is the first. */
	isForm(key: string): boolean {
		const { from, to } = this.starts.range(key);
		return from < to && this.starts.keyLength(from) === key.length;
	}

	/** The numbers of forms that begin so. */
	*startingWith(key: string): Generator<number> {
		const { from, to } = this.starts.range(key);
		for (let position = from; position < Math.min(to, from + mostKeys); position++) yield this.starts.item(position);
	}

	/** The numbers of forms that have a key at an offset from 1 on. */
	*holdingAt(key: string, offset: number): Generator<number> {
		const { from, to } = this.inner.range(key);
		for (let position = from; position < Math.min(to, from + mostKeys); position++) {
			const number = this.inner.item(position);
			if (this.forms.lengthOf(number) - this.inner.keyLength(position) === offset) yield number;
		}
	}

	/** The terms whose pinyin, or initials, begin so. */
	*spelt(letters: string): Generator<number> {
		for (const index of [this.full, this.initials]) {
			const { from, to } = index.range(letters);
			for (let position = from; position < Math.min(to, from + mostKeys); position++) yield index.item(position);
		}
	}

	/** Forms that have a key at their start, or inside. */
	inForms(how: 'prefix' | 'inner', key: string, limit: number): TermHit[] {
		const { forms } = this;
		const index = how === 'prefix' ? this.starts : this.inner;
		const scoreAt = (position: number): number => {
			const number = index.item(position);
			return forms.score(how, forms.ownerOf(number), key.length / forms.lengthOf(number));
		};
		return beginning(index, key, limit, scoreAt, (position, score) => {
			const form = forms.form(index.item(position));
			if (!form) return undefined;
			const start = form.text.length - index.keyLength(position);
			return { term: form.term, form: form.form, how, start, score };
		});
	}

	/** Terms that are spelt so, or whose spelling begins so. */
	typed(how: 'initials' | 'pinyin', key: string, limit: number): TermHit[] {
		const index = how === 'initials' ? this.initials : this.full;
		const scoreAt = (position: number): number =>
			this.forms.score(how, index.item(position), key.length / index.keyLength(position));
		return beginning(index, key, limit, scoreAt, (position, score) => ({
			term: index.item(position),
			form: 0,
			how,
			start: 0,
			score,
		}));
	}

	/** Terms whose English has a word that begins so. */
	inEnglish(key: string, limit: number): TermHit[] {
		return [this.englishStarts, this.englishInner].flatMap(index => {
			const lengthAt = (position: number): number => this.english[index.item(position)]?.length ?? 0;
			const startAt = (position: number): number => lengthAt(position) - index.keyLength(position);
			const scoreAt = (position: number): number => {
				const less = startAt(position) > 0 ? laterWord : 0;
				return this.forms.score('english', index.item(position), key.length / lengthAt(position) - less);
			};
			return beginning(index, key, limit, scoreAt, (position, score) => ({
				term: index.item(position),
				form: 0,
				how: 'english',
				start: startAt(position),
				score,
			}));
		});
	}
}

/** Every text as a key of its own. */
function wholeKeys(texts: readonly string[]): KeyIndex {
	return KeyIndex.of(texts.map((key, item) => ({ key, item })));
}

/** The best of the keys that begin so: `scoreAt` looks at every one, `hitAt` makes the few that are kept. */
function beginning(
	index: KeyIndex,
	key: string,
	limit: number,
	scoreAt: (position: number) => number,
	hitAt: (position: number, score: number) => TermHit | undefined,
): TermHit[] {
	const { from, to } = index.range(key);
	// Some of the best may be the same term by other forms.
	const best = new Best<number>(limit * 2);
	const end = Math.min(to, from + mostKeys);
	for (let position = from; position < end; position++) best.add(scoreAt(position), position);
	return distinct(
		best.all.flatMap(({ value, score }) => hitAt(value, score) ?? []),
		limit,
	);
}
