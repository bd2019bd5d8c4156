// Waits until no other import writes into a pack, and says so meanwhile.
import * as vscode from 'vscode';
import { lockPack } from '../../app/packLock';
import { systemClock } from '../../app/pause';
import { packLockName, type FileLock } from '../../core/service';
import type { ImportContext } from './importContext';

/** The lock of a pack, on the disk where there is one; nothing when the person stops it. */
export async function waitForPack(
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
