// The numbers in the cells of a table, each said as a sentence would: the row says what is counted, the column when and
// how; either, or a line above the table, the unit.

import { cellsOf, type Layout, type TablePlace } from '../../text/layout/layout';

/** What a cell says. */
export interface CellStatement {
	readonly text: string;
	readonly paragraph: number;
	/** The row as it stands. */
	readonly row: string;
	/** What stands over it: the name of the table and its head. */
	readonly around: string;
}

/** So many paragraphs above a table its name and its unit stand. */
const above = 2;
/** A longer name of a row or a column is a text. */
const longestName = 60;
/** Tables of more cells are registers. */
const mostCells = 5_000;
const bracket = /[（(]\s*(?:单位[:：]?\s*)?([^（）()\d\s]{1,8})\s*[）)]/;
const unitAbove = /单位[:：]\s*([^\s，。；（）()]{1,8})/;
const number = /^[-–−+]?\d[\d,]*(?:\.\d+)?$/;

/** The statements of all tables of a text. */
export function* tableStatements(
	paragraphs: readonly string[],
	layout: Layout | undefined,
): Generator<CellStatement, void> {
	for (const table of layout?.tables ?? []) yield* statementsOf(paragraphs, table);
}

function* statementsOf(paragraphs: readonly string[], { first, last }: TablePlace): Generator<CellStatement, void> {
	const head = cellsOf(paragraphs[first - 1] ?? '');
	const before = paragraphs.slice(Math.max(0, first - 1 - above), first - 1).join('\n');
	const unit = unitAbove.exec(before)?.[1];
	const unitColumn = head.slice(1).findIndex(column => /^(?:计量)?单位$/.test(column));
	if ((last - first) * head.length > mostCells) return;
	for (let paragraph = first + 1; paragraph <= last; paragraph++) {
		const row = paragraphs[paragraph - 1] ?? '';
		const [name = '', ...cells] = cellsOf(row);
		const ofRow = cells[unitColumn] ?? unit;
		if (name === '' || number.test(name) || name.length > longestName) continue;
		for (const [i, cell] of cells.entries()) {
			const text = sentence(name, head[i + 1] ?? '', cell, ofRow);
			if (text !== undefined) yield { text, paragraph, row, around: `${before}\n${head.join(' ')}\n${row}` };
		}
	}
}

/** 2024年国内生产总值为1349084亿元。 Nothing where a cell has no number, or nothing says of what unit it is. */
function sentence(name: string, column: string, cell: string, unit: string | undefined): string | undefined {
	if (!number.test(cell) || column.length > longestName) return undefined;
	const of = bracket.exec(column)?.[1] ?? bracket.exec(name)?.[1] ?? unit;
	if (of === undefined) return undefined;
	const when = /(?:19|20)\d{2}年(?:\d{1,2}月)?/.exec(column)?.[0] ?? '';
	const how = column.replace(bracket, '').replace(when, '').replace(/\s+/g, '');
	const what = name.replace(bracket, '').trim();
	const growth = /增长|增速|增幅|比上年|同比/.test(how);
	if (!growth) return `${when}${what}${how}为${cell}${of}。`;
	const falls = /^[-–−]/.test(cell);
	return `${when}${what}比上年${falls ? '下降' : '增长'}${cell.replace(/^[-–−+]/, '')}${of}。`;
}
