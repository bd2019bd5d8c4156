// Numbers Word puts before paragraphs by itself (一、 （二） 3.): they stand in no text, but readers see them.

import { attribute, readXml } from './xml';

interface Level {
	start: number;
	format: string;
	/** `第%1章`, with a place for the number of each level. */
	text: string;
}

/** Longest pattern of a label that is read, in UTF-16 code units: nine levels with words between them. */
const longestPattern = 255;

/** Gives the number that stands before the next paragraph of a list; '' for bullets and unknown lists. */
export type Numbering = (id: string, level: number) => string;

/** Reads numbering.xml (ECMA-376 part 1, 17.9). */
export function readNumbering(xml: string): Numbering {
	const abstract = new Map<string, Map<number, Level>>();
	const lists = new Map<string, { kind: string; starts: Map<number, number> }>();
	let levels: Map<number, Level> | undefined;
	let level: Level | undefined;
	let list: { kind: string; starts: Map<number, number> } | undefined;
	let overridden = 0;
	readXml(xml, {
		open(name, attributes) {
			const value = () => attribute(attributes, 'val') ?? '';
			switch (name) {
				case 'abstractNum':
					abstract.set(attribute(attributes, 'abstractNumId') ?? '', (levels = new Map<number, Level>()));
					break;
				case 'num':
					lists.set(attribute(attributes, 'numId') ?? '', (list = { kind: '', starts: new Map<number, number>() }));
					break;
				case 'abstractNumId':
					if (list) list.kind = value();
					break;
				case 'lvlOverride':
					overridden = Number(attribute(attributes, 'ilvl')) || 0;
					break;
				case 'startOverride':
					list?.starts.set(overridden, Number(value()) || 1);
					break;
				case 'lvl':
					if (!list)
						levels?.set(
							Number(attribute(attributes, 'ilvl')) || 0,
							(level = { start: 1, format: 'decimal', text: '' }),
						);
					break;
				case 'start':
					if (level) level.start = Number(value()) || 0;
					break;
				case 'numFmt':
					if (level) level.format = value();
					break;
				case 'lvlText':
					if (level) level.text = value().slice(0, longestPattern);
					break;
			}
		},
		close(name) {
			if (name === 'abstractNum') levels = undefined;
			else if (name === 'num') list = undefined;
			else if (name === 'lvl') level = undefined;
		},
		text: () => undefined,
	});
	const counters = new Map<string, number[]>();
	return (id, at) => {
		const known = lists.get(id);
		const shapes = known && abstract.get(known.kind);
		const shape = shapes?.get(at);
		if (!known || !shapes || !shape || at > 8) return '';
		// Lists of one kind count on, unless one starts anew
		const owner = known.starts.size > 0 ? `${known.kind}/${id}` : known.kind;
		const counts = counters.get(owner) ?? [];
		counters.set(owner, counts);
		const first = (of: number) => known.starts.get(of) ?? shapes.get(of)?.start ?? 1;
		counts[at] = counts[at] === undefined ? first(at) : counts[at] + 1;
		counts.length = at + 1; // deeper levels begin anew
		if (shape.format === 'bullet' || shape.format === 'none') return '';
		return shape.text.replace(/%([1-9])/g, (_, n: string) => {
			const of = Number(n) - 1;
			return numeral(counts[of] ?? first(of), shapes.get(of)?.format ?? 'decimal');
		});
	};
}

/** A number as a format of ST_NumberFormat writes it; formats not known here count in digits. */
export function numeral(n: number, format: string): string {
	switch (format) {
		case 'chineseCounting':
		case 'chineseCountingThousand':
		case 'japaneseCounting':
		case 'taiwaneseCountingThousand':
		case 'taiwaneseCounting':
			return chinese(n);
		case 'ideographTraditional':
			return '甲乙丙丁戊己庚辛壬癸'[n - 1] ?? String(n);
		case 'decimalEnclosedCircle':
		case 'decimalEnclosedCircleChinese':
			return n >= 1 && n <= 20 ? String.fromCharCode(0x245f + n) : String(n);
		case 'upperLetter':
			return letters(n);
		case 'lowerLetter':
			return letters(n).toLowerCase();
		case 'upperRoman':
			return roman(n);
		case 'lowerRoman':
			return roman(n).toLowerCase();
		case 'decimalZero':
			return String(n).padStart(2, '0');
		default:
			return String(n);
	}
}

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
			result += (gap ? '零' : '') + digits[digit]! + name;
			gap = false;
		}
	}
	return n < 20 ? result.replace(/^一十/, '十') : result;
}

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
