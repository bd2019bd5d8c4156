// What the id of a source is made of, so that a person knows it again: the number of a paper, else the author, else the
// words of the title that say what it is about.

import type { ProvedFields } from './document';
import { isOrgan } from './official/organ';
import { caseOf, placeOfTitle, subjectWords } from './subject';
import { firstWords, wordsOf } from './titleWords';

/** What is put together to an id: words, and what stands behind them. */
export interface KeyWords {
	readonly words: readonly string[];
	readonly ending: string | undefined;
}

/** Longest name, in UTF-16 code units, that an id is made of. */
const longestName = 12;
/**
 * So many syllables of a title, of one behind the name of a place, of a name of an organ, and of a title that tells
 * apart what is called alike.
 */
const syllables = { title: 7, ofPlace: 6, organ: 7, more: 10 } as const;

const inYear = /^(\p{Script=Han}{1,8})[^\p{Script=Han}\d]+((?:19|20)\d{2})\D+(\d+)号$/u;
const order = /^(?:中华人民共和国)?(\p{Script=Han}{2,6})令第(\d+)号$/u;
const notice = /^(?:中华人民共和国|国家)?(\p{Script=Han}{2,8})(公告|通告)((?:19|20)\d{2})年第(\d+)号$/u;

/** One year, no years from one to another. */
const yearOfTitle = /(?<!\d|[-—–－~～至到]\s?)(?:19|20)\d{2}(?!\d|年?\s?[-—–－~～至到]+\s?\d)/;

/** The words for a source of these fields, best first: the next ones are for ids that are taken; `title`: its title. */
export function keyWords(fields: ProvedFields, title: string): readonly KeyWords[] {
	const dated = (fields.issued ?? fields.held?.date)?.slice(0, 4);
	const year = dated ?? yearOfTitle.exec(title)?.[0];
	const first = numberWords(fields.number, year) ?? authorWords(fields, title, { dated, year });
	const place = placeOfTitle(title, organOf(fields));
	const subject = subjectWords(title, place);
	if (!first) {
		const named = place === undefined ? [] : [place];
		const shortest = place === undefined ? syllables.title : syllables.ofPlace;
		const words = [firstWords(subject, shortest, 3), firstWords(subject, syllables.more)];
		return words.map(chosen => ({ words: [...named, ...chosen], ending: year }));
	}
	const { words, ending } = first;
	return [
		first,
		{ words: [...words, ...(ending?.split('-') ?? []), ...firstWords(subject, syllables.title, 2)], ending: undefined },
	];
}

function organOf({ author }: ProvedFields): string | undefined {
	return author?.[0]?.literal;
}

/** 国办发〔2019〕6号 → 国办发, 2019-6. */
function numberWords(number: string | undefined, year: string | undefined): KeyWords | undefined {
	const [, code, numberYear, count] = inYear.exec(number ?? '') ?? [];
	if (code !== undefined) return { words: codeWords(code), ending: `${numberYear ?? ''}-${count ?? ''}` };
	const [, announcer, kind, noticeYear, noticeCount] = notice.exec(number ?? '') ?? [];
	if (announcer !== undefined)
		return { words: [...organWords(announcer), kind ?? ''], ending: `${noticeYear ?? ''}-${noticeCount ?? ''}` };
	const [, organ, orderCount] = order.exec(number ?? '') ?? [];
	if (organ === undefined) return undefined;
	return { words: [...organWords(organ), '令'], ending: [orderCount, year].filter(Boolean).join('-') };
}

/** A code is known by its sound: one word, unless that is too long to read (国卫办|基层发). */
function codeWords(code: string): readonly string[] {
	return code.length <= 4 ? [code] : wordsOf(code);
}

function organWords(organ: string): readonly string[] {
	return firstWords(wordsOf(organ), syllables.organ);
}

/**
 * Who wrote it; a law is known by its title, a ruling by its parties. Behind a person's name a year is the one of the
 * work: that of its title is what it speaks of.
 */
function authorWords(
	fields: ProvedFields,
	title: string,
	{ dated, year }: Readonly<Record<'dated' | 'year', string | undefined>>,
): KeyWords | undefined {
	const [author] = fields.author ?? [];
	const name = author?.literal ?? author?.family;
	if (fields.type === 'legislation' || name === undefined || name.length > longestName) return undefined;
	if (/法院$/.test(name) && caseOf(title) !== undefined) return undefined;
	return isOrgan(name) ? { words: organWords(name), ending: year } : { words: [name], ending: dated };
}
