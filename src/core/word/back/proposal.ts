// One thing that came back from Word, beside the draft.

import type { Edit } from '../../draft/edit';
import type { Author } from './returned';

/** `change`: tracked. `remark`: a comment. `difference`: other words, paragraphs or cells, which nobody tracked. */
export interface Proposal extends Author {
	readonly kind: 'change' | 'remark' | 'difference';
	/** Where it belongs; offsets of the draft, half-open. */
	readonly start: number;
	readonly end: number;
	readonly deleted: string;
	readonly inserted: string;
	/** What a remark says. */
	readonly remark: string;
	/** The remark is marked as done. */
	readonly isDone?: boolean;
	/** The same words stand elsewhere. */
	readonly isMoved?: boolean;
	/** It is of words that the draft has not: a reference, made from its source. */
	readonly isGenerated?: boolean;
	/** What makes it of the draft, in order; nothing of a remark, and where it fits nowhere any more. */
	readonly edits?: readonly Edit[];
}

/** Whose a change is, and whether it was tracked. */
export type Said = Pick<Proposal, 'kind' | 'author' | 'date'>;

export const untracked: Said = { kind: 'difference', author: '', date: '' };
