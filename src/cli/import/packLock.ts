// One import at a time into a pack: the second one waits until the first has ended, and says so.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packLockName, type FileLock, type Locked } from '../../core/corpus/lockHolder';
import type { Cancelled } from '../../core/documents/document';
import { takeLock } from '../../workers/lock/lockFile';
import { shownPath, UsageError, type Io } from '../io';

/** So often a pack that is locked is looked at, and so long at most, in milliseconds. */
const glance = 200;
const patience = 600_000;

/**
 * Waits for the lock of a pack, whose folder is made if it is not there; nothing when the person stops it meanwhile.
 */
export async function lockPack(io: Io, folder: string, stopping: Cancelled): Promise<FileLock | undefined> {
	const since = Date.now();
	for (let announced = false; !stopping.aborted; announced = true) {
		const found = await take(folder);
		if ('release' in found) return found;
		const who = [found.holder?.program, found.holder?.pid].filter(one => one !== undefined && one !== '').join(' ');
		if (Date.now() - since > patience)
			throw new UsageError(
				`另一个导入（${who}）一直在写这个语料包，请等它结束后再试 another import (${who}) has been writing into this pack for a long time, try again when it has ended: ${shownPath(io, folder)}`,
			);
		if (!announced)
			io.err(
				`另一个导入（${who}）正在写这个语料包，等它结束 another import (${who}) is writing into this pack, waiting for it to end: ${shownPath(io, folder)}`,
			);
		await new Promise(done => setTimeout(done, glance));
	}
	return undefined;
}

/** Where no lock can be made nothing can be written either: that is told when it is tried. */
async function take(folder: string): Promise<FileLock | Locked> {
	try {
		await mkdir(folder, { recursive: true });
		return takeLock(join(folder, packLockName), 'policy-writing import');
	} catch {
		return { left: false, release: () => undefined };
	}
}
