// Whether what a person has written may be meant as it is, so that Enter must stay a new line.
import type { Corpus } from '../corpus/corpus';
import { fold } from '../text/fold';
import type { Offer } from './completionItems';
import { isLatin } from './place';
import type { NgramCounts } from '../text/ngrams';

/** Two Han characters are a word, whatever a corpus makes of them. */
const shortestBegun = 3;
/** So many characters are no chance: of a recorded wrong form. */
const tellsItself = 4;
/** Letters that can only be pinyin; fewer are abbreviations and file types (GDP, pdf, html). */
const shortestPinyin = 5;
/** Characters of a quotation or a title behind its opening mark that only it begins with. */
const shortestQuoted = 5;
/** What begins a word of its own, however often it follows the character before it. */
const joins = new Set('和与及或的地得了着过等是在');
/** What a word may end with, however often the next one begins so that it seems to go on (全面深化|改革). */
const endings = new Set('化性型度率');
const mark = /[^\p{L}\p{N}]/u;

/** Tells what can only be the beginning of what is offered, over one corpus. */
export class Meant {
	/** `counts`: of the texts of the corpus. */
	constructor(
		private readonly corpus: Corpus,
		private readonly counts: () => NgramCounts,
	) {}

	/**
	 * Whether nothing but the offer can be meant by what stands before the cursor: a word that breaks off, pinyin, a good
	 * piece of a quotation, a wrong form on record. Of two characters never.
	 */
	only(offer: Offer, before: string): boolean {
		const written = before.slice(offer.replace.start);
		const typed = fold(written);
		if (offer.kind === 'source' || offer.kind === 'citation') return quotes(offer, typed);
		switch (offer.how) {
			case 'prefix':
				return this.breaksOff(offer, typed);
			case 'initials':
			case 'pinyin':
				return typed.replace(/[^a-z]/g, '').length >= shortestPinyin && !/[A-ZＡ-Ｚ]/.test(written);
			case 'english':
				return this.breaksEnglish(offer, typed);
			case 'fuzzy':
				// A slip is a guess; a wrong form on record, which is what was written, is none.
				return fold(offer.by ?? '') === typed && typed.length >= tellsItself;
			default:
				return false;
		}
	}

	/**
	 * 人工智 of 人工智能, more than half of it; but 现代化产业 of 现代化产业体系 may be all there is to say, and of a
	 * frame the rest is a choice.
	 */
	private breaksOff({ insertText, snippet }: Offer, typed: string): boolean {
		const text = fold(insertText);
		const next = text.charAt(typed.length);
		if (typed.length < shortestBegun || text.length >= 2 * typed.length) return false;
		if (snippet !== undefined || !text.startsWith(typed) || mark.test(next) || joins.has(next)) return false;
		const last = typed.charAt(typed.length - 1);
		if (endings.has(last) || isLatin(last.charCodeAt(0)) || isLatin(next.charCodeAt(0))) return false;
		return this.cutsWord(typed, next);
	}

	/**
	 * Whether a cut falls within a word (高质量发|展 does, 高质量|发展 does not): the characters on both sides of it go
	 * together more often than the two before it do, as only the two halves of a word can. Both are folded.
	 */
	private cutsWord(typed: string, next: string): boolean {
		const counts = this.counts();
		return counts.count(typed.slice(-1) + next) > counts.count(typed.slice(-2));
	}

	/** One English word may stand in a heading; with a piece of the next one it is the name of the term. */
	private breaksEnglish({ id }: Offer, typed: string): boolean {
		const english = fold(this.corpus.term(id)?.english ?? '');
		const end = english.indexOf(typed) + typed.length;
		return typed.trim().includes(' ') && end >= typed.length && isLatin(english.charCodeAt(end));
	}
}

function quotes({ insertText, how }: Offer, typed: string): boolean {
	return how === 'prefix' && typed.length >= shortestQuoted && !mark.test(insertText.charAt(typed.length));
}
