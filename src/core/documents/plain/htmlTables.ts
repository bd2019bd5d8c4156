// Tables that stand in Markdown as HTML → tables as Markdown has them.

import type { TableLine } from '../dataTable';
import { linesOfTable } from '../html/tables';
import { parseHtml } from '../html/tree';
import type { Element } from '../html/element';

const end = '</table>';

/** A text with its tables as Markdown; `most`: more elements no table has. */
export function tablesAsMarkdown(text: string, most: number): string {
	const lower = text.toLowerCase();
	let result = '';
	let from = 0;
	for (;;) {
		const at = lower.indexOf('<table', from);
		const close = at < 0 ? -1 : lower.indexOf(end, at);
		if (close < 0) return result + text.slice(from);
		const html = text.slice(at, close + end.length);
		result += text.slice(from, at) + asMarkdown(html, most);
		from = close + end.length;
	}
}

function asMarkdown(html: string, most: number): string {
	const root = parseHtml(html, most);
	const table = root && tableIn(root);
	return table ? `\n\n${linesOfTable(table).map(lineOf).join('')}\n` : html;
}

function tableIn(element: Element): Element | undefined {
	if (element.tag === 'table') return element;
	for (const child of element.children) {
		const found = typeof child === 'string' ? undefined : tableIn(child);
		if (found) return found;
	}
	return undefined;
}

/** A row, its head with the line below it; what only stands in the frame as a paragraph. */
function lineOf({ text, isRow }: TableLine, i: number, all: readonly TableLine[]): string {
	if (!isRow) return `\n${text}\n\n`;
	const row = `| ${text} |\n`;
	return all[i - 1]?.isRow === true ? row : `${row}|${' --- |'.repeat(text.split('|').length)}\n`;
}
