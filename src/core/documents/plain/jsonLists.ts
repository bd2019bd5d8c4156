// JSON and JSON Lines with title and content → one document an entry; what is wrong with an entry is said with its
// line.

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
import { dateOf, present, provedFields, webAddress } from '../proved';

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
	for (const { value, line, fault } of entries(decoded.text, limits.nodes * 10)) {
		if (limits.signal?.aborted === true) return nothingRead('import.cancelled');
		if (documents.length >= limits.documents) {
			problems.push(importProblem('import.large', { what: 'documents', limit: limits.documents }, line));
			break;
		}
		const read = fault === undefined ? entryDocument(value, limits) : fault;
		if (typeof read === 'string') problems.push(importProblem('import.entry', { reason: read }, line));
		if (documents.length === 0 && problems.length >= 100) return nothingRead('import.damaged', { reason: 'json' });
		if (typeof read !== 'string') documents.push(read);
	}
	if (documents.length === 0 && problems.length === 0) return nothingRead('import.empty', { reason: 'nothing' });
	return { documents, problems };
}

interface Placed {
	readonly value?: unknown;
	readonly line: number;
	readonly fault?: string;
}

/**
 * The entries of either form; a list is one when the whole text is. `most`: lists and objects that are made at once.
 * That is one call, which nothing can stop: it would fill the memory of the thread and, in the Node of some editors,
 * end the editor with it.
 */
function* entries(text: string, most: number): Generator<Placed, void> {
	const asWhole = /^\s*\[/.test(text) || !/\n[ \t]*\{/.test(text) || /^\s*\{[ \t\r]*\n/.test(text);
	if (asWhole && hasMore(text, most)) {
		yield { line: 1, fault: 'large' };
		return;
	}
	const whole = asWhole ? parsed(text) : undefined;
	if (whole !== undefined) {
		const list = Array.isArray(whole) ? (whole as unknown[]) : (listIn(whole) ?? [whole]);
		for (const [i, value] of list.entries()) yield { value, line: i + 1 };
		return;
	}
	let line = 0;
	for (let start = 0; start < text.length;) {
		const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
		line++;
		const row = text.slice(start, end).trim();
		start = end + 1;
		if (row === '') continue;
		if (hasMore(row, most)) {
			yield { line, fault: 'large' };
			continue;
		}
		const value = parsed(row);
		yield value === undefined ? { line, fault: 'json' } : { value, line };
	}
}

/** Whether more lists and objects begin in a text than `most`. */
function hasMore(text: string, most: number): boolean {
	let left = most;
	for (let at = 0; at < text.length && left >= 0; at++) {
		const c = text.charCodeAt(at);
		if (c === 0x5b || c === 0x7b) left--;
	}
	return left < 0;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function listIn(value: unknown): readonly unknown[] | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const lists = ['data', 'items', 'documents', 'articles', 'results'].map(name =>
		Object.hasOwn(value, name) ? (value as Entry)[name] : undefined,
	);
	return lists.find(Array.isArray) as readonly unknown[] | undefined;
}

/** One entry as a document; or why it is none: object, content, large. */
function entryDocument(value: unknown, limits: Limits): ImportedDocument | 'object' | 'content' | 'large' {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'object';
	const entry = value as Entry;
	const content = field(entry, 'content', '\n\n');
	if (content === undefined) return 'content';
	if (content.length > limits.characters) return 'large';
	const title = field(entry, 'title');
	const { paragraphs } = paragraphsOf(content);
	if (paragraphs.length === 0) return 'content';
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
		}),
	);
	return {
		source: present({ ...fields, ...damageOf(paragraphs) }),
		paragraphs,
		dropped: [],
		problems: titleProblems(title),
	};
}

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
