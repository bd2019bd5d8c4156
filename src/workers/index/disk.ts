// An index in a folder of a disk: read at any place, written under another name, forced to the disk, then renamed.

import * as fs from 'node:fs';
import { join } from 'node:path';
import { OverlayStore, SpillingStore } from '../../core/search/index/layeredStore';
import { HeldStoreFile, MemoryStore, type Store, type StoredFile } from '../../core/search/index/store';
import { isHeld, patientlySync, pauses, type Patience } from '../lock/heldFiles';
import { takeLock, type DiskLock } from '../lock/lockFile';
import type { Locked } from '../../core/corpus/lockHolder';

const lockName = 'lock';
const temporary = '.writing';
const waiting: Patience = {
	platform: process.platform,
	wait: milliseconds => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
};

/** What an index on a disk stands on. */
export interface DiskMachine {
	readonly disk: typeof fs;
	/** How a file is waited for that another program has open, on a thread that may stand still. */
	readonly patience: Patience;
}

const thisMachine: DiskMachine = { disk: fs, patience: waiting };

/** Files in a folder, which is made if it is not there. */
export function openDisk(folder: string, machine: DiskMachine = thisMachine): Store {
	machine.disk.mkdirSync(folder, { recursive: true });
	return new DiskStore(folder, machine);
}

class DiskStore implements Store {
	constructor(
		private readonly folder: string,
		private readonly machine: DiskMachine,
	) {}

	open(name: string): StoredFile | undefined {
		const { disk } = this.machine;
		const path = join(this.folder, name);
		let file: number;
		try {
			file = this.patiently(() => disk.openSync(path, 'r'));
		} catch (error) {
			if (this.isHeld(error)) throw new HeldStoreFile(path, code(error));
			return undefined;
		}
		return {
			size: disk.fstatSync(file).size,
			read: (offset, into) => disk.readSync(file, into, 0, into.length, offset),
			close: () => disk.closeSync(file),
		};
	}

	write(name: string, parts: readonly Uint8Array[]): void {
		const path = join(this.folder, name);
		const half = path + temporary;
		try {
			this.patiently(() => this.writeHalf(half, parts));
			this.patiently(() => this.machine.disk.renameSync(half, path));
		} catch (error) {
			this.removeFile(half); // on a full disk every byte counts
			throw this.isHeld(error) ? new HeldStoreFile(path, code(error)) : error;
		}
		this.flush();
	}

	remove(name: string): void {
		// Windows keeps what somebody has open; it goes when the index is opened the next time.
		this.removeFile(join(this.folder, name));
	}

	names(): readonly string[] {
		return this.machine.disk
			.readdirSync(this.folder)
			.filter(name => name !== lockName && !name.startsWith(`${lockName}.`));
	}

	/** Writes a file and has the disk keep it; makes the folder anew where a person has deleted it. */
	private writeHalf(path: string, parts: readonly Uint8Array[]): void {
		const { disk } = this.machine;
		try {
			writeWhole(disk, path, parts);
		} catch (error) {
			if (code(error) !== 'ENOENT') throw error;
			disk.mkdirSync(this.folder, { recursive: true });
			writeWhole(disk, path, parts);
		}
	}

	private removeFile(path: string): void {
		try {
			this.machine.disk.rmSync(path, { force: true });
		} catch {
			/* later */
		}
	}

	/**
	 * Has the disk remember the names in the folder; where a folder cannot be opened, as on Windows, the disk does so by
	 * itself.
	 */
	private flush(): void {
		const { disk } = this.machine;
		let file: number | undefined;
		try {
			file = disk.openSync(this.folder, 'r');
			disk.fsyncSync(file);
		} catch {
			/* not everywhere */
		} finally {
			if (file !== undefined) disk.closeSync(file);
		}
	}

	private patiently<T>(work: () => T): T {
		return patientlySync(work, this.machine.patience);
	}

	private isHeld(error: unknown): boolean {
		return isHeld(error, this.machine.patience.platform);
	}
}

/** Writes a file and has the disk keep it: a disk may take less at once than it is given. */
function writeWhole(disk: DiskMachine['disk'], path: string, parts: readonly Uint8Array[]): void {
	const file = disk.openSync(path, 'w');
	try {
		for (let part of parts) {
			while (part.length > 0) part = part.subarray(disk.writevSync(file, [part]));
		}
		disk.fsyncSync(file);
	} finally {
		disk.closeSync(file);
	}
}

function code(error: unknown): string {
	return String((error as NodeJS.ErrnoException).code);
}

/** The lock of an index; one that a virus scanner has open a moment after it was given free is waited for. */
function lockIndex(path: string, program: string, { disk, patience }: DiskMachine): DiskLock | Locked {
	const machine = { disk, patience };
	let lock = takeLock(path, program, machine);
	for (const pause of pauses) {
		if ('release' in lock || lock.holder) break;
		void patience.wait(pause);
		lock = takeLock(path, program, machine);
	}
	return lock;
}

/** An index in a folder, for one who writes to it or, where another process does, only seems to. */
export interface OpenedIndex {
	readonly store: Store;
	/**
	 * `left`: whoever wrote before has not come to an end. `other`: another process writes; `full`: the disk takes
	 * nothing: what is written stays in memory.
	 */
	readonly state: 'free' | 'left' | 'other' | 'full';
	/** Gives the folder free. Rejects with what the system says where the file that locks it cannot be removed. */
	end(): Promise<void>;
}

/**
 * Opens the index in a folder, which is made if it is not there. `program` is what others are told who find it locked;
 * `onFull` is told when the disk is.
 */
export function openIndex(
	folder: string,
	program: string,
	onFull: (code: string) => void,
	machine: DiskMachine = thisMachine,
): OpenedIndex {
	const full = (error: unknown) => onFull(code(error));
	const nothing = () => Promise.resolve();
	let disk: Store | undefined;
	try {
		disk = openDisk(folder, machine);
		const lock = lockIndex(join(folder, lockName), program, machine);
		if ('holder' in lock) return { store: new OverlayStore(disk), state: 'other', end: nothing };
		const store = new SpillingStore(disk, isFull, full);
		return {
			store,
			state: lock.left ? 'left' : 'free',
			end() {
				store.end();
				return lock.release();
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
	return /^(?:ENOSPC|EDQUOT|EROFS)$/.test(code(error));
}
