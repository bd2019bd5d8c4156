// What the review view and the report are made from: the findings of one draft or of many files, and what was left
// out.
import * as vscode from 'vscode';
import type { Reviewed } from '../reviews';
import { entriesOf, type FileEntries, type UnreadFile } from './rows';

/** A file with what was found in it. */
export interface FileReview extends FileEntries {
	readonly uri: vscode.Uri;
	/** Not all of it was looked at, only `reviewed` UTF-16 code units. */
	readonly partial: boolean;
	readonly reviewed: number;
}

/** What is known. */
export interface Results {
	/** Whether it is about the files of the workspace, not one draft. */
	readonly several: boolean;
	readonly files: readonly FileReview[];
	readonly unread: readonly UnreadFile[];
	/** How far it came when it was stopped. */
	readonly stopped?: { readonly done: number; readonly total: number };
	/** There are more files than are looked at. */
	readonly more?: boolean;
}

/** A review with the words of the text it was made of. */
export function fileReview(reviewed: Reviewed, text: string): FileReview {
	const { uri, partial } = reviewed;
	return {
		key: uri.toString(),
		name: shownName(uri),
		uri,
		partial,
		reviewed: reviewed.reviewed,
		entries: entriesOf(text, reviewed.findings),
	};
}

/** A file as people call it: below the workspace folder; one that is not saved yet, as it will be. */
export function shownName(uri: vscode.Uri): string {
	return vscode.workspace.asRelativePath(placeOf(uri), (vscode.workspace.workspaceFolders?.length ?? 0) > 1);
}

/** Where a document is, or will be saved: what is not saved yet has an address that is in no folder. */
function placeOf(uri: vscode.Uri): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	if (uri.scheme !== 'untitled' || !uri.path.startsWith('/') || !folder) return uri;
	return folder.with({ path: uri.path });
}

/** The document of an address, if it is open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
	const key = uri.toString();
	return vscode.workspace.textDocuments.find(document => !document.isClosed && document.uri.toString() === key);
}
