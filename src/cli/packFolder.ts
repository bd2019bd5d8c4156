// Folders of packs → packs: which files are read, and how the shipped and the named packs become one corpus.

import type { Dirent } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { compilePack, type CompiledPack } from '../core/corpus/compile';
import type { Corpus } from '../core/corpus/corpus';
import { documentName } from '../core/corpus/document';
import { mergePacks, type LoadedPack } from '../core/corpus/merge';
import { fileStart, problem, type Problem } from '../core/corpus/problem';
import { fileKind, readPack, type PackFile, type ReadPack } from '../core/corpus/yaml/read';
import { createPinyinReader } from '../core/text/pinyinReader';
import { reason, UsageError, type Io } from './io';
import { isLibrary, readLibrary } from './library';
import { line } from './words';

/**
 * The names of the files in a folder, below it too, with `/`; UsageError when it is no folder. Links to files are
 * files, and those to nothing too, so that reading them says so; of linked folders only the five of a pack are gone
 * into, so loops end. What cannot be looked into below it is told to `unread`, and the rest is there.
 */
export async function filesUnder(
	io: Io,
	folder: string,
	unread: (name: string, why: string) => void,
): Promise<readonly string[]> {
	const found: string[] = [];
	const walk = async (path: string, prefix: string): Promise<void> => {
		for (const entry of await readdir(path, { withFileTypes: true })) {
			const name = `${prefix}${entry.name}`;
			const inner = join(path, entry.name);
			if (await isGoneInto(entry, inner, prefix))
				await walk(inner, `${name}/`).catch((error: unknown) => unread(name, reason(error)));
			else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(inner)))) found.push(name);
		}
	};
	try {
		await walk(resolve(io.cwd, folder), '');
	} catch (error) {
		throw new UsageError(`无法读取文件夹 cannot read folder: ${folder} (${reason(error)})`);
	}
	return found.sort();
}

async function isGoneInto(entry: Dirent, path: string, prefix: string): Promise<boolean> {
	if (!entry.isSymbolicLink()) return entry.isDirectory();
	return (
		prefix === '' && /^(?:sources|citations|terms|formulations|documents)$/.test(entry.name) && (await isFolder(path))
	);
}

/** The id of a pack that does not say its own: the name of its folder. */
export function packIdOf(folder: string): string {
	return (
		basename(folder)
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, '') || 'pack'
	);
}

/**
 * How much of documents is read: `heads`: their front matter, for questions to which the words of documents are
 * nothing.
 */
export type TextsRead = 'whole' | 'heads';

/** Bytes; front matter is a few lines. */
const longestHead = 16_000;

/** The files of a pack; a file that cannot be read is a problem, the others are there. */
export async function readPackFolder(io: Io, folder: string, texts: TextsRead = 'whole'): Promise<ReadPack> {
	const files: PackFile[] = [];
	const problems: Problem[] = [];
	const unread = (name: string, why: string) =>
		problems.push(problem(name, fileStart, 'file.unreadable', { reason: why }));
	for (const name of await filesUnder(io, folder, unread)) {
		if (!documentName(name)) {
			if (!/\.(?:ya?ml|json)$/i.test(name)) continue;
			if (fileKind(name) === undefined && !/\.ya?ml$/i.test(name)) continue;
		}
		try {
			const path = resolve(io.cwd, folder, name);
			if (texts === 'heads' && documentName(name)) files.push({ name, text: await readHead(path), part: 'head' });
			else files.push({ name, text: await readFile(path, 'utf8') });
		} catch (error) {
			unread(name, reason(error));
		}
	}
	const read = readPack(files, packIdOf(resolve(io.cwd, folder)));
	return { ...read, problems: [...problems, ...read.problems] };
}

/** The front matter of a document, or its beginning where it has none. */
async function readHead(path: string): Promise<string> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(new Uint8Array(longestHead), 0, longestHead, 0);
		const text = new TextDecoder().decode(buffer.subarray(0, bytesRead));
		const end = /\n(?:---|\.\.\.)[ \t]*\r?\n/.exec(text);
		return text.slice(0, end ? end.index + end[0].length : undefined);
	} finally {
		await file.close();
	}
}

/** The shipped pack as the build made it. */
export async function shippedPack(io: Io): Promise<CompiledPack> {
	const path = join(io.dist, 'corpus.json');
	try {
		return JSON.parse(await readFile(path, 'utf8')) as CompiledPack;
	} catch (error) {
		throw new UsageError(
			`缺少随附语料包，请先构建 the shipped corpus is missing, build first: npm run build (${reason(error)})`,
		);
	}
}

/**
 * The shipped pack and the packs and libraries of `--corpus`, merged in that order; problems go to stderr: of a pack as
 * one line, of a library each.
 */
export async function loadCorpus(io: Io, paths: readonly string[], texts: TextsRead = 'whole'): Promise<Corpus> {
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
