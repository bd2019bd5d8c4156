// Where a paragraph of a draft quotes with marks: “ ”, 「 」, 『 』, straight ones in pairs, and block quotes.

import type { Block } from '../draft/blocks';

/** A quotation's content, without its marks. UTF-16 code units of the paragraph, half-open. */
export interface Quoted {
	readonly start: number;
	readonly end: number;
	readonly marks: 'quotes' | 'block';
	/** Nothing closes it in the paragraph: it goes on in the next one, or is being written. */
	readonly open?: true;
}

const opening = '“「『﹁﹃〝';
/** So many marks may be open within each other. */
const deepest = 8;
const closing = '”」』﹂﹄〞';

/**
 * The outermost quotations of a paragraph; those inside others are part of them. A mark that nothing closes opens
 * nothing, unless it begins the paragraph, or is one of those the draft closes paragraphs later (`carried`): then the
 * quotation goes on in the next one, as printed texts have it.
 */
export function quotedIn({ text, carried = [] }: Pick<Block, 'text' | 'carried'>): Quoted[] {
	const found: Quoted[] = [];
	const open: { at: number; kind: number }[] = [];
	for (let at = 0; at < text.length; at++) {
		const opens = opening.indexOf(text.charAt(at));
		if (opens >= 0) {
			// The same mark within itself: the one before was never closed, or marks are nested without change; both are one
			// quotation.
			open.push({ at, kind: opens });
			continue;
		}
		const closes = closing.indexOf(text.charAt(at));
		if (closes < 0) continue;
		const near = open.slice(-deepest);
		const depth = near.findLastIndex(one => one.kind === closes);
		const opened = near[depth];
		if (!opened) continue;
		const start = opened.at + 1;
		open.length -= near.length - depth;
		while ((found.at(-1)?.start ?? -1) >= start) found.pop();
		found.push({ start, end: at, marks: 'quotes' });
	}
	const first = open.find(one => carried.includes(one.at)) ?? open[0];
	const goesOn = first && (carried.includes(first.at) || text.slice(0, first.at).trim() === '');
	if (goesOn && found.every(one => one.start < first.at))
		found.push({ start: first.at + 1, end: text.length, marks: 'quotes', open: true });
	const others = [...straight(text, found), ...grave(text, found)];
	const outer = found.filter(one => !others.some(other => other.start <= one.start && one.end <= other.end));
	return [...outer, ...others].sort((a, b) => a.start - b.start);
}

/** Between ``the marks of LaTeX'', where Chinese stands between them. */
function grave(text: string, taken: readonly Quoted[]): Quoted[] {
	if (!text.includes('``')) return [];
	return [...text.matchAll(/``([^`']*)''/g)]
		.filter(({ 1: inner = '' }) => /\p{Script=Han}/u.test(inner))
		.map(({ 0: all, index }) => ({ start: index + 2, end: index + all.length - 2, marks: 'quotes' as const }))
		.filter(one => !taken.some(other => other.start < one.end && one.start < other.end));
}

const within: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』' };

/**
 * What is quoted within a quotation as somebody's words, behind a verb or mark of saying or at its very beginning;
 * offsets of the paragraph.
 */
export function quotedWithin(
	text: string,
	{ start, end }: Pick<Quoted, 'start' | 'end'>,
): Pick<Quoted, 'start' | 'end'> | undefined {
	const found = /(?:^|[说說道问問答出调調示][，,：:]?|[：:])\s*([“‘「『])/u.exec(text.slice(start, end));
	if (!found) return undefined;
	const from = start + found.index + found[0].length;
	const close = within[found[1] ?? ''];
	const to = close === undefined ? -1 : text.slice(0, end).lastIndexOf(close);
	return to > from ? { start: from, end: to } : undefined;
}

/** Between straight marks, where they come in pairs and Chinese stands between them; others may be within them. */
function straight(text: string, taken: readonly Quoted[]): Quoted[] {
	if (!text.includes('"')) return [];
	const marks: number[] = [];
	for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) marks.push(at);
	if (marks.length % 2 === 1) return [];
	const found: Quoted[] = [];
	let next = 0;
	for (let pair = 0; pair < marks.length; pair += 2) {
		const [open = 0, end = 0] = marks.slice(pair, pair + 2);
		const start = open + 1;
		while ((taken[next]?.end ?? Infinity) < start) next++;
		let last = next;
		while ((taken[last]?.start ?? Infinity) < end) last++;
		const isFree = taken.slice(next, last).every(one => start < one.start && one.end < end && !one.open);
		if (isFree && /\p{Script=Han}/u.test(text.slice(start, end))) found.push({ start, end, marks: 'quotes' });
	}
	return found;
}
