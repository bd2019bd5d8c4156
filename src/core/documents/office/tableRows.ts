// The rows of a Word table as lines of text.

/** What a row becomes: paragraphs, where it only frames them, or one line of its cells. */
export interface RowBlock {
	readonly text: string;
	readonly kind: 'paragraph' | 'row';
}

/** A row with one cell only frames its text; of others the cells stand side by side. */
export function rowBlocks(cells: readonly (readonly string[])[]): readonly RowBlock[] {
	const [only, ...others] = cells;
	if (only && others.length === 0) return only.map(text => ({ text, kind: 'paragraph' }));
	const texts = cells.map(joined);
	return texts.some(text => text !== '') ? [{ text: texts.join(' | '), kind: 'row' }] : [];
}

/** Paragraphs on one line. */
export function joined(paragraphs: readonly string[]): string {
	return paragraphs
		.map(text => text.trim())
		.filter(text => text !== '')
		.join(' ');
}
