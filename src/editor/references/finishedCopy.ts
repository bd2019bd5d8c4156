// “Export finished copy”: the draft with its citations as numbers, 括注 or footnotes, in a new document; the draft
// stays as it is.
import * as vscode from 'vscode';
import { finishedCopy, type FinishedCopy } from '../../app/word/finishedCopy';
import type { Finished, FinishStyle } from '../../core/service';
import { draftInFront, tellPlan } from '../base/applyPlan';
import { listOptions } from '../base/citeOptions';
import type { Host } from '../base/host';
import { mayExport } from '../review/mayExport';
import type { Reviews } from '../review/reviews';
import { inThread } from '../word/inThread';
import type { WordContext } from '../word/wordContext';

/**
 * Asks how citations are written, and opens the copy of the draft in front; what is not ready is asked about before.
 */
export async function exportFinishedCopy(host: Host, reviews: Reviews, start: WordContext['start']): Promise<void> {
	const editor = draftInFront();
	if (!editor || !(await mayExport(host, reviews, editor.document))) return;
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
	const service = await host.service();
	const draft = host.drafts.parse(editor.document, service);
	const options = listOptions(host.settings());
	const made = await inThread(start, t('Writing the finished copy'), client =>
		finishedCopy(service.citing, client, draft, chosen.style, options),
	);
	const copy = made && (await chosenCopy(made));
	if (!copy) return;
	const document = await vscode.workspace.openTextDocument({
		language: editor.document.languageId,
		content: copy.text,
	});
	await vscode.window.showTextDocument(document, { preview: false });
	tellPlan(
		editor,
		copy.entries > 0
			? t('Sources cited in the finished copy: {0}. Save it under a name of its own.', copy.entries)
			: t('The draft cites no source, so the copy is like the draft.'),
		copy.problems,
	);
}

/**
 * The copy; where notes hold words of the person that 括注 could hold, the person is asked. Nothing when the question
 * is left.
 */
async function chosenCopy({ copy, inText, own }: FinishedCopy): Promise<Finished | undefined> {
	if (!inText) return copy;
	const t = vscode.l10n.t;
	const choices: readonly (vscode.QuickPickItem & { readonly copy: Finished })[] = [
		{ label: t('Keep these notes as footnotes'), copy },
		{ label: t('Put their words in brackets where they are cited'), copy: inText },
	];
	const chosen = await vscode.window.showQuickPick(choices, {
		placeHolder: t('{0} footnotes hold words of your own. What is to become of them?', own),
	});
	return chosen?.copy;
}
