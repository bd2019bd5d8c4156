// What a reader knows of each paragraph besides its words → the layout of the document.

import { layoutWith, type HeadingPlace, type Layout, type TablePlace } from '../text/layout/layout';

/** What is known of one paragraph. */
export interface ParagraphMark {
	/** The level its file gives it as a heading, from 1. */
	readonly heading?: number;
	/** The table it is a row of: one and the same for the rows of one. */
	readonly table?: number | object;
	/** An item of a list without numbers. */
	readonly item?: true;
	/** Pages that begin at its offsets. */
	readonly pages?: readonly { readonly at: number; readonly page: string }[];
	/** Notes at its offsets. */
	readonly notes?: readonly { readonly at: number; readonly text: string }[];
}

/** Paragraphs with their layout, where they have one. */
export function withLayout(
	paragraphs: readonly string[],
	marks: readonly (ParagraphMark | undefined)[],
): { readonly paragraphs: readonly string[]; readonly layout?: Layout } {
	const layout = layoutOf(paragraphs, marks);
	return { paragraphs, ...(layout && { layout }) };
}

/** The layout of paragraphs, each with its mark. */
export function layoutOf(
	paragraphs: readonly string[],
	marks: readonly (ParagraphMark | undefined)[],
): Layout | undefined {
	const at = (place: number, i: number) => ({ paragraph: i + 1, at: Math.min(place, paragraphs[i]?.length ?? 0) });
	return layoutWith({
		headings: headingsOf(paragraphs, marks),
		tables: tablesOf(marks),
		items: marks.flatMap((mark, i) => (mark?.item && mark.table === undefined ? [i + 1] : [])),
		pages: marks
			.flatMap((mark, i) => (mark?.pages ?? []).map(({ at: place, page }) => ({ ...at(place, i), page })))
			.filter(({ page }, i, all) => page !== all[i - 1]?.page),
		notes: marks.flatMap((mark, i) => (mark?.notes ?? []).map(({ at: place, text }) => ({ ...at(place, i), text }))),
	});
}

/** Rows of one table that follow each other; one row alone is none. */
function tablesOf(marks: readonly (ParagraphMark | undefined)[]): readonly TablePlace[] {
	const tables: { first: number; last: number }[] = [];
	marks.forEach((mark, i) => {
		if (mark?.table === undefined) return;
		const open = tables.at(-1);
		if (open && open.last === i && marks[i - 1]?.table === mark.table) open.last = i + 1;
		else tables.push({ first: i + 1, last: i + 1 });
	});
	return tables.filter(({ first, last }) => last > first);
}

/** Of the levels the file has and those its numbers say, the ones that more headings have; the least of them is 2. */
function headingsOf(
	paragraphs: readonly string[],
	marks: readonly (ParagraphMark | undefined)[],
): readonly HeadingPlace[] {
	const set = marks.flatMap((mark, i) =>
		mark?.heading === undefined || mark.table !== undefined ? [] : [{ paragraph: i + 1, level: mark.heading }],
	);
	const counted = paragraphs.flatMap((text, i) => {
		const kind = marks[i]?.table === undefined ? numberedKind(text) : -1;
		return kind < 0 ? [] : [{ paragraph: i + 1, level: kind }];
	});
	const known = new Set(set.map(({ paragraph }) => paragraph));
	const unset = counted.filter(({ paragraph }) => !known.has(paragraph));
	return set.length > 0 && set.length >= unset.length ? fromTwo(set, false) : fromTwo(counted, true);
}

/** Levels so that the least is 2, the title having 1; `dense`: those in between that nothing has are left out. */
function fromTwo(headings: readonly HeadingPlace[], dense: boolean): readonly HeadingPlace[] {
	const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => a - b);
	const least = levels[0] ?? 0;
	const above = (level: number): number => {
		if (dense) return levels.indexOf(level);
		return level - least;
	};
	return headings.map(({ paragraph, level }) => ({ paragraph, level: Math.min(6, 2 + above(level)) }));
}

const count = '[一二三四五六七八九十百零〇\\d]{1,5}';
/** How headings are numbered, the highest first (GB/T 9704-2012, 7.3.3: 一、 and （一）). */
const numbers = ['[编篇]', '章', '节'].map(kind => new RegExp(`^第${count}${kind}(?:\\s|\\S)`));
const kinds = [...numbers, /^[一二三四五六七八九十]{1,4}、/, /^（[一二三四五六七八九十]{1,4}）/];
/** A longer line is a paragraph that begins with a number. */
const longestHeading = 45;

/** Which kind of numbered heading a line is; -1 for none. */
function numberedKind(text: string): number {
	if (text.length > longestHeading || /[。；;，,：:、！？]$|。/.test(text)) return -1;
	return kinds.findIndex(kind => kind.test(text));
}
