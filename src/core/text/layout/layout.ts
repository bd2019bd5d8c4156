// What a document has besides the words of its paragraphs: headings with their level, tables, pages, notes.

/** A paragraph that is a heading; the document's title has level 1. */
export interface HeadingPlace {
	/** From 1. */
	readonly paragraph: number;
	readonly level: number;
}

/** Rows that are a table: paragraphs `first` (its head) to `last`, from 1, both included. */
export interface TablePlace {
	readonly first: number;
	readonly last: number;
	/** What it is cited by: `2` of 表2; absent where its number cannot be told. */
	readonly number?: string;
}

/** Where a page begins: at an offset (UTF-16) of a paragraph. */
export interface PageStart {
	readonly paragraph: number;
	readonly at: number;
	/** As it is cited: 5, 第5页. */
	readonly page: string;
}

/** A note of the document itself, at an offset (UTF-16) of a paragraph. */
export interface PassageNote {
	readonly paragraph: number;
	readonly at: number;
	readonly text: string;
}

/** All in the order of the paragraphs; what a document has not is absent. */
export interface Layout {
	readonly headings?: readonly HeadingPlace[];
	readonly tables?: readonly TablePlace[];
	readonly pages?: readonly PageStart[];
	readonly notes?: readonly PassageNote[];
	/** Paragraphs, from 1, that are items of lists without numbers. */
	readonly items?: readonly number[];
}

/** A layout with the lists that have something; nothing where none has. */
export function layoutWith(lists: Layout): Layout | undefined {
	const filled = Object.entries(lists).filter(([, list]) => (list as readonly unknown[] | undefined)?.length);
	return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

/** The table a paragraph is a row of. */
export function tableAt(layout: Layout | undefined, paragraph: number): TablePlace | undefined {
	return layout?.tables?.find(({ first, last }) => first <= paragraph && paragraph <= last);
}

/** The page a place of a document is on: the last that begins at or before it. */
export function pageAt(layout: Layout | undefined, paragraph: number, at = 0): string | undefined {
	const isBefore = (start: PageStart) =>
		start.paragraph < paragraph || (start.paragraph === paragraph && start.at <= at);
	return layout?.pages?.findLast(isBefore)?.page;
}

/** The pages a paragraph stands on: `5`, `5-6`. */
export function pagesOf(layout: Layout | undefined, paragraph: number): string | undefined {
	const first = pageAt(layout, paragraph);
	const last = pageAt(layout, paragraph, Infinity);
	if (first === undefined || first === last) return first ?? last;
	return `${first}-${last ?? ''}`;
}

/** What a passage is cited by: its table where that has a number, else its pages, else its paragraph. */
export function placeOf(
	layout: Layout | undefined,
	paragraph: number,
): { readonly table?: string; readonly page?: string; readonly paragraph?: number } {
	const table = tableAt(layout, paragraph)?.number;
	if (table !== undefined) return { table };
	const page = pagesOf(layout, paragraph);
	return page === undefined ? { paragraph } : { page };
}

/** The notes of a paragraph. */
export function notesAt(layout: Layout | undefined, paragraph: number): readonly PassageNote[] {
	return layout?.notes?.filter(note => note.paragraph === paragraph) ?? [];
}

/** The first paragraph of a place that is cited by its table or its page. */
export function paragraphOfPlace(
	layout: Layout | undefined,
	{ table, page }: { readonly table?: string; readonly page?: string },
): number | undefined {
	const first = page?.split(/[-,]/)[0];
	return (
		layout?.tables?.find(({ number }) => table !== undefined && number === table)?.first ??
		layout?.pages?.find(start => first !== undefined && start.page === first)?.paragraph
	);
}

/** The cells of a row as a paragraph has it: `指标 | 2023年 | 2024年`. */
export function cellsOf(row: string): readonly string[] {
	return row.split('|').map(cell => cell.trim());
}

/** A row as a paragraph: empty places at its end go, a bar within a cell is a wide one. */
export function rowText(cells: readonly string[]): string {
	const texts = cells.map(cell => cell.replaceAll('|', '｜').replace(/\s+/g, ' ').trim());
	while (texts.at(-1) === '') texts.pop();
	return texts.join(' | ').replace(/ {2,}/g, ' ').trim();
}
