// YAML as a tree of nodes → plain data with the place of every value; the only importer of the YAML library.

import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	parseDocument,
	visit,
	type Alias,
	type Document,
	type Node,
	type ParsedNode,
	type YAMLMap,
} from 'yaml';
import type { ProblemCode } from '../problem';
import { numericText, typedFields } from './scalars';

export type YamlDocument = Document.Parsed;
export type YamlNode = Node;

/** Limits that keep a broken or hostile file from taking the editor with it. */
export const limits = { file: 16_000_000, line: 100_000, depth: 20, aliased: 1_000 } as const;

/** The first thing wrong in a stretch of YAML; half-open offsets in it. */
export interface YamlError {
	readonly code: string;
	readonly pos: readonly [number, number];
}

/**
 * The tree of a stretch; throws where brackets are too deep for the library. That no key is there twice {@link
 * firstError} tells: the library compares each with every other.
 */
export function parseYaml(text: string): YamlDocument {
	return parseDocument(text, { prettyErrors: false, logLevel: 'error', version: '1.2', uniqueKeys: false });
}

/** What is wrong first; nothing where all can be read. */
export function firstError(document: YamlDocument): YamlError | undefined {
	const [error] = document.errors;
	if (error) return error;
	let found: YamlError | undefined;
	visit(document, {
		Map: (_, map) => {
			const keys = new Set<unknown>();
			for (const { key } of map.items as readonly { readonly key: ParsedNode | null }[]) {
				if (!isScalar(key)) continue;
				if (keys.has(key.value)) {
					const start = key.range?.[0] ?? 0;
					found = { code: 'DUPLICATE_KEY', pos: [start, start + 1] };
					return visit.BREAK;
				}
				keys.add(key.value);
			}
			return undefined;
		},
	});
	return found;
}

/**
 * What the aliases of a document stand for: the last node before them with that anchor. Found for all at once, when one
 * is asked for.
 */
export class AliasTargets {
	private targets: Map<Alias, Node> | undefined;

	constructor(private readonly document: YamlDocument) {}

	of(alias: Alias): Node | undefined {
		return (this.targets ??= this.find()).get(alias);
	}

	private find(): Map<Alias, Node> {
		const anchored = new Map<string, Node>();
		const targets = new Map<Alias, Node>();
		visit(this.document, {
			Node: (_, node) => {
				if (isAlias(node)) {
					const target = anchored.get(node.source);
					if (target) targets.set(node, target);
				} else if (node.anchor !== undefined) anchored.set(node.anchor, node as Node);
			},
		});
		return targets;
	}
}

/** What a document holds: nothing where it is empty; the items where it is a list. */
export function itemsOf(document: YamlDocument): {
	readonly whole: YamlNode | undefined;
	readonly items: readonly YamlNode[] | undefined;
	readonly targets: AliasTargets;
} {
	const contents = document.contents as YamlNode | null;
	const empty = contents === null || (isScalar(contents) && contents.value === null);
	return {
		whole: empty ? undefined : contents,
		items: isSeq(contents) ? (contents.items as YamlNode[]) : undefined,
		targets: new AliasTargets(document),
	};
}

interface SpanFault {
	readonly start: number;
	readonly end: number;
	readonly code: ProblemCode;
	readonly data: Record<string, string | number>;
}

/** Turns YAML nodes into plain data without running any tag, noting where everything stands. */
export class ValueReader {
	readonly spans = new Map<string, readonly [number, number]>();
	readonly keys = new Map<string, readonly [number, number]>();
	readonly faults: SpanFault[] = [];

	constructor(
		private readonly targets: AliasTargets,
		private readonly offset: number,
		private readonly aliased: { count: number },
	) {}

	read(node: Node): unknown {
		return this.value(node, [], 0, false);
	}

	private value(
		node: Node | null | undefined,
		path: readonly (string | number)[],
		depth: number,
		inAlias: boolean,
	): unknown {
		const range = node?.range;
		const span = range
			? ([this.offset + range[0], this.offset + range[1]] as const)
			: (this.spans.get(path.slice(0, -1).join('.')) ?? ([this.offset, this.offset] as const));
		if (!inAlias) this.spans.set(path.join('.'), span);
		if (depth > limits.depth) return this.fault(span, 'yaml.depth', { limit: limits.depth });
		if (inAlias && ++this.aliased.count > limits.aliased)
			return this.fault(span, 'yaml.aliases', { limit: limits.aliased });
		if (this.faults.length > 0) return undefined;
		if (isAlias(node)) {
			const target = this.targets.of(node);
			if (!target) return this.fault(span, 'yaml.syntax', { reason: 'BAD_ALIAS' });
			return this.value(target, path, depth + 1, true);
		}
		if (isMap(node)) return this.map(node, path, depth, inAlias);
		if (isSeq(node)) return node.items.map((item, i) => this.value(item as Node, [...path, i], depth + 1, inAlias));
		return isScalar(node) ? this.scalar(node.value, node.source, path, span) : null;
	}

	private map(node: YAMLMap, path: readonly (string | number)[], depth: number, inAlias: boolean): unknown {
		const entries: [string, unknown][] = [];
		for (const pair of node.items) {
			const key = isScalar(pair.key) ? String((pair.key.source ?? pair.key.value) as unknown) : '?';
			const keyRange = (pair.key as Node | null)?.range;
			if (keyRange && !inAlias)
				this.keys.set([...path, key].join('.'), [this.offset + keyRange[0], this.offset + keyRange[1]]);
			const inner = this.value(pair.value as Node | null, [...path, key], depth + 1, inAlias);
			if (inner !== null) entries.push([key, inner]); // a field left empty counts as not written
		}
		return Object.fromEntries(entries);
	}

	private scalar(
		value: unknown,
		source: string | undefined,
		path: readonly (string | number)[],
		span: readonly [number, number],
	): unknown {
		if (typeof value === 'string') {
			// What a decoder puts for bytes of another encoding
			if (value.includes('\uFFFD')) return this.fault(span, 'file.unreadable', { reason: 'encoding' });
			if (/\p{Surrogate}/u.test(value)) return this.fault(span, 'text.surrogate', { field: path.join('.') });
			if (
				/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/.test(value)
			)
				return this.fault(span, 'text.control', { field: path.join('.') });
			return value.trim() === value ? value : value.trim();
		}
		const field = path.findLast(key => typeof key === 'string');
		if (value === null || field === undefined || typedFields.has(field)) return value;
		return numericText.has(field) && source !== undefined ? source : value;
	}

	private fault(span: readonly [number, number], code: ProblemCode, data: Record<string, string | number>): undefined {
		this.faults.push({ start: span[0], end: span[1], code, data });
		return undefined;
	}
}
