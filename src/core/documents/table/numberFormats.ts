// How cells of an Excel file show their numbers: percentages, days, decimals (ECMA-376 part 1, 18.8.30). Marks between
// thousands are not shown: nobody writes them in Chinese.

import { attribute, readXml } from '../office/xml';

/** How a number is shown. */
export type NumberFormat =
	| { readonly kind: 'general' }
	| { readonly kind: 'decimal' | 'percent'; readonly decimals: number }
	| { readonly kind: 'day' | 'month' };

/** Those that files name by number alone. */
const known: Readonly<Record<number, NumberFormat>> = {
	0: { kind: 'general' },
	1: { kind: 'decimal', decimals: 0 },
	2: { kind: 'decimal', decimals: 2 },
	3: { kind: 'decimal', decimals: 0 },
	4: { kind: 'decimal', decimals: 2 },
	9: { kind: 'percent', decimals: 0 },
	10: { kind: 'percent', decimals: 2 },
	14: { kind: 'day' },
	15: { kind: 'day' },
	17: { kind: 'month' },
	22: { kind: 'day' },
	27: { kind: 'month' },
	31: { kind: 'day' },
	57: { kind: 'month' },
};

/** The formats of a file's cells, by the number a cell names; none for what is told in no such way. */
export function numberFormats(styles: string): readonly (NumberFormat | undefined)[] {
	const codes = new Map<number, string>();
	const cells: (NumberFormat | undefined)[] = [];
	let inCells = false;
	readXml(styles, {
		open(name, attributes) {
			const id = Number(attribute(attributes, 'numFmtId') ?? 0);
			if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
			else if (name === 'cellXfs') inCells = true;
			else if (name === 'xf' && inCells) cells.push(formatOf(codes.get(id)) ?? known[id]);
		},
		close(name) {
			if (name === 'cellXfs') inCells = false;
		},
		text: () => undefined,
	});
	return cells;
}

/** A longer code is none that a person made. */
const longestFormat = 255;

function formatOf(code: string | undefined): NumberFormat | undefined {
	if (code === undefined || code.length > longestFormat) return undefined;
	const plain = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
	if (/y/.test(plain)) return { kind: plain.includes('d') ? 'day' : 'month' };
	const decimals = /\.([0#]+)/.exec(plain)?.[1]?.length ?? 0;
	if (plain.includes('%')) return { kind: 'percent', decimals };
	if (/^[#,0. ]*0[#,0. ]*$/.test(plain)) return { kind: 'decimal', decimals };
	return plain === 'general' ? { kind: 'general' } : undefined;
}

/** Days are counted from this one; Excel takes 1900 for a leap year. */
const dayZero = Date.UTC(1899, 11, 30);
const perDay = 86_400_000;

/** A number as its cell shows it. */
export function shownNumber(text: string, format: NumberFormat): string {
	const value = Number(text);
	if (text.trim() === '' || !Number.isFinite(value)) return text;
	switch (format.kind) {
		case 'general':
			return String(Number(value.toPrecision(12)));
		case 'decimal':
			return rounded(value, format.decimals);
		case 'percent':
			return `${rounded(value * 100, format.decimals)}%`;
		default:
			return shownDay(value, format.kind) ?? text;
	}
}

function rounded(value: number, decimals: number): string {
	return Math.abs(value) < 1e15 ? Number(value.toPrecision(15)).toFixed(Math.min(decimals, 20)) : String(value);
}

function shownDay(value: number, kind: 'day' | 'month'): string | undefined {
	if (value < 61 || value > 2_958_465) return undefined;
	const day = new Date(dayZero + Math.floor(value) * perDay).toISOString().slice(0, 10);
	return kind === 'day' ? day : day.slice(0, 7);
}
