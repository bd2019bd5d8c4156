// Draws the bars of a timeline as SVG, made of nodes: words of the corpus become text, never markup.
import { barsOf, linesOf, undated, type Bar } from './model';
import type { Sheet, Strings } from './protocol';
import { barWords } from './wording';

/** Sizes in the units of the drawing. */
const size = { width: 760, height: 220, left: 40, right: 8, top: 12, bottom: 26 } as const;

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
 * picture.
 */
export function chart({ timeline }: Sheet, chosen: string, label: string, strings: Strings): SVGElement {
	const bars = barsOf(timeline);
	const highest = Math.max(1, ...bars.map(bar => bar.uses));
	const [width, height] = [size.width - size.left - size.right, size.height - size.top - size.bottom];
	const floor = size.top + height;
	const lines = linesOf(highest).flatMap(number => {
		const y = floor - (number / highest) * height;
		return [
			shape('line', { x1: size.left, x2: size.width - size.right, y1: y, y2: y, class: 'line' }),
			shape('text', { x: size.left - 6, y: y + 4, class: 'number' }, String(number)),
		];
	});
	const slot = width / bars.length;
	return shape(
		'svg',
		{ viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': label, class: 'chart' },
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
	if (bar.named)
		parts.push(
			shape('text', { x: middle, y: floor + 17, class: 'name' }, bar.year === undated ? strings.undated : bar.year),
		);
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
