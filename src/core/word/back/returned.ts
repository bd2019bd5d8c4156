// A Word file that came back: its paragraphs with what was inserted, deleted and remarked in them, by whom and when.

/** Stands for a note in a text. */
export const noteSign = '\uFFFC';
/** Stands for what is written out for one. */
export const writtenSign = '\uFFFB';

export interface Author {
	readonly author: string;
	/** As the file has it, 2024-03-18T09:00:00Z; empty where it has none. */
	readonly date: string;
}

/** Text that is one thing: as it was, put in, or taken out. */
export interface Piece extends Partial<Author> {
	readonly kind: 'same' | 'inserted' | 'deleted';
	readonly text: string;
	/** Ids of the notes, in the order of their signs in the text. */
	readonly notes: readonly string[];
}

/** A remark, and where it begins and ends: offsets of the paragraph as it was before the changes. */
export interface Remark extends Author {
	readonly text: string;
	/** Somebody marked it as done. */
	readonly isDone: boolean;
	/** The pieces of the paragraph it begins in, where that is an earlier one. */
	readonly begun?: readonly Piece[];
	readonly start: number;
	readonly end: number;
}

/** A row of a table. */
export interface ReturnedRow {
	/** The same for the cells of one row. */
	readonly id: number;
	/** … and for the rows of one table. */
	readonly table: number;
	/** It was put in or taken out altogether. */
	readonly change?: { readonly kind: 'inserted' | 'deleted'; readonly by: Author };
}

/** A cell of a table. */
export interface ReturnedCell {
	/** So many columns it is wide. */
	readonly columns: number;
	/** It goes on with the cell above. */
	readonly goesOn: boolean;
}

export interface ReturnedParagraph {
	readonly pieces: readonly Piece[];
	readonly remarks: readonly Remark[];
	/** Its end was deleted: it goes on in the next one. */
	readonly joined?: Author;
	readonly row?: ReturnedRow;
	/** The same for the paragraphs of one cell. */
	readonly cell?: ReturnedCell;
	/** It is an item of a list. */
	readonly isItem: boolean;
	/** The level of a heading, from 1. */
	readonly heading?: number;
	/** It is a title, by its style. */
	readonly isTitle: boolean;
	/** It is an entry of a list of references, by its style. */
	readonly isReference: boolean;
	/** It is the first of a cell. */
	readonly opensCell: boolean;
	/** The note it belongs to; nothing of one of the text itself. */
	readonly note?: string;
}

export interface Returned {
	readonly paragraphs: readonly ReturnedParagraph[];
	/** The paragraphs of the notes. */
	readonly inNotes: readonly ReturnedParagraph[];
	/** The text of each note, by id. */
	readonly notes: ReadonlyMap<string, string>;
	/** How many changes are of nothing but looks. */
	readonly looks: number;
}

/** The text before the changes. */
export function originalOf(pieces: readonly Piece[]): string {
	return pieces
		.filter(({ kind }) => kind !== 'inserted')
		.map(({ text }) => text)
		.join('');
}
