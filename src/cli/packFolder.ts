// Folders of packs → packs: which files are read, and how the shipped and the named packs become one corpus.

import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { comparedPlace } from '../app/homeFolder';
import { isUsed, type Bibliography } from '../app/bibliographies';
import { readPackOnce } from '../app/packs/pack';
import { compilePack, type CompiledPack } from '../core/corpus/compile';
import type { Corpus } from '../core/corpus/corpus';
import { mergePacks, type LoadedPack } from '../core/corpus/merge';
import type { Problem } from '../core/corpus/problem';
import { readPack, type ReadPack } from '../core/corpus/yaml/read';
import { createPinyinReader } from '../core/text/pinyinReader';
import { isBusy, patiently } from '../workers/lock/heldFiles';
import { waiting } from '../workers/lock/moveOver';
import { reason, shownPath, UsageError, type Io } from './io';
import { isLibrary, readLibrary } from './library';
import { nodeFiles } from './nodeFiles';
import { line } from './words';

/**
 * How much of documents is read: `heads`: their front matter, for questions to which the words of documents are
 * nothing.
 */
export type TextsRead = 'whole' | 'heads';

/** The pack in a folder, read as the editor reads it; UsageError when it is no folder. */
export async function readPackFolder(io: Io, folder: string, texts: TextsRead = 'whole'): Promise<ReadPack> {
	const place = resolve(io.cwd, folder);
	// There is no index to fall back on here, so that all of them are held in memory where their words are asked for.
	const pack = await readPackOnce(nodeFiles, place, { read: readPack }, texts === 'whole' ? Infinity : 0);
	if (!pack) throw new UsageError(`无法读取文件夹 cannot read folder: ${folder} (ENOENT)`);
	if ('fault' in pack)
		throw new UsageError(`无法读取文件夹 cannot read folder: ${folder} (${String(pack.fault.data.reason)})`);
	return pack;
}

/** The shipped pack as the build made it. */
export async function shippedPack(io: Io): Promise<CompiledPack> {
	const path = join(io.dist, 'corpus.json');
	try {
		return JSON.parse(await patiently(() => readFile(path, 'utf8'), waiting, isBusy)) as CompiledPack;
	} catch (error) {
		throw new UsageError(
			`缺少随附语料包，请先构建 the shipped corpus is missing, build first: npm run build (${reason(error)})`,
		);
	}
}

/**
 * The shipped pack, the packs and libraries of `--corpus`, and libraries that drafts name, merged in that order;
 * problems go to stderr: of a pack as one line, of a library each.
 */
export async function loadCorpus(
	io: Io,
	paths: readonly string[],
	texts: TextsRead = 'whole',
	named: readonly Bibliography[] = [],
): Promise<Corpus> {
	const packs: LoadedPack[] = [{ compiled: await shippedPack(io) }];
	const reader = paths.length > 0 ? createPinyinReader() : undefined;
	for (const path of paths) {
		const library = await isLibrary(io, path);
		const pack = library ? await readLibrary(io, path) : await readPackFolder(io, path, texts);
		if (reader) packs.push({ compiled: compilePack(pack.data, reader), places: pack.places });
		const found = pack.problems.filter(one => one.severity !== 'information');
		if (library) sayProblems(io, path, found);
		else if (found.length > 0)
			io.err(
				`${path}: ${found.length} 个问题，其余已载入 problems, the rest is loaded: policy-writing corpus check ${path}`,
			);
	}
	const given = new Set(paths.map(path => comparedPlace(resolve(io.cwd, path))));
	for (const { place, compiled, read } of named.filter(isUsed)) {
		if (given.has(comparedPlace(place))) continue;
		packs.push({ compiled, places: read.places });
		sayProblems(
			io,
			shownPath(io, place),
			read.problems.filter(one => one.severity !== 'information'),
		);
	}
	return mergePacks(packs).corpus;
}

/** What is wrong with a library, which no other command says; of many the first ones. */
function sayProblems(io: Io, path: string, found: readonly Problem[]): void {
	for (const one of found.slice(0, 50)) io.err(line(one, one.file));
	if (found.length > 50) io.err(`${path}: 另有 ${found.length - 50} 个问题 more problems`);
}

/** Whether a folder is there. */
export async function isFolder(path: string): Promise<boolean> {
	return stat(path).then(
		found => found.isDirectory(),
		() => false,
	);
}
