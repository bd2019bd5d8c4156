// What numerals are worth, and numbers in Chinese numerals.

const digits = '零一二三四五六七八九';
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** The value of a number in digits or in Chinese numerals; nothing where it is none. */
export function numberValue(arabic: string | undefined, chinese = ''): number | undefined {
	if (arabic === undefined && chinese === '') return undefined;
	const value = arabic === undefined ? chineseValue(chinese) : Number(arabic.replace(/,/g, '').replace('·', '.'));
	return value === undefined || Number.isNaN(value) ? undefined : value;
}

/** 四十五 → 45, 二〇二四 → 2024, 三点五 → 3.5; nothing where it is no number. */
function chineseValue(text: string): number | undefined {
	const [whole = '', decimals] = text.split('点');
	const marks = [...whole.replace(/〇/g, '零').replace(/两/g, '二')];
	if (decimals !== undefined) {
		const front = chineseValue(whole);
		return front === undefined ? undefined : Number(`${front}.${spelled([...decimals.replace(/〇/g, '零')])}`);
	}
	if (!marks.some(mark => places[mark] !== undefined)) return Number(spelled(marks));
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

function spelled(marks: readonly string[]): string {
	return marks.map(mark => digits.indexOf(mark)).join('');
}

/** A whole number below 100 in Chinese numerals. */
export function inChinese(value: number): string | undefined {
	if (!Number.isInteger(value) || value < 1 || value > 99) return undefined;
	const [ten, one] = [Math.floor(value / 10), value % 10];
	const tens = ten > 0 ? `${ten > 1 ? digits.charAt(ten) : ''}十` : '';
	return tens + (one > 0 ? digits.charAt(one) : '');
}
