// `corpus build`: corpus/ → dist/corpus.json, dist/schemas, snippets/formulations.json.
// Knows nothing of how records are read, checked or compiled.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePack } from '../core/corpus/compile';
import type { PackData } from '../core/corpus/records';
import { jsonSchema } from '../core/corpus/schema';
import { formulationSnippets, snippetFile } from '../core/corpus/snippets';
import { pinyinKeys } from '../core/text/pinyin';
import { createPinyinReader } from '../core/text/pinyinReader';
import type { Args } from './command';
import { flag } from './args';
import { UsageError, type Io } from './io';
import { isFolder, readPackFolder } from './packFolder';
import { toTraditional } from './traditional';

/** File name of a schema → what such a file holds. */
const schemas = { pack: 'pack', sources: 'source', citations: 'citation', terms: 'term', formulations: 'formulation' } as const;

/** The text snippets/formulations.json should have for a pack. */
export function expectedSnippets(data: PackData): string {
	const reader = createPinyinReader();
	return snippetFile(formulationSnippets(data.formulations, text => pinyinKeys(text, reader).initials[0] ?? ''));
}

/** Builds from the shipped corpus folder. A broken record is left out and counted; `corpus check` says what is wrong. */
export async function build(args: Args, io: Io): Promise<number> {
	const root = join(io.dist, '..');
	const folder = join(root, 'corpus');
	if (!(await isFolder(folder))) throw new UsageError(`没有语料文件夹 no corpus folder: ${folder}`);
	const pack = await readPackFolder(io, folder);
	const compiled = compilePack(pack.data, createPinyinReader(), toTraditional());
	await mkdir(join(io.dist, 'schemas'), { recursive: true });
	await mkdir(join(root, 'snippets'), { recursive: true });
	await writeFile(join(io.dist, 'corpus.json'), JSON.stringify(compiled));
	for (const [name, kind] of Object.entries(schemas)) {
		await writeFile(join(io.dist, 'schemas', `${name}.json`), `${JSON.stringify(jsonSchema(kind), null, '\t')}\n`);
	}
	await writeFile(join(root, 'snippets', 'formulations.json'), expectedSnippets(pack.data));
	const { sources, citations, terms, formulations } = pack.data;
	const errors = pack.problems.filter(one => one.severity === 'error').length;
	const counts = { sources: sources.length, citations: citations.length, terms: terms.length, formulations: formulations.length, errors };
	io.out(flag(args, 'json') ? JSON.stringify(counts) : `语料 corpus: ${sources.length} 来源 sources, ${citations.length} 引用 citations, ${terms.length} 术语 terms, ${formulations.length} 提法 formulations`);
	if (errors > 0) io.err(`${errors} 条记录有误，没有编入 records with errors were left out: policy-writing corpus check`);
	return 0;
}
