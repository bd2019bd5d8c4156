// The lines at the head of a text that together are its title again.

import { parted } from '../official/documentNumber';

/** A title may be broken into so many lines; it stands within so many of the beginning. */
const mostTitleLines = 4;
const linesAhead = 12;

/** Which lines, from `from` on, say the title again, with its number or without; the end is exclusive. */
export function repeatedTitle(
	lines: readonly string[],
	title: string | undefined,
	from = 0,
): readonly [start: number, end: number] | undefined {
	if (title === undefined || title === '') return undefined;
	const wanted = [bare(title), bare(parted(title).title)];
	for (let start = from; start < Math.min(from + linesAhead, lines.length); start++)
		for (let count = 1; count <= mostTitleLines; count++)
			if (wanted.includes(bare(lines.slice(start, start + count).join('')))) return [start, start + count];
	return undefined;
}

const bare = (text: string) => text.replace(/\s/g, '');
