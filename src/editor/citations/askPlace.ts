// Asks for the page, table or paragraph that is cited.
import * as vscode from 'vscode';
import { readLocator, sayLocator, type Locator } from '../../core/service';

const t = vscode.l10n.t;

/** Asks for a page, a table or a paragraph; empty words mean none, nothing that the person went away. */
export async function askPlace(before: Locator | undefined): Promise<string | undefined> {
	return vscode.window.showInputBox({
		title: t('Page, table or paragraph'),
		prompt: t('For example: p. 5, 第5-7页, 表2, 第3段. Leave it empty for none.'),
		value: sayLocator(before) ?? '',
		validateInput: text =>
			text.trim() === '' || readLocator(text)
				? undefined
				: t('Write a page (p. 5), a table (表2) or a paragraph (第3段).'),
	});
}
