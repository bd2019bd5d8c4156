// Numbers as the formats of ST_NumberFormat (ECMA-376 part 1, 17.18.59) write them.

/** How each format writes a number; what has no sign of its own there counts in digits. */
const formats: ReadonlyMap<string, (n: number) => string> = new Map(
	Object.entries({
		chineseCounting: chinese,
		chineseCountingThousand: chinese,
		japaneseCounting: chinese,
		taiwaneseCounting: chinese,
		taiwaneseCountingThousand: chinese,
		ideographTraditional: stem,
		decimalEnclosedCircle: circled,
		decimalEnclosedCircleChinese: circled,
		upperLetter: letters,
		lowerLetter: n => letters(n).toLowerCase(),
		upperRoman: roman,
		lowerRoman: n => roman(n).toLowerCase(),
		decimalZero: n => String(n).padStart(2, '0'),
	} satisfies Record<string, (n: number) => string>),
);

/** A number as a format writes it; formats not known here count in digits. */
export function numeral(n: number, format: string): string {
	return formats.get(format)?.(n) ?? String(n);
}

/** 甲 to 癸, the heavenly stems. */
function stem(n: number): string {
	return '甲乙丙丁戊己庚辛壬癸'[n - 1] ?? String(n);
}

/** ① to ⑳. */
function circled(n: number): string {
	return n >= 1 && n <= 20 ? String.fromCharCode(0x245f + n) : String(n);
}

/** 一千零二十; up to four digits. */
function chinese(n: number): string {
	if (n < 0 || n > 9999) return String(n);
	if (n === 0) return '〇';
	const digits = '零一二三四五六七八九';
	let result = '';
	let gap = false;
	for (const [unit, name] of [
		[1000, '千'],
		[100, '百'],
		[10, '十'],
		[1, ''],
	] as const) {
		const digit = Math.floor(n / unit) % 10;
		if (digit === 0) gap = result !== '';
		else {
			result += (gap ? '零' : '') + digits.charAt(digit) + name;
			gap = false;
		}
	}
	return n < 20 ? result.replace(/^一十/, '十') : result;
}

/** A to Z, AA, BB … */
function letters(n: number): string {
	return n < 1 || n > 780 ? String(n) : String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
}

function roman(n: number): string {
	if (n < 1 || n > 3999) return String(n);
	let result = '';
	for (const [value, name] of [
		[1000, 'M'],
		[900, 'CM'],
		[500, 'D'],
		[400, 'CD'],
		[100, 'C'],
		[90, 'XC'],
		[50, 'L'],
		[40, 'XL'],
		[10, 'X'],
		[9, 'IX'],
		[5, 'V'],
		[4, 'IV'],
		[1, 'I'],
	] as const) {
		for (; n >= value; n -= value) result += name;
	}
	return result;
}
