// The page of a template, which what is written into it keeps to: tables, pictures, places of tabs.

import type { Layout } from '../layout/layout';
import type { Template } from './template';

/** The section that our text gets in a template, as XML: its last; empty where it has none. */
export function sectionIn(document: string): string {
	return /<w:sectPr(?:(?!<w:sectPr).)*(?:<\/w:sectPr>|\/>)(?=\s*<\/w:body>)/s.exec(document)?.[0] ?? '';
}

/** A layout on the page of a template, as far as that says how large it is. */
export function onPageOf(template: Template, layout: Layout): Layout {
	const section = sectionIn(template.part('word/document.xml'));
	const page = attributesOf(section, 'pgSz');
	const margins = attributesOf(section, 'pgMar');
	const [width, height] = [page.get('w'), page.get('h')];
	if (width === undefined || height === undefined) return layout;
	const side = (name: 'top' | 'bottom' | 'left' | 'right') => Math.abs(margins.get(name) ?? layout.page.margin[name]);
	const margin = {
		...layout.page.margin,
		top: side('top'),
		bottom: side('bottom'),
		left: side('left') + (margins.get('gutter') ?? 0),
		right: side('right'),
	};
	const columns = attributesOf(section, 'cols');
	const count = Math.max(1, columns.get('num') ?? 1);
	const across = width - margin.left - margin.right;
	const column = Math.floor((across - (count - 1) * (columns.get('space') ?? 720)) / count);
	const down = height - margin.top - margin.bottom;
	// What leaves no room for text is no page.
	if (column < smallest || down < smallest) return layout;
	return { ...layout, page: { ...layout.page, margin, width: column, height: down } };
}

/** Twips: an inch. */
const smallest = 1440;

/** The numbers an element says. */
function attributesOf(section: string, name: string): ReadonlyMap<string, number> {
	const [element = ''] = new RegExp(`<w:${name} [^>]*>`).exec(section) ?? [];
	return new Map([...element.matchAll(/ w:(\w+)="(-?\d+)"/g)].map(([, key = '', value]) => [key, Number(value)]));
}
