// The Word template of one's own: the one the settings name, or one that is chosen.
import * as vscode from 'vscode';
import { FileError, type Files } from '../../app/ports';
import type { ChosenTemplate } from '../../core/service';
import type { Settings } from '../base/settings';

/** Where the template lies that the settings name; nothing where they name none. */
export function templateSet(files: Files, { word }: Settings, document: vscode.TextDocument): vscode.Uri | undefined {
	if (word.template === '') return undefined;
	const folder = vscode.workspace.getWorkspaceFolder(document.uri) ?? vscode.workspace.workspaceFolders?.[0];
	const place = files.resolve(folder?.uri.toString(), word.template);
	if (place === undefined) return undefined;
	return vscode.Uri.parse(place, true);
}

/** Asks for a template. */
export async function chooseTemplate(): Promise<vscode.Uri | undefined> {
	const chosen = await vscode.window.showOpenDialog({
		filters: { Word: ['dotx', 'docx'] },
		title: vscode.l10n.t('Choose a Word template'),
	});
	return chosen?.[0];
}

/** Reads a template; nothing where it cannot be had, which the person is told. */
export async function readTemplate(
	files: Files,
	uri: vscode.Uri,
	styles: ChosenTemplate['styles'],
): Promise<ChosenTemplate | undefined> {
	const name = uri.path.replace(/^.*\//, '');
	try {
		return { name, bytes: await files.read(uri.toString()), styles };
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		void vscode.window.showWarningMessage(vscode.l10n.t('The template “{0}” cannot be read.', name));
		return undefined;
	}
}
