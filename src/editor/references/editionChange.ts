// When the settings of references change: offers to bring the draft in front up to date.
import * as vscode from 'vscode';
import { listOptions, referenceOptions } from '../base/citeOptions';
import { isDraft } from '../base/draftDocuments';
import type { Host } from '../base/host';

export function registerEditionChange(host: Host): vscode.Disposable {
	const options = () => JSON.stringify(referenceOptions(host.settings()));
	let before = options();
	return host.onDidChangeSettings(() => {
		const now = options();
		if (now === before) return;
		before = now;
		const document = vscode.window.activeTextEditor?.document;
		if (document && isDraft(document))
			void offer(host, document).catch((error: unknown) =>
				host.log.error('edition change', error instanceof Error ? error : String(error)),
			);
	});
}

async function offer(host: Host, document: vscode.TextDocument): Promise<void> {
	const service = await host.service();
	const options = listOptions(host.settings());
	if (service.citing.update(host.drafts.parse(document, service), options).edits.length === 0) return;
	const update = vscode.l10n.t('Update all references');
	if (
		(await vscode.window.showInformationMessage(
			vscode.l10n.t('The references of this draft are written in another way than the settings now say.'),
			update,
		)) !== update
	)
		return;
	await vscode.window.showTextDocument(document, { preview: false });
	await vscode.commands.executeCommand('policyWriting.updateReferences');
}
