// What makes two numbers two things although the same is said of them: another year or season, another place, growth
// and share.

import { fold } from '../../text/fold';
import { cities, provinces } from '../../text/officialNames';
import type { Quantity } from './numbers';
import { behindLast } from '../../text/words/textEnd';

const seasons = /上半年|下半年|前?[一二三四]季度|前三季度|(?<![\d])\d{1,2}月份?|当月|每年|年均|十[一二三四五]五/g;
const places = new RegExp(
	[
		`(${[...provinces, ...cities].join('|')})[省市]?`,
		'[我本全](?:省|市|县|区|州)',
		'(?<=[，。、；：（,;:(\\s]|^)\\p{Script=Han}{2}(?:省|市|县)',
		'美国|日本|欧盟|世界|全球',
	].join('|'),
	'gu',
);
const growth = /增长|增加|提高|提升|上升|增|上涨|扩大|下降|减少|降低|回落|下调|上调/;
const share = /占|比重|比例|占比|份额/;

/** Parts of a whole, which a number is of or is not. */
const parts = { both: /中央|地方|农村|东部|中部|西部|东北|中西部/g, written: /城镇|城市|民营|国有|外资/g };
/** What tells one of a row from the others. */
const batches = /第[二三四五六七八九十\d]+(?:批|次|届|期|轮|阶段|步)/g;
/** What is planned, and what tells that a source plans. */
const planned = { written: /(?<!超)预期|目标|拟|计划|力争/, source: /(?<!超)预期|目标|拟|计划|力争|今年/ };
/** What a writer reckons, or has asked. */
const reckoned = /本文|笔者|课题组|问卷|受访|样本|测算|估算|推算|折合|换算|相差|合计|之和/g;

/** The provinces and cities a text names. */
export function placesIn(text: string): readonly string[] {
	return [...provinces, ...cities].filter(one => text.includes(one));
}

/** A sentence, and where in it a number stands. */
export interface Placed {
	readonly text: string;
	readonly quantity: Quantity;
}

/** What is known of a source beside its sentence: all it says there, and the years it may tell of. */
export interface Surroundings {
	readonly around: string;
	readonly years: readonly string[];
	/** Whether its text is at hand, not only what is recorded of it. */
	readonly isWhole: boolean;
}

/** Whether a draft tells of another time or place than a source does, or of what the writer reckons. */
export function isElsewhere(written: Placed, original: Placed, { around, years, isWhole }: Surroundings): boolean {
	const [own, source] = [fold(written.text), fold(original.text)];
	const year = yearOf(own, written.quantity);
	const there = yearOf(source, original.quantity);
	const known = there === undefined ? years : [there];
	if (year !== undefined && known.length > 0 && !known.includes(year)) return true;
	const clause = /^[^，。；：,;:]*/.exec(own.slice(written.quantity.end))?.[0].length ?? 0;
	const clauses = own.slice(0, written.quantity.end + clause);
	const lacks = (pattern: RegExp, words: string) =>
		[...clauses.matchAll(pattern)].some(([one, stem = one]) => !words.includes(stem));
	const near = fold(around) + source;
	if (isWhole && planned.written.test(clauses) && !planned.source.test(near)) return true;
	if (isOfOtherPart(written, original)) return true;
	return lacks(seasons, source) || lacks(reckoned, source) || lacks(batches, source) || lacks(places, near);
}

/** Whether one number is of a part, 中央财政, and the other is not. */
function isOfOtherPart(written: Placed, original: Placed): boolean {
	const own = clauseAround(fold(written.text), written.quantity);
	const source = clauseAround(fold(original.text), original.quantity);
	const lacks = (of: string, text: string, pattern: RegExp) =>
		[...of.matchAll(pattern)].some(([one]) => !fold(text).includes(one));
	return (
		lacks(own, original.text, parts.both) ||
		lacks(own, original.text, parts.written) ||
		lacks(source, written.text, parts.both)
	);
}

/** Whether one number is a growth and the other a share, or one a difference and the other a level. */
export function isOtherMeasure(written: Placed, source: Placed): boolean {
	const [own, other] = [measureOf(written), measureOf(source)];
	if (own !== undefined && other !== undefined && own !== other) return true;
	if (directionOf(written) * directionOf(source) < 0) return true;
	return written.quantity.kind !== '%' && isDifference(written) !== isDifference(source);
}

function measureOf({ text, quantity: { from, till, kind } }: Placed): 'growth' | 'share' | undefined {
	if (kind !== '%') return undefined;
	const before = behindLast(text.slice(0, from), '，。；：、,;:').slice(-8);
	const behind = /^[^，。；：、,;:]{0,6}/.exec(text.slice(till))?.[0] ?? '';
	// 提高到60% is no growth of 60 %.
	if (!/[到至为达在]$/.test(before) && (growth.test(before) || growth.test(behind))) return 'growth';
	return share.test(before) ? 'share' : undefined;
}

/** Whether a draft and a source name one year for their numbers. */
export function isOfSameYear(written: Placed, source: Placed): boolean {
	const year = yearOf(fold(written.text), written.quantity);
	return year !== undefined && year === yearOf(fold(source.text), source.quantity);
}

/** Whether a source's number is a mean or of a season where the draft names none. */
export function isOfOtherSpan(written: Placed, source: Placed): boolean {
	const own = fold(written.text);
	return [...clauseAround(fold(source.text), source.quantity).matchAll(seasons)].some(([one]) => !own.includes(one));
}

/** Whether a number stands right behind a word of growing or falling: 增加1000亿元, not 增加到5000亿元. */
export function isDifference({ text, quantity: { from } }: Placed): boolean {
	return /(?:增长|增加|增产|提高|上升|上涨|新增|减少|减产|下降|降低|回落)了?$/.test(
		text.slice(Math.max(0, from - 4), from),
	);
}

/** 1 right behind a word of growing, -1 behind one of falling. */
function directionOf({ text, quantity: { from } }: Placed): number {
	const before = text.slice(Math.max(0, from - 4), from);
	if (/(?:减少|减产|下降|降低|回落|收窄)了?$/.test(before)) return -1;
	return /(?:增长|增加|增产|提高|上升|上涨|扩大)了?$/.test(before) ? 1 : 0;
}

/** The year a number is of: the last one named before it, or one in its clause. */
function yearOf(text: string, { start, unitEnd }: Quantity): string | undefined {
	const named = [...text.matchAll(/(?<!\d)((?:19|20)\d\d)(?=年|[-—~至])/g)];
	const before = named.findLast(one => one.index < start);
	const clause = /^[^，。；：,;:]*/.exec(text.slice(unitEnd))?.[0].length ?? 0;
	return (before ?? named.find(one => one.index < unitEnd + clause))?.[1];
}

function clauseAround(text: string, { start, unitEnd }: Quantity): string {
	const before = behindLast(text.slice(0, start), '，。；：,;:');
	return before + (/^[^，。；：,;:]*/.exec(text.slice(unitEnd))?.[0] ?? '');
}
