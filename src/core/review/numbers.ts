// Numbers in Chinese prose: digits of any width, Chinese numerals, 万 and 亿, percentages and 成, and how exactly they
// are meant.

import { fold } from '../text/fold';

/** A number as written; offsets of the text, half-open, with 万, % and 百分之 but without its unit. */
export interface Quantity {
	readonly start: number;
	readonly end: number;
	readonly value: number;
	readonly percent: boolean;
	/** 第三: a place, not a count. */
	readonly ordinal: boolean;
	/** 约, 近, 超过, 多, 左右 and the like stand with it. */
	readonly about: boolean;
	/** Whether it is written with Chinese numerals. */
	readonly chinese: boolean;
}

const digits = '零一二三四五六七八九';
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const large: Readonly<Record<string, number>> = {
	'': 1,
	千: 1e3,
	百万: 1e6,
	万: 1e4,
	亿: 1e8,
	千万: 1e7,
	万亿: 1e12,
	千亿: 1e11,
	百亿: 1e10,
};
const numeral = '[零〇一二两三四五六七八九十百千]';
const pattern = new RegExp(
	`(第)?(百分之)?(?:(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)|(${numeral}+))(万亿|百万|千万|百亿|千亿|万|亿)?(\\s*\\\\?%|成(?![为本果立长员就功效品熟都]))?`,
	'g',
);
const before = /(?:大约|大概|约|近|将近|接近|超过|超|逾|突破|达到或超过|不到|不足|至少|最多)$/;
const behind = /^(?:多|余|左右|以上|以下|上下|来)/;

/** The numbers of a text, in order. */
export function quantities(text: string): Quantity[] {
	const folded = fold(text);
	return [...folded.matchAll(pattern)].flatMap(
		({ 0: whole, 1: ordinal, 2: percent, 3: arabic, 4: chinese, 5: scale = '', 6: tail = '', index }) => {
			const plain = valueOf(arabic, chinese);
			if (plain === undefined) return [];
			const tenths = tail === '成';
			// 七成 is 70 %, 三成员 is none.
			if (tenths && plain > 10) return [];
			const start = index + (ordinal?.length ?? 0);
			const end = index + whole.length;
			const value = plain * (large[scale] ?? 1) * (tenths ? 10 : 1);
			const near =
				before.test(folded.slice(Math.max(0, index - 5), index)) ||
				behind.test(folded.slice(end, end + 4)) ||
				behind.test(folded.slice(end + 1, end + 4));
			return [
				{
					start,
					end,
					value: Math.round(value * 1e6) / 1e6,
					percent: percent !== undefined || tail !== '',
					ordinal: ordinal !== undefined,
					about: near,
					chinese: chinese !== undefined,
				},
			];
		},
	);
}

/** The value of a number in digits or in Chinese numerals, without 万 and the like; nothing where it is none. */
function valueOf(arabic: string | undefined, chinese = ''): number | undefined {
	const value = arabic === undefined ? chineseValue(chinese) : Number(arabic.replace(/,/g, ''));
	return Number.isNaN(value) ? undefined : value;
}

/** 四十五 → 45, 二〇二四 → 2024; nothing where it is no number. */
function chineseValue(text: string): number | undefined {
	const marks = [...text.replace(/〇/g, '零').replace(/两/g, '二')];
	if (!marks.some(mark => places[mark] !== undefined)) return Number(marks.map(mark => digits.indexOf(mark)).join(''));
	let sum = 0;
	let digit: number | undefined;
	for (const mark of marks) {
		const place = places[mark];
		if (place === undefined) {
			if (digit !== undefined && digit !== 0) return undefined;
			digit = digits.indexOf(mark);
		} else {
			sum += (digit ?? 1) * place;
			digit = undefined;
		}
	}
	return sum + (digit ?? 0);
}

/** A whole number below 100 in Chinese numerals. */
export function inChinese(value: number): string | undefined {
	if (!Number.isInteger(value) || value < 1 || value > 99) return undefined;
	const [ten, one] = [Math.floor(value / 10), value % 10];
	const tens = ten > 0 ? `${ten > 1 ? digits.charAt(ten) : ''}十` : '';
	return tens + (one > 0 ? digits.charAt(one) : '');
}
