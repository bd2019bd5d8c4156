// Everything about a person's documents that is asked for by a command: loaded when the first of them is chosen.
import * as vscode from 'vscode';
import type { Chosen } from './importFiles';
import { ProblemList } from './importProblems';
import { tellImport } from './importReport';
import { chooseFiles } from './importQuestions';
import { completeSource } from './completeSource';
import type { ImportContext } from './importContext';
import { importDocuments } from './importRun';
import { tellMoved } from './movedCitations';
import { PackWithheld } from './packLock';
import { showLeftOut, takeBackInto } from './takeBack';

export interface DocumentTools extends vscode.Disposable {
	/** Imports what was chosen; without anything, asks for files or a folder first. */
	importDocuments(chosen: readonly Chosen[]): Promise<void>;
	/** Shows the form of a source, with the field of a record first; without an id, asks which. */
	completeSource(id?: string, field?: string): Promise<void>;
	showLeftOut(documents: readonly vscode.Uri[]): Promise<void>;
	takeBack(document: vscode.Uri): Promise<void>;
}

/** Makes the tools; nothing is read before one of them is used. */
export function createDocumentTools(context: ImportContext): DocumentTools {
	const { log } = context.host;
	const problems = new ProblemList();
	let running = false;
	return {
		async importDocuments(given) {
			if (running) {
				void vscode.window.showInformationMessage(
					vscode.l10n.t('An import is running. Wait until it is done, or stop it.'),
				);
				return;
			}
			running = true;
			try {
				const chosen = given.length > 0 ? given : await chooseFiles();
				const done = chosen.length > 0 ? await importDocuments(context, chosen) : undefined;
				if (!done) return;
				tellImport(done, {
					open: async uri =>
						vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false }),
					showLeftOut: documents => showLeftOut(documents, log),
					problems,
				});
				// The person may take as long as they like to answer.
				tellMoved(context, done.stored).catch((error: unknown) =>
					log.error('citations that moved', error instanceof Error ? error : String(error)),
				);
			} catch (error) {
				if (!(error instanceof PackWithheld)) throw error;
				log.warn(`import: ${error.message}`);
				void vscode.window.showErrorMessage(error.words);
			} finally {
				running = false;
			}
		},
		showLeftOut: documents => showLeftOut(documents, log),
		completeSource: (id, field) => completeSource(context, id, field),
		takeBack: document => takeBackInto(document, log),
		dispose: () => problems.dispose(),
	};
}
