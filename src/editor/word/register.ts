// “Export to Word…”: of the draft in front, or of one chosen in the Explorer.
import * as vscode from 'vscode';
import type { Files } from '../../app/ports';
import { draftInFront } from '../base/applyPlan';
import { isDraft } from '../base/draftDocuments';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import { mayExport } from '../review/mayExport';
import type { Reviews } from '../review/reviews';
import type { WordPlatform } from './wordContext';

/** Registers `policyWriting.exportWord`. */
export function registerExportWord(
	host: Host,
	files: Files,
	reviews: Reviews,
	platform: WordPlatform,
): vscode.Disposable {
	return command(host.log, 'policyWriting.exportWord', async (given: unknown) => {
		const document = await documentOf(given);
		if (!document) return;
		const { exportToWord } = await platform.documents();
		await exportToWord(
			{
				host,
				files,
				mayExport: one => mayExport(host, reviews, one),
				start: () => platform.word(host.extensionUri, host.log),
			},
			document,
		);
	});
}

/** The draft a menu names, else the one in front; the person is told where there is none. */
async function documentOf(given: unknown): Promise<vscode.TextDocument | undefined> {
	if (!(given instanceof vscode.Uri)) return draftInFront()?.document;
	const document = await vscode.workspace.openTextDocument(given);
	if (isDraft(document)) return document;
	return draftInFront()?.document;
}
