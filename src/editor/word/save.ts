// Where a Word file goes: asked for, never over another file unasked, under a new name where that one is open
// elsewhere.
import * as vscode from 'vscode';
import { FileError, type Files } from '../../app/ports';
import { freeName, isOpenElsewhere } from '../../app/word/wordPlaces';

/** Asks for a place; the dialog asks itself before it replaces a file. Nothing when it is left. */
export async function askPlace(document: vscode.TextDocument, name?: string): Promise<vscode.Uri | undefined> {
	const title = vscode.l10n.t('Export to Word');
	return vscode.window.showSaveDialog({ defaultUri: proposed(document, name), filters: { Word: ['docx'] }, title });
}

/** Beside the draft, else in the workspace folder. */
function proposed(document: vscode.TextDocument, name: string | undefined): vscode.Uri | undefined {
	const own = document.uri.path.replace(/^.*\//, '').replace(/\.\w+$/, '') || vscode.l10n.t('Draft');
	const file = name ?? `${own}.docx`;
	if (!document.isUntitled) return vscode.Uri.joinPath(document.uri, '..', file);
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	return folder && vscode.Uri.joinPath(folder, file);
}

/** Writes a file where the person said; the place it went to, or nothing where the person left. */
export async function saveWord(
	files: Files,
	document: vscode.TextDocument,
	uri: vscode.Uri,
	bytes: Uint8Array,
): Promise<vscode.Uri | undefined> {
	for (let place: vscode.Uri | undefined = uri; place;) {
		if (await isWritten(files, place, bytes)) return place;
		place = await another(files, document, place);
	}
	return undefined;
}

/** Whether a file could be written; not where another program has it open. */
async function isWritten(files: Files, uri: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
	const place = uri.toString();
	if (await isOpenElsewhere(files, place)) return false;
	try {
		await files.write(place, bytes, true);
		return true;
	} catch (error) {
		if (!(error instanceof FileError) || !['busy', 'denied'].includes(error.fault)) throw error;
		return false;
	}
}

/** Says that a file is open elsewhere, or may not be written, and asks for another name. */
async function another(files: Files, document: vscode.TextDocument, uri: vscode.Uri): Promise<vscode.Uri | undefined> {
	const t = vscode.l10n.t;
	const again = t('Try again');
	const other = t('Other name…');
	const name = uri.path.replace(/^.*\//, '');
	const chosen = await vscode.window.showWarningMessage(
		t(
			'“{0}” cannot be written: it is open in another program, or may not be changed. Close it there, or choose another name.',
			name,
		),
		{ modal: true },
		again,
		other,
	);
	if (chosen === again) return uri;
	if (chosen !== other) return undefined;
	return askPlace(document, await freeName(files, vscode.Uri.joinPath(uri, '..').toString(), name));
}
