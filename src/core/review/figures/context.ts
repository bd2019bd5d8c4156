// What is said around a number: pairs of letters of its sentence, the nearer the heavier; and whether two numbers are
// said of the same.

import { fold } from '../../text/fold';
import type { Span } from '../../text/sentences';
import type { Quantity } from './numbers';

/** A pair of letters, and where it stands. */
interface Pair {
	readonly pair: string;
	readonly at: number;
}

/** A sentence with its numbers and what is said between them. */
export interface Statement {
	readonly text: string;
	readonly quantities: readonly Quantity[];
	readonly pairs: readonly Pair[];
	/** Where clauses end, and where the items of a list do. */
	readonly clauseEnds: readonly number[];
	readonly listEnds: readonly number[];
}

/** What is said of a number: pairs of letters, each as much as it stands near. */
export type Context = ReadonlyMap<string, number>;

/** So much less is said of a number by what stands beyond another, an item of a list, a clause before or behind. */
const farther = { number: 0.35, row: 0.6, item: 0.8, before: 0.6, other: 0.5, behind: 0.2 };
/** A clause that says less goes on with the one before it: ……上升3个百分点，达到51.2%. */
const fewestPairs = 2;
/** So much of what is counted must be spoken of. */
const leastOfHead = 0.3;
/** How long something took says nothing of another thing. */
const duration = '年';
/** What joins two numbers of one thing, or of things in a row: 由46.9%提高到48.2%, 分别增长9.4%、9.1%. */
const joins = /^(?:[^，。；：、]{0,6}(?:到|至|为)|[、和与及])$/;
/** What joins a number and how much it grew: 生产总值6万亿元、增长5%. */
const grows = /^[、，]?(?:同比|比上年|较上年|实际|名义)*(?:增长|增加|提高|上升|下降|减少|回落)$/;
/** Words that say nothing of what is counted, and part what does. */
const empty = new RegExp(
	[
		'[的了在是和与及或以等为于对将把被从向中其并则已也都还又再共拟年比]|[增升降减](?=[至到为])|(?:20|19)?\\d+年?',
		'达到|超过|占到|占比|比例|之比|份额|比重|占|达|约|左右|以上|以下|预计|实现|完成|分别|进行|我国|全国|贡献|来自|涵盖',
		'一共|总共|目前|截至|今年|去年|当年|全年|上年|计划|安排|已经|累计|预期|目标|已有|共有|现有|拥有|现在',
		'指出|提出|强调|显示|表明|报告|同比|增长|增加|提高|提升|上升|下降|减少|降低',
	].join('|'),
	'g',
);
/** Short names, and what they stand for: who retells a report says GDP. */
const longForms: readonly (readonly [RegExp, string])[] = [
	[/gdp|国民生产总值|经济总量|经济增速|经济增长率|(?<!对)经济(?=增长(?!的贡献|方式|点|极))/g, '国内生产总值'],
	[/cpi|消费物价|物价/g, '居民消费价格'],
	[/总产量/g, '产量'],
	[/首批/g, '第一批'],
	[/民企/g, '民营企业'],
	[/高铁(?!站)/g, '高速铁路'],
	[/研发(?=经费|支出|投入)/g, '研究与试验发展'],
	[/出境游(?!客)/g, '出境旅游'],
	[/棚改/g, '棚户区改造'],
	[/规上(?=工业|企业)/g, '规模以上'],
];

/** Reads a sentence; `quantities`: its numbers. */
export function statementOf(text: string, quantities: readonly Quantity[]): Statement {
	let words = fold(text);
	for (const { from, till, end, unitEnd } of quantities) {
		const last = Math.max(till, end, unitEnd);
		words = words.slice(0, from) + ' '.repeat(last - from) + words.slice(last);
	}
	const pairs: Pair[] = [];
	for (const [short, long] of longForms)
		words = words.replace(short, (all: string, at: number) => {
			for (let one = 0; one + 1 < long.length; one++) pairs.push({ pair: long.slice(one, one + 2), at });
			return ' '.repeat(all.length);
		});
	words = words.replace(empty, all => ' '.repeat(all.length));
	for (const { 0: run, index } of words.matchAll(/\p{L}+/gu))
		for (let at = 0; at + 1 < run.length; at++) pairs.push({ pair: run.slice(at, at + 2), at: index + at });
	return {
		text,
		quantities,
		pairs,
		clauseEnds: [...text.matchAll(/[，；：。！？—]/g)].map(one => one.index),
		listEnds: [...text.matchAll(/[、和与及]/g)].map(one => one.index),
	};
}

/** What a sentence says of one of its numbers. */
export function contextOf(statement: Statement, quantity: Quantity): Context {
	const { pairs, quantities, listEnds } = statement;
	const clause = clauseOf(statement, quantity);
	const others = quantities
		.filter(one => one !== quantity && one.kind !== duration && !isJoined(statement, one, quantity))
		.map(one => one.start)
		.filter(one => (clause.merged ?? clause.start) <= one && one < clause.end);
	const items = others.length > 0 ? listEnds.filter(end => !quantities.some(one => one.from === end + 1)) : [];
	const strangers = othersOf(statement, quantity);
	const isOther = isOfOther(statement, quantity, clause);
	const context = new Map<string, number>();
	for (const { pair, at } of pairs) {
		const [low, high] = at < quantity.start ? [at, quantity.start] : [quantity.start, at];
		const between = (places: readonly number[]) => places.filter(one => low < one && one < high).length;
		const before = statement.clauseEnds.filter(one => at < one && one < clause.start).length;
		const behind = statement.clauseEnds.filter(one => clause.end <= one && one < at).length;
		const weight =
			farther.number ** between(others) *
			(strangers.some(one => one.start <= at && at < one.end) ? farther.row : 1) *
			farther.item ** between(items) *
			farther.before ** before *
			(isOther(at) ? farther.other : 1) *
			farther.behind ** behind;
		context.set(pair, Math.max(weight, context.get(pair) ?? 0));
	}
	return context;
}

/** Where the things stand that other numbers of a row are of: of A、B分别增长9.4%、9.1% the first is A's. */
function othersOf({ text, quantities, listEnds }: Statement, quantity: Quantity): readonly Span[] {
	const start = Math.max(...[...'，；：。'].map(mark => text.lastIndexOf(mark, quantity.start))) + 1;
	const end = text.lastIndexOf('分别', quantity.start);
	if (end < start) return [];
	const ends = listEnds.filter(one => start <= one && one < end);
	const things = [start, ...ends.map(one => one + 1)].map((from, at) => ({ start: from, end: ends[at] ?? end }));
	const row = quantities.filter(one => end < one.start && !/[，；。]/.test(text.slice(end, one.start)));
	return things.length === row.length ? things.filter((_, at) => row[at] !== quantity) : [];
}

/** The clause of a number, with the one before it where it says next to nothing; `merged`: where it begins then. */
function clauseOf(
	{ pairs, clauseEnds }: Statement,
	{ start }: Quantity,
): { readonly start: number; readonly end: number; readonly merged?: number } {
	const end = clauseEnds.find(one => one >= start) ?? Infinity;
	const ends = clauseEnds.filter(one => one < start);
	const own = (ends.at(-1) ?? -1) + 1;
	const said = pairs.filter(one => own <= one.at && one.at < end).length;
	if (said >= fewestPairs || ends.length === 0) return { start: own, end };
	return { start: (ends.at(-2) ?? -1) + 1, end, merged: own };
}

/** Whether what stands at a place is in a clause before that tells of another number. */
function isOfOther(
	{ quantities, clauseEnds }: Statement,
	{ kind }: Quantity,
	{ start }: { readonly start: number },
): (at: number) => boolean {
	const others = quantities
		.filter(one => one.start < start && one.kind === kind)
		.map(({ start: at }) => ({
			start: (clauseEnds.findLast(one => one < at) ?? -1) + 1,
			end: clauseEnds.find(one => one >= at) ?? start,
		}));
	return at => others.some(one => one.start <= at && at < one.end);
}

function isJoined({ text }: Statement, one: Quantity, other: Quantity): boolean {
	const [first, second] = one.start < other.start ? [one, other] : [other, one];
	const between = text.slice(Math.max(first.unitEnd, first.till), second.from);
	return (first.kind === second.kind && joins.test(between)) || grows.test(between);
}

/** Where what is counted goes on behind a number, up to another word of the sentence: 70%的[技术创新成果]. */
const head = /^的?[^的了在是和与及、，。；：（）()\s\d]{1,16}/;

/** Whether what a number counts is spoken of in another sentence too, as far as it stands behind the number. */
export function sharesHead({ text, pairs }: Statement, { till, unitEnd, end }: Quantity, other: Statement): boolean {
	const from = Math.max(till, unitEnd, end);
	const to = from + (head.exec(text.slice(from))?.[0].length ?? 0);
	return shared(pairs, { start: from, end: to }, other) >= leastOfHead;
}

/** Whether what the clause of a number says is spoken of in another sentence too. */
export function sharesClause(statement: Statement, quantity: Quantity, other: Statement): boolean {
	return shared(statement.pairs, clauseOf(statement, quantity), other) >= leastOfHead;
}

function shared(
	pairs: readonly Pair[],
	{ start, end }: { readonly start: number; readonly end: number },
	other: Statement,
): number {
	const own = pairs.filter(one => start <= one.at && one.at < end);
	const there = new Set(other.pairs.map(one => one.pair));
	return own.length === 0 ? 1 : own.filter(one => there.has(one.pair)).length / own.length;
}

/** How alike two contexts are, from 0 to 1; `rarity`: what a pair counts. */
export function likeness(one: Context, other: Context, rarity: (pair: string) => number): number {
	return share(one, other, rarity) ** 0.75 * share(other, one, rarity) ** 0.25;
}

/** How much of what is said in one context is said in another. */
function share(one: Context, other: Context, rarity: (pair: string) => number): number {
	let [both, all] = [0, 0];
	for (const [pair, weight] of one) {
		all += weight * rarity(pair);
		both += Math.min(weight, other.get(pair) ?? 0) * rarity(pair);
	}
	return all === 0 ? 0 : both / all;
}
