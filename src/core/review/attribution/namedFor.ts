// Which texts a paragraph names for a quotation: in its sentence before the words, on the line that says who wrote
// them, or in brackets behind them.

import type { Block } from '../../draft/blocks';
import type { Candidate } from '../verdict';
import { anyOf, premiers } from '../../text/officialNames';
import { cellsOf, rowAround } from './signatures';
import { textMeantBy, textsNamedIn, type NamedText } from './namedTexts';
import { dashLine } from '../dashLine';

/** The texts that are named for some words; offsets of the paragraph. */
export interface NamedFor {
	readonly names: readonly NamedText[];
	/** The one that is said to have the words; nothing where none is. */
	readonly said: NamedText | undefined;
}

/** So many letters may stand between a name and the words, where they say that the one has the others. */
const longestBetween = 16;
const verbs = '规定|指出|提出|强调|明确|要求|写道|认为|表示|部署|提到|说';
const saying = new RegExp(
	`${verbs}|写明|写的|载明|显示|称|作出|安排|定为|表述|[:：]$|` +
		'^(?:第[\\p{Script=Han}\\d]{1,4}款|[的中里]|之中)?[,，]?$|' +
		// 首次写入“……”, 将“……”列为重点任务.
		'^(?:首次|第一次|首度|再次|还|也|又|就|已|曾|明确|专门|正式|中|里)*' +
		'(?:将|把|以|用|对|写入|写进|写上|列入|列明|纳入|载入|出现|有|使用|采用|沿用|重申|确立|确定|承诺|宣布|布置|号召)[了过着]?$|' +
		// 根据……，我们应当“……”.
		'^的?(?:要求|部署|安排)?[,，](?:我们|我[国省市县区]|各[地级][^,，]{0,6}|全[国省市])?(?:都|也|还|就|更)?(?:要|应当?|必须|需要?)$',
	'u',
);
/** Behind these the text is what something rests on, or when it was. */
const otherwise = /[根依]据|按照|制定|以来|施行|实施|出台|贯彻|落实|精神|召开|印发|之后|以后|后[,，]|不同|相比/;

/** Stands for what others are quoted to say. */
const blanked = '\u0001';
/** A text that is quoted a second time in a sentence: 在要求“……”的同时明确，“……”. */
const goingOn = new RegExp(
	`^([^${blanked}]{1,12})${blanked}+(?:的?(?:同时|基础上))?[，,、；]?(?:又|并且?|还|也|同时|进而|进一步|而且|且|和|以及|再|一面|另?一方面|随后|接着)*` +
		`(?:${verbs}|安排|确定)?(?:了|的是)?[，,：:]?[“「"]?$`,
);

/** The texts named for the words of a candidate. `laws`: names of laws the corpus has. */
export function namedFor(block: Block, candidate: Candidate, laws: readonly string[]): NamedFor {
	const { start, end, manner, later } = candidate;
	// Before a later part stands the one before it.
	if (later) return { names: [], said: undefined };
	const line = lineBehind(block, end);
	const leadStart = sentenceStart(block.text, start);
	const lead = withoutQuoted(block.text.slice(leadStart, start));
	const all = withMeant(named(lead, leadStart, laws), lead, block.text.slice(0, leadStart), laws);
	// Behind another quotation what is named there, if anything is: “……”，《……》则规定“……”.
	const quoted = lead.lastIndexOf(blanked) + 1;
	const since = all.filter(one => one.name.start >= leadStart + quoted);
	const before = since.some(one => one.kind !== 'article') ? since : all;
	const last = before.findLast(one => isSaidToHave(lead.slice(endOf(one) - leadStart), manner));
	const places = [bracketBehind(block.text, end), line, ...cellsBeside(block.text, start, end)].flatMap(
		place => place ?? [],
	);
	const own = namedBehind(block.text, end, laws);
	const behind = own ? [own] : places.flatMap(place => named(place.text, place.start, laws));
	return { names: [...before, ...behind], said: behind.at(-1) ?? last };
}

function named(text: string, from: number, laws: readonly string[]): readonly NamedText[] {
	return textsNamedIn(text, laws).map(name => moved(name, from));
}

/** So far before 该法 it is named what it stands for. */
const farthestMeant = 10_000;

/** The names of a sentence, with what 该法 stands for that was named in the paragraph before. */
function withMeant(names: readonly NamedText[], lead: string, before: string, laws: readonly string[]) {
	const meant = lead.includes('该')
		? textMeantBy(lead, textsNamedIn(withoutQuoted(before.slice(-farthestMeant)), laws))
		: undefined;
	if (!meant) return names;
	const { article } = meant;
	const own = moved(meant, before.length);
	const others = names.filter(
		one => one.kind !== 'article' || one.article?.start !== (article?.start ?? -1) + before.length,
	);
	return [...others, own].sort((a, b) => a.name.start - b.name.start);
}

/** The same name so many code units further on. */
function moved(name: NamedText, by: number): NamedText {
	const shift = <P extends { readonly start: number; readonly end: number }>(part: P): P => ({
		...part,
		start: part.start + by,
		end: part.end + by,
	});
	return {
		...name,
		name: shift(name.name),
		...(name.place ? { place: shift(name.place) } : {}),
		...(name.year ? { year: shift(name.year) } : {}),
		...(name.article ? { article: shift(name.article) } : {}),
	};
}

function endOf({ name, article, year }: NamedText): number {
	return Math.max(name.end, article ? article.end + 1 : 0, year?.end ?? 0);
}

/** Whether what stands between a name and the words says that the one has the others. */
function isSaidToHave(between: string, manner: Candidate['manner']): boolean {
	const whole = goingOn.exec(between)?.[1] ?? between;
	const plain = whole.replace(/[《》（）()“”"「」『』\s\0]/g, '');
	if (plain.length > longestBetween || otherwise.test(plain)) return false;
	return manner === 'speech' || saying.test(plain);
}

/** So far before some words the text is named they are from. */
const longestLead = 1_000;

function sentenceStart(text: string, at: number): number {
	const first = Math.max(0, at - longestLead);
	let start = Math.max(0, at - 1);
	while (start > first && !/[。！？；\n]/.test(text.charAt(start - 1))) start--;
	return start;
}

/** What others are quoted to say names nothing here. */
function withoutQuoted(text: string): string {
	return text.replace(/“[^“”]*”|「[^「」]*」/g, quoted => blanked.repeat(quoted.length));
}

interface Place {
	readonly text: string;
	readonly start: number;
}

/** Behind words: the marks that end them, and brackets, which may hold others. */
const endMarks = /^[。！？，；]?[”」』"’]*[。]?(?:\s|\0)*[（(]/;
const inBrackets = /^[^（()）\n]{2,80}(?:[（(][^（()）\n]{1,20}[）)][^（()）\n]{0,40})?(?=[）)])/;

/** What stands in brackets behind the words: “……”（《数据安全法》第二十一条）. */
function bracketBehind(text: string, end: number): Place | undefined {
	const open = endMarks.exec(text.slice(end, end + 10));
	if (!open) return undefined;
	const start = end + open[0].length;
	const found = inBrackets.exec(text.slice(start, start + 160));
	return found ? { text: found[0], start } : undefined;
}

/** Behind words: that they are from what follows. */
const fromBehind = new RegExp(
	'^[。！？]?[”」』"][。]?(?:\\s|\\0)*(?:[，,]|[—―]{1,2})?' +
		'(?:(?:(?:这|此|该|以上)(?:一|句|番|段)?(?:话|句|表述|提法)?)?(?:也|正|就|最早|均|都|便)*' +
		'(?:是|出自|语出|见于|来自|引自|摘自|源自|取自|出现在))?',
);
/** Behind a name: that the words are its own. */
const ownBehind = new RegExp(
	'^》?(?:[中里]?(?:[对就]|关于)[^，。]{1,12}的(?:部署|要求|表述|论述|安排|判断|承诺|概括|说法|提法|阐述)|' +
		`[中里]?的|中|里|[把将]?[如这]|曾?(?:${verbs}))|^》?$`,
);
const longestBehind = 60;
/** Between the two: whose the text is. */
const beforeName = new RegExp(`^(?:${anyOf(premiers)}(?:总理)?[在的]?)?(?:国务院|国家|我国|《)*$`);

/** The text that is named behind words as theirs: “……”，出自2014年政府工作报告。 */
function namedBehind(text: string, end: number, laws: readonly string[]): NamedText | undefined {
	const mark = fromBehind.exec(text.slice(end, end + 30));
	if (!mark) return undefined;
	const from = end + mark[0].length;
	const words = /^[^，,。；！？“”「」（(\n]*/.exec(text.slice(from, from + longestBehind))?.[0] ?? '';
	const [first] = named(words, from, laws);
	if (!first || first.kind === 'article') return undefined;
	const start = Math.min(first.name.start, first.year?.start ?? Infinity, first.place?.start ?? Infinity);
	if (!beforeName.test(text.slice(from, start))) return undefined;
	return ownBehind.test(text.slice(endOf(first), from + words.length)) ? first : undefined;
}

/** The other cells of the row of a table. */
function cellsBeside(text: string, start: number, end: number): readonly Place[] {
	const row = rowAround(text, start);
	return cellsOf(row?.text ?? '')
		.map(({ words, at }) => ({ text: words, start: (row?.start ?? 0) + at }))
		.filter(one => one.start > end || one.start + one.text.length < start);
}

/** The line that says where a block is from. */
function lineBehind(block: Block, end: number): Place | undefined {
	if (block.attribution) return block.attribution;
	const line = block.kind === 'quote' ? dashLine(block.text.slice(end)) : undefined;
	return line && { text: line.text, start: end + line.index };
}
