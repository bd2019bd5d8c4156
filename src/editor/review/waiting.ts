// Whether a finding is about words that are just being written: then it can wait.
import * as vscode from 'vscode';
import type { Finding } from '../../core/service';
import { isEndOpen } from './unfinished';

/**
 * Whether words that are quoted or reported still go on at a cursor: they are compared once they are closed, or the
 * cursor is elsewhere.
 */
export function isUnfinished(finding: Finding, document: vscode.TextDocument): boolean {
	if (!finding.code.startsWith('quotation.')) return false;
	return isAt(document, at => {
		if (at < finding.end || at > finding.end + longestEnd) return false;
		const from = Math.max(0, finding.start - 2);
		const text = document.getText(new vscode.Range(document.positionAt(from), document.positionAt(at + 1)));
		return isEndOpen(
			text.slice(0, finding.start - from),
			text.slice(finding.end - from, at - from),
			text.slice(at - from),
		);
	});
}

/** Whether a cursor stands in the words of a finding, or right behind them. */
export function isBeingWritten(finding: Finding, document: vscode.TextDocument): boolean {
	return isAt(document, at => finding.start <= at && at <= finding.end + 1);
}

/** More marks than that do not stand between the last word and the cursor behind it. */
const longestEnd = 8;

function isAt(document: vscode.TextDocument, is: (offset: number) => boolean): boolean {
	const editor = vscode.window.activeTextEditor;
	return editor?.document === document && editor.selections.some(selection => is(document.offsetAt(selection.active)));
}
