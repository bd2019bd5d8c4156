// A library file of another program → a pack, for `--corpus`.

import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatOf } from '../core/citations/exchange/bibliography';
import { createLibraryTools } from '../core/citations/exchange/tools';
import type { ReadPack } from '../core/corpus/yaml/read';
import { namedKind } from '../core/draft/namedFile';
import { reason, shownPath, UsageError, type Io } from './io';

/**
 * Whether a path names a library: a file, there or not, whose name has the ending of one. A folder never is, nor a
 * pipe, which might never end.
 */
export async function isLibrary(io: Io, path: string): Promise<boolean> {
	return (
		formatOf(path) !== undefined &&
		(await stat(resolve(io.cwd, path)).then(
			found => found.isFile(),
			() => true,
		))
	);
}

/**
 * The libraries a draft names that can be read, as paths; `unread` is told of each other one. A name that leads to
 * another machine is not followed.
 */
export async function readableLibraries(
	io: Io,
	folder: string,
	names: readonly string[],
	unread: (path: string) => void = () => undefined,
): Promise<string[]> {
	const found: string[] = [];
	for (const name of names) {
		const path = resolve(io.cwd, folder, name);
		const readable =
			namedKind(name) !== 'share' &&
			(await isLibrary(io, path)) &&
			(await readLibrary(io, path).then(
				() => true,
				() => false,
			));
		if (readable) found.push(path);
		else unread(namedKind(name) === 'share' ? name : shownPath(io, path));
	}
	return found;
}

/** Reads a library; a file that cannot be read, or not as UTF-8, is a usage error. */
export async function readLibrary(io: Io, path: string): Promise<ReadPack> {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(resolve(io.cwd, path)));
	} catch (error) {
		throw new UsageError(
			`无法读取文献库 cannot read library: ${path} (${error instanceof TypeError ? 'UTF-8?' : reason(error)})`,
		);
	}
	return createLibraryTools().read(shownPath(io, path), text);
}
