// The next step after words of a recorded quotation were taken: its citation.
import * as vscode from 'vscode';
import { isDraft } from '../base/draftDocuments';
import type { Host } from '../base/host';

/** So many letters taken over are a quotation. */
const least = 13;

/** Offers the citation of the recorded quotation whose words now stand before the cursor. */
export async function offerCitation(host: Host, taken: string): Promise<void> {
	const editor = vscode.window.activeTextEditor;
	if (!editor || !isDraft(editor.document)) return;
	const { corpus } = await host.service();
	const { active } = editor.selection;
	const before = editor.document.lineAt(active.line).text.slice(0, active.character);
	const words = before.slice(-Math.max(least, taken.length));
	if (words.length < least) return;
	const citation = corpus.citations.find(({ kind, text }) => kind === 'quotation' && text.includes(words));
	if (!citation) return;
	const cite = vscode.l10n.t('Cite it');
	const line = vscode.l10n.t('These are recorded words: “{0}”', citation.text);
	if ((await vscode.window.showInformationMessage(line, cite)) === cite)
		await vscode.commands.executeCommand('policyWriting.searchCitations', citation.text.slice(0, least));
}
