// Which half-width marks are to be widened together: brackets of a pair, and straight marks of quotation.

import { bracketPartners } from './brackets';
import { straightPairs } from './straightQuotes';

/**
 * The half-width mark that is to be widened together with the one at an offset; nothing where its partner is wide, or
 * it has none.
 */
export function widenedWith(text: string, at: number): number | undefined {
	const mark = text.charAt(at);
	if (mark === '"') return straightPairs(text).get(at);
	const partner = mark === '(' || mark === ')' ? bracketPartners(text).get(at) : undefined;
	return partner !== undefined && /[()]/.test(text.charAt(partner)) ? partner : undefined;
}
