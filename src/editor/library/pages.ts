// A document of the group's as a page to read: some paragraphs before and behind the one that is wanted. Its text goes
// in as text only (literal).
import * as vscode from 'vscode';
import { groupScheme } from '../base/draftDocuments';
import { fileName, literal } from '../base/literal';
import type { OwnDocuments } from '../documentIndex/documentIndex';
import { faultSentence } from './words';

/** So many paragraphs before and behind the wanted one are shown. */
const around = 500;
/** Lines above the first paragraph. */
const headLines = 4;

interface Page {
	readonly document: string;
	readonly title: string;
	readonly from: number;
	readonly to: number;
}

/** Registers what fills the pages. */
export function registerGroupPages(documents: OwnDocuments): vscode.Disposable {
	return vscode.workspace.registerTextDocumentContentProvider(groupScheme, {
		async provideTextDocumentContent(uri) {
			const { document, title, from, to } = JSON.parse(uri.query) as Page;
			const texts = (await documents.group?.with(undefined).paragraphs(document, from, to)) ?? [];
			const said =
				texts.length > 0
					? vscode.l10n.t('From the group’s library: {0}, paragraph {1} and on.', document, from)
					: documents.group?.missing() || faultSentence('absent');
			const paragraphs = texts.flatMap(text => [literal(text), '']);
			return [`# ${literal(title)}`, '', literal(said), '', ...paragraphs].join('\n');
		},
	});
}

/** Shows a document at a paragraph (from 1). */
export async function showGroupPage(document: string, title: string, paragraph: number): Promise<void> {
	const from = Math.max(1, paragraph - around);
	const page: Page = { document, title, from, to: paragraph + around };
	const uri = vscode.Uri.from({
		scheme: groupScheme,
		path: `/${fileName(title)}.md`,
		query: JSON.stringify(page),
	});
	const text = await vscode.workspace.openTextDocument(uri);
	const line = Math.min(headLines + 2 * (paragraph - from), text.lineCount - 1);
	const at = new vscode.Position(line, 0);
	const editor = await vscode.window.showTextDocument(text, { preview: true, selection: new vscode.Range(at, at) });
	editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
