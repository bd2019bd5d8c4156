// An index in a folder of a disk: read at any place, written under another name, forced to the disk, then renamed.

import {
	closeSync,
	fstatSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
	writevSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../core/search/index/store';

const lockName = 'lock';
const temporary = '.writing';
/** So often the one who writes says that it still does, in milliseconds; after three times as long it does no more. */
export const beat = 60_000;

/** Files in a folder, which is made if it is not there. */
export function openDisk(folder: string): Store {
	mkdirSync(folder, { recursive: true });
	return {
		open(name) {
			let file: number;
			try {
				file = openSync(join(folder, name), 'r');
			} catch {
				return undefined;
			}
			return {
				size: fstatSync(file).size,
				read: (offset, into) => readSync(file, into, 0, into.length, offset),
				close: () => closeSync(file),
			};
		},
		write(name, parts) {
			const path = join(folder, name);
			const file = openSync(path + temporary, 'w');
			try {
				writeAll(file, parts);
				fsyncSync(file);
			} finally {
				closeSync(file);
			}
			renameSync(path + temporary, path);
			flush(folder);
		},
		remove(name) {
			// Windows keeps what somebody has open; it goes when the index is opened the next time.
			try {
				rmSync(join(folder, name), { force: true });
			} catch {
				/* later */
			}
		},
		names: () => readdirSync(folder).filter(name => name !== lockName),
	};
}

/** Writes all of the parts: a disk may take less at once than it is given. */
function writeAll(file: number, parts: readonly Uint8Array[]): void {
	for (let part of parts) {
		while (part.length > 0) part = part.subarray(writevSync(file, [part]));
	}
}

/** Has the disk remember the names in a folder; where a folder cannot be opened, as on Windows, the disk does so by itself. */
function flush(folder: string): void {
	let file: number | undefined;
	try {
		file = openSync(folder, 'r');
		fsyncSync(file);
	} catch {
		/* not everywhere */
	} finally {
		if (file !== undefined) closeSync(file);
	}
}

/**
 * Makes this process the one that writes to a folder. `other`: another one does, and runs still. `left`: it is ours, but the one before
 * has not given it free; the power may have failed under it.
 */
export function lock(folder: string): 'free' | 'left' | 'other' {
	const path = join(folder, lockName);
	mkdirSync(folder, { recursive: true });
	try {
		writeFileSync(path, String(process.pid), { flag: 'wx' });
		return 'free';
	} catch {
		// The number alone says little: after a restart of the machine another process may have it.
		if (runs(Number(readText(path))) && Date.now() - touched(path) < 3 * beat) return 'other';
	}
	try {
		writeFileSync(path, String(process.pid));
		return 'left';
	} catch {
		return 'other';
	}
}

/** Says that this process still writes; to be called every {@link beat}. */
export function keepLock(folder: string): void {
	try {
		writeFileSync(join(folder, lockName), String(process.pid));
	} catch {
		/* the next time */
	}
}

function touched(path: string): number {
	return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Gives the folder free. */
export function unlock(folder: string): void {
	const path = join(folder, lockName);
	if (Number(readText(path)) === process.pid) rmSync(path, { force: true });
}

function readText(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}

/** Whether another process of a number runs. */
function runs(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
