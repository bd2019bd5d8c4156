// A library file of another program → a pack, for `--corpus`.

import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatOf } from '../core/citations/exchange/library';
import { createLibraryTools } from '../core/citations/exchange/tools';
import type { ReadPack } from '../core/corpus/read';
import { reason, shownPath, UsageError, type Io } from './io';

/** Whether a path names a library: a file whose name has the ending of one. A folder never is. */
export async function isLibrary(io: Io, path: string): Promise<boolean> {
	return (
		formatOf(path) !== undefined &&
		!(await stat(resolve(io.cwd, path)).then(
			found => found.isDirectory(),
			() => false,
		))
	);
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
