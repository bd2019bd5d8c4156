// What a draft is exported as: “Export to Word…”, of the draft in front or of one chosen in the Explorer, and “Export
// Finished Copy…”. What they do is loaded with the first of them.
import * as vscode from 'vscode';
import type { Files } from '../../app/ports';
import { draftInFront } from '../base/applyPlan';
import { isDraft } from '../base/draftDocuments';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import type { Reviews } from '../review/reviews';
import type { WordPlatform } from './wordContext';

/** Registers what exports, and what reads Word files that came back. */
export function registerExports(host: Host, files: Files, reviews: Reviews, platform: WordPlatform): vscode.Disposable {
	const start = () => platform.word(host.extensionUri, host.log);
	const exportWord = command(host.log, 'policyWriting.exportWord', async (given: unknown) => {
		const document = await documentOf(given);
		if (!document) return;
		const { exportToWord, mayExport } = await platform.documents();
		await exportToWord(
			{
				host,
				files,
				mayExport: (one, official) => mayExport(host, reviews, one, official),
				start,
			},
			document,
		);
	});
	const exportCopy = command(host.log, 'policyWriting.exportFinishedCopy', async () =>
		(await platform.documents()).exportFinishedCopy(host, reviews, start),
	);
	const changes = command(host.log, 'policyWriting.changesFromWord', async (given: unknown) =>
		(await platform.documents()).changesFromWord(host, files, given),
	);
	const done = command(host.log, 'policyWriting.remarkDone', async (given: unknown) =>
		(await platform.documents()).remarkDone(given),
	);
	return vscode.Disposable.from(exportWord, exportCopy, changes, done);
}

/** The draft a menu names, else the one in front; the person is told where there is none. */
async function documentOf(given: unknown): Promise<vscode.TextDocument | undefined> {
	if (!(given instanceof vscode.Uri)) return draftInFront()?.document;
	const document = await vscode.workspace.openTextDocument(given);
	if (isDraft(document)) return document;
	return draftInFront()?.document;
}
