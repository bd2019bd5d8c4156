// “Export finished copy”: the draft with its citations as numbers, 括注 or footnotes, in a new document; the draft
// stays as it is.
import * as vscode from 'vscode';
import type { FinishStyle } from '../../core/service';
import { citedDraft, draftInFront, tellPlan } from '../base/applyPlan';
import { listOptions } from '../base/citeOptions';
import { command } from '../base/guard';
import type { Host } from '../base/host';

export function registerFinishedCopy(host: Host): vscode.Disposable {
	return command(host.log, 'policyWriting.exportFinishedCopy', async () => {
		const editor = draftInFront();
		if (!editor) return;
		const t = vscode.l10n.t;
		const choices: readonly (vscode.QuickPickItem & { readonly style: FinishStyle })[] = [
			{
				style: 'numeric',
				label: t('Numbers'),
				description: '[1]',
				detail: t('Numbers in the text and the reference list at the end'),
			},
			{
				style: 'note',
				label: t('Notes in the text'),
				description: '（《经济日报》2024年2月14日）',
				detail: t('Each source in brackets where it is cited'),
			},
			{
				style: 'footnote',
				label: t('Footnotes'),
				description: t('again: {0}', '同2：15'),
				detail: t('A source in full the first time, afterwards the number of that note'),
			},
		];
		const chosen = await vscode.window.showQuickPick(choices, {
			placeHolder: t('The finished copy opens as a new document; your draft stays as it is.'),
			matchOnDetail: true,
		});
		if (!chosen) return;
		const draft = citedDraft(editor.document);
		const copy = (await host.service()).citing.finish(draft, chosen.style, listOptions(host.settings()));
		const document = await vscode.workspace.openTextDocument({
			language: editor.document.languageId,
			content: copy.text,
		});
		await vscode.window.showTextDocument(document, { preview: false });
		tellPlan(
			editor,
			copy.entries > 0
				? t('The finished copy cites {0} sources. Save it under a name of its own.', copy.entries)
				: t('The draft cites no source, so the copy is like the draft.'),
			copy.problems,
		);
	});
}
