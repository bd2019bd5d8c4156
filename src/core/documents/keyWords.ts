// What the id of a source is made of, so that a person knows it again: the number of a paper, else the author, else the
// words of the title that say what it is about.

import type { ProvedFields } from './document';
import { lazily } from '../text/lazily';
import { isOrgan } from './official/organ';

/** What is put together to an id: words, and what stands behind them. */
export interface KeyWords {
	readonly text: string;
	readonly ending: string | undefined;
}

/** Longest name, in UTF-16 code units, that an id is made of. */
const longestName = 12;
/** So many characters of a title: an id has no more syllables. */
const longestTitle = 6;

const inYear = /^(\p{Script=Han}{1,6})[^\p{Script=Han}\d]+((?:19|20)\d{2})\D+(\d+)号$/u;
const order = /^(?:中华人民共和国)?(\p{Script=Han}{2,6})令第(\d+)号$/u;

/** The words for a source of these fields; `title`: what stands for its title. */
export function keyWords(fields: ProvedFields, title: string): KeyWords {
	const year = (fields.issued ?? fields.held?.date)?.slice(0, 4) ?? /(?:19|20)\d{2}/.exec(title)?.[0];
	const numbered = numberWords(fields.number, year);
	if (numbered) return numbered;
	const [author] = fields.author ?? [];
	const name = author?.literal ?? author?.family;
	if (fields.type === 'legislation') return { text: paperWords(title), ending: year };
	if (name !== undefined && name.length <= longestName)
		return { text: isOrgan(name) ? atBorders(name) : name, ending: year };
	return { text: atBorders(withoutHead(title)), ending: year };
}

/** 国办发〔2019〕6号 → 国办发, 2019-6. */
function numberWords(number: string | undefined, year: string | undefined): KeyWords | undefined {
	const [, code, numberYear, count] = inYear.exec(number ?? '') ?? [];
	if (code !== undefined) return { text: code, ending: `${numberYear ?? ''}-${count ?? ''}` };
	const [, organ, orderCount] = order.exec(number ?? '') ?? [];
	return organ === undefined
		? undefined
		: { text: `${atBorders(organ)} 令`, ending: [orderCount, year].filter(Boolean).join('-') };
}

/** What many titles begin with, and what says nothing of what they are about. */
function withoutHead(title: string): string {
	const words = title
		.replace(/^[【〔[（(][^】〕\])）]{1,12}[】〕\])）]/, '')
		.replace(/^附?表\s*\d{1,3}(?:[-–.]\d{1,3})?\s+/, '')
		.replace(/^(?:19|20)\d{2}年/, '')
		.replace(/^(?:中华人民共和国)?(?:国务院)?(?=.{4})/, '');
	return words || title;
}

const common = new RegExp(
	[
		'印发|转发|批转|发布|公布|进一步|切实|全面|深入|加强|加快|推进|推动|促进|做好',
		'开展|实施|完善|规范|支持|若干|有关|工作|的|和|与',
	].join('|'),
	'g',
);

/** Of a paper what stands behind 关于, less the words that every paper has. */
function paperWords(title: string): string {
	const about = /关于(.{2,})$/.exec(title)?.[1] ?? withoutHead(title);
	const telling = about
		.replace(/[《》〈〉“”]/g, ' ')
		.replace(common, ' ')
		.replace(/(?:通知|意见|决定|公告|通告|批复|函)\s*$/, '');
	return atBorders(/\p{Script=Han}{2}/u.test(telling) ? telling : about);
}

/** One for all titles: each takes memory that the collector of garbage does not see. */
const segmenter = lazily(() => new Intl.Segmenter('zh', { granularity: 'word' }));

/** What a name of a place or an organ ends with, and what stands between words. */
const suffixes = '省市县区州旗镇乡村厅局部委办院所会署';
const particles = '的了里之在把被是将从对';

/** The first words of a text, whole ones as far as the machine knows words. */
function atBorders(text: string): string {
	if (typeof Intl.Segmenter !== 'function') return text;
	const words: string[] = [];
	let length = 0;
	for (const word of wordsOf(text.slice(0, 60))) {
		const count = /[A-Za-z0-9]/.test(word) ? 1 : word.length;
		if (words.length > 0 && length + count > longestTitle) break;
		words.push(word);
		length += count;
	}
	return words.length > 0 ? words.join(' ') : text;
}

/** Words as the machine knows them. One that it does not know falls into its characters: they go with the next. */
function wordsOf(text: string): readonly string[] {
	const words: string[] = [];
	let single = '';
	for (const { segment } of segmenter().segment(text)) {
		const part = segment.replace(/[^\p{Script=Han}A-Za-z0-9]/gu, '');
		const isSingle = part.length === 1 && !/[A-Za-z0-9]/.test(part);
		if (part === '' || (isSingle && particles.includes(part))) continue;
		if (isSingle && single === '' && words.length > 0 && suffixes.includes(part))
			words.push((words.pop() ?? '') + part);
		else if (isSingle && single.length === 0) single = part;
		else {
			words.push(single + part);
			single = '';
		}
	}
	return words;
}
