// A pack into which an import may write: no other one does, which is waited for, and all that is in it can be read.
// Otherwise what is there would be added once more, or under an id that is in use.
import * as vscode from 'vscode';
import { lockPack } from '../../app/packLock';
import { systemClock } from '../../app/pause';
import { faultProblems } from '../../app/packs/pack';
import { isWithheld, stillWithheld, withheldFile } from '../../app/packs/withheld';
import { packLockName, type FileLock } from '../../core/service';
import type { Packs } from '../packs/packs';
import type { ImportContext } from './importContext';

/** The lock of a pack, on the disk where there is one; nothing when the person stops it. */
async function waitForPack(
	{ packs, lock }: ImportContext,
	folder: vscode.Uri,
	token: vscode.CancellationToken,
	progress: vscode.Progress<{ message?: string }>,
): Promise<FileLock | undefined> {
	const program = vscode.env.appName;
	const found = await lockPack(
		{
			files: packs.files,
			clock: systemClock,
			program,
			onDisk: place => {
				const uri = vscode.Uri.parse(place, true);
				return uri.scheme === 'file' ? lock?.(uri.fsPath, program) : undefined;
			},
		},
		folder.toString(),
		{
			stopping: {
				get aborted() {
					return token.isCancellationRequested;
				},
			},
			waits: who =>
				progress.report({
					message: vscode.l10n.t('another import ({0}) writes into this pack; waiting until it is done', who),
				}),
		},
	);
	return 'release' in found ? found : undefined;
}

/** Gives the lock of a pack free. Where its file cannot be removed the person is told; what was imported is there. */
export async function giveFree({ host: { log } }: ImportContext, folder: vscode.Uri, lock: FileLock): Promise<void> {
	try {
		await lock.release();
	} catch (error) {
		log.warn('the lock of a pack', error instanceof Error ? error : String(error));
		const file = vscode.workspace.asRelativePath(vscode.Uri.joinPath(folder, packLockName));
		const show = vscode.l10n.t('Show log');
		const words = vscode.l10n.t(
			'What was imported is saved. The file “{0}” keeps other windows from importing: it could not be removed, because another program (a virus scanner, a synchronised folder) has it open. Close it there and delete the file, or start VS Code again.',
			file,
		);
		void vscode.window.showWarningMessage(words, show).then(chosen => chosen === show && log.show());
	}
}

/** A file of the pack that cannot be read just now, so that nothing is imported. */
export class PackWithheld extends Error {
	constructor(private readonly file: string) {
		super(`${file} cannot be read`);
	}

	/** What the person is told. */
	get words(): string {
		return vscode.l10n.t(
			'Nothing was imported: the file “{0}” of the pack cannot be read just now. It is open in another program (WPS, Word, a synchronised folder or a virus scanner), may not be read, or its drive does not answer. Close it there, then import again.',
			this.file,
		);
	}
}

/**
 * The lock of a pack, once it is free and its files can be read; nothing when the person stops it. PackWithheld where a
 * file cannot be read after a little waiting.
 */
export async function readyPack(
	context: ImportContext,
	folder: vscode.Uri,
	token: vscode.CancellationToken,
	progress: vscode.Progress<{ message?: string }>,
): Promise<FileLock | undefined> {
	const lock = await waitForPack(context, folder, token, progress);
	if (!lock) return undefined;
	const file = await stillWithheld(() => unreadIn(context.packs, folder), systemClock);
	if (file === undefined) return lock;
	await giveFree(context, folder, lock);
	throw new PackWithheld(file);
}

/** The name of a file in the pack that could not be read; it is read again, for the next time this is asked. */
async function unreadIn(packs: Packs, folder: vscode.Uri): Promise<string | undefined> {
	try {
		await packs.files.list(folder.toString());
	} catch (error) {
		if (isWithheld(error)) return vscode.workspace.asRelativePath(folder);
	}
	await packs.settled();
	const own = packs.packs().find(pack => pack.folder.uri.toString() === folder.toString());
	const file = withheldFile(faultProblems(own?.texts ?? []))?.file;
	if (file !== undefined) packs.touch(vscode.Uri.joinPath(folder, file));
	return file;
}

/** Does a work on a file of the pack, after a little waiting; nothing where that fails for good. Else PackWithheld. */
export async function unlessWithheld<T>(file: string, work: () => Promise<T>): Promise<T | undefined> {
	let answer: T | undefined;
	const failed = await stillWithheld(async () => {
		try {
			answer = await work();
			return undefined;
		} catch (error) {
			return isWithheld(error) ? error : undefined;
		}
	}, systemClock);
	if (failed !== undefined) throw new PackWithheld(file);
	return answer;
}
