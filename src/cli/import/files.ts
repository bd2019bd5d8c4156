// The files an import is to read: named ones, and those of folders, within limits and never out of the folder.

import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { importProblem, type ImportProblem } from '../../core/documents/document';
import { isImportable } from '../../core/documents/format';
import { isTableName } from '../../core/documents/table/names';
import { reason } from '../io';

/** A file to be read, or what kept it from being found. */
export interface Found {
	/** Where it is. */
	readonly path: string;
	/** Its name for the record: of a file in a folder the path below that, with `/`. */
	readonly name: string;
	readonly problem?: ImportProblem;
}

const most = { depth: 20, files: 50_000 };

/** The files under the paths a person named, in the order of names; `except` is a folder not to look into. */
export async function findFiles(cwd: string, paths: readonly string[], except: string): Promise<readonly Found[]> {
	const found: Found[] = [];
	for (const named of paths) {
		const path = resolve(cwd, named);
		try {
			const at = await stat(path);
			if (at.isDirectory()) await walk({ root: path, inside: await realpath(path), except, found }, path, 0);
			else if (at.isFile()) found.push({ path, name: basename(path) });
			else
				found.push({ path, name: basename(path), problem: importProblem('import.unreadable', { reason: 'no file' }) });
		} catch (error) {
			found.push({
				path,
				name: basename(path),
				problem: importProblem('import.unreadable', { reason: reason(error) }),
			});
		}
	}
	return found;
}

interface Walk {
	readonly root: string;
	readonly inside: string;
	readonly except: string;
	readonly found: Found[];
}

async function walk(run: Walk, folder: string, depth: number): Promise<void> {
	const name = (path: string) => relative(run.root, path).split(sep).join('/');
	const add = (path: string, problem?: ImportProblem) =>
		run.found.push({ path, name: name(path), ...(problem === undefined ? {} : { problem }) });
	if (depth > most.depth) return void add(folder, importProblem('import.large', { what: 'depth', limit: most.depth }));
	let entries;
	try {
		entries = await readdir(folder, { withFileTypes: true });
	} catch (error) {
		return void add(folder, importProblem('import.unreadable', { reason: reason(error) }));
	}
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const path = join(folder, entry.name);
		if (entry.name.startsWith('.') || entry.name === 'node_modules' || path === run.except) continue;
		if (run.found.length >= most.files) return;
		if (entry.isDirectory()) await walk(run, path, depth + 1);
		else if (entry.isSymbolicLink()) await link(run, path, add);
		else if (entry.isFile() && isWanted(entry.name)) add(path);
		if (run.found.length === most.files)
			return void add(folder, importProblem('import.large', { what: 'files', limit: most.files }));
	}
}

/**
 * Whether a file of a folder is worth opening: documents and tables of terms, but not the files Office keeps while one
 * is open.
 */
function isWanted(name: string): boolean {
	return isImportable(name) || (isTableName(name) && !name.startsWith('~$'));
}

/** A link is followed to a file inside the folder only; links to folders could go round in circles. */
async function link(run: Walk, path: string, add: (path: string, problem?: ImportProblem) => void): Promise<void> {
	const target = await realpath(path).catch(() => undefined);
	const within = target !== undefined && target.startsWith(run.inside + sep);
	if (within && (await lstat(target)).isFile()) {
		if (isWanted(basename(path))) add(path);
	} else add(path, importProblem('import.link'));
}

/** The bytes of a file, unless it has more than `limit`; never more than the limit is read. */
export async function readBytes(path: string, limit: number): Promise<Uint8Array | ImportProblem> {
	try {
		const file = await open(path, 'r');
		try {
			const { size } = await file.stat();
			if (size > limit) return importProblem('import.large', { what: 'bytes', size, limit });
			const bytes = new Uint8Array(size);
			let at = 0;
			while (at < size) {
				const { bytesRead } = await file.read(bytes, at, size - at, at);
				if (bytesRead === 0) break;
				at += bytesRead;
			}
			return bytes.subarray(0, at);
		} finally {
			await file.close();
		}
	} catch (error) {
		return importProblem('import.unreadable', { reason: reason(error) });
	}
}
