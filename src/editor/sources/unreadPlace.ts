// Where a paragraph stands in a document of which only the front matter is loaded, because there are very many.
import * as vscode from 'vscode';
import type { Host } from '../base/host';

/** The line a paragraph (from 1) begins on; of a source whose text is no such document nothing. */
export async function unreadPlace(
	host: Host,
	own: { locate(id: string): vscode.Location | undefined },
	source: string,
	paragraph: number,
): Promise<vscode.Location | undefined> {
	const head = host.documents.beyond ? own.locate(source) : undefined;
	if (!head || !/\/documents\/[^]*\.md$/i.test(head.uri.path)) return undefined;
	const line = (await host.documents.document(head.uri.toString()))?.lines[paragraph - 1];
	return line === undefined ? head : new vscode.Location(head.uri, new vscode.Position(line - 1, 0));
}
