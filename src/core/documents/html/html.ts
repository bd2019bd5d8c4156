// Saved web pages → documents: the article of the page, what the page says of it, and what was left out.

import { damageOf } from '../damage';
import {
	importProblem,
	nothingRead,
	type DroppedText,
	type ImportedDocument,
	type Limits,
	type ReadFile,
} from '../document';
import { readDump } from '../plain/dump';
import { linesOf, type Line } from './lines';
import { metaOf } from './meta';
import { elementsOf, parseHtml, type Element } from './tree';
import { lineKind, type LineKind } from '../plain/lineKinds';
import { pageDocument } from '../plain/page';
import { cleanText } from '../plain/paragraphs';
import { decodeWithin } from '../plain/text';
import { present, provedFields, type Evidence } from '../proved';
import { provenanceOf } from '../plain/provenance';
import { articleIn } from './readability';
import type { Unit } from '../plain/units';

/** Ids and classes of the element an article stands in, as the common content systems name it; the surest first. */
const containers: readonly string[] = [
	'UCAP-CONTENT',
	'trs_editor_view',
	'TRS_Editor',
	'TRS_UEDITOR',
	'js_content',
	'zoom',
	'Zoom',
	'zoomcon',
	'pages_content',
	'ivs_content',
	'xl_content',
	'zfxxgk_zw_content',
	'article-content',
	'article_content',
	'articleContent',
	'news_content',
	'detail-content',
	'rm_txt_con',
	'rich_media_content',
	'con_con',
	'mw-parser-output',
	'detail',
];

/** Least characters of an article in a container; shorter ones are taken for something else. */
const least = 40;

/** Reads a saved page. Nothing of it is run, loaded or expanded. */
export async function readHtml(bytes: Uint8Array, _name: string, limits: Limits): Promise<ReadFile> {
	const decoded = decodeWithin(bytes, limits);
	if ('documents' in decoded) return decoded;
	const html = cleanText(decoded.text);
	const root = parseHtml(html, limits.nodes);
	if (!root) return nothingRead('import.large', { what: 'nodes', limit: limits.nodes });
	await Promise.resolve();
	if (limits.signal?.aborted === true) return nothingRead('import.cancelled');
	const document = documentIn(root, html);
	if (!document) return nothingRead('import.empty', { reason: 'frame' });
	return { documents: [{ ...document, problems: [...decoded.problems, ...document.problems] }], problems: [] };
}

function documentIn(root: Element, html: string): ImportedDocument | undefined {
	const lines = linesOf(root);
	if (lines.length === 0) return undefined;
	const meta = titledBy(lines, metaOf(root, html));
	const range = inContainer(root, lines) ?? inArticle(root, lines);
	if (range) return cut(lines, range, meta);
	const dump = readDump(
		lines
			.filter(line => line.aside === undefined && !isLinked(line))
			.map(line => line.text)
			.join('\n\n'),
		{ verbatim: true },
	);
	if (dump.paragraphs.length === 0 || !dump.paragraphs.some(one => one.kind === 'paragraph')) return undefined;
	const document = pageDocument(dump, meta);
	const links = lines
		.filter(line => line.aside !== undefined || isLinked(line))
		.map((line): DroppedText => ({ text: line.text, why: line.aside ?? 'links' }));
	return {
		...document,
		dropped: [...document.dropped.map(({ text, why, after }) => present({ text, why, after })), ...links],
	};
}

type Range = readonly [from: number, to: number];

/** The lines of the known container with the most text. */
function inContainer(root: Element, lines: readonly Line[]): Range | undefined {
	const named = new Map<Element, number>();
	for (const element of elementsOf(root)) {
		const names = [element.attributes.id ?? '', ...(element.attributes.class ?? '').split(/\s+/, 20)];
		const rank = containers.findIndex(one => names.includes(one));
		if (rank >= 0 || element.attributes.itemprop === 'articleBody')
			named.set(element, rank < 0 ? containers.length : rank);
		if (named.size >= 20) break;
	}
	let best: { range: Range; rank: number; length: number } | undefined;
	for (const [element, rank] of named) {
		const range = rangeOf(lines, new Set([element, ...elementsOf(element)]));
		if (!range) continue;
		const length = lines
			.slice(...range)
			.reduce((sum, line) => sum + (line.aside === undefined ? line.text.length - line.linked : 0), 0);
		if (length >= least && (!best || (rank < best.rank ? length * 2 > best.length : length > best.length * 2)))
			best = { range, rank, length };
	}
	return best?.range;
}

function rangeOf(lines: readonly Line[], within: ReadonlySet<Element>): Range | undefined {
	const from = lines.findIndex(line => within.has(line.within));
	return from < 0 ? undefined : [from, lines.findLastIndex(line => within.has(line.within)) + 1];
}

/** The lines Readability takes for the article, where they are prose for the most part. */
function inArticle(root: Element, lines: readonly Line[]): Range | undefined {
	const content = articleIn(root);
	const tree = content === undefined ? undefined : parseHtml(content, 100_000);
	if (!tree) return undefined;
	const texts = new Set(
		linesOf(tree)
			.map(line => line.text)
			.filter(text => text.length >= 12),
	);
	const from = lines.findIndex(line => texts.has(line.text));
	if (from < 0) return undefined;
	const range: Range = [from, lines.findLastIndex(line => texts.has(line.text)) + 1];
	const inside = lines.slice(...range).filter(line => line.aside === undefined && !isLinked(line));
	const prose = inside.filter(line => lineKind(line.text) === 'text').reduce((sum, line) => sum + line.text.length, 0);
	const all = inside.reduce((sum, line) => sum + line.text.length, 0);
	return prose >= least && prose * 2 > all ? range : undefined;
}

/** More than half of it is links, and it is no sentence. */
function isLinked(line: Line): boolean {
	return line.linked * 2 > line.text.length && !(line.text.length >= 40 && /[。！？；]/.test(line.text));
}

/** Kinds of lines that are the page's wherever they stand, and those that are so only before or after the text. */
const never: ReadonlySet<LineKind> = new Set(['frame', 'spam']);
const before: ReadonlySet<LineKind> = new Set([
	'metadata',
	'stamp',
	'byline',
	'caption',
	'links',
	'note',
	'related',
	'end',
]);
const behind: ReadonlySet<LineKind> = new Set(['end', 'related', 'links', 'metadata', 'caption', 'teaser']);

/** The document the lines of a range are, less what the page has put among them. */
function cut(lines: readonly Line[], range: Range, meta: Partial<Evidence>): ImportedDocument | undefined {
	const rows = lines.map((line, i): Unit => ({ text: line.text, line: i + 1, kind: lineKind(line.text), apart: true }));
	const title = meta.title;
	const why = lines.map((line, i): string | undefined => {
		const { kind, text } = rows[i]!;
		if (i < range[0] || i >= range[1])
			return text === title
				? 'title'
				: (line.aside ??
						(isLinked(line) ? 'links' : kind === 'text' || kind === 'heading' || kind === 'short' ? 'outside' : kind));
		if (line.aside !== undefined) return line.aside;
		return text === title ? 'repeated' : isLinked(line) ? 'links' : never.has(kind) ? kind : undefined;
	});
	trim(rows, why, range);
	const own = lines.flatMap((line, i) => (why[i] === undefined && i >= range[0] && i < range[1] ? [line.text] : []));
	if (own.length === 0) return undefined;
	const first = why.findIndex((one, i) => one === undefined && i >= range[0]);
	const last = why.findLastIndex((one, i) => one === undefined && i < range[1]);
	const { containerTitle, containerMarked, authorNote, heldFrom, heldDate, owner, author, authorNamed } = provenanceOf(
		rows,
		first,
		last + 1,
		text => text,
	);
	const said: Partial<Evidence> = present({
		author,
		authorNote,
		source: containerTitle,
		sourceMarked: containerMarked,
		site: heldFrom,
		date: heldDate,
		owner,
	});
	// Content systems write their site or its desk into the head's author; a line that says 作者 speaks of the article.
	const all = { ...said, ...meta, ...(authorNamed === true ? present({ author }) : {}) };
	const named = all.source?.replace(/^《|》$/g, '');
	const original =
		all.site !== undefined && (named === undefined || all.site.includes(named) || named.includes(all.site));
	const fields = provedFields({
		web: true,
		...all,
		...(original && named !== undefined ? { source: undefined } : {}),
		...(original && all.date !== undefined ? { issued: all.date } : {}),
	});
	const container =
		original && fields['container-title'] === undefined && fields.type === 'webpage'
			? { 'container-title': all.site }
			: {};
	let after = 0;
	const dropped = lines.flatMap((line, i): DroppedText[] => {
		if (why[i] !== undefined) return [{ text: line.text, why: why[i], after }];
		after++;
		return [];
	});
	return {
		source: present({ ...fields, ...container, ...damageOf(own) }),
		paragraphs: own,
		dropped,
		problems: fields.title === undefined ? [importProblem('import.title')] : [],
	};
}

/**
 * Takes away what stands around the text inside its container: lines about the page above it, ends and lists of others
 * below.
 */
function trim(rows: readonly Unit[], why: (string | undefined)[], [from, to]: Range): void {
	let first = from;
	while (first < to && (why[first] !== undefined || before.has(rows[first]!.kind))) {
		why[first] ??= rows[first]!.kind;
		first++;
	}
	let length = 0;
	let behindLength = 0;
	for (let i = first; i < to; i++) if (why[i] === undefined) length += rows[i]!.text.length;
	for (let i = to - 1; i >= first; i--) {
		if (why[i] !== undefined) continue;
		const { kind, text } = rows[i]!;
		// An end or a list of others with little below it: all of that is the page's.
		if (behindLength * 5 <= length && (kind === 'end' || kind === 'related'))
			for (let k = i; k < to; k++) why[k] ??= k === i ? kind : 'outside';
		behindLength += text.length;
	}
	for (let i = to - 1; i >= first && (why[i] !== undefined || behind.has(rows[i]!.kind)); i--) why[i] ??= rows[i]!.kind;
}

/** The title of the head as a heading of the page writes it; a heading alone where the head has none. */
function titledBy(lines: readonly Line[], meta: Partial<Evidence>): Partial<Evidence> {
	const headings = lines.filter(
		line => line.heading !== undefined && line.heading <= 2 && line.aside === undefined && line.text.length >= 4,
	);
	const said = meta.title;
	if (said === undefined) return headings[0] ? { ...meta, title: headings[0].text } : meta;
	const bare = (text: string) => text.replace(/\s/g, '');
	const same =
		lines.find(line => bare(line.text) === bare(said)) ??
		headings.find(line => bare(line.text).startsWith(bare(said)) || bare(said).startsWith(bare(line.text)));
	return same ? { ...meta, title: same.text } : meta;
}
