// What stands between a failure of ours and the person: the log gets the details, the person one sentence.
import * as vscode from 'vscode';
import { FileError, type FileFault } from '../../app/ports';
import { asFileError } from './workspaceFiles';

/** Wraps a provider: a failure is logged with what was asked, and answered with nothing; typing goes on undisturbed. */
export function guard<A extends unknown[], R>(
	log: vscode.LogOutputChannel,
	what: string,
	ask: (...args: A) => R | Promise<R>,
): (...args: A) => Promise<R | undefined> {
	return async (...args) => {
		try {
			return await ask(...args);
		} catch (error) {
			log.error(what, error instanceof Error ? error : String(error));
			return undefined;
		}
	};
}

/** Registers a command: a failure is logged, and the person is told in one sentence and shown the way to the log. */
export function command<A extends unknown[]>(
	log: vscode.LogOutputChannel,
	id: string,
	run: (...args: A) => unknown,
): vscode.Disposable {
	return vscode.commands.registerCommand(id, async (...args: A) => {
		try {
			return await run(...args);
		} catch (error) {
			log.error(id, error instanceof Error ? error : String(error));
			const show = vscode.l10n.t('Show log');
			void vscode.window.showErrorMessage(sentenceOn(error), show).then(chosen => chosen === show && log.show());
			return undefined;
		}
	});
}

/** What the person is told of a failure: of a file that could not be had, what is in the way and what to do. */
export function sentenceOn(error: unknown): string {
	const isOfFile = error instanceof FileError || error instanceof vscode.FileSystemError;
	const faultLine = isOfFile && faults[asFileError(error, '').fault];
	if (!faultLine) return vscode.l10n.t('This did not work. Nothing in your document was changed.');
	return faultLine();
}

/** Windows says of a file that another program has open that permission is missing. */
const inTheWay = () =>
	vscode.l10n.t(
		'The file is open in another program (WPS, Word, a synchronised folder or a virus scanner), or may not be changed. Close it there, then try again. Nothing in your document was changed.',
	);
const faults: Partial<Readonly<Record<FileFault, () => string>>> = {
	busy: inTheWay,
	denied: inTheWay,
	full: () => vscode.l10n.t('The disk is full. Make room, then try again. Nothing in your document was changed.'),
};
