// A date among other words of a page.

import { dateFault } from '../corpus/dates';
import type { PartialDate } from '../corpus/records';

/** A date in whatever form pages write it, as packs write dates; nothing when it is no date. */
export function dateOf(text: string | undefined): PartialDate | undefined {
	const found =
		/(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/.exec(text ?? '') ??
		/((?:18|19|20)\d{2})(?:\s*[-年./]\s*(\d{1,2})(?:\s*[-月./]\s*(\d{1,2}))?)?/.exec(text ?? '');
	if (!found) return undefined;
	const parts = found
		.slice(1)
		.filter((part: string | undefined) => part !== undefined)
		.map(part => part.padStart(2, '0'));
	for (let length = parts.length; length > 0; length--) {
		const date = parts.slice(0, length).join('-');
		if (dateFault(date) === undefined) return date;
	}
	return undefined;
}
