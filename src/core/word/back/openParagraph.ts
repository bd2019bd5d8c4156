// What is gathered of a paragraph of a Word file while it is read.

import type { Author, Piece, Remark } from './returned';

export interface Change {
	readonly kind: 'inserted' | 'deleted';
	readonly by: Author;
}

export interface OpenRow {
	readonly id: number;
	readonly table: number;
	change?: Change;
}

export interface OpenCell {
	columns: number;
	goesOn: boolean;
}

/** A paragraph, or several that were one before somebody parted them. */
export interface OpenParagraph {
	pieces: Piece[];
	remarks: Remark[];
	/** How its end was changed. */
	end?: Change;
	isContents: boolean;
	isItem: boolean;
	isReference: boolean;
	isTitle: boolean;
	heading?: number;
	readonly opensCell: boolean;
	readonly cell: OpenCell | undefined;
	readonly row: OpenRow | undefined;
}

/** `opensCell`: it is the first of its cell. */
export function newParagraph(cell: OpenCell | undefined, row: OpenRow | undefined, opensCell: boolean): OpenParagraph {
	const isNone = { isContents: false, isItem: false, isReference: false, isTitle: false };
	return { pieces: [], remarks: [], ...isNone, cell, opensCell, row };
}

/** Puts a piece behind others; one with the last where they are of one kind and author. */
export function put(pieces: Piece[], piece: Piece): void {
	const last = pieces.at(-1);
	if (last?.kind !== piece.kind || last.author !== piece.author) {
		pieces.push(piece);
		return;
	}
	pieces[pieces.length - 1] = { ...last, text: last.text + piece.text, notes: [...last.notes, ...piece.notes] };
}
