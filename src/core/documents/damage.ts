// What is wrong with a copy, as far as its text shows it: closing quotation marks whose opening one is lost,
// characters that could not be read.

import type { ProvedFields } from './document';

/** One sign of damage in so many characters makes a copy unfit to check quotations against. */
const dense = 4_000;

/** The signs as fields of a source; `fidelity` only where there are many for the length. */
export function damageOf(paragraphs: readonly string[]): Pick<ProvedFields, 'damage' | 'fidelity'> {
	let marks = 0;
	let unreadable = 0;
	let length = 0;
	let open = false; // a quotation of several paragraphs opens in each and closes in the last
	for (const paragraph of paragraphs) {
		length += paragraph.length;
		for (const character of paragraph) {
			if (character === '\uFFFD') unreadable++;
			else if (character === '“' || character === '「') open = true;
			else if (character === '”' || character === '」') {
				if (!open) marks++;
				open = false;
			}
		}
	}
	const damage = [...(marks > 0 ? ['quotation-marks'] : []), ...(unreadable > 0 ? ['characters'] : [])];
	if (damage.length === 0) return {};
	const isDense = (marks + unreadable) * dense >= length;
	return { damage, ...(isDense && { fidelity: 'damaged' as const }) };
}
