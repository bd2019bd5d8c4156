// Markdown files → documents: front matter, headings with their level, tables, notes; other marks go.

import { nothingRead, type ImportedDocument, type Limits, type ReadFile } from '../document';
import { dateOf } from '../dateOf';
import { present, webAddress, type Evidence } from '../proved';
import { isSection } from './firstTitle';
import { tablesAsMarkdown } from './htmlTables';
import { markdownText } from './markdownText';
import { readPage } from './page';
import { cleanText } from './paragraphs';
import { plainDocument } from './plainDocument';
import { decodeWithin, isPage } from './text';

/**
 * Markdown: front matter, else a heading or a first line, is what is known; marks of headings, lists and quotes go
 * where they are no words.
 */
export async function readMarkdown(bytes: Uint8Array, _name: string, limits: Limits): Promise<ReadFile> {
	const decoded = decodeWithin(bytes, limits);
	if ('documents' in decoded) return decoded;
	const text = withoutTags(tablesAsMarkdown(cleanText(decoded.text), limits.nodes));
	const document = markdownDocument(text);
	if (!document) return nothingRead('import.empty', { reason: 'nothing' });
	return { documents: [{ ...document, problems: [...decoded.problems, ...document.problems] }], problems: [] };
}

function markdownDocument(text: string): ImportedDocument | undefined {
	const head = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
	const body = withHeadings(head ? text.slice(head[0].length) : text);
	if (!head && !blocks.test(body) && isPage(body)) return readPage(body);
	const heading = headingOf(body);
	const front = frontMatter(head?.[1] ?? '');
	const title = front.title ?? heading?.title;
	const isTitle = heading && (front.title ?? heading.title) === heading.title;
	const rest = isTitle ? body.slice(heading.length) : body;
	const more = title === undefined ? front : { ...front, title };
	const plain = markdownText(rest);
	return plainDocument(plain.text, more, unquoted(head?.[1] ?? ''), plain);
}

/** Headings, tables, lists, quotes, code, notes: a page that was only copied into a file has none. */
const blocks = /^ {0,3}(?:#{1,6}[ \t]|[-*+>][ \t]|\|.*\||```|~~~|\[\^)/m;

/** A heading with a line of = or - below it. */
const underlined = /^(?![ \t]*[-*+>#|=\d`~])([^\n]{1,120})\n {0,3}(=|-)\2{2,}[ \t]*$/gm;

/** Headings that are underlined as those that begin with #. */
function withHeadings(text: string): string {
	return text.replace(underlined, (_, words: string, sign: string) => `${sign === '=' ? '#' : '##'} ${words.trim()}`);
}

/** The heading a text begins with, and the code units up to the end of its line. */
function headingOf(body: string): { readonly title: string; readonly length: number } | undefined {
	const found = /^(?:[^\S\n]*\n)*#{1,2}[ \t]+([^\n]+)(?:\n|$)/.exec(body);
	if (!found) return undefined;
	const [all, words = ''] = found;
	const line = words.trimEnd();
	if (isSection(line)) return undefined;
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
		author: (listed(yaml) ?? value('author', 'authors', '作者'))
			?.replace(wikiLink, '$1')
			.replace(/^\[([^[\]]+)\]$/, '$1'),
		source: value('container-title', '来源', 'publication'),
		issued: dateOf(value('issued', 'date', '日期', 'published')),
		url: webAddress(value('url', 'link', '网址', '链接') ?? value('source')),
	});
}

/** A link of a note-taking program: [[林默]], [[people/林默|林默]]. */
const wikiLink = /\[{1,2}(?:[^\][|]*\|)?([^\][|]+)\]{1,2}/g;

/** Authors that stand one below the other, as clippers write them. */
function listed(yaml: string): string | undefined {
	const items = /^(?:authors?|作者)[ \t]*:[ \t]*\n((?:[ \t]*-[ \t]+\S.*(?:\n|$)){1,20})/im.exec(yaml)?.[1];
	const names = items
		?.split('\n')
		.map(item =>
			item
				.replace(/^[ \t]*-[ \t]+/, '')
				.trim()
				.replace(/^(["'])(.*)\1$/, '$2'),
		)
		.filter(name => name !== '');
	return names?.join('、');
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
