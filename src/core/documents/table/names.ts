// Which files are tables, by their names, and which of them name terms: asked by those who never read one.

import type { ImportProblem } from '../document';

/** Whether a file is a table, by its name. */
export function isTableName(name: string): boolean {
	return /\.(?:csv|tsv|xlsx)$/i.test(name);
}

/** Whether what a file of tables gave as terms is nothing, for want of headings that name any. */
export function namesNoTerms(records: readonly unknown[], problems: readonly ImportProblem[]): boolean {
	return (
		records.length === 0 && problems.some(({ code, data }) => code === 'import.empty' && data.reason === 'headings')
	);
}
