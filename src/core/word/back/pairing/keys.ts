// What is compared of a paragraph to find its like.

import { noteSign } from '../returned';

/** No space, no notes and what parts their numbers, no word of a picture that was not there. */
export function keyOf(text: string): string {
	return text
		.replace(betweenNotes, '')
		.replaceAll(noteSign, '')
		.replace(/\s+|〔图：[^〕]*〕/g, '');
}

/** What an export puts between the numbers of notes that touch. */
export const betweenNotes = new RegExp(`(?<=${noteSign})[，,、](?=${noteSign})`, 'g');
