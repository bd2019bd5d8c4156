// Waits until no other import writes into a pack, and says so meanwhile.

import { lockPack } from '../../app/packLock';
import { systemClock } from '../../app/pause';
import type { FileLock } from '../../core/corpus/lockHolder';
import type { Cancelled } from '../../core/documents/document';
import { takeLock } from '../../workers/lock/lockFile';
import { lockLeft, shownPath, UsageError, type Io } from '../io';
import { nodeFiles } from '../nodeFiles';

/** So long another import is waited for, in milliseconds. */
const lockPatience = 600_000;

/** The lock of a pack; nothing when the person stops it meanwhile. */
export async function waitForPack(io: Io, folder: string, stopping: Cancelled): Promise<FileLock | undefined> {
	const program = `policy-writing import`;
	const shown = shownPath(io, folder);
	const lock = await lockPack(
		{ files: nodeFiles, clock: systemClock, program, onDisk: place => takeLock(place, program) },
		folder,
		{
			stopping,
			patience: lockPatience,
			waits: who =>
				io.err(
					`另一个导入（${who}）正在写这个语料包，等它结束 another import (${who}) is writing into this pack, waiting for it to end: ${shown}`,
				),
		},
	);
	if ('release' in lock) return lock;
	if (lock.none === 'stopped') return undefined;
	throw new UsageError(
		`另一个导入（${lock.who}）一直在写这个语料包，请等它结束后再试 another import (${lock.who}) has been writing into this pack for a long time, try again when it has ended: ${shown}`,
	);
}

/** Gives the lock of a pack free; where its file stays, that is said, and what was imported is told all the same. */
export async function giveFree(io: Io, folder: string, lock: FileLock): Promise<void> {
	try {
		await lock.release();
	} catch (error) {
		io.err(lockLeft(io, folder, error));
	}
}
