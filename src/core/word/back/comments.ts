// The comments of a Word file: who says what, and whether it is done.

import { attribute, readXml } from '../../documents/office/xml';
import type { Author } from './returned';

export interface Comment extends Author {
	readonly text: string;
	readonly isDone: boolean;
}

interface OpenComment {
	readonly id: string;
	readonly by: Author;
	readonly lines: string[];
	/** The id of its last paragraph, by which the part that says what is done names it. */
	paragraph: string;
}

/** Comments by their ids; a line for each of their paragraphs. `extended`: the part that says what is done. */
export function readComments(xml: string | undefined, extended: string | undefined): ReadonlyMap<string, Comment> {
	const found = new Map<string, Comment>();
	const done = readDone(extended);
	let open: OpenComment | undefined;
	let isText = false;
	let deletions = 0;
	if (xml === undefined) return found;
	readXml(xml, {
		open(name, attributes) {
			isText = name === 't';
			if (name === 'comment')
				open = { id: attribute(attributes, 'id') ?? '', by: authorOf(attributes), lines: [], paragraph: '' };
			if (name === 'del') deletions++;
			if (name !== 'p' || !open) return;
			open.lines.push('');
			open.paragraph = attribute(attributes, 'paraId') ?? '';
		},
		close(name) {
			isText = false;
			if (name === 'del') deletions--;
			if (name !== 'comment' || !open) return;
			found.set(open.id, { ...open.by, text: open.lines.join('\n').trim(), isDone: done.has(open.paragraph) });
			open = undefined;
		},
		text(value) {
			if (isText && deletions === 0 && open) open.lines.push((open.lines.pop() ?? '') + value);
		},
	});
	return found;
}

/** The last paragraphs of comments that are done. */
function readDone(xml: string | undefined): ReadonlySet<string> {
	const done = new Set<string>();
	if (xml === undefined) return done;
	readXml(xml, {
		open(name, attributes) {
			if (name === 'commentEx' && /^(?:1|true|on)$/.test(attribute(attributes, 'done') ?? ''))
				done.add(attribute(attributes, 'paraId') ?? '');
		},
		close: () => undefined,
		text: () => undefined,
	});
	return done;
}

/** Who made a change or a comment, and when. */
export function authorOf(attributes: string): Author {
	const date = attribute(attributes, 'date') ?? '';
	// LibreOffice writes the year 0 where it knows none.
	return { author: attribute(attributes, 'author') ?? '', date: /^[1-9]\d{3}-/.test(date) ? date : '' };
}
