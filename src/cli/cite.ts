// `cite`: references after GB/T 7714, of sources of the corpus or of items another program exported.

import { Lines } from '../core/corpus/lines';
import { wordJson } from '../core/messages/jsonFaults';
import { formatReference, type Item, type ReferenceOptions } from '../core/service';
import { jsonFault } from '../core/text/jsonFault';
import { asCommand, countOf, flagsOf, textsOf, truthOf, wordOf, type Fields, type Question } from './question';
import { text } from './args';
import type { Command } from './command';
import { readText, UsageError } from './io';

/** One reference, as `--json` prints it. */
interface Cited {
	readonly id: string;
	readonly reference: string;
	/** CSL-JSON names of the fields an entry needs and the item does not have. */
	readonly missing: readonly string[];
}

const cite: Question<readonly Cited[]> = {
	name: 'cite',
	usage:
		'<source-id…> | --items items.json [--edition 2025|2015] [--style numeric|note|author-date] [--gaps|--no-gaps] [--latin half] [--no-url] [--no-accessed] [--authors n]',
	summary: '按 GB/T 7714 生成参考文献 | references after GB/T 7714',
	options: {
		items: { type: 'string' },
		edition: { type: 'string' },
		style: { type: 'string' },
		gaps: { type: 'boolean' },
		'no-gaps': { type: 'boolean' },
		latin: { type: 'string' },
		'no-url': { type: 'boolean' },
		'no-accessed': { type: 'boolean' },
		authors: { type: 'string' },
	},
	async read(args, io) {
		const path = text(args, 'items');
		if (path === undefined && args.positionals.length === 0)
			throw new UsageError('请给出来源编号或 --items 文件 name the sources, or a file with --items');
		const request = {
			ids: args.positionals,
			...flagsOf(args, 'edition', 'style', 'gaps', 'no-gaps', 'latin', 'no-url', 'no-accessed', 'authors'),
		};
		return path === undefined ? request : { ...request, items: itemsOf(await readText(io, path), path) };
	},
	answer(service, request) {
		const ids = [...textsOf(request, 'ids'), ...textsOf(request, 'id')];
		const options = optionsOf(request);
		// A source of ours stands in a draft, where gaps are shown; an item of others is printed as styles print it.
		const own = ids.map(id => cited(id, sourceOf(id), { gaps: true, ...options }));
		const others = [request.items, request.item]
			.flatMap(one => one ?? [])
			.map((item: unknown, at) => {
				if (typeof item !== 'object' || item === null)
					throw new UsageError(`第 ${at + 1} 项不是条目 item ${at + 1} is no item`);
				return cited(String((item as { id?: unknown }).id ?? at + 1), item as Item, { gaps: false, ...options });
			});
		return [...own, ...others];

		function sourceOf(id: string): Item {
			const source = service.corpus.source(id) ?? service.corpus.source(service.corpus.citation(id)?.source ?? '');
			if (!source) throw new UsageError(`没有这个来源 no such source: ${id}`);
			return source;
		}
	},
	show: all => all.map(one => one.reference),
};

function cited(id: string, item: Item, options: ReferenceOptions): Cited {
	const { text: reference, missing } = formatReference(item, options);
	return { id, reference, missing: [...new Set(missing.map(gap => gap.field))] };
}

function optionsOf(request: Fields): ReferenceOptions {
	const gaps = truthOf(request, 'no-gaps') ? false : truthOf(request, 'gaps');
	return {
		edition: wordOf(request, 'edition', ['2025', '2015'] as const),
		style: wordOf(request, 'style', ['numeric', 'note', 'author-date'] as const),
		...(gaps !== undefined && { gaps }),
		latin: wordOf(request, 'latin', ['edition', 'half'] as const),
		authors: countOf(request, 'authors'),
		url: truthOf(request, 'no-url') ? false : truthOf(request, 'url'),
		accessed: truthOf(request, 'no-accessed') ? false : truthOf(request, 'accessed'),
	};
}

/** The items of a CSL-JSON file: a list, one item, or an object that holds the list as `items`. */
function itemsOf(json: string, path: string): readonly unknown[] {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		const { reason, start, end } = jsonFault(json);
		const { line, column } = new Lines(json).place(start, end);
		const said = wordJson(reason);
		throw new UsageError(
			`不是 JSON not JSON: ${path}:${String(line)}:${String(column)}${said ? ` ${said.zh} ${said.en}` : ''}`,
		);
	}
	if (Array.isArray(value)) return value;
	if (typeof value !== 'object' || value === null)
		throw new UsageError(`应是 CSL-JSON 条目的列表 should be a list of CSL-JSON items: ${path}`);
	const { items } = value as { items?: unknown };
	return Array.isArray(items) ? items : [value];
}

export const citeCommands: readonly Command[] = [asCommand(cite)];
