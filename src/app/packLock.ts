// One import at a time into a pack, by whichever program: a lock file in its folder, which the others wait for.
import {
	isHeld,
	lockBeat,
	lockHolder,
	lockText,
	packLockName,
	type FileLock,
	type LockHolder,
	type Locked,
} from '../core/corpus/lockHolder';
import type { Cancelled } from '../core/documents/document';
import { FileError, type Clock, type Files, type Place } from './ports';

/** Who takes the lock of a pack, and how. */
export interface LockTaker {
	readonly files: Files;
	readonly clock: Clock;
	/** What a person knows this program by. */
	readonly program: string;
	/**
	 * Takes a lock file on a disk, which tells a process that works on from one that has ended; nothing where the place
	 * is on no disk of this machine.
	 */
	readonly onDisk?: (file: Place) => FileLock | Locked | undefined | Promise<FileLock | Locked | undefined>;
}

/** How somebody waits for a lock. */
export interface LockWait {
	readonly stopping: Cancelled;
	/** Called once when another import has the lock, with what that is known by. */
	readonly waits: (who: string) => void;
	/** Milliseconds to wait at most; without it, until the person stops it. */
	readonly patience?: number;
}

/** So often a pack that is locked is looked at, in milliseconds. */
const glance = 200;

/**
 * Waits for the lock of a pack, whose folder is made if it is not there. `stopped`: the person gave up; `late`: the
 * other import has not ended in time.
 */
export async function lockPack(
	taker: LockTaker,
	folder: Place,
	{ stopping, waits, patience = Infinity }: LockWait,
): Promise<FileLock | { readonly none: 'stopped' | 'late'; readonly who: string }> {
	const since = taker.clock.now();
	let who: string | undefined;
	while (!stopping.aborted) {
		const found = await tryLock(taker, folder);
		if ('release' in found) return found;
		const known =
			[found.holder?.program, found.holder?.pid].filter(one => one !== undefined && one !== '').join(' ') || '?';
		if (who === undefined) waits(known);
		who = known;
		if (taker.clock.now() - since > patience) return { none: 'late', who };
		await taker.clock.wait(glance);
	}
	return { none: 'stopped', who: who ?? '' };
}

/**
 * Where no lock can be made nothing can be written either: that is told when it is tried. One that another program has
 * open may be somebody's.
 */
async function tryLock(taker: LockTaker, folder: Place): Promise<FileLock | Locked> {
	try {
		await taker.files.makeFolder(folder);
		const file = taker.files.join(folder, packLockName);
		return (await taker.onDisk?.(file)) ?? (await takeThere(taker, file));
	} catch (error) {
		if (isBusy(error)) return { holder: undefined };
		return { left: false, release: () => undefined };
	}
}

function isBusy(error: unknown): boolean {
	if (error instanceof FileError) return error.fault === 'busy';
	return (error as { code?: unknown } | null)?.code === 'EBUSY';
}

/** Takes a lock where there are only files: as good as these are, since some look first and write then. */
async function takeThere(taker: LockTaker, file: Place): Promise<FileLock | Locked> {
	const { files, clock, program } = taker;
	const holder: LockHolder = { token: crypto.randomUUID(), program, started: clock.now() };
	const bytes = new TextEncoder().encode(lockText(holder));
	for (let left = false; ; left = true) {
		try {
			await files.write(file, bytes, false);
			return heldLock(taker, file, holder, left);
		} catch (error) {
			if (!(error instanceof FileError) || error.fault !== 'exists') throw error;
		}
		const known = await holderOf(files, file);
		if (left || (known && isHeld(known.holder, { now: clock.now(), beat: known.beat })))
			return { holder: known?.holder };
		await files.remove(file).catch(() => undefined);
	}
}

/** Who has a lock, and when that last said that it works on; nothing where it was given free just now. */
async function holderOf(
	files: Files,
	file: Place,
): Promise<{ readonly holder: LockHolder | undefined; readonly beat: number } | undefined> {
	try {
		const found = await files.stat(file);
		if (!found) return undefined;
		return { holder: lockHolder(new TextDecoder().decode(await files.read(file))), beat: found.modified };
	} catch {
		return undefined;
	}
}

/** A lock that was taken: says now and then that its holder works on, until it is given free. */
function heldLock({ files, clock }: LockTaker, file: Place, holder: LockHolder, left: boolean): FileLock {
	const ended = new AbortController();
	const bytes = new TextEncoder().encode(lockText(holder));
	const beat = async () => {
		await clock.wait(lockBeat, ended.signal);
		for (; !ended.signal.aborted; await clock.wait(lockBeat, ended.signal))
			await files.write(file, bytes, true).catch(() => undefined);
	};
	void beat();
	return {
		left,
		async release() {
			ended.abort();
			if ((await holderOf(files, file))?.holder?.token === holder.token)
				await files.remove(file).catch(() => undefined);
		},
	};
}
