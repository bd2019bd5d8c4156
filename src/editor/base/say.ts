// Texts that the core has in both languages, in the one of the person; and what is said in passing.
import * as vscode from 'vscode';
import type { Bilingual } from '../../core/service';

/** A text in the language of the editor. */
export function say({ zh, en }: Bilingual): string {
	return vscode.env.language.startsWith('zh') ? zh : en;
}

/** Milliseconds that a sentence stays in the status bar. */
const brief = 8000;
let shown: vscode.Disposable | undefined;

/**
 * Says in the status bar what was done with the draft in front: until something else is said, another document is in
 * front, or the time is over.
 */
export function sayBriefly(words: string): void {
	shown?.dispose();
	const document = vscode.window.activeTextEditor?.document;
	const message = vscode.Disposable.from(
		vscode.window.setStatusBarMessage(words, brief),
		vscode.window.onDidChangeActiveTextEditor(editor => {
			if (editor && editor.document !== document) message.dispose();
		}),
	);
	shown = message;
}
