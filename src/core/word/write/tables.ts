// Tables as Word has them: as wide as the text, the header again on every page.

import { plainText, type Inline, type Table as Grid } from '../manuscript';
import { captionOf } from './captions';
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType, type FileChild } from './docx';
import { runsOf } from './inlines';
import type { Sheet } from './sheet';
import type { Surroundings } from './surroundings';

/** Word opens no table with more columns. */
const mostColumns = 63;
/** With more columns, or more rows, type is smaller. */
const manyColumns = 7;
/** The narrowest and the widest a column is, in characters that count. */
const narrowest = 2;
const widest = 24;

/** A table with its caption over it; one with too many columns as lines. */
export function tableOf(table: Grid, sheet: Sheet, around: Surroundings): FileChild[] {
	const caption = [table.caption].filter(one => one !== undefined).map(one => captionOf(one, sheet, true));
	const columns = Math.max(table.header.length, ...table.rows.map(row => row.length), 1);
	// A footnote holds paragraphs alone.
	if (columns > mostColumns || around.style === 'note') {
		if (columns > mostColumns) sheet.tell('table.large', String(columns));
		return [...caption, ...[table.header, ...table.rows].map(row => asLine(row, sheet))];
	}
	const full = sheet.layout.page.width - around.indent;
	const widths = columnWidths([table.header, ...table.rows], columns, full, sheet.layout.looks.table.size * 10);
	const row = (cells: readonly (readonly Inline[])[], header: boolean) =>
		new TableRow({
			cantSplit: true,
			tableHeader: header,
			children: widths.map(
				(width, at) =>
					new TableCell({
						width: { size: width, type: WidthType.DXA },
						margins: { left: 60, right: 60, top: 20, bottom: 20 },
						verticalAlign: 'center',
						children: [cell(cells[at] ?? [], header ? 'center' : table.alignments[at], columns, header, sheet)],
					}),
			),
		});
	const headers = [table.header].filter(cells => cells.length > 0);
	return [
		...caption,
		new Table({
			width: { size: full, type: WidthType.DXA },
			indent: { size: around.indent, type: WidthType.DXA },
			layout: TableLayoutType.FIXED,
			columnWidths: widths,
			alignment: 'center',
			rows: [...headers.map(cells => row(cells, true)), ...table.rows.map(cells => row(cells, false))],
		}),
		// Two tables that follow each other would be one.
		new Paragraph({ style: sheet.style('table') }),
	];
}

function cell(
	content: readonly Inline[],
	alignment: 'left' | 'center' | 'right' | undefined,
	columns: number,
	header: boolean,
	sheet: Sheet,
): Paragraph {
	return new Paragraph({
		style: sheet.style('table'),
		alignment,
		children: runsOf(
			content.map(inline => styled(inline, header, columns > manyColumns)),
			sheet,
		),
	});
}

/** Text in the header is bold, in a table of many columns small. */
function styled(inline: Inline, isBold: boolean, isSmall: boolean): Inline {
	if (inline.type !== 'text') return inline;
	return { ...inline, style: { ...inline.style, ...(isBold && { bold: true }), ...(isSmall && { small: true }) } };
}

function asLine(cells: readonly (readonly Inline[])[], sheet: Sheet): Paragraph {
	const between: Inline = { type: 'text', text: ' | ', style: {} };
	const content = cells.flatMap(one => [between, ...one]).slice(1);
	return new Paragraph({ style: sheet.style('table'), children: runsOf(content, sheet) });
}

/** What is no wider than so many characters, a day or a number, stays on one line where there is room. */
const unbroken = 8;

/**
 * Columns as wide as what stands in them asks for, together as wide as the text, in twips; `character`: how wide one
 * is. The room beside the text of a cell, and between digits and Chinese, counts as two.
 */
function columnWidths(
	rows: readonly (readonly (readonly Inline[])[])[],
	columns: number,
	full: number,
	character: number,
): number[] {
	const naturals = Array.from({ length: columns }, (_, at) =>
		Math.max(0, ...rows.slice(0, 500).map(row => widthOf(row[at] ?? []))),
	);
	const needs = naturals.map(natural => Math.min(widest, Math.max(narrowest, Math.sqrt(natural) * 4)));
	const floors = naturals.map(natural => (natural <= unbroken ? (natural + 2) * character : 0));
	const widths = shared(needs, floors, full);
	widths[0] = (widths[0] ?? 0) + full - widths.reduce((total, width) => total + width, 0);
	return widths;
}

/** A width in shares, none below its floor where all of them have room. */
function shared(needs: readonly number[], floors: readonly number[], full: number): number[] {
	const low = new Set<number>();
	for (;;) {
		const taken = [...low].reduce((total, at) => total + (floors[at] ?? 0), 0);
		const sum = needs.reduce((total, need, at) => total + (low.has(at) ? 0 : need), 0);
		const widths = needs.map((need, at) => Math.floor(low.has(at) ? (floors[at] ?? 0) : (need / sum) * (full - taken)));
		const short = widths.findIndex((width, at) => !low.has(at) && width < (floors[at] ?? 0));
		// Half of the table at most is given away so: what is long needs room too.
		if (short < 0 || taken + (floors[short] ?? 0) > full / 2) return widths;
		low.add(short);
	}
}

/** How wide a cell would be on one line, in characters. */
function widthOf(content: readonly Inline[]): number {
	return [...plainText(content)].reduce((sum, character) => sum + 1 - Number(/[\u0020-\u007e]/.test(character)) / 2, 0);
}
