// Draws the bars of a timeline as SVG, made of nodes: words of the corpus become text, never markup.
import { barsOf, linesOf, undated, type Bar } from './model';
import type { Sheet, Strings } from './protocol';
import { barWords } from './wording';

/** Sizes in pixels; the drawing is as wide as its place, so that its words are as large as those around it. */
const size = { height: 220, left: 40, right: 8, top: 12, bottom: 26, least: 200, most: 1000 } as const;
/** Pixels that the name of a year takes up. */
const nameRoom = 40;

function shape(
	tag: string,
	attributes: Readonly<Record<string, string | number>>,
	...children: readonly (Node | string)[]
): SVGElement {
	const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
	for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
	made.append(...children);
	return made;
}

/**
 * The chart. `label`: what it says in words; the tables below say the rest, so that for screen readers it is one
 * picture. `room`: the pixels there are from side to side.
 */
export function chart({ timeline }: Sheet, chosen: string, label: string, strings: Strings, room: number): SVGElement {
	const all = Math.min(size.most, Math.max(size.least, room));
	const bars = barsOf(timeline, Math.floor((all - size.left - size.right) / nameRoom));
	const highest = Math.max(1, ...bars.map(bar => bar.uses));
	const [width, height] = [all - size.left - size.right, size.height - size.top - size.bottom];
	const floor = size.top + height;
	const lines = linesOf(highest).flatMap(number => {
		const y = floor - (number / highest) * height;
		return [
			shape('line', { x1: size.left, x2: all - size.right, y1: y, y2: y, class: 'line' }),
			shape('text', { x: size.left - 6, y: y + 4, class: 'number' }, String(number)),
		];
	});
	const slot = width / bars.length;
	return shape(
		'svg',
		{
			width: all,
			height: size.height,
			viewBox: `0 0 ${all} ${size.height}`,
			role: 'img',
			'aria-label': label,
			class: 'chart',
		},
		...lines,
		...bars.flatMap((bar, i) => column(bar, size.left + i * slot, slot, floor, height, chosen, strings)),
	);
}

function column(
	bar: Bar,
	x: number,
	slot: number,
	floor: number,
	height: number,
	chosen: string,
	strings: Strings,
): SVGElement[] {
	const wide = Math.min(40, Math.max(1, slot * 0.76));
	const tall = bar.uses > 0 ? Math.max(2, bar.height * height) : 0;
	const middle = x + slot / 2;
	const title = shape('title', {}, barWords(bar, strings));
	const parts = [shape('rect', { x: middle - wide / 2, y: floor - tall, width: wide, height: tall, class: 'bar' })];
	// A year without sources is not a year without uses.
	if (bar.looked === 0)
		parts.push(shape('line', { x1: middle - wide / 2, x2: middle + wide / 2, y1: floor, y2: floor, class: 'blank' }));
	if (bar.named) parts.push(nameOf(bar, x, slot, floor + 17, strings));
	const [kind, year] = [`column${bar.uses > 0 ? ' used' : ''}${chosen === bar.year ? ' chosen' : ''}`, bar.year];
	return [
		shape(
			'g',
			bar.uses > 0 ? { class: kind, 'data-year': year } : { class: kind },
			title,
			shape('rect', { x, y: floor - height, width: slot, height: height, class: 'hit' }),
			...parts,
		),
	];
}

/** The name below a bar; that of what has no date, which is longer, ends where the drawing does. */
function nameOf({ year }: Bar, x: number, slot: number, y: number, strings: Strings): SVGElement {
	if (year === undated) return shape('text', { x: x + slot, y, class: 'name end' }, strings.undated);
	return shape('text', { x: x + slot / 2, y, class: 'name' }, year);
}
