// Which files are tables, by their names: asked by those who never read one.

/** Whether a file is a table, by its name. */
export function isTableName(name: string): boolean {
	return /\.(?:csv|tsv|xlsx)$/i.test(name);
}
