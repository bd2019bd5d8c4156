// A document of a pack (`documents/*.md`) → the fields of its source and its numbered paragraphs.

import { parseStretch, type Placed } from './yaml/parse';
import { fileStart, problem, type Problem } from './problem';
import { Lines } from './lines';
import { fold } from '../text/fold';

/** A document as read; without a head nothing of it can be used. */
export interface ParsedDocument {
	/** The front matter: a source, or one that `extends` a source that stands elsewhere. */
	readonly head?: Placed;
	/** Id of the source whose text this is. */
	readonly source: string;
	readonly paragraphs: readonly string[];
	/** The line of each paragraph, from 1. */
	readonly lines: readonly number[];
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
	const { paragraphs, lines } = paragraphsOf(body, closing.lastIndex, String(head.value.title ?? ''));
	return {
		head,
		paragraphs,
		lines,
		source,
		problems:
			paragraphs.length > 0 ? problems : [...problems, problem(file, new Lines(body).place(0, 3), 'document.empty')],
	};
}

/** What a backslash before a mark hides from Markdown (CommonMark 0.31.2, 2.4): the mark is the text's. */
const hidden = /\\([!-/:-@[-`{-~])/g;

/** A heading without the marks that close it (`## 题目 ##`). */
function withoutClosing(heading: string): string {
	const text = heading.trimEnd();
	let marks = text.length;
	while (text[marks - 1] === '#') marks--;
	return marks < text.length && /[ \t]/.test(text[marks - 1] ?? '') ? text.slice(0, marks) : heading;
}

/**
 * The paragraphs from an offset on. Marks of headings and block quotes go, hidden marks are plain; one title above them
 * is no paragraph.
 */
function paragraphsOf(body: string, from: number, title: string): { paragraphs: string[]; lines: number[] } {
	const paragraphs: string[] = [];
	const lines: number[] = [];
	let current = '';
	/** The last line of it: looked at in place of the whole, which is put together once. */
	let last = '';
	let first = 0;
	let titled = false;
	let line = body.slice(0, from).split(/\r\n|\n|\r/).length - 1;
	const push = () => {
		if (current !== '') {
			const text = current.replace(hidden, '$1');
			if (!titled && paragraphs.length === 0 && fold(text) === fold(title)) titled = true;
			else {
				paragraphs.push(text);
				lines.push(first);
			}
		}
		current = '';
	};
	for (const raw of body.slice(from).split(/\r\n|\n|\r/)) {
		line++;
		const heading = /^ {0,3}#{1,6}[ \t]+/.exec(raw);
		const text = (heading ? withoutClosing(raw.slice(heading[0].length)) : raw.replace(/^ {0,3}(?:> ?)+/, '')).trim();
		if (text === '' || heading) push();
		if (text === '') continue;
		if (current === '') first = line;
		// Only letters of other scripts have a space where a line was broken.
		current += current !== '' && /[\w.,;:!?)]$/.test(last) && /^[\w(]/.test(text) ? ` ${text}` : text;
		last = text;
		if (heading) push();
	}
	push();
	return { paragraphs, lines };
}
