// Which texts a sentence names as where words are from: a report of a place and a year, a title, an article of a law, a
// meeting.

import { fold } from '../../text/fold';
import { anyOf, provinces, workReport } from '../../text/officialNames';
import { meetingIn } from './meetings';
import { isLawName, placeIn, stemOf, wholeCountry } from './sourceIdentity';
import { present } from '../../text/values/fields';

/** Words of a name and where they stand, half-open. */
export interface Part {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** A text that is named; offsets of what was looked at, UTF-16, half-open. */
export interface NamedText {
	readonly kind: 'report' | 'title' | 'article' | 'meeting';
	/** The name as it is written. */
	readonly name: Part;
	/** Of a title: what is compared. */
	readonly stem?: string;
	readonly isLaw?: boolean;
	/** Of a report: the words for the place, and the place they mean. */
	readonly place?: Part & { readonly means: string };
	readonly year?: Part & { readonly means: string };
	/** The number of an article: 二十一 of 第二十一条. */
	readonly article?: Part;
}

/** A report is named by what stands so near before it. */
const farthest = 40;
const chineseDigits = '〇一二三四五六七八九';
const yearPattern = /(\d{4}|[〇零○一二三四五六七八九]{4})年/g;
const placePattern = new RegExp(
	`(?:${anyOf(provinces)}(?:省|市|(?:\\p{Script=Han}{1,3})?自治区)?)?(?:\\p{Script=Han}{2,4}?(?:市|自治州|州|盟|县|区))?` +
		`(?=(?:人民)?(?:政府)?(?:\\d{4}年)?(?:度)?的?《?$)`,
	'u',
);
const anyPlace = new RegExp(`${anyOf(provinces)}(?:省|市|(?:\\p{Script=Han}{1,3})?自治区)?|国务院`, 'gu');
/** A law that is named without marks of a title, right before an article. */
const bareLaw = /(\p{Script=Han}{1,24}?(?:法|条例|办法|规定|细则|章程))(?=的?第[零〇一二三四五六七八九十百千\d]+条)/gu;
const beforeLaw = /^.*(?:[根依]据|[按依遵]照|符合|违反|落实|执行)/u;
/** Newspapers and an agency that are named without marks of a title as well. */
const newspaper = new RegExp(
	'(?:人民|光明|经济|科技|法治|工人|农民|解放|北京|南方)日报|解放军报|中国青年报|学习时报|新华社',
	'g',
);
const articlePattern = /第([零〇一二三四五六七八九十百千\d]+)条/y;

/** What stands for a text that was named before: 该法第二十一条, 该报告. */
export const standingFor = /该(法|条例|办法|规定|细则|章程|报告|纲要|规划|意见|通知|方案|决定|讲话|文)(?!律|院|人|定)/;

/** A text named before where a sentence says 该法 for it; `before`: the texts named before that. */
export function textMeantBy(sentence: string, before: readonly NamedText[]): NamedText | undefined {
	const text = fold(sentence);
	const found = standingFor.exec(text);
	const ending = found?.[1];
	const meant = before.findLast(({ kind, stem, name }) =>
		kind === 'title'
			? ending === '文' || stem?.endsWith(ending ?? '')
			: kind === 'report' && name.text.endsWith(ending ?? ''),
	);
	if (!found || !meant) return undefined;
	const end = found.index + found[0].length;
	return present({ ...meant, name: partAt(text, found.index, end), article: articleAt(text, end) });
}

/** Every text that is named in a sentence, in order. `laws`: names of laws that are known without marks of a title. */
export function textsNamedIn(sentence: string, laws: readonly string[]): readonly NamedText[] {
	const text = fold(sentence);
	const titles = titlesIn(text, laws);
	const isFree = (one: NamedText) =>
		!titles.some(other => other.name.start < one.name.end && one.name.start < other.name.end);
	const reports = reportsIn(text);
	const meeting = meetingIn(text);
	const meetings: NamedText[] = meeting
		? [{ kind: 'meeting', name: partAt(text, meeting.start, meeting.end), ...yearBefore(text, meeting.start) }]
		: [];
	return [...titles, ...reports, ...meetings.filter(isFree), ...articlesIn(text, titles)].sort(
		(a, b) => a.name.start - b.name.start,
	);
}

function partAt(text: string, start: number, end: number): Part {
	return { text: text.slice(start, end), start, end };
}

/** What stands between 《 and 》 but a report, or is the name of a known law right before an article. */
function titlesIn(text: string, laws: readonly string[]): NamedText[] {
	const found: NamedText[] = [];
	for (const { 1: title = '', index } of text.matchAll(/《([^《》]{2,80})》/g)) {
		if (title.includes(workReport)) continue;
		const start = index + 1;
		found.push(titleAt(text, start, start + title.length, start + title.length + 1));
	}
	for (const { 0: name, index } of text.matchAll(newspaper))
		if (text.charAt(index - 1) !== '《') found.push(titleAt(text, index, index + name.length, index + name.length));
	for (const law of laws) {
		for (let at = text.indexOf(law); at >= 0; at = text.indexOf(law, at + law.length)) {
			const end = at + law.length;
			const isNamed = /^(?:的?第|规定|明确)/.test(text.slice(end, end + 2));
			if (!isNamed || found.some(one => one.name.start < end && at < one.name.end)) continue;
			found.push(titleAt(text, at, end, end));
		}
	}
	for (const { 1: words = '', index } of text.matchAll(bareLaw)) {
		const name = words.replace(beforeLaw, '');
		const end = index + words.length;
		const isKnown = found.some(one => one.name.start < end && index < one.name.end);
		if (!isKnown && name.length > 1 && !/^[本该其此]/.test(name))
			found.push(titleAt(text, end - name.length, end, end));
	}
	return found;
}

function titleAt(text: string, start: number, end: number, behind: number): NamedText {
	const stem = stemOf(text.slice(start, end));
	const between = /^(?:\([^()]*\))?的?/.exec(text.slice(behind))?.[0].length ?? 0;
	const article = articleAt(text, behind + between);
	return present({
		kind: 'title',
		name: partAt(text, start, end),
		stem,
		isLaw: isLawName(stem),
		article,
	});
}

/** The number of an article that stands at an offset. */
function articleAt(text: string, at: number): Part | undefined {
	articlePattern.lastIndex = at;
	const number = articlePattern.exec(text)?.[1];
	return number === undefined ? undefined : partAt(text, at + 1, at + 1 + number.length);
}

/** Articles that are named without their law: 第二十七条规定. */
function articlesIn(text: string, titles: readonly NamedText[]): NamedText[] {
	return [...text.matchAll(/第[零〇一二三四五六七八九十百千\d]+条/g)].flatMap(({ index }) => {
		const article = articleAt(text, index);
		const isOfTitle = titles.some(one => one.article?.start === index + 1);
		return article && !isOfTitle
			? [{ kind: 'article' as const, name: partAt(text, index, article.end + 1), article }]
			: [];
	});
}

function reportsIn(text: string): NamedText[] {
	const found: NamedText[] = [];
	for (let at = text.indexOf(workReport); at >= 0; at = text.indexOf(workReport, at + workReport.length)) {
		const low = Math.max(0, at - farthest, found.at(-1)?.name.end ?? 0);
		const before = /[^。;!?“”"\n]*$/.exec(text.slice(low, at))?.[0] ?? '';
		const from = at - before.length;
		const end = at + workReport.length;
		const behind = /^》?\((\d{4})年?\)/.exec(text.slice(end));
		const place = placeBefore(before, from);
		const year =
			behind?.[1] === undefined
				? yearBefore(text, at, from)
				: yearBehind(behind[1], end + behind[0].indexOf(behind[1]));
		found.push(present({ kind: 'report', name: partAt(text, at, end), place, ...year }));
	}
	return found;
}

function placeBefore(before: string, from: number): NamedText['place'] {
	const right = placePattern.exec(before);
	const named = right && right[0] !== '' ? right : [...before.matchAll(anyPlace)].at(-1);
	if (named === undefined || named === null) return undefined;
	const means = named[0] === '国务院' ? wholeCountry : placeIn(named[0]);
	if (means === undefined) return undefined;
	const start = from + named.index;
	return { text: named[0], start, end: start + named[0].length, means };
}

/** The last year before an offset. */
function yearBefore(
	text: string,
	at: number,
	from = Math.max(0, at - farthest),
): { readonly year?: NamedText['year'] & object } {
	const year = [...text.slice(from, at).matchAll(yearPattern)].at(-1);
	if (year?.[1] === undefined) return {};
	const start = from + year.index;
	return { year: { text: year[0], start, end: start + year[0].length, means: digitsOf(year[1]) } };
}

function yearBehind(year: string, start: number): { readonly year: NamedText['year'] & object } {
	return { year: { text: year, start, end: start + year.length, means: year } };
}

function digitsOf(year: string): string {
	return [...year]
		.map(one => (chineseDigits.includes(one) ? String(chineseDigits.indexOf(one)) : one))
		.join('')
		.replace(/[零○]/g, '0');
}
