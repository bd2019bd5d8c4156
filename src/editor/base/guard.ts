// What stands between a failure of ours and the person: the log gets the details, the person one sentence.
import * as vscode from 'vscode';

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
			void vscode.window
				.showErrorMessage(vscode.l10n.t('This did not work. Nothing in your document was changed.'), show)
				.then(chosen => chosen === show && log.show());
			return undefined;
		}
	});
}
