// Writes records into a pack folder: into the file where it is open, unsaved changes and all, else onto the disk.
import * as vscode from 'vscode';
import { startPack } from '../../app/packs/start';
import * as app from '../../app/records';
import { FileError, type Place } from '../../app/ports';
import type { Ignore, PackInfo, PackTools, RecordKind } from '../../core/service';
import { workspaceFiles } from '../base/workspaceFiles';

export type { NewRecord } from '../../app/records';

/** Where a record was put. `unsaved`: the file had unsaved changes, so it was not saved. */
export interface Written {
	readonly uri: vscode.Uri;
	readonly unsaved: boolean;
}

/** Whether there is a pack in a folder: the folder is enough. */
export async function packExists(folder: vscode.Uri): Promise<boolean> {
	return (await sort(folder)) === vscode.FileType.Directory;
}

/** Adds a record to the pack in a folder. */
export async function writeRecord(
	tools: PackTools,
	folder: vscode.Uri,
	kind: RecordKind,
	record: app.NewRecord,
): Promise<Written> {
	return asWritten(await app.writeRecord(targetOf(tools, folder), kind, record));
}

/** Adds to a pack's `ignore.yaml` what is not to be reported; nothing where that file cannot be continued. */
export async function writeIgnore(tools: PackTools, folder: vscode.Uri, entry: Ignore): Promise<Written | undefined> {
	const written = await app.writeIgnore(targetOf(tools, folder), entry);
	return written && asWritten(written);
}

function asWritten({ place, unsaved }: app.Written): Written {
	return { uri: vscode.Uri.parse(place, true), unsaved };
}

function targetOf(tools: PackTools, folder: vscode.Uri): app.RecordTarget {
	const files = workspaceFiles();
	return { files, tools, pack: folder.toString(), texts: openTexts(app.textsOfFiles(files, tools)) };
}

/** Texts of files as they are open, unsaved changes and all; of those that are not, as they lie on the disk. */
function openTexts(closed: app.Texts): app.Texts {
	const documentAt = (place: Place) =>
		vscode.workspace.textDocuments.find(open => open.uri.toString() === place && !open.isClosed);
	return {
		read: async place => documentAt(place)?.getText() ?? closed.read(place),
		async insert(place, before, insertion) {
			const document = documentAt(place);
			if (!document) return closed.insert(place, before, insertion);
			const unsaved = document.isDirty;
			const edit = new vscode.WorkspaceEdit();
			edit.insert(document.uri, document.positionAt(insertion.offset), insertion.text);
			if (!(await vscode.workspace.applyEdit(edit))) throw new FileError('failed', place, 'the editor refused');
			return unsaved || !(await document.save());
		},
	};
}

/** Writes a file that is not there yet; one that is there stays as it is. */
export async function writeNew(uri: vscode.Uri, text: string): Promise<void> {
	if ((await sort(uri)) === undefined) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Writes `pack.yaml` where a folder has none, which makes it a pack with a name of its own. */
export async function writePack(tools: PackTools, folder: vscode.Uri, info: PackInfo): Promise<vscode.Uri> {
	await startPack(workspaceFiles(), folder.toString(), tools.packYaml(info));
	return vscode.Uri.joinPath(folder, 'pack.yaml');
}

/** What stands at a place: a file, a folder, or nothing. */
async function sort(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
	try {
		return (await vscode.workspace.fs.stat(uri)).type & ~vscode.FileType.SymbolicLink;
	} catch (error) {
		if (
			error instanceof vscode.FileSystemError &&
			(error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
		)
			return undefined;
		throw error;
	}
}
