// Text files → documents: a page saved as text is cleaned of its frame, a text that is only text is taken whole.

import { importProblem, nothingRead, type ImportProblem, type Limits, type ReadFile } from '../document';
import { decodeText } from '../encoding';
import { lineKind, type LineKind } from './lineKinds';
import { readPage } from './page';
import { plainDocument } from './plainDocument';
import { cleanText } from './paragraphs';
import { dateOf } from '../dateOf';
import { present, webAddress, type Evidence } from '../proved';

/** Kinds of lines that only pages have around a text. */
const pageKinds: ReadonlySet<LineKind> = new Set(['frame', 'end', 'related', 'spam', 'teaser', 'links']);

/** Reads a `.txt` file: dump of a page or plain text, in any encoding. */
export async function readText(bytes: Uint8Array, _name: string, limits: Limits): Promise<ReadFile> {
	const decoded = decodeWithin(bytes, limits);
	if ('documents' in decoded) return decoded;
	const { text, problems } = decoded;
	const document = isPage(text) ? readPage(text) : plainDocument(text);
	if (!document) return nothingRead('import.empty', { reason: text.trim() === '' ? 'nothing' : 'frame' });
	return { documents: [{ ...document, problems: [...problems, ...document.problems] }], problems: [] };
}

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
function isPage(text: string): boolean {
	let signs = 0;
	for (const line of text.split(/\r\n?|\n/)) {
		const trimmed = line.replace(/[\u00a0\u3000\t]/g, ' ').trim();
		if (trimmed !== '' && trimmed.length <= 2_000 && (pageKinds.has(lineKind(trimmed)) || isPageLabel(trimmed)))
			signs++;
		if (signs >= 2) return true;
	}
	return false;
}

/**
 * Markdown: front matter, else a heading or a first line, is what is known; marks of headings, lists and quotes go
 * where they are no words.
 */
export async function readMarkdown(bytes: Uint8Array, _name: string, limits: Limits): Promise<ReadFile> {
	const decoded = decodeWithin(bytes, limits);
	if ('documents' in decoded) return decoded;
	const text = withoutTags(cleanText(decoded.text));
	const head = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
	const body = head ? text.slice(head[0].length) : text;
	const heading = headingOf(body);
	const front = frontMatter(head?.[1] ?? '');
	const title = front.title ?? heading?.title;
	const isTitle = heading && (front.title === undefined || front.title === heading.title);
	const rest = isTitle ? body.slice(heading.length) : body;
	const more = title === undefined ? front : { ...front, title };
	const document = plainDocument(markdownText(rest), more, unquoted(head?.[1] ?? ''));
	if (!document) return nothingRead('import.empty', { reason: 'nothing' });
	return { documents: [{ ...document, problems: [...decoded.problems, ...document.problems] }], problems: [] };
}

/** The heading a text begins with, and the code units up to the end of its line. */
function headingOf(body: string): { readonly title: string; readonly length: number } | undefined {
	const found = /^(?:[^\S\n]*\n)*#{1,2}[ \t]+([^\n]+)(?:\n|$)/.exec(body);
	if (!found) return undefined;
	const [all, words = ''] = found;
	const line = words.trimEnd();
	let end = line.length;
	while (end > 1 && line[end - 1] === '#') end--;
	return { title: line.slice(0, end).trimEnd(), length: all.length };
}

/** The lines of a front matter without quotation marks around values. */
function unquoted(yaml: string): readonly string[] {
	return yaml.split('\n').map(line => line.replace(/:\s*(["'])(.*)\1\s*$/, ': $2'));
}

/** Fields a front matter has one on a line each; what is nested is not looked at. */
function frontMatter(yaml: string): Partial<Evidence> {
	const value = (...names: readonly string[]) => {
		for (const name of names) {
			const found = new RegExp(`^${name}[ \\t]*:[ \\t]*(.+)$`, 'im')
				.exec(yaml)?.[1]
				?.trim()
				.replace(/^(["'])(.*)\1$/, '$2')
				.replace(/^\[(.*)\]$/, '$1')
				.trim();
			if (found) return found;
		}
		return undefined;
	};
	return present({
		title: value('title', '标题', '题名'),
		author: value('author', 'authors', '作者'),
		source: value('container-title', '来源', 'publication'),
		issued: dateOf(value('issued', 'date', '日期', 'published')),
		url: webAddress(value('url', 'link', '网址', '链接')),
	});
}

/** What Markdown may have of HTML: comments go, paragraphs and breaks end lines, other known tags leave their words. */
function withoutTags(text: string): string {
	if (!text.includes('<')) return text;
	return text
		.replace(/<!--[\s\S]*?-->/g, '')
		.replace(
			/<\/?(?:p|div|br|hr|li|ul|ol|tr|table|tbody|thead|center|section|h[1-6]|blockquote)(?:\s[^<>]{0,500})?\/?>/gi,
			'\n',
		)
		.replace(
			/<\/?(?:strong|b|em|i|u|s|span|font|a|sup|sub|small|td|th|img|mark|del|ins)(?:\s[^<>]{0,2000})?\/?>/gi,
			'',
		);
}

/** The cells of a row of a table, which has a bar at either end. */
function tableRow(line: string): readonly string[] | undefined {
	const inner = /^\s{0,3}\|(.*)\|\s*$/.exec(line)?.[1];
	return inner?.split(/(?<!\\)\|/).map(cell => cell.trim().replaceAll('\\|', '|'));
}

/** Markdown as plain text: headings and items stand apart, marks around words go, the words of links stay. */
function markdownText(text: string): string {
	return text
		.split('\n')
		.map(line => {
			if (/^\s{0,3}(?:[-*_]\s*){3,}$|^\s{0,3}(?:```|~~~)|^\s*\\?[-*_]\s*$/.test(line)) return '';
			const cells = tableRow(line);
			if (cells) return cells.every(cell => /^:?-+:?$/.test(cell)) ? '' : `\n${cells.join(' | ')}\n`;
			const block = /^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+)/.exec(line);
			const words = (block ? line.slice(block[0].length) : line)
				.replace(/!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)/g, '')
				.replace(/\[([^\]\n]{1,300})\]\(https?:[^)\n]{0,2000}\)/g, '$1')
				.replace(/(\*\*|__)(?=\S)([^*_\n]{1,2000}?)\1/g, '$2')
				.replace(/\\([!-/:-@[-`{-~])/g, '$1');
			return block ? `\n${words}\n` : words;
		})
		.join('\n');
}
