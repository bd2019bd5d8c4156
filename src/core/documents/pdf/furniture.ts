// Which lines of printed pages are not the text's: page numbers, and heads and feet that stand at the same place on
// several pages.

import type { Line } from './lines';

export interface Framed {
	readonly lines: readonly Line[];
	readonly dropped: readonly { readonly line: Line; readonly why: 'page-number' | 'running-head' | 'running-foot' }[];
}

/** Share of a page's height at its top and bottom in which heads and feet stand. */
const margin = 0.13;

/** `12`, `— 12 —`, `第 12 页 共 20 页`, `xii`, `十二` */
const pageNumber = new RegExp(
	[
		'^[-—–－·•\\s]*(?:第\\s*)?(?:\\d{1,4}|[ivxlc]{1,7}|[一二三四五六七八九十百〇零]{1,5})(?:\\s*页)?',
		'(?:\\s*[\\/／,，]?\\s*(?:of|共)?\\s*\\d{1,4}\\s*页?)?[-—–－·•\\s]*$',
	].join(''),
	'i',
);

const longestNumber = 60;
const isPageNumber = (text: string) => text.length <= longestNumber && pageNumber.test(text);

/** What ends so is said by a text, though it may recur. */
const sentence = /[。！？；，、][”’」』）)]*$/;

/**
 * Takes heads and feet out. A line goes if it is a page number at the edge of its page, or recurs there: the same but
 * for numbers, at the same height.
 */
export function withoutFrame(lines: readonly Line[], pages: number): Framed {
	const seen = new Map<string, Set<number>>();
	const keys = lines.map(line => (edge(line) === undefined || sentence.test(line.text) ? undefined : keyOf(line)));
	lines.forEach((line, i) => {
		for (const key of keys[i] ?? []) {
			const on = seen.get(key) ?? new Set();
			seen.set(key, on.add(line.page));
		}
	});
	const outer = outermost(lines);
	const often = Math.min(3, Math.max(2, pages));
	const kept: Line[] = [];
	const dropped: Framed['dropped'][number][] = [];
	lines.forEach((line, i) => {
		const where = edge(line);
		const recurs = keys[i]?.some(key => (seen.get(key)?.size ?? 0) >= often) ?? false;
		if (where === undefined) kept.push(line);
		else if (isPageNumber(line.text) && (outer.has(line) || recurs)) dropped.push({ line, why: 'page-number' });
		else if (recurs) dropped.push({ line, why: where === 'top' ? 'running-head' : 'running-foot' });
		else kept.push(line);
	});
	return { lines: kept, dropped };
}

function edge(line: Line): 'top' | 'bottom' | undefined {
	if (line.y < line.height * margin) return 'top';
	return line.y > line.height * (1 - margin) ? 'bottom' : undefined;
}

/** Text without numbers, with its height; two heights, since places of two pages may differ by a fraction. */
function keyOf(line: Line): readonly string[] {
	const text = line.text.replace(/\d+/g, '#').replace(/\s/g, '');
	const row = line.y / 6;
	return [`${text} ${Math.floor(row)}`, `${text} ${Math.floor(row + 0.5)}b`];
}

/** The first and the last line of every page. */
function outermost(lines: readonly Line[]): ReadonlySet<Line> {
	const first = new Map<number, Line>();
	const last = new Map<number, Line>();
	for (const line of lines) {
		if (line.y < (first.get(line.page)?.y ?? Infinity)) first.set(line.page, line);
		if (line.y > (last.get(line.page)?.y ?? -Infinity)) last.set(line.page, line);
	}
	return new Set([...first.values(), ...last.values()]);
}
