// One import at a time into a pack, by whichever program: a lock file in its folder, as the command line has it.
import * as vscode from 'vscode';
import {
	isHeld,
	lockBeat,
	lockHolder,
	lockText,
	packLockName,
	type FileLock,
	type LockHolder,
	type Locked,
} from '../../core/service';

/** Takes a lock file on a disk; where the platform can. */
export type TakeLock = (path: string, program: string) => FileLock | Locked;

/** So often a pack that is locked is looked at, in milliseconds. */
const glance = 500;

/**
 * Waits for the lock of a pack, whose folder is made if it is not there. `told` gets what another import is known by.
 * Nothing when the person stops it.
 */
export async function lockPack(
	folder: vscode.Uri,
	take: TakeLock | undefined,
	token: vscode.CancellationToken,
	told: (who: string) => void,
): Promise<FileLock | undefined> {
	for (let waited = false; !token.isCancellationRequested; waited = true) {
		const found = await tryLock(folder, take);
		if ('release' in found) return found;
		if (!waited) told([found.holder?.program, found.holder?.pid].filter(Boolean).join(' '));
		await pause(token);
	}
	return undefined;
}

function pause(token: vscode.CancellationToken): Promise<void> {
	return new Promise(done => {
		const timer = setTimeout(finish, glance);
		const stopped = token.onCancellationRequested(finish);
		function finish() {
			clearTimeout(timer);
			stopped.dispose();
			done();
		}
	});
}

/** Where no lock can be made nothing can be written either: that is told when it is tried. */
async function tryLock(folder: vscode.Uri, take: TakeLock | undefined): Promise<FileLock | Locked> {
	const file = vscode.Uri.joinPath(folder, packLockName);
	try {
		await vscode.workspace.fs.createDirectory(folder);
		return take && folder.scheme === 'file' ? take(file.fsPath, vscode.env.appName) : await takeThere(file);
	} catch {
		return { left: false, release: () => undefined };
	}
}

/**
 * Takes a lock where there are only the editor's own ways to files: as good as these are, since some of them look first
 * and write then.
 */
async function takeThere(file: vscode.Uri): Promise<FileLock | Locked> {
	const holder: LockHolder = { token: crypto.randomUUID(), program: vscode.env.appName, started: Date.now() };
	const bytes = new TextEncoder().encode(lockText(holder));
	const half = file.with({ path: `${file.path}.${holder.token}` });
	for (let left = false; ; left = true) {
		await vscode.workspace.fs.writeFile(half, bytes);
		try {
			await vscode.workspace.fs.rename(half, file, { overwrite: false });
			return heldLock(file, holder, bytes, left);
		} catch (error) {
			await gone(half);
			if (!(error instanceof vscode.FileSystemError) || error.code !== 'FileExists') throw error;
		}
		const known = await holderOf(file);
		if (left || (known && isHeld(known.holder, { now: Date.now(), beat: known.beat })))
			return { holder: known?.holder };
		await gone(file);
	}
}

async function holderOf(
	file: vscode.Uri,
): Promise<{ readonly holder: LockHolder | undefined; readonly beat: number } | undefined> {
	try {
		const { mtime } = await vscode.workspace.fs.stat(file);
		return { holder: lockHolder(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))), beat: mtime };
	} catch {
		return undefined; // given free just now
	}
}

function heldLock(file: vscode.Uri, { token }: LockHolder, bytes: Uint8Array, left: boolean): FileLock {
	const timer = setInterval(
		() => void vscode.workspace.fs.writeFile(file, bytes).then(undefined, () => undefined),
		lockBeat,
	);
	return {
		left,
		async release() {
			clearInterval(timer);
			if ((await holderOf(file))?.holder?.token === token) await gone(file);
		},
	};
}

async function gone(file: vscode.Uri): Promise<void> {
	await vscode.workspace.fs.delete(file, { useTrash: false }).then(undefined, () => undefined);
}
