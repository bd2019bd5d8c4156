// What the main part of a Word document is read as.

/** One paragraph, or one row of a table. */
export interface Block {
	readonly text: string;
	readonly kind: 'paragraph' | 'row';
	/** Id of the paragraph's style. */
	readonly style: string;
	readonly centred: boolean;
	/** Level of outline written at the paragraph itself, from 0. */
	readonly outline?: number;
	/** List it belongs to: number and level written at the paragraph itself. `0` takes it out of its style's list. */
	readonly list?: { readonly id: string; readonly level: number };
	/** The table it is a row of. */
	readonly table?: object;
	/** The relation to a part of another format that stands here whole. */
	readonly embedded?: string;
}

export interface Body {
	readonly blocks: readonly Block[];
	/** Text Word does not show. */
	readonly hidden: readonly string[];
	readonly pictures: number;
	/** Whether there are tracked changes: they are read as accepted. */
	readonly changed: boolean;
	/** In order of reference. */
	readonly notes: readonly NoteReference[];
}

/** Where the text refers to a note. */
export interface NoteReference {
	readonly kind: 'footnote' | 'endnote';
	readonly id: string;
}
