// Numbers in brackets that cite the entries of a list, in every shape in which people write them: `[1]`, `［1，3］`,
// `〔1-3〕`, `[1]—[3]`, `[2:25]`.

/** A number or a group of them in brackets; half-open offsets, each number with its own. */
export interface NumberMark {
	readonly start: number;
	readonly end: number;
	readonly numbers: readonly { readonly number: number; readonly start: number; readonly end: number }[];
	/** What the mark means: `1-3` is 1, 2, 3. */
	readonly means: readonly number[];
	/** Whether it names a stretch by its ends. */
	readonly range: boolean;
	/** The brackets, of which it has the first and the last. */
	readonly brackets: readonly [open: string, close: string];
}

/** Brackets of numbers, each with its partner. */
export const numberBrackets: ReadonlyMap<string, string> = new Map([
	['[', ']'],
	['［', '］'],
	['〔', '〕'],
	['【', '】'],
]);

/** A higher number in brackets is a year. */
export const highest = 999;
const longestRange = 100;

const digits = '[\\d０-９]{1,4}';
const to = '[-–~～—―至]{1,2}';
const mark = new RegExp(
	`([[［〔【])(\\s*${digits}(?:\\s*(?:[,，、]|${to})\\s*${digits})*\\s*)(?:[:：][^[\\]［］〔〕【】\\r\\n]{0,20})?([\\]］〕】])`,
	'g',
);
const number = /[\d０-９]+/g;
const isRange = new RegExp(to);
const between = new RegExp(`^[ \\t]*${to}[ \\t]*$`);

/** The marks of a text in which numbers are cited; what begins an entry of a list looks the same. */
export function numberMarks(text: string): NumberMark[] {
	const found: NumberMark[] = [];
	for (const { 0: all, 1: open = '', 2: inner = '', 3: close = '', index } of text.matchAll(mark)) {
		if (numberBrackets.get(open) !== close) continue;
		const numbers = [...inner.matchAll(number)].map(({ 0: written, index: at }) => {
			const start = index + 1 + at;
			return { number: numberOf(written), start, end: start + written.length };
		});
		const one = {
			start: index,
			end: index + all.length,
			numbers,
			means: spelled(inner),
			range: isRange.test(inner),
			brackets: [open, close] as const,
		};
		const last = found.at(-1);
		if (last && between.test(text.slice(last.end, one.start))) found[found.length - 1] = stretch(last, one);
		else found.push(one);
	}
	return found;
}

/** A number as it is written, in digits of either width. */
export function numberOf(written: string): number {
	return Number(written.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)));
}

/** Two marks with a sign of a stretch between them: one mark. */
function stretch(first: NumberMark, last: NumberMark): NumberMark {
	const [from = 0, end = 0] = [first.means.at(-1), last.means[0]];
	return {
		...first,
		end: last.end,
		numbers: [...first.numbers, ...last.numbers],
		means: [...first.means, ...fromTo(from, end).slice(1), ...last.means.slice(1)],
		range: true,
	};
}

function spelled(inner: string): number[] {
	return inner.split(/[,，、]/).flatMap(part => {
		const [from = 0, end] = part.split(isRange).map(one => numberOf(one.trim()));
		return end === undefined ? [from] : fromTo(from, end);
	});
}

function fromTo(from: number, end: number): number[] {
	if (end <= from || end - from > longestRange) return [from];
	return Array.from({ length: end - from + 1 }, (_, at) => from + at);
}
