// Texts that the core has in both languages, in the one of the person.
import * as vscode from 'vscode';
import type { Bilingual } from '../../core/service';

/** A text in the language of the editor. */
export function say({ zh, en }: Bilingual): string {
	return vscode.env.language.startsWith('zh') ? zh : en;
}
