// Findings of marks without a partner, less those that open a quotation over several paragraphs.

import type { Block } from '../../draft/blocks';
import type { Finding } from '../../draft/finding';

/** Findings without those of marks that open what is closed paragraphs later. */
export function withoutCarriedMarks(findings: readonly Finding[], blocks: readonly Block[]): readonly Finding[] {
	const carried = new Set(blocks.flatMap(block => block.carried?.map(at => block.start + at) ?? []));
	return findings.filter(
		one => one.code !== 'punctuation.unbalanced' || one.data.wording !== undefined || !carried.has(one.start),
	);
}
