// What a way out of a finding is, and what finding one asks of those who know how drafts cite.

import type { Edit } from '../../draft/edit';

/**
 * `wording`: the source's words, or the known wording, stand there instead. `unmark`: without the quotation marks.
 * `attribute`: who said it, or when, as
 * the source says. `cite`: the source is cited. `ignoreHere`: a comment before the paragraph says to leave this out.
 */
export type FixKind = 'wording' | 'unmark' | 'attribute' | 'cite' | 'ignoreHere';

/** One way out of a finding. */
export interface Fix {
	readonly kind: FixKind;
	/** In the order of the draft, not overlapping. */
	readonly edits: readonly Edit[];
	/** What will stand there, for a title: the wording, who said it, the key. */
	readonly text?: string;
}

/** How a draft is written. */
export interface Manners {
	/** Marks in the width of the draft. */
	inWidth(text: string): string;
	/** Text made harmless for the language of the draft. */
	escape(text: string): string;
	readonly quotes: {
		readonly open: string;
		readonly close: string;
		readonly innerOpen: string;
		readonly innerClose: string;
	};
}

/** What fixes ask of the other side, which knows how this draft is written and how it cites. */
export interface Citer extends Manners {
	/**
	 * Edits that put the citation or the source with an id at an offset, and what else that needs; none where it cannot
	 * stand there.
	 */
	cite(offset: number, id: string): readonly Edit[];
	readonly lineEnd: string;
}
