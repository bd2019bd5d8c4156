// What a quotation was made of: the same words, others, or pieces.

import type { Step } from './align';

/** A run of the quotation's letters [from, to) and where it stands. */
export interface Piece {
	readonly from: number;
	readonly to: number;
	readonly start: number;
	/** Where it ends, where that does not follow from its length. */
	readonly end?: number;
}

export type Match =
	/** The same letters, at each of these places (at most 64). */
	| { readonly kind: 'same'; readonly places: readonly number[] }
	| {
			readonly kind: 'differs';
			readonly start: number;
			readonly end: number;
			readonly distance: number;
			readonly steps: readonly Step[];
			/** Whether other words may be meant as well. */
			readonly unsure?: true;
	  }
	/** Pieces of one or several places; `edits`: letters that stand in none of them. `how` the worst of what was done. */
	| {
			readonly kind: 'spliced';
			readonly how: 'elided' | 'reordered' | 'spliced';
			readonly marked: boolean;
			readonly pieces: readonly Piece[];
			readonly steps: readonly Step[];
	  };

/** So many places of the same words are known. */
export const mostPlaces = 64;
/** Fewer letters are a word, found or not by chance. */
export const shortestPiece = 4;
