// Passages beside citations: the same words are listed once.

import type { Hit } from './find';

/**
 * The passages without the paragraphs whose words `hits` have as a quotation. Points and figures are in other words, so
 * theirs stay.
 */
export function withoutRepeats<P extends { readonly source: string; readonly paragraph: number }>(
	hits: readonly Hit[],
	passages: readonly P[],
): readonly P[] {
	const quoted = new Set(hits.filter(hit => hit.kind === 'quotation').map(hit => `${hit.paragraph} ${hit.source}`));
	return passages.filter(one => !quoted.has(`${one.paragraph} ${one.source}`));
}
