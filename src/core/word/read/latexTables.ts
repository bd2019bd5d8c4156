// Tables of LaTeX before they are read: cells that span columns, tables over several pages.

import { argumentsOf, groupAt } from './latexText';

/** The cells of a row; one that spans columns is its text, and an empty one for each column more. */
export function cellsOf(row: string): readonly string[] {
	return row.split(/(?<!\\)&/).flatMap(cell => {
		const span = /\\multi(column|row)\s*\{(\d{1,2}|\*)\}\s*(?:\[[^\]]*\])?\s*\{/.exec(cell);
		if (!span) return [cell];
		const [written, kind, count] = span;
		const at = span.index + written.length;
		const behind = cell.slice(at + groupAt(cell, at).length + 1);
		const open = behind.indexOf('{') + 1;
		const words = groupAt(behind, open);
		const more = kind === 'column' ? Math.max(0, Number(count) - 1) : 0;
		// Not in braces: what stands before it would take them for its own.
		return [
			`${cell.slice(0, span.index)} ${words}${behind.slice(open + words.length + 1)}`,
			...Array.from({ length: more }, () => ''),
		];
	});
}

/** What stands in a longtable as a table with a caption, its head once; nothing where it has no caption. */
export function shortTable(written: string): string | undefined {
	const inner = written.replace(/\\caption\s*\[[^\]]*\]/g, '\\caption');
	const [caption] = argumentsOf(inner, 'caption');
	if (caption === undefined) return undefined;
	const rows = inner
		.replace(/\\endfirsthead.*?\\endhead/s, '')
		.replace(`\\caption{${caption}}`, '\\caption{}')
		.replace(/\\caption\{\}\s*(?:\\label\{[^{}]*\}\s*)?(?:\\\\)?/, '');
	return `\\caption{${caption}}\\begin{tabular}${rows}\\end{tabular}`;
}
