// Levels of headings that are upside down, and headings that count on from each other on different levels of Markdown.

import type { FindingOf } from '../../draft/finding';
import { isLevel, type Numbered, type NumberedList } from './numberedLines';
import { withoutEnd } from '../../text/words/textEnd';

type Found = FindingOf<'structure.level'>;

/** Each list whose numbers belong further out than those it stands below; each heading that is deeper than its like. */
export function levelFindings(lists: readonly NumberedList[], text: string): readonly Found[] {
	return [...lists.flatMap(list => upsideDown(list, lists, text)), ...lists.flatMap(unevenDepths)];
}

/**
 * A list within another: the outer one goes on behind it. One that only follows another, such as notes before the first
 * heading, stands below nothing.
 */
function upsideDown(list: NumberedList, lists: readonly NumberedList[], text: string): readonly Found[] {
	const { parent, scheme } = list;
	const [first] = list.items;
	if (!parent || !first || !isLevel(scheme) || !isLevel(parent.scheme) || scheme > parent.scheme) return [];
	const outer = lists.find(one => one.items.includes(parent));
	const goesOn = outer?.items.some(one => one.start > first.start && one.value === parent.value + 1);
	if (goesOn !== true || list.items.length < 2) return [];
	// Behind a colon it is what a sentence lists; in marks, what another document has.
	const between = text.slice(parent.end, first.start);
	if (/[：:]$/.test(withoutEnd(between, /[#\s]/)) || between.split('“').length > between.split('”').length) return [];
	return [
		{
			code: 'structure.level',
			severity: 'warning',
			start: first.start,
			end: first.end,
			data: { written: first.mark, expected: parent.mark },
		},
	];
}

/** Headings of one list have as many #: as most of them. */
function unevenDepths({ items, scheme }: NumberedList): readonly Found[] {
	const headings = items.filter((one): one is Numbered & { readonly depth: number } => one.depth !== undefined);
	const [first] = headings;
	if (!first || !isLevel(scheme)) return [];
	const count = (depth: number) => headings.filter(one => one.depth === depth).length;
	const usual = headings.reduce((best, one) => (count(one.depth) > count(best.depth) ? one : best), first);
	return headings
		.filter(one => one.depth !== usual.depth)
		.map(one => {
			const start = one.start - one.depth - 1;
			return {
				code: 'structure.level',
				severity: 'warning',
				start,
				end: start + one.depth,
				data: { written: one.mark, expected: usual.mark, wording: '#'.repeat(usual.depth) },
			};
		});
}
