// Whether a finding is about words that are just being written: then it can wait.
// Knows nothing of findings but where they stand.
import * as vscode from 'vscode';
import type { Finding } from '../core/service';

/** Whether a cursor stands in the words of a finding, or right behind them. */
export function isBeingWritten(finding: Finding, document: vscode.TextDocument): boolean {
	const editor = vscode.window.activeTextEditor;
	if (editor?.document !== document) return false;
	return editor.selections.some(selection => {
		const at = document.offsetAt(selection.active);
		return finding.start <= at && at <= finding.end + 1;
	});
}
