// The index of a group's library in the engine: how its texts are kept and looked up, under which names, and whether
// what is there was made so.

import { EngineError } from './transport';

/** Changes whenever what is kept of a passage does; a newer one wants a new index (`library migrate`). */
export const mappingVersion = 1;

/** The index behind a name that people use: the name itself is an alias, so that a newer index can take its place. */
export function indexNameOf(alias: string, version: number = mappingVersion): string {
	return `${alias}-v${version}`;
}

/** Whether a name may be one of an index: the engine takes no capitals and few marks. */
export function isIndexName(name: string): boolean {
	return /^[a-z0-9][a-z0-9._-]{0,200}$/.test(name);
}

/** How many machines are to share the work. */
export interface IndexSize {
	/** Parts it is cut into: one for each 20 million passages or so. */
	readonly shards?: number;
	/** Copies of each part on other machines. */
	readonly replicas?: number;
	/** Of the mapping: another than that of this program in tests. */
	readonly version?: number;
}

const keyword = { type: 'keyword' };
/** Comes back with a hit, is never looked for. */
const returnedOnly = { type: 'keyword', index: false, doc_values: false };

/**
 * What makes the index. Texts come folded by us, so that here and there is compared alike; the engine only cuts them
 * into pairs of characters, whose places it keeps. How well a passage fits is how rare the pairs are that it shares.
 * Without `alias` no name leads to it yet.
 */
export function indexBody(
	alias: string | undefined,
	{ shards = 1, replicas = 0, version = mappingVersion }: IndexSize = {},
): object {
	return {
		settings: {
			number_of_shards: shards,
			number_of_replicas: replicas,
			analysis: {
				tokenizer: { pairs: { type: 'ngram', min_gram: 2, max_gram: 2 } },
				analyzer: { pairs: { type: 'custom', tokenizer: 'pairs' }, words: { type: 'custom', tokenizer: 'whitespace' } },
			},
			similarity: { overlap: { type: 'BM25', k1: 0, b: 0 } },
		},
		...(alias !== undefined && { aliases: { [alias]: {} } }),
		mappings: {
			dynamic: 'strict',
			_meta: { policyWriting: version },
			_source: { excludes: ['folded', 'skips'] },
			properties: {
				kind: keyword,
				document: keyword,
				source: keyword,
				date: keyword,
				year: { type: 'short' },
				paragraph: { type: 'integer' },
				length: { type: 'integer' },
				folded: { type: 'text', analyzer: 'pairs', norms: false, similarity: 'overlap' },
				skips: { type: 'text', analyzer: 'words', norms: false, index_options: 'docs', similarity: 'overlap' },
				text: returnedOnly,
				title: returnedOnly,
				table: returnedOnly,
				head: returnedOnly,
				page: returnedOnly,
				version: keyword,
				total: { type: 'integer' },
				added: { type: 'date' },
				provenance: { type: 'object', enabled: false },
			},
		},
	};
}

/** What the engine tells of the indexes behind a name. */
export type MappingAnswer = Readonly<
	Record<string, { readonly mappings?: { readonly _meta?: { readonly policyWriting?: unknown } } }>
>;

/** The index behind a name and its version. Throws an {@link EngineError} where it is none of ours. */
export function indexBehind(answer: MappingAnswer): { readonly name: string; readonly version: number } {
	const names = Object.keys(answer);
	const [name] = names;
	if (name === undefined) throw new EngineError('absent', 'no index');
	if (names.length > 1) throw new EngineError('version', `one name for several indexes: ${names.join(', ')}`);
	const version = answer[name]?.mappings?._meta?.policyWriting;
	if (typeof version !== 'number') throw new EngineError('version', `${name} has no version`);
	return { name, version };
}

/**
 * The index behind a name. Throws an {@link EngineError} where it is of an older version, or none of ours (`version`),
 * or of a newer one (`newer`).
 */
export function checkedIndex(answer: MappingAnswer, version: number = mappingVersion): string {
	const { name, version: found } = indexBehind(answer);
	if (found === version) return name;
	throw new EngineError(found > version ? 'newer' : 'version', `${name} has version ${found}, this program ${version}`);
}
