// Tables and pages of a document as the index keeps them: short, and read only for passages that are found.

import { layoutWith, type Layout } from '../../text/layout/layout';

type TableRow = readonly [first: number, last: number, number?: string];
type PageRow = readonly [paragraph: number, at: number, page: string];

/** The layout as text; empty where a document has neither tables nor pages. */
export function writeLayout({ tables = [], pages = [] }: Layout = {}): string {
	if (tables.length + pages.length === 0) return '';
	const rows: readonly [readonly TableRow[], readonly PageRow[]] = [
		tables.map(({ first, last, number }) => (number === undefined ? [first, last] : [first, last, number])),
		pages.map(({ paragraph, at, page }) => [paragraph, at, page]),
	];
	return JSON.stringify(rows);
}

/** Reads what {@link writeLayout} has written. */
export function readLayout(text: string | undefined): Layout | undefined {
	if (text === undefined || text === '') return undefined;
	const [tables, pages] = JSON.parse(text) as readonly [readonly TableRow[], readonly PageRow[]];
	return layoutWith({
		tables: tables.map(([first, last, number]) => ({ first, last, ...(number !== undefined && { number }) })),
		pages: pages.map(([paragraph, at, page]) => ({ paragraph, at, page })),
	});
}
