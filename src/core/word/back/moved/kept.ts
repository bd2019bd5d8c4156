// What of a text before the changes is still there.

import type { Piece } from '../returned';

/** A stretch of a compared text without what is taken out at its ends; `places`: how much of it stands before each. */
export function keptIn(
	pieces: readonly Piece[],
	places: readonly number[],
	from: number,
	behind: number,
): readonly [number, number] {
	const isDeleted = (at: number) => isDeletedAt(pieces, places.findIndex(count => count > at) - 1);
	let [first, end] = [from, behind];
	while (first < end && isDeleted(first)) first++;
	while (first < end && isDeleted(end - 1)) end--;
	return [first, end];
}

function isDeletedAt(pieces: readonly Piece[], place: number): boolean {
	let left = place;
	for (const { kind, text } of pieces) {
		if (kind === 'inserted') continue;
		if (left < text.length) return kind === 'deleted';
		left -= text.length;
	}
	return false;
}
