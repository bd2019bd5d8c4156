// Where a paragraph stands in a document of which only the front matter is loaded, because there are very many.
// Knows nothing of who goes there.
import * as vscode from 'vscode';
import type { Host } from './host';

/** So much of a paragraph tells it from the others of its document. */
const beginning = 20;

/** The line a paragraph (from 1) begins on; of a source whose text is no such document nothing. */
export async function unreadPlace(host: Host, own: { locate(id: string): vscode.Location | undefined }, source: string, paragraph: number): Promise<vscode.Location | undefined> {
	const head = host.shelf.beyond ? own.locate(source) : undefined;
	if (!head || !/\/documents\/[^]*\.md$/i.test(head.uri.path)) return undefined;
	const text = (await host.shelf.ask(engine => engine.paragraphs(head.uri.fsPath, paragraph, paragraph)))?.[0];
	if (text === undefined) return head;
	const document = await vscode.workspace.openTextDocument(head.uri);
	const at = document.getText().indexOf(text.slice(0, beginning));
	return at < 0 ? head : new vscode.Location(head.uri, document.positionAt(at));
}
