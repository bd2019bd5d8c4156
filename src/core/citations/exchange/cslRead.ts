// CSL-JSON and CSL-YAML → items.

import { yamlItems } from '../../corpus/yaml/parse';
import { jsonItems } from '../../text/jsonItems';
import type { Entry, Fault } from './bibliography';
import type { RawItem } from './normalize';

/** Names under which a file may hold its list. */
const lists: readonly string[] = ['items', 'references'];

/** Reads a CSL-JSON file: a list of items, or an object that holds it. */
export function* readCslJson(text: string): Generator<Entry | Fault | undefined, void> {
	for (const found of jsonItems(text, lists)) {
		if ('fault' in found) {
			yield found.fault === 'list'
				? { code: 'library.format', start: found.start, end: found.end, data: { format: 'CSL-JSON' } }
				: {
						code: 'library.syntax',
						start: found.start,
						end: found.end,
						data: { format: 'csl-json', reason: 'item', detail: found.reason, line: 0 },
					};
		} else yield entryOf(found.value, text, found.start, found.end);
	}
}

/** Reads a CSL-YAML file as pandoc writes it: a list, or `references:` with one below. */
export function* readCslYaml(text: string): Generator<Entry | Fault | undefined, void> {
	const { start, end } = listIn(text) ?? { start: 0, end: text.length };
	if (start === 0 && !/^[ \t]*(?:-[ \t\r\n]|\[)/m.test(text)) {
		if (text.replace(/^(?:#.*|---.*|\.\.\.|\s*)$/gm, '').trim() !== '')
			yield { code: 'library.format', start: 0, end: 0, data: { format: 'CSL-YAML' } };
		return;
	}
	for (const found of yamlItems(text, start, end)) {
		if ('code' in found)
			yield {
				code: 'library.syntax',
				start: found.start,
				end: found.end,
				data: { format: 'csl-yaml', reason: 'yaml', detail: found.detail },
			};
		else if (found.value !== null) yield entryOf(found.value, text, found.start, found.end);
	}
}

/** Where the list below `references:` stands, up to the next field or the end of the document. */
function listIn(text: string): { readonly start: number; readonly end: number } | undefined {
	const from = /^references:[ \t]*/m.exec(text);
	if (!from) return undefined;
	const start = from.index + from[0].length;
	const length = text.slice(start).search(/\n(?:[^\s#-][^\n]*:|---|\.\.\.)/);
	return { start, end: length < 0 ? text.length : start + length };
}

function entryOf(value: unknown, text: string, start: number, end: number): Entry | Fault {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		return {
			code: 'record.expected',
			start,
			end: Math.min(end, start + 80),
			data: { field: '', expected: 'object', found: Array.isArray(value) ? 'array' : typeof value },
		};
	const item = value as RawItem;
	const key = keyOf(item);
	// The place of an entry is the line of its id, or its beginning.
	const id = key === '' ? -1 : text.slice(start, end).search(/(?<![\w-])["']?id["']?[ \t]*:/);
	const from = start + Math.max(id, 0);
	const [line = ''] = text.slice(from, Math.min(end, from + 120)).split(/[\r\n]/, 1);
	return { item, key, start: from, end: from + line.trimEnd().length };
}

/** The id; Zotero's own export has an address there and the key, where there is one, beside it. */
function keyOf(item: RawItem): string {
	const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
	const id = text(item.id);
	const key = text(item['citation-key']);
	return id === '' || (/^https?:\/\/zotero\.org\//.test(id) && key !== '') ? key : id;
}
