// An index in a folder of a disk: read at any place, written under another name, forced to the disk, then renamed.

import {
	closeSync,
	fstatSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	readSync,
	renameSync,
	rmSync,
	writevSync,
} from 'node:fs';
import { join } from 'node:path';
import { OverlayStore, SpillingStore } from '../../core/search/index/layeredStore';
import { MemoryStore, type Store } from '../../core/search/index/store';
import { patientlySync, type Patience } from '../lock/heldFiles';
import { takeLock } from '../lock/lockFile';

const lockName = 'lock';
const temporary = '.writing';
const waiting: Patience = {
	platform: process.platform,
	wait: milliseconds => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
};

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
			try {
				writeWhole(path + temporary, parts);
				patientlySync(() => renameSync(path + temporary, path), waiting);
			} catch (error) {
				rmSync(path + temporary, { force: true }); // on a full disk every byte counts
				throw error;
			}
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
		names: () => readdirSync(folder).filter(name => name !== lockName && !name.startsWith(`${lockName}.`)),
	};
}

/** Writes a file and has the disk keep it: a disk may take less at once than it is given. */
function writeWhole(path: string, parts: readonly Uint8Array[]): void {
	const file = openSync(path, 'w');
	try {
		for (let part of parts) {
			while (part.length > 0) part = part.subarray(writevSync(file, [part]));
		}
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

/**
 * Has the disk remember the names in a folder; where a folder cannot be opened, as on Windows, the disk does so by
 * itself.
 */
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

/** An index in a folder, for one who writes to it or, where another process does, only seems to. */
export interface OpenedIndex {
	readonly store: Store;
	/**
	 * `left`: whoever wrote before has not come to an end. `other`: another process writes; `full`: the disk takes
	 * nothing: what is written stays in memory.
	 */
	readonly state: 'free' | 'left' | 'other' | 'full';
	/** Gives the folder free. */
	end(): void;
}

/**
 * Opens the index in a folder, which is made if it is not there. `program` is what others are told who find it locked;
 * `onFull` is told when the disk is.
 */
export function openIndex(folder: string, program: string, onFull: (code: string) => void): OpenedIndex {
	const full = (error: unknown) => onFull(String((error as NodeJS.ErrnoException).code));
	const nothing = () => undefined;
	let disk: Store | undefined;
	try {
		disk = openDisk(folder);
		const lock = takeLock(join(folder, lockName), program);
		if ('holder' in lock) return { store: new OverlayStore(disk), state: 'other', end: nothing };
		const store = new SpillingStore(disk, isFull, full);
		return {
			store,
			state: lock.left ? 'left' : 'free',
			end() {
				store.end();
				lock.release();
			},
		};
	} catch (error) {
		if (!isFull(error)) throw error;
		full(error);
		return { store: disk ? new OverlayStore(disk) : new MemoryStore(), state: 'full', end: nothing };
	}
}

/** Whether a disk has no room, or is one that nobody may write to. */
function isFull(error: unknown): boolean {
	return /^(?:ENOSPC|EDQUOT|EROFS)$/.test(String((error as NodeJS.ErrnoException).code));
}
