// The structure of a draft as official documents have it: levels and numbers of headings, annexes, tables and figures,
// headings without full stops, dates in full. Asked for only where a person wants it, and before such a document is
// exported.

import { holds } from '../../draft/blocks';
import type { Draft } from '../../draft/draft';
import type { FindingIn } from '../../draft/finding';
import { isIgnoredIn } from '../../draft/ignored';
import { annexFindings } from './annexes';
import { annexList } from './annexList';
import { dateFindings } from './dates';
import { headingFindings } from './headingLevels';
import { levelFindings } from './levels';
import { numberedLists, proseLines } from './numberedLines';
import { numberFindings } from './numbers';
import { stopFindings } from './titles';

/** What is found, in the order of the draft; nothing that a comment of the draft leaves out. */
export function structureFindings(draft: Draft): readonly FindingIn<'structure'>[] {
	return draft.part(structureIn);
}

function structureIn({ blocks, text }: Draft): readonly FindingIn<'structure'>[] {
	const lines = proseLines(blocks, text);
	// The names of annexes count for themselves.
	const annexes = new Set(annexList(lines).map(({ line }) => line));
	const lists = numberedLists(lines.filter(line => !annexes.has(line)));
	const found = [
		...levelFindings(lists, text),
		...numberFindings(lists, text),
		...stopFindings(lines, lists),
		...annexFindings(lines),
		...dateFindings(lines),
		...headingFindings(lines, lists),
	];
	return found
		.filter(one => !blocks.some(block => holds(block, one) && isIgnoredIn(block, one.code)))
		.sort((a, b) => a.start - b.start || a.end - b.end);
}
