// Says that a draft was exported, with the ways to the file; what does not stand there as in the draft is a list whose
// rows lead to their places.
import * as vscode from 'vscode';
import { wordWord } from '../../core/service';
import type { WordFile } from '../../app/word/wordFile';
import { say } from '../base/say';

/** One thing that is not as in the draft, and words by which its place is found. */
interface Row extends vscode.QuickPickItem {
	readonly seek: string;
	readonly at?: number;
}

/** Tells; does not wait for the person. */
export function tellExported(document: vscode.TextDocument, uri: vscode.Uri, file: WordFile): void {
	const t = vscode.l10n.t;
	const rows = rowsOf(file);
	const name = uri.path.replace(/^.*\//, '');
	const open = t('Open');
	const reveal = t('Show in Folder');
	const differs = t('What differs ({0})', rows.length);
	const isLocal = uri.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop;
	const ways = [open, reveal].filter(() => isLocal);
	const first = rows[0]?.label ?? '';
	if (first !== '') ways.push(differs);
	const show = first === '' ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
	void show([t('Exported to “{0}”.', name), first].join(' ').trim(), ...ways).then(async chosen => {
		if (chosen === open) await vscode.env.openExternal(uri);
		else if (chosen === reveal) await vscode.commands.executeCommand('revealFileInOS', uri);
		else if (chosen === differs) await showRows(document, rows);
	});
}

function rowsOf({ cites, problems }: WordFile): readonly Row[] {
	const left = cites.map(({ key, start }): Row => ({
		label: vscode.l10n.t('This citation was left as written: {0}', key),
		seek: key,
		at: start,
	}));
	return [...left, ...problems.map((problem): Row => ({ label: say(wordWord(problem)), seek: problem.what }))];
}

/** The list; a row that is chosen leads to its place in the draft. */
async function showRows(document: vscode.TextDocument, rows: readonly Row[]): Promise<void> {
	const title = vscode.l10n.t('What differs from the draft');
	const chosen = await vscode.window.showQuickPick(rows, { title, matchOnDetail: true });
	if (!chosen) return;
	const text = document.getText();
	const found = text.indexOf(chosen.seek.replace(/: .*$/s, ''));
	const at = document.positionAt(chosen.at ?? Math.max(0, found));
	await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(at, at) });
}
