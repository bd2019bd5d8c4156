// How a row of the list is written so that VS Code does not select it for the grey text at the cursor.

/** What a transform of a snippet takes as it stands. */
const plain = /^[^\\/$}\n]+/;

/**
 * Of a list that opens beside grey text VS Code selects the row that the grey text begins with, whatever row asks to be
 * selected, and Enter takes it: the end of a line would be rewritten. It compares what rows would insert before
 * variables have their values: so what a row adds is written as the value of one (the number of the line, made into
 * that text). Both are sources of snippets: what stands before the cursor, and the row.
 */
export function besideGreyText(written: string, row: string): string {
	if (!row.startsWith(written)) return row;
	const added = row.slice(written.length);
	const [hidden] = plain.exec(added) ?? [];
	if (hidden === undefined) return row;
	return `${written}\${TM_LINE_NUMBER/.*/${hidden}/}${added.slice(hidden.length)}`;
}
