// Keeps the reference list between its markers up to date on every save.
import * as vscode from 'vscode';
import { assertWhole } from '../base/applyPlan';
import { listOptions } from '../base/citeOptions';
import { isDraft } from '../base/draftDocuments';
import type { Host } from '../base/host';
import { sayBriefly } from '../base/say';

export function registerListOnSave(host: Host): vscode.Disposable {
	return vscode.workspace.onWillSaveTextDocument(event => {
		const { document } = event;
		if (!host.settings().references.updateOnSave || !isDraft(document)) return;
		if (!document.getText().includes('policy-writing:')) return;
		event.waitUntil(
			edits(host, document).catch((error: unknown) => {
				host.log.error('reference list on save', error instanceof Error ? error : String(error));
				return [];
			}),
		);
	});
}

async function edits(host: Host, document: vscode.TextDocument): Promise<vscode.TextEdit[]> {
	const service = await host.service();
	const { citing } = service;
	const draft = host.drafts.parse(document, service);
	if (!citing.hasList(draft)) return [];
	const plan = citing.list(draft, listOptions(host.settings()));
	if (plan.problems.length > 0) {
		sayBriefly(vscode.l10n.t('The reference list holds lines written by hand and was not updated.'));
		return [];
	}
	assertWhole(draft.text, plan.edits);
	return plan.edits.map(
		({ start, end, text }) =>
			new vscode.TextEdit(new vscode.Range(document.positionAt(start), document.positionAt(end)), text),
	);
}
