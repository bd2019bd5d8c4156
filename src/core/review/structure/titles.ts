// Headings on lines of their own that end with a full stop.

import type { FindingOf } from '../../draft/finding';
import { isLevel, type Numbered, type NumberedList, type ProseLine } from './numberedLines';

type Found = FindingOf<'structure.title'>;

/** A longer one is a sentence. */
const longest = 30;

/** Full stops behind headings. */
export function stopFindings(lines: readonly ProseLine[], lists: readonly NumberedList[]): readonly Found[] {
	const headings = lines.filter(({ depth, text }) => depth !== undefined && endsAlone(text));
	const alone = lists
		.flatMap(oddOnesOut)
		.map(({ block, start }) => lines.find(one => one.block === block && one.start === start));
	return [...headings, ...alone.filter(line => line !== undefined && line.depth === undefined)].flatMap(line =>
		line ? [stopOf(line)] : [],
	);
}

/** A heading that stands alone: one sentence. */
function endsAlone(text: string): boolean {
	return /^[^。！？；]+。$/.test(text) && text.length <= longest;
}

/** Of lines without # those that alone have a full stop, where the others of their list (two at least) have none. */
function oddOnesOut({ items, scheme }: NumberedList): readonly Numbered[] {
	if (!isLevel(scheme) || scheme > 1 || items.some(one => one.words.length > longest)) return [];
	const odd = items.filter(({ words }) => endsAlone(words));
	const plain = items.filter(({ words }) => /^[^。；！？：，…;,]+[\p{L}\p{N}）》”]$/u.test(words));
	return odd.length === 1 && odd[0] !== items.at(-1) && plain.length === items.length - 1 && plain.length > 1
		? odd
		: [];
}

function stopOf({ start, text }: ProseLine): Found {
	const at = start + text.length - 1;
	return {
		code: 'structure.title',
		severity: 'warning',
		start: at,
		end: at + 1,
		data: { written: text, wording: '' },
	};
}
