// Puts another text in the place of a file's own as one edit, so that it can be undone where the file is open.
import * as vscode from 'vscode';
import type { ReplaceText } from '../../app/importStore';
import { FileError } from '../../app/ports';

/** A file with changes that are not saved stays as it is (FileError `busy`, `unsaved`). */
export const replaceText: ReplaceText = async (place, change) => {
	const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place, true));
	if (document.isDirty) throw new FileError('busy', place, 'unsaved');
	const edit = new vscode.WorkspaceEdit();
	edit.replace(
		document.uri,
		document.validateRange(new vscode.Range(0, 0, Number.MAX_SAFE_INTEGER, 0)),
		change(document.getText()),
	);
	if (!(await vscode.workspace.applyEdit(edit)) || !(await document.save()))
		throw new FileError('failed', place, 'the editor refused to change the file');
};
