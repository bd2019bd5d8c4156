// Numbers in Chinese prose that count or measure something: digits of any width, Chinese numerals, 万 and 亿, %, 成 and
// 分之, ranges, with the words that say how exactly they are meant. Years, dates, ordinals, names and slogans are none.

import { fold } from '../../text/fold';
import { numberValue } from '../../text/numerals';
import { latinUnit, unitBehind, type Unit } from './units';
import { present } from '../../text/values/fields';

/** How a number is meant: as it stands, or as more, less or about as much. */
export type Bound = 'exact' | 'over' | 'under' | 'about';

/** How exactly a number is meant; offsets of the text, half-open. */
interface Bounded {
	readonly bound: Bound;
	/** Whether the number itself is meant too: 以上, not 超过. */
	readonly inclusive?: true;
	/** With the words of its bound, and the unit where one of them stands behind that. */
	readonly from: number;
	readonly till: number;
}

/** A number as written; offsets of the text, half-open. */
export interface Quantity extends Bounded {
	/** With 万, % and 百分之, but without its unit; of a range from the first number to the last. */
	readonly start: number;
	readonly end: number;
	/** In units, or hundredths; of a range the lower end. */
	readonly value: number;
	/** The upper end of a range. */
	readonly to?: number;
	/** What its last digit that is not nought counts: of 1200 it is 100. */
	readonly step: number;
	/** What is compared with each other: 个 and 项 are one kind, % and 个百分点 too. */
	readonly kind: string;
	/** Of shares: whether it is a difference of two, 个百分点. */
	readonly points: boolean;
	/** Where its unit ends. */
	readonly unitEnd: number;
	/** Whether it is written with Chinese numerals. */
	readonly chinese: boolean;
}

const large: Readonly<Record<string, number>> = {
	万: 1e4,
	十万: 1e5,
	百万: 1e6,
	千万: 1e7,
	亿: 1e8,
	十亿: 1e9,
	百亿: 1e10,
	千亿: 1e11,
	万亿: 1e12,
};
const chinese = '[零〇一二两三四五六七八九十百千]';
const arabic = '\\d{1,3}(?:,\\d{3})+(?:[.·]\\d+)?(?!\\d)|\\d+(?:[.·]\\d+)?';
const scale = '万亿|千万|百万|千亿|百亿|十亿|十万|万|亿';
const tenths = '成(?:[一二三四五六七八九半](?!个))?(?![为本果立长员就功效品熟都交绩分])';
const pattern = new RegExp(
	`(第)?(?:([百千万]|${chinese}+)分之)?(?:(${arabic})|(${chinese}+(?:点[零〇一二三四五六七八九]+)?))([多余来](?=[万亿]))?(${scale})?(?:\\s*([%‰])|(${tenths}))?`,
	'g',
);
const joins = /^\s*(?:[-–—―~～]{1,2}|至|到)\s*$/;
const bounds: readonly (readonly [Bound, RegExp, RegExp])[] = [
	[
		'under',
		/(?:将近|接近|(?<![最附])近|不到|不足|不超过|(?<!不)低于|(?<!不)少于|最多|至多|不多于|不高于)$/,
		/^(?:以下|以内|之内|不到|弱)/,
	],
	[
		'over',
		/(?:达到或超过|超过|超出|超|逾|突破|(?<!不)高于|(?<!不)多于|大于|不低于|不少于|至少|最少)$/,
		/^(?:多(?![万亿])|余(?![万亿])|以上|之上|有余)/,
	],
	['about', /(?:大约|大概|约为|约|大致)$/, /^(?:左右|上下|来(?![自源到往])|前后)/],
];
/** Numbers in a row that have one unit. */
const sharing = /^(?:[、和与]\d+(?:\.\d+)?)+(?=个?百分点)/;
/** Words of a bound with which the number itself is meant too. */
const including = /以上|之上|以下|以内|之内|不低于|不少于|不超过|不多于|不高于|至少|最少|至多|最多|达到或/;
/** What stands before a place in an order that is a fact: 位居全球第二. */
const ranks = /(?:居|列|排|位)[^，。；、,;]{0,8}$/;

/** The numbers of a text that count or measure, in order. */
export function quantities(text: string): Quantity[] {
	const { plain, offsets } = visible(text);
	const found: Quantity[] = [];
	let before: Written | undefined;
	for (const written of numbersIn(plain)) {
		const low = before && joins.test(plain.slice(before.end, written.start)) ? before : undefined;
		before = written;
		const quantity = quantityOf(plain, written, low);
		if (!quantity) continue;
		if (low && (found.at(-1)?.start ?? -1) >= low.start) found.pop();
		found.push(quantity);
	}
	const at = (offset: number) => offsets[offset] ?? text.length;
	const behind = (offset: number) => at(offset - 1) + 1;
	return found.map(({ start, end, from, till, unitEnd, ...rest }) => ({
		...rest,
		start: at(start),
		end: behind(end),
		from: at(from),
		till: behind(till),
		unitEnd: behind(unitEnd),
	}));
}

/** A folded text without what markup blanked out and without TeX's escapes, and where each character stood. */
function visible(text: string): { readonly plain: string; readonly offsets: readonly number[] } {
	const folded = fold(text);
	const offsets: number[] = [];
	let plain = '';
	for (let at = 0; at < folded.length; at++) {
		const character = folded.charAt(at);
		if (character === '\0' || (character === '\\' && /[%$&]/.test(folded.charAt(at + 1)))) continue;
		plain += character;
		offsets.push(at);
	}
	return { plain, offsets };
}

/** A number as it is spelled. */
interface Written {
	readonly start: number;
	readonly end: number;
	/** Without its scale and its sign. */
	readonly bare: number;
	/** As it is spelled in digits or numerals. */
	readonly digits: string;
	readonly scale: string;
	readonly share: boolean;
	/** What its value is multiplied with, besides its scale. */
	readonly factor: number;
	/** 多 stands before its scale: 40多万. */
	readonly more: boolean;
	readonly ordinal: boolean;
	readonly chinese: boolean;
}

function numbersIn(plain: string): Written[] {
	return [...plain.matchAll(pattern)].flatMap(found => {
		const {
			0: whole,
			1: ordinal,
			2: parts,
			3: arabic,
			4: han,
			5: more,
			6: scale = '',
			7: sign,
			8: tenths,
			index,
		} = found;
		const bare = numberValue(arabic, han);
		if (bare === undefined || (tenths !== undefined && bare > 10)) return [];
		const factor = (tenths === undefined ? 1 : 10) * (sign === '‰' ? 0.1 : 1) * hundredths(parts);
		const start = index + (ordinal?.length ?? 0);
		return [
			{
				start,
				end: index + whole.length,
				bare: bare + (tenths === undefined ? 0 : tenthOf(tenths)),
				digits: arabic ?? han ?? '',
				scale,
				share: parts !== undefined || sign !== undefined || tenths !== undefined,
				factor,
				more: more !== undefined,
				ordinal: ordinal !== undefined,
				chinese: arabic === undefined,
			},
		];
	});
}

/** How many hundredths one of so many parts is: of 百分之 1. */
function hundredths(parts: string | undefined): number {
	const whole = parts === undefined ? 100 : numberValue(undefined, parts);
	return whole ? 100 / whole : Number.NaN;
}

/** What stands behind 成: 七成五. */
function tenthOf(tenths: string): number {
	const digit = tenths.charAt(1);
	return (digit === '半' ? 5 : (numberValue(undefined, digit) ?? 0)) / 10;
}

function quantityOf(plain: string, written: Written, low: Written | undefined): Quantity | undefined {
	const { start: first, end, chinese: han } = written;
	const start = low?.start ?? first;
	const rest = plain.slice(end, end + 12);
	if (isPartOfWord(plain, start, end, han)) return undefined;
	const value = valueOf(written, written);
	if (Number.isNaN(value)) return undefined;
	if (written.ordinal) return rankOf(plain, written, value);
	const more = boundBehind(rest);
	const unit = unitOf(plain, written, more.length);
	if (!unit || isWord(written, unit.kind)) return undefined;
	const unitEnd = end + more.length + unit.text.length;
	const bound = boundOf(plain, { start, end, unitEnd }, unit.kind, more.length > 0);
	return {
		start,
		end,
		unitEnd,
		value: low ? valueOf(low, written) : value,
		...(low ? { to: value } : {}),
		step: stepOf(written) * scales(written.scale) * written.factor,
		kind: unit.kind,
		points: unit.points === true,
		...(written.more && bound.bound === 'exact' ? { ...bound, bound: 'over' as const } : bound),
		chinese: han,
	};
}

/** The unit of a number, also where it stands behind the next: 4.2和0.7个百分点. */
function unitOf(plain: string, written: Written, more: number): Unit | undefined {
	const { end, share, scale } = written;
	const value = valueOf(written, written);
	const own = unitBehind(plain.slice(end + more, end + more + 12), share, value);
	if (own) return own;
	const shared = scale === '' && !written.chinese ? sharing.exec(plain.slice(end, end + 40)) : null;
	const unit = shared && unitBehind(plain.slice(end + shared[0].length, end + shared[0].length + 12), false, value);
	if (unit?.kind === '%') return { text: '', kind: '%', points: true };
	return bareScale(written, plain.slice(end, end + 2)) ? { text: '', kind: '' } : undefined;
}

/** 位居全球第二 is a fact; 第二, the second of a list, is none. */
function rankOf(plain: string, { start, end, chinese: han }: Written, value: number): Quantity | undefined {
	if (!ranks.test(plain.slice(Math.max(0, start - 12), start - 1))) return undefined;
	const exact = { step: 1, points: false, bound: 'exact', from: start, till: end, unitEnd: end } as const;
	return { start, end, value, kind: '第', chinese: han, ...exact };
}

/** 5G, 3D, 从0到N, “三农”: letters beside a number, or marks around numerals, make it a name. */
function isPartOfWord(plain: string, start: number, end: number, han: boolean): boolean {
	const [before, behind] = [plain.charAt(start - 1), plain.charAt(end)];
	if (/[a-z+×/:.-]/.test(before) || (han && before === '"')) return true;
	return /[a-z+×]/.test(behind) && latinUnit(plain.slice(end, end + 12)) === undefined;
}

/** 2.5万亿, 6000万农村人口: without a unit, but no name as 万亿级. */
function bareScale({ scale }: Written, rest: string): boolean {
	return scale !== '' && !/^(?:级|户型|[\da-z零〇一二两三四五六七八九十百千万亿])/.test(rest);
}

/** 千斤, 百家, 零部件, 二元结构: numerals that are words. */
function isWord({ chinese: han, digits, scale, share }: Written, kind: string): boolean {
	if (!han || share) return false;
	return /^(?:[一零]|[百千]+)$/.test(digits) || (scale === '' && (kind === '元' || kind === '度'));
}

function scales(scale: string): number {
	return large[scale] ?? 1;
}

/** The value of a number; the lower end of a range may have its scale and its sign from the upper one. */
function valueOf(one: Written, sign: Written): number {
	const scale = one.scale === '' ? sign.scale : one.scale;
	const factor = one.share ? one.factor : sign.factor;
	return Math.round(one.bare * scales(scale) * factor * 1e6) / 1e6;
}

/** What the last digit counts that is not nought, or stands behind the point. */
function stepOf({ digits, bare }: Written): number {
	const decimals = /[.·](\d+)$/.exec(digits)?.[1] ?? /点(.+)$/.exec(digits)?.[1];
	if (decimals !== undefined) return 10 ** -decimals.length;
	return 10 ** (/0*$/.exec(String(Math.round(bare)))?.[0].length ?? 0);
}

function boundBehind(rest: string): string {
	return bounds.map(([, , behind]) => behind.exec(rest)?.[0]).find(one => one !== undefined) ?? '';
}

function boundOf(
	plain: string,
	{ start, end, unitEnd }: { readonly start: number; readonly end: number; readonly unitEnd: number },
	kind: string,
	hasMore: boolean,
): Bounded {
	const front = plain.slice(Math.max(0, start - 5), start);
	const last = hasMore ? end : unitEnd;
	const rear = plain.slice(last, last + 4);
	for (const [bound, before, behind] of bounds) {
		// 近五年 are the last five.
		const said = kind === '年' ? '' : (before.exec(front)?.[0] ?? '');
		const after = behind.exec(rear)?.[0] ?? '';
		if (said === '' && after === '') continue;
		const place = { from: start - said.length, till: after === '' ? end : last + after.length };
		return present({ bound, ...place, inclusive: including.test(said + after) || undefined });
	}
	return { bound: 'exact', from: start, till: end };
}
