// A document of a pack (`documents/*.md`) → the fields of its source and its numbered paragraphs.

import { parseStretch, type Placed } from './yaml/parse';
import { fileStart, problem, type Problem } from './problem';
import { Lines } from './lines';
import { readBody } from './layout/documentBody';
import type { Layout } from '../text/layout/layout';

/** A document as read; without a head nothing of it can be used. */
export interface ParsedDocument {
	/** The front matter: a source, or one that `extends` a source that stands elsewhere. */
	readonly head?: Placed;
	/** Id of the source whose text this is. */
	readonly source: string;
	readonly paragraphs: readonly string[];
	/** The line of each paragraph, from 1. */
	readonly lines: readonly number[];
	/** What it has besides their words. */
	readonly layout?: Layout;
	readonly problems: readonly Problem[];
}

/**
 * Whether a file of a pack is a document, by its name; what lies in hidden folders, as reports of imports do, is none.
 */
export function documentName(name: string): boolean {
	return /^(?:\.\/)?documents(?:\/[^./][^/]*)+\.md$/i.test(name.replaceAll('\\', '/'));
}

const fence = /^---[ \t]*(?:\r\n|\n|\r)/;
const closing = /(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/g;
const longest = 16_000_000;

/**
 * Reads a document, or of one of which only the beginning is at hand (`head`) its front matter. Never throws: what
 * cannot be read is a problem at its place. A byte order mark is not counted in offsets.
 */
export function readDocument(file: string, text: string, part?: 'head'): ParsedDocument {
	const body = text.replace(/^\uFEFF/, '');
	const nothing = (one: Problem): ParsedDocument => ({ source: '', paragraphs: [], lines: [], problems: [one] });
	if (body.length > longest)
		return nothing(problem(file, fileStart, 'file.large', { size: body.length, limit: longest }));
	const open = fence.exec(body);
	if (!open) return nothing(problem(file, fileStart, 'document.head', { reason: 'missing' }));
	closing.lastIndex = open[0].length - 1;
	const close = closing.exec(body);
	if (!close) return nothing(problem(file, fileStart, 'document.head', { reason: 'open' }));
	const {
		records: [head],
		problems,
	} = parseStretch('source', file, body.slice(0, closing.lastIndex), open[0].length, close.index);
	if (!head) return { source: '', paragraphs: [], lines: [], problems };
	const source = String(head.value.extends ?? head.value.id);
	if (part === 'head') return { head, source, paragraphs: [], lines: [], problems };
	const read = readBody(body, closing.lastIndex, String(head.value.title ?? ''));
	return {
		head,
		...read,
		source,
		problems:
			read.paragraphs.length > 0
				? problems
				: [...problems, problem(file, new Lines(body).place(0, 3), 'document.empty')],
	};
}
