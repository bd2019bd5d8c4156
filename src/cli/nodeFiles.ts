// Files of the machine, for the use cases of app/.
import { link, mkdir, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { liesBelow, writtenPath } from '../app/homeFolder';
import { FileError, type Entry, type EntryKind, type FileFault, type Files, type Place } from '../app/ports';
import { compareCodeUnits } from '../core/text/order';
import { present } from '../core/text/values/fields';
import { placeBelow } from './places';
import { isBusy, patiently } from '../workers/lock/heldFiles';
import { moveOver, waiting } from '../workers/lock/moveOver';

const faults: Readonly<Record<string, FileFault>> = {
	ENOENT: 'missing',
	EEXIST: 'exists',
	EACCES: 'denied',
	EPERM: 'denied',
	EROFS: 'denied',
	EBUSY: 'busy',
	ENOSPC: 'full',
	EDQUOT: 'full',
	EISDIR: 'folder',
	ENOTDIR: 'folder',
};

/** A failure of the machine as a {@link FileError}. */
export function asFileError(error: unknown, place: Place): FileError {
	if (error instanceof FileError) return error;
	const code = (error as { code?: unknown } | null)?.code;
	if (typeof code !== 'string') return new FileError('failed', place, String(error));
	return new FileError(faults[code] ?? 'failed', place, code);
}

async function attempt<T>(place: Place, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw asFileError(error, place);
	}
}

function kindOf(found: { isFile(): boolean; isDirectory(): boolean }): EntryKind {
	if (found.isFile()) return 'file';
	return found.isDirectory() ? 'folder' : 'other';
}

async function list(folder: Place): Promise<readonly Entry[]> {
	const found = await readdir(folder, { withFileTypes: true });
	const entries = await Promise.all(
		found.map(async (entry): Promise<Entry> => {
			if (!entry.isSymbolicLink()) return { name: entry.name, kind: kindOf(entry), link: false };
			const kind = await stat(join(folder, entry.name)).then(kindOf, () => 'other' as const);
			return { name: entry.name, kind, link: true };
		}),
	);
	return entries.sort((a, b) => compareCodeUnits(a.name, b.name));
}

async function readStart(place: Place, bytes: number): Promise<Uint8Array> {
	const file = await open(place);
	try {
		const { buffer, bytesRead } = await file.read(new Uint8Array(bytes), 0, bytes, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}

let written = 0;

async function write(place: Place, bytes: Uint8Array, over: boolean): Promise<void> {
	await mkdir(dirname(place), { recursive: true });
	const there = over ? await stat(place).catch(() => undefined) : undefined;
	// Nothing can be put in the place of a terminal or a pipe.
	if (there && !there.isFile() && !there.isDirectory()) return writeFile(place, bytes);
	// What a link leads to is replaced, not the link.
	const to = there ? await realpath(place) : place;
	const half = join(dirname(to), `.${process.pid}-${Date.now()}-${written++}.tmp`);
	try {
		await writeFile(half, bytes, present({ flag: 'wx', mode: there?.mode }));
		await moveFile(half, to, over);
	} finally {
		await rm(half, { force: true }).catch(() => undefined);
	}
}

/**
 * A rename never asks; a link does, where the file system has links. Once the link is there the file has moved: its old
 * name, where a program keeps that, is left to who sweeps the folder.
 */
async function moveFile(from: Place, to: Place, over: boolean): Promise<void> {
	if (over) return moveOver(from, to);
	try {
		await link(from, to);
	} catch (error) {
		if (asFileError(error, to).fault === 'exists' || (await stat(to).catch(() => undefined)))
			throw new FileError('exists', to, 'EEXIST');
		return patiently(() => rename(from, to), waiting);
	}
	await patiently(() => rm(from, { force: true }), waiting).catch(() => undefined);
}

/** Files of the machine; places are absolute paths. */
export const nodeFiles: Files = {
	join: (folder, name) => placeBelow(folder, name),
	resolve(folder, name) {
		if (name.includes('\0')) return undefined;
		const path = writtenPath(name, homedir());
		return isAbsolute(path) || folder !== undefined ? resolve(folder ?? '', path) : undefined;
	},
	isBelow: liesBelow,
	nameOf: place => basename(place),
	stat: place =>
		attempt(place, async () => {
			const found = await patiently(() => stat(place), waiting, isBusy).catch((error: unknown) => {
				const { reason } = asFileError(error, place);
				if (reason === 'ENOENT' || reason === 'ENOTDIR') return undefined;
				throw error;
			});
			return found && { kind: kindOf(found), size: found.size, modified: found.mtimeMs };
		}),
	real: place => realpath(place).catch(() => undefined),
	list: folder => attempt(folder, () => patiently(() => list(folder), waiting, isBusy)),
	read: place => attempt(place, () => patiently(() => readFile(place), waiting, isBusy)),
	readStart: (place, bytes) => attempt(place, () => patiently(() => readStart(place, bytes), waiting, isBusy)),
	write: (place, bytes, over) => attempt(place, () => write(place, bytes, over)),
	move: (from, to, over) =>
		attempt(to, async () => {
			await mkdir(dirname(to), { recursive: true });
			await moveFile(from, to, over);
		}),
	remove: place => attempt(place, () => rm(place, { recursive: true, force: true })),
	makeFolder: folder => attempt(folder, async () => void (await mkdir(folder, { recursive: true }))),
};
