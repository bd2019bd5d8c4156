// Tables of a page: which hold data, and their rows.

import type { Element } from './element';
import { tableLines, type TableLine, type TableRow } from '../dataTable';
import { textOf } from './elementText';
import { Grid, spanOf, type GridCell } from '../grid';
import { oneLine } from '../plain/paragraphs';

/** A cell of a page's frame may have so many characters; one among many rows more. */
const longestCell = { few: 150, many: 600 };
const manyRows = 3;

/** A table of data: two or more short cells in a row, nothing laid out in it. */
export function isData(table: Element): boolean {
	const cells: Element[] = [];
	let rows = 0;
	const look = (element: Element): boolean =>
		element.children.every(child => {
			if (typeof child === 'string') return true;
			if (child.tag === 'table') return false;
			if (child.tag === 'tr') rows++;
			if (child.tag !== 'td' && child.tag !== 'th') return look(child);
			cells.push(child);
			return true;
		});
	if (!look(table) || rows === 0 || cells.length < rows * 1.5) return false;
	const most = rows >= manyRows ? longestCell.many : longestCell.few;
	return cells.every(cell => isShort(cell, most));
}

/** Whether a cell has little text and no table of its own; looks no further than it must. */
function isShort(cell: Element, most: number): boolean {
	let left = most;
	const look = (element: Element): boolean =>
		element.children.every(child => {
			if (typeof child === 'string') return (left -= child.trim().length) >= 0;
			return child.tag !== 'table' && look(child);
		});
	return look(cell);
}

/** Whether more than half of the text of a table is links. */
export function isListOfLinks(table: Element): boolean {
	let all = 0;
	let linked = 0;
	const look = (element: Element, isLink: boolean): void => {
		for (const child of element.children) {
			if (typeof child !== 'string') look(child, isLink || child.tag === 'a');
			else {
				all += child.trim().length;
				if (isLink) linked += child.trim().length;
			}
		}
	};
	look(table, false);
	return linked * 2 > all;
}

/** The lines of a table: its rows, and what only stands in its frame. */
export function linesOfTable(table: Element): readonly TableLine[] {
	const rows: TableRow[] = [];
	const captions: TableLine[] = [];
	const grid = new Grid();
	const look = (element: Element, inHead: boolean) => {
		for (const child of element.children) {
			if (typeof child === 'string') continue;
			if (child.tag === 'caption') captions.push({ text: oneLine(textOf(child)), isRow: false });
			else if (child.tag !== 'tr') look(child, child.tag === 'thead');
			else rows.push(rowOf(child, grid, inHead));
		}
	};
	look(table, false);
	return [...captions.filter(({ text }) => text !== ''), ...tableLines(rows)];
}

function rowOf(row: Element, grid: Grid, inHead: boolean): TableRow {
	const cells = row.children.filter(cell => typeof cell !== 'string');
	const isHead = inHead || (cells.length > 1 && cells.every(cell => cell.tag !== 'td'));
	return { ...grid.row(row.children.flatMap(cell => cellOf(cell))), isHead };
}

function cellOf(child: Element | string): readonly GridCell[] {
	if (typeof child === 'string' || (child.tag !== 'td' && child.tag !== 'th')) return [];
	const { colspan, rowspan } = child.attributes;
	return [{ text: oneLine(textOf(child)), columns: spanOf(colspan), rows: spanOf(rowspan) }];
}
