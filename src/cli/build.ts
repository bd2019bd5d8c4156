// `corpus build`: corpus/ and snippets/skeletons → dist/corpus.json, dist/schemas, snippets/*.json.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePack, syllablesOf } from '../core/corpus/compile';
import type { PackData } from '../core/corpus/records';
import { jsonSchema } from '../core/corpus/schema';
import { skeletonSnippet, type SkeletonForm } from '../core/corpus/skeletons';
import { formulationSnippets, snippetFile } from '../core/corpus/snippets';
import { pinyinKeys } from '../core/text/pinyin';
import { createPinyinReader } from '../core/text/pinyinReader';
import type { Args } from './command';
import { commonWordsOf } from './commonWords';
import { flag } from './args';
import { UsageError, type Io } from './io';
import { isFolder, readPackFolder } from './packFolder';
import { toTraditional } from './traditional';

/** File name of a schema → what such a file holds. */
const schemas = {
	pack: 'pack',
	sources: 'source',
	citations: 'citation',
	terms: 'term',
	formulations: 'formulation',
	ignore: 'ignore',
} as const;

/** File name of an outline's snippets → the way they are written. */
const skeletonForms: Readonly<Record<string, SkeletonForm>> = {
	'drafts.json': 'draft',
	'skeletons.json': 'markdown',
	'skeletons-plaintext.json': 'plaintext',
	'skeletons-latex.json': 'latex',
};

/** The text every file of snippets/ should have: formulations of the pack, outlines of snippets/skeletons. */
export async function expectedSnippets(data: PackData, folder: string): Promise<ReadonlyMap<string, string>> {
	const reader = createPinyinReader();
	const initials = (text: string) => pinyinKeys(text, reader).initials[0] ?? '';
	const expected = new Map([['formulations.json', snippetFile(formulationSnippets(data.formulations, initials))]]);
	const names = (await readdir(join(folder, 'skeletons')).catch(() => [])).filter(name => name.endsWith('.md')).sort();
	const outlines = await Promise.all(names.map(name => readFile(join(folder, 'skeletons', name), 'utf8')));
	if (outlines.length === 0) return expected; // only the results are shipped
	for (const [file, form] of Object.entries(skeletonForms)) {
		const made = outlines.flatMap(text => skeletonSnippet(text, form, initials) ?? []);
		expected.set(file, snippetFile(Object.fromEntries(made.map(({ name, snippet }) => [name, snippet]))));
	}
	return expected;
}

/** The 3,755 characters of the first level of GB 2312: rows 16 to 55, the most used ones. */
function commonCharacters(): string {
	const bytes: number[] = [];
	for (let row = 0xb0; row <= 0xd7; row++)
		for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
	return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}

/**
 * Builds from the shipped corpus folder. A broken record is left out and counted; `corpus check` says what is wrong.
 */
export async function build(args: Args, io: Io): Promise<number> {
	const root = join(io.dist, '..');
	const folder = join(root, 'corpus');
	if (!(await isFolder(folder))) throw new UsageError(`没有语料文件夹 no corpus folder: ${folder}`);
	const pack = await readPackFolder(io, folder);
	// A corpus that is built elsewhere has no counts beside it.
	const data = (name: string) => readFile(join(root, 'data', name), 'utf8').catch(() => '');
	const compiled = {
		...compilePack(pack.data, createPinyinReader(), toTraditional()),
		words: commonWordsOf(await data('common-words.txt')),
		syllables: syllablesOf(commonCharacters(), createPinyinReader()),
		ngrams: await data('ngrams.txt'),
	};
	await mkdir(join(io.dist, 'schemas'), { recursive: true });
	await mkdir(join(root, 'snippets'), { recursive: true });
	await writeFile(join(io.dist, 'corpus.json'), JSON.stringify(compiled));
	for (const [name, kind] of Object.entries(schemas)) {
		await writeFile(join(io.dist, 'schemas', `${name}.json`), `${JSON.stringify(jsonSchema(kind), null, '\t')}\n`);
	}
	for (const [name, text] of await expectedSnippets(pack.data, join(root, 'snippets')))
		await writeFile(join(root, 'snippets', name), text);
	const { sources, citations, terms, formulations } = pack.data;
	const errors = pack.problems.filter(one => one.severity === 'error').length;
	const counts = {
		sources: sources.length,
		citations: citations.length,
		terms: terms.length,
		formulations: formulations.length,
		errors,
	};
	io.out(
		flag(args, 'json')
			? JSON.stringify(counts)
			: `语料 corpus: ${sources.length} 来源 sources, ${citations.length} 引文 citations, ${terms.length} 术语 terms, ${formulations.length} 提法 formulations`,
	);
	if (errors > 0)
		io.err(`${errors} 条记录有误，没有编入 records with errors were left out: policy-writing corpus check`);
	return 0;
}
