// One document of a person's packs as it lies in its file: its source, and on which line each paragraph begins. For
// those that are not loaded.
import * as vscode from 'vscode';
import type { Layout, PackTools, Source } from '../../core/service';
import { decode } from '../../app/decode';

/** What a document says of itself. */
export interface ReadDocument {
	readonly uri: vscode.Uri;
	/** Nothing where the fields complete a source that stands elsewhere. */
	readonly source: Source | undefined;
	/** The line of each paragraph, from 1. */
	readonly lines: readonly number[];
	readonly layout: Layout | undefined;
}

/**
 * Reads a document by its name on the index: a path, or an address where there are no paths. Nothing when it is no
 * longer there or cannot be read.
 */
export async function readIndexedDocument(tools: PackTools, name: string): Promise<ReadDocument | undefined> {
	const uri = uriOf(name);
	const inside = /\/(documents\/.+)$/i.exec(uri.path)?.[1];
	if (inside === undefined) return undefined;
	let bytes: Uint8Array;
	try {
		bytes = await vscode.workspace.fs.readFile(uri);
	} catch {
		return undefined;
	}
	const decoded = decode(bytes);
	if ('reason' in decoded) return undefined;
	const { data } = tools.read([{ name: inside, text: decoded.text }], 'pack');
	const [document] = data.documents ?? [];
	return document && { uri, source: data.sources[0], lines: document.lines, layout: document.layout };
}

/** A drive letter is no scheme. */
function uriOf(name: string): vscode.Uri {
	return /^[\w.+-]{2,}:\/\//.test(name) ? vscode.Uri.parse(name) : vscode.Uri.file(name);
}
