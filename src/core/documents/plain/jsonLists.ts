// JSON and JSON Lines with title and content → one document an entry; what is wrong with an entry is said with its
// line.

import { Lines } from '../../corpus/lines';
import { jsonFault, type JsonReason } from '../../text/jsonFault';
import { jsonItems } from '../../text/jsonItems';
import { damageOf } from '../damage';
import {
	importProblem,
	titleProblems,
	nothingRead,
	type ImportedDocument,
	type ImportProblem,
	type Limits,
	type ReadFile,
} from '../document';
import { paragraphsOf } from './paragraphs';
import { decodeWithin } from './text';
import { dateOf } from '../dateOf';
import { officialEvidence } from '../official/official';
import { present, provedFields, webAddress } from '../proved';

const names = {
	title: ['title', '标题', 'headline', 'name', '题名'],
	content: ['content', 'text', 'body', 'paragraphs', '正文', '内容', 'article'],
	author: ['author', 'authors', '作者'],
	source: ['source', 'container-title', 'publication', '来源', 'publisher'],
	url: ['url', 'link', 'URL', '网址', 'href'],
	date: ['date', 'issued', 'published', 'publish_date', 'publishedAt', 'pubdate', '日期', '时间', 'time'],
	site: ['site', 'website', '网站'],
	year: ['year', '年份'],
} as const;

type Entry = Readonly<Record<string, unknown>>;

/**
 * Reads `.jsonl` (an object a line) and `.json` (an object, or a list of them, also under `data`, `items` or
 * `documents`). Line numbers from 1.
 */
export async function readJsonList(bytes: Uint8Array, _name: string, limits: Limits): Promise<ReadFile> {
	const decoded = decodeWithin(bytes, limits);
	if ('documents' in decoded) return decoded;
	const documents: ImportedDocument[] = [];
	const problems: ImportProblem[] = [...decoded.problems];
	for (const found of entries(decoded.text, limits.nodes * 10)) {
		const { line } = found;
		if (limits.signal?.aborted === true) return nothingRead('import.cancelled');
		if (documents.length >= limits.documents) {
			problems.push(importProblem('import.large', { what: 'documents', limit: limits.documents }, line));
			break;
		}
		const read = 'value' in found ? entryDocument(found.value, limits) : found.fault;
		if ('reason' in read) problems.push(importProblem('import.entry', read, line));
		if (documents.length === 0 && problems.length >= 100) return nothingRead('import.damaged', { reason: 'json' });
		if ('source' in read) documents.push(read);
	}
	if (documents.length === 0 && problems.length === 0) return nothingRead('import.empty', { reason: 'nothing' });
	return { documents, problems };
}

/** Names under which a file may hold its list. */
const lists: readonly string[] = ['data', 'items', 'documents', 'articles', 'results'];

/** Why an entry cannot be used; of what is no JSON also where in its line, and what is wrong there. */
type EntryFault =
	| { readonly reason: 'object' | 'content' | 'large' }
	| { readonly reason: 'json'; readonly column: number; readonly detail: JsonReason };

/** An entry, or why it is none; the line is that of the entry, or of what is wrong in it. */
type Placed =
	{ readonly line: number; readonly value: unknown } | { readonly line: number; readonly fault: EntryFault };

/**
 * The entries of either form. `limit`: lists and objects that are made at once. That is one call, which nothing can
 * stop: it would fill the memory of the thread and, in the Node of some editors, end the editor with it.
 */
function entries(text: string, limit: number): Iterable<Placed> {
	const isSpread = goesOn(text);
	const asWhole = isSpread || /^\s*\[/.test(text) || !/\n[ \t]*\{/.test(text);
	if (asWhole && hasMore(text, limit)) return [{ line: 1, fault: { reason: 'large' } }];
	const items = asWhole ? listEntries(text) : [];
	const isList = isSpread || items.some(one => 'value' in one && isObject(one.value));
	return isList ? items : lineEntries(text, limit);
}

/** Whether a list or an object begins in the first line and goes on behind it. */
function goesOn(text: string): boolean {
	const first = /^\s*([[{][^\n]*)\n/.exec(text)?.[1];
	return first !== undefined && /[[{,]\s*$/.test(first);
}

/** The entries of a list or of one object, each with its own line. */
function listEntries(text: string): readonly Placed[] {
	const lines = new Lines(text);
	return [...jsonItems(text, lists)].map((item): Placed => {
		const { line, column } = lines.place(item.start, item.end);
		if ('value' in item) return { value: item.value, line };
		return { line, fault: { reason: 'json', column, detail: item.fault === 'item' ? item.reason : 'value' } };
	});
}

/** An entry a line. */
function* lineEntries(text: string, limit: number): Generator<Placed, void> {
	let line = 0;
	for (let start = 0; start < text.length;) {
		const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
		line++;
		const row = text.slice(start, end).trimEnd();
		start = end + 1;
		if (row.trim() === '') continue;
		yield hasMore(row, limit) ? { line, fault: { reason: 'large' } } : lineEntry(row, line);
	}
}

function lineEntry(row: string, line: number): Placed {
	try {
		return { value: JSON.parse(row) as unknown, line };
	} catch {
		const { reason, start } = jsonFault(row);
		return { line, fault: { reason: 'json', column: start + 1, detail: reason } };
	}
}

/** Whether more lists and objects begin in a text than `limit`. */
function hasMore(text: string, limit: number): boolean {
	let left = limit;
	for (let at = 0; at < text.length && left >= 0; at++) {
		const c = text.charCodeAt(at);
		if (c === 0x5b || c === 0x7b) left--;
	}
	return left < 0;
}

function isObject(value: unknown): value is Entry {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One entry as a document; or why it is none. */
function entryDocument(entry: unknown, limits: Limits): ImportedDocument | EntryFault {
	if (!isObject(entry)) return { reason: 'object' };
	const content = field(entry, 'content', '\n\n');
	if (content === undefined) return { reason: 'content' };
	if (content.length > limits.characters) return { reason: 'large' };
	const title = field(entry, 'title');
	const { paragraphs } = paragraphsOf(content);
	if (paragraphs.length === 0) return { reason: 'content' };
	const address = webAddress(field(entry, 'url'));
	const fields = provedFields(
		present({
			title,
			web: address !== undefined,
			author: field(entry, 'author', '、'),
			source: field(entry, 'source'),
			sourceMarked: field(entry, 'source')?.startsWith('《'),
			issued: dateOf(field(entry, 'date')) ?? yearOf(entry),
			url: address,
			site: field(entry, 'site') ?? (address && hostOf(address)),
			...present(officialEvidence({ title, before: labelled(entry), body: paragraphs, after: [] })),
		}),
	);
	return {
		source: present({ ...fields, ...damageOf(paragraphs) }),
		paragraphs,
		dropped: [],
		problems: titleProblems(title),
	};
}

/** The short values of an entry behind their names, as a box has them. */
function labelled(entry: Entry): readonly string[] {
	return Object.entries(entry).flatMap(([name, value]) =>
		typeof value === 'string' && value.length <= longestValue ? [`${name}：${value}`] : [],
	);
}

const longestValue = 120;

/** A year counts as published then where the entry says so in a field of its own. */
function yearOf(entry: Entry): string | undefined {
	const year = field(entry, 'year');
	return year !== undefined && /^(?:18|19|20)\d{2}$/.test(year) ? year : undefined;
}

function field(entry: Entry, name: keyof typeof names, between = '、'): string | undefined {
	for (const key of names[name]) {
		if (!Object.hasOwn(entry, key)) continue;
		const text = textOf(entry[key], between);
		if (text !== undefined) return text;
	}
	return undefined;
}

function textOf(value: unknown, between: string): string | undefined {
	if (typeof value === 'string') return value.trim() === '' ? undefined : value;
	if (typeof value === 'number') return String(value);
	if (!Array.isArray(value)) return undefined;
	const texts = (value as unknown[]).filter(one => typeof one === 'string');
	return texts.length > 0 ? texts.join(between) : undefined;
}

/** The host an address names, without `www.`; no library, since no part of it is fetched. */
export function hostOf(url: string): string | undefined {
	return /^https?:\/\/(?:[^/@?#]*@)?(?:www\.)?([a-z0-9.-]+\.[a-z]{2,})(?:[:/?#]|$)/i.exec(url)?.[1]?.toLowerCase();
}
