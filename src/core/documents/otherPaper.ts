// Texts that are nearly the same and yet different papers: the table of last year, words that every notice has.

import type { Source } from '../corpus/records';
import { compact } from '../text/compact';
import { fold } from '../text/fold';
import type { ProvedFields } from './document';

/** From this share of common stretches on, two texts are the same words, whatever stands above them. */
export const equal = 0.98;

/**
 * Whether a text is another paper than one it is nearly the same as (`alike`: the share of stretches both have): it has
 * another number, or another title where the words differ, too.
 */
export function isOther(fields: ProvedFields, old: Source, alike: number): boolean {
	if (differ(fields.number, old.number)) return true;
	return alike < equal && differ(fields.title, old.title);
}

/** Whether two texts are known and neither is a part of the other: 国务院令第8号, 中华人民共和国国务院令第8号. */
function differ(one: string | undefined, other: string | undefined): boolean {
	const [a, b] = [letters(one), letters(other)];
	return a !== '' && b !== '' && !a.includes(b) && !b.includes(a);
}

const letters = (text: string | undefined) => compact(fold(text ?? '')).text;
