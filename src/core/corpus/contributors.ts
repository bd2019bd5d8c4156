// Who wrote the parts of a source whose author is not the author of the whole.

import type { Source } from './records';

/** The author of the part a body paragraph (from 1) belongs to; nothing where no part has one of its own. */
export function contributorAt(contributors: Source['contributors'], paragraph: number | undefined): string | undefined {
	return contributors?.find(one => isWithin(paragraph, one.paragraphs))?.name;
}

/** `range`: `12-25`, or one number. */
function isWithin(paragraph: number | undefined, range: string | undefined): boolean {
	const [first, last] = String(range ?? '')
		.split(/[-–]/)
		.map(Number);
	return paragraph !== undefined && first !== undefined && first <= paragraph && paragraph <= (last ?? first);
}
