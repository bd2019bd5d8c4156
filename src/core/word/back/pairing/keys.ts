// What is compared of a paragraph to find its like.

import { noteSign } from '../returned';
import { withoutBrackets } from './match';

/** No space, no notes, no word of a picture that was not there. */
export function keyOf(text: string): string {
	return text.replaceAll(noteSign, '').replace(/\s+|〔图：[^〕]*〕/g, '');
}

/** A number in brackets with a page raised behind it; a source named in brackets. */
const written = /\[\d[^\]]*\][\d–-]*|（(?=[^（）]*《)[^（）]*(?:（[^（）]*）[^（）]*)*）/g;

/** A key without what is written out for notes, unless that is all. */
export function citelessKey(key: string): string {
	return key.replace(written, '') || key;
}

/** … and without anything in brackets. */
export function bareKey(text: string): string {
	const key = citelessKey(keyOf(text));
	return withoutBrackets(key) || key;
}
