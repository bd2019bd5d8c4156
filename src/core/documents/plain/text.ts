// Text files → documents: a page saved as text is cleaned of its frame, a text that is only text is taken whole.

import { importProblem, nothingRead, type ImportProblem, type Limits, type ReadFile } from '../document';
import { decodeText } from '../encoding';
import { lineKind, type LineKind } from './lineKinds';
import { readPage } from './page';
import { plainDocument } from './plainDocument';

/** Kinds of lines that only pages have around a text. */
const pageKinds: ReadonlySet<LineKind> = new Set(['frame', 'end', 'related', 'spam', 'teaser', 'links']);

/** Reads a `.txt` file: dump of a page or plain text, in any encoding. */
export async function readText(bytes: Uint8Array, _name: string, limits: Limits): Promise<ReadFile> {
	const decoded = decodeWithin(bytes, limits);
	if ('documents' in decoded) return decoded;
	const { problems } = decoded;
	const text = withoutMarkup(decoded.text);
	const document = isPage(text) ? readPage(text) : plainDocument(text);
	if (!document) return nothingRead('import.empty', { reason: text.trim() === '' ? 'nothing' : 'frame' });
	return { documents: [{ ...document, problems: [...problems, ...document.problems] }], problems: [] };
}

/** A page's source that was saved as text: its paragraphs as lines. Fewer marks may be what a text speaks of. */
function withoutMarkup(text: string): string {
	if ((text.match(/<\/p>|<br\s*\/?>/gi)?.length ?? 0) < leastMarks) return text;
	return text
		.replace(/<(?:\/p|br\s*\/?|\/div|\/h[1-6]|\/li)>/gi, '\n')
		.replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
		.replaceAll('&nbsp;', ' ');
}

const leastMarks = 4;

/**
 * The text of a file with what is wrong with its characters, or the answer that it is too large, empty, or no text at
 * all.
 */
export function decodeWithin(
	bytes: Uint8Array,
	limits: Limits,
): { readonly text: string; readonly problems: readonly ImportProblem[] } | ReadFile {
	if (bytes.length > limits.bytes)
		return nothingRead('import.large', { what: 'bytes', size: bytes.length, limit: limits.bytes });
	const { text, unreadable } = decodeText(bytes);
	if (text.length > limits.characters * 4)
		return nothingRead('import.large', { what: 'characters', size: text.length, limit: limits.characters * 4 });
	let lines = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
	if (lines > mostLines) return nothingRead('import.large', { what: 'entries', size: lines, limit: mostLines });
	const controls = text.match(/[\u0000-\u0008\u000e-\u001a]/g)?.length ?? 0;
	if (unreadable * 10 > text.length || controls * 20 > text.length)
		return nothingRead('import.format', { format: 'binary' });
	return { text, problems: unreadable > 0 ? [importProblem('import.characters', { count: unreadable })] : [] };
}

/** More lines than any text has; each costs something even when it is empty. */
const mostLines = 2_000_000;

/** Labels of a box, and counters of readers: no text that a person writes has them. */
function isPageLabel(line: string): boolean {
	return (
		line.length <= 160 &&
		(/^[•·●\s]*(?:索引号|主题分类|发文机构|信息索引)\s*[:：]/.test(line) ||
			/(?:浏览|阅读|点击)(?:次数|量)?\s*[:：]\s*\d/.test(line))
	);
}

/** Whether a text has more of a page's frame in its lines than chance. */
export function isPage(text: string): boolean {
	let signs = 0;
	for (const line of text.split(/\r\n?|\n/)) {
		const trimmed = line.replace(/[\u00a0\u3000\t]/g, ' ').trim();
		if (trimmed !== '' && trimmed.length <= 2_000 && (pageKinds.has(lineKind(trimmed)) || isPageLabel(trimmed)))
			signs++;
		if (signs >= 2) return true;
	}
	return false;
}
