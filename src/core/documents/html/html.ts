// Saved web pages → documents: the article of the page, what the page says of it, and what was left out.

import { nothingRead, type DroppedText, type ImportedDocument, type Limits, type ReadFile } from '../document';
import { readDump } from '../plain/dump';
import { articleDocument, markOf } from './articleDocument';
import { articleRange } from './articleRange';
import type { Element } from './element';
import { isLinked, linesOf, type Line } from './lines';
import { metaOf, windowTitle } from './meta';
import { titledBy } from './pageTitle';
import { parseHtml } from './tree';
import { accountEvidence } from './wechat';
import { withLayout } from '../paragraphMarks';
import { pageDocument } from '../plain/page';
import { cleanText } from '../plain/paragraphs';
import { decodeWithin } from '../plain/text';
import { present, type Evidence } from '../proved';

/** Reads a saved page. Nothing of it is run, loaded or expanded. */
export function readHtml(bytes: Uint8Array, _name: string, limits: Limits): Promise<ReadFile> {
	return readWith(documentIn, bytes, limits);
}

/** Reads markup that is all text, as a document holds it: what it shows, whatever it looks like. */
export function readHtmlWhole(bytes: Uint8Array, _name: string, limits: Limits): Promise<ReadFile> {
	return readWith(allOf, bytes, limits);
}

async function readWith(documentIn: Reading, bytes: Uint8Array, limits: Limits): Promise<ReadFile> {
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

type Reading = (root: Element, html: string) => ImportedDocument | undefined;

/** All lines that are shown; those that are not are told. */
function allOf(root: Element): ImportedDocument | undefined {
	const lines = linesOf(root);
	const shown = lines.filter(line => line.aside !== 'hidden');
	if (lines.length === 0) return undefined;
	return {
		source: {},
		...withLayout(
			shown.map(line => line.text),
			shown.map(markOf),
		),
		dropped: lines.flatMap(({ text, aside }) => (aside === 'hidden' ? [{ text, why: aside }] : [])),
		problems: [],
	};
}

function documentIn(root: Element, html: string): ImportedDocument | undefined {
	const lines = linesOf(root);
	if (lines.length === 0) return undefined;
	const account = accountEvidence(root, html);
	const named = metaOf(root, html);
	const parts = windowTitle(root);
	const range = articleRange(root, lines, [...parts, ...(named.title === undefined ? [] : [named.title])]);
	const meta = titledBy(lines, range, { ...named, ...account }, parts);
	return range ? articleDocument(lines, range, meta) : wholePage(lines, meta);
}

/** The document of a page in which no article was found: what is left of its lines without links and menus. */
function wholePage(lines: readonly Line[], meta: Partial<Evidence>): ImportedDocument | undefined {
	const isFrame = (line: Line) => line.aside !== undefined || isLinked(line);
	const own = lines.filter(line => !isFrame(line));
	const dump = readDump(own.map(line => line.text).join('\n\n'), { verbatim: true });
	if (!dump.paragraphs.some(one => one.kind === 'paragraph')) return undefined;
	const document = pageDocument(dump, meta, line => markOf(own[(line - 1) / 2]));
	const links = lines.filter(isFrame).map((line): DroppedText => ({ text: line.text, why: line.aside ?? 'links' }));
	return {
		...document,
		dropped: [...document.dropped.map(({ text, why, after }) => present({ text, why, after })), ...links],
	};
}
