// Which terms are meant by Chinese of which the rest, the beginning or the middle is typed in pinyin: 未来chanye,
// 科技cx, weilai产业, 高质liang发展.

import { fold } from '../text/fold';
import type { PinyinKeys } from '../text/pinyin';
import type { Completion, TermEntry, TermForms } from './termHits';
import type { TermKeys } from './termKeys';

/** Fewer letters may be anything; of one Chinese character more are asked for. */
const fewestLetters = { behindMany: 2, behindOne: 4 } as const;
/** No syllable has more letters. */
const longestSyllable = 6;

/** So much of a text may be the beginning of a term. */
const longestMixed = 100;

const mixed = /(\p{Script=Han}+)([a-z]+)$/u;
const mixedBefore = /(?<![a-z])([a-z]{2,})(\p{Script=Han}+)$/u;
const mixedWithin = /(\p{Script=Han}+)([a-z]{2,})(\p{Script=Han}+)$/u;

export class MixedTerms {
	constructor(
		private readonly entries: readonly TermEntry[],
		private readonly keys: TermKeys,
		private readonly forms: TermForms,
	) {}

	/**
	 * Terms that begin with the Chinese before the letters that end a text, and go on as those spell; each with how much
	 * it takes up. `whole` is folded.
	 */
	atEnd(whole: string): Completion[] {
		const text = whole.slice(-longestMixed);
		return [...this.speltBehind(text), ...this.speltBefore(text), ...this.speltWithin(text)];
	}

	private speltWithin(text: string): Completion[] {
		const [, head = '', letters = '', chinese = ''] = mixedWithin.exec(text) ?? [];
		const found: Completion[] = [];
		for (let length = head.length; length > 0; length--)
			for (const number of this.keys.startingWith(head.slice(-length))) {
				const form = this.forms.form(number);
				const spelling = form && this.entries[form.term]?.spellings?.[form.form];
				const how = spelling && middleOf(spelling, form.text, length, letters, chinese);
				if (!form || !how) continue;
				const matched = length + letters.length + chinese.length;
				const share = matched / (length + chinese.length + spelling.full.join('').length);
				const score = this.forms.score(how, form.term, share);
				found.push({ hit: { term: form.term, form: form.form, how, start: 0, score }, matched });
			}
		return found;
	}

	private speltBefore(text: string): Completion[] {
		const [, letters = '', chinese = ''] = mixedBefore.exec(text) ?? [];
		if (letters === '') return [];
		return [...new Set(this.keys.spelt(letters))].flatMap(term => {
			const { forms = [], spellings = [] } = this.entries[term] ?? {};
			return spellings.flatMap((spelling, form) => {
				const how = spelling && middleOf(spelling, fold(forms[form] ?? ''), 0, letters, chinese);
				if (!spelling || !how) return [];
				const matched = letters.length + chinese.length;
				const share = matched / (chinese.length + spelling.full.join('').length);
				return [{ hit: { term, form, how, start: 0, score: this.forms.score(how, term, share) }, matched }];
			});
		});
	}

	private speltBehind(text: string): Completion[] {
		const [, chinese = '', letters = ''] = mixed.exec(text) ?? [];
		if (letters.length < fewestLetters.behindMany) return [];
		const fewest = letters.length < fewestLetters.behindOne ? 2 : 1;
		const found: Completion[] = [];
		for (let length = chinese.length; length >= fewest; length--)
			for (const number of this.keys.startingWith(chinese.slice(-length))) {
				const form = this.forms.form(number);
				const spelling = form && this.entries[form.term]?.spellings?.[form.form];
				const how = spelling && spellingOf(spelling, form.text, length, letters);
				if (!form || !how) continue;
				const share = (length + letters.length) / (length + spelling.full.join('').length);
				const score = this.forms.score(how, form.term, share);
				found.push({
					hit: { term: form.term, form: form.form, how, start: 0, score },
					matched: length + letters.length,
				});
			}
		return found;
	}
}

/** How letters spell a form from a character on: by its pinyin, by initials, or not. */
function spellingOf(
	{ full, initials }: PinyinKeys,
	text: string,
	from: number,
	letters: string,
): 'pinyin' | 'initials' | undefined {
	const own = initials.filter(key => key.length === text.length);
	if (own.some(key => key.startsWith(letters, from))) return 'initials';
	const isSpelt = own.some(key =>
		full.some(spelling => restsOf(spelling, key, from).some(at => spelling.startsWith(letters, at))),
	);
	return isSpelt ? 'pinyin' : undefined;
}

/**
 * How letters spell what a form has from a character on, up to some Chinese that it goes on with: by its pinyin, by
 * initials, or not.
 */
function middleOf(
	{ full, initials }: PinyinKeys,
	text: string,
	from: number,
	letters: string,
	chinese: string,
): 'pinyin' | 'initials' | undefined {
	const own = initials.filter(key => key.length === text.length);
	if (text.startsWith(chinese, from + letters.length) && own.some(key => key.startsWith(letters, from)))
		return 'initials';
	for (let at = text.indexOf(chinese, from + 1); at > 0; at = text.indexOf(chinese, at + 1)) {
		const isSpelt = own.some(key =>
			full.some(one => {
				const ends = restsOf(one, key, at);
				return restsOf(one, key, from).some(
					start => one.startsWith(letters, start) && ends.includes(start + letters.length),
				);
			}),
		);
		if (isSpelt) return 'pinyin';
	}
	return undefined;
}

/** Where in a spelling the syllable of a character may begin, by the initials of those before it. */
function restsOf(spelling: string, initials: string, syllable: number): number[] {
	let starts = [0];
	for (let at = 0; at < syllable; at++) {
		const next = new Set<number>();
		for (const start of starts)
			for (let end = start + 1; end <= start + longestSyllable; end++)
				if (spelling[end] === initials[at + 1]) next.add(end);
		starts = [...next];
	}
	return starts;
}
