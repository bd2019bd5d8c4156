// “Show what was left out” and “Take back…”: the report beside a document, and pieces of it put back as an edit the
// person sees.
import * as vscode from 'vscode';
import { piecesOf, stillOut, takeBack, type LeftOut } from './leftOut';

/** The report of what was left out of a document. */
export function reportOf(document: vscode.Uri): vscode.Uri {
	return vscode.Uri.joinPath(document, '..', '.dropped', document.path.split('/').pop() ?? '');
}

/** The document a report is about, by where it lies; nothing for other files. */
export function documentOf(report: vscode.Uri): vscode.Uri | undefined {
	return /\/documents\/(?:.*\/)?\.dropped\/[^/]+\.md$/.test(report.path)
		? vscode.Uri.joinPath(report, '../..', report.path.split('/').pop() ?? '')
		: undefined;
}

/** Opens the report of one of these documents; asks which when there are several. */
export async function showLeftOut(documents: readonly vscode.Uri[], log: vscode.LogOutputChannel): Promise<void> {
	const chosen =
		documents.length < 2
			? documents[0]
			: (
					await vscode.window.showQuickPick(
						documents.map(uri => ({ label: uri.path.split('/').pop() ?? '', uri })),
						{ title: vscode.l10n.t('What was left out'), placeHolder: vscode.l10n.t('Of which document?') },
					)
				)?.uri;
	if (!chosen) return;
	try {
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(reportOf(chosen)), { preview: true });
	} catch (error) {
		log.debug('no report', String(error));
		void vscode.window.showInformationMessage(vscode.l10n.t('Nothing was left out of this document.'));
	}
}

interface Row extends vscode.QuickPickItem {
	readonly piece: LeftOut;
}

/**
 * Lets the person choose pieces that were left out, and puts them into the document; it is not saved, so they can look
 * and undo.
 */
export async function takeBackInto(document: vscode.Uri, log: vscode.LogOutputChannel): Promise<void> {
	const t = vscode.l10n.t;
	let report = '';
	try {
		report = new TextDecoder().decode(await vscode.workspace.fs.readFile(reportOf(document)));
	} catch (error) {
		log.debug('no report', String(error));
	}
	const pieces = piecesOf(report);
	const text = await vscode.workspace.openTextDocument(document);
	const out = stillOut(text.getText(), pieces);
	if (out.length === 0) {
		void vscode.window.showInformationMessage(
			pieces.length > 0
				? t('Everything that was left out is back already.')
				: t('Nothing was left out of this document.'),
		);
		return;
	}
	const rows = out.map((piece): Row => ({
		label: piece.text,
		description: piece.why,
		detail: placeOf(piece),
		piece,
	}));
	const chosen = await vscode.window.showQuickPick(rows, {
		canPickMany: true,
		matchOnDescription: true,
		title: t('Take back what was left out'),
		placeHolder: t('Choose what belongs into the text'),
	});
	if (!chosen || chosen.length === 0) return;
	const editor = await vscode.window.showTextDocument(text, { preview: false });
	const edits = takeBack(
		text.getText(),
		pieces,
		chosen.map(row => row.piece),
	);
	const done = await editor.edit(
		builder => {
			for (const { offset, text: inserted } of edits) builder.insert(text.positionAt(offset), inserted);
		},
		{ undoStopBefore: true, undoStopAfter: true },
	);
	const [first] = edits;
	if (!done || !first) return;
	const at = text.positionAt(first.offset + first.text.trimEnd().length);
	editor.selection = new vscode.Selection(at, at);
	editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Where a piece stood among the paragraphs that were kept, as far as its report says that. */
function placeOf({ after }: LeftOut): string | undefined {
	if (after === undefined) return undefined;
	return after === 0 ? vscode.l10n.t('before paragraph 1') : vscode.l10n.t('after paragraph {0}', after);
}
