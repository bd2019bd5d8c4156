// What can be done with a finding in the review view: go to it, mend it, read its source, copy it.
import * as vscode from 'vscode';
import { command } from '../../base/guard';
import type { Host } from '../../base/host';
import { sameRow, type FindingRow, type Row } from './rows';
import type { Reviews } from '../reviews';
import { recordOf } from './items';
import { fileReview, openDocument, shownName } from './results';
import { wordFinding } from '../wording';

/** Registers the commands of the rows. */
export function registerReviewRows(host: Host, reviews: Reviews): vscode.Disposable {
	const on = (id: string, run: (row: FindingRow) => Promise<void>) =>
		command(host.log, `policyWriting.${id}`, async (row: Row | undefined) => {
			if (row?.type === 'finding') await run(row);
		});
	return vscode.Disposable.from(
		on('revealFinding', async row => {
			await show(row, reviews, true);
		}),
		on('fixFinding', async row => fix(row, reviews)),
		on('copyFinding', async ({ key, entry }) => {
			const place = `${shownName(vscode.Uri.parse(key, true))}:${entry.line}:${entry.column}`;
			await vscode.env.clipboard.writeText(
				[place, entry.quote.trim(), wordFinding(entry.finding, await host.service())].join('\n'),
			);
		}),
		on('openFindingSource', async row => {
			const { citation, paragraph } = row.entry.finding.data;
			await vscode.commands.executeCommand(
				'policyWriting.openSource',
				recordOf(row),
				...(citation === undefined && typeof paragraph === 'number' ? [paragraph] : []),
			);
		}),
	);
}

/** Selects the words of a finding where they stand now; the keys stay in the view unless it says otherwise. */
async function show(row: FindingRow, reviews: Reviews, preserveFocus: boolean): Promise<vscode.TextEditor> {
	const uri = vscode.Uri.parse(row.key, true);
	const document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
	const place = placeNow(row, document, reviews);
	const visible = vscode.window.visibleTextEditors.find(editor => editor.document === document);
	const editor = await vscode.window.showTextDocument(document, {
		preserveFocus,
		preview: true,
		selection: place,
		...(visible?.viewColumn ? { viewColumn: visible.viewColumn } : {}),
	});
	editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
	return editor;
}

/** Where a finding is after edits since the view was drawn. */
function placeNow(row: FindingRow, document: vscode.TextDocument, reviews: Reviews): vscode.Range {
	const reviewed = reviews.of(document.uri);
	const now = reviewed && sameRow(row, fileReview(reviewed, document.getText()));
	const { start, end } = (now ?? row).entry.finding;
	return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

interface Choice extends vscode.QuickPickItem {
	readonly action: vscode.CodeAction;
}

/** Lists what mends a finding, as the light bulb would, and does what is chosen. */
async function fix(row: FindingRow, reviews: Reviews): Promise<void> {
	const { document } = await show(row, reviews, false);
	// A file that was only looked at on the disk is not known as a draft yet.
	if (!reviews.of(document.uri)) await reviews.review(document);
	const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
		'vscode.executeCodeActionProvider',
		document.uri,
		placeNow(row, document, reviews),
		vscode.CodeActionKind.QuickFix.value,
		20,
	);
	const choices = offered
		.filter(action => action.disabled === undefined && (action.edit || action.command))
		.map((action): Choice => ({ label: action.title, action }));
	if (choices.length === 0) {
		void vscode.window.showInformationMessage(
			vscode.l10n.t('There is nothing that can be done about this by a command.'),
		);
		return;
	}
	const chosen = await vscode.window.showQuickPick(choices, {
		title: row.entry.words,
		placeHolder: vscode.l10n.t('What is to be done?'),
	});
	if (!chosen) return;
	const { edit, command: after } = chosen.action;
	if (edit && !(await vscode.workspace.applyEdit(edit))) return;
	if (after) await vscode.commands.executeCommand(after.command, ...((after.arguments ?? []) as unknown[]));
}
